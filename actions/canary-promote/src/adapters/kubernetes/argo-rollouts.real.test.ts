/** A Rollout on a real API server with the real controller of Argo Rollouts; nodes are a stand-in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realTool } from '../../../../../scripts/real-tools.ts';
import { runs } from '../../../../../scripts/vitest/thoroughly.ts';
import type { ArgoOptions } from '../../plan/router.ts';
import { usualRecord } from '../../steering/record.fixture.ts';
import { type Seen, TrafficError } from '../../steering/traffic.ts';
import { type ControlPlane, hasControlPlane, startControlPlane } from '../testing/control-plane.fixture.ts';
import { applyCustomResources } from '../testing/custom-resources.fixture.ts';
import { type Kubelet, startKubelet } from '../testing/kubelet.fixture.ts';
import { ArgoTraffic } from './argo-rollouts.ts';
import type { Cluster, KubeObject } from './cluster.ts';

const RACES = runs(100, 20);

const signal = AbortSignal.timeout(400_000);
const labels = { app: 'orders' };
const options: ArgoOptions = {
  kind: 'argo-rollouts',
  rollout: 'orders',
  context: undefined,
  namespace: undefined,
  managed: 'refuse',
  stableDeployment: undefined,
};

function rollout(image: string): KubeObject {
  const setWeights = [10, 25, 50].flatMap((setWeight) => [{ setWeight }, { pause: {} }]);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'orders', annotations: { 'example.com/owner': 'team-orders' } },
    spec: {
      replicas: 20,
      selector: { matchLabels: labels },
      strategy: { canary: { steps: [{ pause: {} }, ...setWeights] } },
      template: { metadata: { labels }, spec: { containers: [{ name: 'app', image }] } },
    },
  };
}

const hasAll = hasControlPlane() && realTool('rollouts-controller') !== null;

describe.skipIf(!hasAll)('a Rollout on a real API server with its real controller', () => {
  let plane: ControlPlane;
  const kubelets: Kubelet[] = [];
  let count = 0;
  beforeAll(async () => {
    plane = await startControlPlane();
    await plane.startControllerManager();
    await applyCustomResources(plane, ['argo-rollouts']);
    await plane.startRolloutsController();
  }, 180_000);
  afterAll(async () => {
    await Promise.all(kubelets.map((kubelet) => kubelet.stop()));
    await plane?.stop();
  });

  const pathIn = (cluster: Cluster) => `/apis/argoproj.io/v1alpha1/namespaces/${cluster.namespace}/rollouts/orders`;
  const raw = (cluster: Cluster) => cluster.get(pathIn(cluster), signal);
  const pause = () => new Promise((resolve) => setTimeout(resolve, 100));

  /** The old version runs whole; the new one waits at the first pause. */
  async function opened(): Promise<{ cluster: Cluster; traffic: ArgoTraffic }> {
    count += 1;
    const cluster = await plane.cluster(`argo-${count}`);
    kubelets.push(startKubelet(cluster));
    await cluster.create(pathIn(cluster).replace(/\/orders$/, ''), rollout('orders:1'), signal);
    while (Object((await raw(cluster))['status']).phase !== 'Healthy') await pause();
    const image = '/spec/template/spec/containers/0/image';
    await cluster.patch(pathIn(cluster), [{ op: 'replace', path: image, value: 'orders:2' }], signal);
    while (Object((await raw(cluster))['status']).pauseConditions === undefined) await pause();
    return { cluster, traffic: new ArgoTraffic(options, cluster) };
  }

  /** The controller writes the object too: a conflict is read and tried again, as a rollout does it. */
  async function moved(traffic: ArgoTraffic, weight: number, from: number): Promise<void> {
    const cause = weight > from ? 'step' : 'rollback';
    const record = { ...usualRecord, from, weight, log: [{ step: 0, from, weight, cause, asked: 1 }] } as const;
    for (;;) {
      const seen: Seen = await traffic.read(signal);
      if (seen.weight === weight) return;
      try {
        await traffic.write(seen, { weight, record }, signal);
      } catch (error) {
        if (!(error instanceof TrafficError) || error.code !== 'conflict') throw error;
        await pause();
      }
    }
  }

  async function arrived(traffic: ArgoTraffic, weight: number): Promise<void> {
    for (;;) {
      const seen = await traffic.read(signal);
      if (seen.weight === weight && seen.live === weight) return;
      await pause();
    }
  }

  it('goes on from pause to pause, to its end, and nothing else of it changes', async () => {
    const { cluster, traffic } = await opened();
    const before = await raw(cluster);
    expect((await traffic.read(signal)).weight).toBe(0);
    let from = 0;
    for (const weight of [10, 25, 50, 100]) {
      await moved(traffic, weight, from);
      await arrived(traffic, weight);
      from = weight;
    }
    while (Object((await raw(cluster))['status']).phase !== 'Healthy') await pause();
    const after = await raw(cluster);
    expect(after['spec']).toEqual(before['spec']);
    expect(after.metadata?.annotations?.['example.com/owner']).toBe('team-orders');
    expect(Object(after['status'])).toMatchObject({ phase: 'Healthy', readyReplicas: 20 });
  }, 180_000);

  it('is aborted, and all pods are those of the version before', async () => {
    const { cluster, traffic } = await opened();
    await moved(traffic, 10, 0);
    await arrived(traffic, 10);
    await moved(traffic, 0, 10);
    await arrived(traffic, 0);
    while (Object((await raw(cluster))['status']).phase !== 'Degraded') await pause();
    const { abort, stableRS, currentPodHash } = Object((await raw(cluster))['status']);
    expect(abort).toBe(true);
    expect(stableRS).not.toBe(currentPodHash);
  }, 180_000);

  it('lets one pause go once, however often it is asked, and refuses a weight that is not its next', async () => {
    const { traffic } = await opened();
    const seen = await traffic.read(signal);
    await expect(traffic.write(seen, { weight: 25, record: usualRecord }, signal)).rejects.toMatchObject({
      code: 'unfit',
    });
    await moved(traffic, 10, 0);
    // The same view again: the pause that it speaks of is over.
    await expect(traffic.write(seen, { weight: 10, record: usualRecord }, signal)).rejects.toMatchObject({
      code: 'conflict',
    });
    await arrived(traffic, 10);
    for (let look = 0; look < 10; look += 1) {
      await pause();
      expect((await traffic.read(signal)).weight).toBe(10);
    }
  }, 180_000);

  it(`never overwrites an edit of somebody else, in ${RACES} races`, async () => {
    const { cluster, traffic } = await opened();
    let conflicts = 0;
    for (let race = 0; race < RACES; race += 1) {
      const seen = await traffic.read(signal);
      const edit = { op: 'replace', path: '/spec/revisionHistoryLimit', value: race + 1 } as const;
      const add = { ...edit, op: 'add' } as const;
      const [written] = await Promise.allSettled([
        traffic.write(seen, { record: { ...usualRecord, epoch: race } }, signal),
        cluster.patch(pathIn(cluster), [add], signal),
      ]);
      expect(Object((await raw(cluster))['spec']).revisionHistoryLimit).toBe(race + 1);
      if (written.status === 'rejected') {
        expect(written.reason.code).toBe('conflict');
        conflicts += 1;
      }
    }
    expect(conflicts).toBeGreaterThan(0);
  }, 180_000);
});
