/** What was counted, stratum by stratum: the facts that a rollout is decided from. Plain data, kept as JSON. */

/** Half open, in milliseconds since the epoch. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** One scrape interval with both arms over the same seconds. */
export interface Stratum extends Window {
  /** By the name of the metric or gauge; `health` is the health probe. */
  readonly readings: Readonly<Record<string, Reading>>;
}

export type Reading = Counts | GaugeValue | HealthCount | Trouble;

export interface Counts {
  readonly kind: 'counts';
  readonly canary: Arm;
  readonly stable: Arm;
  /** Why stable was not counted, while the canary was: at 100 % nobody asks, below it the reading is this trouble. */
  readonly stableTrouble?: Trouble;
}

/** Exact integer differences of raw counters, one entry a pod; one entry in all when pods are not told apart. */
export interface Arm {
  readonly requests: readonly number[];
  /** By edge, then by pod. Errors have one edge. A latency edge between two buckets counts what is surely slower (the upper bucket's). */
  readonly bad: readonly (readonly number[])[];
  /** The same with what is possibly slower (the lower bucket's); absent where every edge is a bucket's. */
  readonly possiblyBad?: readonly (readonly number[])[];
}

export interface GaugeValue {
  readonly kind: 'gauge';
  readonly value: number;
}

export interface HealthCount {
  readonly kind: 'health';
  readonly probes: number;
  readonly failures: number;
}

/** Why nothing usable was counted. Never a pass, never a rollback by itself. */
export interface Trouble {
  readonly kind: 'trouble';
  readonly code: TroubleCode;
  /** For people: what was expected and what came; text of others is cut, not escaped. */
  readonly detail: string;
}

export const troubleCodes = [
  /** The source answered, with no series of this arm. */
  'metrics-missing',
  /** Series are there, their newest sample is older than this stratum. */
  'metrics-stale',
  /** A pod that was read before this stratum has no sample in it, others have. */
  'scrape-gap',
  'counter-reset',
  'metrics-not-a-number',
  'metrics-infinite',
  /** Counters that are no whole numbers, fall without a reset, or count more bad events than events. */
  'metrics-inconsistent',
  /** A query that must give one series gave several; two pods' series cannot be told apart. */
  'several-series',
  /** More than one release beside the canary. */
  'several-stable-releases',
  /** Answered 5xx, could not be reached, or its name could not be resolved. */
  'source-unavailable',
  'source-rate-limited',
  'source-timeout',
  /** Ended in the middle, is no JSON, or says itself that it is partial. */
  'source-incomplete',
  /** 401, 403, or another answer that will not change by waiting: the query is refused. */
  'source-refused',
] as const;

export type TroubleCode = (typeof troubleCodes)[number];
