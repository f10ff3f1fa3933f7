/** What the numbers mean: the test and its assumption, the guards, the preflight, and what is not claimed. Pure. */
import { mark } from '@shipgate/kit/report/sentence';
import { counted } from '@shipgate/kit/verdict';
import type { Method } from '../evidence/method.ts';
import type { Visible } from '../preflight.ts';
import { limit, percent, short, shortPercent, span } from '../reasons/numbers.ts';
import type { Scene } from '../reasons/scene.ts';
import type { Told } from '../told.ts';
import { troublesBy } from './steps.ts';

/** Sentences, each an item of a list. */
export function claimsOf(told: Told, scene: Scene): readonly string[] {
  return [
    ...strataClaims(told),
    ...(told.plan.mode === 'evidence' ? evidenceClaims(told, scene) : thresholdClaims(told)),
    ...outsideClaims(told),
    ...placeboClaims(told),
    ...preflightClaims(told),
  ];
}

function strataClaims(told: Told): readonly string[] {
  const { course, plan } = told;
  const many = (use: string) => course.strata.filter((seen) => seen.use === use).length;
  if (course.strata.length === 0) return [];
  const troubles = [...troublesBy(told)].map(([code, count]) => `${code} ${count}`).join(', ');
  const dropped = `${many('settling')} dropped within ${span(course.settling)} of a change of weight`;
  const without = many('trouble') === 0 ? '' : `, ${many('trouble')} without usable counts (${troubles})`;
  return [
    `Both arms read over the same seconds, in strata of ${span(plan.interval)}: ${many('used')} used, ${dropped}${without}.`,
  ];
}

const tests = {
  R: (seconds: number) =>
    `Test R: which of the two arms has the more errors in a stratum of ${span(seconds)} is chance, if noise does not outlive the stratum. Not claimed: noise that lasts longer and hits the canary alone.`,
  P: () =>
    'Test P: which pods have the more errors is chance, if pods of one load are alike. Not claimed: noise that all pods of the canary share, and pods with unequal load.',
  S: () =>
    'Test S: each error falls on the canary with its share of the requests, if requests are independent. Not claimed: retries, queues, and one cause that fails many requests at once.',
} as const;

function evidenceClaims(told: Told, { stable }: Scene): readonly string[] {
  const { plan, preflight } = told;
  const { test, merge } = preflight.ground.method;
  const latency = test === 'S' && plan.metrics.some(({ kind, dryRun }) => kind === 'latency' && !dryRun);
  const worse = plan.margin === 1 ? '' : ` (it may fail ${short(plan.margin)} times as often)`;
  return [
    `${tests[test](merge * plan.interval)}${latency ? ' Latency is tested by R.' : ''}`,
    ...plan.metrics.filter(({ kind }) => kind === 'errors').map(({ name }) => partClaim(name, told, stable)),
    `Under that assumption a release as good as ${stable}${worse} is rolled back by evidence in at most ${shortPercent(plan.alpha)} of rollouts (alpha ${short(plan.alpha)}), over all steps and however often it is looked at.`,
    ...promotionClaims(plan, preflight.ground.method, stable),
  ];
}

/** canary-statistics.md, "B" (its floor is 2 %, or three times the rate of the hour before) and "Absolute limit p0". */
function partClaim(name: string, { preflight: { ground }, plan }: Told, stable: string): string {
  const floor = Math.max(0.02, 3 * (ground.before[name] ?? 0));
  const { errorRate } = plan.triggers;
  const limit = errorRate === undefined ? '' : ` A tenth speaks against the limit of ${shortPercent(errorRate.above)}.`;
  return `Part of the evidence of ${mark(name)} is test B, for sudden faults: more than ${shortPercent(floor)} fail, and more than three times as many as on ${stable}.${limit} These parts take requests as independent.`;
}

function promotionClaims(plan: Told['plan'], { test, merge }: Method, stable: string): readonly string[] {
  const off = plan.floor === 'off';
  const floor = plan.floor === 'off' ? '' : ` and at least ${shortPercent(plan.floor)}`;
  const noise = test === 'S' ? [] : [`noise does not outlive ${span(merge * plan.interval)}`];
  const assumed = [...noise, ...(off && test !== 'S' ? [] : ['requests are independent'])].join(' and ');
  return [
    `A release with twice the errors of ${stable}${floor} passes one step with a probability of at most ${shortPercent(plan.beta)} (beta ${short(plan.beta)}, evidence ${limit(1 / plan.beta)}), if ${assumed}.${plan.floor === 'off' ? '' : ` Below ${shortPercent(plan.floor)} (the floor) nothing is claimed.`}`,
    ...(plan.steps.some(({ weight }) => weight >= 100)
      ? ['At 100 % there is no stable to compare with: only limits, health and gauges can speak there.']
      : []),
  ];
}

function thresholdClaims({ plan }: Told): readonly string[] {
  return [
    `Thresholds decide as written (\`mode: ${plan.mode}\`): nothing is compared with stable, no false rollback is bounded, and a step passes when its hold is over.`,
  ];
}

/** Rules that may end a rollout and are no part of alpha. */
function outsideClaims({ plan }: Told): readonly string[] {
  const { health } = plan.triggers;
  const rules = [
    ...(health === undefined ? [] : [`${counted(health.failures, 'failed health probe')} in ${span(health.window)}`]),
    ...plan.gauges.map(({ name, action }) => `${mark(name)} (${action})`),
    `\`no-data: ${plan.noData}\` after ${span(plan.noDataAfter)}`,
    `\`at-max: ${plan.atMax}\``,
  ];
  const dry = plan.metrics.filter(({ dryRun }) => dryRun).map(({ name }) => mark(name));
  return [
    `Outside alpha, as the plan has it: ${rules.join(', ')}.`,
    ...(dry.length === 0 ? [] : [`Shown, and without a say: ${dry.join(', ')}.`]),
  ];
}

function placeboClaims({ preflight, plan }: Told): readonly string[] {
  if (plan.mode !== 'evidence') return [];
  if (preflight.withoutPlacebo !== undefined) return [`No placebo: ${preflight.withoutPlacebo}.`];
  const chosen = preflight.placebo.findIndex(({ name }) => name === preflight.method);
  const tried = chosen === -1 ? preflight.placebo : preflight.placebo.slice(0, chosen + 1);
  return tried.map(
    ({ name, groups, reached, accepted }) =>
      `Placebo on the last hour of stable, test ${name}: ${reached} of ${groups} fake canaries reached an evidence of 10 (limit 10 %), so it is ${accepted ? 'accepted' : 'rejected'}.`,
  );
}

/** Stable in the hour before, what would be seen and when, and what stable itself does not keep. */
export function preflightClaims({ preflight }: Told): readonly string[] {
  const before = preflight.before
    .filter(({ requests }) => requests > 0)
    .map(({ metric, requests, bad, seconds }) => {
      const rate = ((100 * bad) / requests).toFixed(2);
      return `${mark(metric)} ${rate} % (${counted(requests, 'request')} in ${span(seconds)})`;
    });
  return [
    ...(before.length === 0 ? [] : [`Stable in the hour before: ${before.join(', ')}.`]),
    ...preflight.visible.map((fault) => `${visibleWords(fault)}.`),
    ...preflight.unreachable.map(unreachableClaim),
  ];
}

/** "2x errors are seen after 360 s at 100 requests/s". */
export function visibleWords({ fault, perSecond, after }: Visible): string {
  const what = 'times' in fault ? `${short(fault.times)}x errors` : `${shortPercent(fault.rate)} errors`;
  const at = `at ${perSecond >= 10 ? Math.round(perSecond) : short(Number(perSecond.toPrecision(2)))} requests/s`;
  return after === null
    ? `${what} cannot be seen within this plan ${at}`
    : `${what} are seen after ${Math.round(after)} s ${at}`;
}

function unreachableClaim({ limit: name, allowed, seen }: Told['preflight']['unreachable'][number]): string {
  return `The soak's \`${name}\` of ${shortPercent(allowed)} is not kept by stable itself (${percent(seen)}): it would fail every release.`;
}
