/** Thresholds as written: the seed's triggers (mode `literal`) and burn rates. Outside alpha, and said so. */
import type { Course } from '../course.ts';
import type { Metric } from '../plan.ts';
import type { Ruled } from './rule.ts';
import { canaryWithin } from './window.ts';

export function triggerRule(course: Course): readonly Ruled[] {
  if (course.plan.mode === 'literal') return literal(course);
  return course.plan.mode === 'burn-rate' ? burnRate(course) : [];
}

function literal(course: Course): readonly Ruled[] {
  const { metrics, triggers } = course.plan;
  const found: Ruled[] = [];
  for (const metric of metrics.filter(({ dryRun }) => !dryRun)) {
    if (metric.kind === 'errors' && triggers.errorRate !== undefined) {
      const { above, window } = triggers.errorRate;
      found.push(...fired(course, { code: 'trigger-error-rate', metric, edge: 0, above, window }));
    }
    if (metric.kind === 'latency' && triggers.latency !== undefined) {
      const { above: limit, window, quantile } = triggers.latency;
      const edge = metric.edges.findIndex((each) => each >= limit - 1e-9);
      if (edge !== -1)
        found.push(...fired(course, { code: 'trigger-latency', metric, edge, above: 1 - quantile, window }));
    }
  }
  return found;
}

interface Threshold {
  readonly code: 'trigger-error-rate' | 'trigger-latency' | 'burn-rate-exceeded';
  readonly metric: Metric;
  readonly edge: number;
  /** A rate. */
  readonly above: number;
  /** Seconds. */
  readonly window: number;
}

function fired(course: Course, { code, metric, edge, above, window }: Threshold): readonly Ruled[] {
  const canary = canaryWithin(course, metric.name, edge, window);
  const seen = canary.requests === 0 ? 0 : canary.bad / canary.requests;
  if (!(seen > above)) return [];
  const { after, step } = course;
  const finding = { code, metric: metric.name, window, seen, above, canary, weight: step?.weight ?? 0, after };
  return [{ finding, asks: 'rollback' }];
}

/**
 * Long and short window both burn faster than `factor` times the budget of the objective. Windows that reach beyond the
 * rollout look at what there is of it. Source: The Site Reliability Workbook, chapter 5, "Multiwindow, Multi-Burn-Rate Alerts".
 */
function burnRate(course: Course): readonly Ruled[] {
  const { burnRate: rule, metrics } = course.plan;
  const metric = metrics.find(({ kind, dryRun }) => kind === 'errors' && !dryRun);
  if (rule === undefined || metric === undefined) return [];
  const found = rule.windows.map(({ long, short, factor }) => {
    const threshold = { code: 'burn-rate-exceeded' as const, metric, edge: 0, above: factor * (1 - rule.slo) };
    const both = [long, short].map((window) => fired(course, { ...threshold, window }));
    return both.every((each) => each.length > 0) ? (both[0] ?? []) : [];
  });
  return found.find((each) => each.length > 0) ?? [];
}
