import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../steps.ts';
import { deploymentHistory, newDeployment } from './history.ts';
import { expectedVersions } from './portal-check.ts';
import { type Commits, releaseNames, repositoryId, rolledOut } from './service.ts';

const now = Date.UTC(2026, 10, 20, 10, 20);
const commits = Object.fromEntries(releaseNames.map((name, at) => [name, String(at).repeat(40)])) as Commits;

interface Told {
  readonly repository: { readonly id: number };
  readonly deployment: {
    readonly id: number;
    readonly environment: string;
    readonly sha: string;
    readonly payload: { version: string };
    readonly created_at: string;
  };
  readonly deployment_status?: {
    readonly id: number;
    readonly state: string;
    readonly created_at: string;
    readonly environment_url: string;
  };
}

const webhooks = deploymentHistory(commits, now);
const told = webhooks.map(({ payload }) => payload as Told);
const statuses = told.flatMap(({ deployment, deployment_status }) =>
  deployment_status === undefined ? [] : [{ ...deployment_status, deployment }],
);

describe('the history of the demo', () => {
  it('ends with the version in each environment that the check asks for', () => {
    const successes = statuses.filter(({ state }) => state === 'success');
    const running = Object.fromEntries(
      successes.map(({ deployment }) => [deployment.environment, deployment.payload.version]),
    );
    expect(running).toEqual(expectedVersions);
  });

  it('holds failures, a deployment on its way, one that waits, and a release that goes back in production', () => {
    expect(new Set(statuses.map(({ state }) => state))).toEqual(
      new Set(['in_progress', 'success', 'failure', 'waiting']),
    );
    const inProduction = statuses.filter(
      ({ state, deployment }) => state !== 'in_progress' && deployment.environment === 'production',
    );
    expect(inProduction.map(({ state, deployment }) => [deployment.payload.version, state])).toEqual([
      ['v1.4.0', 'success'],
      [rolledOut.bad, 'failure'],
      [rolledOut.good, 'success'],
    ]);
  });

  it('is in order, in the past, and each version keeps its commit', () => {
    const times = told.map(({ deployment, deployment_status }) => (deployment_status ?? deployment).created_at);
    expect([...times].sort()).toEqual(times);
    expect(Date.parse(times.at(-1) ?? '')).toBeLessThanOrEqual(now);
    for (const { deployment } of told) {
      expect(deployment.sha).toBe(commits[deployment.payload.version as keyof Commits]);
    }
  });

  it('gives every deployment and every status a number of its own, and the repository always the same', () => {
    const made = webhooks
      .filter(({ event }) => event === 'deployment')
      .map(({ payload }) => (payload as Told).deployment.id);
    expect(new Set(made).size).toBe(made.length);
    expect(new Set(statuses.map(({ id }) => id)).size).toBe(statuses.length);
    expect(new Set(told.map(({ repository }) => repository.id))).toEqual(new Set([repositoryId]));
  });

  it('has the environments and their addresses from the settings of the service', () => {
    const { environments } = parse(readFileSync(join(root, 'examples/order-service/.github/shipgate.yml'), 'utf8')) as {
      environments: { name: string; url: string }[];
    };
    const sites = new Map(statuses.map((one) => [one.deployment.environment, one.environment_url]));
    expect(Object.fromEntries(sites)).toEqual(Object.fromEntries(environments.map(({ name, url }) => [name, url])));
    expect(environments.map(({ name }) => name)).toEqual(Object.keys(expectedVersions));
  });

  it('can go on with a deployment of which it knew nothing', () => {
    const [first, second] = newDeployment({ commit: commits['v1.4.3'], version: 'v1.4.3' }, 'production', now, 0);
    const { deployment, deployment_status } = second.payload as Told;
    expect(first.event).toBe('deployment');
    expect(told.map((one) => one.deployment.id)).not.toContain(deployment.id);
    expect(statuses.map(({ id }) => id)).not.toContain(deployment_status?.id);
    expect(deployment_status?.state).toBe('success');
  });
});
