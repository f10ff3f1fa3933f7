/** A cluster of tests that keeps objects and their versions as an API server does, without definitions and defaults. */
import { isDeepStrictEqual } from 'node:util';
import { TrafficError } from '../../steering/traffic.ts';
import type { Cluster, KubeObject } from './cluster.ts';
import { patched } from './routes/json-patch.fixture.ts';

/** `objects` by their paths: tests may look and change. */
export interface ClusterInMemory extends Cluster {
  readonly objects: Map<string, KubeObject>;
}

export function clusterInMemory(namespace: string): ClusterInMemory {
  const objects = new Map<string, KubeObject>();
  let version = 0;
  const found = (path: string, signal: AbortSignal): KubeObject => {
    if (signal.aborted) throw new TrafficError('unavailable', 'aborted');
    const object = objects.get(path);
    if (object === undefined) throw new TrafficError('missing', `${path} is not there`);
    return object;
  };
  const store = (path: string, { metadata, ...rest }: KubeObject): KubeObject => {
    version += 1;
    const object = { ...rest, metadata: { ...metadata, namespace, resourceVersion: String(version) } };
    objects.set(path, object);
    return structuredClone(object);
  };
  return {
    description: 'memory',
    namespace,
    objects,
    get: async (path, signal) => structuredClone(found(path, signal)),
    list: async (path) => [...objects].flatMap(([key, object]) => (key.startsWith(`${path}/`) ? [object] : [])),
    patch: async (path, operations, signal) => {
      const before = found(path, signal);
      const after = attempt(() => patched(before, operations));
      return isDeepStrictEqual(before, after) ? structuredClone(before) : store(path, after);
    },
    create: async (folder, object) => {
      const path = `${folder}/${object.metadata?.name}`;
      if (objects.has(path)) throw new TrafficError('conflict', `${path} is there`);
      return store(path, structuredClone(object));
    },
    replace: async (path, object, signal) => {
      const before = found(path, signal);
      if (before.metadata?.resourceVersion !== object.metadata?.resourceVersion)
        throw new TrafficError('conflict', `${path} is at another version`);
      return isDeepStrictEqual(before, object) ? structuredClone(before) : store(path, structuredClone(object));
    },
  };
}

function attempt(apply: () => KubeObject): KubeObject {
  try {
    return apply();
  } catch (error) {
    throw new TrafficError('conflict', 'the patch does not apply', { cause: error });
  }
}
