/** The one error budget: the mixture over all metrics against 1/alpha. */
import type { Course } from '../course.ts';
import type { MetricState } from '../evidence/rollout.ts';
import type { WorseFinding } from '../findings.ts';
import type { Metric } from '../plan.ts';
import type { Ruled } from './rule.ts';

export function evidenceRule(course: Course): readonly Ruled[] {
  const { plan, evidence, step } = course;
  const limit = 1 / plan.alpha;
  if (step === undefined || plan.mode !== 'evidence' || !(evidence.value >= limit)) return [];
  const metrics = evidence.metrics.toSorted((one, two) => two.weight * two.value - one.weight * one.value);
  const [worst] = metrics;
  const metric = plan.metrics.find(({ name }) => name === worst?.name);
  if (worst === undefined || metric === undefined) return [];
  const sums = step.sums.get(worst.name);
  const finding: WorseFinding = {
    code: worst.weight * worst.value >= limit ? codeAt(course, worst, metric) : 'jointly-worse',
    weight: step.weight,
    after: course.after,
    metric: worst.name,
    ...(metric.kind === 'latency' ? { edge: metric.edges.at(-1) ?? 0 } : {}),
    ...allowedOf(metric, course),
    canary: sums?.canary ?? { requests: 0, bad: 0 },
    stable: sums?.stable ?? { requests: 0, bad: 0 },
    value: evidence.value,
    metricValue: worst.value,
    metricWeight: worst.weight,
    limit,
  };
  return [{ finding, asks: 'rollback' }];
}

/** A metric is named as proven only when it reaches the limit alone, and the limit only when it did most of it. */
export function codeOf(state: MetricState, metric: Metric): WorseFinding['code'] {
  if (metric.kind === 'latency') return state.mostlyAbsolute ? 'latency-above-limit' : 'latency-higher';
  return state.mostlyAbsolute ? 'error-rate-above-limit' : 'error-rate-higher';
}

/** At 100 % nothing is compared any more: what is beyond the plan's limit is named by it. */
function codeAt(course: Course, state: MetricState, metric: Metric): WorseFinding['code'] {
  const { allowed } = allowedOf(metric, course);
  const canary = course.step?.sums.get(metric.name)?.canary;
  const isBeyond = allowed !== undefined && canary !== undefined && canary.bad > allowed * canary.requests;
  if ((course.step?.weight ?? 0) < 100 || !isBeyond) return codeOf(state, metric);
  return metric.kind === 'latency' ? 'latency-above-limit' : 'error-rate-above-limit';
}

function allowedOf(metric: Metric, { plan: { triggers } }: Course): { readonly allowed?: number } {
  if (metric.kind === 'errors') return triggers.errorRate === undefined ? {} : { allowed: triggers.errorRate.above };
  return triggers.latency === undefined ? {} : { allowed: 1 - triggers.latency.quantile };
}
