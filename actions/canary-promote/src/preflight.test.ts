import { describe, expect, it } from 'vitest';
import type { Plan } from './plan.ts';
import { preflight } from './preflight.ts';
import { plan, start } from './rollout.fixture.ts';
import type { Stratum } from './strata.ts';

/** Stable in the hour before: requests and errors of each stratum, of one pod. */
function past(requests: number, errors: number): readonly Stratum[] {
  return Array.from({ length: 240 }, (_, i) => ({
    from: start + i * 15_000,
    to: start + (i + 1) * 15_000,
    readings: {
      errors: {
        kind: 'counts',
        canary: { requests: [], bad: [[]] },
        stable: { requests: [requests], bad: [[errors]] },
      },
    },
  }));
}

describe('before the first step', () => {
  it('it says what would be seen, and when, at the traffic of the hour before', () => {
    const { visible, before } = preflight(plan, past(1500, 8));
    expect(before).toEqual([{ metric: 'errors', requests: 360_000, bad: 1920, seconds: 3600 }]);
    const [twice, five, tenth] = visible;
    // canary-statistics.md: medians of 375 s, 165 s and 30 s, here with the first stratum of each step left out.
    expect(twice?.after).toBeGreaterThan(300);
    expect(twice?.after).toBeLessThan(480);
    expect(five?.after).toBeGreaterThan(120);
    expect(five?.after).toBeLessThan(240);
    expect(tenth?.after).toBeLessThanOrEqual(60);
    expect(visible.map(({ perSecond }) => perSecond)).toEqual([100, 100, 100]);
  });

  it('it says what cannot be decided at all', () => {
    const { visible } = preflight(plan, past(8, 0));
    expect(visible[0]).toMatchObject({ fault: { times: 2 }, after: null });
  });

  it('it finds limits of the soak that stable itself does not keep', () => {
    const soak = {
      duration: 86_400,
      errorRate: 0.001,
      latencyP95: undefined,
      availability: 0.999,
      criticalAlerts: undefined,
    };
    const { unreachable } = preflight({ ...plan, soak }, past(1000, 4));
    expect(unreachable).toEqual([
      { limit: 'error-rate', allowed: 0.001, seen: 0.004 },
      { limit: 'availability', allowed: 0.999, seen: 0.996 },
    ]);
    expect(preflight({ ...plan, soak }, past(10_000, 1)).unreachable).toEqual([]);
  });

  it('without a past it takes rates, and says why no placebo was tried', () => {
    const empty = preflight(plan, []);
    expect(empty).toMatchObject({ method: 'R15', withoutPlacebo: 'the source keeps no past', visible: [] });
    const trouble = { kind: 'trouble' as const, code: 'source-timeout' as const, detail: 'no answer in 10 s' };
    expect(preflight(plan, trouble)).toMatchObject({ method: 'R15', withoutPlacebo: 'no answer in 10 s' });
  });

  it('takes the test that the plan names', () => {
    const named: Plan = { ...plan, test: 'S', assume: 'independent' };
    expect(preflight(named, past(100, 1))).toMatchObject({
      method: 'S15',
      ground: { method: { test: 'S', merge: 1 } },
    });
  });
});
