/** The evidence of a verdict, as schemas/verdict.schema.json has it (`canaryPromoteEvidence`). Pure. */
import type { CanaryPoint, CanaryPromoteEvidence, CanaryStepEvidence } from '@shipgate/schemas';
import { isCounts } from './evidence/rollout.ts';
import { total } from './evidence/total.ts';
import type { Portion } from './findings.ts';
import type { Metric } from './plan.ts';
import { mainFinding } from './reasons.ts';
import type { Told } from './told.ts';
import { exposureOf } from './view/exposure.ts';
import { type StepStory, shownEdge, shownMetric } from './view/steps.ts';

/** Points of a chart that is read from the verdict; a long rollout is thinned out evenly. */
const MOST_POINTS = 400;

export function evidenceOf(told: Told, story: readonly StepStory[]): CanaryPromoteEvidence {
  const { plan, planHash, preflight, decision, samples, course } = told;
  const metric = shownMetric(told);
  const used = course.strata.filter(({ use }) => use === 'used').length;
  return {
    steps: story.map((step) => stepEvidence(step, metric)),
    decision: {
      action: decision.action,
      at: moment(decision.at),
      reason: mainFinding(told)?.code ?? (decision.action === 'finish' ? 'promotion-proven' : 'undecided'),
      logE: logarithm(decision.logE),
    },
    samples,
    router: routerOf(told),
    exposure: exposureOf(told),
    plan: {
      hash: planHash,
      alpha: plan.alpha,
      beta: plan.beta,
      test: preflight.method ?? 'none',
      mode: plan.mode,
      weights: plan.steps.map(({ weight }) => weight),
    },
    series: thinned(metric === undefined ? [] : seriesOf(told, metric)),
    strata: { used, dropped: course.strata.length - used },
    placebo: placeboOf(told),
    preflight: {
      before: [...preflight.before],
      visible: [...preflight.visible],
      unreachable: [...preflight.unreachable],
    },
  };
}

function routerOf({ router, course }: Told): NonNullable<CanaryPromoteEvidence['router']> {
  if (router === undefined) return { kind: 'none', object: null, before: null, after: null };
  const { kind, object, before } = router;
  return { kind, object, before, after: course.traffic?.weight ?? null };
}

function stepEvidence(step: StepStory, metric: Metric | undefined): CanaryStepEvidence {
  const sums = metric === undefined ? undefined : step.sums.get(metric.name);
  const arms = (of: (portion: Portion) => number) => ({
    canary: sums === undefined ? 0 : of(sums.canary),
    baseline: sums === undefined ? 0 : of(sums.stable),
  });
  return {
    weight: step.weight,
    from: moment(step.from),
    to: moment(step.to),
    decision: step.decision,
    strata: { ...step.strata },
    metric: metric?.name ?? null,
    requests: arms(({ requests }) => requests),
    errors: arms(({ bad }) => bad),
    logE: logarithm(Math.log(step.value)),
    highest: logarithm(Math.log(step.highest)),
    provenAfter: step.provenAfter,
    metrics: step.metrics.map(({ name, value, weight, promotion }) => ({
      name,
      logE: logarithm(Math.log(value)),
      weight,
      logPromotion: logarithm(Math.log(promotion)),
    })),
    share: { set: step.weight / 100, measured: step.share },
    breaker: { logE: logarithm(Math.log(step.metrics.reduce((sum, each) => sum + each.weight * each.fast, 0))) },
  };
}

function seriesOf({ course }: Told, metric: Metric): readonly CanaryPoint[] {
  const start = course.steps[0]?.from ?? 0;
  const edge = shownEdge(metric);
  return course.strata
    .filter(({ use }) => use !== 'settling')
    .map(({ stratum, step, value }) => {
      const reading = stratum.readings[metric.name];
      const rate = (arm: 'canary' | 'stable') => {
        const requests = isCounts(reading) ? total(reading[arm].requests) : 0;
        return isCounts(reading) && requests > 0 ? total(reading[arm].bad[edge] ?? []) / requests : null;
      };
      return {
        t: (stratum.to - start) / 1000,
        step,
        logE: logarithm(Math.log(value)),
        canary: rate('canary'),
        baseline: rate('stable'),
      };
    });
}

/** Evenly, and the last point stays. */
function thinned(points: readonly CanaryPoint[]): CanaryPoint[] {
  const every = Math.ceil(points.length / MOST_POINTS);
  return points.filter((_, i) => (points.length - 1 - i) % Math.max(1, every) === 0);
}

function placeboOf({ preflight }: Told): CanaryPromoteEvidence['placebo'] {
  const tried = preflight.placebo.find(({ name }) => name === preflight.method) ?? preflight.placebo.at(-1);
  return tried === undefined
    ? null
    : { groups: tried.groups, reached: tried.reached, test: tried.name, accepted: tried.accepted };
}

function moment(milliseconds: number): string | null {
  return milliseconds > 0 ? new Date(milliseconds).toISOString() : null;
}

/** JSON has no infinity. */
function logarithm(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
