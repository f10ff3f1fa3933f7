/** What the gate can find, as data. `place` is where it is shown. */
import type { EvidenceResult } from './evidence/result.ts';
import type { Item } from './markdown/model.ts';
import type { SignoffTrouble } from './signoffs/candidate.ts';
import type { Signature } from './signoffs/judge.ts';
import type { OverrideRefusal } from './signoffs/override.ts';

export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly endColumn?: number;
}

/** The one item that a finding is about. */
interface OfItem {
  readonly place: Place;
  readonly item: Pick<Item, 'id' | 'text'>;
}

interface OfEvidence extends OfItem {
  readonly evidence: EvidenceResult;
}

interface OfRole {
  readonly place?: Place;
  readonly signature: Signature;
  /** Of the commit: what there is to be signed. */
  readonly subject: string | null;
  readonly environment: string | undefined;
}

export type Finding =
  /** Ticked, and its evidence says the opposite. */
  | ({ readonly code: 'contradiction' } & OfEvidence)
  | ({ readonly code: 'evidence-fails' } & OfEvidence)
  /** `others`: more of the same phase, told with it where they are many. */
  | ({ readonly code: 'item-open'; readonly others?: readonly Pick<Item, 'text' | 'line'>[] } & OfItem)
  | ({ readonly code: 'claim-rejected' } & OfItem)
  | ({ readonly code: 'parent-disagrees'; readonly open: readonly Pick<Item, 'text' | 'line'>[] } & OfItem)
  | ({ readonly code: 'evidence-stale' } & OfEvidence)
  | ({ readonly code: 'evidence-unknown' } & OfEvidence)
  | ({ readonly code: 'tick-missing' } & OfItem)
  | ({ readonly code: 'not-applicable-refused'; readonly reason: string } & OfItem)
  | ({ readonly code: 'not-applicable-incomplete'; readonly missing: 'reason' | 'owner' } & OfItem)
  | {
      readonly code: 'item-removed';
      readonly place: Place;
      readonly item: Pick<Item, 'id' | 'text'>;
      readonly line: number;
    }
  | {
      readonly code: 'item-weakened';
      readonly place: Place;
      readonly item: Pick<Item, 'id' | 'text'>;
      readonly what: string;
    }
  | { readonly code: 'no-items'; readonly place: Place; readonly got: string }
  /** What is judged is not what the commit holds, and so not what was signed. */
  | { readonly code: 'not-committed'; readonly place: Place; readonly got: string }
  /** The workspace is another commit than the run is about. */
  | { readonly code: 'other-checkout'; readonly wanted: string; readonly got: string }
  /** Lines of signatures that no role of the policy is for. */
  | { readonly code: 'sign-off-unasked'; readonly place: Place; readonly labels: readonly string[] }
  | { readonly code: 'phase-missing'; readonly place: Place; readonly phase: number | string }
  | { readonly code: 'duplicate-id'; readonly place: Place; readonly expected: string; readonly got: string }
  | { readonly code: 'not-an-item'; readonly place: Place; readonly expected: string; readonly got: string }
  | { readonly code: 'threshold-unreadable'; readonly place: Place; readonly expected: string; readonly got: string }
  | { readonly code: 'file-unreadable'; readonly place: Place; readonly expected: string; readonly got: string }
  /** An entry of the policy names an item that is not there, or several. */
  | {
      readonly code: 'evidence-unmatched';
      readonly place: Place;
      readonly name: string;
      readonly matches: readonly string[];
      readonly guess?: string;
    }
  | ({ readonly code: 'signature-missing' } & OfRole)
  | ({ readonly code: 'signature-claimed' } & OfRole)
  | ({ readonly code: 'signature-stale' } & OfRole)
  | ({ readonly code: 'signature-void' } & OfRole)
  | ({ readonly code: 'signature-not-allowed' } & OfRole)
  | ({ readonly code: 'signature-unknown' } & OfRole)
  | ({ readonly code: 'team-unreadable' } & OfRole)
  | { readonly code: 'github-unreadable'; readonly troubles: readonly SignoffTrouble[] }
  | { readonly code: 'base-unreachable'; readonly expected: string; readonly got: string; readonly mend: string }
  | { readonly code: 'policy-changed'; readonly place: Place; readonly keys: readonly string[] }
  | { readonly code: 'closed'; readonly because: string; readonly place: Place }
  | {
      readonly code: 'break-glass';
      readonly reason: string;
      readonly expires: string;
      readonly people: readonly string[];
      readonly count: number;
    }
  | { readonly code: 'break-glass-refused'; readonly login: string; readonly why: OverrideRefusal }
  | {
      readonly code: 'manifest-fails';
      readonly place: Place;
      readonly rule: string;
      readonly object: string;
      readonly message: string;
      readonly mend: string;
    }
  | {
      readonly code: 'manifest-unknown';
      readonly place: Place;
      readonly rule: string;
      readonly object: string;
      readonly message: string;
    };

export type ReasonCode = Finding['code'];

/** The finding that bears a code. */
export type FindingOf<Code extends ReasonCode> = Extract<Finding, { code: Code }>;
