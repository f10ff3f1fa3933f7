import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SeededPullRequest } from './github-rule.ts';
import { GitHubStandIn } from './github-stand-in.ts';
import { TestRepository } from './repository.ts';

let folder: string;
let standIn: GitHubStandIn;
let repository: TestRepository;
let first: string;
let pullRequests: SeededPullRequest[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'github-git-'));
  const work = TestRepository.create(join(folder, 'work'));
  first = work.commit({ 'apps/values.yaml': 'a: 1\n', 'apps/run.sh': '#!/bin/sh\n', README: 'x\n' });
  repository = new TestRepository(join(folder, 'bare.git'));
  repository.git('clone', '--quiet', '--bare', work.folder, '.');
  pullRequests = [];
  const seeded = { name: 'acme/gitops', folder: repository.folder, pullRequests };
  standIn = await GitHubStandIn.start({ repositories: [seeded], tokens: ['good'] });
});

afterEach(async () => {
  await standIn.stop();
  rmSync(folder, { recursive: true });
});

async function ask(method: string, path: string, body?: unknown) {
  const headers = { authorization: 'token good', 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${standIn.apiUrl}/repos/acme/gitops/${path}`, { method, headers, ...sent });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

/** A commit with another `apps/values.yaml`. */
async function commitOn(parent: string, text: string): Promise<string> {
  const blob = await ask('POST', 'git/blobs', { content: Buffer.from(text).toString('base64'), encoding: 'base64' });
  const base = (await ask('GET', `git/commits/${parent}`)).body.tree.sha;
  const entry = { path: 'apps/values.yaml', mode: '100644', type: 'blob', sha: blob.body.sha };
  const tree = await ask('POST', 'git/trees', { base_tree: base, tree: [entry] });
  const commit = await ask('POST', 'git/commits', { message: 'change', tree: tree.body.sha, parents: [parent] });
  expect([blob.status, tree.status, commit.status]).toEqual([201, 201, 201]);
  return commit.body.sha;
}

describe('git writes of the GitHub stand-in', () => {
  it('make a commit that changes one file and keeps the rest, in a bare repository', async () => {
    const sha = await commitOn(first, 'a: ü\r\n');
    expect(repository.git('diff', '--name-status', first, sha)).toBe('M\tapps/values.yaml');
    expect(repository.git('show', '--no-patch', '--format=%P %an %s', sha)).toBe(`${first} github-actions[bot] change`);
    expect(repository.git('cat-file', 'blob', `${sha}:apps/values.yaml`)).toBe('a: ü\r');
    expect(repository.git('rev-parse', 'refs/heads/main')).toBe(first);
    expect(standIn.faults).toEqual([]);
  });

  it('move a branch forward, and never aside', async () => {
    const [one, two] = [await commitOn(first, 'a: 2\n'), await commitOn(first, 'a: 3\n')];
    expect(await ask('PATCH', 'git/refs/heads%2Fmain', { sha: one, force: false })).toMatchObject({
      status: 200,
      body: { ref: 'refs/heads/main', object: { sha: one } },
    });
    const aside = { status: 422, body: { message: 'Update is not a fast forward' } };
    expect(await ask('PATCH', 'git/refs/heads%2Fmain', { sha: two })).toMatchObject(aside);
    expect(await ask('PATCH', 'git/refs/heads%2Fmain', { sha: first })).toMatchObject(aside);
    expect((await ask('GET', 'git/ref/heads%2Fmain')).body.object.sha).toBe(one);
    expect(standIn.faults).toEqual([]);
  });

  it('make a branch once, of files by their content', async () => {
    const tree = { tree: [{ path: 'value.json', mode: '100644', type: 'blob', content: '1\n' }] };
    const { sha: id } = (await ask('POST', 'git/trees', tree)).body;
    const { sha } = (await ask('POST', 'git/commits', { message: 'x', tree: id })).body;
    expect((await ask('GET', 'git/ref/heads%2Fshipgate%2Flease')).status).toBe(404);
    expect((await ask('POST', 'git/refs', { ref: 'refs/heads/shipgate/lease', sha })).status).toBe(201);
    const again = await ask('POST', 'git/refs', { ref: 'refs/heads/shipgate/lease', sha });
    expect(again).toMatchObject({ status: 422, body: { message: 'Reference already exists' } });
    const gone = await ask('PATCH', 'git/refs/heads%2Fshipgate%2Fother', { sha });
    expect(gone).toMatchObject({ status: 422, body: { message: 'Reference does not exist' } });
    expect(repository.git('cat-file', 'blob', 'refs/heads/shipgate/lease:value.json')).toBe('1');
    expect(standIn.faults).toEqual([]);
  });

  it('are unknown by force, in the name of another, and for links', async () => {
    expect((await ask('PATCH', 'git/refs/heads%2Fmain', { sha: first, force: true })).status).toBe(501);
    const author = { name: 'x', email: 'x@example.invalid' };
    const tree = repository.git('rev-parse', `${first}^{tree}`);
    expect((await ask('POST', 'git/commits', { message: 'x', tree, author })).status).toBe(501);
    const link = { path: 'x', mode: '120000', type: 'blob', content: 'y' };
    expect((await ask('POST', 'git/trees', { tree: [link] })).status).toBe(501);
  });
});

describe('pull requests of the GitHub stand-in', () => {
  it('are opened once for a head, and listed with its commit of the moment', async () => {
    const one = await commitOn(first, 'a: 2\n');
    await ask('POST', 'git/refs', { ref: 'refs/heads/change', sha: one });
    const wanted = { title: 'Change', head: 'change', base: 'main', body: 'text' };
    expect(await ask('POST', 'pulls', wanted)).toMatchObject({ status: 201, body: { number: 1, head: { sha: one } } });
    expect(await ask('POST', 'pulls', wanted)).toMatchObject({ status: 422, body: { message: 'Validation Failed' } });
    const two = await commitOn(one, 'a: 3\n');
    await ask('PATCH', 'git/refs/heads%2Fchange', { sha: two });
    const [listed, ...more] = (await ask('GET', 'pulls?head=acme:change')).body;
    expect(listed).toMatchObject({ number: 1, title: 'Change', state: 'open', head: { sha: two }, merged_at: null });
    expect(more).toEqual([]);
    expect(standIn.faults).toEqual([]);
  });

  it('can be opened again when the first one is closed', async () => {
    await ask('POST', 'git/refs', { ref: 'refs/heads/change', sha: await commitOn(first, 'a: 2\n') });
    const wanted = { title: 'Change', head: 'change', base: 'main' };
    await ask('POST', 'pulls', wanted);
    for (const pull of pullRequests) Object.assign(pull, { state: 'closed', merged: true });
    expect((await ask('POST', 'pulls', wanted)).body.number).toBe(2);
    const [closed] = (await ask('GET', 'pulls?head=acme:change&state=closed')).body;
    expect(closed).toMatchObject({ number: 1, state: 'closed', merged_at: expect.any(String) });
    expect(standIn.faults).toEqual([]);
  });
});
