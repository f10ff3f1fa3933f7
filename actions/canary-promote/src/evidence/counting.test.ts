import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../scripts/vitest/thoroughly.ts';
import { LawRoom, logChoose, logFactorial, logMeanExp } from './counting.ts';

function moments({ first, at, length }: LawRoom): { sum: number; mean: number; variance: number } {
  const values = Array.from({ length }, (_, i) => [first + i, at[i] ?? 0] as const);
  const sum = values.reduce((all, [, p]) => all + p, 0);
  const mean = values.reduce((all, [x, p]) => all + x * p, 0);
  return { sum, mean, variance: values.reduce((all, [x, p]) => all + (x - mean) ** 2 * p, 0) };
}

describe('the laws of counts', () => {
  it('have the hypergeometric mean and variance, from small to very large arms', () => {
    const numbers = fc.tuple(
      fc.integer({ min: 2, max: 3_000_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(numbers, ([all, a, b]) => {
        const marked = Math.floor(Math.min(a * all, 20_000));
        const drawn = Math.floor(b * all);
        const { sum, mean, variance } = moments(new LawRoom().hypergeometric(all, marked, drawn));
        const p = marked / all;
        const expected = drawn * p * (1 - p) * ((all - drawn) / (all - 1));
        expect(sum).toBeCloseTo(1, 6);
        expect(mean).toBeCloseTo(drawn * p, 3);
        expect(variance / Math.max(1, expected)).toBeCloseTo(expected / Math.max(1, expected), 4);
      }),
      { numRuns: runs(200) },
    );
  });

  it('have the binomial mean and variance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.double({ min: 0.01, max: 1, noNaN: true }), (tried, kept) => {
        const { sum, mean, variance } = moments(new LawRoom().binomial(tried, kept));
        expect(sum).toBeCloseTo(1, 9);
        expect(mean).toBeCloseTo(tried * kept, 6);
        expect(variance).toBeCloseTo(tried * kept * (1 - kept), 5);
      }),
      { numRuns: runs(200) },
    );
  });

  it('never sum to more than 1: what is dropped only makes evidence smaller', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 5000 }),
        (all, marked, drawn) => {
          const law = new LawRoom().hypergeometric(all, Math.min(all, marked), Math.min(all, drawn));
          expect(moments(law).sum).toBeLessThanOrEqual(1 + 1e-9);
        },
      ),
    );
  });

  it('give the law of a difference by every pair', () => {
    const one = new LawRoom().binomial(3, 0.5);
    const other = new LawRoom().binomial(2, 0.5);
    const law = new LawRoom().difference(one, other);
    expect(law.first).toBe(-2);
    expect([...law.at.slice(0, law.length)].map((p) => Math.round(p * 32))).toEqual([1, 5, 10, 10, 5, 1]);
  });
});

describe('logarithms', () => {
  it('of factorials go on where the table ends', () => {
    expect(logFactorial(4096) - logFactorial(4095)).toBeCloseTo(Math.log(4096), 10);
    expect(logFactorial(20)).toBeCloseTo(Math.log(2432902008176640000), 12);
    expect(logChoose(52, 5)).toBeCloseTo(Math.log(2598960), 12);
  });

  it('of a mean of exponentials neither overflow nor lose the largest', () => {
    expect(logMeanExp([1000, 0])).toBeCloseTo(1000 - Math.log(2), 12);
    expect(logMeanExp([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY])).toBe(Number.NEGATIVE_INFINITY);
  });
});
