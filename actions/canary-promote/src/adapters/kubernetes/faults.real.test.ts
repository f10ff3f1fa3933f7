/** An API server that fails for two minutes of a rollout: it holds, then goes on by itself, and no weight is lost or given twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { same, plan as usual } from '../../rollout.fixture.ts';
import { runIn } from '../../steering/run.fixture.ts';
import { metricsOf, timerOf, world } from '../../steering/world.fixture.ts';
import { Calls, usualLimits } from '../calls.ts';
import { type ControlPlane, hasControlPlane, startControlPlane } from '../testing/control-plane.fixture.ts';
import { applyCustomResources } from '../testing/custom-resources.fixture.ts';
import { type FaultyProxy, faults, startFaultyProxy } from '../testing/faulty-proxy.ts';
import { httpCluster } from './http-cluster.ts';
import { LeaseCell } from './lease-cell.ts';
import { ObjectTraffic } from './object-traffic.ts';
import { routeExamples } from './routes.fixture.ts';

const [istio] = routeExamples;
/** As in use, in a hundredth of the time: the clock of the rollout is the world's, that of a call the machine's. */
const limits = { ...usualLimits, timeout: 250, firstWait: 3, longestWait: 30, patience: 100, restFor: 100 };
const good = same(100, 0.002);
const plan = { ...usual, steps: [10, 25, 50, 100].map((weight) => ({ weight, hold: 240, max: 3600, manual: false })) };

describe.skipIf(!hasControlPlane())('a rollout on a real API server that fails for two minutes', () => {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await startControlPlane();
    await applyCustomResources(plane, ['istio']);
  }, 180_000);
  afterAll(() => plane?.stop());

  it.each(faults)(
    'with %s holds, then goes on by itself',
    async (fault) => {
      if (istio === undefined) throw new Error('no example');
      const { rules, object } = istio;
      const namespace = `fault-${fault.replaceAll(' ', '-')}`;
      const direct = await plane.cluster(namespace);
      await direct.create(rules.path(namespace).replace(/\/[^/]+$/, ''), object, AbortSignal.timeout(30_000));
      const proxy = await startFaultyProxy(direct);
      try {
        const calls = new Calls(limits);
        const cluster = httpCluster({
          ...{ description: 'a proxy', namespace, url: proxy.url, calls },
          authenticate: () => Promise.resolve(),
        });
        const traffic = new ObjectTraffic({ kind: 'istio', cluster, rules, stableDeployment: undefined });
        const w = world(good);
        const began = w.now;
        // Faults come when the second step is asked for, and last for two minutes of the rollout.
        const timer = timerOf(w, () => setFault(proxy, fault, (w.now - began) / 1000));
        const watched = {
          ...w,
          get weight() {
            return current;
          },
        };
        let current = 0;
        const written: number[] = [];
        const noted: typeof traffic = Object.assign(Object.create(traffic), {
          read: async (signal: AbortSignal) => {
            const seen = await traffic.read(signal);
            current = seen.weight;
            return seen;
          },
          write: async (...args: Parameters<typeof traffic.write>) => {
            const seen = await traffic.write(...args);
            current = seen.weight;
            if (args[1].weight !== undefined) written.push(args[1].weight);
            return seen;
          },
        });
        const lease = new LeaseCell(cluster, 'shipgate-order-service');
        const { rollout, entries } = await runIn(w, {
          plan,
          timer,
          traffic: noted,
          lease,
          metrics: metricsOf(watched, began),
        });
        expect(rollout?.decision.action).toBe('finish');
        const final = await direct.get(rules.path(namespace), AbortSignal.timeout(30_000));
        expect(rules.read(final).canary).toBe(100);
        const moves = entries.flatMap((entry) => (entry.event === 'moving' ? [entry.step] : []));
        expect(moves).toEqual([0, 1, 2, 3]);
        if (fault !== 'cut behind') expect(written).toEqual([10, 25, 50, 100]);
        const troubles = entries.filter((entry) => entry.event === 'traffic' && entry.trouble !== undefined);
        expect(troubles.length).toBeGreaterThan(0);
        const count = calls.count;
        if (fault !== '409') expect(count.failed + count.repeated).toBeGreaterThan(0);
        expect(proxy.seen()).toBe(count.sent);
        // Bounded: a call is tried three times at most, and the breaker keeps the rest back.
        const rounds = entries.filter(({ event }) => event === 'stratum').length;
        expect(count.sent).toBeLessThan(rounds * 14);
      } finally {
        proxy.close();
      }
    },
    120_000,
  );
});

function setFault(proxy: FaultyProxy, fault: FaultyProxy['fault'], seconds: number): void {
  proxy.fault = seconds > 300 && seconds < 420 ? fault : undefined;
}
