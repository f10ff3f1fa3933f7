/** Break-glass: whether a deployment is let through in spite of its reasons. Pure. */
import type { BreakGlass } from '../policy.ts';
import type { Membership } from './candidate.ts';
import type { OverrideComment } from './github/comments.ts';

export interface Override {
  readonly reason: string;
  /** ISO 8601: the earlier of the two ends. */
  readonly expires: string;
  readonly people: readonly { readonly login: string; readonly id: number; readonly at: string }[];
}

/** Why a comment that wants to break the glass does not. */
export type OverrideRefusal =
  | 'another-subject'
  | 'expired'
  | 'too-long'
  | 'no-such-time'
  | 'not-allowed'
  | 'team-unknown'
  | 'second-person-missing';

export interface JudgedOverride {
  readonly override?: Override;
  readonly refusals: readonly { readonly login: string; readonly why: OverrideRefusal }[];
}

export interface OverrideInput {
  readonly policy: BreakGlass | undefined;
  readonly environment: string | undefined;
  readonly subject: string | null;
  readonly comments: readonly OverrideComment[];
  readonly members: ReadonlyMap<number, Membership>;
  readonly now: Date;
}

/** Two people of the group, each with a comment of their own for this subject and environment, both in force. */
export function judgeOverride(input: OverrideInput): JudgedOverride {
  const { policy, environment, comments } = input;
  if (policy === undefined) return { refusals: [] };
  const meant = comments.filter((each) => each.environment.toLowerCase() === environment?.toLowerCase());
  const judged = meant.map((comment) => ({ comment, why: whyNot(comment, policy, input) }));
  const valid = judged.filter(({ why }) => why === undefined).map(({ comment }) => comment);
  const [first, ...others] = valid;
  const second = others.find(({ signer }) => signer?.id !== first?.signer?.id);
  const refusals = judged.flatMap(({ comment: { signer }, why }) =>
    why === undefined ? [] : [{ login: signer?.login ?? 'ghost', why }],
  );
  if (first === undefined) return { refusals };
  if (second === undefined) {
    return { refusals: [...refusals, { login: first.signer?.login ?? 'ghost', why: 'second-person-missing' }] };
  }
  const ends = [first, second].map(({ until }) => momentOf(until));
  const people = [first, second].flatMap(({ signer, at }) =>
    signer === null ? [] : [{ login: signer.login, id: signer.id, at }],
  );
  return { override: { reason: first.reason, expires: new Date(Math.min(...ends)).toISOString(), people }, refusals };
}

function whyNot(comment: OverrideComment, policy: BreakGlass, input: OverrideInput): OverrideRefusal | undefined {
  const { signer } = comment;
  const member = signer === null ? undefined : input.members.get(signer.id);
  if (signer?.type !== 'User' || member === undefined || member.kind === 'not-member') return 'not-allowed';
  if (member.kind === 'unknown') return 'team-unknown';
  if (input.subject !== comment.subject) return 'another-subject';
  const until = momentOf(comment.until);
  if (Number.isNaN(until)) return 'no-such-time';
  if (until <= input.now.getTime()) return 'expired';
  return until - Date.parse(comment.at) <= policy.longestMs ? undefined : 'too-long';
}

/** Of `2026-11-20T18:00Z`; without a zone it is no moment. */
function momentOf(text: string): number {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
}
