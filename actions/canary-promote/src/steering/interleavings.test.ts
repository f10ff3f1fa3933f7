/** Answers that are lost, locks that break, and others who write at the same moment. */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan.ts';
import { same, plan as usual } from '../rollout.fixture.ts';
import { Lock } from './lock.ts';
import { RecordedMover } from './recorded-mover.ts';
import { laggingTrafficOf, moverOf, recordCellOf } from './routers.fixture.ts';
import { runIn } from './run.fixture.ts';
import { type Traffic, TrafficError } from './traffic.ts';
import { leaseOf, timerOf, trafficOf, type World, world } from './world.fixture.ts';

const good = same(100, 0.002);
const bad = { ...good, canary: () => 0.1 };
const plan: Plan = { ...usual, steps: [10, 50].map((weight) => ({ weight, hold: 60, max: 600, manual: false })) };
const moves = ({ record }: World) => record?.log.map(({ from, weight, cause }) => `${from} ${weight} ${cause}`);
const unavailable = () => new TrafficError('unavailable', '503');

/** The answer of the n-th write of a weight is lost, and the reads behind it fail, so many of them. */
function lostAnswer(w: World, nth: number, blindReads: number): Traffic {
  const traffic = trafficOf(w);
  let writes = 0;
  let blind = 0;
  return {
    ...traffic,
    read: async (signal) => {
      blind -= 1;
      if (blind >= 0) throw unavailable();
      return await traffic.read(signal);
    },
    write: async (seen, next, signal) => {
      const written = await traffic.write(seen, next, signal);
      if (next.weight !== undefined) writes += 1;
      if (next.weight === undefined || writes !== nth) return written;
      blind = blindReads;
      throw new TrafficError('unknown-effect', 'cut off');
    },
  };
}

describe('a move whose answer is lost', () => {
  it.each([
    [2, 0],
    [2, 1],
    [2, 2],
    [2, 20],
  ])('at write %i, with %i reads that fail behind it, is made once', async (nth, blindReads) => {
    const w = world(good);
    const { rollout, entries } = await runIn(w, { plan, traffic: lostAnswer(w, nth, blindReads) });
    expect(rollout?.decision.action).toBe('finish');
    expect(moves(w)).toEqual(['0 10 step', '10 50 step']);
    const asked = entries.flatMap((entry) => (entry.event === 'moving' ? [entry.step] : []));
    expect(asked).toEqual([0, 1]);
  });

  it.each([1, 2])('at the first step, with %i reads that fail behind it, is not left unsaid', async (blindReads) => {
    const w = world(good);
    const { rollout } = await runIn(w, { plan, traffic: lostAnswer(w, 1, blindReads) });
    const { action } = rollout?.decision ?? {};
    expect(moves(w)?.slice(0, 1)).toEqual(['0 10 step']);
    expect(action === 'finish' ? 'promoted' : 'held').toBe(w.record?.state);
    expect(rollout?.course.traffic?.weight).toBe(w.weight);
  });

  it('between record and weight is completed, and is no second step', async () => {
    for (const nth of [1, 2]) {
      const w = world(good);
      const mover = moverOf(w);
      let sets = 0;
      const traffic = new RecordedMover(
        {
          ...mover,
          set: async (seen, weight, signal) => {
            sets += 1;
            if (sets === nth) throw unavailable();
            await mover.set(seen, weight, signal);
          },
        },
        recordCellOf(w),
      );
      const { rollout } = await runIn(w, { plan, traffic });
      if (rollout?.decision.action !== 'finish') {
        expect(w.record?.state, `set ${nth}`).toBe('held');
        await runIn(w, { plan, traffic });
      }
      expect(moves(w), `set ${nth}`).toEqual(['0 10 step', '10 50 step']);
      expect(w.written).toEqual([10, 50]);
    }
  });
});

describe('a way back', () => {
  it('does not complete a move forward on its way', async () => {
    const w = world(good);
    const control = new AbortController();
    const mover = moverOf(w);
    const traffic = new RecordedMover(
      {
        ...mover,
        set: async (seen, weight, signal) => {
          if (weight === 50 && !control.signal.aborted) {
            control.abort('SIGINT');
            throw new TrafficError('unknown-effect', 'cut off');
          }
          await mover.set(seen, weight, signal);
        },
      },
      recordCellOf(w),
    );
    await runIn(w, { plan: { ...plan, onCancel: 'rollback' }, traffic, signal: control.signal });
    expect(w.written).toEqual([10, 0]);
    expect(moves(w)?.at(-1)).toBe('10 0 cancel');
  });

  it('keeps its lock for as long as it takes', async () => {
    const w = world(bad);
    let second: Promise<{ kind: string }> | undefined;
    const timer = timerOf(w, () => {
      if (w.record?.state === 'rolled-back' && second === undefined)
        second = new Lock(leaseOf(w), timerOf(w), 'run-2').acquire(new AbortController().signal);
    });
    const renewals: number[] = [];
    const lease = leaseOf(w);
    const { rollout } = await runIn(w, {
      plan,
      timer,
      traffic: laggingTrafficOf(w, 120_000),
      lease: {
        ...lease,
        write: async (value, version, signal) => {
          const written = await lease.write(value, version, signal);
          if (w.record?.state === 'rolled-back') renewals.push(w.now);
          return written;
        },
      },
    });
    expect(rollout?.course.traffic).toMatchObject({ weight: 0, live: 0, cause: 'rollback' });
    expect(renewals.length).toBeGreaterThan(15);
    expect(await second).toMatchObject({ kind: 'refused' });
  });

  it('is not given up when the clock is set forward', async () => {
    const w = world(bad);
    let isSet = false;
    const timer = timerOf(w, () => {
      if (isSet || w.record?.state !== 'rolled-back') return;
      isSet = true;
      w.now += 3_600_000;
      if (w.record !== undefined)
        w.record = { ...w.record, log: w.record.log.map((move) => ({ ...move, asked: w.now })) };
    });
    const { rollout } = await runIn(w, { plan, timer, traffic: laggingTrafficOf(w, 30_000) });
    expect(isSet).toBe(true);
    expect(rollout?.course.traffic).toMatchObject({ weight: 0, live: 0 });
  });
});

describe('a record', () => {
  it.each([
    ['is removed', undefined],
    ['is of another rollout', 'another'],
  ] as const)('that %s in mid-rollout holds it, and is not written over', async (_, id) => {
    const w = world(bad);
    const { rollout } = await runIn(w, {
      plan,
      saw: ({ course }) => {
        if (course.strata.length !== 1 || w.record === undefined) return;
        w.record = id === undefined ? undefined : { ...w.record, id };
        w.version += 1;
      },
    });
    expect(rollout?.course.traffic?.trouble?.code).toBe('route-changed');
    expect([w.written, w.record?.id]).toEqual([[10], id]);
  });

  it('that is garbage for a while holds it, and lets it go on', async () => {
    const w = world(good);
    const traffic = trafficOf(w);
    const began = w.now;
    const isGarbage = () => w.now > began + 40_000 && w.now < began + 200_000;
    const { rollout } = await runIn(w, {
      plan,
      traffic: {
        ...traffic,
        read: async (signal) => {
          if (isGarbage()) throw new TrafficError('odd-record', 'not JSON');
          return await traffic.read(signal);
        },
      },
    });
    expect(rollout?.decision.action).toBe('finish');
    expect(w.written).toEqual([10, 50]);
  });

  it('that gets a consent while the holder writes keeps it', async () => {
    const w = world(good);
    const traffic = trafficOf(w);
    const manual = { ...plan, steps: plan.steps.map((step) => ({ ...step, manual: step.weight === 50 })) };
    let isGiven = false;
    const { rollout } = await runIn(w, {
      plan: manual,
      traffic: {
        ...traffic,
        write: async (seen, next, signal) => {
          if (next.weight === 50 && !isGiven && w.record !== undefined) {
            isGiven = true;
            w.record = { ...w.record, approvals: [{ step: 1, by: 'ops', at: w.now }] };
            w.version += 1;
          }
          return await traffic.write(seen, next, signal);
        },
      },
    });
    expect(rollout?.decision.action).toBe('finish');
    expect(w.record?.approvals).toHaveLength(1);
    expect(moves(w)).toEqual(['0 10 step', '10 50 step']);
  });
});

describe('a journal that grows beyond what may be kept', () => {
  it('is not taken for a whole one by the next run', async () => {
    const w = world(good);
    const brief = { ...plan, steps: [{ weight: 10, hold: 60, max: 120, manual: false }] };
    const noise = () => Array.from({ length: 60_000 }, () => Math.floor(w.next() * 36).toString(36)).join('');
    const first = await runIn(w, {
      plan: brief,
      metrics: {
        description: 'odd details',
        past: () => Promise.resolve([]),
        read: ({ from, to }) =>
          Promise.resolve({
            ...{ from, to },
            readings: { errors: { kind: 'trouble', code: 'source-unavailable', detail: noise() } },
          }),
      },
    });
    expect([first.rollout?.decision.action, w.record?.state]).toEqual(['stop', 'held']);
    const { rollout, entries } = await runIn(w, { plan: brief });
    expect(entries[0]).toMatchObject({ event: 'resumed', lost: true });
    expect(rollout?.decision.findings.map(({ code }) => code)).toContain('journal-lost');
  });
});
