/** Everything that the decision rests on, collected before it. */
import type { Finding } from './findings.ts';
import type { ItemFacts } from './items.ts';
import type { Policy, When } from './policy.ts';
import type { SignoffFacts } from './signoffs/candidate.ts';
import type { Claim } from './signoffs/judge.ts';
import type { JudgedOverride } from './signoffs/override.ts';

export type Mode = 'report' | 'enforce';

export interface Facts {
  readonly mode: Mode;
  readonly when: When;
  readonly environment: string | undefined;
  readonly policy: Policy;
  /** Of all checklists, in their order. */
  readonly items: readonly ItemFacts[];
  readonly signoffs: SignoffFacts;
  /** Sign-off lines by role. */
  readonly claims: ReadonlyMap<string, Claim>;
  readonly override: JudgedOverride;
  /** Why nothing is let through at this moment; null when it may be. */
  readonly closed: string | null;
  /** Seen while the facts were collected: of files, of the policy, of what the change takes away. */
  readonly found: readonly Finding[];
  readonly policyFile: string;
}
