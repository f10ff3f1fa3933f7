/** A router that forgets: a reload or a restart sets it back to the weight before the move. */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan.ts';
import { same, plan as usual } from '../rollout.fixture.ts';
import { runIn } from './run.fixture.ts';
import { timerOf, world } from './world.fixture.ts';

const plan: Plan = { ...usual, steps: [10, 50].map((weight) => ({ weight, hold: 300, max: 600, manual: false })) };
const minute = 60_000;

describe('a router that is set back to the weight before the move', () => {
  it.each([
    ['of the first step', 2 * minute, [10]],
    ['of a later step', 7 * minute, [10, 50]],
  ] as const)('%s is held, and nothing is written over it', async (_, when, written) => {
    const w = world(same(100, 0.002));
    const began = w.now;
    let isSetBack = false;
    const timer = timerOf(w, () => {
      if (isSetBack || w.now < began + when || w.weight !== written.at(-1)) return;
      isSetBack = true;
      w.weight = w.record?.from ?? 0;
      w.version += 1;
    });
    const { rollout } = await runIn(w, { plan, timer });
    expect(isSetBack).toBe(true);
    expect(rollout?.decision.findings.map(({ code }) => code)).toContain('weight-changed');
    expect(w.written).toEqual(written);
    expect(w.weight).toBe(w.record?.from);
  });

  it('is held by the run that goes on, too', async () => {
    const w = world(same(100, 0.002));
    const began = w.now;
    const control = new AbortController();
    const timer = timerOf(w, () => {
      if (w.now >= began + 2 * minute) control.abort('SIGINT');
    });
    await runIn(w, { plan, timer, signal: control.signal });
    expect([w.weight, w.record?.weight]).toEqual([10, 10]);
    w.weight = 0;
    w.version += 1;
    const { rollout } = await runIn(w, { plan });
    expect(rollout?.decision.findings.map(({ code }) => code)).toContain('weight-changed');
    expect(w.written).toEqual([10]);
  });
});
