import type { StoredComment } from '@shipgate/kit/testing/github-stand-in';
import type { Verdict } from '@shipgate/schemas';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullRequestEvent, pushEvent, ReportWorld, workflowRunEvent } from './built-report.fixture.ts';
import { green, head, reason, red, runId, subject } from './testing/verdicts.ts';

let world: ReportWorld;
beforeEach(async () => {
  world = await ReportWorld.start();
});
afterEach(async () => {
  expect(world.gitHub.faults).toEqual([]);
  await world.stop();
});

const bot = 'github-actions[bot]';
const marker = '<!-- shipgate:sticky gate=migrate-gate service=order-service path=migrations -->';
const bodies = () => world.own.comments.map(({ body }) => body);
const heading = (body: string | undefined) => body?.split('\n').find((line) => line.startsWith('###'));

/** One run of the report on this verdict. */
async function report(verdict: Verdict, inputs = {}, changes = {}) {
  world.artifact('gate', verdict);
  return await world.run({ sarif: 'false', ...inputs }, changes);
}

describe('the comment on a pull request', () => {
  it('is written when something is to be done, and says it', async () => {
    const { exitCode, outputs, faults } = await report(red());
    expect([exitCode, faults, world.own.comments.map(({ login }) => login)]).toEqual([0, [], [bot]]);
    expect(outputs['comment-url']).toBe('https://github.com/acme/orders/pull/7#issuecomment-1001');
    await expect(bodies()[0]).toMatchFileSnapshot('golden/comment-red.md');
  });

  it('is replaced by the next run, never added, and says what was mended', async () => {
    await report(red({ reasons: [reason(), reason({ code: 'no-down', title: '`down` is missing for 0014' })] }));
    await report(red());
    expect([world.own.comments.length, bodies()[0]]).toEqual([
      1,
      expect.stringContaining('- Mended since the last run: `down` is missing for 0014.'),
    ]);
    const { report: result } = await report(green());
    expect(result.deliveries).toMatchObject([{ way: 'comment', state: 'updated' }]);
    expect(bodies()).toHaveLength(1);
    await expect(bodies()[0]).toMatchFileSnapshot('golden/comment-green.md');
  });

  it('is not written for a change that was never red', async () => {
    const { exitCode, report: result } = await report(green());
    expect([exitCode, bodies(), result.deliveries]).toEqual([0, [], []]);
  });

  it('is left as it is when nothing changed', async () => {
    await report(red());
    const { report: result } = await report(red());
    expect(result.deliveries).toMatchObject([{ state: 'unchanged' }]);
    expect(world.gitHub.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });

  it('has one for each service and folder', async () => {
    world.artifact('other', red({ subject: { ...subject, path: 'other/migrations' } }));
    await report(red());
    await report(red());
    expect(bodies().map((body) => body.split('\n')[0])).toEqual([marker, marker.replace('path=', 'path=other/')]);
  });

  it('is left to the newer run when an older one comes late', async () => {
    const env = { GITHUB_RUN_ID: '9999' };
    await report(red({ subject: { ...subject, run: { id: '9999', attempt: 1 } } }), {}, { env });
    const before = bodies();
    const { exitCode, report: result } = await report(green());
    expect([exitCode, bodies()]).toEqual([0, before]);
    expect(result.deliveries).toMatchObject([{ state: 'left' }]);
  });

  it('goes to the only one of its gate when the gate could not begin, and comes back from there', async () => {
    await report(red());
    const { service: _, path: __, ...bare } = subject;
    await report(red({ outcome: 'unknown', headline: '1 fault in shipgate.yml, nothing was done', subject: bare }));
    expect([bodies().length, heading(bodies()[0])]).toEqual([
      1,
      '### ❔ Unknown: migrate-gate, 1 fault in shipgate.yml, nothing was done',
    ]);
    await report(green());
    expect([bodies().length, heading(bodies()[0])]).toEqual([1, expect.stringContaining('✅ Pass')]);
  });
});

describe('a comment of somebody else with our marker', () => {
  const forged = (): StoredComment => ({
    id: 5,
    login: 'mallory',
    body: `${marker}\n### ✅ Pass: migrate-gate, all is well`,
  });

  it('is neither changed nor taken for ours', async () => {
    world.own.comments.push(forged());
    await report(red());
    expect(world.own.comments.map(({ login }) => login)).toEqual(['mallory', bot]);
    expect(world.own.comments[0]).toEqual(forged());
    await report(red({ headline: '2 faults block this change' }));
    expect([bodies().length, bodies()[0]]).toEqual([2, forged().body]);
  });

  it('is not ours either when a workflow repeats it further down in its own words', async () => {
    world.own.comments.push({ id: 5, login: bot, body: `You said:\n${marker}` });
    await report(red());
    expect(bodies()).toEqual([`You said:\n${marker}`, expect.stringContaining('❌ Fail')]);
  });
});

describe('a token that may not comment', () => {
  const fork = { event: pullRequestEvent('forker', 8), token: 'fork', withoutIdentity: true };
  const forked = red({ subject: { ...subject, ref: 'refs/pull/8/merge' } });

  it('of a pull request from a fork is a notice: summary and annotations must suffice', async () => {
    const { exitCode, report: result, annotations } = await report(forked, {}, fork);
    expect([exitCode, world.forked.comments]).toEqual([0, []]);
    expect(result.notices).toEqual([expect.stringContaining('Summary and annotations must suffice')]);
    expect(annotations).toMatchObject([{ kind: 'notice' }]);
  });

  it('is a trouble where a comment is wanted', async () => {
    const { exitCode, report: result } = await report(forked, { comment: 'true' }, fork);
    expect(exitCode).toBe(1);
    expect(result.troubles).toMatchObject([{ got: expect.stringContaining('Resource not accessible by integration') }]);
  });

  it('is not tried where no comment is wanted, and where there is no pull request', async () => {
    await report(red(), { comment: 'false' });
    const pushed = red({ subject: { ...subject, event: 'push', ref: 'refs/heads/main' } });
    await report(pushed, {}, { event: pushEvent(head) });
    expect(world.gitHub.requests).toEqual([]);
  });

  it('is a trouble when GitHub does not know it at all', async () => {
    const { exitCode, report: result } = await report(red(), {}, { token: 'revoked' });
    expect(exitCode).toBe(1);
    expect(result.troubles).toMatchObject([{ got: expect.stringContaining('the API answered 401') }]);
  });
});

describe('an answer of GitHub that fails', () => {
  it('is tried again by looking first, so that a comment is never there twice', async () => {
    world.gitHub.fail({ kind: 'cut' }, { operation: 'issues/create-comment' });
    const { exitCode } = await report(red());
    expect([exitCode, bodies().length]).toEqual([0, 1]);
    expect(world.gitHub.requests.filter(({ operation }) => operation === 'issues/list-comments')).toHaveLength(2);
  });

  it('about one comment keeps no other from being written', async () => {
    world.artifact('other', red({ subject: { ...subject, path: 'a' } }));
    world.gitHub.fail(
      { kind: 'status', status: 422, message: 'Validation Failed' },
      { operation: 'issues/create-comment' },
    );
    const { exitCode, report: result } = await report(red());
    expect([exitCode, bodies().length]).toEqual([1, 1]);
    expect(result.troubles).toMatchObject([{ got: expect.stringContaining('422') }]);
  });

  it('that GitHub is out of order is told after four tries', async () => {
    world.gitHub.fail({ kind: 'status', status: 502 }, { operation: 'issues/list-comments', times: 4 });
    const { exitCode, report: result } = await report(red());
    expect([exitCode, bodies()]).toEqual([1, []]);
    expect(result.troubles).toMatchObject([{ title: 'the comment on the pull request was not kept' }]);
  });
});

describe('a workflow_run', () => {
  const finished = (): Verdict => red({ subject: { ...subject, ref: 'refs/pull/8/merge' } });

  it('comments on the pull request of the fork whose branch is at that commit, and says where it comes from', async () => {
    const { exitCode } = await report(finished(), {}, { event: workflowRunEvent('forker') });
    expect([exitCode, world.own.comments]).toEqual([0, []]);
    expect(world.forked.comments[0]?.body).toContain('comes from a fork, which can alter the workflow');
    expect(world.forked.comments[0]?.body).toContain(`/actions/runs/${runId})`);
  });

  it('comments on no pull request that has a newer commit', async () => {
    const event = workflowRunEvent('forker', { head_sha: 'e'.repeat(40) });
    const moved = red({ subject: { ...subject, commit: 'e'.repeat(40) } });
    const { exitCode, report: result } = await report(moved, {}, { event });
    expect([exitCode, world.forked.comments]).toEqual([0, []]);
    expect(result.notices).toEqual([expect.stringContaining('no open pull request is at the commit')]);
  });

  it('uploads nothing, and takes no backstage-url and no sarif: true', async () => {
    const event = workflowRunEvent('acme');
    world.artifact('gate', red());
    const auto = await world.run({}, { event });
    expect([auto.exitCode, world.analyses, world.own.comments.length]).toEqual([0, [], 1]);
    const both = await world.run({ 'backstage-url': world.portal.url, sarif: 'true' }, { event });
    expect([both.exitCode, both.outputs['outcome']]).toEqual([2, 'not-started']);
    expect(both.report.troubles).toHaveLength(2);
  });

  it('takes no verdict of another run than the one that it follows', async () => {
    const { exitCode, report: result } = await report(
      red({ subject: { ...subject, run: { id: '12', attempt: 1 } } }),
      {},
      { event: workflowRunEvent('forker') },
    );
    expect([exitCode, world.forked.comments]).toEqual([1, []]);
    expect(result.troubles).toMatchObject([{ got: 'run 12 and not 4711' }]);
  });

  it('has no pull request when it follows a push', async () => {
    const event = workflowRunEvent('acme', { event: 'push', head_branch: 'main' });
    const { exitCode } = await report(red({ subject: { ...subject, event: 'push' } }), {}, { event });
    expect([exitCode, world.gitHub.requests]).toEqual([0, []]);
  });
});
