import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allowedEnvironment } from './command.ts';
import { type CommittedFiles, gitEnvironmentNames, openGit } from './git.ts';
import { GitHubFiles } from './github.ts';
import { type GitHubSettings, judgeAnswer } from './github-client.ts';
import { GitHubStandIn } from './testing/github-stand-in.ts';
import { TestRepository } from './testing/repository.ts';

let temporary: string;
let repository: TestRepository;
let standIn: GitHubStandIn;
let waits: number[];
beforeEach(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'shipgate-github-'));
  repository = TestRepository.create(join(temporary, 'repository'));
  const open = { name: 'acme/orders', folder: repository.folder };
  standIn = await GitHubStandIn.start({
    repositories: [open, { ...open, name: 'acme/secret', private: true }],
    tokens: ['good'],
  });
  waits = [];
});
afterEach(async () => {
  await standIn.stop();
  rmSync(temporary, { recursive: true, force: true });
});

function client(more: Partial<GitHubSettings> = {}): GitHubFiles {
  const clock = { random: () => 1, sleep: async (ms: number) => void waits.push(ms) };
  return new GitHubFiles({ apiUrl: standIn.apiUrl, repository: 'acme/orders', clock, timeoutMs: 2_000, ...more });
}

/** The same promises for the checkout and for GitHub. */
describe.each(['git', 'GitHub'] as const)('files of a commit, read from %s', (source) => {
  async function reader(): Promise<CommittedFiles> {
    if (source === 'GitHub') return client();
    const opened = await openGit(repository.folder, { env: allowedEnvironment(gitEnvironmentNames, process.env) });
    if (opened.kind !== 'repository') throw new Error(opened.got);
    return opened.git;
  }
  afterEach(() => expect(standIn.faults).toEqual([]));

  const tree = {
    'db/m/1 up.sql': 'SELECT 1;\n',
    'db/m/2.sql': Buffer.from([0, 1, 0xff, 0x0a]),
    'db/m/deep/er/3.sql': '',
    'db/m/ü "q".sql': 'ü',
    'db/m-other/4.sql': 'x',
    'db/m.sql': 'y',
    README: 'z',
  };

  it('lists a folder to its depth, in the order of git, and nothing beside it', async () => {
    const sha = repository.commit(tree);
    repository.commit({ 'db/m/later.sql': 'x' });
    const files = await (await reader()).listFiles(sha, 'db/m');
    expect(files.map((file) => file.path)).toEqual([
      'db/m/1 up.sql',
      'db/m/2.sql',
      'db/m/deep/er/3.sql',
      'db/m/ü "q".sql',
    ]);
    const blob = repository.git('rev-parse', `${sha}:db/m/1 up.sql`);
    expect(files[0]).toEqual({ path: 'db/m/1 up.sql', mode: '100644', sha: blob });
  });

  it.each(['', '.', './'])('lists everything for the folder %j, links too, submodules not', async (folder) => {
    symlinkSync('README', join(repository.folder, 'link'));
    const first = repository.commit(tree);
    repository.git('update-index', '--add', '--cacheinfo', `160000,${first},module`);
    repository.git('commit', '--quiet', '--message', 'module');
    const files = await (await reader()).listFiles(repository.git('rev-parse', 'HEAD'), folder);
    expect(files.map((file) => file.path).sort()).toEqual([...Object.keys(tree), 'link'].sort());
    expect(files.find((file) => file.path === 'link')?.mode).toBe('120000');
  });

  it.each(['missing', 'db/missing/x', 'db/m.sql', 'db/m/'])('does not fail for the folder %j', async (folder) => {
    const sha = repository.commit(tree);
    expect(await (await reader()).listFiles(sha, folder)).toHaveLength(folder === 'db/m/' ? 4 : 0);
  });

  it('reads every byte', async () => {
    const sha = repository.commit(tree);
    const read = await (await reader()).readFiles(sha, Object.keys(tree));
    expect([...read.keys()]).toEqual(Object.keys(tree));
    for (const [path, content] of Object.entries(tree)) expect(read.get(path)).toEqual(Buffer.from(content));
  });

  it('reads nothing when nothing is asked for', async () => {
    expect(await (await reader()).readFiles('a'.repeat(40), [])).toEqual(new Map());
  });

  it('throws when the commit lacks a file', async () => {
    const sha = repository.commit(tree);
    const asked = (await reader()).readFiles(sha, ['README', 'db/m/missing.sql']);
    await expect(asked).rejects.toMatchObject({
      code: 'file-not-found',
      message: expect.stringContaining('db/m/missing.sql'),
    });
  });

  it('throws when there is no such commit', async () => {
    repository.commit(tree);
    await expect((await reader()).listFiles('a'.repeat(40), 'db')).rejects.toThrow(
      /git ls-tree failed|the API answered 404/,
    );
  });
});

describe('GitHubFiles', () => {
  it('gives the merge base of two commits, and of a branch', async () => {
    const root = repository.commit({ file: '1' });
    repository.checkout('release/1', '-b');
    const side = repository.commit({ side: '1' });
    repository.checkout('main');
    const main = repository.commit({ file: '2' });
    expect(await client().mergeBase(main, side)).toBe(root);
    expect(await client().mergeBase('release/1', main)).toBe(root);
    expect(standIn.faults).toEqual([]);
  });

  it('knows which commits there are', async () => {
    const sha = repository.commit({ file: '1' });
    expect([await client().hasCommit(sha), await client().hasCommit('a'.repeat(40))]).toEqual([true, false]);
  });

  it('sees a private repository with the token only', async () => {
    const sha = repository.commit({ file: '1' });
    const secret = { repository: 'acme/secret' };
    expect(await client(secret).hasCommit(sha)).toBe(false);
    expect(await client({ ...secret, token: 'good' }).hasCommit(sha)).toBe(true);
    await expect(client({ ...secret, token: 'bad' }).hasCommit(sha)).rejects.toMatchObject({
      code: 'refused',
      status: 401,
    });
  });

  it('tries again after a server error', async () => {
    const sha = repository.commit({ file: '1' });
    standIn.fail({ kind: 'status', status: 502 }, { times: 2 });
    expect(await client().hasCommit(sha)).toBe(true);
    expect(waits).toEqual([500, 1_000]);
    expect(standIn.requests.map((request) => request.status)).toEqual([502, 502, 200]);
  });

  it('waits as long as a rate limit asks for', async () => {
    const sha = repository.commit({ file: '1' });
    standIn.fail({ kind: 'status', status: 429, headers: { 'retry-after': '7' } });
    standIn.fail({
      kind: 'status',
      status: 403,
      headers: { 'retry-after': '3' },
      message: 'You have exceeded a secondary rate limit.',
    });
    expect(await client().hasCommit(sha)).toBe(true);
    expect(waits).toEqual([7_000, 3_000]);
  });

  it('gives up at once when the limit ends in an hour', async () => {
    const sha = repository.commit({ file: '1' });
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4600' };
    standIn.fail({ kind: 'status', status: 403, headers, message: 'API rate limit exceeded' });
    const asked = client({ now: () => 1_000_000 }).hasCommit(sha);
    await expect(asked).rejects.toMatchObject({ code: 'refused', status: 403 });
    expect(standIn.requests).toHaveLength(1);
  });

  it('does not repeat what was forbidden', async () => {
    const sha = repository.commit({ file: '1' });
    standIn.fail({ kind: 'status', status: 403, message: 'Resource not accessible by integration' }, { times: 9 });
    await expect(client().hasCommit(sha)).rejects.toThrow('the API answered 403 (git/commits)');
    expect(standIn.requests).toHaveLength(1);
  });

  it('gives up on a server that hangs, after its time', async () => {
    const sha = repository.commit({ file: '1' });
    standIn.fail({ kind: 'hang' }, { times: 9 });
    const asked = client({ timeoutMs: 100 }).hasCommit(sha);
    await expect(asked).rejects.toMatchObject({ code: 'timed-out', message: expect.stringContaining('0.1 s') });
    expect(standIn.requests).toHaveLength(4);
  });

  it('takes an answer that broke off for no answer', async () => {
    const sha = repository.commit({ file: '1' });
    standIn.fail({ kind: 'cut' });
    expect(await client().hasCommit(sha)).toBe(true);
    standIn.fail({ kind: 'cut' }, { times: 9 });
    await expect(client().listFiles(sha, '')).rejects.toMatchObject({ code: 'odd-answer' });
  });

  it('refuses a list of files that GitHub cut off', async () => {
    const sha = repository.commit({ file: '1' });
    standIn.fail({ kind: 'truncated-tree' });
    await expect(client().listFiles(sha, '')).rejects.toMatchObject({ code: 'truncated' });
  });

  it('says that nobody is there', async () => {
    const apiUrl = standIn.apiUrl;
    await standIn.stop();
    await expect(client({ apiUrl }).hasCommit('a'.repeat(40))).rejects.toMatchObject({ code: 'unreachable' });
    standIn = await GitHubStandIn.start({ repositories: [] });
  });

  it('asks once for the files of a folder, however often they are read', async () => {
    const sha = repository.commit({ 'm/1': '1', 'm/2': '2' });
    const files = client();
    await files.listFiles(sha, 'm');
    await files.readFiles(sha, ['m/1']);
    await files.readFiles(sha, ['m/2']);
    expect(standIn.requests.filter((request) => request.operation === 'git/get-tree')).toHaveLength(2);
  });
});

describe('judgeAnswer', () => {
  it('follows the rules of GitHub for limits', () => {
    const again = (waitMs?: number) => (waitMs === undefined ? { kind: 'again' } : { kind: 'again', waitMs });
    expect(judgeAnswer(503, {}, '', 0)).toEqual(again());
    expect(judgeAnswer(429, {}, '', 0)).toEqual(again(60_000));
    expect(judgeAnswer(403, {}, 'You have exceeded a secondary rate limit', 0)).toEqual(again(60_000));
    expect(judgeAnswer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '50' }, '', 20_000)).toEqual(
      again(30_000),
    );
    expect(judgeAnswer(403, { 'x-ratelimit-remaining': '12' }, 'Forbidden', 0)).toEqual({ kind: 'final' });
    expect(judgeAnswer(404, { 'retry-after': '1' }, '', 0)).toEqual({ kind: 'final' });
  });
});
