import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../../scripts/vitest/thoroughly.ts';
import { poolOf } from './pool.fixture.ts';
import { weightsFor } from './weights.ts';

/** Weights of stable and of canary, in the order of their names. */
function made(stable: readonly number[], canary: readonly number[], percent: number): readonly (readonly number[])[] {
  const weights = weightsFor(poolOf(stable, canary), percent);
  const group = (letter: string) => [...weights].filter(([name]) => name.startsWith(letter)).map(([, value]) => value);
  return [group('s'), group('c')];
}

describe('weights for a percent', () => {
  it.each([
    // Servers of stable and canary as configured, percent, and what they get.
    [[100], [0], 10, [90], [10]],
    [[100, 100, 100], [0], 10, [90, 90, 90], [30]],
    [[100, 100, 100], [0], 25, [75, 75, 75], [75]],
    [[1, 1, 1], [1], 10, [3, 3, 3], [1]],
    [[100, 50], [0], 20, [80, 40], [30]],
    [[100, 100], [0, 0], 50, [50, 50], [50, 50]],
    [[100], [0], 0, [100], [0]],
    [[100, 50], [0], 0, [100, 50], [0]],
    [[100, 100], [0, 0], 100, [0, 0], [100, 100]],
    [[100], [0], 0.5, [199], [1]],
    [[256], [0, 0, 0], 100, [0], [85, 85, 85]],
  ])('of %j and %j at %d %% are %j and %j', (stable, canary, percent, ...expected) => {
    expect(made(stable, canary, percent)).toEqual(expected);
  });

  it('let a server idle only where the percent cannot be had otherwise', () => {
    // One canary has at most 256, so stable has 2 for its three servers.
    expect(made([100, 100, 100], [0], 99)).toEqual([[1, 1, 0], [198]]);
  });

  it('are none for a percent that is finer than whole weights, and say so', () => {
    const unfit = { code: 'unfit', message: expect.stringContaining('0.1') };
    for (const percent of [0.1, 33.33, 12.34, 99.9, -1, 100.1, Number.NaN])
      expect(() => made([100], [0], percent)).toThrow(expect.objectContaining(unfit));
  });

  const group = fc.array(fc.integer({ min: 1, max: 256 }), { minLength: 1, maxLength: 6 });
  it('are whole, from 0 to 256, and give every whole percent to 0.05 %', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.nat(100), (many, few, percent) => {
        const [stable = [], canary = []] = made(Array(many).fill(100), Array(few).fill(0), percent);
        const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
        expect([...stable, ...canary].every((value) => Number.isInteger(value) && value >= 0 && value <= 256)).toBe(
          true,
        );
        expect(Math.abs((sum(canary) / (sum(stable) + sum(canary))) * 100 - percent)).toBeLessThan(0.05);
        // Of equal servers no two differ by more than the rest of a division.
        for (const values of [stable, canary]) expect(Math.max(...values) - Math.min(...values)).toBeLessThanOrEqual(1);
      }),
      { numRuns: runs(300) },
    );
  });

  it('keep the configured ratio within a group', () => {
    fc.assert(
      fc.property(group, fc.integer({ min: 5, max: 60 }), (configured, percent) => {
        const [stable = []] = made(configured, [0], percent);
        const whole = configured.reduce((all, value) => all + value, 0);
        const sum = stable.reduce((all, value) => all + value, 0);
        stable.forEach((value, at) => {
          expect(Math.abs(value - (sum * (configured[at] ?? 0)) / whole)).toBeLessThan(1);
        });
      }),
      { numRuns: runs(200) },
    );
  });
});
