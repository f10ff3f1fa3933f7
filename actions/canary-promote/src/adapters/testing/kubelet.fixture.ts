/** In the place of nodes: every pod that a controller makes is running and ready a moment later. */
import type { Cluster, KubeObject } from '../kubernetes/cluster.ts';

export interface Kubelet {
  stop(): Promise<void>;
}

/** Looks every 50 ms. `isReady` may keep pods unready. */
export function startKubelet(cluster: Cluster, isReady: (pod: KubeObject) => boolean = () => true): Kubelet {
  let isStopped = false;
  const working = (async () => {
    while (!isStopped) {
      await round(cluster, isReady).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  return {
    stop: async () => {
      isStopped = true;
      await working;
    },
  };
}

async function round(cluster: Cluster, isReady: (pod: KubeObject) => boolean): Promise<void> {
  const folder = `/api/v1/namespaces/${cluster.namespace}/pods`;
  const signal = AbortSignal.timeout(10_000);
  for (const pod of await cluster.list(folder, {}, signal)) {
    const path = `${folder}/${pod.metadata?.name}`;
    const { phase } = Object(pod['status']);
    if (phase === 'Running' || !isReady(pod)) continue;
    await cluster
      .patch(`${path}/status`, [{ op: 'add', path: '/status', value: running() }], signal)
      .catch(() => undefined);
  }
}

function running(): object {
  const at = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const condition = (type: string) => ({ type, status: 'True', lastTransitionTime: at });
  return {
    phase: 'Running',
    startTime: at,
    conditions: ['Initialized', 'Ready', 'ContainersReady', 'PodScheduled'].map(condition),
  };
}
