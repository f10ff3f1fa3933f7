import { describe, expect, it } from 'vitest';
import { logBeta, logGamma, logIncompleteBeta } from './beta.ts';
import { binomial } from './enumeration.fixture.ts';
import { OneSidedBinomial, SHARE_LIMIT, ShareEvidence } from './share.ts';

/** Sum s and variance v of the paper's terms, as counts: k = s + n p, n = v / (p (1 - p)). */
function logMixture(mixture: OneSidedBinomial, p: number, s: number, v: number): number {
  const n = v / (p * (1 - p));
  return mixture.logValue(s + n * p, n);
}

describe('the one-sided binomial mixture', () => {
  // Source: confseq, the test suite of Howard, Ramdas et al.: g = 0.2, h = 0.8, v_opt 100, alpha_opt 0.05.
  const mixture = new OneSidedBinomial(0.2, 100, 0.05);

  it('has the published value', () => {
    expect(logMixture(mixture, 0.2, 10, 100)).toBeCloseTo(-0.07134019, 5);
  });

  it('crosses 1/alpha at the published bound', () => {
    let low = 0;
    let high = 100;
    for (let i = 0; i < 60; i += 1) {
      const middle = (low + high) / 2;
      if (logMixture(mixture, 0.2, middle, 100) < Math.log(20)) low = middle;
      else high = middle;
    }
    expect(low).toBeCloseTo(28.41238, 5);
  });

  it('expects at most 1 at every share up to its edge', () => {
    for (const share of [0.2, 0.1, 0]) {
      for (let n = 1; n <= 30; n += 1) {
        const sum = binomial(n, share).reduce((all, p, k) => all + p * Math.exp(mixture.logValue(k, n)), 0);
        expect(sum).toBeLessThanOrEqual(1 + 1e-9);
      }
    }
  });
});

describe('the share of traffic', () => {
  it('is in order within the tolerance, however long', () => {
    const share = new ShareEvidence(0.1);
    for (let i = 0; i < 5000; i += 1) share.advance(12, 88);
    expect(share.value).toBeLessThan(1);
  });

  it.each([
    [4, 96],
    [17, 83],
    [0, 100],
  ])('is off when %i of 100 go to a canary of 10 %%', (canary, stable) => {
    const share = new ShareEvidence(0.1);
    for (let i = 0; i < 100; i += 1) share.advance(canary, stable);
    expect(share.value).toBeGreaterThan(SHARE_LIMIT);
  });
});

describe('the functions behind it', () => {
  it('have the values of tables', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(logGamma(101)).toBeCloseTo(363.73937555556347, 9);
    expect(logBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 12);
    // The integral of t (1-t)^2 to 0.3 and to 0.9, by its polynomial.
    const polynomial = (x: number) => x ** 2 / 2 - (2 * x ** 3) / 3 + x ** 4 / 4;
    expect(logIncompleteBeta(2, 3, 0.3)).toBeCloseTo(Math.log(polynomial(0.3)), 12);
    expect(logIncompleteBeta(2, 3, 0.9)).toBeCloseTo(Math.log(polynomial(0.9)), 12);
  });
});
