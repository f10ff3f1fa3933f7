import { describe, expect, it } from 'vitest';
import { plan, random, start, successes } from '../rollout.fixture.ts';
import type { Stratum } from '../strata.ts';
import { placeboGroups, placeboTrial } from './placebo.ts';

/** An hour of stable: each pod's rate is drawn anew every `lasts` strata. */
function past(pods: number, lasts: number, spread: number): readonly Stratum[] {
  const next = random(11);
  const rates = new Array<number>(pods).fill(0.01);
  return Array.from({ length: 240 }, (_, i) => {
    if (i % lasts === 0)
      for (let pod = 0; pod < pods; pod += 1) rates[pod] = 0.01 * (1 + spread * (-Math.log(1 - next()) - 1));
    const bad = rates.map((rate) => successes(60, Math.max(0, Math.min(1, rate)), next));
    const errors = {
      kind: 'counts' as const,
      canary: { requests: [], bad: [[]] },
      stable: { requests: rates.map(() => 60), bad: [bad] },
    };
    return { from: start + i * 15_000, to: start + (i + 1) * 15_000, readings: { errors } };
  });
}

describe('fake canaries', () => {
  it('are at least 40 different groups, and their pods stay in them from step to step', () => {
    const groups = placeboGroups(20, [10, 25, 50]);
    expect(groups.length).toBeGreaterThanOrEqual(40);
    expect(new Set(groups.map((group) => JSON.stringify(group))).size).toBe(groups.length);
    for (const [first = [], second = [], third = []] of groups) {
      expect([first.length, second.length, third.length]).toEqual([2, 5, 10]);
      expect(second).toEqual(expect.arrayContaining([...first]));
      expect(third).toEqual(expect.arrayContaining([...second]));
    }
  });

  it('are the same in every replay', () => {
    expect(placeboGroups(12, [10, 50])).toEqual(placeboGroups(12, [10, 50]));
  });

  it('are too few to tell anything with a handful of pods', () => {
    expect(placeboGroups(1, [10])).toEqual([]);
    expect(placeboGroups(4, [10]).length).toBeLessThan(40);
    expect(placeboTrial(past(4, 1, 0), 'errors', plan)).toEqual([]);
  });
});

describe('the placebo trial', () => {
  it('accepts the first method where pods are alike', () => {
    const results = placeboTrial(past(20, 1, 0), 'errors', plan);
    expect(results.map(({ name }) => name)).toEqual(['P15', 'R15', 'R60']);
    expect(results[0]?.accepted).toBe(true);
  });

  it('accepts what is new in every stratum, since pods could change places', () => {
    expect(placeboTrial(past(20, 1, 1), 'errors', plan)[0]?.accepted).toBe(true);
  });

  it('rejects by pods what stays with a pod for minutes', () => {
    const [pods] = placeboTrial(past(20, 20, 1), 'errors', plan);
    expect(pods).toMatchObject({ name: 'P15', accepted: false });
    expect(pods?.reached).toBeGreaterThan(5);
  });
});
