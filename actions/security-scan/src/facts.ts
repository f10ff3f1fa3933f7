/** Everything that the decision rests on, collected before it. */

import type { Cause } from './causes.ts';
import type { Severity } from './finding.ts';
import type { AdvisoryClasses } from './identity/classes.ts';
import type { IdentifiedFinding } from './identity/identified.ts';
import type { AllowEntry } from './policy/allow.ts';
import type { KevList } from './policy/kev.ts';
import type { ScannerFacts } from './scanner-facts.ts';

export interface Policy {
  readonly onError: 'block' | 'warn';
  readonly unknownSeverity: Severity;
  readonly failOn: { readonly severity: Severity; readonly state: 'new' | 'any' };
  readonly allow: readonly AllowEntry[];
  readonly horizonDays: number;
  /** Suppressions that stand in the code or in a tool's report count. */
  readonly inline: boolean;
}

export interface Facts {
  readonly policy: Policy;
  readonly policyFile: string;
  /** Where an entry of the allow list stands. */
  placeOf(index: number): { readonly file: string; readonly line?: number; readonly column?: number };
  readonly scanners: readonly ScannerFacts[];
  readonly findings: readonly IdentifiedFinding[];
  readonly classes: AdvisoryClasses;
  readonly kev: KevList | null;
  /** The clock's day: `2026-11-28`. */
  readonly today: string;
  /** The base that findings were compared with. */
  readonly base: { readonly sha: string; readonly how: string } | null;
  /** Known before the decision: of the policy and its base. */
  readonly found: readonly Cause[];
}
