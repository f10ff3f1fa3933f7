/** A metric: the average over its edges for rollback, and for promotion the edge that is proven worst. */
import type { Metric, Plan } from '../plan.ts';
import type { Counts } from '../strata.ts';
import { EdgeEvidence, shares } from './edge.ts';
import type { Method } from './method.ts';
import { edgeCounts } from './total.ts';

export class MetricEvidence {
  readonly metric: Metric;
  private readonly edges: readonly EdgeEvidence[];

  /** `before`: stable's rate of bad events in the hour before, for errors. */
  constructor(metric: Metric, plan: Plan, method: Method, before: number | undefined) {
    this.metric = metric;
    const limits = absoluteLimits(metric, plan);
    const common = {
      // Requests that queue behind one another are not independent: never S for latency.
      method: metric.kind === 'latency' && method.test === 'S' ? { test: 'R' as const, merge: method.merge } : method,
      steps: plan.steps.filter(({ weight }) => weight < 100).length,
      margin: plan.margin,
      floor: plan.floor,
      fastOver: metric.kind === 'errors' ? (before ?? ('unknown' as const)) : undefined,
    };
    this.edges = limits.map((limit) => new EdgeEvidence({ ...common, limit }));
  }

  begin(step: number): void {
    for (const edge of this.edges) edge.begin(step);
  }

  advance(counts: Counts, seconds: number, alone: boolean): void {
    for (const [e, edge] of this.edges.entries()) edge.advance(edgeCounts(counts, e), seconds, alone);
  }

  /** E for rollback: the mean over edges. */
  get value(): number {
    return this.edges.reduce((sum, edge) => sum + edge.value, 0) / this.edges.length;
  }

  /** E' for promotion: every edge must be proven, so the least of them counts. */
  get promotion(): number {
    return Math.min(...this.edges.map((edge) => edge.promotion));
  }

  /** E of its parts, each the mean over edges. */
  get parts(): { readonly main: number; readonly fast: number; readonly absolute: number } {
    const mean = (of: (edge: EdgeEvidence) => number) =>
      this.edges.reduce((all, edge) => all + of(edge), 0) / this.edges.length;
    return {
      main: mean((edge) => edge.parts.main),
      fast: mean((edge) => edge.parts.fast),
      absolute: mean((edge) => edge.parts.absolute),
    };
  }

  /** Whether the absolute limit has more of the evidence than the comparison. */
  get mostlyAbsolute(): boolean {
    const { main, fast, absolute } = this.parts;
    const comparison = this.metric.kind === 'errors' ? shares.main * main + shares.fast * fast : main;
    return shares.absolute * absolute > (1 - shares.absolute) * comparison;
  }
}

/** Absolute limit of each edge; "p95 over 2 s" is "more than 5 % over 2 s", at the first edge that is not below it. */
function absoluteLimits(metric: Metric, { triggers }: Plan): readonly (number | undefined)[] {
  if (metric.kind === 'errors') return [triggers.errorRate?.above];
  const { latency } = triggers;
  const at = latency === undefined ? -1 : metric.edges.findIndex((edge) => edge >= latency.above - 1e-9);
  return metric.edges.map((_, e) => (latency !== undefined && e === at ? 1 - latency.quantile : undefined));
}
