import { outcomeOf } from '@shipgate/kit/verdict';
import { describe, expect, it } from 'vitest';
import type { Configuration } from '../configuration.ts';
import { same } from '../rollout.fixture.ts';
import { livesUntil, mortal } from '../steering/mortal.fixture.ts';
import { RecordedMover } from '../steering/recorded-mover.ts';
import { moverOf, recordCellOf } from '../steering/routers.fixture.ts';
import { type RunOptions, runIn } from '../steering/run.fixture.ts';
import { type Traffic, TrafficError } from '../steering/traffic.ts';
import { leaseOf, metricsOf, timerOf, trafficOf, type World, world } from '../steering/world.fixture.ts';
import { carryOut } from './carry-out.ts';
import { at10, configurationOf, contextOf, left, ordered, routerOf } from './order.fixture.ts';

const good = same(100, 0.002);
const bad = { ...good, canary: () => 0.1 };
const _moves = ({ record }: World) => record?.log.map(({ from, weight, cause }) => `${from} ${weight} ${cause}`);

/** A rollout whose run dies at the n-th call behind a look at the weight `at`. */
async function deadAt(w: World, configuration: Configuration, left: number, more: Partial<RunOptions> = {}) {
  const [lease, timer, traffic] = [leaseOf(w), timerOf(w), more.traffic ?? trafficOf(w)];
  await livesUntil(left, 'behind', (fate) =>
    runIn(w, {
      plan: configuration.plan,
      ...more,
      metrics: metricsOf(w),
      timer: { ...timer, until: mortal(fate, timer.until) },
      lease: { ...lease, write: mortal(fate, lease.write) },
      traffic: { ...traffic, read: mortal(fate, traffic.read), write: mortal(fate, traffic.write) },
    }),
  );
}

describe('reap', () => {
  it('leaves a run alone that lives', async () => {
    const w = world(good);
    const configuration = await configurationOf('on-cancel: rollback\n');
    left(w, configuration, at10);
    const timer = timerOf(w, () => {
      if (w.lease.value === undefined) return;
      w.lease.value = { ...w.lease.value, renewedAt: w.now };
      w.lease.version += 1;
    });
    const router = { ...routerOf(w, 'other') };
    const lock = new (router.lock.constructor as typeof import('../steering/lock.ts').Lock)(leaseOf(w), timer, 'other');
    const result = await carryOut('reap', configuration, { ...router, lock }, contextOf(), timer);
    expect(outcomeOf(result.reasons, result.proofs)).toBe('pass');
    expect([w.weight, w.record?.epoch]).toEqual([10, 1]);
  });

  it.each([
    ['rollback', 0, 'rolled-back'],
    ['hold', 10, 'held'],
  ])('of a dead run does what its plan says: on-cancel %s', async (onCancel, weight, state) => {
    const w = world(good);
    const configuration = await configurationOf(`on-cancel: ${onCancel}\n`);
    await deadAt(w, configuration, 20);
    await ordered(w, 'reap', configuration, { identity: 'run-1' });
    expect([w.weight, w.record?.state, w.lease.value?.holder]).toEqual([weight, state, '']);
  });

  it('of a run that died behind its decision to roll back takes the release back, with on-cancel hold too', async () => {
    const w = world(bad);
    const configuration = await configurationOf('on-cancel: hold\n');
    const traffic = trafficOf(w);
    await new Promise<void>((resolve) => {
      void runIn(w, {
        plan: configuration.plan,
        traffic: {
          ...traffic,
          write: async (seen, next, signal) => {
            if (next.weight === 0) {
              resolve();
              return await new Promise<never>(() => {});
            }
            return await traffic.write(seen, next, signal);
          },
        },
      });
    });
    expect([w.weight, w.record?.state]).toEqual([10, 'running']);
    await ordered(w, 'reap', configuration, { identity: 'run-1' });
    expect([w.weight, w.record?.state]).toEqual([0, 'rolled-back']);
  });

  it('of a run that died behind its last step says that it is promoted, with on-cancel rollback too', async () => {
    const w = world(good);
    const configuration = await configurationOf('on-cancel: rollback\n');
    const traffic = trafficOf(w);
    await new Promise<void>((resolve) => {
      void runIn(w, {
        plan: configuration.plan,
        traffic: {
          ...traffic,
          write: async (seen, next, signal) => {
            if (next.record.state === 'promoted') {
              resolve();
              return await new Promise<never>(() => {});
            }
            return await traffic.write(seen, next, signal);
          },
        },
      });
    });
    await ordered(w, 'reap', configuration, { identity: 'run-1' });
    expect([w.weight, w.record?.state]).toEqual([100, 'promoted']);
  });

  it('completes a way back of which only the record was written, and leaves one that is over', async () => {
    for (const [holder, weight] of [
      ['run-1', 0],
      ['', 10],
    ] as const) {
      const w = world(good);
      const configuration = await configurationOf();
      left(w, configuration, {
        ...{ from: 10, weight: 0, state: 'rolled-back' },
        log: [{ step: 0, from: 10, weight: 0, cause: 'cancel', asked: 1 }],
      });
      if (w.lease.value !== undefined) w.lease.value = { ...w.lease.value, holder };
      w.weight = 10;
      const traffic = new RecordedMover(moverOf(w), recordCellOf(w));
      await ordered(w, 'reap', configuration, { traffic, identity: 'run-1' });
      expect(w.weight).toBe(weight);
    }
  });

  it('of a router that does not answer says so', async () => {
    const w = world(good);
    const configuration = await configurationOf('on-cancel: rollback\n');
    left(w, configuration, at10);
    const traffic = trafficOf(w);
    const down: Traffic = {
      ...traffic,
      write: () => Promise.reject(new TrafficError('refused', '403')),
    };
    const told = await ordered(w, 'reap', configuration, { traffic: down, identity: 'run-1' });
    expect(told.codes).toContain('rollback-incomplete');
    expect([told.outcome, w.weight]).toEqual(['fail', 10]);
  });
});
