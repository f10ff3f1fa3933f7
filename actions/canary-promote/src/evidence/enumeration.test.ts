import { describe, expect, it } from 'vitest';
import { binomial, choices, countLists, expectation, sizes, stableRates } from './enumeration.fixture.ts';
import { independentEvidence, independentPromotion, promotionIndependentSize } from './independent.ts';
import { AbsoluteEvidence, FastEvidence, floorPromotion, promotionFloorSize } from './limits.ts';
import { podEvidence } from './pods.ts';
import { promotionRatesSize, rateEvidence, ratePromotion, rollbackGrid } from './rates.ts';

/** canary-statistics.md asks for expectations of at most this, over all small tables. */
const AT_MOST = 1 + 1e-9;
const margins = [1, 1.5, 2];

function worst(values: Iterable<number>): number {
  let highest = 0;
  for (const value of values) highest = Math.max(highest, value);
  return highest;
}

describe('test R', () => {
  it.each(margins)('expects at most 1 when the canary fails at most %s times as often', (margin) => {
    for (const arms of sizes) {
      for (const stable of stableRates) {
        for (const part of [1, 0.5]) {
          const rates = { canary: part * margin * stable, stable };
          const sums = expectation(arms, rates, rollbackGrid.length, (pair, out) => rateEvidence(pair, margin, out));
          expect(worst(sums)).toBeLessThanOrEqual(AT_MOST);
          // No power is given away: at the edge of the null the expectation is 1.
          if (part === 1) expect(Math.min(...sums)).toBeGreaterThan(1 - 1e-9);
        }
      }
    }
  });

  it('expects at most 1 under noise that may hit either arm: rates that change places', () => {
    for (const arms of sizes) {
      for (const [high, low] of [
        [0.5, 0.02],
        [0.9, 0.1],
        [0.2, 0.1],
      ] as const) {
        const one = expectation(arms, { canary: high, stable: low }, rollbackGrid.length, (pair, out) =>
          rateEvidence(pair, 1, out),
        );
        const two = expectation(arms, { canary: low, stable: high }, rollbackGrid.length, (pair, out) =>
          rateEvidence(pair, 1, out),
        );
        expect(worst(one.map((value, g) => (value + (two[g] ?? 0)) / 2))).toBeLessThanOrEqual(AT_MOST);
      }
    }
  });

  it('expects more than 1 as soon as the canary is worse', () => {
    const sums = expectation({ canary: 6, stable: 9 }, { canary: 0.3, stable: 0.1 }, rollbackGrid.length, (pair, out) =>
      rateEvidence(pair, 1, out),
    );
    expect(Math.min(...sums)).toBeGreaterThan(1);
  });
});

describe('test S', () => {
  it.each(margins)('expects at most 1 when the canary fails at most %s times as often', (margin) => {
    for (const arms of sizes) {
      for (const stable of stableRates) {
        for (const part of [1, 0.5]) {
          const rates = { canary: part * margin * stable, stable };
          const sums = expectation(arms, rates, rollbackGrid.length, (pair, out) =>
            independentEvidence(pair, margin, out),
          );
          expect(worst(sums)).toBeLessThanOrEqual(AT_MOST);
        }
      }
    }
  });
});

describe('test P', () => {
  it.each([
    [5, 1],
    [5, 2],
    [6, 3],
  ])('expects at most 1 whichever of %i pods are the %i canaries', (pods, chosen) => {
    const out = new Float64Array(rollbackGrid.length);
    const groups = choices(pods, chosen);
    for (const counts of countLists(pods, pods === 6 ? 2 : 3)) {
      const sums = new Array<number>(rollbackGrid.length).fill(0);
      for (const group of groups) {
        const canary = group.map((pod) => counts[pod] ?? 0);
        const stable = counts.filter((_, pod) => !group.includes(pod));
        podEvidence(canary, stable, out);
        for (let g = 0; g < sums.length; g += 1) sums[g] = (sums[g] ?? 0) + Math.exp(out[g] ?? 0) / groups.length;
      }
      expect(worst(sums)).toBeLessThanOrEqual(AT_MOST);
    }
  });

  it('gives the same by logarithms as by products', () => {
    const small = new Float64Array(rollbackGrid.length);
    const large = new Float64Array(rollbackGrid.length);
    podEvidence([3, 1], [0, 2, 1, 4], small);
    // The same differences between pods, at counts that a product of powers could not hold.
    podEvidence([1003, 1001], [1000, 1002, 1001, 1004], large);
    for (const [g, value] of small.entries()) expect(large[g]).toBeCloseTo(value, 8);
  });
});

describe('the fast part B', () => {
  /** Two strata, so that the starts and what is left are in it; a late start needs the second. */
  function expectedFast(
    arms: { canary: number; stable: number },
    rates: { canary: number; stable: number },
    before: number,
  ): number {
    const canary = binomial(arms.canary, rates.canary);
    const stable = binomial(arms.stable, rates.stable);
    let sum = 0;
    for (const [k1, p1] of canary.entries())
      for (const [l1, q1] of stable.entries())
        for (const [k2, p2] of canary.entries())
          for (const [l2, q2] of stable.entries()) {
            const fast = new FastEvidence(before);
            for (const [canaryBad, stableBad] of [
              [k1, l1],
              [k2, l2],
            ] as const) {
              fast.advance(
                { canaryRequests: arms.canary, canaryBad, stableRequests: arms.stable, stableBad },
                15,
                false,
              );
            }
            sum += p1 * q1 * p2 * q2 * fast.value;
          }
    return sum;
  }

  it("expects at most 1 below its allowed rate, and at up to three times stable's", () => {
    for (const before of [0, 0.05]) {
      const allowed = new FastEvidence(before).allowed;
      for (const arms of [
        { canary: 1, stable: 5 },
        { canary: 3, stable: 3 },
        { canary: 4, stable: 2 },
      ]) {
        for (const stable of [0, 0.05, 0.3]) {
          expect(expectedFast(arms, { canary: allowed, stable }, before)).toBeLessThanOrEqual(AT_MOST);
          expect(expectedFast(arms, { canary: Math.min(1, 3 * stable), stable }, before)).toBeLessThanOrEqual(AT_MOST);
        }
      }
    }
  });

  it('expects at most 1 in one stratum of up to 12 requests an arm', () => {
    for (const arms of sizes) {
      for (const stable of [0.01, 0.1, 0.3]) {
        for (const canary of [0.02, 3 * stable]) {
          const [sum = 0] = expectation(arms, { canary, stable }, 1, (pair, out) => {
            const fast = new FastEvidence(0);
            fast.advance(pair, 15, false);
            out[0] = Math.log(fast.value);
          });
          expect(sum).toBeLessThanOrEqual(AT_MOST);
        }
      }
    }
  });

  it('is not decided by one stratum, however bad', () => {
    const fast = new FastEvidence(0);
    fast.advance({ canaryRequests: 1000, canaryBad: 1000, stableRequests: 9000, stableBad: 0 }, 15, false);
    expect(0.3 * fast.value).toBeLessThan(100);
  });
});

describe('an absolute limit', () => {
  it('expects at most 1 at every rate up to the limit', () => {
    for (const limit of [0.01, 0.05, 0.3]) {
      for (let n = 1; n <= 12; n += 1) {
        for (const rate of [limit, limit / 2, 0]) {
          const sum = binomial(n, rate).reduce((all, p, k) => {
            const absolute = new AbsoluteEvidence(limit);
            absolute.advance(n, k, 15);
            absolute.advance(n, 0, 15);
            return all + p * absolute.value;
          }, 0);
          expect(sum).toBeLessThanOrEqual(AT_MOST);
        }
      }
    }
  });
});

describe('promotion', () => {
  it.each([
    ['R', promotionRatesSize, ratePromotion],
    ['S', promotionIndependentSize, independentPromotion],
  ] as const)('by %s expects at most 1 when the canary fails at least twice as often', (_, size, evidence) => {
    for (const arms of sizes) {
      for (const stable of stableRates) {
        for (const times of [2, 2.2]) {
          const rates = { canary: Math.min(1, times * stable), stable };
          expect(worst(expectation(arms, rates, size, evidence))).toBeLessThanOrEqual(AT_MOST);
        }
      }
    }
  });

  it('by the floor expects at most 1 at every rate from the floor', () => {
    const out = new Float64Array(promotionFloorSize);
    for (const floor of [0.01, 0.05]) {
      for (let n = 1; n <= 12; n += 1) {
        for (const rate of [floor, 3 * floor, 1]) {
          const sums = new Array<number>(promotionFloorSize).fill(0);
          for (const [k, p] of binomial(n, rate).entries()) {
            floorPromotion(n, k, floor, out);
            for (let q = 0; q < sums.length; q += 1) sums[q] = (sums[q] ?? 0) + p * Math.exp(out[q] ?? 0);
          }
          expect(worst(sums)).toBeLessThanOrEqual(AT_MOST);
        }
      }
    }
  });
});
