/** Each route on a real API server, with the published definitions and their validation. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runs } from '../../../../../scripts/vitest/thoroughly.ts';
import type { RolloutRecord } from '../../steering/record.ts';
import { TrafficError } from '../../steering/traffic.ts';
import { type ControlPlane, hasControlPlane, startControlPlane } from '../testing/control-plane.fixture.ts';
import { applyCustomResources } from '../testing/custom-resources.fixture.ts';
import { trafficContract } from '../testing/traffic-contract.ts';
import { type Cluster, type KubeObject, RECORD_ANNOTATION } from './cluster.ts';
import { ObjectTraffic } from './object-traffic.ts';
import { routeUnderTest } from './route-under-test.fixture.ts';
import { type RouteExample, routeExamples } from './routes.fixture.ts';

const RACES = runs(100, 20);

const record: RolloutRecord = {
  version: 1,
  id: '2.4.0@2026-11-20T14:00:00.000Z',
  planHash: 'a'.repeat(64),
  canary: '2.4.0',
  epoch: 1,
  state: 'running',
  safeWeight: 0,
  from: 0,
  weight: 0,
  step: 0,
  log: [],
  approvals: [],
};
const signal = AbortSignal.timeout(300_000);

/** Without what the server counts up, and without what is ours. */
function theirs(object: KubeObject, rules: RouteExample['rules']): unknown {
  const {
    resourceVersion: _,
    generation: _g,
    managedFields: _m,
    annotations = {},
    ...metadata
  } = object.metadata ?? {};
  const { [RECORD_ANNOTATION]: _r, ...foreign } = annotations;
  const copy = structuredClone({ ...object, metadata: { ...metadata, annotations: foreign } });
  // The weights themselves: those of the pair, set alike.
  for (const operation of rules.operations(object, 100)) {
    if (operation.op === 'replace' || operation.op === 'add') put(copy, operation.path, 'weight');
  }
  return copy;
}

/** An edit that changes something in every race: one that changes nothing is none. */
function marked(object: KubeObject, race: number): KubeObject {
  return { ...object, metadata: { ...object.metadata, labels: { race: String(race) } } };
}

function put(object: object, pointer: string, value: string): void {
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = names.pop() ?? '';
  let at: Record<string, unknown> = Object(object);
  for (const name of names) at = Object(at[name]);
  at[last] = value;
}

describe.skipIf(!hasControlPlane())('a real API server', () => {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await startControlPlane();
    await applyCustomResources(plane, ['istio', 'gateway-api']);
  }, 180_000);
  afterAll(() => plane?.stop());

  describe.each(routeExamples)('with $name', (example) => {
    const { kind, rules, object, weights, foreign } = example;
    let count = 0;
    const opened = async () => {
      count += 1;
      const cluster = await plane.cluster(`${kind}-${count}`);
      const folder = rules.path(cluster.namespace).replace(/\/[^/]+$/, '');
      await cluster.create(folder, object, signal);
      return { cluster, folder, traffic: new ObjectTraffic({ kind, cluster, rules, stableDeployment: undefined }) };
    };
    const raw = (cluster: Cluster) => cluster.get(rules.path(cluster.namespace), signal);

    it('moves through every weight and back, and changes nothing else', async () => {
      const { cluster, traffic } = await opened();
      const before = await raw(cluster);
      let seen = await traffic.read(signal);
      expect(seen).toMatchObject({ weight: 0, live: 0, record: undefined, managedBy: undefined });
      for (const weight of weights) {
        const effects = traffic.plan(seen, weight);
        expect(effects.length).toBeGreaterThan(0);
        seen = await traffic.write(seen, { weight, record: { ...record, weight } }, signal);
        expect(seen).toMatchObject({ weight, live: weight, record: { weight } });
        const after = await raw(cluster);
        expect(rules.read(after)).toEqual({ canary: weight, live: weight });
        expect(JSON.stringify(theirs(after, rules))).toBe(JSON.stringify(theirs(before, rules)));
      }
    });

    it(`never overwrites a change made between reading and writing, in ${RACES} of ${RACES}`, async () => {
      const { cluster, traffic } = await opened();
      for (let race = 0; race < RACES; race += 1) {
        const seen = await traffic.read(signal);
        const mine = weights[race % weights.length] ?? 0;
        const others = kind === 'blue-green' ? (race % 2) * 100 : 1 + (race % 98);
        const edit = marked(foreign(await raw(cluster), others), race);
        const theirEdit = await cluster.replace(rules.path(cluster.namespace), edit, signal);
        const write = traffic.write(seen, { weight: mine, record: { ...record, epoch: race } }, signal);
        await expect(write).rejects.toMatchObject({ code: 'conflict' });
        expect(await raw(cluster)).toEqual(theirEdit);
      }
    }, 120_000);

    it(`lets one of two win that write at the same moment, in ${RACES} races`, async () => {
      const { cluster, traffic } = await opened();
      for (let race = 0; race < RACES; race += 1) {
        const seen = await traffic.read(signal);
        const mine = weights[race % weights.length] ?? 0;
        const others = kind === 'blue-green' ? (race % 2) * 100 : 1 + (race % 98);
        const [written, edited] = await Promise.allSettled([
          traffic.write(seen, { weight: mine, record: { ...record, epoch: race } }, signal),
          cluster.replace(rules.path(cluster.namespace), marked(foreign(Object(seen.token), others), race), signal),
        ]);
        const now = rules.read(await raw(cluster)).canary;
        if (edited.status === 'fulfilled') {
          // The edit was first: ours is refused, and what is there is theirs.
          expect(written.status).toBe('rejected');
          expect(written.status === 'rejected' && written.reason).toBeInstanceOf(TrafficError);
          expect(written.status === 'rejected' && written.reason.code).toBe('conflict');
          expect(now).toBe(others);
        } else {
          expect(written.status).toBe('fulfilled');
          expect(now).toBe(mine);
        }
      }
    }, 120_000);

    it('takes any edit between reading and writing for a conflict, and works after reading again', async () => {
      const { cluster, traffic } = await opened();
      const seen = await traffic.read(signal);
      const path = '/metadata/labels';
      await cluster.patch(rules.path(cluster.namespace), [{ op: 'add', path, value: { touched: 'yes' } }], signal);
      const [weight = 100] = weights;
      await expect(traffic.write(seen, { weight, record }, signal)).rejects.toMatchObject({ code: 'conflict' });
      expect(rules.read(await raw(cluster)).canary).toBe(0);
      await traffic.write(await traffic.read(signal), { weight, record }, signal);
      expect(rules.read(await raw(cluster)).canary).toBe(weight);
    });

    it('sees who manages it, and an object that is gone', async () => {
      const { cluster, traffic } = await opened();
      const path = '/metadata/labels';
      const value = { 'kustomize.toolkit.fluxcd.io/name': 'orders' };
      await cluster.patch(rules.path(cluster.namespace), [{ op: 'add', path, value }], signal);
      expect((await traffic.read(signal)).managedBy).toBe('Flux Kustomization orders');
      const elsewhere = await plane.cluster(`${kind}-empty`);
      const missing = new ObjectTraffic({ kind, cluster: elsewhere, rules, stableDeployment: undefined });
      await expect(missing.read(signal)).rejects.toMatchObject({ code: 'missing' });
    });
  });

  const [istio, gateway] = routeExamples;
  it.each([
    // Istio's definition sets no bounds; our rules do.
    ['a VirtualService with a weight that is text', istio, 'weight', 'heavy'],
    ['an HTTPRoute with a weight above 1,000,000', gateway, 'weight', 1_000_001],
    ['an HTTPRoute with a weight below 0', gateway, 'weight', -1],
  ])('refuses %s: validation is on', async (_, example, name, value) => {
    if (example === undefined) throw new Error('no example');
    const cluster = await plane.cluster('validation');
    const path = example.rules.path('validation');
    const folder = path.replace(/\/[^/]+$/, '');
    await cluster.create(folder, example.object, signal).catch(() => undefined);
    const [{ path: pointer } = { path: '' }] = example.rules
      .operations(await cluster.get(path, signal), 50)
      .filter(({ path: each }) => each.endsWith(`/${name}`));
    await expect(cluster.patch(path, [{ op: 'add', path: pointer, value }], signal)).rejects.toMatchObject({
      code: 'refused',
    });
  });

  let contracts = 0;
  for (const example of routeExamples)
    trafficContract(example.name, async () => {
      contracts += 1;
      return await routeUnderTest(example, await plane.cluster(`${example.kind}-contract-${contracts}`));
    });
});
