/** What GitHub does with a job that is over: the step was killed, its post step runs, on a real HAProxy under load. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realTool } from '../../../scripts/real-tools.ts';
import { startGate } from './gate-process.fixture.ts';
import { errorsOf, type RolloutStand, startStand, untilWeight } from './rollout-stand.fixture.ts';
import { checkedRecord } from './steering/record-text.ts';

const haproxy = realTool('haproxy');
const entry = join(import.meta.dirname, '..', 'dist', 'post.cjs');

describe.skipIf(haproxy === null)('the post step of a rollout', () => {
  let stand: RolloutStand;
  beforeAll(async () => {
    stand = await startStand(haproxy ?? '', 'post', 100);
  });
  afterAll(() => stand?.close());

  function post(more: Readonly<Record<string, string>>): string {
    const { stdout, status } = spawnSync(process.execPath, [entry], {
      cwd: stand.folder.path,
      encoding: 'utf8',
      env: {
        ...{ PATH: process.env['PATH'] ?? '', HOME: stand.folder.path },
        ...{ GITHUB_REPOSITORY: 'acme/orders', GITHUB_RUN_ID: '7', GITHUB_JOB: 'rollout' },
        ...{ INPUT_PLAN: 'plan.yml', INPUT_VERSION: 'v2', 'INPUT_STABLE-VERSION': 'v1' },
        ...more,
      },
    });
    expect(status).toBe(0);
    return stdout;
  }

  it('does what the killed step could not do, once, and nothing where no step acted', async () => {
    const plan = {
      ...{ interval: '1s', 'request-timeout': '1s', test: 'R', metrics: [errorsOf('post')] },
      steps: [{ weight: 10, hold: '60s', max: '120s' }, 50],
      'on-cancel': 'rollback',
      source: { kind: 'scrape', targets: stand.pods.targets },
      router: stand.proxy.router,
    };
    const gate = startGate({ folder: stand.folder, plan, run: 7 });
    await untilWeight(stand.proxy, 10);
    gate.child.kill('SIGKILL');
    await gate.ended;
    expect(post({})).toBe('');
    expect((await stand.proxy.seen()).weight).toBe(10);
    const acted = { STATE_shipgate_acting: 'true' };
    expect(post(acted)).toContain('rolled-back, the canary has 0 %');
    expect((await stand.proxy.seen()).weight).toBe(0);
    const { state, log } = checkedRecord(stand.proxy.kept('rollout'));
    expect([state, log.map(({ cause }) => cause)]).toEqual(['rolled-back', ['step', 'reap']]);
    post(acted);
    expect(checkedRecord(stand.proxy.kept('rollout')).log).toHaveLength(2);
  }, 120_000);
});
