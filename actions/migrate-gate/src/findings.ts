/** What the gate can find, as data: one member of the union per reason code, with its evidence. Texts are in reasons/. */
import type { Difference } from './catalog/compare.ts';
import type { DatabaseError } from './ports.ts';

/** A place in a file of the change; line and columns from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly endColumn?: number;
  readonly excerpt?: string;
}

interface OfMigration {
  /** Such as 0014_orders_priority. */
  readonly migration: string;
  readonly place: Place;
}

export type Direction = 'up' | 'down' | 'second up';

export type Finding =
  | (OfMigration & { readonly code: 'up-fails' | 'down-fails' | 're-up-fails'; readonly error: DatabaseError })
  | (OfMigration & { readonly code: 'timed-out'; readonly direction: Direction; readonly limitMs: number })
  | (OfMigration & { readonly code: 'connection-lost'; readonly direction: Direction; readonly error: DatabaseError })
  | (OfMigration & { readonly code: 'transaction-left-open'; readonly direction: Direction })
  | (OfMigration & {
      readonly code: 'drift' | 're-up-differs';
      readonly differences: readonly Difference[];
      /** Several, when only the whole batch shows it. */
      readonly migrations: readonly string[];
    })
  | (OfMigration & { readonly code: 'noop-down'; readonly differences: readonly Difference[] })
  | (OfMigration & { readonly code: 'no-down' })
  /** `differences`: what it therefore leaves, as far as it was tried. */
  | (OfMigration & { readonly code: 'empty-down'; readonly differences: readonly Difference[] })
  | (OfMigration & { readonly code: 'not-reversible-alone'; readonly why: WayBackFinding })
  | (OfMigration & { readonly code: 'only-in-group'; readonly group: readonly string[] })
  | {
      readonly code: 'not-reached';
      readonly migrations: readonly string[];
      readonly after: string;
      readonly place: Place;
    }
  | (OfMigration & { readonly code: 'edited-migration' })
  /** `renamed`: the id under which its version now stands. */
  | (OfMigration & { readonly code: 'removed-migration'; readonly renamed?: string })
  | (OfMigration & { readonly code: 'edited-down' })
  | (OfMigration & {
      readonly code: 'out-of-order';
      readonly latest: string;
      readonly consequence: 'applied' | 'skipped' | 'refused';
      readonly tool: string;
    })
  | {
      readonly code: 'duplicate-version';
      readonly version: string;
      readonly files: readonly string[];
      readonly place: Place;
    }
  | { readonly code: 'down-without-up'; readonly version: string; readonly place: Place }
  | {
      readonly code: 'refused-name' | 'skipped-name' | 'not-sql';
      readonly expected: string;
      readonly tool: string;
      readonly place: Place;
    }
  | {
      readonly code: 'script-refused';
      readonly expected: string;
      readonly got: string;
      readonly tool: string;
      readonly place: Place;
    }
  | { readonly code: 'repeatable-not-proven'; readonly files: readonly string[]; readonly place: Place }
  | { readonly code: 'allowance-malformed'; readonly expected: string; readonly got: string; readonly place: Place }
  | { readonly code: 'allowance-expired'; readonly allowed: string; readonly expires: string; readonly place: Place }
  | { readonly code: 'base-unreachable'; readonly expected: string; readonly got: string; readonly mend: string }
  | {
      readonly code: 'no-migrations';
      readonly folder: string;
      readonly seen: readonly string[];
      readonly hint: string | null;
    }
  | { readonly code: 'path-missing'; readonly folder: string; readonly got: string }
  | { readonly code: 'file-unreadable'; readonly why: string; readonly place: Place }
  | {
      readonly code: 'layout-ambiguous';
      readonly folder: string;
      readonly candidates: readonly { readonly tool: string; readonly why: string }[];
    }
  | (OfMigration & { readonly code: 'base-fails'; readonly error: DatabaseError })
  | { readonly code: 'setup-fails'; readonly error: DatabaseError; readonly place: Place }
  | { readonly code: 'engine-failed'; readonly message: string; readonly mend: string }
  | { readonly code: 'policy-changed'; readonly keys: readonly string[]; readonly place: Place }
  | { readonly code: 'nothing-new'; readonly folder: string; readonly total: number; readonly base: string };

/** What speaks against the round trip of one migration. */
export type WayBackFinding = Extract<
  Finding,
  {
    readonly code:
      | 'up-fails'
      | 'down-fails'
      | 're-up-fails'
      | 'timed-out'
      | 'connection-lost'
      | 'transaction-left-open'
      | 'drift'
      | 're-up-differs'
      | 'noop-down'
      | 'empty-down'
      | 'no-down';
  }
>;

export type ReasonCode = Finding['code'];
export type FindingOf<Code extends ReasonCode, All = Finding> = All extends { readonly code: ReasonCode }
  ? Code extends All['code']
    ? All
    : never
  : never;

/** The proofs that a policy can require. */
export type ProofName = 'round-trip' | 'schema' | 'hygiene';
