/** From what was found on GitHub to the state of each role's signature. Pure. */
import { isByEnvironmentOnly, type Policy, type Role } from '../policy.ts';
import type { Candidate, SignoffFacts, SignoffTrouble, Void } from './candidate.ts';
import { membershipKey } from './candidate.ts';
import { assign } from './distinct.ts';

export type SignatureState = 'proven' | 'claimed' | 'missing' | 'stale' | 'void' | 'not-allowed' | 'unknown';

/** Why somebody may not sign. */
export type NotAllowed = 'author' | 'bot' | 'deleted' | 'not-member' | 'signs-for-another-role';

/** One act, judged for one role. */
export interface JudgedCandidate {
  readonly candidate: Candidate;
  readonly state: 'proven' | 'stale' | 'void' | 'not-allowed' | 'unknown';
  readonly because?: Void | NotAllowed;
  /** Of unknown: what could not be found out. */
  readonly why?: string;
  readonly team?: string;
}

/** A line of the checklist for a role. */
export interface Claim {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly ticked: boolean;
  readonly name?: string;
  readonly date?: string;
}

export interface Signature {
  readonly role: Role;
  readonly claim?: Claim;
  readonly state: SignatureState;
  /** What the state rests on: the act that counts, or the one that comes nearest. */
  readonly best?: JudgedCandidate;
  /** Of unknown without an act: what could not be read. */
  readonly troubles: readonly SignoffTrouble[];
}

/** Nearest to a signature first. */
const RANK: readonly JudgedCandidate['state'][] = ['proven', 'unknown', 'stale', 'void', 'not-allowed'];

/** In the order of the policy's roles. */
export function judgeSignatures(
  policy: Pick<Policy, 'roles' | 'authorMaySign' | 'onePersonSeveralRoles' | 'kinds'>,
  facts: SignoffFacts,
  claims: ReadonlyMap<string, Claim>,
): readonly Signature[] {
  const judged = policy.roles.map((role) => judgeRole(policy, role, facts));
  const chosen = policy.onePersonSeveralRoles ? judged.map(firstProven) : chooseDistinct(judged);
  return policy.roles.map((role, index) => {
    const claim = claims.get(role.name);
    const own = chosen[index];
    const settled = { role, ...(claim === undefined ? {} : { claim }) };
    if (own !== undefined) return { ...settled, state: 'proven', best: own, troubles: [] };
    const best = nearest((judged[index] ?? []).map(takenBy));
    const troubles = facts.troubles.filter(({ kinds }) => kinds.some((kind) => policy.kinds.includes(kind)));
    // What could not be read may hold the signature, unless somebody's act is known to be none.
    if (best === undefined || best.state === 'not-allowed') {
      if (troubles.length > 0) return { ...settled, state: 'unknown', troubles };
      if (best === undefined) return { ...settled, state: isSigned(claim) ? 'claimed' : 'missing', troubles };
    }
    return { ...settled, state: best.state, best, troubles };
  });
}

function isSigned(claim: Claim | undefined): boolean {
  return claim !== undefined && (claim.ticked || claim.name !== undefined);
}

function judgeRole(
  policy: Pick<Policy, 'roles' | 'authorMaySign' | 'kinds'>,
  role: Role,
  facts: SignoffFacts,
): readonly JudgedCandidate[] {
  return facts.candidates
    .filter(({ kind, role: named }) => policy.kinds.includes(kind) && (named ?? role.name) === role.name)
    .filter(({ kind }) => kind === 'environment' || !isByEnvironmentOnly(role))
    .filter((candidate) => isMeantFor(policy.roles, role, candidate, facts))
    .map((candidate) => judgeOne(policy, role, candidate, facts));
}

/** A review that names no role speaks for the roles of its writer, and for any only when it has none. */
function isMeantFor(
  roles: readonly Role[],
  role: Role,
  { role: named, signer }: Candidate,
  facts: SignoffFacts,
): boolean {
  if (named !== undefined || signer === null) return true;
  const kindFor = (each: Role) => facts.memberships.get(membershipKey(each.name, signer))?.kind ?? 'not-member';
  return kindFor(role) !== 'not-member' || roles.every((each) => kindFor(each) === 'not-member');
}

function judgeOne(
  { authorMaySign }: Pick<Policy, 'authorMaySign'>,
  role: Role,
  candidate: Candidate,
  { subject, authors, memberships, troubles }: SignoffFacts,
): JudgedCandidate {
  const { signer } = candidate;
  if (signer === null) return { candidate, state: 'not-allowed', because: 'deleted' };
  if (signer.type !== 'User') return { candidate, state: 'not-allowed', because: 'bot' };
  const membership = memberships.get(membershipKey(role.name, signer)) ?? { kind: 'not-member' };
  if (membership.kind === 'not-member') return { candidate, state: 'not-allowed', because: 'not-member' };
  if (!authorMaySign && authors.includes(signer.id)) return { candidate, state: 'not-allowed', because: 'author' };
  if (candidate.void !== undefined) return { candidate, state: 'void', because: candidate.void };
  if (subject === null) return { candidate, state: 'unknown', why: 'the subject of this commit is not known' };
  if (candidate.subject === null) {
    return { candidate, state: 'unknown', why: `commit ${candidate.commit.slice(0, 7)} cannot be read` };
  }
  if (subject !== candidate.subject) return { candidate, state: 'stale' };
  const hidden = troubles.find(({ hidesAuthors }) => hidesAuthors === true);
  if (!authorMaySign && hidden !== undefined) {
    return { candidate, state: 'unknown', why: `nobody knows who wrote the change: ${hidden.what}: ${hidden.got}` };
  }
  if (membership.kind === 'member') return { candidate, state: 'proven' };
  const { why, team } = membership;
  return { candidate, state: 'unknown', why, ...(team === undefined ? {} : { team }) };
}

function firstProven(judged: readonly JudgedCandidate[]): JudgedCandidate | undefined {
  return judged.find(({ state }) => state === 'proven');
}

/** As many roles as can be had with a different person each. */
function chooseDistinct(judged: readonly (readonly JudgedCandidate[])[]): readonly (JudgedCandidate | undefined)[] {
  const proven = judged.map((own) => own.filter(({ state }) => state === 'proven'));
  const people = assign(proven.map((own) => own.map(({ candidate }) => candidate.signer?.id ?? 0)));
  return proven.map((own, index) => own.find(({ candidate }) => candidate.signer?.id === people[index]));
}

/** Proven for itself, but its person already signs for another role. */
function takenBy(judged: JudgedCandidate): JudgedCandidate {
  if (judged.state !== 'proven') return judged;
  return { candidate: judged.candidate, state: 'not-allowed', because: 'signs-for-another-role' };
}

function nearest(judged: readonly JudgedCandidate[]): JudgedCandidate | undefined {
  return judged.toSorted((a, b) => RANK.indexOf(a.state) - RANK.indexOf(b.state) || newer(a, b))[0];
}

function newer(a: JudgedCandidate, b: JudgedCandidate): number {
  return (b.candidate.at ?? '') < (a.candidate.at ?? '') ? -1 : 1;
}
