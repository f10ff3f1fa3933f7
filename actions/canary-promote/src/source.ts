/** Where counts come from, and the clock that it goes by. */
import type { Metrics, Timer } from './ports.ts';

export interface Source {
  readonly metrics: Metrics;
  readonly timer: Timer;
  /** A recording: its times are not those of this run, and it need not be recorded again. */
  readonly isRecorded: boolean;
}
