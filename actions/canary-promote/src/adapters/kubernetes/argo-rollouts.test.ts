/** Statuses as the controller writes them, and what is made of them. */
import { describe, expect, it } from 'vitest';
import { usualRecord } from '../../steering/record.fixture.ts';
import type { RolloutRecord } from '../../steering/record.ts';
import { writeRecord } from '../../steering/record-text.ts';
import { ArgoTraffic } from './argo-rollouts.ts';
import { type KubeObject, RECORD_ANNOTATION } from './cluster.ts';
import { clusterInMemory } from './cluster-in-memory.fixture.ts';

const signal = AbortSignal.timeout(20_000);
const path = '/apis/argoproj.io/v1alpha1/namespaces/n/rollouts/orders';
const paused = [{ reason: 'CanaryPauseStep', startTime: '2026-11-20T14:00:00Z' }];
const usualSteps = [{ pause: {} }, ...[10, 25, 50].flatMap((setWeight) => [{ setWeight }, { pause: {} }])];

const moved = (from: number, weight: number): RolloutRecord => ({
  ...usualRecord,
  from,
  weight,
  log: [{ step: 0, from, weight, cause: 'step', asked: 1 }],
});

function opened(status: object, record?: RolloutRecord, spec: object = {}, hash = 'b') {
  const cluster = clusterInMemory('n');
  const annotations: Record<string, string> =
    record === undefined
      ? {}
      : { [RECORD_ANNOTATION]: writeRecord(record), 'shipgate.dev/pod-hash': `${hash} ${record.id}` };
  const object: KubeObject = {
    metadata: { name: 'orders', generation: 2, resourceVersion: '7', annotations },
    spec: { replicas: 20, strategy: { canary: { steps: usualSteps } }, ...spec },
    status: { observedGeneration: '2', currentPodHash: 'b', stableRS: 'a', ...status },
  };
  cluster.objects.set(path, object);
  // The status is a part of its own: here a copy that takes the patches.
  cluster.objects.set(`${path}/status`, object);
  const place = { context: undefined, namespace: undefined, managed: 'refuse', stableDeployment: undefined } as const;
  return { cluster, traffic: new ArgoTraffic({ kind: 'argo-rollouts', rollout: 'orders', ...place }, cluster) };
}

describe('a Rollout', () => {
  it.each([
    ['at its first pause', { currentStepIndex: 0, pauseConditions: paused }, undefined, 0, 0],
    ['paused at 25 %', { currentStepIndex: 4, pauseConditions: paused }, moved(10, 25), 25, 25],
    [
      'routed by a mesh',
      { currentStepIndex: 4, pauseConditions: paused, canary: { weights: { canary: { weight: 24 } } } },
      moved(10, 25),
      25,
      24,
    ],
    ['on its way to 25 %', { currentStepIndex: 3 }, moved(10, 25), 25, -1],
    ['through', { stableRS: 'b', currentStepIndex: 7 }, moved(50, 100), 100, 100],
    ['aborted, with pods of the canary left', { abort: true, updatedReplicas: 10 }, moved(50, 0), 0, -1],
    ['aborted', { abort: true, updatedReplicas: 0 }, moved(50, 0), 0, 0],
  ])('%s has that weight', async (_, status, record, weight, live) => {
    expect(await opened(status, record).traffic.read(signal)).toMatchObject({ weight, live });
  });

  it('that is through cannot be aborted: that would only look like a way back', async () => {
    const { cluster, traffic } = opened({ stableRS: 'b', currentStepIndex: 7 }, moved(50, 100));
    const seen = await traffic.read(signal);
    await expect(traffic.write(seen, { weight: 0, record: moved(100, 0) }, signal)).rejects.toThrow(/undo/);
    expect(Object(cluster.objects.get(`${path}/status`)?.['status']).abort).toBeUndefined();
    const aborted = opened({ stableRS: 'b', currentStepIndex: 7, abort: true }, moved(50, 100));
    expect(await aborted.traffic.read(signal)).toMatchObject({ weight: 100, live: 100 });
  });

  it('of another image than the rollout began with is not promoted', async () => {
    const { traffic } = opened({ currentPodHash: 'c', currentStepIndex: 0, pauseConditions: paused }, moved(0, 10));
    await expect(traffic.read(signal)).rejects.toThrow(/pods b\), got pods c/);
  });

  it.each([
    ['no steps', { strategy: { canary: {} } }, /steps with setWeight/],
    ['no pause first', { strategy: { canary: { steps: usualSteps.slice(1) } } }, /first step/],
    [
      'a pause with an end',
      { strategy: { canary: { steps: [{ pause: {} }, { setWeight: 10 }, { pause: { duration: '1m' } }] } } },
      /behind setWeight: 10/,
    ],
  ])('with %s is no router', async (_, spec, why) => {
    const { traffic } = opened({ currentStepIndex: 0, pauseConditions: paused }, undefined, spec);
    await expect(traffic.read(signal).then((seen) => traffic.plan(seen, 10))).rejects.toThrow(why);
  });

  it('that somebody paused is not promoted, and can be taken back', async () => {
    const { traffic } = opened({ currentStepIndex: 4, pauseConditions: paused }, moved(10, 25), { paused: true });
    const seen = await traffic.read(signal);
    await expect(traffic.write(seen, { weight: 50, record: moved(25, 50) }, signal)).rejects.toThrow(/spec\.paused/);
    expect(traffic.plan(seen, 0)).toMatchObject([{ path: '/status/abort', to: true }]);
  });
});
