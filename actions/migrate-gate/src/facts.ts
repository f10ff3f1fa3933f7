/** All that was seen, before anything is decided. */

import type { Finding, Place, ProofName } from './findings.ts';
import type { MigrationEntry, Script, Tool } from './layouts/layout.ts';
import type { EngineInfo, RunResult } from './ports.ts';
import type { Allowance } from './sql/allowances.ts';
import type { BatchFacts, Step, StepFacts } from './trial/step.ts';

export interface Facts {
  readonly scope: 'new' | 'all';
  /** Folder of the migrations, from the top of the repository. */
  readonly folder: string;
  readonly tool: Tool | null;
  /** All migrations at the head, in order. */
  readonly all: readonly MigrationEntry[];
  /** Those that are to be proven. */
  readonly batch: readonly Step[];
  /** Found by reading alone: hygiene, or why nothing could be run. */
  readonly found: readonly Finding[];
  /** Each alone; empty when nothing was run. */
  readonly alone: readonly StepFacts[];
  /** Smallest clean group around a migration that is not reversible alone, by migration id. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** The new migrations together; null when there is one, which is its own batch, and with scope all. */
  readonly together: BatchFacts | null;
  readonly chain: BatchFacts | null;
  /** Ids of migrations whose down holds no statement. */
  readonly emptyDowns: ReadonlySet<string>;
  readonly allowances: ReadonlyMap<string, readonly PlacedAllowance[]>;
  /** Places of database errors, and of what a difference points to. */
  readonly places: Places;
  readonly engine: EngineInfo | null;
  readonly stepTimeoutMs: number;
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>;
}

/** Those to be proven, and the old ones whose new way down was tried. */
export function stepsOf({ batch, alone }: Facts): readonly Step[] {
  return [...batch, ...alone.map(({ step }) => step).filter((step) => !batch.includes(step))];
}

/** An allowance and the file it stands in. */
export interface PlacedAllowance extends Allowance {
  readonly file: string;
}

/** Where in the files things are. */
export interface Places {
  /** Of an error that the server reported for this script. */
  ofError(result: RunResult, script: Script): Place;
  /** Of the statement that has to do with one of these objects, or else of the first one. */
  ofObjects(step: Step, direction: 'up' | 'down', objects: readonly string[]): Place;
}

export interface Policy {
  readonly required: readonly ProofName[];
  readonly failOn: 'error' | 'warning';
  readonly inlineAllowances: boolean;
  readonly baseline: readonly KnownFault[];
  /** YYYY-MM-DD, in UTC. */
  readonly today: string;
}

/** One line of a baseline: an old fault that does not block. */
export interface KnownFault {
  readonly migration: string;
  readonly code: string;
  readonly object?: string;
}
