import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Base, findBase } from './base.ts';
import { allowedEnvironment } from './command.ts';
import { gitEnvironmentNames, openGit } from './git.ts';
import { GitHubFiles } from './github.ts';
import { GitHubStandIn } from './testing/github-stand-in.ts';
import { TestRepository } from './testing/repository.ts';

let temporary: string;
let origin: TestRepository;
let standIn: GitHubStandIn;
/** main: fork - main; topic and evil leave at fork; evil is a commit that the author of topic has made. */
let at: { fork: string; main: string; topic: string; evil: string };
beforeEach(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'shipgate-merge-'));
  origin = TestRepository.create(join(temporary, 'origin'));
  const fork = origin.commit({ file: '1' });
  origin.checkout('topic', '-b');
  const topic = origin.commit({ topic: '1' });
  origin.checkout('evil', '-b');
  origin.checkout(fork, '--detach');
  const evil = origin.commit({ evil: '1' });
  origin.git('update-ref', 'refs/heads/evil', evil);
  origin.checkout('main');
  at = { fork, main: origin.commit({ main: '1' }), topic, evil };
  standIn = await GitHubStandIn.start({ repositories: [{ name: 'acme/orders', folder: origin.folder }] });
});
afterEach(async () => {
  await standIn.stop();
  rmSync(temporary, { recursive: true, force: true });
});

/** What the event says; it is about topic and main unless a test says otherwise. */
interface Said {
  readonly name?: 'pull_request' | 'pull_request_review' | 'pull_request_target';
  readonly sha?: string;
  readonly base?: string;
  readonly ref?: string;
  readonly change?: string;
}

interface Situation {
  readonly depth?: number;
  readonly offline?: boolean;
  readonly api?: boolean;
}

async function find(head: string, said: Said = {}, { depth, offline, api }: Situation = {}): Promise<Base> {
  origin.git('update-ref', 'refs/pull/1/merge', head);
  origin.checkout('main');
  const options = { commit: head, ...(depth === undefined ? {} : { depth }) };
  const checkout = origin.clone(join(temporary, 'clone'), options);
  if (offline === true) checkout.git('remote', 'set-url', 'origin', join(temporary, 'gone'));
  const opened = await openGit(checkout.folder, { env: allowedEnvironment(gitEnvironmentNames, process.env) });
  if (opened.kind !== 'repository') throw new Error(opened.got);
  const clock = { random: () => 0, sleep: async () => undefined };
  const files = api === true ? new GitHubFiles({ apiUrl: standIn.apiUrl, repository: 'acme/orders', clock }) : null;
  const { name = 'pull_request', sha = head, base = at.main, ref = 'main', change = at.topic } = said;
  const payload = { pull_request: { base: { sha: base, ref }, head: { sha: change } } };
  return findBase({ name, sha, payload }, { git: opened.git, api: files });
}

describe('the first parent of a merge commit is not the base', () => {
  it.each(['pull_request', 'pull_request_review'] as const)(
    'where the second is not the head that the event of %s names',
    async (name) => {
      const merge = origin.merge(at.evil, at.main);
      expect(await find(merge, { name })).toMatchObject({ kind: 'commit', sha: at.main });
    },
  );

  it('where the event is of another pull request', async () => {
    const merge = origin.merge(at.evil, at.topic);
    const found = await find(merge, { base: at.fork, change: at.main });
    expect(found).toMatchObject({ sha: at.fork, how: 'merge base of HEAD and the base of the pull request' });
  });

  it.each([undefined, 1, 2])('where it is no commit of the base branch, at depth %s', async (depth) => {
    const merge = origin.merge(at.evil, at.topic);
    for (const name of ['pull_request', 'pull_request_target'] as const) {
      rmSync(join(temporary, 'clone'), { recursive: true, force: true });
      const sha = name === 'pull_request_target' ? at.main : merge;
      const found = await find(merge, { name, sha }, { ...(depth === undefined ? {} : { depth }), api: true });
      expect(found).toMatchObject({ kind: 'commit', sha: at.fork });
    }
  });

  it('where it stands on the base branch and was never merged into it', async () => {
    origin.checkout(at.main, '--detach');
    const ahead = origin.commit({ ahead: '1' });
    const merge = origin.merge(ahead, at.topic);
    expect(await find(merge, {}, { depth: 2, api: true })).toMatchObject({ sha: at.main });
  });

  it('where the commit of another fork is at the branch of that name in the checkout', async () => {
    const merge = origin.merge(at.evil, at.topic);
    origin.git('update-ref', 'refs/heads/trunk', at.evil);
    // HEAD is not what GitHub names, so the checkout's origin may be a fork with a trunk of its own.
    expect(await find(merge, { sha: at.main, ref: 'trunk' })).toMatchObject({ sha: at.fork });
  });

  it('where a commit with three parents is checked out', async () => {
    origin.checkout(at.evil, '--detach');
    origin.git('merge', '--quiet', '--no-gpg-sign', '--message', 'octopus', at.topic, at.main);
    const octopus = origin.git('rev-parse', 'HEAD');
    expect(await find(octopus)).toMatchObject({ sha: at.main, how: expect.stringContaining('merge base') });
  });

  it('where a pull_request_target has checked out its base branch, which has the pull request already', async () => {
    const merge = origin.merge(at.evil, at.topic);
    expect(await find(merge, { name: 'pull_request_target' })).toMatchObject({ kind: 'unknown' });
  });

  it('and none is named where nothing can be compared', async () => {
    const merge = origin.merge(at.evil, at.topic);
    const found = await find(merge, { base: 'a'.repeat(40) }, { depth: 1, offline: true });
    expect(found).toMatchObject({
      kind: 'unknown',
      expected: 'merge base of HEAD and the base of the pull request',
      mend: 'set fetch-depth: 0 of actions/checkout (the whole history)',
    });
  });
});

describe('the branch of a remote', () => {
  it('is the one of exactly this name', async () => {
    origin.git('update-ref', 'refs/heads/a/refs/heads/main', at.evil);
    const checkout = origin.clone(join(temporary, 'clone'));
    const opened = await openGit(checkout.folder, { env: allowedEnvironment(gitEnvironmentNames, process.env) });
    if (opened.kind !== 'repository') throw new Error(opened.got);
    expect(await opened.git.remoteBranch('main')).toBe(at.main);
    for (const none of ['mai*', 'missing', '', '--upload-pack=x', 'ma\nin'])
      expect(await opened.git.remoteBranch(none)).toBeNull();
  });
});

describe('the first parent of the merge commit is the base, although the event names an older one', () => {
  it.each([undefined, 1, 2])('when the branch of origin has it, at depth %s', async (depth) => {
    const merge = origin.merge(at.main, at.topic);
    const found = await find(merge, { base: at.fork }, depth === undefined ? { offline: true } : { depth });
    expect(found).toMatchObject({ kind: 'commit', sha: at.main });
  });

  it('when that branch has gone on since', async () => {
    const merge = origin.merge(at.main, at.topic);
    origin.checkout('main');
    for (const text of ['2', '3', '4']) origin.commit({ main: text });
    expect(await find(merge, { base: at.fork }, { depth: 1 })).toMatchObject({ kind: 'commit', sha: at.main });
  });

  it("when GitHub's API says it, where nothing can be fetched", async () => {
    const merge = origin.merge(at.main, at.topic);
    const found = await find(merge, { base: at.fork }, { depth: 2, offline: true, api: true });
    expect(found).toMatchObject({ kind: 'commit', sha: at.main, how: 'first parent of the merge commit' });
    expect(standIn.faults).toEqual([]);
  });

  it('when a pull_request_target runs on it', async () => {
    const merge = origin.merge(at.main, at.topic);
    const said = { name: 'pull_request_target', sha: at.main, base: at.fork } as const;
    expect(await find(merge, said, { depth: 2, offline: true })).toMatchObject({ kind: 'commit', sha: at.main });
  });

  it('and where it names a newer one', async () => {
    const merge = origin.merge(at.fork, at.topic);
    expect(await find(merge, { ref: '' })).toMatchObject({ sha: at.fork, how: 'first parent of the merge commit' });
  });
});
