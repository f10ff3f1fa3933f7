// @vitest-environment node

import type { EntityDeployments } from '@shipgate/backstage-plugin-deployments-common';
import { describe, expect, it } from 'vitest';
import { busy, current, deployment, environment, failing, gate, release } from '../feed/deployments.fixture';
import { newsBetween } from './news';

const shown = (changes: Partial<EntityDeployments>, isStale = false) => ({ data: { ...busy, ...changes }, isStale });

describe('news', () => {
  it('are none when only the time of the data has changed', () => {
    expect(newsBetween(shown({}), shown({ asOf: '2026-11-20T10:21:00.000Z' }))).toEqual([]);
  });

  it('are a version that now runs', () => {
    const before = shown({ environments: [environment('staging', { current: current({ id: '1' }) })] });
    const after = shown({ environments: [environment('staging', { current: current({ id: '2', version: 'v2' }) })] });
    expect(newsBetween(before, after)).toEqual([{ kind: 'deployed', version: 'v2', environment: 'staging' }]);
  });

  it('are a deployment that is on its way, and that it failed, each once', () => {
    const at = (state: string) => shown({ environments: [environment('staging', { latest: deployment({ state }) })] });
    const empty = shown({ environments: [environment('staging')] });
    expect(newsBetween(empty, at('queued'))).toMatchObject([{ kind: 'coming', look: { word: 'moving' } }]);
    expect(newsBetween(at('queued'), at('queued'))).toEqual([]);
    expect(newsBetween(at('queued'), at('failure'))).toMatchObject([{ kind: 'coming', look: { word: 'failed' } }]);
  });

  it('are the share of the traffic when it changes, and not what is said meanwhile', () => {
    const at = (weight: number | null, description = '') =>
      shown({ environments: [environment('production', { latest: deployment({ weight, description }) })] });
    expect(newsBetween(at(10), at(25))).toEqual([
      { kind: 'weight', version: 'v1.4.3', environment: 'production', weight: 25 },
    ]);
    expect(newsBetween(at(10, 'one'), at(10, 'another'))).toEqual([]);
    expect(newsBetween(at(10), at(null))).toEqual([]);
  });

  it('are a verdict that was not there', () => {
    const before = shown({ releases: [release({ gates: [gate()] })] });
    const after = shown({ releases: [release({ gates: [gate(), failing] })] });
    expect(newsBetween(before, after)).toMatchObject([
      { kind: 'verdict', gate: 'migrate-gate', version: 'v1.4.3', look: { word: 'fail' } },
    ]);
  });

  it('are that the data can not be refreshed, and that it is fresh again', () => {
    expect(newsBetween(shown({}), shown({}, true))).toEqual([{ kind: 'stale' }]);
    expect(newsBetween(shown({}, true), shown({}))).toEqual([{ kind: 'fresh' }]);
  });
});
