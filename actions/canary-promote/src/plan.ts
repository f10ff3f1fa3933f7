/** What a rollout is to do, as it is fixed before its first request. Durations in seconds, shares and rates from 0 to 1. */

export interface Plan {
  readonly strategy: 'canary' | 'blue-green' | 'rolling';
  /** `environment:`, as the repository's settings name it. */
  readonly environment: string | undefined;
  /** Weights rise; the last may be 100. */
  readonly steps: readonly Step[];
  /** Strata of the first seconds of every step are not used. */
  readonly warmUp: number;
  /** Length of a stratum: one scrape interval. */
  readonly interval: number;
  /** Longest time of one request: strata are dropped for max(interval, this) after a weight change. */
  readonly requestTimeout: number;
  readonly baseline: 'stable' | 'fresh';
  /** `evidence` decides by e-processes; `literal` and `burn-rate` fire their triggers as written, outside alpha. */
  readonly mode: 'evidence' | 'literal' | 'burn-rate';
  /** Probability of rolling back a release that is as good as the stable one, over the whole rollout. */
  readonly alpha: number;
  /** Probability, per step, of promoting a release with twice the errors of stable and at least `floor`. */
  readonly beta: number;
  /** The canary may fail this many times as often as stable. */
  readonly margin: number;
  /** Below it nothing is claimed by a promotion; `off` promotes by the comparison alone. */
  readonly floor: number | 'off';
  /** `independent` allows test S; only with a source that reads both arms at the same moment. */
  readonly assume: 'exchangeable' | 'independent';
  /** `auto` takes the first of P15, R15, R60 that the placebo accepts. */
  readonly test: 'auto' | 'P' | 'R' | 'S';
  readonly arms: Arms;
  /** At least one has a weight. */
  readonly metrics: readonly Metric[];
  readonly gauges: readonly Gauge[];
  readonly triggers: Triggers;
  readonly burnRate: BurnRate | undefined;
  readonly noData: 'hold' | 'rollback' | 'fail';
  /** This long without a usable stratum, and `noData` decides. */
  readonly noDataAfter: number;
  readonly onCancel: 'hold' | 'rollback';
  readonly atMax: 'hold' | 'promote' | 'rollback';
  readonly soak: Soak | undefined;
  /** From the top of the repository. */
  readonly runbook: string | undefined;
}

export interface Step {
  /** Percent of the traffic, above 0, at most 100. */
  readonly weight: number;
  readonly hold: number;
  /** `atMax` decides when the step lasted this long. */
  readonly max: number;
  /** A person lets the step go on. */
  readonly manual: boolean;
}

/** How series tell the two releases apart. */
export interface Arms {
  /** Label of the release. */
  readonly label: string;
  /** Label of the pod. */
  readonly pod: string;
  readonly canary: string | undefined;
  /** Without it: the one other value there is. */
  readonly stable: string | undefined;
}

export type Metric = ErrorMetric | LatencyMetric;

interface WeightedMetric {
  /** Unique among metrics and gauges. */
  readonly name: string;
  /** Share of the evidence; they are brought to a sum of 1. */
  readonly weight: number;
  /** Without its proof no step is promoted. */
  readonly critical: boolean;
  /** Shown, but decides nothing. */
  readonly dryRun: boolean;
}

/** Selectors of raw counters, in PromQL: `http_requests_total{service="orders"}`. */
export interface ErrorMetric extends WeightedMetric {
  readonly kind: 'errors';
  readonly total: string;
  readonly bad: string;
}

/** Bad = slower than an edge. Selector of a histogram without `_bucket`, classic or native. */
export interface LatencyMetric extends WeightedMetric {
  readonly kind: 'latency';
  readonly histogram: string;
  /** Seconds, rising, one to six. */
  readonly edges: readonly number[];
}

/** Any PromQL with one series as its answer; it only guards, outside alpha. */
export interface Gauge {
  readonly name: string;
  readonly query: string;
  readonly above: number | undefined;
  readonly below: number | undefined;
  /** The limit is passed this long without a break. */
  readonly for: number;
  readonly action: 'rollback' | 'hold' | 'warn';
}

/** Seed row C4: absolute limits in the mode `evidence`, fired as written in the mode `literal`. */
export interface Triggers {
  readonly errorRate: { readonly above: number; readonly window: number } | undefined;
  /** "p95 above 2 s" is "more than 5 % of requests slower than 2 s". */
  readonly latency: { readonly quantile: number; readonly above: number; readonly window: number } | undefined;
  readonly health: HealthTrigger | undefined;
}

/** One of `path` (asked of every canary pod), `series` (a gauge, 1 is healthy). */
export interface HealthTrigger {
  readonly path: string | undefined;
  readonly series: string | undefined;
  readonly failures: number;
  readonly window: number;
}

/** The Site Reliability Workbook, chapter 5: both windows burn faster than `factor` times the budget. */
export interface BurnRate {
  /** Objective, such as 0.999. */
  readonly slo: number;
  readonly windows: readonly { readonly long: number; readonly short: number; readonly factor: number }[];
}

/** Seed row C7. */
export interface Soak {
  readonly duration: number;
  readonly errorRate: number | undefined;
  readonly latencyP95: number | undefined;
  readonly availability: number | undefined;
  readonly criticalAlerts: number | undefined;
}
