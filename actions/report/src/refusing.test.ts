import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullRequestEvent, ReportWorld, workflowRunEvent } from './built-report.fixture.ts';
import { green, red, subject } from './testing/verdicts.ts';

let world: ReportWorld;
beforeEach(async () => {
  world = await ReportWorld.start();
});
afterEach(() => world.stop());

/** What cannot be had everywhere is wanted. */
const run = (inputs = {}, changes = {}) =>
  world.run({ 'backstage-url': world.portal.url, comment: 'true', sarif: 'true', ...inputs }, changes);

const nothingLeft = () => [world.portal.requests, world.gitHub.requests, world.oidc.asked];

describe('what is refused before anything is asked or sent', () => {
  it.each([
    ['pull_request_target', { ...pullRequestEvent(), name: 'pull_request_target' }],
    ['a workflow_run after it', workflowRunEvent('forker', { event: 'pull_request_target' })],
    ['a workflow_run without its run', { ...workflowRunEvent('forker'), payload: {} }],
  ])('%s', async (_what, event) => {
    world.artifact('gate', red());
    const { exitCode, outputs, annotations } = await run({}, { event });
    expect([exitCode, outputs['outcome'], annotations.length]).toEqual([2, 'not-started', 1]);
    expect(nothingLeft()).toEqual([[], [], []]);
  });

  it.each([
    ['no folder', {}, 'there is no folder of verdicts verdicts'],
    ['a folder outside of the workspace', { verdicts: '/etc' }, 'there is no folder of verdicts /etc'],
    ['an address without https', { 'backstage-url': 'http://backstage.example' }, 'backstage-url cannot be used'],
    ['a word that no input knows', { comment: 'maybe' }, 'input comment has a value that cannot be'],
  ])('%s', async (_what, inputs, title) => {
    const { exitCode, report, stdout } = await run(inputs);
    expect([exitCode, report.troubles.map((one) => one.title)]).toEqual([2, [title]]);
    expect(stdout).toContain('expected');
    expect(nothingLeft()).toEqual([[], [], []]);
  });

  it('a folder without a verdict: silence is no report', async () => {
    world.file('verdicts/gate/summary.md', 'x');
    const { exitCode, report } = await run();
    expect([exitCode, report.troubles]).toMatchObject([2, [{ title: 'no verdict was found' }]]);
  });
});

describe('a verdict that is refused', () => {
  it.each([
    ['another commit', { commit: 'a'.repeat(40) }],
    ['another run', { run: { id: '1', attempt: 1 } }],
  ])('is one on %s: it goes nowhere, and the others go on', async (_what, change) => {
    world.artifact('foreign', green({ subject: { ...subject, ...change } }));
    world.artifact('own', red());
    const { exitCode, outputs, report } = await run();
    expect([exitCode, outputs['verdicts'], world.portal.taken.length]).toEqual([1, '1', 1]);
    expect([world.own.comments.length, world.analyses.length]).toEqual([1, 1]);
    expect(report.troubles).toMatchObject([{ title: 'verdicts/foreign/verdict.json is about something else' }]);
  });

  it('is one that does not fit the schema, with its place', async () => {
    world.file('verdicts/gate/verdict.json', JSON.stringify({ ...red(), outcome: 'pass', more: 1 }, null, 1));
    const { exitCode, report, stdout } = await run();
    expect([exitCode, nothingLeft()]).toEqual([1, [[], [], []]]);
    expect(report.troubles.length).toBeGreaterThan(1);
    expect(stdout).toMatch(/verdicts\/gate\/verdict\.json:\d+:\d+/);
  });
});

describe('several verdicts', () => {
  it('that are the same are reported once', async () => {
    world.artifact('a', red());
    world.artifact('b', red());
    const { exitCode, report } = await run();
    expect([exitCode, world.portal.taken.length, world.own.comments.length]).toEqual([0, 1, 1]);
    expect(report.notices).toEqual([
      'verdicts/b/verdict.json is the same as verdicts/a/verdict.json, and is reported once.',
    ]);
  });

  it('of one gate and folder have one comment, which tells the worst', async () => {
    world.artifact('a', green());
    world.artifact('b', red());
    const { report } = await run();
    expect(world.own.comments.map(({ body }) => body)).toEqual([expect.stringContaining('❌ Fail')]);
    expect(report.notices).toEqual(['2 verdicts would have the same comment; it tells verdicts/b/verdict.json.']);
  });

  it('of two attempts have the comment of the later one', async () => {
    world.artifact('a', red());
    world.artifact('b', red({ headline: 'later', subject: { ...subject, run: { id: '4711', attempt: 2 } } }));
    await run({}, { env: { GITHUB_RUN_ATTEMPT: '2' } });
    expect(world.own.comments.map(({ body }) => body)).toEqual([expect.stringContaining('later')]);
  });

  it('cannot flood a pull request', async () => {
    for (let index = 0; index < 21; index += 1)
      world.artifact(`gate-${index}`, red({ subject: { ...subject, service: `service-${index}` } }), null);
    const { exitCode, report } = await run({ 'backstage-url': '', sarif: 'auto' });
    expect([exitCode, world.own.comments]).toEqual([1, []]);
    expect(report.troubles).toMatchObject([{ title: '21 comments are too many for a pull request' }]);
  });
});
