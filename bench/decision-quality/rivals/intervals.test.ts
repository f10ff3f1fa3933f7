import { describe, expect, test } from 'vitest';
import { brentRoot } from './brent.ts';
import { intervalFigures, mostlyZero } from './intervals.fixture.ts';
import { shiftedStatistic, shiftInterval } from './mann-whitney.ts';

describe("Brent's method", () => {
  test.each([
    ['a line', (x: number) => 3 - x, 0, 10, 3],
    ['a cubic', (x: number) => x ** 3 - 2, 0, 5, Math.cbrt(2)],
    ['a step', (x: number) => (x < 1.234 ? 1 : -1), -3, 7, 1.234],
    ['a root at the lower end', (x: number) => x, 0, 1, 0],
    ['a root at the upper end', (x: number) => x - 1, 0, 1, 1],
  ] as const)('finds %s', (_, of, from, to, root) => {
    expect(Math.abs(brentRoot(of, from, to, 1e-9) - root)).toBeLessThan(1e-8);
  });
});

describe("Kayenta's interval of the shift", () => {
  test.each(intervalFigures)(
    'is the one of $name',
    ({ experiment, control, quantile, lower, upper, estimate, within }) => {
      const interval = shiftInterval(experiment, control, quantile);
      expect(Math.abs((interval?.lower ?? Number.NaN) - lower)).toBeLessThan(within);
      expect(Math.abs((interval?.upper ?? Number.NaN) - upper)).toBeLessThan(within);
      if (estimate !== undefined) expect(Math.abs((interval?.estimate ?? Number.NaN) - estimate)).toBeLessThan(within);
    },
  );

  test('has the statistic of R at both ends of the range', () => {
    const { experiment, control, atLeastShift, atMostShift } = mostlyZero;
    const z = 1.9599639845400536;
    for (const { shift, lower, upper } of [atLeastShift, atMostShift]) {
      expect(shiftedStatistic(experiment, control, shift, z)).toBeCloseTo(lower, 6);
      expect(shiftedStatistic(experiment, control, shift, -z)).toBeCloseTo(upper, 6);
    }
  });
});
