/** One Deployment on a real API server with the real controllers; nodes are a stand-in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runs } from '../../../../../scripts/vitest/thoroughly.ts';
import { usualRecord } from '../../steering/record.fixture.ts';
import type { RolloutRecord } from '../../steering/record.ts';
import { type Seen, TrafficError } from '../../steering/traffic.ts';
import { type ControlPlane, hasControlPlane, startControlPlane } from '../testing/control-plane.fixture.ts';
import { type Kubelet, startKubelet } from '../testing/kubelet.fixture.ts';
import type { Cluster, KubeObject } from './cluster.ts';
import { deploymentPath } from './deployment.ts';
import { RollingTraffic } from './rolling.ts';

const RACES = runs(100, 20);

const signal = AbortSignal.timeout(300_000);
const labels = { app: 'orders' };

function deployment(image: string): KubeObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'orders', annotations: { 'example.com/owner': 'team-orders' } },
    spec: {
      replicas: 8,
      selector: { matchLabels: labels },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } },
      template: {
        metadata: { labels, annotations: { note: 'a "quoted" note' } },
        spec: { containers: [{ name: 'app', image, env: [{ name: 'A', value: 'b' }] }] },
      },
    },
  };
}

describe.skipIf(!hasControlPlane())('one Deployment on a real API server', () => {
  let plane: ControlPlane;
  const kubelets: Kubelet[] = [];
  let count = 0;
  beforeAll(async () => {
    plane = await startControlPlane();
    await plane.startControllerManager();
  }, 120_000);
  afterAll(async () => {
    await Promise.all(kubelets.map((kubelet) => kubelet.stop()));
    await plane?.stop();
  });

  const raw = (cluster: Cluster) => cluster.get(deploymentPath(cluster.namespace, 'orders'), signal);
  const specOf = async (cluster: Cluster) => Object((await raw(cluster))['spec']);
  const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

  /** Eight pods of the old image run; the new image is set while the Deployment is paused. */
  async function opened(): Promise<{ cluster: Cluster; traffic: RollingTraffic; old: unknown }> {
    count += 1;
    const cluster = await plane.cluster(`rolling-${count}`);
    kubelets.push(startKubelet(cluster));
    const path = deploymentPath(cluster.namespace, 'orders');
    await cluster.create(path.replace(/\/orders$/, ''), deployment('orders:1'), signal);
    while (Object((await raw(cluster))['status']).readyReplicas !== 8) await pause();
    const old = structuredClone((await specOf(cluster)).template);
    const operations = [
      { op: 'add', path: '/spec/paused', value: true },
      { op: 'replace', path: '/spec/template/spec/containers/0/image', value: 'orders:2' },
    ] as const;
    await cluster.patch(path, operations, signal);
    while (Number(Object((await raw(cluster))['status']).observedGeneration) < 2) await pause();
    return { cluster, traffic: new RollingTraffic(place, cluster), old };
  }

  const place = {
    kind: 'rolling',
    deployment: 'orders',
    context: undefined,
    namespace: undefined,
    managed: 'refuse',
    stableDeployment: undefined,
  } as const;

  async function moved(traffic: RollingTraffic, weight: number, cause: 'step' | 'rollback'): Promise<Seen> {
    for (;;) {
      const seen = await traffic.read(signal);
      const record: RolloutRecord = {
        ...usualRecord,
        state: cause === 'step' ? 'running' : 'rolled-back',
        from: seen.weight,
        weight,
        log: [{ step: 0, from: seen.weight, weight, cause, asked: 1 }],
      };
      try {
        return await traffic.write(seen, { weight, record }, signal);
      } catch (error) {
        if (!(error instanceof TrafficError) || error.code !== 'conflict') throw error;
      }
    }
  }

  async function arrived(traffic: RollingTraffic, weight: number): Promise<void> {
    for (;;) {
      const seen = await traffic.read(signal);
      expect(seen.weight).toBe(weight);
      if (seen.live === weight) return;
      await pause();
    }
  }

  it('is held at 25, 50 and 75 % of its pods, stays there, and rolls to its end by its own rules', async () => {
    const { cluster, traffic } = await opened();
    const before = await specOf(cluster);
    expect((await traffic.read(signal)).weight).toBe(0);
    for (const weight of [25, 50, 75]) {
      await moved(traffic, weight, 'step');
      await arrived(traffic, weight);
      // Nobody watches it for a while, and it stays.
      for (let look = 0; look < 10; look += 1) {
        await pause();
        expect((await traffic.read(signal)).live).toBe(weight);
      }
    }
    await moved(traffic, 100, 'step');
    await arrived(traffic, 100);
    const { paused: _, ...rest } = before;
    expect(await specOf(cluster)).toEqual(rest);
    expect((await raw(cluster)).metadata?.annotations).toMatchObject({ 'example.com/owner': 'team-orders' });
  }, 120_000);

  it('goes back to the very template that it had', async () => {
    const { cluster, traffic, old } = await opened();
    await moved(traffic, 50, 'step');
    await arrived(traffic, 50);
    await moved(traffic, 0, 'rollback');
    await arrived(traffic, 0);
    const { template, strategy, minReadySeconds } = await specOf(cluster);
    expect(template).toEqual(old);
    expect([strategy, minReadySeconds]).toEqual([
      { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } },
      undefined,
    ]);
    expect(Object((await raw(cluster))['status']).updatedReplicas).toBe(8);
  }, 120_000);

  it('refuses a Deployment that is not paused, or that has no new template', async () => {
    const { cluster, traffic } = await opened();
    const path = deploymentPath(cluster.namespace, 'orders');
    const back = { op: 'replace', path: '/spec/template/spec/containers/0/image', value: 'orders:1' } as const;
    await cluster.patch(path, [back], signal);
    await expect(traffic.read(signal)).rejects.toThrow(/the template that runs/);
    await cluster.patch(path, [{ op: 'remove', path: '/spec/paused' }], signal);
    await expect(traffic.read(signal)).rejects.toThrow(/one that is not paused/);
  });

  it(`never overwrites an edit of somebody else, in ${RACES} races`, async () => {
    const { cluster, traffic } = await opened();
    const path = deploymentPath(cluster.namespace, 'orders');
    let conflicts = 0;
    for (let race = 0; race < RACES; race += 1) {
      const seen = await traffic.read(signal);
      const edit = { op: 'replace', path: '/spec/replicas', value: 8 + (race % 2) } as const;
      const record = { ...usualRecord, epoch: race };
      const [written] = await Promise.allSettled([
        traffic.write(seen, { record }, signal),
        cluster.patch(path, [edit], signal),
      ]);
      expect((await specOf(cluster)).replicas).toBe(8 + (race % 2));
      if (written.status === 'rejected') expect(written.reason.code).toBe('conflict');
      if (written.status === 'rejected') conflicts += 1;
    }
    expect(conflicts).toBeGreaterThan(0);
  }, 120_000);
});
