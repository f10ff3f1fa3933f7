import { sarifOf } from '@shipgate/kit/report/sarif';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullRequestEvent, ReportWorld } from './built-report.fixture.ts';
import { merge, red, subject } from './testing/verdicts.ts';

let world: ReportWorld;
beforeEach(async () => {
  world = await ReportWorld.start();
});
afterEach(async () => {
  expect(world.gitHub.faults).toEqual([]);
  await world.stop();
});

const run = (inputs = {}, changes = {}) => world.run({ comment: 'false', ...inputs }, changes);

describe('uploading to code scanning', () => {
  it('gives GitHub the SARIF as it is, for the commit that was checked out', async () => {
    world.artifact('gate', red());
    const { exitCode, outputs } = await run();
    const sarif = JSON.parse(JSON.stringify(sarifOf(red(), 'https://github.com')));
    expect([exitCode, world.analyses]).toEqual([0, [{ commit: merge, ref: 'refs/pull/7/merge', sarif }]]);
    expect(outputs['sarif-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('uploads two folders of one service under two categories, so that none replaces the other', async () => {
    world.artifact('a', red());
    world.artifact('b', red({ subject: { ...subject, path: 'other' } }));
    const { outputs } = await run();
    const ids = world.analyses.map(({ sarif }) => (sarif as { runs: { automationDetails: object }[] }).runs[0]);
    expect(ids).toMatchObject([
      { automationDetails: { id: 'migrate-gate/order-service/migrations/' } },
      { automationDetails: { id: 'migrate-gate/order-service/other/' } },
    ]);
    expect(outputs['sarif-id']?.split('\n')).toHaveLength(2);
  });

  it('has nothing to do without a SARIF file, unless it is wanted', async () => {
    world.artifact('gate', red(), null);
    expect((await run()).exitCode).toBe(0);
    const { exitCode, report } = await run({ sarif: 'true' });
    expect([exitCode, report.troubles.map(({ title }) => title)]).toEqual([
      1,
      ['there is no results.sarif beside verdicts/gate/verdict.json'],
    ]);
  });

  it.each([
    [403, 'Code scanning is not enabled for this repository.'],
    [404, 'Not Found'],
  ])(
    'where GitHub answers %i is a notice, asked for once, and a trouble where it is wanted',
    async (status, message) => {
      world.artifact('a', red());
      world.artifact('b', red({ subject: { ...subject, path: 'other' } }));
      world.gitHub.fail({ kind: 'status', status, message }, { times: 2 });
      const auto = await run();
      expect([auto.exitCode, world.gitHub.requests.length]).toEqual([0, 1]);
      expect(auto.report.notices).toEqual([expect.stringContaining(message)]);
      const wanted = await run({ sarif: 'true' });
      expect([wanted.exitCode, wanted.report.troubles]).toMatchObject([1, [{ got: expect.stringContaining(message) }]]);
    },
  );

  it('with the token of a fork is a notice', async () => {
    world.artifact('gate', red({ subject: { ...subject, ref: 'refs/pull/8/merge' } }));
    const fork = { event: pullRequestEvent('forker', 8), token: 'fork' };
    const { exitCode, report } = await run({}, fork);
    expect([exitCode, report.notices]).toEqual([
      0,
      [expect.stringContaining('Resource not accessible by integration')],
    ]);
  });

  it('is not done without a token, and says so', async () => {
    world.artifact('gate', red());
    const auto = await run({}, { token: '' });
    expect([auto.exitCode, auto.report.notices]).toEqual([0, [expect.stringContaining('github-token is empty')]]);
    const wanted = await run({ sarif: 'true' }, { token: '' });
    expect(wanted.exitCode).toBe(2);
  });

  it.each([400, 413])('that GitHub answers with %i is a trouble of this file alone', async (status) => {
    world.artifact('a', red());
    world.artifact('b', red({ subject: { ...subject, path: 'other' } }));
    world.gitHub.fail({ kind: 'status', status });
    const { exitCode, report } = await run();
    expect([exitCode, world.analyses.length]).toEqual([1, 1]);
    expect(report.troubles).toMatchObject([{ title: 'verdicts/a/results.sarif was not uploaded' }]);
  });

  it('is tried again when GitHub is out of order', async () => {
    world.artifact('gate', red());
    world.gitHub.fail({ kind: 'status', status: 503 });
    expect([(await run()).exitCode, world.analyses.length]).toEqual([0, 1]);
  });
});

it('uploads no SARIF that speaks for another tool, whose alerts it would close', async () => {
  world.artifact('gate', red(), { version: '2.1.0', runs: [{ tool: { driver: { name: 'CodeQL' } }, results: [] }] });
  const { exitCode, report } = await run();
  expect([exitCode, world.gitHub.requests]).toEqual([1, []]);
  expect(report.troubles).toMatchObject([{ got: 'results of CodeQL' }]);
});
