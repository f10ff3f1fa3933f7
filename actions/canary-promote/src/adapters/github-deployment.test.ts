import { GitHubStandIn, type StoredDeployment } from '@shipgate/kit/testing/github-stand-in';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Calls, usualLimits } from './calls.ts';
import { type DeploymentParts, openDeploymentMirror } from './github-deployment.ts';

const commit = 'a'.repeat(40);
const runUrl = 'https://github.com/acme/orders/actions/runs/42';
let deployments: StoredDeployment[];
let standIn: GitHubStandIn;
let log: string[];
beforeEach(async () => {
  deployments = [];
  log = [];
  const repositories = [{ name: 'acme/orders', folder: '/nowhere', deployments }];
  standIn = await GitHubStandIn.start({ repositories, tokens: ['good'], readOnlyTokens: ['reader'] });
});
afterEach(async () => {
  await standIn.stop();
  expect(standIn.faults).toEqual([]);
});

const open = (more: Partial<DeploymentParts> = {}, token = 'good') =>
  openDeploymentMirror({
    github: { apiUrl: standIn.apiUrl, repository: 'acme/orders', token },
    ...{ rollout: 'r-1', version: '2.4.0', commit, environment: 'staging', description: 'order-service 2.4.0' },
    ...{ runId: '42', runUrl, environmentUrl: 'https://orders.example.com' },
    calls: new Calls({ ...usualLimits, firstWait: 1, longestWait: 5 }),
    log: (text) => log.push(text),
    ...more,
  });

/** As GitHub makes it for a job with `environment:`. */
const ofJob = (id: number, run: string, more: Partial<StoredDeployment> = {}): StoredDeployment => ({
  ...{ id, sha: commit, environment: 'staging', payload: '', description: '', login: 'github-actions[bot]' },
  ...{ transient: false, production: false, ...more },
  statuses: [
    {
      ...{ id: id * 100, state: 'success', description: '', environmentUrl: '', login: 'github-actions[bot]' },
      logUrl: `https://github.com/acme/orders/actions/runs/${run}/job/7`,
    },
  ],
});
const told = (index: number) => deployments[index]?.statuses.map(({ state, description }) => [state, description]);

describe('a mirror on a GitHub deployment', () => {
  it('makes one of its own when the job has none', async () => {
    const mirror = open();
    await mirror.say({ state: 'in_progress', description: '5 %' });
    await mirror.say({ state: 'success', description: '100 %: promoted' });
    expect(await mirror.close()).toEqual({ told: 2, replaced: 0, lost: 0 });
    expect(deployments).toMatchObject([
      {
        ...{ sha: commit, environment: 'staging', production: false },
        payload: { shipgate: { rollout: 'r-1', version: '2.4.0' } },
      },
    ]);
    expect(deployments[0]?.statuses.at(-1)).toMatchObject({
      ...{ state: 'success', logUrl: runUrl, environmentUrl: 'https://orders.example.com' },
    });
  });

  it('adds to the deployment of its job, and to none of another run', async () => {
    deployments.push(ofJob(1, '42'), ofJob(2, '421'), ofJob(3, '4'));
    const mirror = open();
    await mirror.say({ state: 'failure', description: 'back to 0 %' });
    await mirror.close();
    expect(deployments).toHaveLength(3);
    expect(told(0)).toEqual([
      ['success', ''],
      ['failure', 'back to 0 %'],
    ]);
    expect([told(1), told(2)]).toEqual([[['success', '']], [['success', '']]]);
  });

  it('goes on with what an earlier run of the rollout made', async () => {
    for (const runId of ['42', '43']) {
      const mirror = open({ runId });
      await mirror.say({ state: 'in_progress', description: runId });
      await mirror.close();
    }
    expect(deployments).toHaveLength(1);
    expect(told(0)).toEqual([
      ['in_progress', '42'],
      ['in_progress', '43'],
    ]);
  });

  it('makes earlier ones inactive with success alone, and never one of production', async () => {
    deployments.push(ofJob(1, '1'), ofJob(2, '2', { production: true }), ofJob(3, '3', { environment: 'qa' }));
    const mirror = open();
    await mirror.say({ state: 'failure', description: '' });
    await mirror.say({ state: 'success', description: '' });
    await mirror.close();
    expect([0, 1, 2].map((index) => deployments[index]?.statuses.at(-1)?.state)).toEqual([
      ...['inactive', 'success', 'success'],
    ]);
  });

  it('says once which permission is missing, and asks nothing behind that', async () => {
    const mirror = open({}, 'reader');
    await mirror.say({ state: 'failure', description: '' });
    await mirror.say({ state: 'error', description: '' });
    expect((await mirror.close()).lost).toBe(2);
    expect(log).toEqual([expect.stringContaining('deployments: write')]);
    expect(standIn.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('says an end again when GitHub breaks', async () => {
    standIn.fail({ kind: 'status', status: 502 }, { times: 2, operation: 'repos/create-deployment-status' });
    const mirror = open();
    await mirror.say({ state: 'success', description: 'end' });
    expect(await mirror.close()).toEqual({ told: 1, replaced: 0, lost: 0 });
    expect(told(0)).toEqual([['success', 'end']]);
  });

  it('ends in time when GitHub does not answer', async () => {
    standIn.fail({ kind: 'hang' }, { times: 9 });
    const mirror = open({ closeWithin: 30 });
    await mirror.say({ state: 'success', description: '' });
    expect((await mirror.close()).lost).toBe(1);
    expect(log).toHaveLength(1);
  });

  it('takes up a deployment whose making was not answered', async () => {
    standIn.fail({ kind: 'cut' }, { operation: 'repos/create-deployment' });
    const mirror = open();
    await mirror.say({ state: 'failure', description: 'first' });
    await mirror.say({ state: 'inactive', description: 'second' });
    await mirror.close();
    expect(deployments).toHaveLength(1);
    expect(told(0)?.at(-1)).toEqual(['inactive', 'second']);
  });
});
