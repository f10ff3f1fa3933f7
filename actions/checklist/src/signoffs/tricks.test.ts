/** Ways to a signature that nobody gave, over the stand-in of GitHub; each was open once. */
import type { SeededReview } from '@shipgate/kit/testing/github-stand-in';
import type { Checklist } from '@shipgate/schemas';
import { afterAll, describe, expect, it } from 'vitest';
import { resolvePolicy } from '../policy.ts';
import { judgeSignatures } from './judge.ts';
import { checklistFile, checklistText, type Gathering, SigningWorld } from './signing.fixture.ts';

const world = new SigningWorld({ goesOn: false });
const { commits } = world;
const others: SigningWorld[] = [];
afterAll(() => {
  for (const each of [world, ...others]) each.remove();
});

const policy: Checklist = { roles: { devops: { label: 'DevOps lead', users: ['ops-lead', 'change-author'] } } };
const at = (minute: number) => `2026-11-20T14:${String(minute).padStart(2, '0')}:00Z`;
const review = (more: Partial<SeededReview> = {}): SeededReview => ({
  ...{ id: 1, by: 'ops-lead', state: 'APPROVED', commit: commits.early, submittedAt: at(1) },
  ...more,
});

async function stateOf(more: Gathering, section = policy, of = world, seed: object = {}): Promise<string | undefined> {
  const { signoffs } = await of.gather(seed, section, more);
  return judgeSignatures(resolvePolicy(section, 'production'), signoffs, new Map())[0]?.state;
}

describe('a signature', () => {
  it('of a role that only an environment fills is no review of anybody', async () => {
    const byEnvironment: Checklist = { roles: { devops: { label: 'DevOps lead', environment: 'sign-devops' } } };
    expect(await stateOf({ reviews: [review({ by: 'somebody' })] }, byEnvironment)).toBe('missing');
    const owned: Checklist = { roles: { devops: { label: 'DevOps lead', environment: 'sign', codeowners: '/x/' } } };
    expect(await stateOf({ reviews: [review({ by: 'somebody' })] }, owned)).toBe('not-allowed');
  });

  it('does not come back when the request for changes behind it is dismissed', async () => {
    const reviews = [review(), review({ id: 2, state: 'DISMISSED', submittedAt: at(2) })];
    expect(await stateOf({ reviews })).toBe('void');
    expect(await stateOf({ reviews: [...reviews, review({ id: 3, submittedAt: at(3) })] })).toBe('proven');
  });

  it('by a comment is taken back by a later request for changes', async () => {
    const { signoffs } = await world.gather({}, policy);
    const body = `shipgate sign-off role=devops env=production subject=${signoffs.subject}`;
    const commitComments = [{ id: 1, commit: commits.merged, by: 'ops-lead', body, createdAt: at(1) }];
    expect(await stateOf({}, policy, world, { commitComments })).toBe('proven');
    const reviews = [review({ state: 'CHANGES_REQUESTED', submittedAt: at(2) })];
    expect(await stateOf({ reviews }, policy, world, { commitComments })).toBe('void');
    const again = [...reviews, review({ id: 2, submittedAt: at(3) })];
    expect(await stateOf({ reviews: again }, policy, world, { commitComments })).toBe('proven');
  });

  it('by the beginning of a subject is none', async () => {
    const { signoffs } = await world.gather({}, policy);
    const body = `shipgate sign-off role=devops env=production subject=${signoffs.subject?.slice(0, 63)}`;
    const commitComments = [{ id: 1, commit: commits.merged, by: 'ops-lead', body, createdAt: at(1) }];
    const section: Checklist = { ...policy, proofs: ['commit-comment'] };
    expect(await stateOf({}, section, world, { commitComments })).toBe('missing');
  });

  it('that a review gives for another environment or subject is none for this', async () => {
    const words = (env: string, subject: string) => `shipgate sign-off role=devops env=${env} subject=${subject}`;
    const { signoffs } = await world.gather({}, policy);
    const subject = signoffs.subject ?? '';
    const of = (body: string) => stateOf({ reviews: [review({ body })] });
    expect(await of(words('production', subject))).toBe('proven');
    expect(await of(words('staging', subject))).toBe('void');
    expect(await of(words('production', '0'.repeat(64)))).toBe('stale');
  });

  it('is none of a line that was unticked again', async () => {
    const taken = new SigningWorld({ goesOn: false });
    others.push(taken);
    const { repository } = taken;
    repository.checkout('topic');
    const back = repository.commit({ [checklistFile]: checklistText() });
    const verification = { verified: true, reason: 'valid' };
    const commitFacts = {
      [taken.commits.signs]: { author: 'ops-lead', committer: 'ops-lead', verification },
      [back]: { author: 'ops-lead', committer: 'ops-lead', verification },
    };
    const head = { owner: 'acme', branch: 'topic', sha: back };
    const pull = { number: 7, head, baseSha: taken.commits.base, author: 'change-author', comments: [], reviews: [] };
    const seed = { commitFacts, pullRequests: [pull] };
    expect(await stateOf({ commit: back }, policy, taken, seed)).toBe('missing');
    expect(
      await stateOf({}, policy, world, { commitFacts: { [commits.signs]: commitFacts[taken.commits.signs] } }),
    ).toBe('proven');
  });

  it('does not hide who wrote the change behind empty commits', async () => {
    const long = new SigningWorld({ goesOn: false });
    others.push(long);
    const { repository } = long;
    repository.checkout('main');
    const change = repository.commit({ 'app.txt': 'straight to main\n' });
    let last = change;
    for (let count = 0; count < 25; count += 1) last = repository.commit({}, `empty ${count}`);
    const seed = {
      pullRequests: [],
      commitFacts: { [change]: { author: 'change-author', committer: 'change-author' } },
    };
    const { signoffs } = await long.gather(seed, policy, { commit: last });
    const body = `shipgate sign-off role=devops env=production subject=${signoffs.subject}`;
    const commitComments = [{ id: 1, commit: last, by: 'change-author', body, createdAt: at(1) }];
    expect(await stateOf({ commit: last }, policy, long, { ...seed, commitComments })).toBe('unknown');
  });

  it('is not known when a merge came without a pull request', async () => {
    const merged = new SigningWorld({ goesOn: false });
    others.push(merged);
    const merge = merged.repository.merge(merged.commits.base, merged.commits.head);
    const { signoffs } = await merged.gather({ pullRequests: [] }, policy, { commit: merge });
    const body = `shipgate sign-off role=devops env=production subject=${signoffs.subject}`;
    const commitComments = [{ id: 1, commit: merge, by: 'ops-lead', body, createdAt: at(1) }];
    expect(await stateOf({ commit: merge }, policy, merged, { pullRequests: [], commitComments })).toBe('unknown');
  });
});
