import { describe, expect, it } from 'vitest';
import { random, successes } from '../rollout.fixture.ts';
import { Bursts, isLarger } from './bursts.ts';
import { EdgeEvidence } from './edge.ts';

/** Errors of an arm of `requests`, with a burst of 30 in one of five strata, which hits an arm by its size. */
function stratum(share: number, next: () => number) {
  const canaryRequests = Math.round(1500 * share);
  const stableRequests = 1500 - canaryRequests;
  const burst = next() < 0.2 ? 30 : 0;
  const onCanary = next() < share;
  return {
    canaryRequests,
    canaryBad: successes(canaryRequests, 0.005, next) + (onCanary ? burst : 0),
    stableRequests,
    stableBad: successes(stableRequests, 0.005, next) + (onCanary ? 0 : burst),
  };
}

function falseRollbacks(share: number, runs: number): number {
  let count = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const next = random(seed);
    const evidence = new EdgeEvidence({
      method: { test: 'R', merge: 1 },
      steps: 1,
      margin: 1,
      floor: 0.01,
      fastOver: undefined,
      limit: undefined,
    });
    evidence.begin(0);
    for (let i = 0; i < 40 && evidence.value < 100; i += 1) evidence.advance(stratum(share, next), 15, false);
    if (evidence.value >= 100) count += 1;
  }
  return count;
}

describe('bursts', () => {
  it('are ruled out by even counts of both arms, and by nothing less', () => {
    const next = random(5);
    const past = (strata: number, burst: number) => {
      const bursts = new Bursts();
      const even = () => successes(400, 0.02, next);
      for (let i = 0; i < strata; i += 1) {
        const canaryBad = even() + (i % 7 === 0 ? burst : 0);
        bursts.add({ canaryRequests: 400, canaryBad, stableRequests: 400, stableBad: even() });
      }
      return bursts.areRuledOut;
    };
    expect([past(60, 0), past(60, 30), past(7, 0)]).toEqual([true, false, false]);
  });

  it('do not roll back an identical release that has the larger arm', () => {
    // 5 to 11 % without this rule, in a simulation of 1,000 rollouts.
    expect(falseRollbacks(0.8, 150)).toBeLessThanOrEqual(2);
  });

  it('leave R as it is where the canary has half of the traffic or less', () => {
    expect(isLarger({ canaryRequests: 105, canaryBad: 0, stableRequests: 100, stableBad: 0 })).toBe(false);
    expect(isLarger({ canaryRequests: 300, canaryBad: 0, stableRequests: 100, stableBad: 0 })).toBe(true);
  });
});
