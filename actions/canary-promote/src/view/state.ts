/** Where the traffic is, by who moved it. Pure. */
import { visible } from '@shipgate/kit/escape';
import { md, type Text } from '@shipgate/kit/report/markdown';
import { short, span, weight } from '../reasons/numbers.ts';
import { isTrafficBack, type Told } from '../told.ts';
import { type Headed, lastWeight } from './headline.ts';
import { tied } from './tied.ts';

/** Behind a rollback. */
export function stateBehind(headed: Headed): Text {
  const { told, scene } = headed;
  const { router, course, decision } = told;
  if (router === undefined) {
    const at = tied(weight(lastWeight(headed)));
    return md`No router is named, so nothing was moved: **${at} of the traffic is meant for ${scene.canary}** until somebody sets another weight.`;
  }
  const { traffic } = course;
  if (!isTrafficBack(told))
    return md`**Not all traffic is back: ${tied(found(traffic?.weight ?? null))} for ${scene.canary}.**`;
  const took = ((traffic?.at ?? decision.at) - decision.at) / 1000;
  const back =
    took <= 0
      ? 'read back from the router'
      : `read back from the router ${short(Math.round(took * 10) / 10)} s after the decision`;
  return md`Traffic is back on ${scene.stable}: **${tied(weight(router.before))}** on ${scene.canary}, ${tied(back)}.`;
}

/** Of a rollout that stands still. */
export function stateHeld(headed: Headed, policy: Text): Text {
  const { told, scene } = headed;
  const at = tied(weight(lastWeight(headed)));
  if (told.router === undefined)
    return md`**${at} of the traffic is meant for ${scene.canary}** ${policy}; no router is named, so nothing was moved.`;
  const seen = told.course.traffic?.weight ?? null;
  if (told.course.cancelled !== undefined && isTrafficBack(told))
    return md`Traffic is back on ${scene.stable} (plan: \`on-cancel: rollback\`): **${tied(weight(told.router.before))}** on ${scene.canary}.`;
  return md`**${tied(found(seen))} of the traffic ${seen === null ? 'for' : 'is on'} ${scene.canary}** ${policy}.`;
}

function found(seen: number | null): string {
  return seen === null ? 'an unknown part' : weight(seen);
}

/** "VirtualService orders/order-service, weight 10 -> 0". */
export function routerWords({ router, course }: Told): string {
  if (router === undefined) return 'router none';
  const last = course.steps.at(-1)?.weight;
  const now = course.traffic?.weight;
  const object = visible(router.object);
  if (now === undefined || now === null) return `${object}, weight not known`;
  return last === undefined || last === now
    ? `${object}, weight ${short(now)}`
    : `${object}, weight ${short(last)} to ${short(now)}`;
}

/** Two seconds behind the decision it is told how long it took; this is the time in a terminal's note. */
export function stateNote(headed: Headed): string {
  const { told, scene } = headed;
  if (told.router === undefined)
    return `traffic: not moved, no router is named; ${weight(lastWeight(headed))} is meant for ${scene.canary}`;
  const { traffic } = told.course;
  const took = Math.max(0, ((traffic?.at ?? 0) - told.decision.at) / 1000);
  return isTrafficBack(told)
    ? `traffic: back to ${weight(told.router.before)}, ${span(took)} after the decision`
    : `traffic: not all back, ${found(traffic?.weight ?? null)} for ${scene.canary}`;
}
