/** The rollout step by step, for table and evidence: what was counted, what it proved, what was decided. Pure. */
import { type MetricState, RolloutEvidence } from '../evidence/rollout.ts';
import type { Portion } from '../findings.ts';
import type { Metric, Plan } from '../plan.ts';
import { mainFinding } from '../reasons.ts';
import { shareOf } from '../rules/guards.ts';
import type { Told } from '../told.ts';

export interface StepStory {
  /** Counted from 0. */
  readonly step: number;
  /** Percent. */
  readonly weight: number;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  readonly sums: ReadonlyMap<string, { readonly canary: Portion; readonly stable: Portion }>;
  readonly strata: { readonly used: number; readonly settling: number; readonly trouble: number };
  /** E of the rollout and of each metric at the end of the step. */
  readonly value: number;
  readonly metrics: readonly MetricState[];
  /** The highest E of the step. */
  readonly highest: number;
  /** The least E' that decides, at its end. */
  readonly promotion: number;
  /** Seconds after which the promotion evidence stood. */
  readonly provenAfter: number | null;
  /** The canary's part of what was counted; null when nothing was. */
  readonly share: number | null;
  readonly decision: StepDecision;
}

export type StepDecision = 'promote' | 'finish' | 'rollback' | 'hold';

export function storyOf(told: Told): readonly StepStory[] {
  const { plan, course, preflight, decision } = told;
  const evidence = new RolloutEvidence(plan, preflight.ground);
  return course.steps.map((step, s) => {
    const next = course.steps[s + 1];
    const strata = course.strata.filter((seen) => seen.step === step.step);
    evidence.begin(step.step);
    for (const { stratum, use } of strata) if (use === 'used') evidence.advance(stratum, step.weight >= 100);
    const sums = [...step.sums.values()][0];
    const counted = sums !== undefined && sums.canary.requests + sums.stable.requests > 0;
    return {
      step: step.step,
      weight: step.weight,
      from: step.from,
      to: Math.max(step.from, next?.from ?? decision.at),
      sums: step.sums,
      strata: countedBy(strata),
      value: evidence.value,
      metrics: evidence.metrics,
      highest: step.highest,
      promotion: evidence.promotion,
      provenAfter: step.provenAfter,
      share: counted ? shareOf(sums) : null,
      decision: decisionOf(told, s),
    };
  });
}

function countedBy(strata: Told['course']['strata']): StepStory['strata'] {
  const many = (use: 'used' | 'settling' | 'trouble') => strata.filter((seen) => seen.use === use).length;
  return { used: many('used'), settling: many('settling'), trouble: many('trouble') };
}

function decisionOf({ course, decision }: Told, s: number): StepDecision {
  if (s < course.steps.length - 1) return 'promote';
  if (decision.action === 'finish' || decision.action === 'rollback') return decision.action;
  // The next weight was asked for and has not come.
  return course.moving === undefined ? 'hold' : 'promote';
}

/** The metric that table and chart show: of the finding that decided, or the first that decides. */
export function shownMetric(told: Told): Metric | undefined {
  const { metrics } = told.plan;
  const finding = mainFinding(told);
  const name = finding !== undefined && 'metric' in finding ? finding.metric : undefined;
  const deciding = metrics.filter(({ dryRun }) => !dryRun);
  return (
    metrics.find((metric) => metric.name === name) ??
    deciding.find(({ critical, kind }) => critical && kind === 'errors') ??
    deciding.find(({ kind }) => kind === 'errors') ??
    deciding[0] ??
    metrics[0]
  );
}

/** Metrics without whose proof no step is promoted: the critical ones, or all that decide. */
export function neededMetrics({ metrics }: Plan): readonly Metric[] {
  const deciding = metrics.filter(({ dryRun }) => !dryRun);
  const critical = deciding.filter((metric) => metric.critical);
  return critical.length > 0 ? critical : deciding;
}

/** Number of the edge whose slow requests are summed; of errors the only one. */
export function shownEdge(metric: Metric): number {
  return metric.kind === 'errors' ? 0 : metric.edges.length - 1;
}

/** Why strata gave nothing to count, by code and how often, in the order in which they came. */
export function troublesBy({ course }: Told): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { stratum, use } of course.strata) {
    if (use !== 'trouble') continue;
    for (const code of new Set(codesIn(stratum.readings))) found.set(code, (found.get(code) ?? 0) + 1);
  }
  return found;
}

function codesIn(readings: Told['course']['strata'][number]['stratum']['readings']): readonly string[] {
  return Object.values(readings).flatMap((reading) => (reading.kind === 'trouble' ? [reading.code] : []));
}
