import type { Difference } from './catalog/compare.ts';
import type { Script } from './layouts/layout.ts';

/** What the server said of a statement. Source: PostgreSQL documentation, "Error and Notice Message Fields". */
export interface DatabaseError {
  readonly message: string;
  readonly sqlState?: string;
  readonly detail?: string;
  readonly hint?: string;
  /** Name of the constraint, table or type that the server names apart from the message. */
  readonly object?: string;
}

export interface RunResult {
  /** broken: the connection was lost; the database is gone, as after timed-out. open: a transaction was left open and rolled back. */
  readonly outcome: 'ok' | 'failed' | 'timed-out' | 'broken' | 'open';
  readonly durationMs: number;
  readonly error?: DatabaseError;
  /** Where in the file's text (UTF-16 offset), or else after how many finished statements of which chunk. */
  readonly place?: ErrorPlace;
}

export type ErrorPlace =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'statement'; readonly chunk: number; readonly finished: number };

/** A fingerprint that the database side keeps: small to pass around. */
export interface CatalogHandle {
  /** The same id, the same fingerprint; two ids may also stand for equal ones. */
  readonly id: number;
  /** Number of schema objects in it. */
  readonly objects: number;
}

/** One throw-away database, empty but for the setup. Calls are answered in the order in which they are made; nobody has to wait in between. */
export interface Database {
  /** Runs a script as its tool would, each in a session of its own; never rejects for what the SQL does. */
  run(script: Script): Promise<RunResult>;
  catalog(): Promise<CatalogHandle>;
  compare(expected: CatalogHandle, got: CatalogHandle): Promise<readonly Difference[]>;
  close(): Promise<void>;
}

export interface EngineInfo {
  readonly kind: 'embedded' | 'local' | 'url';
  /** As the server names it, such as "18.6". */
  readonly version: string;
  readonly startMs: number;
}

/** Makes throw-away databases. */
export interface Engine {
  /** Rejects with EngineError when no database can be had. */
  open(): Promise<{ readonly database: Database; readonly info: EngineInfo }>;
}

export class EngineError extends Error {
  /** What to do about it. */
  readonly mend: string;
  constructor(message: string, mend: string, options?: ErrorOptions) {
    super(message, options);
    this.mend = mend;
  }
}

/** What the gate needs from outside besides the context. */
export interface GatePorts {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A database will be wanted soon: whatever takes time may begin. */
  expectEngine(): void;
  /** An engine with these extensions at hand. */
  engine(settings: { readonly extensions: readonly string[]; readonly stepTimeoutMs: number }): Engine;
  /** Extensions that some texts may ask for. */
  neededExtensions(texts: Iterable<string>): readonly string[];
}
