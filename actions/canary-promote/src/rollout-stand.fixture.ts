/** All that a real rollout needs: two releases, HAProxy in front of them, and requests that never end. */
import autocannon from 'autocannon';
import { type FrontingProxy, type ProxySeen, startFrontingProxy } from './fronting-proxy.fixture.ts';
import { type GateFolder, gateFolder } from './gate-process.fixture.ts';
import { type ServingPods, startServingPods } from './serving-pods.fixture.ts';

export interface RolloutStand {
  readonly pods: ServingPods;
  readonly proxy: FrontingProxy;
  readonly folder: GateFolder;
  close(): Promise<void>;
}

export async function startStand(haproxy: string, lane: string, perSecond: number): Promise<RolloutStand> {
  const pods = await startServingPods(lane);
  const proxy = await startFrontingProxy(haproxy, pods);
  const folder = gateFolder();
  const load = autocannon({
    url: 'http://orders.test/',
    socketPath: proxy.front,
    connections: 5,
    overallRate: perSecond,
    duration: 600,
    timeout: 5,
  });
  return {
    pods,
    proxy,
    folder,
    close: async () => {
      load.stop();
      await load;
      await proxy.stop();
      pods.close();
      folder.remove();
    },
  };
}

export interface Watched {
  readonly at: number;
  readonly seen: ProxySeen;
}

/** Asks HAProxy again and again until told to stop; what it answered differently from before. */
export function watchProxy(
  proxy: FrontingProxy,
  every: number,
): { readonly seen: readonly Watched[]; stop(): Promise<void> } {
  const seen: Watched[] = [];
  let isOver = false;
  const loop = async () => {
    while (!isOver) {
      const now = await proxy.seen().catch(() => undefined);
      if (now !== undefined) seen.push({ at: performance.now(), seen: now });
      await new Promise((resolve) => setTimeout(resolve, every));
    }
  };
  const looping = loop();
  return {
    seen,
    stop: async () => {
      isOver = true;
      await looping;
    },
  };
}
