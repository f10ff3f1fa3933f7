/** What went out, for the report. */
export interface CallCount {
  /** Requests that were sent, repeated ones included. */
  readonly sent: number;
  readonly failed: number;
  readonly repeated: number;
  /** How often the breaker opened, and how many calls it kept back. */
  readonly opened: number;
  readonly keptBack: number;
}
