import type { Difference } from '../catalog/compare.ts';
import type { MigrationEntry, Script } from '../layouts/layout.ts';
import type { RunResult } from '../ports.ts';

/** One migration, ready to run. */
export interface Step {
  readonly entry: MigrationEntry;
  readonly up: Script;
  /** null: there is no way down. */
  readonly down: Script | null;
}

/** A result of a script that could not be run. */
export type Ran = RunResult | { readonly outcome: 'missing' } | { readonly outcome: 'not-run' };

export const NOT_RUN: Ran = { outcome: 'not-run' };
export const MISSING: Ran = { outcome: 'missing' };

/** What was seen of one migration alone: up, down, up from the state that its predecessors leave. */
export interface StepFacts {
  readonly step: Step;
  readonly up: Ran;
  readonly down: Ran;
  readonly reup: Ran;
  /** Schema after down against the schema before up. */
  readonly afterDown: readonly Difference[];
  /** Schema after the second up against the schema after the first. */
  readonly afterReup: readonly Difference[];
  /** up changed the schema, and down left all of that as it was. */
  readonly downDidNothing: boolean;
  /** Schema objects that were compared. */
  readonly objects: number;
}

/** What was seen of several migrations together: all up, all down, all up. Results in the order of the migrations. */
export interface BatchFacts {
  readonly steps: readonly Step[];
  readonly up: readonly Ran[];
  readonly down: readonly Ran[];
  readonly reup: readonly Ran[];
  readonly afterDown: readonly Difference[];
  readonly afterReup: readonly Difference[];
  readonly objects: number;
}

/** Nothing but noise differs. */
export function sameSchema(differences: readonly Pick<Difference, 'noise'>[]): boolean {
  return differences.every(({ noise }) => noise !== null);
}

export function allOk(results: readonly Ran[]): boolean {
  return results.every(({ outcome }) => outcome === 'ok');
}

/** The migration went up, down and up again alone, and left nothing but noise. */
export function cameBack({ up, down, reup, afterDown, afterReup }: StepFacts): boolean {
  return allOk([up, down, reup]) && sameSchema(afterDown) && sameSchema(afterReup);
}

/** They went up, down and up again together, and left nothing but noise. */
export function isClean({ up, down, reup, afterDown, afterReup }: BatchFacts): boolean {
  return allOk([...up, ...down, ...reup]) && sameSchema(afterDown) && sameSchema(afterReup);
}

/** The migrations up to this one cannot be run again, although they ran before: nothing further can be said. */
export class NotRepeatable extends Error {
  readonly step: Step;
  readonly result: RunResult;
  constructor(step: Step, result: RunResult) {
    super(`${step.entry.id} does not run again on a new database: ${result.error?.message ?? result.outcome}`);
    this.step = step;
    this.result = result;
  }
}
