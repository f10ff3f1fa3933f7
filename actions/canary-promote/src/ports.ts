/** What a rollout needs from outside. */
import type { Entry } from './journal.ts';
import type { Plan } from './plan.ts';
import type { Stratum, Trouble, Window } from './strata.ts';

export interface Metrics {
  /** For people: "Prometheus at prometheus.example.com". */
  readonly description: string;
  /**
   * Everything of the plan, counted over one window. Windows rise and do not overlap. Troubles of a metric are its
   * reading; never rejects for what the source does. At most one query a metric and window.
   */
  read(window: Window, signal: AbortSignal): Promise<Stratum>;
  /** The stable arm alone in the windows before the rollout (`canary` of each counts has no pods); empty when the source keeps no past. */
  past(windows: readonly Window[], signal: AbortSignal): Promise<readonly Stratum[] | Trouble>;
}

/** Opens a source for a plan; throws ConfigurationError before anything moves for a query that cannot be. */
export type OpenMetrics = (plan: Plan) => Promise<Metrics>;

/** Time of the day, and waiting for it. */
export interface Timer {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves at that time, at once when it is over, or when the signal is aborted. */
  until(time: number, signal: AbortSignal): Promise<void>;
}

/** Keeps what was read, in order, before it is decided upon. */
export interface Recorder {
  append(entry: Entry): void;
}
