/** A run that is cancelled at any call of the router or the lock: `on-cancel: rollback` takes the traffic back all the same. */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan.ts';
import { same, plan as usual } from '../rollout.fixture.ts';
import { runIn } from './run.fixture.ts';
import { type Traffic, TrafficError } from './traffic.ts';
import { leaseOf, trafficOf, type World, world } from './world.fixture.ts';

const plan: Plan = {
  ...usual,
  onCancel: 'rollback',
  steps: [10, 50].map((weight) => ({ weight, hold: 60, max: 1800, manual: false })),
};

/** Cancelled at the n-th call: before it is made, or when its effect is there and its answer is cut off. */
function cancelledAt(w: World, n: number, when: 'before' | 'behind') {
  const control = new AbortController();
  let calls = 0;
  const wrap =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      calls += 1;
      if (calls !== n) return await call(...args);
      if (when === 'behind') await call(...args);
      control.abort('SIGINT');
      if (when === 'before') return await call(...args);
      throw new TrafficError('unknown-effect', 'cut off');
    };
  const [traffic, lease] = [trafficOf(w), leaseOf(w)];
  return {
    control,
    traffic: { ...traffic, read: wrap(traffic.read), write: wrap(traffic.write) } satisfies Traffic,
    lease: { ...lease, write: wrap(lease.write) },
  };
}

describe('a run that is cancelled', () => {
  it.each(['before', 'behind'] as const)('at any call, %s its effect, leaves nothing on the canary', async (when) => {
    let points = 0;
    for (let n = 1; ; n += 1) {
      const w = world(same(100, 0.002));
      const { control, ...ports } = cancelledAt(w, n, when);
      const run = runIn(w, { plan, signal: control.signal, ...ports });
      await run.catch((error: unknown) => {
        // Before it has the lock a run may only give up.
        if (!(error instanceof TrafficError)) throw error;
      });
      if (!control.signal.aborted) break;
      points += 1;
      const isPromoted = w.record?.state === 'promoted';
      expect([n, w.weight], JSON.stringify(w.record)).toEqual([n, isPromoted ? 50 : 0]);
    }
    expect(points).toBeGreaterThan(20);
  });
});
