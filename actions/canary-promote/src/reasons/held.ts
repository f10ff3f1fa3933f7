/** Why a rollout stands still, or went on without proof. */
import type { NoisyFinding, ShareFinding, StepFinding, UnprovenFinding } from '../findings.ts';
import { takeBack } from './back.ts';
import { evidence, limit, percent, rated, span, weight } from './numbers.ts';
import type { Scene } from './scene.ts';
import type { ReasonTexts } from './text.ts';

const TOO_LITTLE = 'that no error was found at so few requests does not say that there are none.';

const MORE = 'give the step more traffic or a longer `max`';
const HELD = 'mend what held it, which stands beside this';

/** Its own proof stands, and something else kept the step from going on. */
function isHeld({ promotion, limit: least, weight: at }: UnprovenFinding): boolean {
  return at > 0 && at < 100 && promotion >= least;
}

/** "when its `max` of 30 min was over. The plan decides: …" */
function ending({ weight: at, after, atMax }: UnprovenFinding, { plan }: Scene): string {
  const max = plan.steps.find((step) => step.weight === at)?.max ?? after;
  if (after >= max)
    return `when its \`max\` of ${span(max)} was over. The plan decides: \`at-max: ${atMax}\`, outside alpha`;
  return `when the run ended, ${span(after)} after the step began`;
}

function promotionSeen(finding: UnprovenFinding, scene: Scene): string {
  const { canary, stable, weight: at } = finding;
  if (at === 0) return 'the run ended before the weight of the first step had arrived.';
  const counts = at >= 100 ? rated(canary) : `${rated(canary)} against ${rated(stable)}`;
  return `${proofOf(finding, scene)}, ${ending(finding, scene)}. Counted: ${counts}.`;
}

function proofOf({ promotion, limit: least, weight: at }: UnprovenFinding, { plan }: Scene): string {
  if (at >= 100 || plan.mode !== 'evidence') return 'the step was not over';
  const stands = promotion >= least ? 'its proof stands, with evidence of' : 'evidence for promotion';
  return `${stands} ${evidence(promotion)}, limit ${limit(least)}`;
}

export const heldTexts: ReasonTexts<
  UnprovenFinding['code'] | NoisyFinding['code'] | ShareFinding['code'] | Exclude<StepFinding['code'], 'no-rollout'>
> = {
  'promotion-not-proven': {
    severity: 'error',
    title: (finding, { canary }) => {
      const { weight: at } = finding;
      if (at === 0) return `no step of ${canary} began`;
      return isHeld(finding)
        ? `${canary} was held at ${weight(at)} until its time was over`
        : `${canary} is not proven at ${weight(at)}`;
    },
    seen: promotionSeen,
    hurts: (finding, { canary }) =>
      isHeld(finding) || finding.weight >= 100
        ? `nobody knows whether ${canary} can bear what comes next.`
        : TOO_LITTLE,
    mend: (finding, scene) => {
      if (finding.atMax === 'rollback') return `${takeBack(scene)} Then ${isHeld(finding) ? HELD : MORE}.`;
      return `${isHeld(finding) ? HELD : MORE}. Then run the job again; \`dry-run: true\` says how long a fault takes to be seen.`;
    },
  },
  'noisy-baseline': {
    severity: 'error',
    title: (_, { stable }) => `${stable} is too noisy for the test`,
    seen: ({ groups, reached, mean, weight: at }, { stable, course }) =>
      mean === null
        ? `${reached ?? 0} of ${groups} fake canaries among the pods of ${stable} looked guilty in the hour before, limit 10 %. Every test was tried, and no step began.`
        : `fake canaries among the pods of ${stable} have a mean evidence of ${evidence(mean)}, limit 100${course.step === undefined ? '' : `, at ${weight(at)}`}.`,
    hurts: () => 'a release that is as good would be rolled back more often than alpha says.',
    mend: ({ mean }) =>
      mean === null
        ? 'see why pods of one release differ so much. A longer `interval` helps against short noise.'
        : 'see why pods of one release differ so much. Then run the job again.',
  },
  'share-off': {
    severity: 'error',
    title: ({ measured, weight: at }, { canary }) =>
      `${canary} gets ${percent(measured)} of the traffic, not ${weight(at)}`,
    seen: ({ measured, value, weight: at }) =>
      `${percent(measured)} of the counted requests at a weight of ${weight(at)}, evidence ${evidence(value)}, limit 1,000. The guard only holds; it is no part of alpha.`,
    hurts: () => 'the steps of the plan are not those that users meet.',
    mend: ({ weight: at }) =>
      `set the router to ${weight(at)}. Long connections and retries bend a share; then run the job again.`,
  },
  'manual-step': {
    severity: 'error',
    title: ({ weight: at }) => `${weight(at)} waits for a person`,
    seen: ({ weight: at, after }) =>
      `the step at ${weight(at)} is proven after ${span(after)}, and nobody has let it go on.`,
    hurts: ({ weight: at }, { canary }) => `${canary} stays at ${weight(at)}; nothing is wrong with it so far.`,
    mend: (_, { isActing }) =>
      isActing
        ? 'let a person run `command: approve` in a reviewed environment. Then run the job again; it goes on where it stands.'
        : 'let a person decide. Then set the next weight, and run the job with a plan that begins there.',
  },
  'weight-not-reached': {
    severity: 'error',
    title: ({ weight: at }) => `the traffic does not reach ${weight(at)}`,
    seen: ({ weight: at, after, measured }, { course }) =>
      `${weight(at)} was asked for ${span(after)} ago${measured === undefined || course.step === undefined ? '' : `; ${percent(measured)} came to the canary on the step before`}.`,
    hurts: ({ weight: at }) => `nothing is known about ${weight(at)}: a step begins when its share has arrived.`,
    mend: ({ weight: at }, { isActing }) =>
      `see why the router does not send it ${weight(at)}. Then run the job again; it ${isActing ? 'goes on where it stands' : 'begins with the first step of the plan'}.`,
  },
  'promoted-without-proof': {
    severity: 'warning',
    title: ({ weight: at }, { canary }) => `${canary} went on from ${weight(at)} without proof`,
    seen: ({ weight: at, after }) =>
      `no proof of ${weight(at)} within ${span(after)}, and \`at-max: promote\` let it go on. Beta does not speak of this step.`,
    hurts: () => TOO_LITTLE,
    mend: () => 'give the step more traffic or a longer `max`. With `at-max: hold` it would have stood still.',
  },
};
