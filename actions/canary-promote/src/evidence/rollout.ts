/** Everything that a rollout's strata prove, folded one by one. */
import type { Plan } from '../plan.ts';
import type { Counts, Reading, Stratum } from '../strata.ts';
import type { Method } from './method.ts';
import { MetricEvidence } from './metric.ts';

/** What was known before the first step and does not change: the test, and stable's rate of each metric in the hour before. */
export interface Ground {
  readonly method: Method;
  /** By metric; absent is not known. */
  readonly before: Readonly<Record<string, number>>;
}

export interface MetricState {
  readonly name: string;
  /** Share of the whole; 0 for a metric that decides nothing. */
  readonly weight: number;
  /** E by itself. */
  readonly value: number;
  readonly promotion: number;
  readonly critical: boolean;
  /** E of the fast part by itself; 0 for a metric without one. */
  readonly fast: number;
  readonly mostlyAbsolute: boolean;
}

export class RolloutEvidence {
  private readonly evidence: readonly MetricEvidence[];
  private readonly weights: readonly number[];

  constructor(plan: Plan, ground: Ground) {
    this.evidence = plan.metrics.map(
      (metric) => new MetricEvidence(metric, plan, ground.method, ground.before[metric.name]),
    );
    const raw = plan.metrics.map(({ weight, dryRun }) => (dryRun ? 0 : weight));
    const sum = raw.reduce((all, each) => all + each, 0);
    this.weights = raw.map((each) => (sum === 0 ? 0 : each / sum));
  }

  /** Steps are counted from 0. */
  begin(step: number): void {
    for (const metric of this.evidence) metric.begin(step);
  }

  /** Metrics without counts in this stratum stay as they are. */
  advance(stratum: Stratum, alone: boolean): void {
    const seconds = (stratum.to - stratum.from) / 1000;
    for (const metric of this.evidence) {
      const reading = stratum.readings[metric.metric.name];
      if (isCounts(reading)) metric.advance(reading, seconds, alone);
    }
  }

  /** E of the rollout: roll back when it reaches 1/alpha. */
  get value(): number {
    let sum = 0;
    for (const [m, metric] of this.evidence.entries()) sum += (this.weights[m] ?? 0) * metric.value;
    return sum;
  }

  get metrics(): readonly MetricState[] {
    return this.evidence.map((each, m) => ({
      name: each.metric.name,
      weight: this.weights[m] ?? 0,
      value: each.value,
      promotion: each.promotion,
      critical: each.metric.critical && !each.metric.dryRun,
      fast: each.parts.fast,
      mostlyAbsolute: each.mostlyAbsolute,
    }));
  }

  /** The least E' of the critical metrics; of all that decide, when none is critical. */
  get promotion(): number {
    const deciding = this.evidence.filter(({ metric }) => !metric.dryRun);
    const critical = deciding.filter(({ metric }) => metric.critical);
    const needed = critical.length > 0 ? critical : deciding;
    return needed.length === 0 ? 0 : Math.min(...needed.map((metric) => metric.promotion));
  }
}

export function isCounts(reading: Reading | undefined): reading is Counts {
  return reading?.kind === 'counts';
}
