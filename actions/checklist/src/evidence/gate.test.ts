import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GitHubClient } from '@shipgate/kit/github-client';
import {
  GitHubStandIn,
  type SeededArtifact,
  type SeededCheckRun,
  type SeededRun,
} from '@shipgate/kit/testing/github-stand-in';
import { TestRepository } from '@shipgate/kit/testing/repository';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GateEntry } from './entry.ts';
import { GateEvidence, type GateEvidenceSettings } from './gate.ts';
import { now, textOf, type VerdictFacts, verdictOf } from './gate-verdict.fixture.ts';

const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
const people = [{ id: 101, login: 'dev-lead' }];

let temporary: string;
let commit: string;
let runs: SeededRun[];
let checkRuns: SeededCheckRun[];
let standIn: GitHubStandIn;
beforeEach(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'shipgate-gate-'));
  const repository = TestRepository.create(join(temporary, 'repository'));
  commit = repository.commit({ file: 'x' });
  [runs, checkRuns] = [[], []];
  const repositories = [{ name: 'acme/orders', folder: repository.folder, runs, checkRuns }];
  standIn = await GitHubStandIn.start({ repositories, people, tokens: ['good'] });
});
afterEach(async () => {
  await standIn.stop();
  rmSync(temporary, { recursive: true, force: true });
});

/** Of our commit. */
const verdict = (facts: VerdictFacts = {}) => verdictOf({ ...facts, subject: { commit, ...facts.subject } });
let ids = 0;
function upload(facts: VerdictFacts, more: Partial<SeededRun> = {}, artifact: Partial<SeededArtifact> = {}): void {
  ids += 1;
  const createdAt = before(facts.minutesAgo ?? 60);
  const files = { 'security-scan/verdict.json': verdict(facts) };
  const artifacts = [{ id: ids, name: 'verdict-security-scan', createdAt, files, ...artifact }];
  runs.push({ ...{ id: ids, event: 'push', commit, createdAt, by: 'dev-lead', artifacts }, ...more });
}
function checkRun(facts: VerdictFacts, more: Partial<SeededCheckRun> = {}): void {
  ids += 1;
  const text = `\`\`\`json\n${textOf(verdict(facts))}\`\`\`\n`;
  const [externalId, completedAt] = ['shipgate/security-scan/1', before(facts.minutesAgo ?? 60)];
  checkRuns.push({
    id: ids,
    name: `scan ${ids}`,
    commit,
    externalId,
    completedAt,
    output: { title: 'x', summary: 'x', text },
    ...more,
  });
}
function leave(path: string, text: string): void {
  mkdirSync(dirname(join(temporary, path)), { recursive: true });
  writeFileSync(join(temporary, path), text);
}

function evidence(more: Partial<GateEvidenceSettings> = {}): GateEvidence {
  const clock = { random: () => 1, sleep: async () => undefined };
  const api = new GitHubClient({
    apiUrl: standIn.apiUrl,
    repository: 'acme/orders',
    token: 'good',
    clock,
  });
  const github = { api, repository: 'acme/orders' };
  return new GateEvidence({
    folders: [join(temporary, 'verdicts')],
    github,
    runId: '900',
    onPullRequest: false,
    checkRuns: true,
    ...more,
  });
}
const entry: GateEntry = { kind: 'gate', gate: 'security-scan', items: ['scan'] };
const look = (reader = evidence(), more: object = {}) =>
  reader.look({
    ...{ entry, item: { id: 'scan', text: 'Scanned', thresholds: [] }, subject: { commit }, now },
    ...{ freshnessMs: 86_400_000, signal: new AbortController().signal, ...more },
  });
const operations = () => standIn.requests.map(({ operation }) => operation);

describe('a verdict in an artifact', () => {
  afterEach(() => expect(standIn.faults).toEqual([]));

  it.each(['pass', 'fail', 'unknown'] as const)('that is %s decides', async (outcome) => {
    upload({ outcome });
    const source = `https://github.com/acme/orders/actions/runs/${ids}/artifacts/${ids}`;
    expect(await look()).toMatchObject({ kind: 'gate', outcome, source, at: before(60) });
  });

  it('decides by its time, not by how good it is', async () => {
    upload({ outcome: 'pass', minutesAgo: 30 });
    upload({ outcome: 'fail', minutesAgo: 20 });
    upload({ outcome: 'pass', minutesAgo: 40 });
    expect((await look()).outcome).toBe('fail');
  });

  it('is asked for once, whatever the number of items', async () => {
    upload({});
    const reader = evidence();
    const all = await Promise.all([
      look(reader),
      look(reader),
      look(reader, { entry: { ...entry, freshness: '10m' } }),
    ]);
    expect(all.map(({ outcome }) => outcome)).toEqual(['pass', 'pass', 'stale']);
    expect(operations()).toEqual([
      ...['actions/list-workflow-runs-for-repo', 'actions/list-workflow-run-artifacts', 'actions/download-artifact'],
      ...['blob', 'checks/list-for-ref'],
    ]);
  });

  it.each<[string, Partial<SeededRun>]>([
    ['a pull request', { event: 'pull_request' }],
    ['a target of a pull request', { event: 'pull_request_target' }],
    ['a review', { event: 'pull_request_review' }],
    ['a run of a fork behind another run', { event: 'workflow_run', headRepository: 'forker/orders' }],
    ['a fork', { headRepository: 'forker/orders' }],
    ['another commit', { commit: 'f'.repeat(40) }],
  ])('is not read in a run of %s', async (_, run) => {
    upload({}, run);
    expect((await look()).outcome).toBe('unknown');
    expect(operations()).not.toContain('actions/download-artifact');
  });

  it('is read in a run on a pull request for a report on one', async () => {
    upload({ subject: { event: 'pull_request' } }, { event: 'pull_request', headRepository: 'forker/orders' });
    expect((await look(evidence({ onPullRequest: true }))).outcome).toBe('pass');
  });

  it.each<[string, Partial<SeededArtifact>]>([
    ['is called something else', { name: 'build' }],
    ['holds no verdict', { files: { 'report.json': {} } }],
    ['leads out of itself', { files: { '../verdict.json': {} } }],
  ])('is not there when the artifact %s', async (_, artifact) => {
    upload({}, {}, artifact);
    expect(await look()).toMatchObject({ outcome: 'unknown', seen: expect.stringContaining('there is no verdict') });
  });

  it.each<[string, Partial<SeededArtifact>]>([
    ['is no archive', { archive: Buffer.from('<html>') }],
    ['has expired', { expired: true }],
    ['is too large', { archive: Buffer.alloc(9 * 1024 * 1024) }],
    ['holds a cut verdict', { files: { 'verdict.json': '{"version": 1, "gate": "sec' } }],
  ])('is unknown when the newest artifact %s', async (_, artifact) => {
    upload({ minutesAgo: 20 }, {}, artifact);
    upload({ minutesAgo: 40 });
    expect(await look()).toMatchObject({ outcome: 'unknown', seen: expect.stringContaining('cannot be read') });
  });

  it('is found among many runs and artifacts', async () => {
    const facts = { event: 'push', commit, by: 'dev-lead', createdAt: before(50) };
    for (let index = 0; index < 120; index += 1) runs.push({ ...facts, id: 10_000 + index });
    upload({ outcome: 'fail', minutesAgo: 600 }, { createdAt: before(1_000) });
    expect((await look()).outcome).toBe('fail');
  });
});

describe('a verdict in a check run', () => {
  afterEach(() => expect(standIn.faults).toEqual([]));

  it('decides when it is the newest', async () => {
    upload({ outcome: 'fail', minutesAgo: 30 });
    checkRun({ outcome: 'pass', minutesAgo: 20 });
    expect(await look()).toMatchObject({ outcome: 'pass', source: `https://github.com/acme/orders/runs/${ids}` });
    checkRun({ outcome: 'unknown', minutesAgo: 10 });
    expect((await look()).outcome).toBe('unknown');
  });

  it.each<[string, Partial<SeededCheckRun>]>([
    ['of another app', { app: 'mallory-app' }],
    ['that is not completed', { status: 'in_progress' }],
    ['of another gate', { externalId: 'shipgate/security-scanner/1' }],
    ['without our id', { externalId: 'other/security-scan/1' }],
  ])('is not read in one %s', async (_, more) => {
    checkRun({}, more);
    expect((await look()).outcome).toBe('unknown');
  });

  it('is passed over and named when its verdict is of another gate', async () => {
    checkRun({ gate: 'checklist' });
    expect(await look()).toMatchObject({
      outcome: 'unknown',
      seen: expect.stringContaining('holds a verdict of checklist'),
    });
  });

  it('is unknown when its text is cut off', async () => {
    checkRun({}, { output: { title: 'x', summary: 'x', text: '```json\n{"version": 1' } });
    expect(await look()).toMatchObject({ outcome: 'unknown', seen: expect.stringContaining('cannot be read') });
  });

  it('is stale when it is of another commit only', async () => {
    checkRun({ subject: { commit: 'f'.repeat(40) } });
    expect((await look()).outcome).toBe('stale');
  });
});

describe('a verdict in a folder', () => {
  const ofRun = { subject: { run: { id: '900', attempt: 2 } } };

  it('of an earlier job of this run decides, without a request', async () => {
    leave('verdicts/deep/er/verdict.json', textOf(verdict({ ...ofRun, outcome: 'fail' })));
    leave('verdicts/other/verdict.json', textOf(verdict({ ...ofRun, gate: 'checklist' })));
    expect(await look()).toMatchObject({ outcome: 'fail', source: 'verdicts/deep/er/verdict.json' });
    expect(operations()).toEqual([]);
  });

  it('of another run does not stand above a newer one elsewhere', async () => {
    leave('verdicts/verdict.json', textOf(verdict({ minutesAgo: 30 })));
    upload({ outcome: 'fail', minutesAgo: 20 });
    expect((await look()).outcome).toBe('fail');
  });

  it('is enough where there is no GitHub', async () => {
    leave('verdicts/verdict.json', textOf(verdict({})));
    expect((await look(evidence({ github: undefined }))).outcome).toBe('pass');
    expect((await look(evidence({ github: undefined, folders: [join(temporary, 'nothing')] }))).outcome).toBe(
      'unknown',
    );
  });

  it('is not read through a link, and unknown when it is one or too large', async () => {
    leave('outside/verdict.json', textOf(verdict(ofRun)));
    mkdirSync(join(temporary, 'verdicts'));
    symlinkSync(join(temporary, 'outside'), join(temporary, 'verdicts/link'));
    const alone = { github: undefined };
    expect((await look(evidence(alone))).seen).toContain('there is no verdict');
    symlinkSync(join(temporary, 'outside/verdict.json'), join(temporary, 'verdicts/verdict.json'));
    expect((await look(evidence(alone))).seen).toContain('it is no plain file');
    rmSync(join(temporary, 'verdicts/verdict.json'));
    leave('verdicts/verdict.json', '');
    truncateSync(join(temporary, 'verdicts/verdict.json'), 17 * 1024 * 1024);
    expect(await look(evidence(alone))).toMatchObject({
      outcome: 'unknown',
      seen: expect.stringContaining('it is too large'),
    });
  });

  it('is unknown when the folder goes too deep', async () => {
    leave(`verdicts/${'a/'.repeat(13)}verdict.json`, textOf(verdict(ofRun)));
    expect(await look()).toMatchObject({
      outcome: 'unknown',
      seen: expect.stringContaining('more than can be looked at'),
    });
  });
});

describe('GitHub that does not answer', () => {
  it.each([
    [403, 'actions/list-workflow-runs-for-repo', '`actions: read`'],
    [404, 'actions/list-workflow-runs-for-repo', '`actions: read`'],
    [503, 'actions/list-workflow-run-artifacts', '`actions: read`'],
    [403, 'actions/download-artifact', '`actions: read`'],
    [500, 'blob', '`actions: read`'],
    [403, 'checks/list-for-ref', '`checks: read`'],
    [502, 'checks/list-for-ref', '`checks: read`'],
  ])('with %i to %s is unknown, though a verdict is there, and %s is named', async (status, operation, permission) => {
    upload({});
    leave('verdicts/verdict.json', textOf(verdict({})));
    standIn.fail({ kind: 'status', status }, { operation, times: 9 });
    const result = await look();
    expect(result).toMatchObject({ outcome: 'unknown', seen: expect.stringContaining(`the API answered ${status}`) });
    expect(result.mend).toContain(permission);
  });

  it('because an artifact has expired meanwhile is unknown when nothing newer is there', async () => {
    upload({ outcome: 'fail', minutesAgo: 20 });
    upload({ minutesAgo: 30 });
    standIn.fail({ kind: 'status', status: 410 }, { operation: 'actions/download-artifact' });
    expect(await look()).toMatchObject({
      outcome: 'unknown',
      seen: expect.stringContaining('its artifact has expired'),
    });
    upload({ minutesAgo: 10 });
    expect((await look()).outcome).toBe('pass');
  });

  it('is given up when the run is stopped, and asked again by who has more time', async () => {
    upload({});
    const reader = evidence();
    const stopped = await look(reader, { signal: AbortSignal.abort() });
    expect(stopped).toMatchObject({ outcome: 'unknown', seen: 'the look for verdicts was stopped' });
    expect((await look(reader)).outcome).toBe('pass');
  });
});

describe('a question that cannot be asked', () => {
  it.each([
    [{ subject: {} }, 'nobody knows which commit this is'],
    [{ entry: { ...entry, freshness: 'soon' } }, 'the freshness of the evidence cannot be read'],
  ])('is unknown: %j', async (more, seen) => {
    expect(await look(evidence(), more)).toMatchObject({ outcome: 'unknown', seen });
    expect(operations()).toEqual([]);
  });
});
