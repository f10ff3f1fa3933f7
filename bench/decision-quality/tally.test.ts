import { describe, expect, test } from 'vitest';
import type { Outcome } from './outcomes.ts';
import { clopperPearson, quantile, tallyOf } from './tally.ts';
import { judge } from './targets.ts';

const never = Number.POSITIVE_INFINITY;
const outcome = (decision: Outcome['decision'], at: number, errors: number): Outcome => ({
  decision,
  at: [at],
  errors,
});

describe('a tally', () => {
  test.each([
    // R: binom.test(x, n)$conf.int
    [0, 10, 0, 0.3084971],
    [3, 10, 0.06673951, 0.6524529],
    [10, 10, 0.6915029, 1],
    [5, 100, 0.01643188, 0.1128349],
  ])('has the exact interval of %d in %d', (hits, of, low, high) => {
    const [lower, upper] = clopperPearson(hits, of);
    expect(lower).toBeCloseTo(low, 6);
    expect(upper).toBeCloseTo(high, 6);
  });

  test('counts traces that are never rolled back in its quantiles', () => {
    expect(quantile([15, 30, never, never], 0.5)).toBe(30);
    expect(quantile([15, never, never], 0.5)).toBeNull();
  });

  test('tells what was rolled back, promoted, and left undecided', () => {
    const tally = tallyOf([
      outcome('rollback', 30, 4),
      outcome('promote', never, 8),
      outcome('hold', never, 6),
      outcome('rollback', 60, 2),
    ]);
    expect(tally).toMatchObject({
      traces: 4,
      rolledBack: 2,
      promoted: 1,
      undecided: 1,
      median: 60,
      p90: null,
      meanErrors: 5,
    });
  });

  test('misses a target when the median is never reached', () => {
    const tally = tallyOf([outcome('hold', never, 1), outcome('hold', never, 1), outcome('rollback', 15, 1)]);
    expect(judge({ median: 30, errors: 1 }, tally)).toEqual([
      { what: 'median seconds', target: 30, measured: null, met: false },
      { what: 'canary errors', target: 1, measured: 1, met: true },
    ]);
  });
});
