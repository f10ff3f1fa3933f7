import { describe, expect, it } from 'vitest';
import { LawRoom } from './counting.ts';
import { EdgeEvidence } from './edge.ts';
import { AbsoluteEvidence, FastEvidence } from './limits.ts';
import { rateEvidence, rollbackGrid } from './rates.ts';

const clean = { canaryRequests: 100, canaryBad: 0, stableRequests: 900, stableBad: 0 };
const broken = { canaryRequests: 100, canaryBad: 50, stableRequests: 900, stableBad: 4 };

describe('late starts', () => {
  it('still have stakes behind a window of half an hour', () => {
    const fast = new FastEvidence(0);
    fast.advance(clean, 1800, false);
    for (let i = 0; i < 8; i += 1) fast.advance(broken, 15, false);
    expect(fast.value).toBeGreaterThan(1000);
  });

  it('stay numbers, whatever is counted', () => {
    const absolute = new AbsoluteEvidence(0.001);
    for (let i = 0; i < 200; i += 1) absolute.advance(1e7, 0, 900);
    absolute.advance(1e9, 1e9, 15);
    expect(Number.isFinite(absolute.value)).toBe(true);
  });
});

describe('strata that are merged', () => {
  it('count what is possibly slow in any of them', () => {
    const settings = {
      method: { test: 'R', merge: 4 },
      steps: 1,
      margin: 1,
      floor: 0.01,
      fastOver: undefined,
      limit: undefined,
    } as const;
    const evidence = new EdgeEvidence(settings);
    evidence.begin(0);
    const exact = { ...clean, canaryRequests: 1000, stableRequests: 9000 };
    const bracketed = { ...exact, possibly: { canaryBad: 100, stableBad: 0 } };
    for (let i = 0; i < 5; i += 1)
      for (const counts of [exact, bracketed, bracketed, bracketed]) evidence.advance(counts, 15, false);
    expect(evidence.promotion).toBeLessThan(1);
  });
});

describe('very large counts', () => {
  it('leave the law a law', () => {
    const law = new LawRoom().hypergeometric(2e13, 1e6, 1e13);
    const sum = law.at.slice(0, law.length).reduce((all, p) => all + p, 0);
    expect(sum).toBeCloseTo(1, 9);
  });

  it('say nothing where rates are the same', () => {
    const out = new Float64Array(rollbackGrid.length);
    const pair = { canaryRequests: 4e5, canaryBad: 4000, stableRequests: 3.6e6, stableBad: 36_000 };
    rateEvidence(pair, 1.5, out);
    for (const each of out) expect(each).toBeLessThan(0);
    rateEvidence({ canaryRequests: 1e6, canaryBad: 4e5, stableRequests: 3e5, stableBad: 1.2e5 }, 1.5, out);
    for (const each of out) expect(each).toBeLessThan(0);
  });
});
