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
export type Rate = number;
export type RateOrNull = number | null;
export type Whole = number;
/** UTC as text, or seconds since the rollout began; null: not yet. */
export type Moment = string | number | null;
/** Natural logarithm; null: E is 0. */
export type LogE = number | null;
/** hold looks on, wait too, but for a person; promote goes to the next weight, finish ends the last step; rollback takes the traffic back, stop leaves it as it is; null: nothing was decided. */
export type CanaryAction = 'hold' | 'wait' | 'promote' | 'finish' | 'rollback' | 'stop' | null;
export type CanaryRouterEvidence = {
  kind: string;
  object: string | null;
  /** Percent on the canary. */
  before: number | null;
  /** Percent on the canary. */
  after: number | null;
  [k: string]: unknown;
} | null;
export type CanaryPlacebo = {
  /** Fake canaries. */
  groups: number;
  /** Those that looked guilty. */
  reached: number;
  [k: string]: unknown;
} | null;
export type ChecklistItemState = 'done' | 'open' | 'not-applicable' | 'unknown';
/** Worst first. */
export type SecuritySeverity = 'critical' | 'high' | 'medium' | 'low';
export type SecurityLocation = {
  /** From the top of the repository, with /. */
  path: string;
  line?: number;
  column?: number;
  endLine?: number;
  endColumn?: number;
} | null;
export type SecurityPackage = {
  purl: string;
  /** Affected versions. */
  range: string | null;
  /** First version that mends it; null: none, or none is told. */
  fixed: string | null;
  /** From the direct dependency down to the package, without it. */
  via?: string[];
} | null;
export type CommitOrNull = string | null;

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
  by: 'comment' | 'baseline' | 'override';
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
export interface BothArms {
  canary: Whole;
  baseline: Whole;
}
export interface CanaryMetricEvidence {
  name: string;
  /** Of the metric alone. */
  logE: number | null;
  weight: Rate;
  [k: string]: unknown;
}
export interface CanaryShare {
  /** As the step asks for. */
  set: number;
  /** Of the counted requests. */
  measured: number | null;
  [k: string]: unknown;
}
export interface CanaryStepEvidence {
  /** Percent. */
  weight: number;
  from: Moment;
  to: Moment;
  decision: CanaryAction;
  /** Used; or how many of each kind. */
  strata:
    | number
    | {
        [k: string]: unknown;
      };
  requests: BothArms;
  errors: BothArms;
  /** At its end. */
  logE: number | null;
  metrics: CanaryMetricEvidence[];
  share: CanaryShare;
  /** The fast part B: whether, or with what, it decided. */
  breaker: boolean | number | string | {} | null;
  [k: string]: unknown;
}
export interface CanaryDecision {
  action: CanaryAction;
  at: Moment;
  /** Code. */
  reason: string;
  logE: LogE;
  [k: string]: unknown;
}
export interface CanaryPlanEvidence {
  /** sha256 of the plan. */
  hash: string;
  alpha: Rate;
  beta: Rate;
  /** The one that was used. */
  test: string;
  [k: string]: unknown;
}
/** One stratum, for charts. */
export interface CanaryPoint {
  /** Seconds since the rollout began. */
  t: number;
  /** From 0. */
  step: number;
  logE: LogE;
  /** Error rate; null without requests. */
  canary: number | null;
  /** Error rate; null without requests. */
  baseline: number | null;
  [k: string]: unknown;
}
export interface CanaryStrata {
  used: Whole;
  dropped: Whole;
  [k: string]: unknown;
}
/** Facts of a rollout; none of them when the gate could not begin. */
export interface CanaryPromoteEvidence {
  /** Those that were reached, in order. */
  steps?: CanaryStepEvidence[];
  decision?: CanaryDecision;
  /** File of the recorded samples, which replays to the same bytes. */
  samples?: string | null;
  router?: CanaryRouterEvidence;
  /** Requests that met the canary until the decision, and those of them that failed. */
  exposure?: {
    requests: Whole;
    bad: Whole;
  };
  plan?: CanaryPlanEvidence;
  series?: CanaryPoint[];
  strata?: CanaryStrata;
  placebo?: CanaryPlacebo;
  /** What can be seen, and when. */
  preflight?:
    | {
        [k: string]: unknown;
      }[]
    | {
        [k: string]: unknown;
      };
  [k: string]: unknown;
}
export interface ChecklistItemEvidence {
  kind: 'gate' | 'report' | 'metric' | 'http' | 'manifest' | 'file' | 'command' | 'attestation';
  /** stale: about another commit, version or image, or older than its limit. */
  outcome: 'pass' | 'fail' | 'stale' | 'unknown';
  value?: string;
  threshold?: string;
  source: string;
  sha256?: string;
  at?: string;
  seen: string;
}
export interface ChecklistItem {
  id: string;
  file: string;
  line: number;
  /** Anchor of its heading. */
  phase: string | null;
  text: string;
  depth: number;
  state: ChecklistItemState;
  /** Ticked by hand. */
  claimed: boolean;
  /** Whether this run was about its phase. */
  gates: boolean;
  evidence: ChecklistItemEvidence[];
}
/** Its items, counted. done is proven, claimed and not applicable together. */
export interface ChecklistPhaseCount {
  id: string;
  title: string;
  number?: number;
  gates: boolean;
  items: number;
  done: number;
  proven: number;
  claimed: number;
  notApplicable: number;
  open: number;
  unknown: number;
}
export interface ChecklistSignature {
  role: string;
  label: string;
  line?: number;
  /** As the Markdown says; it proves nobody. */
  claimed: null | {
    name: string | null;
    date: string | null;
  };
  proven: null | {
    login: string;
    id: number;
    kind: 'review' | 'commit-comment' | 'signed-commit' | 'environment';
    commit: Commit;
    at: string | null;
    url?: string;
  };
  state: 'proven' | 'claimed' | 'missing' | 'stale' | 'void' | 'not-allowed' | 'unknown';
  /** What the state rests on, in words. */
  seen?: string;
}
export interface ChecklistManifest {
  file: string;
  line: number;
  kind: string;
  namespace?: string;
  name: string;
  container?: string;
  rule: string;
  result: 'pass' | 'fail' | 'not-evaluated' | 'ignored' | 'error';
  message: string;
}
/** Break-glass: what was let through in spite of its reasons. */
export interface ChecklistOverride {
  reason: string;
  expires: string;
  people: {
    login: string;
    id: number;
    at: string;
  }[];
}
/** Facts of a checklist; none of them when the gate could not begin. */
export interface ChecklistEvidence {
  mode?: 'report' | 'enforce' | 'manifests';
  when?: 'before' | 'after';
  /** What is signed: SHA-256 of the tree with the sign-off lines blanked. */
  subject?: string | null;
  policy?: {
    file: string;
    commit: Commit | null;
  };
  items?: ChecklistItem[];
  phases?: ChecklistPhaseCount[];
  signatures?: ChecklistSignature[];
  manifests?: ChecklistManifest[];
  override?: ChecklistOverride;
  [k: string]: unknown;
}
/** One scanner, and whether it answered. */
export interface SecurityScanner {
  name: string;
  /** Of the tool; null: it did not say. */
  version: string | null;
  /** error: it looked, or tried to, and gave no answer; not-run: it never looked. */
  outcome: 'clean' | 'findings' | 'error' | 'not-run';
  /** null: not known. */
  findings: number | null;
  durationMs: Milliseconds;
  /** Why there is no answer. */
  reason: string | null;
  /** How much was looked at, in words: 812 packages. */
  seen: string | null;
  /** report: a saved one was read, nothing was run. */
  source: 'ran' | 'report';
  /** The saved report, from the top of the repository. */
  file?: string;
  /** Whether the gate does not pass without its answer. */
  required?: boolean;
}
/** Why a finding does not block. */
export interface SecurityAllowance {
  /** policy: an entry of security.allow; the others are the scanner's own word. */
  by: 'policy' | 'in-source' | 'external';
  reason: string | null;
  expires: string | null;
}
/** One thing that was found, by one scanner or several. */
export interface SecurityFinding {
  scanner: string;
  /** Other scanners that found the same. */
  also?: string[];
  rule: string;
  category: 'secret' | 'dependency' | 'code' | 'manifest' | 'contract';
  /** What is there, in a few words. No value of a secret is in any text. */
  title: string;
  severity: SecuritySeverity;
  /** known: the base has it too. */
  state: 'new' | 'known' | 'suppressed';
  location: SecurityLocation;
  package: SecurityPackage;
  /** Ids and aliases; the first is the one that people see. */
  advisories: string[];
  /** In CISA's catalogue of Known Exploited Vulnerabilities. */
  kev: boolean;
  fingerprints: {
    [k: string]: string;
  };
  message: string;
  /** A command that mends it. */
  fix?: string;
  /** Of the history, when the finding is not in the checkout. */
  commit?: string;
  allow?: SecurityAllowance;
}
export interface SecurityCount {
  critical: Whole;
  high: Whole;
  medium: Whole;
  low: Whole;
}
/** An allowance that ends soon. */
export interface SecurityEnding {
  /** In security.allow. */
  index: number;
  /** The advisory, fingerprint or rule. */
  target: string;
  expires: string;
  /** Whole days after today on which it still counts. */
  daysLeft: number;
}
/** Facts of security-scan; none of them when the gate could not begin. */
export interface SecurityScanEvidence {
  policy?: {
    file: string;
    commit: CommitOrNull;
  };
  /** What blocks: this severity and worse. */
  failOn?: {
    severity: SecuritySeverity;
    state: 'new' | 'any';
  };
  /** What new is measured against; null: nothing, or a baseline. */
  base?: string | null;
  /** SARIF of the base that was read instead. */
  baseline?: string | null;
  scanners?: SecurityScanner[];
  /** Of all findings, listed or not. */
  counts?: {
    new: SecurityCount;
    known: SecurityCount;
    suppressed: SecurityCount;
  };
  /** New and worst first. */
  findings?: SecurityFinding[];
  /** Findings that are counted and not listed. */
  omitted?: number;
  /** The catalogue that was read: its own date, and how many entries it has. */
  kev?: {
    date: string;
    count: Whole;
  } | null;
  /** Entries of security.allow. */
  allow?: {
    used: Whole;
    /** Entries that match nothing. */
    stale: number;
    expired: Whole;
    ending: SecurityEnding[];
  };
  sarif?: {
    /** In the full file. */
    results: number;
    /** In the file for code scanning. */
    uploaded: number;
    /** Left out of it by GitHub's limits. */
    dropped: number;
  };
  [k: string]: unknown;
}
