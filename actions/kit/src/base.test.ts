import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Base, type ChangeEvent, findBase, planBase } from './base.ts';
import { allowedEnvironment } from './command.ts';
import { gitEnvironmentNames, openGit } from './git.ts';
import { GitHubFiles } from './github.ts';
import { GitHubStandIn } from './testing/github-stand-in.ts';
import { TestRepository } from './testing/repository.ts';

let template: string;
let temporary: string;
let origin: TestRepository;
let standIn: GitHubStandIn;
/** main: root - fork - main; topic leaves at fork; merge = GitHub's merge of topic into main. */
let at: { root: string; fork: string; main: string; topic: string; merge: string };
beforeAll(() => {
  template = mkdtempSync(join(tmpdir(), 'shipgate-base-'));
  const repository = TestRepository.create(template);
  const root = repository.commit({ file: '1' });
  const fork = repository.commit({ file: '2' });
  repository.checkout('topic', '-b');
  repository.commit({ topic: '1' });
  const topic = repository.commit({ topic: '2' });
  repository.checkout('main');
  const main = repository.commit({ main: '1' });
  const merge = repository.merge(main, topic);
  repository.git('update-ref', 'refs/pull/1/merge', merge);
  repository.checkout('main');
  at = { root, fork, main, topic, merge };
});
afterAll(() => rmSync(template, { recursive: true, force: true }));
beforeEach(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'shipgate-base-'));
  cpSync(template, join(temporary, 'origin'), { recursive: true });
  origin = new TestRepository(join(temporary, 'origin'));
  standIn = await GitHubStandIn.start({ repositories: [{ name: 'acme/orders', folder: origin.folder }] });
});
afterEach(async () => {
  await standIn.stop();
  rmSync(temporary, { recursive: true, force: true });
});

const zeros = '0'.repeat(40);

function pullRequest(name: 'pull_request' | 'pull_request_target' = 'pull_request', base = at.main): ChangeEvent {
  const sha = name === 'pull_request' ? at.merge : at.main;
  return {
    name,
    sha,
    ref: 'refs/pull/1/merge',
    payload: { pull_request: { base: { sha: base, ref: 'main' }, head: { sha: at.topic } } },
  };
}

function push(before: string, sha: string, branch = 'main'): ChangeEvent {
  const payload = { before, after: sha, ref: `refs/heads/${branch}`, repository: { default_branch: 'main' } };
  return { name: 'push', sha, ref: `refs/heads/${branch}`, payload };
}

interface Situation {
  readonly baseRef?: string;
  readonly api?: boolean;
  /** The remote of the checkout is gone, as without credentials. */
  readonly offline?: boolean;
}

async function find(
  event: ChangeEvent,
  checkout: TestRepository,
  { baseRef, api = false, offline = false }: Situation = {},
): Promise<Base> {
  if (offline) checkout.git('remote', 'set-url', 'origin', join(temporary, 'gone'));
  const opened = await openGit(checkout.folder, { env: allowedEnvironment(gitEnvironmentNames, process.env) });
  if (opened.kind !== 'repository') throw new Error(opened.got);
  const clock = { random: () => 0, sleep: async () => undefined };
  const files = api ? new GitHubFiles({ apiUrl: standIn.apiUrl, repository: 'acme/orders', clock }) : null;
  return findBase(event, { git: opened.git, api: files, whyNoApi: 'there is no token' }, baseRef);
}

const clone = (commit: string, depth?: number) =>
  origin.clone(join(temporary, 'clone'), { commit, ...(depth ? { depth } : {}) });

describe('the base of a pull request', () => {
  it('is the first parent of the merge commit', async () => {
    expect(await find(pullRequest(), clone(at.merge, 2))).toEqual({
      kind: 'commit',
      sha: at.main,
      how: 'first parent of the merge commit',
    });
  });

  it('is the first parent too where main went on after the event was sent', async () => {
    expect(await find(pullRequest('pull_request', at.fork), clone(at.merge, 2))).toMatchObject({ sha: at.main });
  });

  it('is fetched where the checkout holds one commit', async () => {
    const found = await find(pullRequest(), clone(at.merge, 1));
    expect(found).toEqual({ kind: 'commit', sha: at.main, how: 'first parent of the merge commit, fetched' });
  });

  it('is read from the API where it cannot be fetched', async () => {
    const found = await find(pullRequest(), clone(at.merge, 1), { offline: true, api: true });
    expect(found).toMatchObject({ kind: 'remote', sha: at.main });
    expect(standIn.faults).toEqual([]);
  });

  it('is the merge base where the pull request itself is checked out', async () => {
    for (const name of ['pull_request', 'pull_request_target'] as const) {
      rmSync(join(temporary, 'clone'), { recursive: true, force: true });
      expect(await find(pullRequest(name), clone(at.topic))).toMatchObject({ kind: 'commit', sha: at.fork });
    }
  });

  it('is the merge base where the last commit of the pull request is a merge', async () => {
    const merged = origin.merge(at.topic, at.main);
    const payload = { pull_request: { base: { sha: at.main }, head: { sha: merged } } };
    const event = { name: 'pull_request_target', sha: at.main, payload };
    expect(await find(event, clone(merged))).toMatchObject({ kind: 'commit', sha: at.main });
  });

  it('is found by deepening where the pull request is checked out with one commit', async () => {
    expect(await find(pullRequest(), clone(at.topic, 1))).toMatchObject({ kind: 'commit', sha: at.fork });
  });

  it('is asked of the API where that checkout cannot be deepened', async () => {
    const found = await find(pullRequest(), clone(at.topic, 1), { offline: true, api: true });
    expect(found).toMatchObject({ kind: 'remote', sha: at.fork });
  });

  it('is unknown where a pull_request_target has checked out the base', async () => {
    const found = await find(pullRequest('pull_request_target'), clone(at.main));
    expect(found).toMatchObject({ kind: 'unknown', mend: 'run the gate on the event pull_request' });
  });

  it('is unknown for a pull_request_target on a base that is a merge commit itself', async () => {
    const payload = { pull_request: { base: { sha: at.fork }, head: { sha: at.root } } };
    const found = await find({ name: 'pull_request_target', sha: at.merge, payload }, clone(at.merge));
    expect(found.kind).toBe('unknown');
  });

  it('is unknown, with every try told and the mend, where nothing helps', async () => {
    standIn.fail({ kind: 'status', status: 403, message: 'Resource not accessible by integration' });
    const found = await find(pullRequest(), clone(at.merge, 1), { offline: true, api: true });
    expect(found).toEqual({
      kind: 'unknown',
      expected: `the commit ${at.main.slice(0, 7)} (first parent of the merge commit)`,
      got: expect.stringMatching(
        /^a checkout of 1 commit; deepening it failed \(exit 128: .+\); the API answered 403 \(git\/commits\)$/,
      ),
      mend: 'set fetch-depth: 2 of actions/checkout',
    });
  });

  it('says why the API was not asked', async () => {
    const found = await find(pullRequest(), clone(at.merge, 1), { offline: true });
    expect(found).toMatchObject({ got: expect.stringContaining('the API was not asked (there is no token)') });
  });
});

describe('the base of a merge group', () => {
  it('is the one that the event names', async () => {
    const event = {
      name: 'merge_group',
      sha: at.merge,
      payload: { merge_group: { base_sha: at.main, head_sha: at.merge } },
    };
    expect(await find(event, clone(at.merge, 1))).toMatchObject({ kind: 'commit', sha: at.main });
  });
});

describe('the base of a push', () => {
  it('is the commit before', async () => {
    expect(await find(push(at.root, at.main), clone(at.main))).toMatchObject({ kind: 'commit', sha: at.root });
  });

  it('is the commit before a forced push, as long as anybody holds it', async () => {
    origin.git('checkout', '--quiet', '-B', 'main', at.root);
    const forced = origin.commit({ file: 'forced' });
    expect(await find(push(at.main, forced), clone(forced))).toMatchObject({ kind: 'commit', sha: at.main });
  });

  it('is unknown when a forced push lost it', async () => {
    const gone = 'a'.repeat(40);
    const found = await find(push(gone, at.main), clone(at.main), { api: true });
    expect(found).toMatchObject({ kind: 'unknown', mend: expect.stringContaining('base-ref') });
    expect(found).toMatchObject({
      got: expect.stringMatching(/a checkout of 3 commits; .*the API does not know the commit/),
    });
  });

  it('of a new branch is where it left the default branch', async () => {
    const event = push(zeros, at.topic, 'topic');
    expect(await find(event, clone(at.topic))).toMatchObject({ kind: 'commit', sha: at.fork });
    rmSync(join(temporary, 'clone'), { recursive: true });
    expect(await find(event, clone(at.topic, 1), { api: true })).toMatchObject({ kind: 'commit', sha: at.fork });
  });

  it('is unknown for the first push of the default branch', async () => {
    expect(await find(push(zeros, at.main), clone(at.main))).toMatchObject({
      kind: 'unknown',
      mend: expect.stringContaining('all'),
    });
  });

  it('is unknown for a tag', async () => {
    const event = { ...push(zeros, at.main), ref: 'refs/tags/v1' };
    expect(await find(event, clone(at.main))).toMatchObject({
      kind: 'unknown',
      got: 'a push of a tag, which changes nothing',
    });
  });
});

describe('an explicit base-ref', () => {
  it.each(['main', 'v1'])('is taken before what the event says: %s', async (baseRef) => {
    origin.git('tag', 'v1', at.main);
    const schedule = { name: 'schedule', payload: {} };
    for (const event of [push(at.root, at.topic, 'topic'), schedule, { name: '', payload: undefined }]) {
      rmSync(join(temporary, 'clone'), { recursive: true, force: true });
      expect(await find(event, clone(at.topic), { baseRef })).toMatchObject({ kind: 'commit', sha: at.fork });
    }
  });

  it('may be an id that the checkout does not hold', async () => {
    const event = { name: '', payload: undefined };
    expect(await find(event, clone(at.topic, 1), { baseRef: at.main })).toMatchObject({ kind: 'commit', sha: at.fork });
  });

  it('says so when it is HEAD itself', async () => {
    const found = await find(push(at.root, at.main), clone(at.main), { baseRef: 'main' });
    expect(found).toEqual({ kind: 'commit', sha: at.main, how: 'merge base of HEAD and main, which is HEAD itself' });
  });

  it.each(['missing', '--output=owned', '$(touch owned)'])('that is no commit is unknown: %s', async (baseRef) => {
    const found = await find(push(at.root, at.main), clone(at.main), { baseRef, api: true });
    expect(found).toMatchObject({
      kind: 'unknown',
      got: expect.stringContaining(`no branch, tag or commit ${baseRef}`),
    });
    expect(standIn.faults).toEqual([]);
  });

  it('without a common commit is unknown', async () => {
    origin.git('checkout', '--quiet', '--orphan', 'other');
    origin.commit({ other: 'x' });
    const found = await find({ name: '', payload: undefined }, clone(at.main), { baseRef: 'other' });
    expect(found).toMatchObject({ kind: 'unknown', got: expect.stringContaining('no common commit') });
  });
});

describe('events without a base', () => {
  it.each(['schedule', 'workflow_dispatch', 'release', ''])('name what to give: %j', async (name) => {
    const found = await find({ name, payload: {} }, clone(at.main));
    expect(found).toMatchObject({ kind: 'unknown', mend: expect.stringContaining('base-ref') });
  });

  it('and a repository without commits', async () => {
    const empty = TestRepository.create(join(temporary, 'empty'));
    expect(await find({ name: '', payload: undefined }, empty)).toMatchObject({
      kind: 'unknown',
      got: 'a repository without commits',
    });
  });
});

describe('planBase', () => {
  it('throws at no payload, and never takes text for a commit', () => {
    const names = fc.constantFrom('push', 'pull_request', 'pull_request_target', 'merge_group', 'schedule', '');
    const odd = fc.oneof(fc.anything(), fc.constantFrom('--exec=x', 'main', zeros, 'HEAD'));
    const payload = fc.oneof(
      odd,
      fc.record({ before: odd, ref: odd, repository: odd }),
      fc.record({
        pull_request: fc.oneof(odd, fc.record({ base: fc.record({ sha: odd }), head: fc.record({ sha: odd }) })),
      }),
      fc.record({ merge_group: fc.record({ base_sha: odd }) }),
    );
    fc.assert(
      fc.property(names, payload, (name, given) => {
        const plan = planBase({ name, payload: given }, { head: 'b'.repeat(40), parents: [] });
        expect(plan.kind === 'commit' ? plan.sha : zeros).toMatch(/^[0-9a-f]{40}$/);
      }),
    );
  });
});
