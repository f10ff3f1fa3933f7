/** What was proven, how much of it was looked at, and what was not. Pure. */
import { mark } from '@shipgate/kit/report/sentence';
import { counted, grouped } from '@shipgate/kit/verdict';
import type { Proof } from '@shipgate/schemas';
import { shareTolerance } from '../evidence/share.ts';
import type { Finding } from '../findings.ts';
import type { Metric } from '../plan.ts';
import { evidence, limit, percent, rated, shortPercent, weight } from '../reasons/numbers.ts';
import { HEALTH } from '../rules/health.ts';
import { isTrafficBack, type Told } from '../told.ts';
import { neededMetrics, type StepStory, troublesBy } from './steps.ts';

type Judged = Pick<Proof, 'outcome' | 'seen'>;

export function proofsOf(told: Told, story: readonly StepStory[]): readonly Proof[] {
  const { plan } = told;
  const needed = new Set(neededMetrics(plan).map(({ name }) => name));
  const asked = plan.mode === 'evidence' && plan.atMax !== 'promote' && plan.steps.some(({ weight: at }) => at < 100);
  const deciding = plan.metrics.filter(({ dryRun }) => !dryRun);
  return [
    { name: 'all steps', required: true, ...stepsProof(told, story) },
    ...deciding.map((metric) => ({
      name: `${metric.name} against stable`,
      required: asked && needed.has(metric.name),
      ...metricProof(told, story, metric),
    })),
    ...(plan.steps.some(({ weight: at }) => at >= 100)
      ? [{ name: 'limits at 100 %', required: false, ...limitsProof(told, story) }]
      : []),
    ...(plan.triggers.health === undefined ? [] : [{ name: 'health', required: true, ...healthProof(told) }]),
    { name: 'share of traffic', required: false, ...shareProof(told, story) },
    { name: 'placebo', required: false, ...placeboProof(told) },
  ];
}

function has(told: Told, code: Finding['code']): boolean {
  return told.decision.findings.some((finding) => finding.code === code);
}

/** Without it nothing passes, whatever the policy requires besides. */
function stepsProof({ plan, decision, dryRun, course, router }: Told, story: readonly StepStory[]): Judged {
  const done = story.filter((step) => step.decision === 'promote' || step.decision === 'finish').length;
  const many = `${done} of ${counted(plan.steps.length, 'step')} done`;
  if (dryRun) return { outcome: 'not-proven', seen: 'only the preflight was done' };
  const last = story.at(-1);
  const where =
    last === undefined ? 'no step began' : `${many}, ${endWords[decision.action]} at ${weight(last.weight)}`;
  if (decision.action === 'finish') return { outcome: 'pass', seen: many };
  if (course.cancelled !== undefined && isTrafficBack({ router, course }))
    return { outcome: 'not-proven', seen: `${many}, cancelled and taken back` };
  return { outcome: decision.action === 'rollback' ? 'fail' : 'not-proven', seen: where };
}

const endWords = {
  hold: 'held',
  wait: 'waiting',
  promote: 'held',
  finish: 'done',
  rollback: 'ended',
  stop: 'held',
} as const;

function metricProof(told: Told, story: readonly StepStory[], metric: Metric): Judged {
  const { plan, decision } = told;
  const compared = plan.steps.filter(({ weight: at }) => at < 100).length;
  if (plan.mode !== 'evidence')
    return {
      outcome: 'not-proven',
      seen: `thresholds decide as written (\`mode: ${plan.mode}\`); nothing is compared`,
    };
  if (compared === 0)
    return { outcome: 'not-proven', seen: 'limits only: at 100 % there is no stable to compare with' };
  const least = 1 / plan.beta;
  const states = story
    .filter(({ weight: at }) => at < 100)
    .map((step) => ({ step, state: step.metrics.find(({ name }) => name === metric.name) }));
  const state = states.at(-1)?.state;
  if (decision.action === 'rollback' && state !== undefined && state.weight * state.value >= 1 / plan.alpha)
    return {
      outcome: 'fail',
      seen: `evidence for rollback ${evidence(state.value)} at a weight of ${state.weight.toFixed(2)}`,
    };
  const open = states.find(({ state: each }) => (each?.promotion ?? 0) < least);
  if (open === undefined && states.length === compared)
    return {
      outcome: 'pass',
      seen: `proven in ${states.length} of ${counted(compared, 'step')}, ${tellCounts(story, metric)}`,
    };
  return { outcome: 'not-proven', seen: whyOpen(told, open?.step ?? story.at(-1), open?.state?.promotion, metric) };
}

function tellCounts(story: readonly StepStory[], metric: Metric): string {
  const sums = story.flatMap(({ weight: at, sums: all }) => {
    const each = at < 100 ? all.get(metric.name) : undefined;
    return each === undefined ? [] : [each];
  });
  const requests = sums.reduce((sum, { canary }) => sum + canary.requests, 0);
  return `over ${counted(requests, 'canary request')}`;
}

function whyOpen(told: Told, step: StepStory | undefined, promotion: number | undefined, metric: Metric): string {
  if (step === undefined) return told.dryRun ? 'only the preflight was done' : 'no step began';
  const { used, settling, trouble } = step.strata;
  const sums = step.sums.get(metric.name);
  const seen = sums === undefined ? 0 : used;
  const gap =
    trouble === 0 && sums !== undefined
      ? ''
      : `; ${seen} of ${used + trouble} intervals have samples${reasonsOf(told)}`;
  if (used + trouble === 0)
    return `${weight(step.weight)}: nothing was counted, ${counted(settling, 'stratum').replace('stratums', 'strata')} after the change of weight`;
  if (promotion === undefined || promotion >= 1 / told.plan.beta)
    return `${weight(step.weight)} is the last step that was reached${gap}`;
  return `${weight(step.weight)}: evidence for promotion ${evidence(promotion)}, limit ${limit(1 / told.plan.beta)}${gap}`;
}

function reasonsOf(told: Told): string {
  const codes = [...troublesBy(told).keys()];
  return codes.length === 0 ? '' : ` (${codes.join(', ')})`;
}

function limitsProof(told: Told, story: readonly StepStory[]): Judged {
  const step = story.find(({ weight: at }) => at >= 100);
  if (step === undefined) return { outcome: 'not-proven', seen: '100 % was not reached' };
  const counts = neededMetrics(told.plan).map(({ name }) => {
    const sums = step.sums.get(name);
    return `${mark(name)} ${sums === undefined ? 'not counted' : rated(sums.canary)}`;
  });
  const seen = `limits only: ${counts.join(', ')}`;
  if (step.decision === 'finish') return { outcome: 'pass', seen };
  return { outcome: step.decision === 'rollback' ? 'fail' : 'not-proven', seen };
}

function healthProof(told: Told): Judged {
  const { course } = told;
  let probes = 0;
  let failures = 0;
  let missing = 0;
  for (const { stratum } of course.strata) {
    const reading = stratum.readings[HEALTH];
    if (reading?.kind === 'health') {
      probes += reading.probes;
      failures += reading.failures;
    } else missing += 1;
  }
  const answered = `${grouped(probes - failures)} of ${counted(probes, 'probe')} answered well`;
  const gap = missing === 0 ? '' : `; ${missing} of ${course.strata.length} intervals have none`;
  if (has(told, 'health-failed')) return { outcome: 'fail', seen: answered };
  if (probes === 0) return { outcome: 'not-proven', seen: 'no probe was counted' };
  if (2 * failures > probes) return { outcome: 'fail', seen: answered };
  const open = told.decision.findings.some((finding) => 'policy' in finding && finding.metric === HEALTH);
  return { outcome: open ? 'not-proven' : 'pass', seen: `${answered}${gap}` };
}

function shareProof(told: Told, story: readonly StepStory[]): Judged {
  const compared = story.filter(({ weight: at, share }) => at < 100 && share !== null);
  const seen = compared.map(({ weight: at, share }) => `${percent(share ?? 0)} of ${weight(at)}`).join(', ');
  if (has(told, 'share-off')) return { outcome: 'fail', seen };
  if (has(told, 'weight-not-reached')) return { outcome: 'not-proven', seen: 'the next weight has not arrived' };
  if (compared.length === 0) return { outcome: 'not-proven', seen: 'nothing was counted below 100 %' };
  const far = compared.some(({ weight: at, share }) => Math.abs((share ?? 0) - at / 100) > shareTolerance(at / 100));
  return { outcome: far ? 'not-proven' : 'pass', seen };
}

function placeboProof(told: Told): Judged {
  const { placebo, withoutPlacebo, method } = told.preflight;
  if (has(told, 'noisy-baseline')) return { outcome: 'fail', seen: 'stable is too noisy for the test' };
  const used = placebo.find(({ name }) => name === method);
  if (withoutPlacebo !== undefined || used === undefined)
    return { outcome: 'not-proven', seen: withoutPlacebo ?? 'it was not tried' };
  const share = shortPercent(0.1);
  const seen = `${used.reached} of ${used.groups} fake canaries reached E of 10 (limit ${share}), ${used.name}`;
  return { outcome: used.accepted ? 'pass' : 'fail', seen };
}
