/** What the tests of one gate set up for a scenario besides a history: a server that it asks, a value that no repository may hold. */
import type { HarnessResult } from './harness.ts';

/** The text of a file of the scenario, as it stands in the repository that the run sees. */
export type Fill = (text: string) => string;

export interface Given {
  /** Variables of the run. */
  readonly env?: Readonly<Record<string, string>>;
  /** Addresses and paths that differ from run to run, by the name that transcripts have for them. */
  readonly places?: Readonly<Record<string, string>>;
  readonly fill?: Fill;
  /** What is not as it should be, in sentences. `folder` holds all that the run left: its home and the runner's temporary files. */
  differences?(result: HarnessResult, folder: string): readonly string[];
  close?(): Promise<void>;
}

/** `given` as scenario.yml has it, undefined where it has none; `folder` is the scenario's. */
export type Prepare = (given: unknown, folder: string) => Promise<Given>;
