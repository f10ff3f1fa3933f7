import type { SeededCheckRun } from '@shipgate/kit/testing/github-stand-in';
import type { Verdict } from '@shipgate/schemas';
import { readVerdictFile } from '@shipgate/schemas';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullRequestEvent, ReportWorld, workflowRunEvent } from './built-report.fixture.ts';
import { checklist, evidence, green, item } from './testing/checklists.ts';
import { red } from './testing/verdicts.ts';

let world: ReportWorld;
let commit: string;
beforeEach(async () => {
  world = await ReportWorld.start();
  commit = world.knownCommit();
});
afterEach(async () => {
  expect(world.gitHub.faults).toEqual([]);
  await world.stop();
});

const name = 'shipgate / checklist (production)';

/** On the commit that GitHub knows. */
function known(verdict: Verdict, change: Partial<Verdict['subject']> = {}): Verdict {
  return { ...verdict, subject: { ...verdict.subject, commit, ...change } };
}

/** One run of the report on this verdict. */
async function report(verdict: Verdict, inputs = {}, changes = {}) {
  world.artifact('gate', known(verdict));
  const event = pullRequestEvent('acme', 7, commit);
  return await world.run({ comment: 'false', sarif: 'false', 'check-run': 'auto', ...inputs }, { event, ...changes });
}

function fenced({ output }: SeededCheckRun = { id: 0, name: '', commit: '' }): string {
  return /^```json\n(.*)\n```$/s.exec(output?.text ?? '')?.[1] ?? '';
}

describe('the check run of a gate', () => {
  it('stands on the head of the pull request, with a fixed name, and says what is to be done', async () => {
    const { exitCode, outputs, faults } = await report(checklist());
    expect([exitCode, faults]).toEqual([0, []]);
    expect(outputs['check-run-url']).toBe('https://github.com/acme/orders/runs/1');
    expect(world.checkRuns).toMatchObject([
      {
        ...{ name, commit, externalId: `shipgate/checklist/${commit}`, status: 'completed', conclusion: 'failure' },
        ...{ startedAt: '2026-11-20T14:02:00.000Z', completedAt: '2026-11-20T14:02:11.000Z' },
        output: { title: 'production is not ready, 4 items and 2 signatures, 1 ticked but false' },
      },
    ]);
    const summary = world.checkRuns[0]?.output?.summary ?? '';
    expect(summary).toContain('| Руководитель DevOps | ❌ stale, files changed since | `boris-ops` signs once more. |');
    expect(summary).toContain('this check run is replaced by the next run.');
  });

  it('holds the verdict in the first fenced block of its text, whole', async () => {
    const hostile = checklist({ headline: 'x `` ``` \n```\n~~~ ##[error] \u202e\u001b \ud800 ``` "} 字' });
    await report(hostile);
    const { value, faults } = readVerdictFile(fenced(world.checkRuns[0]), { file: 'text' });
    expect([faults, value]).toEqual([[], JSON.parse(JSON.stringify(known(hostile)))]);
    expect(world.checkRuns[0]?.output?.text).not.toMatch(/\u202e|##\[/);
  });

  it('is updated by the next run, never added', async () => {
    await report(checklist());
    const { report: result } = await report(green());
    expect(result.deliveries).toMatchObject([{ way: 'check-run', state: 'updated' }]);
    expect(world.checkRuns).toMatchObject([{ id: 1, conclusion: 'success' }]);
    expect(fenced(world.checkRuns[0])).toContain('"outcome": "pass"');
  });

  it('is left to the newer run when an older one comes late', async () => {
    const newer = known(checklist(), { run: { id: '9999', attempt: 1 } });
    await report(newer, {}, { env: { GITHUB_RUN_ID: '9999' } });
    const { exitCode, report: result } = await report(green());
    expect([exitCode, result.deliveries]).toMatchObject([0, [{ state: 'left' }]]);
    expect(world.checkRuns).toMatchObject([{ conclusion: 'failure' }]);
  });

  it('is one for each gate and environment, or folder where there is no environment', async () => {
    world.artifact('staging', known(checklist(), { environment: 'staging' }));
    world.artifact('migrations', known(red()));
    await report(checklist());
    expect(world.checkRuns.map((run) => run.name).toSorted()).toEqual([
      name,
      'shipgate / checklist (staging)',
      'shipgate / migrate-gate (migrations)',
    ]);
  });

  it('tells the worst of two verdicts that it would be shared by', async () => {
    world.artifact('a', known(green(), { service: 'other' }));
    const { report: result } = await report(checklist());
    expect(world.checkRuns).toMatchObject([{ conclusion: 'failure' }]);
    expect(result.notices).toEqual([expect.stringContaining('2 verdicts would have the same check run')]);
  });

  it('leaves a verdict out that GitHub would not take whole, also the one of the run before', async () => {
    await report(checklist());
    const items = Array.from({ length: 300 }, (_, at) => item({ id: `i${at}`, text: 'Ж'.repeat(60) }));
    await report(checklist({ evidence: evidence({ items }) }));
    expect(world.checkRuns[0]?.output?.text).toMatch(
      /^The verdict is not here: it has [\d,]+ bytes, and GitHub takes 65,535/,
    );
  });
});

describe('a check run of somebody else with our name', () => {
  it.each([
    ['of another app', { app: 'other-app', externalId: 'shipgate/checklist/x' }],
    ['of a job that bears it', { externalId: '0b6ff6a5-1dbc-5b9a-8f7a-4b8e1f6ce2a1' }],
  ])('%s is not changed', async (_what, facts) => {
    const other = { id: 70, name, commit, conclusion: 'success', ...facts };
    world.checkRuns.push({ ...other });
    await report(checklist());
    expect(world.checkRuns).toMatchObject([other, { id: 71, conclusion: 'failure' }]);
    await report(green());
    expect(world.checkRuns).toMatchObject([other, { id: 71, conclusion: 'success' }]);
  });
});

describe('a check run that cannot be written', () => {
  it.each([
    [403, 'Resource not accessible by integration'],
    [404, 'Not Found'],
  ])('where GitHub answers %i is a notice, told once, and a trouble where it is wanted', async (status, message) => {
    world.artifact('migrations', known(red()));
    world.gitHub.fail({ kind: 'status', status, message }, { operation: 'checks/create', times: 2 });
    const auto = await report(checklist());
    expect([auto.exitCode, auto.report.notices]).toEqual([0, [expect.stringContaining(message)]]);
    const wanted = await report(checklist(), { 'check-run': 'true' });
    expect([wanted.exitCode, wanted.report.troubles]).toMatchObject([1, [{ got: expect.stringContaining(message) }]]);
    expect(world.checkRuns).toEqual([]);
  });

  it('with the token of a fork is a notice', async () => {
    const forked = known(checklist(), { ref: 'refs/pull/8/merge' });
    const { exitCode, report: result } = await report(
      forked,
      {},
      { event: pullRequestEvent('forker', 8, commit), token: 'fork' },
    );
    expect([exitCode, world.checkRuns, result.notices]).toEqual([0, [], [expect.stringContaining('checks: write')]]);
  });

  it('is a trouble of this verdict alone when GitHub does not take it', async () => {
    world.artifact('migrations', known(red()));
    world.gitHub.fail({ kind: 'status', status: 422, message: 'Validation Failed' }, { operation: 'checks/create' });
    const { exitCode, report: result } = await report(checklist());
    expect([exitCode, world.checkRuns.length]).toEqual([1, 1]);
    expect(result.troubles).toMatchObject([{ got: expect.stringContaining('Validation Failed') }]);
  });

  it('is not wanted without a token, and says so where it is', async () => {
    const auto = await report(checklist(), {}, { token: '' });
    expect([auto.exitCode, auto.report.notices]).toEqual([0, [expect.stringContaining('github-token is empty')]]);
    expect((await report(checklist(), { 'check-run': 'true' }, { token: '' })).exitCode).toBe(2);
  });
});

it('a check run is updated by the run that a review started', async () => {
  await report(checklist());
  const event = { ...pullRequestEvent('acme', 7, commit), name: 'pull_request_review' };
  const run = { id: '4712', attempt: 1 };
  const reviewed = known(green(), { event: 'pull_request_review', run });
  const { exitCode } = await report(reviewed, {}, { event, env: { GITHUB_RUN_ID: '4712' } });
  expect([exitCode, world.checkRuns]).toMatchObject([0, [{ id: 1, conclusion: 'success' }]]);
});

it('a workflow_run writes no check run, since a fork may have written the verdict', async () => {
  const event = workflowRunEvent('acme', { head_sha: commit });
  const auto = await report(checklist(), {}, { event });
  expect([auto.exitCode, world.checkRuns, world.gitHub.requests]).toEqual([0, [], []]);
  const wanted = await report(checklist(), { 'check-run': 'true' }, { event });
  expect([wanted.exitCode, wanted.report.troubles]).toMatchObject([2, [{ got: expect.stringContaining('a fork') }]]);
});

it('a check run is not there twice when the answer to the first try is lost', async () => {
  world.gitHub.fail({ kind: 'cut' }, { operation: 'checks/create' });
  const { exitCode } = await report(checklist());
  expect([exitCode, world.checkRuns.length]).toEqual([0, 1]);
  expect(world.gitHub.requests.filter(({ operation }) => operation === 'checks/list-for-ref')).toHaveLength(2);
});

it('a dry run shows the check run and asks nobody', async () => {
  const { report: result } = await report(checklist(), { 'dry-run': 'true' });
  const externalId = `shipgate/checklist/${commit}`;
  expect(result.plan).toMatchObject({ checkRuns: [{ name, commit, externalId, conclusion: 'failure' }] });
  expect(world.gitHub.requests).toEqual([]);
});
