/** The same command again, behind ends of every kind. */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan.ts';
import type { Metrics } from '../ports.ts';
import { same, plan as usual } from '../rollout.fixture.ts';
import { livesUntil, mortal } from './mortal.fixture.ts';
import type { RolloutRecord } from './record.ts';
import { laggingTrafficOf } from './routers.fixture.ts';
import { runIn } from './run.fixture.ts';
import { type Traffic, TrafficError } from './traffic.ts';
import { leaseOf, metricsOf, timerOf, trafficOf, type World, world } from './world.fixture.ts';

const good = same(100, 0.002);
const bad = { ...good, canary: () => 0.1 };
const plan: Plan = { ...usual, steps: [10, 50].map((weight) => ({ weight, hold: 60, max: 600, manual: false })) };
const moves = ({ record }: World) => record?.log.map(({ from, weight, cause }) => `${from} ${weight} ${cause}`);
const edit = (w: World, change: Partial<RolloutRecord>) => {
  if (w.record !== undefined) w.record = { ...w.record, ...change };
  w.version += 1;
};
const codes = (ran: Awaited<ReturnType<typeof runIn>>) => ran.rollout?.decision.findings.map(({ code }) => code);

describe('a held rollout that goes on', () => {
  it('takes a consent that is given behind its second resumption', async () => {
    const w = world(good);
    const manual = { ...plan, steps: plan.steps.map((step) => ({ ...step, manual: step.weight === 10 })) };
    for (let i = 0; i < 3; i += 1) {
      const { rollout } = await runIn(w, { plan: manual });
      expect(rollout?.decision.findings[0]?.code).toBe('manual-step');
      expect(w.record?.state).toBe('held');
    }
    const { rollout } = await runIn(w, {
      plan: manual,
      saw: ({ decision }) => {
        if (decision.action === 'wait') edit(w, { approvals: [{ step: 0, by: 'ops', at: w.now }] });
      },
    });
    expect(rollout?.decision.action).toBe('finish');
    expect(moves(w)).toEqual(['0 10 step', '10 50 step']);
  });

  it('waits anew for a weight that had not arrived', async () => {
    const w = world(good);
    const lag = 700_000;
    const first = await runIn(w, { plan, traffic: laggingTrafficOf(w, lag) });
    expect(codes(first)).toContain('weight-not-reached');
    const second = await runIn(w, { plan, traffic: laggingTrafficOf(w, 60_000) });
    expect(second.rollout?.decision.action).toBe('finish');
    expect(moves(w)).toEqual(['0 10 step', '10 50 step']);
  });

  it('goes on by its lock behind a run that was fenced', async () => {
    const w = world(good);
    const first = await runIn(w, {
      plan,
      saw: ({ course }) => {
        if (course.strata.length === 3) edit(w, { epoch: 9 });
      },
    });
    expect(codes(first)).toContain('taken-over');
    const second = await runIn(w, { plan });
    expect(second.rollout?.decision.action).toBe('finish');
    expect(w.record?.epoch).toBe(10);
  });

  it('goes on behind a run that was cancelled while the router did not answer', async () => {
    const w = world(good);
    const control = new AbortController();
    const traffic = trafficOf(w);
    let isDown = false;
    const down: Traffic = {
      ...traffic,
      read: async (signal) => {
        if (isDown) throw new TrafficError('unavailable', '503');
        return await traffic.read(signal);
      },
      write: async (seen, next, signal) => {
        if (isDown) throw new TrafficError('unavailable', '503');
        return await traffic.write(seen, next, signal);
      },
    };
    await runIn(w, {
      plan,
      traffic: down,
      signal: control.signal,
      saw: ({ course }) => {
        isDown = course.strata.length >= 2;
        if (course.strata.length === 3) control.abort('SIGINT');
      },
    });
    expect(w.record?.state).toBe('running');
    const second = await runIn(w, { plan });
    expect(second.rollout?.course.cancelled).toBeUndefined();
    expect(second.rollout?.decision.action).toBe('finish');
    expect(moves(w)).toEqual(['0 10 step', '10 50 step']);
  });
});

describe('a run that comes long after the one that died', () => {
  const dead = async (w: World, given: Plan, began: number) => {
    const [traffic, lease, metrics, timer] = [trafficOf(w), leaseOf(w), metricsOf(w, began), timerOf(w)];
    await livesUntil(45, 'before', (fate) =>
      runIn(w, {
        plan: given,
        traffic: { ...traffic, read: mortal(fate, traffic.read), write: mortal(fate, traffic.write) },
        lease: { ...lease, read: mortal(fate, lease.read), write: mortal(fate, lease.write) },
        metrics: { ...metrics, read: mortal(fate, metrics.read) },
        timer: { ...timer, until: mortal(fate, timer.until) },
      }),
    );
    expect(moves(w)).toEqual(['0 10 step']);
    w.now += 3_600_000;
  };

  it.each(['hold', 'promote', 'rollback'] as const)('looks before it decides, at-max %s', async (atMax) => {
    const w = world(good);
    const began = w.now;
    const given = { ...plan, atMax, steps: plan.steps.map((step) => ({ ...step, hold: 300 })) };
    await dead(w, given, began);
    const { rollout, entries } = await runIn(w, { plan: given, metrics: metricsOf(w, began) });
    const resumed = entries.findIndex(({ event }) => event === 'resumed');
    const looked = entries.findIndex(({ event }, i) => i > resumed && event === 'stratum');
    const moved = entries.findIndex(({ event }, i) => i > resumed && event === 'moving');
    expect(looked).toBeGreaterThan(resumed);
    expect(moved).toBeGreaterThan(looked);
    expect(rollout?.decision.action).toBe('finish');
  });

  it('does not take a release back for samples that nobody asked for', async () => {
    const w = world(good);
    const began = w.now;
    const given: Plan = { ...plan, noData: 'rollback', noDataAfter: 120 };
    const metrics = metricsOf(w, began);
    const blind: Metrics = {
      ...metrics,
      read: ({ from, to }) =>
        Promise.resolve({
          ...{ from, to },
          readings: { errors: { kind: 'trouble', code: 'source-unavailable', detail: '503' } },
        }),
    };
    const lease = leaseOf(w);
    await livesUntil(9, 'before', (fate) =>
      runIn(w, { plan: given, metrics: blind, lease: { ...lease, write: mortal(fate, lease.write) } }),
    );
    expect(w.record?.state).toBe('running');
    w.now += 3_600_000;
    const { rollout } = await runIn(w, { plan: given, metrics });
    expect(rollout?.decision.action).toBe('finish');
  });
});

describe('a rollout that is over, and the same command again', () => {
  it('says again that it is promoted, and moves nothing', async () => {
    const w = world(good);
    await runIn(w, { plan });
    const calls = w.written.length;
    const second = await runIn(w, { plan });
    expect(second.rollout?.decision.action).toBe('finish');
    expect([w.written.length, w.record?.state, w.lease.value?.holder]).toEqual([calls, 'promoted', '']);
  });

  it('begins anew where somebody set the weight back', async () => {
    const w = world(good);
    await runIn(w, { plan });
    const { id } = w.record ?? {};
    w.weight = 0;
    w.version += 1;
    w.now += 60_000;
    const second = await runIn(w, { plan });
    expect(second.rollout?.decision.action).toBe('finish');
    expect(w.record?.id).not.toBe(id);
    expect(w.written).toEqual([10, 50, 10, 50]);
  });

  it('begins anew behind a rollback whose lease was given back', async () => {
    const w = world(bad);
    await runIn(w, { plan });
    w.now += 60_000;
    const second = await runIn(w, { plan, metrics: metricsOf({ ...w, load: good }) });
    expect(w.record?.epoch).toBeGreaterThan(1);
    expect(second.entries.some(({ event }) => event === 'resumed')).toBe(false);
    expect(w.written.slice(0, 3)).toEqual([10, 0, 10]);
  });

  it('tells the rollback again where the lease was not given back', async () => {
    const w = world(bad);
    await runIn(w, { plan });
    if (w.lease.value !== undefined) w.lease.value = { ...w.lease.value, holder: 'run-1' };
    const second = await runIn(w, { plan });
    expect(second.rollout?.decision.action).toBe('rollback');
    expect([w.written, w.lease.value?.holder]).toEqual([[10, 0], '']);
  });

  it('begins anew when the answer of taking a released lease is lost', async () => {
    const w = world(bad);
    await runIn(w, { plan });
    w.now += 60_000;
    const lease = leaseOf(w);
    let isLost = false;
    const second = await runIn(w, {
      plan,
      lease: {
        ...lease,
        write: async (value, version, signal) => {
          const written = await lease.write(value, version, signal);
          if (isLost) return written;
          isLost = true;
          throw new TrafficError('unknown-effect', 'cut off');
        },
      },
    });
    expect(second.entries.some(({ event }) => event === 'resumed')).toBe(false);
  });

  it('does not watch a step that was taken back, when its journal is lost too', async () => {
    const w = world(bad);
    await runIn(w, { plan });
    if (w.lease.value !== undefined) w.lease.value = { ...w.lease.value, holder: 'run-1', kept: 'not a journal' };
    w.now += 60_000;
    const second = await runIn(w, { plan });
    expect(second.refusal?.code).toBe('rollout-open');
    expect([w.record?.state, w.written]).toEqual(['rolled-back', [10, 0]]);
  });
});

describe('what was kept', () => {
  it('of another rollout is not taken for this one’s', async () => {
    const w = world(same(3, 0.002));
    await runIn(w, { plan });
    const kept = w.lease.value?.kept;
    edit(w, { id: 'another' });
    const second = await runIn(w, { plan });
    expect(kept).toBeDefined();
    expect(second.entries[0]).toMatchObject({ event: 'resumed', lost: true });
    expect(codes(second)).toContain('journal-lost');
  });
});
