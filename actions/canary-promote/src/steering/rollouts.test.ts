import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan.ts';
import { same, plan as usual } from '../rollout.fixture.ts';
import { runIn } from './run.fixture.ts';
import { timerOf, trafficOf, type World, world } from './world.fixture.ts';

const good = same(100, 0.002);
const bad = { ...good, canary: () => 0.1 };
const plan: Plan = {
  ...usual,
  steps: [10, 25, 50, 100].map((weight) => ({ weight, hold: 240, max: 1800, manual: false })),
};
const moves = ({ record }: World) => record?.log.map(({ from, weight, cause }) => `${from} ${weight} ${cause}`);

describe('a rollout that is carried out', () => {
  it('moves a good release step by step to 100 %', async () => {
    const w = world(good);
    const { rollout } = await runIn(w, { plan });
    expect(rollout?.decision.action).toBe('finish');
    expect(w.written).toEqual([10, 25, 50, 100]);
    expect(w.record).toMatchObject({ state: 'promoted', weight: 100, step: 3, epoch: 1 });
    expect(w.lease.value?.holder).toBe('');
  });

  it('takes a bad release back', async () => {
    const w = world(bad);
    const { rollout, entries } = await runIn(w, { plan });
    expect(rollout?.decision.action).toBe('rollback');
    expect(w.written).toEqual([10, 0]);
    expect(moves(w)).toEqual(['0 10 step', '10 0 rollback']);
    expect(w.record?.state).toBe('rolled-back');
    expect(entries.findLast(({ event }) => event === 'traffic')).toMatchObject({
      weight: 0,
      live: 0,
      cause: 'rollback',
    });
  });

  it('begins where the traffic was, and takes it back to there', async () => {
    const w = { ...world(bad), weight: 5 };
    await runIn(w, { plan });
    expect(w.written).toEqual([10, 5]);
  });

  it('holds while the router does not answer, and goes on by itself', async () => {
    const w = world(good);
    const start = w.now;
    const timer = timerOf(w, () => {
      const seconds = (w.now - start) / 1000;
      w.failing = seconds > 100 && seconds < 220 ? 'unavailable' : undefined;
    });
    const { rollout, entries } = await runIn(w, { plan, timer });
    expect(rollout?.decision.action).toBe('finish');
    expect(w.written).toEqual([10, 25, 50, 100]);
    const troubles = entries.flatMap((entry) =>
      entry.event === 'traffic' && entry.trouble ? [entry.trouble.code] : [],
    );
    expect(troubles).toEqual(['router-unavailable']);
  });

  it('waits with the way back until the router answers', async () => {
    const w = world(bad);
    const timer = timerOf(w, () => {
      if (w.weight === 10 && w.failing === undefined && w.now > Date.UTC(2026, 10, 20, 14, 0, 40))
        w.failing = 'unavailable';
      if (w.now > Date.UTC(2026, 10, 20, 14, 5, 0)) w.failing = undefined;
    });
    const { rollout } = await runIn(w, { plan, timer });
    expect(rollout?.decision.action).toBe('rollback');
    expect(w.weight).toBe(0);
  });

  it('never writes over a weight of somebody else, neither on the way nor back', async () => {
    for (const [load, action] of [
      [good, 'stop'],
      [bad, 'rollback'],
    ] as const) {
      const w = world(load);
      const { rollout } = await runIn(w, {
        plan: { ...plan, steps: plan.steps.map((step) => ({ ...step, max: 600 })) },
        saw: ({ course }) => {
          if (course.strata.length === 2) {
            w.weight = 40;
            w.version += 1;
          }
        },
      });
      expect(rollout?.decision.action).toBe(action);
      expect(rollout?.course.traffic?.trouble?.code).toBe('weight-changed');
      expect(w.weight).toBe(40);
      expect(w.written).toEqual([10]);
    }
  });

  it('goes on over edits of other parts of the object', async () => {
    const w = world(good);
    const traffic = trafficOf(w);
    const { rollout } = await runIn(w, {
      plan,
      traffic: {
        ...traffic,
        write: async (seen, next, signal) => {
          // Three of four writes meet an object that has just changed.
          if (w.next() < 0.75) w.version += 1;
          return await traffic.write(seen, next, signal);
        },
      },
    });
    expect(['finish', 'stop']).toContain(rollout?.decision.action);
    expect(w.written).toEqual([10, 25, 50, 100].slice(0, w.written.length));
  });

  it('holds when the router sends ten points more than it says', async () => {
    const w = world({ ...good, share: (weight) => Math.min(100, weight + 10) });
    const { rollout } = await runIn(w, { plan: { ...plan, steps: plan.steps.map((step) => ({ ...step, max: 600 })) } });
    expect(rollout?.decision.action).toBe('stop');
    expect(rollout?.decision.findings.map(({ code }) => code)).toContain('share-off');
    expect(w.written).toEqual([10]);
  });

  it('lets a manual step go on when a consent is on the record', async () => {
    const w = world(good);
    const manual = { ...plan, steps: plan.steps.map((step) => ({ ...step, manual: step.weight === 25 })) };
    const { rollout, entries } = await runIn(w, {
      plan: manual,
      saw: ({ decision }) => {
        if (decision.action !== 'wait' || w.record === undefined) return;
        w.record = { ...w.record, approvals: [{ step: 1, by: 'ops', at: w.now }] };
        w.version += 1;
      },
    });
    expect(entries.find(({ event }) => event === 'approved')).toMatchObject({ step: 1, by: 'ops' });
    expect(rollout?.decision.action).toBe('finish');
  });

  it('does not begin in a freeze, and holds in one', async () => {
    const w = world(good);
    const freeze = { from: w.now - 1000, to: w.now + 3_600_000, reason: 'Nobody is at work.' };
    const { rollout } = await runIn(w, { plan, calendar: { freezes: [freeze], windows: [] } });
    expect(rollout?.decision).toMatchObject({ action: 'stop', findings: [{ code: 'calendar-closed' }] });
    expect([w.written, w.record]).toEqual([[], undefined]);
    const later = { ...freeze, from: w.now + 60_000, to: w.now + 600_000 };
    const second = await runIn(w, { plan, calendar: { freezes: [later], windows: [] } });
    expect(second.rollout?.decision.action).toBe('finish');
    const second25 = second.entries.find((entry) => entry.event === 'moving' && entry.step === 1);
    expect(second25).toMatchObject({ event: 'moving' });
    expect(second25?.event === 'moving' && second25.at).toBeGreaterThanOrEqual(later.to);
  });

  it('takes a release back in a freeze too', async () => {
    const w = world(bad);
    const freeze = { from: w.now + 20_000, to: w.now + 9_000_000, reason: 'Nobody is at work.' };
    const { rollout } = await runIn(w, { plan, calendar: { freezes: [freeze], windows: [] } });
    expect([rollout?.decision.action, w.weight]).toEqual(['rollback', 0]);
  });
});

describe('a rollout that may not begin', () => {
  it.each([
    ['weight-changed', (w: World) => Object.assign(w, { weight: 40 })],
    ['route-managed', (w: World) => Object.assign(w, { managedBy: 'Argo CD application orders' })],
  ])('says %s, and touches nothing', async (code, prepare) => {
    const w = world(good);
    prepare(w);
    const { refusal } = await runIn(w, { plan });
    expect(refusal?.code).toBe(code);
    expect([w.written, w.record]).toEqual([[], undefined]);
  });

  it('begins on a managed route when the plan accepts that', async () => {
    const w = { ...world(good), managedBy: 'Argo CD application orders' };
    const { rollout } = await runIn(w, { plan, managed: 'accept' });
    expect(rollout?.decision.action).toBe('finish');
  });

  it('refuses another plan and another version while a rollout is open', async () => {
    const w = world(same(1, 0.002));
    const brief = { ...plan, steps: plan.steps.map((step) => ({ ...step, max: 300 })) };
    await runIn(w, { plan: brief });
    expect(w.record?.state).toBe('held');
    expect((await runIn(w, { plan })).refusal?.code).toBe('rollout-open');
    expect((await runIn(w, { plan: brief, version: '2.5.0' })).refusal?.code).toBe('rollout-open');
    expect(w.written).toEqual([10]);
  });
});

describe('a held rollout', () => {
  it('goes on where it stands, with what was counted, and no step twice', async () => {
    const w = world(same(3, 0.002));
    const brief = { ...plan, steps: plan.steps.map((step) => ({ ...step, max: 900 })) };
    const first = await runIn(w, { plan: brief });
    expect([first.rollout?.decision.action, w.written]).toEqual(['stop', [10]]);
    const before = first.rollout?.course.evidence.promotion ?? 0;
    const second = await runIn(w, { plan: brief });
    expect(second.entries.filter(({ event }) => event === 'moving')[0]).toMatchObject({ step: 0 });
    expect(second.rollout?.course.evidence.promotion).toBeGreaterThan(before);
    expect(w.written[0]).toBe(10);
    expect(w.written.filter((weight) => weight === 10)).toHaveLength(1);
  });
});

describe('stable that was scaled down', () => {
  it('is noticed before the next step, and before the way back', async () => {
    const w = { ...world(good), stablePods: 4 };
    const { rollout } = await runIn(w, {
      plan: { ...plan, steps: plan.steps.map((step) => ({ ...step, max: 600 })) },
      saw: ({ course }) => {
        if (course.strata.length === 3) w.stablePods = 1;
      },
    });
    expect(rollout?.decision.action).toBe('stop');
    expect(rollout?.decision.findings.map(({ code }) => code)).toContain('stable-scaled-down');
  });

  it('gets the traffic back in stages, as it can bear it', async () => {
    const w = {
      ...world({ ...good, canary: (_: number, weight: number) => (weight >= 50 ? 0.1 : 0.002) }),
      stablePods: 4,
    };
    let waits = 0;
    const timer = timerOf(w, () => {
      if (w.record?.state !== 'running' || w.weight !== 75) return;
      waits += 1;
      if (waits > 5) Object.assign(w, { stablePods: 4 });
    });
    const steep = { ...plan, steps: [10, 90].map((weight) => ({ weight, hold: 240, max: 1800, manual: false })) };
    await runIn(w, {
      plan: steep,
      timer,
      saw: ({ course, decision }) => {
        if (course.step?.step === 1 && decision.action === 'rollback') w.stablePods = 1;
      },
    });
    expect(w.written).toEqual([10, 90, 75, 0]);
    expect(moves(w)?.slice(-2)).toEqual(['90 75 stage', '75 0 rollback']);
  });
});
