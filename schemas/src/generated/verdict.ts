// Made from schemas/verdict.schema.json by scripts/generate-schemas.ts; `npm run fix` makes it anew.

export type Gate = 'migrate-gate' | 'canary-promote' | 'checklist' | 'security-scan';
/** unknown never passes: something required could not be proven. */
export type Outcome = 'pass' | 'fail' | 'unknown';
export type Commit = string;
/** Worst first. data-loss and error are faults: they fail the gate. */
export type Severity = 'data-loss' | 'error' | 'warning' | 'note';
/** What a reason makes of the outcome. */
export type Blocks = 'fail' | 'unknown' | 'no';
export type ProofOutcome = 'pass' | 'fail' | 'not-proven';
export type Milliseconds = number;
export type RunOutcome = 'ok' | 'failed' | 'timed-out' | 'missing' | 'not-run';
/** Of the round trip alone, the worst that was seen. */
export type MigrationStatus =
  | 'clean'
  | 'noise'
  | 'no-down'
  | 'up-fails'
  | 'down-fails'
  | 're-up-fails'
  | 'drift'
  | 'data-loss'
  | 'unknown'
  | 'allowed';

/** What one gate decided about one commit, and why. Written by every gate, read by the plugins. */
export interface Verdict {
  /** Version of this schema. */
  version: 1;
  gate: Gate;
  outcome: Outcome;
  /** The finding in one sentence that is true when read alone, without the outcome's glyph. */
  headline: string;
  subject: Subject;
  /** All of them, worst first. */
  reasons: Reason[];
  proofs: Proof[];
  /** Facts, by gate. */
  evidence: object;
  tool: Tool;
  startedAt: string;
  finishedAt: string;
}
export interface Subject {
  service?: string;
  repository?: string;
  commit?: Commit;
  base?: Commit;
  ref?: string;
  event?: string;
  environment?: string;
  /** What was looked at, from the top of the repository. */
  path?: string;
  run?: WorkflowRun;
}
export interface WorkflowRun {
  id: string;
  attempt: number;
}
export interface Reason {
  code: string;
  severity: Severity;
  blocks: Blocks;
  title: string;
  seen: string;
  hurts: string;
  mend: string;
  repair?: Repair;
  location?: Location;
  /** The line of the file at location. */
  excerpt?: string;
  /** Page of the reason: a URL, or its path in Shipgate's repository. */
  docs: string;
  allowance?: Allowance;
  evidence: object;
}
/** What can be pasted. */
export interface Repair {
  language: 'sql' | 'diff' | 'sh' | 'yaml';
  text: string;
}
export interface Location {
  /** From the top of the repository, with /. */
  file: string;
  line?: number;
  column?: number;
  endColumn?: number;
}
export interface Allowance {
  by: 'comment' | 'baseline';
  reason: string;
  expires?: string;
}
export interface Proof {
  name: string;
  required: boolean;
  outcome: ProofOutcome;
  seen: string;
}
export interface Tool {
  name: string;
  version: string;
  commit?: Commit;
}
export interface DatabaseError {
  message: string;
  sqlState?: string;
  detail?: string;
  hint?: string;
  object?: string;
}
export interface MigrationRun {
  outcome: RunOutcome;
  durationMs?: Milliseconds;
  error?: DatabaseError;
}
export interface AttributeDifference {
  name: string;
  expected: string | null;
  got: string | null;
}
export interface SchemaDifference {
  class: string;
  object: string;
  change: 'gone' | 'new' | 'changed';
  /** after down: against the schema before up; after re-up: against the schema after the first up. */
  after: 'down' | 're-up';
  /** Class of noise, null for a real difference. */
  noise: string | null;
  attributes?: AttributeDifference[];
}
export interface RoundTrip {
  migrations: number;
  outcome: 'clean' | 'noise' | 'fault' | 'unknown';
  up: Count;
  down: Count;
  reup: Count;
  /** Schema objects compared. */
  objects: number;
  schema: SchemaDifference[];
}
export interface Count {
  ok: number;
  of: number;
}
export interface MigrationEvidence {
  version: string;
  name: string;
  file: string;
  /** Only where it is another file. */
  downFile?: string;
  status: MigrationStatus;
  /** Part of the new migrations of this change. */
  batch: boolean;
  alone?: 'reversible' | 'only-in-group' | 'not-reversible' | 'unknown';
  /** Smallest enclosing group that comes back clean. */
  group?: string[];
  up: MigrationRun;
  down: MigrationRun;
  reup: MigrationRun;
  schema: SchemaDifference[];
}
export interface EngineEvidence {
  kind: 'embedded' | 'local' | 'url';
  version: string;
  startMs: Milliseconds;
}
export interface PlanStep {
  version: string;
  file: string;
  outcome: RunOutcome;
  durationMs?: Milliseconds;
}
export interface MigrateGateEvidence {
  scope: 'new' | 'all';
  layout?: string;
  total?: number;
  /** In order. */
  migrations: MigrationEvidence[];
  batch?: RoundTrip;
  chain?: RoundTrip;
  engine?: EngineEvidence;
  /** The way back as rehearsed: downs in order. */
  plan?: PlanStep[];
  timings: {
    [k: string]: Milliseconds;
  };
}
