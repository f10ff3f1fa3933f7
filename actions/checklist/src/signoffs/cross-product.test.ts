/** Every kind of signature, in every state, by every kind of person, over the stand-in of GitHub. */
import type { SeededRepository, SeededReview } from '@shipgate/kit/testing/github-stand-in';
import type { Checklist } from '@shipgate/schemas';
import { afterAll, describe, expect, it } from 'vitest';
import { resolvePolicy, type SignatureKind } from '../policy.ts';
import type { SignoffFacts } from './candidate.ts';
import { judgeSignatures, type Signature } from './judge.ts';
import { type Gathering, SigningWorld } from './signing.fixture.ts';

const kept = new SigningWorld({ goesOn: false });
const wentOn = new SigningWorld({ goesOn: true });
afterAll(() => {
  kept.remove();
  wentOn.remove();
});

const policy: Checklist = {
  roles: {
    devops: {
      label: 'DevOps lead',
      users: ['change-author', 'ops-lead', { login: 'old-name', id: 103 }, 'release-bot', 'left-us', 'both-leads'],
      teams: ['acme/leads'],
      environment: 'sign-devops',
    },
    security: { label: 'Security lead', users: ['both-leads'], environment: 'sign-security' },
  },
};

/** What a person comes to when nothing else speaks against the signature. */
const persons = {
  author: ['change-author', 'not-allowed'],
  'the same person for a second role': ['both-leads', 'proven once'],
  'a renamed login with the same id': ['new-name', 'proven'],
  'a member': ['ops-lead', 'proven'],
  'a non-member': ['somebody', 'not-allowed'],
  'unknown membership': ['in-a-team', 'unknown'],
  'a bot': ['release-bot', 'not-allowed'],
  'a deleted account': ['left-us', 'not-allowed'],
} as const;
type Person = keyof typeof persons;

/** What a state comes to when the person may sign. */
const states = {
  right: 'proven',
  'other subject': 'stale',
  dismissed: 'void',
  'changes requested later': 'void',
  edited: 'void',
  'another environment': 'void',
  'a web-flow commit': 'void',
  'a key that is not verified': 'void',
  'a key of somebody else': 'void',
} as const;
type State = keyof typeof states;

const statesOf: Readonly<Record<SignatureKind, readonly State[]>> = {
  review: ['right', 'other subject', 'dismissed', 'changes requested later'],
  'commit-comment': ['right', 'other subject', 'edited', 'another environment'],
  'signed-commit': [
    'right',
    'other subject',
    'a web-flow commit',
    'a key that is not verified',
    'a key of somebody else',
  ],
  environment: ['right', 'other subject'],
};

/** By the specification: who may not sign comes first, then what is void or stale, then what nobody knows. */
function expected(state: State, person: Person): string {
  const [, alone] = persons[person];
  if (alone === 'not-allowed') return alone;
  return states[state] === 'proven' ? alone : states[state];
}

const at = (minute: number) => `2026-11-20T14:${String(minute).padStart(2, '0')}:00Z`;

interface Seed {
  readonly seed: Partial<SeededRepository>;
  readonly more: Gathering;
}

function reviewSeed(state: State, by: string): Seed {
  const world = state === 'other subject' ? wentOn : kept;
  const commit = world.commits.early;
  const approved: SeededReview = { id: 1, by, state: 'APPROVED', commit, submittedAt: at(1) };
  const later: SeededReview = { ...approved, id: 2, state: 'CHANGES_REQUESTED', submittedAt: at(2) };
  const reviews: readonly SeededReview[] =
    state === 'dismissed'
      ? [{ ...approved, state: 'DISMISSED' }]
      : state === 'changes requested later'
        ? [approved, later]
        : [approved];
  return { seed: {}, more: { reviews } };
}

function commentSeed(state: State, by: string, subject: string, role: string, id = 1) {
  const env = state === 'another environment' ? 'staging' : 'production';
  const body = `Fine.\n\nshipgate sign-off role=${role} env=${env} subject=${subject}`;
  const updatedAt = state === 'edited' ? at(9) : at(1);
  return { id, by, body, createdAt: at(1), updatedAt };
}

function commitSeed(state: State, by: string, commit: string): Partial<SeededRepository> {
  const committer = state === 'a web-flow commit' ? 'web-flow' : state === 'a key of somebody else' ? 'somebody' : by;
  const verified = state !== 'a key that is not verified';
  const verification = { verified, reason: verified ? 'valid' : 'unknown_key' };
  return { commitFacts: { [commit]: { author: by, committer, verification } } };
}

async function look(kind: SignatureKind, state: State, person: Person): Promise<readonly Signature[]> {
  const [login] = persons[person];
  const world = state === 'other subject' ? wentOn : kept;
  const { commits } = world;
  const seedOf = async (): Promise<Seed> => {
    switch (kind) {
      case 'review':
        return reviewSeed(state, login);
      case 'commit-comment': {
        const { signoffs } = await world.gather({}, policy, state === 'other subject' ? { commit: commits.early } : {});
        const subject = signoffs.subject ?? '';
        const roles = person === 'the same person for a second role' ? ['devops', 'security'] : ['devops'];
        const comments = roles.map((role, index) => ({
          ...commentSeed(state, login, subject, role, index + 1),
          commit: commits.merged,
        }));
        return { seed: { commitComments: comments }, more: {} };
      }
      case 'signed-commit':
        return { seed: commitSeed(state, login, commits.signs), more: {} };
      case 'environment': {
        const both = person === 'the same person for a second role';
        const environments = both ? ['sign-devops', 'sign-security'] : ['sign-devops'];
        const approvals = [{ environments, state: 'approved' as const, by: login }];
        const commit = state === 'other subject' ? commits.early : commits.merged;
        const run = { id: 55, event: 'push', commit, createdAt: at(0), by: 'ops-lead', approvals };
        return { seed: { runs: [run] }, more: { run: '55' } };
      }
    }
  };
  const { seed, more } = await seedOf();
  // Without the right to read teams nobody knows who is in one.
  const seesMembers = person !== 'unknown membership';
  const { signoffs } = await world.gather(seed, policy, { ...more, seesMembers });
  return judged({ ...policy, proofs: [kind] }, signoffs);
}

function judged(section: Checklist, facts: SignoffFacts): readonly Signature[] {
  return judgeSignatures(resolvePolicy(section, 'production'), facts, new Map());
}

const cases = (Object.keys(statesOf) as SignatureKind[]).flatMap((kind) =>
  statesOf[kind].flatMap((state) =>
    (Object.keys(persons) as Person[]).map((person) => [kind, state, person, expected(state, person)] as const),
  ),
);

describe('a signature for the DevOps lead', () => {
  it.each(cases)('by %s: %s, of %s, is %s', async (kind, state, person, wanted) => {
    const [devops, security] = await look(kind, state, person);
    if (wanted !== 'proven once') {
      expect(devops?.state).toBe(wanted);
      if (person === 'the same person for a second role') expect(security?.state).not.toBe('proven');
      return;
    }
    // A commit signs one line; the other kinds were given for both roles, and count for one.
    const both = [devops?.state, security?.state].toSorted();
    expect(both).toEqual(kind === 'signed-commit' ? ['missing', 'proven'] : ['not-allowed', 'proven']);
  });

  it('covers every kind, state and person once', () => {
    expect(cases).toHaveLength(15 * 8);
    expect(new Set(cases.map(([, , , wanted]) => wanted))).toEqual(
      new Set(['proven', 'proven once', 'stale', 'void', 'not-allowed', 'unknown']),
    );
  });
});
