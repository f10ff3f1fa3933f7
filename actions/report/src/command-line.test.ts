import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ReportWorld } from './built-report.fixture.ts';
import { green, red } from './testing/verdicts.ts';

let world: ReportWorld;
beforeEach(async () => {
  world = await ReportWorld.start();
});
afterEach(() => world.stop());

const nothingLeft = () => [world.portal.requests, world.gitHub.requests, world.oidc.asked];

interface PlanShown {
  readonly backstage: readonly object[];
  readonly comments: readonly object[];
  readonly sarif: readonly object[];
}

describe('the outputs', () => {
  it('are those that action.yml names', async () => {
    world.artifact('gate', red());
    const action = parse(readFileSync(join(import.meta.dirname, '../action.yml'), 'utf8')) as { outputs: object };
    const { outputs } = await world.run({ 'dry-run': 'true' });
    expect(Object.keys(outputs)).toEqual(Object.keys(action.outputs));
    expect(existsSync(outputs['result'] ?? '')).toBe(true);
  });
});

describe('a dry run', () => {
  it('prints what would be sent as data, and asks nobody', async () => {
    world.artifact('gate', red());
    const { exitCode, outputs, report, stdout } = await world.run({
      ...{ 'dry-run': 'true', 'backstage-url': world.portal.url },
    });
    expect([exitCode, outputs['outcome'], nothingLeft()]).toEqual([0, 'planned', [[], [], []]]);
    expect(report.plan).toMatchObject({
      backstage: [{ method: 'POST', url: `${world.portal.url}/api/deployments/verdicts`, audience: 'shipgate' }],
      comments: [{ pullRequest: { kind: 'number', number: 7 }, body: expect.stringContaining('❌ Fail') }],
      sarif: [{ file: 'verdicts/gate/results.sarif', ref: 'refs/pull/7/merge', results: 1 }],
    });
    expect(stdout).toContain('"url": ');
  });

  it('shows outside of GitHub too what would be sent, one JSON document with --json', async () => {
    world.artifact('gate', green());
    const args = ['--dry-run', '--json', '--backstage-url', 'https://backstage.example.com'];
    const { exitCode, stdout, stderr, report } = await world.command(args);
    expect([exitCode, JSON.parse(stdout)]).toEqual([0, report]);
    const { backstage, comments, sarif } = report.plan as PlanShown;
    expect([backstage.length, comments.length, sarif.length]).toEqual([1, 1, 1]);
    expect(stderr).toContain('dry run of 1 verdict');
  });

  it('tells what would go wrong', async () => {
    world.artifact('gate', red(), { version: '1' });
    const { exitCode, report } = await world.command(['--dry-run']);
    expect([exitCode, report.outcome, report.troubles.length]).toEqual([1, 'planned', 1]);
  });

  it('takes an event that is refused no more than a real one', async () => {
    world.artifact('gate', red());
    const event = { name: 'pull_request_target', sha: 'a'.repeat(40) };
    expect((await world.run({ 'dry-run': 'true' }, { event })).exitCode).toBe(2);
  });
});

describe('the command line', () => {
  it('tells its flags, its exit codes and its version', async () => {
    const help = await world.command(['--help']);
    expect([help.exitCode, help.stdout]).toEqual([0, expect.stringContaining('--backstage-url <text>')]);
    expect(help.stdout).toContain('exit code: 0 all delivered, 1 something was not, 2 could not run');
    expect((await world.command(['--version'])).stdout).toMatch(/^report \d+\.\d+\.\d+\n$/);
  });

  it('sends nothing outside of GitHub: nobody knows whose verdicts they are', async () => {
    world.artifact('gate', red());
    const { exitCode, report } = await world.command(['--backstage-url', world.portal.url], world.oidc.environment);
    expect([exitCode, nothingLeft()]).toEqual([2, [[], [], []]]);
    expect(report.troubles).toMatchObject([{ do: expect.stringContaining('--dry-run') }]);
  });

  it('guesses what an unknown flag was meant to be, and lists all faults at once', async () => {
    const { exitCode, stdout } = await world.command(['--verdict', 'x', '--sarif', 'ture']);
    expect([exitCode, stdout]).toEqual([2, expect.stringContaining('did you mean "--verdicts"?')]);
    expect(stdout).toContain('did you mean "true"?');
  });

  it('says of an output directory that it cannot be written', async () => {
    world.artifact('gate', red());
    world.file('out', 'a file');
    const { exitCode, stdout } = await world.command(['--dry-run']);
    expect([exitCode, stdout]).toEqual([2, expect.stringContaining('the output directory cannot be written to')]);
  });

  it('leaves the verdicts alone when it writes beside them', async () => {
    world.artifact('gate', red());
    const args = ['--dry-run', '--output-directory', 'verdicts/gate'];
    expect((await world.command(args)).exitCode).toBe(0);
    expect((await world.command(args)).exitCode).toBe(0);
  });
});
