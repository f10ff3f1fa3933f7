/** kill -9 at every await of a rollout, then the same command: the same end, no step twice, no lease left. canary-promote.md, "State and safety". */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan.ts';
import type { Metrics, Timer } from '../ports.ts';
import { same, plan as usual } from '../rollout.fixture.ts';
import { type Fate, livesUntil, mortal } from './mortal.fixture.ts';
import { runIn } from './run.fixture.ts';
import type { Cell, Traffic } from './traffic.ts';
import { leaseOf, metricsOf, timerOf, trafficOf, type World, world } from './world.fixture.ts';

const good = same(100, 0.002);
const bad = { ...good, canary: () => 0.1 };
const plan: Plan = {
  ...usual,
  steps: [10, 50].map((weight) => ({ weight, hold: 60, max: 1800, manual: false })),
};
const moves = ({ record }: World) => record?.log.map(({ from, weight, cause }) => `${from} ${weight} ${cause}`);

function mortalPorts(w: World, fate: Fate, began: number) {
  const [traffic, lease, metrics, timer] = [trafficOf(w), leaseOf(w), metricsOf(w, began), timerOf(w)];
  const wrap = <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) => mortal(fate, call);
  return {
    traffic: { ...traffic, read: wrap(traffic.read), write: wrap(traffic.write) } satisfies Traffic,
    lease: { ...lease, read: wrap(lease.read), write: wrap(lease.write) } satisfies Cell<unknown>,
    metrics: { ...metrics, read: wrap(metrics.read) } satisfies Metrics,
    timer: { ...timer, until: wrap(timer.until) } satisfies Timer,
  };
}

/** Counts are those of the time and the weight, whoever asks. */
const seeded = (load: typeof good) => ({ ...world(load), next: () => 0.5 });

describe.each([
  ['a good release', good, ['0 10 step', '10 50 step']],
  ['a bad release', bad, ['0 10 step', '10 0 rollback']],
] as const)('%s whose run is killed', (_, load, expected) => {
  it.each(['before', 'behind'] as const)('at any call, %s its effect, ends as if it had lived', async (when) => {
    const whole = world(load);
    await runIn(whole, { plan });
    expect(moves(whole)).toEqual(expected);
    let points = 0;
    for (let n = 1; ; n += 1) {
      const w = world(load);
      const began = w.now;
      const isDead = await livesUntil(n, when, (fate) => runIn(w, { plan, ...mortalPorts(w, fate, began) }));
      if (!isDead) break;
      points += 1;
      w.now += 7_000;
      const second = await runIn(w, { plan, metrics: metricsOf(w, began) });
      expect(second.refusal, `killed ${when} call ${n}`).toBeUndefined();
      expect(moves(w), `killed ${when} call ${n}`).toEqual(expected);
      expect(w.weight, `killed ${when} call ${n}`).toBe(whole.weight);
      expect(w.record?.state).toBe(whole.record?.state);
      expect(w.lease.value?.holder).toBe('');
    }
    expect(points).toBeGreaterThan(20);
  });

  it('twice in a row ends the same way', async () => {
    for (let n = 1; n <= 60; n += 3) {
      const w = world(load);
      const began = w.now;
      for (const left of [n, 1 + (n % 11)]) {
        const death = new Promise<void>((resolve) => {
          const fate: Fate = { left, when: 'behind', died: resolve };
          void runIn(w, { plan, ...mortalPorts(w, fate, began) }).then(() => resolve());
        });
        await death;
        w.now += 3_000;
      }
      await runIn(w, { plan, metrics: metricsOf(w, began) });
      expect(moves(w), `killed at ${n}`).toEqual(expected);
    }
  });
});

describe('two runners', () => {
  it('started together: one acts, the other is refused', async () => {
    const w = world(good);
    const began = w.now;
    const ports = () => ({ metrics: metricsOf(w, began) });
    const [one, two] = await Promise.all([
      runIn(w, { plan, identity: 'run-1', ...ports() }),
      runIn(w, { plan, identity: 'run-2', ...ports() }),
    ]);
    const refusals = [one, two].filter(({ refusal }) => refusal?.code === 'lock-held');
    expect(refusals).toHaveLength(1);
    expect(moves(w)).toEqual(['0 10 step', '10 50 step']);
  });

  it('one after the other is dead: the lease is waited for, then taken', async () => {
    const w = world(good);
    const began = w.now;
    const fate: Fate = { left: 30, when: 'behind', died: () => {} };
    await new Promise<void>((resolve) => {
      void runIn(w, { plan, identity: 'run-1', ...mortalPorts(w, { ...fate, died: resolve }, began) });
    });
    const died = w.now;
    const waits: number[] = [];
    const timer = timerOf(w, () => waits.push(w.now));
    const { refusal } = await runIn(w, { plan, identity: 'run-2', timer, metrics: metricsOf(w, began) });
    expect(refusal).toBeUndefined();
    expect(w.lease.value?.transitions).toBe(2);
    expect(waits[0]).toBeGreaterThan(died);
    expect(moves(w)).toEqual(['0 10 step', '10 50 step']);
  });

  it('a run that lost its lease to another writes nothing more', async () => {
    const w = world(good);
    const began = w.now;
    const { rollout } = await runIn(w, {
      plan,
      metrics: metricsOf(w, began),
      saw: ({ course }) => {
        if (course.strata.length !== 3 || w.record === undefined) return;
        w.record = { ...w.record, epoch: 9 };
        w.version += 1;
      },
    });
    expect(rollout?.decision.findings.map(({ code }) => code)).toContain('taken-over');
    expect([w.written, w.record?.epoch]).toEqual([[10], 9]);
  });
});

describe('a journal that is lost with its run', () => {
  it('lets the step begin anew, and says so', async () => {
    const w = seeded(good);
    const began = w.now;
    await new Promise<void>((resolve) => {
      const fate: Fate = { left: 40, when: 'behind', died: resolve };
      void runIn(w, { plan, ...mortalPorts(w, fate, began) });
    });
    if (w.lease.value !== undefined) w.lease.value = { ...w.lease.value, kept: 'not a journal' };
    const { rollout, entries } = await runIn(w, { plan, metrics: metricsOf(w, began) });
    expect(entries[0]).toMatchObject({ event: 'resumed', lost: true });
    expect(rollout?.decision.findings.map(({ code }) => code)).toContain('journal-lost');
    expect(moves(w)).toEqual(['0 10 step', '10 50 step']);
  });
});
