/** Who carries out what a rollout decides: the watch asks, and takes what happened as entries of its journal. */
import type { Course } from '../course.ts';
import type { Decision } from '../decide.ts';
import type { Entry } from '../journal.ts';
import type { Stratum } from '../strata.ts';

export interface Steering {
  /** Before the first window: how the traffic stands, and what an earlier run had counted. */
  begin(course: Course, isDecided: boolean): Promise<readonly Entry[]>;
  /** Asks for the weight of a step. Without an entry `moving` it was not asked for, and is asked again. */
  move(step: number, course: Course): Promise<readonly Entry[]>;
  /** What happened to the traffic while this window was counted. */
  look(course: Course, stratum: Stratum): Promise<readonly Entry[]>;
  /** Waits until that time (milliseconds since the epoch) or the end of the run; keeps alive what has to be. */
  wait(until: number): Promise<void>;
  /** What was taken so far is safe: a successor could go on with it. */
  keep(entries: readonly Entry[], isDecided: boolean): Promise<void>;
  /** Carries out the last decision, or what a cancelled run is to leave. */
  end(decision: Decision, course: Course, isCancelled: boolean): Promise<readonly Entry[]>;
}

/** What is shown on the way. */
export interface Shown {
  /** A weight is set, or is to be set, in percent; `by`: whether the run does it itself. */
  asks(weight: number, by: 'run' | 'others'): void;
  /** Something that is worth a line: a lock that is waited for, a router that does not answer. */
  notes(text: string): void;
}
