/** What a command knows of the world around it, and where it prints. */
export interface Terminal {
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal. */
  readonly isTerminal: boolean;
  /** Prints lines for people, or one JSON document. A line end is added. */
  readonly out: (text: string) => void;
  /** Prints why nothing could be done. A line end is added. */
  readonly err: (text: string) => void;
}

/** 0: all is well; 1: a fault was found; 2: not known, because something could not be read or asked for. */
export type ExitCode = 0 | 1 | 2;
