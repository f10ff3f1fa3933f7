import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitHubStandIn, type SeededPullRequest, type SeededReview } from './github-stand-in.ts';
import { TestRepository } from './repository.ts';

const people = [
  { id: 101, login: 'dev-lead' },
  { id: 102, login: 'ops-lead', formerly: ['boris-ops'] },
  { id: 104, login: 'left-us', deleted: true },
  { id: 19_864_447, login: 'web-flow' },
];
const at = (minute: number) => `2026-11-20T14:${String(minute).padStart(2, '0')}:00Z`;

let temporary: string;
let repository: TestRepository;
let commits: { base: string; first: string; head: string; merged: string };
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'shipgate-reviews-'));
  repository = TestRepository.create(join(temporary, 'repository'));
  const base = repository.commit({ kept: '1\n', gone: '1\n' });
  repository.checkout('topic', '-b');
  const first = repository.commit({ kept: '2\n' });
  const head = repository.commit({ gone: null, binary: Buffer.from([0, 1, 2]) });
  repository.checkout('main');
  const merged = repository.commit({ kept: '2\n' }, 'squashed');
  commits = { base, first, head, merged };
});
let standIn: GitHubStandIn;
afterEach(async () => {
  await standIn.stop();
  rmSync(temporary, { recursive: true, force: true });
});

const start = async (seed: object) => {
  const open = { name: 'acme/orders', folder: repository.folder, ...seed };
  standIn = await GitHubStandIn.start({ repositories: [open], people });
};
const pull = (more: Partial<SeededPullRequest> = {}): SeededPullRequest => {
  const head = { owner: 'acme', branch: 'topic', sha: commits.head };
  return { number: 7, head, baseSha: commits.base, author: 'dev-lead', comments: [], ...more };
};
const ask = async (path: string) => {
  const response = await fetch(`${standIn.apiUrl}/repos/acme/orders/${path}`);
  return { status: response.status, body: JSON.parse(await response.text()), link: response.headers.get('link') };
};

describe('one pull request of the GitHub stand-in', () => {
  it('tells its author, ends, changes and merge', async () => {
    await start({
      pullRequests: [pull({ merged: true, mergeCommit: commits.merged, mergedAt: at(9), mergedBy: 'boris-ops' })],
    });
    expect((await ask('pulls/7')).body).toMatchObject({
      ...{ number: 7, state: 'closed', merged: true, merged_at: at(9), merge_commit_sha: commits.merged },
      ...{ user: { id: 101 }, merged_by: { id: 102, login: 'ops-lead' } },
      ...{ head: { sha: commits.head }, base: { ref: 'main', sha: commits.base } },
      ...{ commits: 2, changed_files: 3, additions: 1, deletions: 2 },
    });
    expect((await ask('pulls/8')).status).toBe(404);
    expect(standIn.faults).toEqual([]);
  });

  it('has the ghost as author when that account is deleted', async () => {
    await start({ pullRequests: [pull({ author: 'left-us' })] });
    expect((await ask('pulls/7')).body.user).toMatchObject({ login: 'ghost', id: 10_137 });
  });

  it('lists its commits, oldest first, with the accounts and the signatures that the seed gives', async () => {
    const verification = { verified: true, reason: 'valid' };
    const commitFacts = { [commits.head]: { author: 'dev-lead', committer: 'web-flow', verification } };
    await start({ pullRequests: [pull()], commitFacts });
    const { body } = await ask('pulls/7/commits');
    expect(body).toMatchObject([
      {
        sha: commits.first,
        author: null,
        committer: null,
        commit: { verification: { verified: false, reason: 'unsigned' } },
      },
      { sha: commits.head, author: { id: 101 }, committer: { id: 19_864_447 }, commit: { verification } },
    ]);
    expect(standIn.faults).toEqual([]);
  });

  it.each([
    ['a merged one without its base', { merged: true, baseSha: undefined }],
    ['one by who is not in the seed', { author: 'nobody' }],
    ['one on a branch that is not there', { baseSha: undefined, base: 'other' }],
  ])('is unknown: %s', async (_, more) => {
    await start({ pullRequests: [pull(more as Partial<SeededPullRequest>)] });
    expect((await ask('pulls/7')).status).toBe(501);
  });
});

describe('reviews of the GitHub stand-in', () => {
  it('come in the order of time, by pages, without a user when the account is deleted', async () => {
    const reviews: SeededReview[] = Array.from({ length: 31 }, (_, index) => ({
      ...{ id: index + 1, by: index === 30 ? 'left-us' : 'boris-ops', commit: commits.head },
      ...{ state: index === 0 ? 'DISMISSED' : 'APPROVED', submittedAt: at(index) },
    }));
    await start({ pullRequests: [pull({ reviews })] });
    const first = await ask('pulls/7/reviews');
    expect(first.body).toHaveLength(30);
    expect(first.body[0]).toMatchObject({
      id: 1,
      state: 'DISMISSED',
      commit_id: commits.head,
      submitted_at: at(0),
      user: { id: 102 },
    });
    expect(first.link).toBe(
      `<${standIn.apiUrl}/repos/acme/orders/pulls/7/reviews?page=2>; rel="next", <${standIn.apiUrl}/repos/acme/orders/pulls/7/reviews?page=2>; rel="last"`,
    );
    const second = await ask('pulls/7/reviews?page=2');
    expect(second.body).toMatchObject([{ id: 31, user: null }]);
    expect(second.link).toContain('page=1>; rel="prev"');
    expect((await ask('pulls/7/reviews?per_page=1000')).link).toBeNull();
    expect((await ask('pulls/8/reviews')).status).toBe(404);
    expect(standIn.faults).toEqual([]);
    expect((await ask('pulls/7/reviews?per_page=0')).status).toBe(501);
  });
});

describe('pull requests of a commit', () => {
  const numbers = async (sha: string) =>
    (await ask(`commits/${sha}/pulls`)).body.map((one: { number: number }) => one.number);

  it('are the merged one on the default branch, and open ones too beside it', async () => {
    const closed = pull({ number: 9, state: 'closed' });
    await start({ pullRequests: [pull({ merged: true, mergeCommit: commits.merged }), pull({ number: 8 }), closed] });
    expect(await numbers(commits.merged)).toEqual([7]);
    expect(await numbers(commits.head)).toEqual([7, 8]);
    expect(await numbers(commits.base)).toEqual([]);
    expect((await ask(`commits/${'0'.repeat(40)}/pulls`)).status).toBe(422);
  });
});

describe('one commit of the GitHub stand-in', () => {
  it('has files against its first parent, with patches of texts', async () => {
    await start({});
    const { body } = await ask('commits/topic');
    expect(body).toMatchObject({
      sha: commits.head,
      parents: [{ sha: commits.first }],
      stats: { total: 1, deletions: 1 },
    });
    expect(body.files).toMatchObject([
      { filename: 'binary', status: 'added' },
      { filename: 'gone', status: 'removed', patch: '@@ -1 +0,0 @@\n-1' },
    ]);
    expect(body.files[0]).not.toHaveProperty('patch');
    expect((await ask(`commits/${commits.base}`)).body.files).toHaveLength(2);
    expect(await ask('commits/nowhere')).toMatchObject({
      status: 422,
      body: { message: 'No commit found for SHA: nowhere' },
    });
    expect(standIn.faults).toEqual([]);
    expect((await ask(`commits/${commits.head.slice(0, 7)}`)).status).toBe(501);
  });

  it('has comments, edited or not', async () => {
    const facts = { commit: commits.head, by: 'boris-ops', createdAt: at(1) };
    const commitComments = [
      { ...facts, id: 1, body: 'shipgate sign-off' },
      { ...facts, id: 2, body: 'edited', updatedAt: at(2) },
      { ...facts, id: 3, body: 'elsewhere', commit: commits.base },
    ];
    await start({ commitComments });
    expect((await ask(`commits/${commits.head}/comments`)).body).toMatchObject([
      { id: 1, body: 'shipgate sign-off', user: { id: 102 }, created_at: at(1), updated_at: at(1) },
      { id: 2, created_at: at(1), updated_at: at(2) },
    ]);
    expect(standIn.faults).toEqual([]);
  });
});
