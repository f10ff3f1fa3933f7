/** A finding after the policy was asked. */

import type { Severity } from './finding.ts';
import type { IdentifiedFinding } from './identity/identified.ts';
import type { AllowEntry } from './policy/allow.ts';

export type FindingState = 'new' | 'known' | 'suppressed';

export interface DecidedFinding extends IdentifiedFinding {
  readonly severity: Severity;
  readonly state: FindingState;
  /** It is used in attacks, says CISA: it counts as critical. */
  readonly kev: boolean;
  /** The entry that lets it through, or that did until it expired. */
  readonly entry?: AllowEntry;
  /** That entry's time is over: it blocks, though it may be on the base too. */
  readonly hasExpired: boolean;
  /** Let through by the code or by the scanner's own report, where the policy honours that. */
  readonly inlineReason?: string;
  readonly isBlocking: boolean;
}
