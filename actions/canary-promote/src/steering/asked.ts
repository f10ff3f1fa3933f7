/** `router: none`: somebody else moves the traffic, by what the run says. A step begins when its share is measured. */
import type { Course } from '../course.ts';
import { isCounts } from '../evidence/rollout.ts';
import { hasArrived } from '../evidence/share.ts';
import { total } from '../evidence/total.ts';
import type { Entry } from '../journal.ts';
import type { Plan } from '../plan.ts';
import type { Timer } from '../ports.ts';
import type { Stratum } from '../strata.ts';
import type { Shown, Steering } from './steering.ts';

export function askedSteering(plan: Plan, timer: Timer, shown: Pick<Shown, 'asks'>, signal: AbortSignal): Steering {
  return {
    begin: () => Promise.resolve([]),
    move: (step, { now }) => {
      shown.asks(plan.steps[step]?.weight ?? 100, 'others');
      return Promise.resolve([{ event: 'moving', step, at: now || timer.now() }]);
    },
    look: (course, stratum) => Promise.resolve(arrival(course, stratum)),
    wait: (until) => timer.until(until, signal),
    keep: () => Promise.resolve(),
    end: () => Promise.resolve([]),
  };
}

/** A step begins with the first window in which the measured share is the one that was asked for. Errors have no say in it. */
function arrival({ moving, plan }: Course, stratum: Stratum): readonly Entry[] {
  if (moving === undefined) return [];
  const weights = [moving.step, moving.step - 1].map((step) => (plan.steps[step]?.weight ?? 0) / 100);
  return isThere(plan, stratum, weights) ? [{ event: 'step', step: moving.step, at: stratum.to }] : [];
}

function isThere(plan: Plan, { readings }: Stratum, [weight = 1, before = 0]: readonly number[]): boolean {
  const counts = plan.metrics.map(({ name }) => readings[name]).find(isCounts);
  if (counts === undefined || (counts.stableTrouble !== undefined && weight < 1)) return false;
  return hasArrived(weight, before, total(counts.canary.requests), total(counts.stable.requests));
}
