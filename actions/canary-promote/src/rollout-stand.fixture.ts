/** All that a real rollout needs: two releases, HAProxy in front of them, and requests that never end. */
import { setTimeout as wait } from 'node:timers/promises';
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

/** What HAProxy said from one moment on, and when. */
export interface ProxyWatch {
  readonly seen: readonly (ProxySeen & { readonly at: number })[];
  stop(): Promise<void>;
}

/** Asks HAProxy again and again, milliseconds apart, until told to stop. While it is down nothing is noted. */
export function watchProxy(proxy: FrontingProxy, every: number): ProxyWatch {
  const seen: (ProxySeen & { at: number })[] = [];
  let isOver = false;
  const loop = async () => {
    while (!isOver) {
      const now = await proxy.seen().catch(() => undefined);
      if (now !== undefined) seen.push({ ...now, at: performance.now() });
      await wait(every);
    }
  };
  const looping = loop();
  return {
    seen,
    stop: async () => {
      isOver = true;
      await looping;
      // On a busy machine the last look may be older than what happened since.
      const now = await proxy.seen().catch(() => undefined);
      if (now !== undefined) seen.push({ at: performance.now(), ...now });
    },
  };
}

/** Until HAProxy gives the canary this much; the test's own time limit ends it. */
export async function untilWeight(proxy: FrontingProxy, weight: number): Promise<void> {
  while ((await proxy.seen()).weight !== weight) await wait(20);
}

/** The metric of the pods in the plans of these tests. */
export function errorsOf(lane: string) {
  const series = `http_requests_total{lane="${lane}"}`;
  return { name: 'errors', critical: true, total: series, bad: series.replace('}', ',code="500"}') };
}
