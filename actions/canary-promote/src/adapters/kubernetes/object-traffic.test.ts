import { describe, expect, it } from 'vitest';
import { sampleRecord, trafficContract } from '../testing/traffic-contract.ts';
import { type Cluster, RECORD_ANNOTATION } from './cluster.ts';
import { type ClusterInMemory, clusterInMemory } from './cluster-in-memory.fixture.ts';
import { ObjectTraffic } from './object-traffic.ts';
import { routeUnderTest } from './route-under-test.fixture.ts';
import { gatewayRoutes } from './routes/gateway-api.ts';
import { routeExamples } from './routes.fixture.ts';

const { signal } = new AbortController();

for (const example of routeExamples)
  trafficContract(`${example.name} in memory`, () => routeUnderTest(example, clusterInMemory('shop')));

describe.each(routeExamples)('$name', (example) => {
  const { kind, rules, object, weights } = example;
  const path = rules.path('shop');
  const [weight = 0] = weights;
  const opened = async (over: Partial<Cluster> = {}, stableDeployment?: string) => {
    const cluster = clusterInMemory('shop');
    await cluster.create(path.replace(/\/[^/]+$/, ''), object, signal);
    return { cluster, traffic: new ObjectTraffic({ kind, cluster: { ...cluster, ...over }, rules, stableDeployment }) };
  };
  const annotate = ({ objects }: ClusterInMemory, text: string) => {
    const { metadata, ...rest } = objects.get(path) ?? {};
    objects.set(path, { ...rest, metadata: { ...metadata, annotations: { [RECORD_ANNOTATION]: text } } });
  };

  it('is described by kind, namespace and name', async () => {
    const { traffic } = await opened();
    expect(traffic.description).toBe(`${rules.kind} shop/order-service`);
  });

  it('is written in one patch that begins with a test of its version', async () => {
    const sent: unknown[] = [];
    const { cluster, traffic } = await opened({
      patch: async (where, operations, each) => {
        sent.push(where, operations[0]);
        return await cluster.patch(where, operations, each);
      },
    });
    await traffic.write(await traffic.read(signal), { weight, record: sampleRecord() }, signal);
    expect(sent).toEqual([path, { op: 'test', path: '/metadata/resourceVersion', value: '1' }]);
  });

  it('keeps its annotations beside the record, and needs none', async () => {
    const { cluster, traffic } = await opened();
    const before = await cluster.get(path, signal);
    await traffic.write(await traffic.read(signal), { record: sampleRecord() }, signal);
    const { [RECORD_ANNOTATION]: text, ...others } = (await cluster.get(path, signal)).metadata?.annotations ?? {};
    expect(text).toBe(JSON.stringify(sampleRecord()));
    expect(others).toEqual(before.metadata?.annotations ?? {});
  });

  it('refuses a record that is none', async () => {
    const { cluster, traffic } = await opened();
    annotate(cluster, '{"version": 2}');
    await expect(traffic.read(signal)).rejects.toMatchObject({ code: 'odd-record' });
  });

  it('knows the ready pods of stable by its Deployment alone', async () => {
    const { cluster, traffic } = await opened({}, 'orders');
    await expect(traffic.read(signal)).rejects.toMatchObject({ code: 'missing' });
    const deployment = '/apis/apps/v1/namespaces/shop/deployments/orders';
    cluster.objects.set(deployment, { status: { readyReplicas: 3 } });
    const seen = await traffic.read(signal);
    expect(seen.stablePods).toBe(3);
    expect((await traffic.write(seen, { weight, record: sampleRecord() }, signal)).stablePods).toBe(3);
    // The API leaves it out where it is 0.
    cluster.objects.set(deployment, { status: {} });
    expect((await traffic.read(signal)).stablePods).toBe(0);
    expect((await (await opened()).traffic.read(signal)).stablePods).toBeUndefined();
  });
});

describe('the effects of a move', () => {
  const rules = gatewayRoutes({ httpRoute: 'orders', stable: 'blue', canary: 'green' });
  const planned = async (blue: number | undefined, green: number, weight: number) => {
    const cluster = clusterInMemory('shop');
    const backendRefs = [
      { name: 'blue', ...(blue === undefined ? {} : { weight: blue }) },
      { name: 'green', weight: green },
    ];
    cluster.objects.set(rules.path('shop'), { metadata: { name: 'orders' }, spec: { rules: [{ backendRefs }] } });
    const traffic = new ObjectTraffic({ kind: 'gateway-api', cluster, rules, stableDeployment: undefined });
    return traffic.plan(await traffic.read(signal), weight);
  };
  const object = 'HTTPRoute shop/orders';
  const path = (at: number) => `/spec/rules/0/backendRefs/${at}/weight`;

  it('are the values that become others, and those alone', async () => {
    expect(await planned(90, 30, 10)).toEqual([{ object, path: path(1), from: 30, to: 10 }]);
    expect(await planned(undefined, 0, 10)).toEqual([
      { object, path: path(0), from: undefined, to: 90 },
      { object, path: path(1), from: 0, to: 10 },
    ]);
  });

  it('are none for the percent that is there, however it is written', async () => {
    expect(await planned(9, 1, 10)).toEqual([]);
    expect(await planned(undefined, 0, 0)).toEqual([]);
  });
});
