import type { ExitCode, Terminal } from './terminal.ts';

export interface Flag {
  /** With its dashes: `--json`. */
  readonly name: string;
  readonly meaning: string;
}

/** What was asked of a command. */
export interface Invocation {
  readonly operands: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly color: boolean;
}

/** One entry of the table of commands. */
export interface Command {
  readonly name: string;
  /** What stands behind the name in the first line of its help. */
  readonly operands: string;
  readonly summary: string;
  readonly details: readonly string[];
  readonly flags: readonly Flag[];
  readonly run: (invocation: Invocation, terminal: Terminal) => ExitCode | Promise<ExitCode>;
}
