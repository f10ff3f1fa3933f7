/** Why the gate decides as it does, as data: each cause becomes a reason. `place` is where it is shown. */
import type { DecidedFinding } from './decided.ts';
import type { AllowEntry } from './policy/allow.ts';
import type { ScannerFacts } from './scanner-facts.ts';

export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly endColumn?: number;
}

interface OfFinding {
  readonly finding: DecidedFinding;
  /** It stands against the change; else it is told and lets pass. */
  readonly isBlocking: boolean;
}

interface OfEntry {
  readonly place: Place;
  readonly entry: AllowEntry;
}

export type Cause =
  | ({ readonly code: 'secret-found' } & OfFinding)
  | ({ readonly code: 'vulnerable-package' } & OfFinding)
  | ({ readonly code: 'code-weakness' } & OfFinding)
  | ({ readonly code: 'manifest-weakness' } & OfFinding)
  | ({ readonly code: 'contract-broken' } & OfFinding)
  /** Findings that would each be a reason, and are too many to be read: they are in SARIF. */
  | { readonly code: 'more-findings'; readonly count: number; readonly isBlocking: boolean }
  | { readonly code: 'scanner-error'; readonly scanner: ScannerFacts; readonly isBlocking: boolean }
  | { readonly code: 'scanner-not-run'; readonly scanner: ScannerFacts; readonly isBlocking: boolean }
  | { readonly code: 'nothing-scanned' }
  /** Packages that no scanner and no report has looked at. */
  | { readonly code: 'lock-unread'; readonly files: readonly string[]; readonly place: Place }
  /** Folders that belong to other repositories: no scanner looks into them. */
  | { readonly code: 'submodules-unread'; readonly folders: readonly string[]; readonly place?: Place }
  /** The base gave no findings to compare with: those of the change all count as new. */
  | { readonly code: 'not-compared'; readonly scanners: readonly ScannerFacts[] }
  | ({ readonly code: 'suppression-expired'; readonly blocked: number } & OfEntry)
  | ({ readonly code: 'suppression-ending'; readonly daysLeft: number; readonly count: number } & OfEntry)
  | ({ readonly code: 'suppression-too-far'; readonly horizonDays: number; readonly daysLeft: number } & OfEntry)
  | ({ readonly code: 'suppression-stale' } & OfEntry)
  | { readonly code: 'kev-unreadable'; readonly place: Place; readonly expected: string; readonly got: string }
  /** The catalogue knows CVEs alone: of these findings it cannot be asked. */
  | { readonly code: 'kev-unasked'; readonly count: number; readonly by: readonly string[] }
  | { readonly code: 'baseline-unreadable'; readonly place: Place; readonly expected: string; readonly got: string }
  | { readonly code: 'base-unreachable'; readonly expected: string; readonly got: string; readonly mend: string }
  | { readonly code: 'policy-changed'; readonly place: Place; readonly keys: readonly string[] };

export type ReasonCode = Cause['code'];

/** The cause that bears a code. */
export type CauseOf<Code extends ReasonCode> = Extract<Cause, { code: Code }>;
