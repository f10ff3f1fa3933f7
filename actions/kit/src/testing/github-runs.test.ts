import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitHubStandIn, type SeededCheckRun, type SeededRun } from './github-stand-in.ts';
import { TestRepository } from './repository.ts';

const people = [{ id: 101, login: 'dev-lead' }];
const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`;

let temporary: string;
let commit: string;
let checkRuns: SeededCheckRun[];
let standIn: GitHubStandIn;
beforeEach(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'shipgate-runs-'));
  const repository = TestRepository.create(join(temporary, 'repository'));
  commit = repository.commit({ file: 'x' });
  const facts = { commit, by: 'dev-lead' };
  const artifacts = [
    {
      id: 9,
      name: 'verdict-migrate-gate',
      createdAt: at(2),
      files: { 'a/verdict.json': { outcome: 'pass' }, 'ü.txt': 'x' },
    },
    { id: 10, name: 'old', createdAt: at(2), expired: true },
  ];
  const runs: SeededRun[] = [
    {
      ...facts,
      id: 1,
      event: 'push',
      createdAt: at(1),
      approvals: [{ environments: ['qa', 'dev'], state: 'approved', by: 'dev-lead' }],
    },
    { ...facts, id: 2, event: 'push', createdAt: at(3), artifacts, attempt: 2 },
    {
      ...facts,
      id: 3,
      event: 'pull_request',
      createdAt: at(2),
      headRepository: 'forker/orders',
      conclusion: 'failure',
    },
    { ...facts, id: 4, event: 'push', createdAt: at(4), commit: 'f'.repeat(40), status: 'in_progress' },
  ];
  checkRuns = [];
  const repositories = [{ name: 'acme/orders', folder: repository.folder, runs, checkRuns }];
  standIn = await GitHubStandIn.start({ repositories, people, tokens: ['good'], readOnlyTokens: ['fork'] });
});
afterEach(async () => {
  await standIn.stop();
  rmSync(temporary, { recursive: true, force: true });
});

const ask = async (method: string, path: string, body?: object, token = 'good') => {
  const response = await fetch(`${standIn.apiUrl}/repos/acme/orders/${path}`, {
    ...{ method, redirect: 'manual', headers: { 'content-type': 'application/json', authorization: `token ${token}` } },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers };
};

describe('workflow runs of the GitHub stand-in', () => {
  const ids = async (query: string) =>
    (await ask('GET', `actions/runs?${query}`)).body.workflow_runs.map((run: { id: number }) => run.id);

  it('are found by commit, event and status, newest first, by pages', async () => {
    expect(await ids('')).toEqual([4, 2, 3, 1]);
    expect(await ids(`head_sha=${commit}&event=push`)).toEqual([2, 1]);
    expect(await ids('status=in_progress')).toEqual([4]);
    expect(await ids('status=failure')).toEqual([3]);
    expect(await ids(`head_sha=${commit}&per_page=1&page=3`)).toEqual([1]);
    expect((await ask('GET', `actions/runs?head_sha=${commit}&per_page=1`)).body.total_count).toBe(3);
    expect(standIn.faults).toEqual([]);
    expect((await ask('GET', 'actions/runs?branch=main')).status).toBe(501);
  });

  it('tell their event, head and attempt', async () => {
    expect((await ask('GET', 'actions/runs/3')).body).toMatchObject({
      ...{ event: 'pull_request', head_sha: commit, head_repository: { full_name: 'forker/orders', fork: true } },
      ...{ repository: { full_name: 'acme/orders' }, run_attempt: 1, conclusion: 'failure', actor: { id: 101 } },
    });
    expect((await ask('GET', 'actions/runs/2')).body).toMatchObject({
      run_attempt: 2,
      head_repository: { fork: false },
    });
    expect((await ask('GET', 'actions/runs/4')).body).toMatchObject({ conclusion: null, head_commit: null });
    expect((await ask('GET', 'actions/runs/5')).status).toBe(404);
    expect(standIn.faults).toEqual([]);
  });

  it('tell who approved which environments', async () => {
    const { body } = await ask('GET', 'actions/runs/1/approvals');
    expect(body).toMatchObject([
      { state: 'approved', user: { id: 101 }, environments: [{ name: 'qa' }, { name: 'dev' }] },
    ]);
    expect((await ask('GET', 'actions/runs/2/approvals')).body).toEqual([]);
    expect((await ask('GET', 'actions/runs/5/approvals')).status).toBe(404);
    expect(standIn.faults).toEqual([]);
  });
});

describe('artifacts of the GitHub stand-in', () => {
  it('are listed, by name too', async () => {
    const { body } = await ask('GET', 'actions/runs/2/artifacts');
    expect(body).toMatchObject({
      total_count: 2,
      artifacts: [{ id: 9, expired: false, workflow_run: { id: 2 } }, { id: 10 }],
    });
    expect((await ask('GET', 'actions/runs/2/artifacts?name=old')).body.artifacts).toMatchObject([{ id: 10 }]);
    expect((await ask('GET', 'actions/runs/1/artifacts')).body).toEqual({ total_count: 0, artifacts: [] });
    expect(standIn.faults).toEqual([]);
  });

  it('come as a zip from an address that takes no token', async () => {
    const { status, headers } = await ask('GET', 'actions/artifacts/9/zip');
    expect(status).toBe(302);
    const place = headers.get('location') ?? '';
    const zip = Buffer.from(await (await fetch(place)).arrayBuffer());
    expect(zip.subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004'));
    expect(zip.toString()).toContain('a/verdict.json{"outcome":"pass"}');
    expect((await fetch(place, { headers: { authorization: 'token good' } })).status).toBe(403);
    expect(standIn.faults).toEqual(['the token was sent to where artifacts are stored']);
  });

  it.each([
    ['10/zip', 410],
    ['11/zip', 404],
    ['9/tar', 501],
  ])('are not given: %s, %i', async (path, status) => {
    expect((await ask('GET', `actions/artifacts/${path}`)).status).toBe(status);
  });
});

describe('check runs of the GitHub stand-in', () => {
  const make = (more: object = {}) => ask('POST', 'check-runs', { name: 'shipgate', head_sha: commit, ...more });
  const list = async (query = '') => (await ask('GET', `commits/${commit}/check-runs${query}`)).body.check_runs;

  it('are made, changed and listed, each answer as the description wants it', async () => {
    const output = { title: 'Ready', summary: 'All of it', text: '```json\n{}\n```' };
    expect(await make({ external_id: 'a/1' })).toMatchObject({
      status: 201,
      body: {
        id: 1,
        status: 'queued',
        conclusion: null,
        completed_at: null,
        external_id: 'a/1',
        app: { slug: 'github-actions' },
      },
    });
    const changed = await ask('PATCH', 'check-runs/1', { conclusion: 'success', completed_at: at(5), output });
    expect(changed.body).toMatchObject({ status: 'completed', conclusion: 'success', completed_at: at(5), output });
    expect(await list()).toMatchObject([{ id: 1, output }]);
    expect((await ask('PATCH', 'check-runs/2', { status: 'queued' })).status).toBe(404);
    expect((await make({ head_sha: '0'.repeat(40) })).status).toBe(422);
    expect((await ask('POST', 'check-runs', { name: 'x', head_sha: commit }, 'fork')).status).toBe(403);
    expect(standIn.faults).toEqual([]);
  });

  it('are listed newest first, the latest of each name and app unless all are wanted', async () => {
    await make();
    await make({ conclusion: 'neutral' });
    checkRuns.push({ id: 9, name: 'shipgate', commit, app: 'other-app' });
    const ids = async (query: string) => (await list(query)).map((one: { id: number }) => one.id);
    expect(await ids('')).toEqual([9, 2]);
    expect(await ids('?filter=all')).toEqual([9, 2, 1]);
    expect(await ids('?filter=all&status=queued')).toEqual([1]);
    expect(await ids('?filter=all&per_page=1&page=2')).toEqual([2]);
    expect((await ask('PATCH', 'check-runs/9', { conclusion: 'success' })).status).toBe(403);
    expect(standIn.faults).toEqual([]);
  });

  it.each([
    { status: 'completed' },
    { output: { title: 'x', summary: 'x', annotations: [] } },
    { output: { title: 'x', summary: 'x'.repeat(65_536) } },
    { actions: [] },
  ])('are unknown: %j', async (more) => {
    expect((await make(more)).status).toBe(501);
  });
});
