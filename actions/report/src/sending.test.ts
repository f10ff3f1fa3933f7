import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullRequestEvent, pushEvent, ReportWorld } from './built-report.fixture.ts';
import { refused } from './testing/portal-stand-in.ts';
import { green, head, red, subject } from './testing/verdicts.ts';

let world: ReportWorld;
beforeEach(async () => {
  world = await ReportWorld.start();
});
afterEach(() => world.stop());

const titles = (report: { readonly troubles: readonly { readonly title: string }[] }) =>
  report.troubles.map(({ title }) => title);

describe('sending to Backstage', () => {
  it('sends each verdict as it is, with a token of its own, and a red one does not make it fail', async () => {
    const verdicts = [red(), green({ gate: 'checklist', evidence: {} })];
    for (const verdict of verdicts) world.artifact(verdict.gate, verdict);
    const { exitCode, outputs, report, faults } = await world.send();
    expect([exitCode, faults]).toEqual([0, []]);
    expect(world.portal.taken.map(({ verdict }) => verdict)).toEqual([verdicts[1], verdicts[0]]);
    expect(new Set(world.portal.taken.map(({ tokenId }) => tokenId)).size).toBe(2);
    expect(world.portal.requests).toEqual(Array(2).fill('POST /api/deployments/verdicts application/json'));
    expect(world.oidc.asked).toEqual(['shipgate', 'shipgate']);
    expect(outputs).toMatchObject({ outcome: 'delivered', verdicts: '2', sent: '2', troubles: '0' });
    expect(report.deliveries.map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('masks the token, outside of the marks that stop commands, and prints it nowhere else', async () => {
    world.artifact('gate', red());
    const { commands, stdout, stderr } = await world.send();
    const masks = commands.filter(({ name }) => name === 'add-mask').map(({ data }) => data);
    expect(masks).toHaveLength(1);
    expect(`${stdout}${stderr}`.split(masks[0] ?? '')).toHaveLength(2);
  });

  it('asks for the audience that is given', async () => {
    world.artifact('gate', red());
    const { exitCode, report } = await world.send({ audience: 'other' });
    expect([exitCode, world.oidc.asked]).toEqual([1, ['other']]);
    expect(report.troubles).toMatchObject([
      { title: expect.stringContaining('does not accept the token of this job') },
    ]);
  });

  it('takes the address of a portal below a path', async () => {
    world.artifact('gate', red());
    const { exitCode } = await world.send({ 'backstage-url': `${world.portal.url}/portal/` });
    expect([exitCode, world.portal.requests]).toEqual([1, ['POST /portal/api/deployments/verdicts application/json']]);
  });

  it('sends the verdict of a push', async () => {
    const pushed = { ...subject, event: 'push', ref: 'refs/heads/main' };
    world.artifact('gate', green({ subject: pushed }));
    const { exitCode } = await world.send({}, { event: pushEvent(head) });
    expect([exitCode, world.portal.taken.length]).toEqual([0, 1]);
  });
});

describe('an answer of Backstage', () => {
  const said = 'expected: x; got: ::add-mask::y\n##[error]z';
  it.each([
    [400, 'Backstage refuses the request'],
    [401, 'does not accept the token'],
    [403, 'takes no verdicts of this job'],
    [404, 'nothing takes verdicts at this address'],
    [409, 'holds another verdict in its place'],
    [413, 'too large for Backstage'],
    [415, 'Backstage refuses the request'],
    [422, 'does not understand it, or it is not about this job'],
  ])('%i is final, and is told with what Backstage says', async (status, title) => {
    world.artifact('gate', red());
    world.portal.answer(refused(status, 'SomeError', said));
    const { exitCode, report, stdout, faults, summary, commands } = await world.send();
    expect([exitCode, world.portal.requests.length, faults]).toEqual([1, 1, []]);
    expect(report.troubles).toMatchObject([
      {
        title: expect.stringContaining(title),
        got: `${status}, SomeError: expected: x; got: ::add-mask::y\\n##[error]z`,
      },
    ]);
    expect(stdout).toContain(`${status}, SomeError`);
    expect(summary).toContain('SomeError');
    expect(commands.filter(({ name }) => name === 'add-mask')).toHaveLength(1);
  });

  it('tells the faults that a 422 lists', async () => {
    world.artifact('gate', red());
    const faults = [{ path: 'subject.commit', message: 'must be what the token says' }];
    world.portal.answer({ status: 422, body: { error: { name: 'UnprocessableContentError', message: 'no', faults } } });
    const { report } = await world.send();
    expect(report.troubles[0]?.got).toContain('subject.commit: must be what the token says');
  });

  it.each([
    ['429 with a time', { status: 429, headers: { 'retry-after': '0' } }],
    ['500', { status: 500 }],
    ['503 with a page', { status: 503, page: '<h1>down</h1>' }],
  ] as const)('%s is tried again with the same token and the same text', async (_what, answer) => {
    world.artifact('gate', red());
    world.portal.answer(answer);
    const { exitCode, report } = await world.send();
    expect([exitCode, world.portal.requests.length, world.oidc.asked.length]).toEqual([0, 2, 1]);
    expect(report.deliveries).toMatchObject([{ way: 'backstage', state: 'sent' }]);
  });

  it('that gets lost changes nothing: the second try is there already', async () => {
    world.artifact('gate', red());
    world.portal.answer('lose');
    const { exitCode, report } = await world.send();
    expect([exitCode, world.portal.taken.length]).toEqual([0, 1]);
    expect(report.deliveries).toMatchObject([{ state: 'was-there' }]);
  });

  it('that does not come is waited for four times, and then told', async () => {
    world.artifact('gate', red());
    world.portal.answer('hang', 'hang', 'hang', 'hang');
    const { exitCode, report } = await world.send({ timeout: '200ms' });
    expect([exitCode, world.portal.requests.length]).toEqual([1, 4]);
    expect(report.troubles).toMatchObject([{ got: 'no answer within 0.2 s, 4 times' }]);
  });

  it('that asks for more patience than there is ends the trying', async () => {
    world.artifact('gate', red());
    world.portal.answer({ status: 429, headers: { 'retry-after': '3600' } });
    const { exitCode, report } = await world.send();
    expect([exitCode, world.portal.requests.length]).toEqual([1, 1]);
    expect(titles(report)).toEqual([expect.stringContaining('Backstage is asked too often')]);
  });

  it('that leads elsewhere is not followed', async () => {
    world.artifact('gate', red());
    world.portal.answer({ status: 307, headers: { location: `${world.portal.url}/api/deployments/verdicts` } });
    const { exitCode, report } = await world.send();
    expect([exitCode, world.portal.requests.length, world.portal.taken]).toEqual([1, 1, []]);
    expect(titles(report)).toEqual([expect.stringContaining('the address leads elsewhere')]);
  });

  it('that is a page with 200 is none of Backstage, and nothing of it is printed', async () => {
    world.artifact('gate', red());
    world.portal.answer({ status: 200, page: '<title>Sign in to Acme</title>' });
    const { exitCode, report, stdout, summary } = await world.send();
    expect(exitCode).toBe(1);
    expect(report.troubles).toMatchObject([{ title: expect.stringContaining('something else answers'), got: '200' }]);
    expect(`${stdout}${summary}`).not.toContain('Sign in');
  });

  it('of more than 64 KiB is not read', async () => {
    world.artifact('gate', red());
    world.portal.answer({ status: 201, body: { id: 'x'.repeat(70_000) } });
    expect((await world.send()).exitCode).toBe(1);
  });

  it('keeps no other verdict from being sent', async () => {
    world.artifact('a', red());
    world.artifact('b', red({ subject: { ...subject, path: 'other' } }));
    world.portal.answer(refused(403, 'NotAllowedError', 'no'));
    const { exitCode, outputs } = await world.send();
    expect([exitCode, world.portal.taken.length]).toEqual([1, 1]);
    expect(outputs).toMatchObject({ outcome: 'incomplete', sent: '1', troubles: '1' });
  });
});

describe('a job that cannot send', () => {
  it('is told which permission it lacks, before anything is sent', async () => {
    world.artifact('gate', red());
    const { exitCode, outputs, report } = await world.send({}, { withoutIdentity: true });
    expect([exitCode, outputs['outcome'], world.portal.requests]).toEqual([2, 'not-started', []]);
    expect(report.troubles).toMatchObject([{ do: 'add "id-token: write" to the permissions of this job' }]);
  });

  it('of a pull request from a fork is told why nothing is sent, and does not fail', async () => {
    world.artifact('gate', red({ subject: { ...subject, ref: 'refs/pull/8/merge' } }));
    const fork = { event: pullRequestEvent('forker', 8), withoutIdentity: true, token: 'fork' };
    const { exitCode, report, annotations } = await world.send({}, fork);
    expect([exitCode, world.portal.requests]).toEqual([0, []]);
    expect(report.notices).toEqual([expect.stringContaining('from a fork no OIDC token')]);
    expect(annotations.map(({ kind }) => kind)).toEqual(['notice']);
  });

  it('tells that GitHub gives no token, and what GitHub says', async () => {
    world.artifact('gate', red());
    const env = { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'stolen' };
    const { exitCode, report } = await world.send({}, { env });
    expect([exitCode, world.portal.requests]).toEqual([1, []]);
    expect(report.troubles).toMatchObject([{ title: expect.stringContaining('GitHub gave no OIDC token') }]);
  });
});
