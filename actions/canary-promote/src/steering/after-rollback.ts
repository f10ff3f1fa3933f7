/** What is told of a rollback, and what became of the telling. Plain data. */

export interface RolledBack {
  /** The same in every run of one rollout. */
  readonly rollout: string;
  readonly service: string;
  readonly environment: string;
  readonly version: string | undefined;
  /** Percent before the way back. */
  readonly weight: number;
  /** Sentences, the most important first. */
  readonly reasons: readonly string[];
  /** Lines with figures. */
  readonly numbers: readonly string[];
  /** Addresses. */
  readonly runbook: string | undefined;
  readonly run: string | undefined;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** For the report. `what` and `why` hold no secret. */
export type Afterwards =
  | { readonly what: string; readonly done: true }
  | { readonly what: string; readonly done: false; readonly why: string };
