/** Locks that break, and clocks that are set. */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan.ts';
import { same, plan as usual } from '../rollout.fixture.ts';
import { Lock } from './lock.ts';
import { runIn } from './run.fixture.ts';
import { TrafficError } from './traffic.ts';
import { leaseOf, timerOf, trafficOf, type World, world } from './world.fixture.ts';

const good = same(100, 0.002);
const _bad = { ...good, canary: () => 0.1 };
const plan: Plan = { ...usual, steps: [10, 50].map((weight) => ({ weight, hold: 60, max: 600, manual: false })) };
const moves = ({ record }: World) => record?.log.map(({ from, weight, cause }) => `${from} ${weight} ${cause}`);
const unavailable = () => new TrafficError('unavailable', '503');

describe('a clock that is set', () => {
  it('back does not let the lease die', async () => {
    const w = world(good);
    const lease = leaseOf(w);
    let isSet = false;
    let behind = 0;
    const timer = timerOf(w);
    await runIn(w, {
      plan,
      lease: {
        ...lease,
        write: async (value, version, signal) => {
          if (isSet && w.now < Date.UTC(2026, 10, 20, 14, 0, 30)) behind += 1;
          return await lease.write(value, version, signal);
        },
      },
      timer: {
        ...timer,
        until: async (time, signal) => {
          if (!isSet && w.now > Date.UTC(2026, 10, 20, 14, 1, 0)) {
            isSet = true;
            w.now -= 3_600_000;
          }
          await timer.until(Math.min(time, w.now + 5_000), signal);
        },
      },
    });
    expect(behind).toBeGreaterThan(600);
  });

  it('forward does not make a living lease dead', async () => {
    const w = world(good);
    const signal = new AbortController().signal;
    const one = new Lock(leaseOf(w), timerOf(w), 'run-1');
    await one.acquire(signal);
    let looks = 0;
    const timer = timerOf(w);
    const acquired = await new Lock(
      leaseOf(w),
      {
        ...timer,
        until: async (time, at) => {
          looks += 1;
          await timer.until(time, at);
          if (looks === 1) w.now += 3_600_000;
          if (looks === 2) await one.renew(signal);
        },
      },
      'run-2',
    ).acquire(signal);
    expect(acquired).toMatchObject({ kind: 'refused', holder: 'run-1' });
  });
});

describe('a lock that fails', () => {
  it('while the route works stops nothing', async () => {
    const w = world(good);
    const lease = leaseOf(w);
    let writes = 0;
    const { rollout } = await runIn(w, {
      plan,
      lease: {
        ...lease,
        write: async (value, version, signal) => {
          writes += 1;
          if (writes > 3 && writes < 20) throw unavailable();
          return await lease.write(value, version, signal);
        },
      },
    });
    expect(rollout?.decision.action).toBe('finish');
    expect(w.lease.value).toMatchObject({ holder: '', transitions: 1 });
  });

  it('is taken by another in mid-rollout: what was in flight is not written', async () => {
    const w = world(good);
    const traffic = trafficOf(w);
    let isTaken = false;
    const { rollout, entries } = await runIn(w, {
      plan,
      traffic: {
        ...traffic,
        write: async (seen, next, signal) => {
          if (next.weight === 50 && !isTaken && w.record !== undefined) {
            isTaken = true;
            w.lease.value = { holder: 'run-2', duration: 20, renewedAt: w.now, transitions: 7 };
            w.lease.version += 1;
            w.record = { ...w.record, epoch: 7 };
            w.version += 1;
          }
          return await traffic.write(seen, next, signal);
        },
      },
    });
    expect(rollout?.decision.findings.map(({ code }) => code)).toContain('taken-over');
    expect(entries.some((entry) => entry.event === 'moving' && entry.step === 1)).toBe(false);
    expect([w.written, w.record?.state, w.lease.value?.holder]).toEqual([[10], 'running', 'run-2']);
  });

  it('is deleted: its run stops, and the next goes on above every epoch', async () => {
    const w = world(good);
    const first = await runIn(w, {
      plan,
      saw: ({ course }) => {
        if (course.strata.length === 3) w.lease = { value: undefined, version: 0 };
      },
    });
    expect(first.rollout?.decision.findings.map(({ code }) => code)).toContain('taken-over');
    const second = await runIn(w, { plan });
    expect(second.rollout?.decision.action).toBe('finish');
    expect(moves(w)).toEqual(['0 10 step', '10 50 step']);
    expect(w.record?.epoch).toBe(2);
  });
});
