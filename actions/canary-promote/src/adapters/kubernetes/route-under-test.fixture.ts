/** A route in a cluster, as the contract of all traffic wants it. */
import { isRecord } from '@shipgate/kit/host';
import type { TrafficUnderTest } from '../testing/traffic-contract.ts';
import type { Cluster } from './cluster.ts';
import { ObjectTraffic } from './object-traffic.ts';
import type { RouteExample } from './routes.fixture.ts';

const { signal } = new AbortController();

/** Creates the object of the example. */
export async function routeUnderTest(example: RouteExample, cluster: Cluster): Promise<TrafficUnderTest> {
  const { kind, rules, object, weights } = example;
  const path = rules.path(cluster.namespace);
  await cluster.create(path.replace(/\/[^/]+$/, ''), object, signal);
  const open = () => new ObjectTraffic({ kind, cluster, rules, stableDeployment: undefined });
  const traffic = open();
  let edits = 0;
  return {
    traffic,
    second: open(),
    weights,
    foreign: async (weight) => {
      edits += 1;
      const changed = example.foreign(await cluster.get(path, signal), weight);
      // An edit that changes nothing would be none.
      const metadata = { ...changed.metadata, labels: { edits: String(edits) } };
      await cluster.replace(path, { ...changed, metadata }, signal);
    },
    state: async () => {
      const { spec } = await cluster.get(path, signal);
      return new Map(leaves(spec, '/spec').map(([pointer, value]) => [`${traffic.description} ${pointer}`, value]));
    },
  };
}

/** Every value that is no list and no object, by its JSON Pointer. */
function leaves(value: unknown, pointer: string): readonly (readonly [string, unknown])[] {
  const isList = Array.isArray(value);
  if (!isList && !isRecord(value)) return [[pointer, value]];
  return Object.entries(value).flatMap(([name, each]) =>
    leaves(each, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}
