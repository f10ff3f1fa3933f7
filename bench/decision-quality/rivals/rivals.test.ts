import { describe, expect, test } from 'vitest';
import { decide } from '../../../actions/canary-promote/src/decide.ts';
import type { Plan } from '../../../actions/canary-promote/src/plan.ts';
import { replayPlan } from '../../../actions/canary-promote/src/replay/default-plan.ts';
import { type ArgoPhase, argo, assessMetric } from './argo.ts';
import type { ArmCell, Rival } from './arm-cells.ts';
import { checkPasses, FlaggerAnalysis, flagger } from './flagger.ts';
import { mostlyZero, samples, tied } from './kayenta.fixture.ts';
import { classify, kayenta } from './kayenta.ts';
import { literal } from './literal.ts';
import { shiftedStatistic, shiftInterval } from './mann-whitney.ts';
import { peeked, proportionsZ } from './peeked.ts';

/** 60 cells of 15 s in three steps; errors of the canary in a cell by its number, of 1000 requests. */
function cells(canaryBad: (cell: number) => number, stableBad = 5): readonly ArmCell[] {
  return Array.from({ length: 60 }, (_, i) => ({
    t: 15 * (i + 1),
    step: Math.floor(i / 20),
    canaryRequests: 1000,
    canaryBad: canaryBad(i),
    stableRequests: 1000,
    stableBad,
  }));
}

const never = Number.POSITIVE_INFINITY;

describe('Argo Rollouts', () => {
  // argo-rollouts, analysis/analysis_test.go: TestAssessMetricStatusFailureLimit, ...InconclusiveLimit, ...ConsecutiveErrors, ...CountReached
  test.each<[string, Parameters<typeof assessMetric>[0], Parameters<typeof assessMetric>[1], ArgoPhase, ArgoPhase]>([
    ['3 failures, limit 2', { failureLimit: 2 }, { count: 3, failed: 3 }, 'Failed', 'Failed'],
    ['3 failures, limit 3', { failureLimit: 3 }, { count: 3, failed: 3 }, 'Running', 'Successful'],
    [
      '3 inconclusive, limit 2',
      { inconclusiveLimit: 2 },
      { count: 3, inconclusive: 3 },
      'Inconclusive',
      'Inconclusive',
    ],
    ['3 inconclusive, limit 3', { inconclusiveLimit: 3 }, { count: 3, inconclusive: 3 }, 'Running', 'Successful'],
    ['5 errors in a row', {}, { count: 5, consecutiveError: 5 }, 'Error', 'Error'],
    ['4 errors in a row', {}, { count: 5, consecutiveError: 4 }, 'Running', 'Successful'],
    ['10 of 10 measured', { count: 10 }, { count: 10 }, 'Successful', 'Successful'],
    [
      '10 of 10 measured, 5 inconclusive',
      { count: 10 },
      { count: 10, inconclusive: 5 },
      'Inconclusive',
      'Inconclusive',
    ],
    ['1 failure, no limit', {}, { count: 1, failed: 1 }, 'Failed', 'Failed'],
  ])('%s', (_, limits, result, running, ending) => {
    expect([assessMetric(limits, result, false), assessMetric(limits, result, true)]).toEqual([running, ending]);
  });

  test('fails with the fourth minute below 99 %, in a row or not', () => {
    expect(argo(cells(() => 11))).toBe(240);
    expect(argo(cells((i) => (Math.floor(i / 4) % 2 === 0 ? 11 : 0)))).toBe(420);
    expect(argo(cells(() => 10))).toBe(never);
  });

  test('ends in error with the fifth minute without requests', () => {
    expect(argo(cells(() => 0).map((cell) => ({ ...cell, canaryRequests: 0 })))).toBe(300);
  });
});

describe('Flagger', () => {
  // flagger, pkg/controller/scheduler_deployment_test.go: TestScheduler_DeploymentRollback (threshold 10)
  test('rolls back in the round that finds 10 failed checks', () => {
    const analysis = new FlaggerAnalysis(10, 10);
    analysis.advance(false);
    expect(analysis.phase).toBe('Failed');
  });

  test('checks once more with 9 failed checks, and rolls back in the next round', () => {
    const analysis = new FlaggerAnalysis(10, 9);
    analysis.advance(false);
    expect([analysis.phase, analysis.failedChecks]).toEqual(['Progressing', 10]);
    analysis.advance(true);
    expect(analysis.phase).toBe('Failed');
  });

  // flagger, pkg/controller/scheduler_metrics.go and its tests: bounds pass, no values fail
  test.each([
    [{ min: 99 }, 99, true],
    [{ min: 99 }, 98.99, false],
    [{ min: 0, max: 50 }, 50, true],
    [{ min: 0, max: 50 }, 100, false],
    [{ min: 99 }, undefined, false],
  ])('with %j finds that %d passes: %s', (metric, value, passes) => {
    expect(checkPasses(metric, value)).toBe(passes);
  });

  test('rolls back a minute after the fifth failed check', () => {
    expect(flagger(cells(() => 11))).toBe(360);
    expect(flagger(cells(() => 10))).toBe(never);
  });
});

describe('Kayenta', () => {
  test('has the interval that R has, to the 1e-4 of its solver', () => {
    const interval = shiftInterval(tied.experiment, tied.control, 1.959963984540054);
    expect(Math.abs((interval?.lower ?? 0) - tied.lower)).toBeLessThan(1e-4);
    expect(Math.abs((interval?.upper ?? 1) - tied.upper)).toBeLessThan(1e-4);
    expect(Math.abs((interval?.estimate ?? 1) - tied.estimate)).toBeLessThan(1e-4);
  });

  test('has the statistic that R has, ties and all', () => {
    const { experiment, control, least, most, quantile } = mostlyZero;
    expect(Math.min(...experiment) - Math.max(...control)).toBeCloseTo(least, 12);
    expect(Math.max(...experiment) - Math.min(...control)).toBeCloseTo(most, 12);
    for (const [z, [low = 0, high = 0]] of [
      [quantile, mostlyZero.above],
      [-quantile, mostlyZero.below],
    ] as const) {
      expect(shiftedStatistic(experiment, control, least, z)).toBeCloseTo(low, 6);
      expect(shiftedStatistic(experiment, control, most, z)).toBeCloseTo(high, 6);
    }
  });

  // ClassifierSuite, fraction 0.10, 95 %
  test.each([
    ['ten', 'otherTen', 'either', 'Pass'],
    ['twenty', 'otherTen', 'either', 'High'],
    ['ten', 'otherTwenty', 'either', 'Low'],
    ['ten', 'otherTwenty', 'increase', 'Pass'],
    ['twenty', 'otherTen', 'decrease', 'Pass'],
    ['twenty', 'otherTen', 'increase', 'High'],
    ['ten', 'otherTwenty', 'decrease', 'Low'],
  ] as const)('finds that %s against %s, %s, is %s', (experiment, control, direction, expected) => {
    const setting = { fraction: 0.1, quantile: 1.959963984540054, direction };
    expect(classify(samples[experiment], samples[control], setting)).toBe(expected);
  });

  test('finds nothing in no data, and passes what is the same', () => {
    const setting = { fraction: 0.25, quantile: 2.33, direction: 'increase' } as const;
    expect(classify([], [1], setting)).toBe('Nodata');
    expect(classify([1, 2], [1, 2], setting)).toBe('Pass');
    expect(classify([0, 0, 0], [0, 0], setting)).toBe('Pass');
  });

  test('does not find zeros worse by an accident of its solver', () => {
    const few = [...Array<number>(19).fill(0), 1];
    expect(classify(few, [...few, 0, 1], { fraction: 0.25, quantile: 2.33, direction: 'increase' })).toBe('Pass');
  });

  test('judges at the end of a step', () => {
    expect(kayenta(cells((i) => (i < 20 ? 5 : 20 + (i % 3))))).toBe(600);
    expect(kayenta(cells((i) => 4 + (i % 3)))).toBe(never);
  });
});

describe('the z-test of two proportions', () => {
  test.each([
    // statsmodels, proportions_ztest: 5 of 83 and 12 of 99, two-sided p 0.159
    [[5, 12], [83, 99], -1.4078],
    // R: prop.test(c(15, 25), c(50, 50), correct = FALSE), X-squared 4.1667
    [[15, 25], [50, 50], -Math.sqrt(4.16667)],
  ] as const)('of %j in %j', (bad, requests, z) => {
    expect(proportionsZ(bad, requests)).toBeCloseTo(z, 3);
  });

  test('is looked at with each cell', () => {
    expect(peeked(cells((i) => (i < 4 ? 5 : 30)))).toBe(75);
    expect(peeked(cells(() => 5))).toBe(never);
  });
});

describe('the literal trigger', () => {
  test.each<[string, (cell: number) => number, number]>([
    ['at once above 5 %', () => 51, 15],
    ['never at 5 %', () => 50, never],
    ['when the last 5 minutes pass 5 %', (i) => (i < 30 ? 0 : 100), 30 * 15 + 165],
  ])('fires %s, as the mode literal does', (_, bad, at) => {
    const all = cells(bad);
    expect(literal(all)).toBe(at);
    expect(modeLiteral(all)).toBe(at);
  });
});

/** When the gate itself fires in the mode `literal`, on the same cells. */
const modeLiteral: Rival = (all) => {
  const plan: Plan = {
    ...replayPlan,
    steps: replayPlan.steps.map((step) => ({ ...step, hold: 10_000, max: 10_000 })),
    mode: 'literal',
    requestTimeout: 0,
    triggers: { ...replayPlan.triggers, errorRate: { above: 0.05, window: 300 } },
  };
  const entries = all.map(({ t, canaryRequests, canaryBad, stableRequests, stableBad }) => ({
    event: 'stratum' as const,
    stratum: {
      from: (t - 15) * 1000,
      to: t * 1000,
      readings: {
        errors: {
          kind: 'counts' as const,
          canary: { requests: [canaryRequests], bad: [[canaryBad]] },
          stable: { requests: [stableRequests], bad: [[stableBad]] },
        },
      },
    },
  }));
  const ground = { method: { test: 'R' as const, merge: 1 }, before: {} };
  const decision = decide(plan, ground, [{ event: 'step', step: 0, at: 0 }, ...entries]);
  return decision.action === 'rollback' ? decision.at / 1000 : Number.POSITIVE_INFINITY;
};
