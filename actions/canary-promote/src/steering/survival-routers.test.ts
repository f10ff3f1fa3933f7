/** The kill matrix of survival.test.ts on routers that write twice, and on routers whose traffic lags. */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan.ts';
import type { Metrics } from '../ports.ts';
import { same, plan as usual } from '../rollout.fixture.ts';
import { type Fate, livesUntil, mortal } from './mortal.fixture.ts';
import { RecordedMover } from './recorded-mover.ts';
import { laggingMetricsOf, laggingTrafficOf, moverOf, recordCellOf } from './routers.fixture.ts';
import { runIn } from './run.fixture.ts';
import type { Traffic } from './traffic.ts';
import { leaseOf, metricsOf, timerOf, type World, world } from './world.fixture.ts';

const good = same(100, 0.002);
const bad = { ...good, canary: () => 0.1 };
const plan: Plan = { ...usual, steps: [10, 50].map((weight) => ({ weight, hold: 60, max: 1800, manual: false })) };
const moves = ({ record }: World) => record?.log.map(({ from, weight, cause }) => `${from} ${weight} ${cause}`);
const never: Fate = { left: Number.POSITIVE_INFINITY, when: 'before', died: () => {} };
const LAG = 70_000;

interface Ports {
  readonly traffic: Traffic;
  readonly metrics: Metrics;
}

const routers: Readonly<Record<string, (w: World, fate: Fate, began: number) => Ports>> = {
  'writes its record first': (w, fate, began) => {
    const [mover, cell, metrics] = [moverOf(w), recordCellOf(w), metricsOf(w, began)];
    return {
      traffic: new RecordedMover(
        { ...mover, read: mortal(fate, mover.read), set: mortal(fate, mover.set) },
        { ...cell, read: mortal(fate, cell.read), write: mortal(fate, cell.write) },
      ),
      metrics: { ...metrics, read: mortal(fate, metrics.read) },
    };
  },
  'lags for many intervals': (w, fate, began) => {
    const [traffic, metrics] = [laggingTrafficOf(w, LAG), laggingMetricsOf(w, LAG, began)];
    return {
      traffic: { ...traffic, read: mortal(fate, traffic.read), write: mortal(fate, traffic.write) },
      metrics: { ...metrics, read: mortal(fate, metrics.read) },
    };
  },
};

function portsOf(kind: string, w: World, fate: Fate, began: number) {
  const [lease, timer] = [leaseOf(w), timerOf(w)];
  return {
    ...routers[kind]?.(w, fate, began),
    lease: { ...lease, read: mortal(fate, lease.read), write: mortal(fate, lease.write) },
    timer: { ...timer, until: mortal(fate, timer.until) },
  };
}

describe.each(Object.keys(routers))('a router that %s', (kind) => {
  describe.each([
    ['a good release', good, ['0 10 step', '10 50 step']],
    ['a bad release', bad, ['0 10 step', '10 0 rollback']],
  ] as const)('and %s', (_, load, expected) => {
    it.each(['before', 'behind'] as const)('survives a kill at any call, %s its effect', async (when) => {
      const whole = world(load);
      await runIn(whole, { plan, ...portsOf(kind, whole, never, whole.now) });
      expect(moves(whole)).toEqual(expected);
      let points = 0;
      for (let n = 1; ; n += kind.startsWith('lags') ? 3 : 1) {
        const w = world(load);
        const began = w.now;
        if (!(await livesUntil(n, when, (fate) => runIn(w, { plan, ...portsOf(kind, w, fate, began) })))) break;
        points += 1;
        w.now += 7_000;
        const second = await runIn(w, { plan, ...portsOf(kind, w, never, began) });
        const seen = { refusal: second.refusal, moves: moves(w), weight: w.weight, state: w.record?.state };
        const wanted = { refusal: undefined, moves: expected, weight: whole.weight, state: whole.record?.state };
        expect(seen, `killed ${when} call ${n}`).toEqual(wanted);
        expect(w.lease.value?.holder).toBe('');
      }
      expect(points).toBeGreaterThan(20);
    });

    it('survives two kills in a row', async () => {
      for (let n = 1; n <= 90; n += 4) {
        const w = world(load);
        const began = w.now;
        for (const left of [n, 1 + (n % 13)]) {
          await livesUntil(left, 'behind', (fate) => runIn(w, { plan, ...portsOf(kind, w, fate, began) }));
          w.now += 3_000;
        }
        await runIn(w, { plan, ...portsOf(kind, w, never, began) });
        expect(moves(w), `killed at ${n}`).toEqual(expected);
      }
    });
  });
});
