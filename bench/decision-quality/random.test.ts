import { describe, expect, test } from 'vitest';
import { logFactorial, Random } from './random.ts';

const DRAWS = 40_000;

function draws(sample: (random: Random) => number, seed = 7): Float64Array {
  const random = new Random(seed, 'test');
  return Float64Array.from({ length: DRAWS }, () => sample(random));
}

/** Chi-square of counts against a law, cells below 10 expected joined; as a normal deviate (Wilson & Hilferty 1931). */
function deviate(values: Float64Array, mass: (k: number) => number, from: number, to: number): number {
  const seen = new Map<number, number>();
  for (const value of values) seen.set(value, (seen.get(value) ?? 0) + 1);
  let [chi, cells, expected, observed] = [0, 0, 0, 0];
  let [allExpected, allObserved] = [0, 0];
  for (let k = from; k <= to; k += 1) {
    expected += DRAWS * mass(k);
    observed += seen.get(k) ?? 0;
    if (expected < 10) continue;
    chi += (observed - expected) ** 2 / expected;
    cells += 1;
    allExpected += expected;
    allObserved += observed;
    [expected, observed] = [0, 0];
  }
  const rest = DRAWS - allExpected;
  if (rest > 5) {
    chi += (DRAWS - allObserved - rest) ** 2 / rest;
    cells += 1;
  }
  const freedom = cells - 1;
  const ninth = 2 / (9 * freedom);
  return (Math.cbrt(chi / freedom) - (1 - ninth)) / Math.sqrt(ninth);
}

describe('random numbers', () => {
  test('are the same for the same seed, name and number, and differ otherwise', () => {
    const first = (seed: number, name: string, index: number) => new Random(seed, name, index).unit();
    expect(first(1, 'aa', 3)).toBe(first(1, 'aa', 3));
    expect(new Set([first(1, 'aa', 3), first(2, 'aa', 3), first(1, 'ab', 3), first(1, 'aa', 4)]).size).toBe(4);
  });

  test('are those of xoshiro128** as its authors have it, from the state 1, 2, 3, 4', () => {
    const random = Random.ofState([1, 2, 3, 4]);
    expect([random.whole(), random.whole(), random.whole(), random.whole()]).toEqual([11520, 0, 5927040, 70819200]);
  });

  test('are uniform', () => {
    const values = draws((random) => random.below(64));
    expect(Math.abs(deviate(values, () => 1 / 64, 0, 63))).toBeLessThan(4);
  });

  test.each([0.4, 3, 9.9, 10, 40, 75, 1500])('of Poisson %d follow its law', (mean) => {
    const values = draws((random) => random.poisson(mean));
    const mass = (k: number) => Math.exp(k * Math.log(mean) - mean - logFactorial(k));
    const reach = 8 * Math.sqrt(mean) + 10;
    expect(
      Math.abs(deviate(values, mass, Math.max(0, Math.floor(mean - reach)), Math.ceil(mean + reach))),
    ).toBeLessThan(4);
  });

  test.each([
    [75, 0.005],
    [75, 0.1],
    [75, 0.14],
    [20, 0.5],
    [40, 0.97],
    [1500, 0.3],
    [1, 0.2],
  ])('of %d trials at %d follow the binomial law', (trials, share) => {
    const values = draws((random) => random.binomial(trials, share));
    const choose = (k: number) => logFactorial(trials) - logFactorial(k) - logFactorial(trials - k);
    const mass = (k: number) => Math.exp(choose(k) + k * Math.log(share) + (trials - k) * Math.log1p(-share));
    expect(Math.abs(deviate(values, mass, 0, trials))).toBeLessThan(4);
  });

  test.each([0.5, 1, 2])('of noise with cv %d have mean 1 and that cv', (cv) => {
    const values = draws((random) => random.noise(cv));
    const mean = values.reduce((sum, each) => sum + each, 0) / DRAWS;
    const square = values.reduce((sum, each) => sum + (each - 1) ** 2, 0) / DRAWS;
    expect(Math.abs(mean - 1)).toBeLessThan((5 * cv) / Math.sqrt(DRAWS));
    expect(Math.abs(Math.sqrt(square) / cv - 1)).toBeLessThan(0.08);
  });

  test('of nothing are nothing', () => {
    const random = new Random(1);
    expect([random.poisson(0), random.binomial(0, 0.5), random.binomial(9, 0), random.binomial(9, 1)]).toEqual([
      0, 0, 0, 9,
    ]);
  });

  test('have factorials that do not jump where the table ends', () => {
    expect(logFactorial(4096) - logFactorial(4095)).toBeCloseTo(Math.log(4096), 9);
  });
});
