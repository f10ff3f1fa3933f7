/** What may be a signature: somebody's act on GitHub, as it was found. Made by the readers of each kind, judged in judge.ts. */
import type { SignatureKind } from '../policy.ts';

/** A person of GitHub; the id stays when the login changes. */
export interface Signer {
  readonly id: number;
  readonly login: string;
  /** As GitHub says: User, Bot, Organization, Mannequin. */
  readonly type: string;
}

/** Why an act that was one does not count any more, or never did. */
export type Void =
  | 'dismissed'
  | 'changes-requested'
  | 'edited'
  | 'by-web-flow'
  | 'key-not-verified'
  | 'key-of-somebody-else'
  | 'other-environment';

export interface Candidate {
  readonly kind: SignatureKind;
  /** Name of the role that is signed for; undefined for a review that names none: any role of the person. */
  readonly role?: string;
  /** null: the account is deleted. */
  readonly signer: Signer | null;
  /** Where it was given. */
  readonly commit: string;
  /** What it was given for, 64 hex; null when that commit cannot be read. */
  readonly subject: string | null;
  /** ISO 8601; null where GitHub says no time. */
  readonly at: string | null;
  readonly url?: string;
  readonly void?: Void;
}

/** Whether a person may sign for a role. unknown: it could not be found out, `why` says what is needed. */
export type Membership =
  | { readonly kind: 'member' }
  | { readonly kind: 'not-member' }
  | { readonly kind: 'unknown'; readonly why: string; readonly team?: string };

/** Something that GitHub did not give. */
export interface SignoffTrouble {
  /** "the reviews of pull request 7". */
  readonly what: string;
  /** What GitHub said, in our words. */
  readonly got: string;
  /** Permission of the token that is needed for it: `pull-requests: read`; undefined: no token would help. */
  readonly need: string | undefined;
  /** Kinds of signature that may be missing because of it. */
  readonly kinds: readonly SignatureKind[];
  /** Without it nobody knows who wrote the change, so anybody who signed may have. */
  readonly hidesAuthors?: true;
}

export interface SignoffFacts {
  /** Of this commit; null when it could not be made. */
  readonly subject: string | null;
  readonly candidates: readonly Candidate[];
  /** Ids of those who wrote the change. */
  readonly authors: readonly number[];
  /** By `membershipKey`. */
  readonly memberships: ReadonlyMap<string, Membership>;
  readonly troubles: readonly SignoffTrouble[];
}

export function membershipKey(role: string, signer: Pick<Signer, 'id'>): string {
  return `${role}/${signer.id}`;
}
