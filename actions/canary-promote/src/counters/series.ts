/** Raw samples of counters, as every source hands them over. */

/** Milliseconds since the epoch, and the counter's value. */
export type Sample = readonly [time: number, value: number];

export interface CounterSeries {
  readonly arm: 'canary' | 'stable';
  readonly pod: string;
  /** Value of the label that tells releases apart, of stable. */
  readonly release: string;
  /** Tells it from every other series of the metric: its labels in one fixed order. */
  readonly id: string;
  readonly counts: CountsTo;
  /** In any order; the same one twice is one. */
  readonly samples: readonly Sample[];
}

/** What an increment of the series adds to. */
export type CountsTo =
  | { readonly kind: 'errors'; readonly requests: boolean; readonly bad: boolean }
  /** A cumulative bucket: requests of at most `le` seconds, Infinity for all. */
  | { readonly kind: 'bucket'; readonly le: number };

/** What is known of the counters behind a window; plain data. */
export interface CounterState {
  /** Last sample of each series, by id. */
  readonly last: Readonly<Record<string, Sample>>;
  /** End of the last window in which a pod had a sample, by arm and name. */
  readonly pods: Readonly<Record<string, number>>;
  /** The release that counts as stable since the first window: another one later is not the same baseline. */
  readonly release?: string;
}

export const noCounters: CounterState = { last: {}, pods: {} };
