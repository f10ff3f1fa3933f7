/** Two Deployments on a real API server with the real controllers; nodes are a stand-in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runs } from '../../../../../scripts/vitest/thoroughly.ts';
import type { ReplicaOptions } from '../../plan/router.ts';
import { usualRecord } from '../../steering/record.fixture.ts';
import type { RolloutRecord } from '../../steering/record.ts';
import { type Seen, TrafficError } from '../../steering/traffic.ts';
import { type ControlPlane, hasControlPlane, startControlPlane } from '../testing/control-plane.fixture.ts';
import { type Kubelet, startKubelet } from '../testing/kubelet.fixture.ts';
import type { Cluster, KubeObject } from './cluster.ts';
import { RECORD_ANNOTATION } from './cluster.ts';
import { deploymentPath } from './deployment.ts';
import { ReplicaTraffic } from './replicas.ts';

const RACES = runs(100, 20);

const signal = AbortSignal.timeout(300_000);

function deployment(name: string, replicas: number): KubeObject {
  const labels = { app: 'orders', release: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, annotations: { 'example.com/owner': 'team-orders' } },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'app', image: `orders:${name}` }] } },
    },
  };
}

const options: ReplicaOptions = {
  kind: 'replicas',
  context: undefined,
  namespace: undefined,
  managed: 'refuse',
  stableDeployment: undefined,
  stable: 'old',
  canary: 'new',
  total: undefined,
};

describe.skipIf(!hasControlPlane())('two Deployments on a real API server', () => {
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

  async function opened(): Promise<{ cluster: Cluster; traffic: ReplicaTraffic }> {
    count += 1;
    const cluster = await plane.cluster(`replicas-${count}`);
    kubelets.push(startKubelet(cluster));
    const folder = deploymentPath(cluster.namespace, 'x').replace(/\/x$/, '');
    await cluster.create(folder, deployment('old', 20), signal);
    await cluster.create(folder, deployment('new', 0), signal);
    return { cluster, traffic: new ReplicaTraffic(options, cluster) };
  }

  /** Controllers write the objects too: a conflict is read and tried again, as a rollout does it. */
  async function written(traffic: ReplicaTraffic, next: RolloutRecord, weight: number): Promise<Seen> {
    for (;;) {
      try {
        return await traffic.write(await traffic.read(signal), { weight, record: next }, signal);
      } catch (error) {
        if (!(error instanceof TrafficError) || error.code !== 'conflict') throw error;
      }
    }
  }

  const raw = (cluster: Cluster, name: string) => cluster.get(deploymentPath(cluster.namespace, name), signal);

  function theirs(object: KubeObject): string {
    const { metadata = {}, spec, apiVersion, kind } = object;
    const { annotations = {}, labels, name } = metadata;
    const foreign = Object.fromEntries(
      Object.entries(annotations).filter(
        ([key]) => !key.startsWith('shipgate.dev/') && !key.startsWith('deployment.kubernetes.io/'),
      ),
    );
    return JSON.stringify({ apiVersion, kind, name, labels, foreign, spec: { ...Object(spec), replicas: 0 } });
  }

  const record = (from: number, weight: number): RolloutRecord => ({
    ...usualRecord,
    from,
    weight,
    log: [{ step: 0, from, weight, cause: 'step', asked: 1 }],
  });

  it('move through every weight and back, and nothing else of them changes', async () => {
    const { cluster, traffic } = await opened();
    const before = [theirs(await raw(cluster, 'old')), theirs(await raw(cluster, 'new'))];
    let seen = await traffic.read(signal);
    expect(seen.weight).toBe(0);
    for (const weight of [10, 25, 50, 100, 0]) {
      seen = await written(traffic, record(seen.weight, weight), weight);
      expect(seen.weight).toBe(weight);
      while (seen.live !== weight) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        seen = await traffic.read(signal);
      }
      const objects = [await raw(cluster, 'old'), await raw(cluster, 'new')];
      expect(objects.map((object) => Object(object['spec']).replicas)).toEqual([20 - weight / 5, weight / 5]);
      expect(objects.map(theirs)).toEqual(before);
    }
  }, 120_000);

  it(`never overwrite a scale of somebody else, in ${RACES} races`, async () => {
    const { cluster, traffic } = await opened();
    let conflicts = 0;
    for (let race = 0; race < RACES; race += 1) {
      const seen = await traffic.read(signal);
      const name = race % 2 === 0 ? 'new' : 'old';
      const others = 30 + race;
      const path = deploymentPath(cluster.namespace, name);
      const scale = { op: 'replace', path: '/spec/replicas', value: others } as const;
      const [written] = await Promise.allSettled([
        traffic.write(seen, { weight: 50, record: record(0, 50) }, signal),
        cluster.patch(path, [scale], signal),
      ]);
      if (written.status === 'rejected') {
        // Behind the first of the two patches nobody may take it for a write that was not done.
        expect(['conflict', 'unknown-effect']).toContain(written.reason.code);
        expect(Object((await raw(cluster, name))['spec']).replicas).toBe(others);
        conflicts += 1;
      }
      for (const [each, replicas] of [
        ['old', 20],
        ['new', 0],
      ] as const) {
        const { metadata } = await raw(cluster, each);
        const foreign = Object.entries(metadata?.annotations ?? {}).filter(([key]) => !key.startsWith('shipgate.dev/'));
        const operations = [
          { op: 'replace', path: '/spec/replicas', value: replicas },
          { op: 'replace', path: '/metadata/annotations', value: Object.fromEntries(foreign) },
        ] as const;
        await cluster.patch(deploymentPath(cluster.namespace, each), operations, signal).catch(() => undefined);
      }
    }
    expect(conflicts).toBeGreaterThan(0);
  }, 180_000);

  it('show a move that a dead run left half done as the weight before, and complete it', async () => {
    const { cluster, traffic } = await opened();
    const seen = await traffic.read(signal);
    const half = {
      op: 'add',
      path: '/metadata/annotations',
      value: { [RECORD_ANNOTATION]: JSON.stringify(record(0, 25)), 'shipgate.dev/total': `20 ${usualRecord.id}` },
    } as const;
    const path = deploymentPath(cluster.namespace, 'new');
    await cluster.patch(path, [half, { op: 'replace', path: '/spec/replicas', value: 5 }], signal);
    expect(seen.weight).toBe(0);
    const dead = await traffic.read(signal);
    expect(dead).toMatchObject({ weight: 0, record: { weight: 25 } });
    const done = await traffic.write(dead, { weight: 25, record: record(0, 25) }, signal);
    expect(done.weight).toBe(25);
    expect(Object((await raw(cluster, 'old'))['spec']).replicas).toBe(15);
  });

  it('refuse a weight that their pods cannot make, and a scale of somebody else is seen', async () => {
    const { cluster, traffic } = await opened();
    const seen = await traffic.read(signal);
    expect(() => traffic.plan(seen, 1)).toThrow(/20 pods, of which 1 are 5 %/);
    await traffic.write(seen, { weight: 25, record: record(0, 25) }, signal);
    const path = deploymentPath(cluster.namespace, 'old');
    await cluster.patch(path, [{ op: 'replace', path: '/spec/replicas', value: 3 }], signal);
    expect((await traffic.read(signal)).weight).toBe(62.5);
  });
});
