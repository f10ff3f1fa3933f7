/** Two Deployments, or one, in moments that real controllers only pass through. */
import { describe, expect, it } from 'vitest';
import { usualRecord } from '../../steering/record.fixture.ts';
import type { RolloutRecord } from '../../steering/record.ts';
import type { KubeObject } from './cluster.ts';
import { clusterInMemory } from './cluster-in-memory.fixture.ts';
import { percentOf, replicasFor } from './replica-plan.ts';
import { ReplicaTraffic } from './replicas.ts';
import { RollingTraffic } from './rolling.ts';

const signal = AbortSignal.timeout(20_000);
const place = { context: undefined, namespace: undefined, managed: 'refuse', stableDeployment: undefined } as const;
const folder = '/apis/apps/v1/namespaces/n/deployments';
const moved = (from: number, weight: number, state: RolloutRecord['state'] = 'running'): RolloutRecord => ({
  ...usualRecord,
  state,
  from,
  weight,
  log: [{ step: 0, from, weight, cause: 'step', asked: 1 }],
});

function deployment(name: string, replicas: number, ready: number, more: object = {}): KubeObject {
  return {
    metadata: { name, uid: name, generation: 1, resourceVersion: name, annotations: { a: 'b' } },
    spec: { replicas, selector: { matchLabels: { r: name } }, ...more },
    status: { readyReplicas: ready, observedGeneration: 1 },
  };
}

function pair(stable: KubeObject, canary: KubeObject, record?: RolloutRecord, total = 20) {
  const cluster = clusterInMemory('n');
  const annotations: Record<string, string> =
    record === undefined
      ? { a: 'b' }
      : { 'shipgate.dev/rollout': JSON.stringify(record), 'shipgate.dev/total': `${total} ${record.id}` };
  cluster.objects.set(`${folder}/old`, stable);
  cluster.objects.set(`${folder}/new`, { ...canary, metadata: { ...canary.metadata, annotations } });
  const options = { kind: 'replicas', ...place, stable: 'old', canary: 'new', total: undefined } as const;
  return { cluster, traffic: new ReplicaTraffic(options, cluster) };
}

describe('pods of two Deployments', () => {
  it.each([
    ['100 %, and 3 of 20 are ready', 0, 0, 20, 3, moved(50, 100)],
    ['50 %, and 1 of 10 of each is ready', 10, 1, 10, 1, moved(25, 50)],
    ['0 %, and none of stable is ready', 20, 0, 0, 0, moved(50, 0)],
  ])('have not arrived at %s', async (_, stable, stableReady, canary, canaryReady, record) => {
    const { traffic } = pair(deployment('old', stable, stableReady), deployment('new', canary, canaryReady), record);
    const seen = await traffic.read(signal);
    expect(seen.weight).toBe(record.weight);
    expect(seen.live).toBeLessThan(0);
  });

  it('are counted anew when the rollout before is over', async () => {
    const { traffic } = pair(deployment('old', 30, 30), deployment('new', 0, 0), moved(25, 0, 'rolled-back'));
    const seen = await traffic.read(signal);
    expect(seen.weight).toBe(0);
    expect(traffic.plan(seen, 25).map(({ to }) => to)).toEqual([22, 8]);
  });

  it('keep their number while a way back is half done, also when its record is closed', async () => {
    const { traffic } = pair(deployment('old', 20, 20), deployment('new', 5, 5), moved(25, 0, 'rolled-back'));
    expect((await traffic.read(signal)).weight).toBe(25);
  });

  it('tell an unknown effect when stable changed behind the first of two writes', async () => {
    const { cluster, traffic } = pair(deployment('old', 20, 20), deployment('new', 0, 0));
    const seen = await traffic.read(signal);
    const scaled = deployment('old', 30, 20);
    cluster.objects.set(`${folder}/old`, { ...scaled, metadata: { ...scaled.metadata, generation: 2 } });
    await expect(traffic.write(seen, { weight: 50, record: moved(0, 50) }, signal)).rejects.toMatchObject({
      code: 'unknown-effect',
    });
    expect(Object(cluster.objects.get(`${folder}/old`)?.['spec']).replicas).toBe(30);
  });

  it('rise with the weight, and never leave a release without a pod below 100 %', () => {
    for (let total = 10; total <= 200; total += 7) {
      let before = 0;
      for (const weight of [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]) {
        const { stable, canary } = replicasFor(total, weight);
        expect(stable + canary).toBe(total);
        expect(canary).toBeGreaterThanOrEqual(before);
        expect(Math.min(stable, canary) > 0 || weight === 100).toBe(true);
        expect(Math.abs(percentOf({ stable, canary }) - weight)).toBeLessThanOrEqual(20);
        before = canary;
      }
    }
    expect(() => replicasFor(3, 10)).toThrow(/3 pods, of which 1 are 33\.3 %/);
  });
});

describe('one Deployment', () => {
  const template = (image: string, hash?: string) => ({
    metadata: { labels: { app: 'x', ...(hash === undefined ? {} : { 'pod-template-hash': hash }) } },
    spec: { containers: [{ name: 'app', image }] },
  });
  const set = (name: string, revision: number, image: string, pods: number, ready = pods): KubeObject => ({
    metadata: {
      name,
      resourceVersion: name,
      annotations: { 'deployment.kubernetes.io/revision': String(revision) },
      ownerReferences: [{ uid: 'orders' }],
    },
    spec: { replicas: pods, template: template(image, name) },
    status: { readyReplicas: ready },
  });

  function opened(image: string, sets: readonly KubeObject[], more: object = {}) {
    const cluster = clusterInMemory('n');
    const spec = { template: template(image), strategy: { type: 'RollingUpdate' }, ...more };
    cluster.objects.set(`${folder}/orders`, deployment('orders', 8, 8, spec));
    for (const each of sets) cluster.objects.set(`/apis/apps/v1/namespaces/n/replicasets/${each.metadata?.name}`, each);
    const traffic = new RollingTraffic({ kind: 'rolling', deployment: 'orders', ...place }, cluster);
    const image_ = () => {
      const found = Object(cluster.objects.get(`${folder}/orders`)?.['spec']).template;
      return found.spec.containers[0].image;
    };
    return { cluster, traffic, image: image_ };
  }

  it('that was taken back stays back when it is taken back once more', async () => {
    const { cluster, traffic, image } = opened('orders:2', [set('r1', 1, 'orders:1', 4), set('r2', 2, 'orders:2', 4)]);
    await traffic.write(await traffic.read(signal), { weight: 0, record: moved(50, 0, 'rolled-back') }, signal);
    expect(image()).toBe('orders:1');
    cluster.objects.set('/apis/apps/v1/namespaces/n/replicasets/r1', set('r1', 3, 'orders:1', 8));
    cluster.objects.set('/apis/apps/v1/namespaces/n/replicasets/r2', set('r2', 2, 'orders:2', 0));
    const seen = await traffic.read(signal);
    expect(seen).toMatchObject({ weight: 0, live: 0 });
    await traffic.write(seen, { weight: 0, record: moved(0, 0, 'rolled-back') }, signal);
    expect(image()).toBe('orders:1');
  });

  it('has not arrived at 100 % while pods are not ready', async () => {
    const { cluster, traffic } = opened('orders:2', [set('r2', 2, 'orders:2', 8, 2)]);
    const record = JSON.stringify(moved(50, 100));
    const object = cluster.objects.get(`${folder}/orders`) ?? {};
    const metadata = { ...object.metadata, annotations: { 'shipgate.dev/rollout': record } };
    cluster.objects.set(`${folder}/orders`, { ...object, metadata });
    const seen = await traffic.read(signal);
    expect(seen.weight).toBe(100);
    expect(seen.live).toBeLessThan(0);
  });

  it('is not begun on behind a rollback when nobody paused it', async () => {
    const { cluster, traffic } = opened('orders:1', [set('r1', 3, 'orders:1', 8), set('r2', 2, 'orders:2', 0)]);
    const record = JSON.stringify(moved(50, 0, 'rolled-back'));
    const object = cluster.objects.get(`${folder}/orders`) ?? {};
    const metadata = { ...object.metadata, annotations: { 'shipgate.dev/rollout': record } };
    cluster.objects.set(`${folder}/orders`, { ...object, metadata });
    const seen = await traffic.read(signal);
    expect(() => traffic.plan(seen, 25)).toThrow(/one that is not paused/);
  });
});
