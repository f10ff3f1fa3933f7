import { describe, expect, it } from 'vitest';
import type { DeploymentRow, StatusRow } from '../store/rows';
import { deploymentView, refName, versionOf } from './deployment-view';

const sha = '9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70';

const row: DeploymentRow = {
  ...{ host: 'github.com', repo_id: '5001', gh_id: 7, sha, ref: 'main', version: null, creator: null },
  ...{ environment: 'production', environment_key: 'production', created_at: 0, told_at: 0 },
  ...{ run_id: null, run_url: null, run_actor: null, run_told_at: null },
};
/** Statuses as the store gives them: the first is the newest, and they are a minute apart. */
const statuses = (...descriptions: (string | null)[]): StatusRow[] =>
  descriptions.map((description, index) => ({
    ...{ host: 'github.com', repo_id: '5001', gh_id: 7, environment: 'production', environment_key: 'production' },
    ...{ status_id: 1000 - index, state: 'in_progress', description, log_url: null, environment_url: null },
    created_at: (descriptions.length - index) * 60_000,
  }));

describe('the steps of a deployment', () => {
  it('are its statuses that say something, the oldest first', () => {
    expect(deploymentView(row, statuses('25 %: begins', null, '10 %: begins')).steps).toEqual([
      { at: '1970-01-01T00:01:00.000Z', state: 'in_progress', description: '10 %: begins' },
      { at: '1970-01-01T00:03:00.000Z', state: 'in_progress', description: '25 %: begins' },
    ]);
    expect(deploymentView(row, [])).toMatchObject({ steps: [], weight: null });
  });

  it('are at most 50, the newest ones', () => {
    const many = Array.from({ length: 70 }, (_, index) => `line ${70 - index}`);
    const { steps } = deploymentView(row, statuses(null, ...many));
    expect(steps).toHaveLength(50);
    expect([steps[0]?.description, steps[49]?.description]).toEqual(['line 21', 'line 70']);
  });
});

describe('the weight of a deployment', () => {
  it.each([
    [['25 %: waits for a person', '10 %: begins'], 25],
    [['back to 0 %: error-rate-higher at 25 %', '25 %: begins'], 0],
    [[null, 'the job has ended', '10 %: held: share-off'], 10],
    [['250 %: begins', '10 %: begins'], 10],
    [['The load test is running.', null], null],
  ])('that tells %j, the newest first, is %s', (descriptions, weight) => {
    expect(deploymentView(row, statuses(...descriptions)).weight).toBe(weight);
  });

  it('is found before the steps that are shown', () => {
    const chatter = Array.from({ length: 60 }, () => 'a line of somebody else');
    expect(deploymentView(row, statuses(...chatter, '10 %: begins')).weight).toBe(10);
  });
});

describe('the version of a deployment', () => {
  it.each([
    [{ version: 'v1.2', ref: 'main' }, 'v1.2'],
    [{ version: null, ref: 'main' }, 'main'],
    [{ version: null, ref: 'refs/tags/v1.2' }, 'v1.2'],
    [{ version: null, ref: sha }, '9b41c7e'],
    [{ version: null, ref: '9B41C7E2' }, '9b41c7e'],
  ])('of %j is %s', (row, version) => {
    expect(versionOf({ ...row, sha })).toBe(version);
  });
});

describe('the name of a ref', () => {
  it.each([
    ['refs/heads/feature/x', 'feature/x'],
    ['refs/pull/71/merge', 'pull/71/merge'],
    ['main', 'main'],
  ])('%s is %s', (ref, name) => {
    expect(refName(ref)).toBe(name);
  });
});
