import type { Finding } from '../schema-faults.ts';
import { shownValue } from '../value-text.ts';
import type { PlanPath } from './plan-path.ts';
import type { WrittenPlan } from './written-plan.ts';

/** Test P compares pods with each other; below this it has nothing to compare. */
const LEAST_PODS = 5;

/** Probabilities, times, the test and what it assumes. */
export function methodFaults(plan: WrittenPlan): Finding[] {
  return [
    ...openShares.flatMap(([path, example]) => shareFaults(plan, path, example)),
    ...floorFaults(plan),
    ...aboveZero(plan).flatMap((path) => zeroFaults(plan, path)),
    ...noDataFaults(plan),
    ...assumptionFaults(plan),
    ...podFaults(plan),
  ];
}

const openShares: readonly (readonly [PlanPath, string])[] = [
  [['alpha'], '0.01'],
  [['beta'], '0.05'],
  [['burn-rate', 'slo'], '99.9%'],
  [['triggers', 'error-rate', 'above'], '5%'],
];

function shareFaults(plan: WrittenPlan, path: PlanPath, example: string): Finding[] {
  const value = plan.value(path);
  const share = typeof value === 'number' ? value : plan.share(path);
  if (share === undefined || (share > 0 && share < 1)) return [];
  const words = {
    title: `${plan.pathText(path)} must lie between 0 and 1`,
    expected: 'more than 0 and less than 1 (100 %)',
    got: shownValue(value),
    do: `write ${example}`,
  };
  return [plan.finding(path, words)];
}

function floorFaults(plan: WrittenPlan): Finding[] {
  return plan.text(['floor']) === 'off' ? [] : shareFaults(plan, ['floor'], '1%, or off');
}

/** Times for which nothing is no answer. A step's own are judged with the step. */
function aboveZero(plan: WrittenPlan): readonly PlanPath[] {
  const triggers = plan.keys(['triggers']).flatMap((name) => [
    ['triggers', name, 'window'],
    ['triggers', name, 'above'],
  ]);
  const windows = plan.entries(['burn-rate', 'windows']).flatMap((window) => [
    [...window, 'long'],
    [...window, 'short'],
  ]);
  const singles = [['interval'], ['no-data-after'], ['soak'], ['soak', 'duration'], ['source', 'timeout']];
  return [...singles, ...triggers, ...windows];
}

function zeroFaults(plan: WrittenPlan, path: PlanPath): Finding[] {
  if (plan.seconds(path) !== 0) return [];
  const words = { title: `${plan.pathText(path)} must be above 0s`, expected: 'some time' };
  return [plan.finding(path, { ...words, got: shownValue(plan.value(path)), do: 'give a longer time' })];
}

function noDataFaults(plan: WrittenPlan): Finding[] {
  const after = plan.seconds(['no-data-after']);
  const interval = plan.seconds(['interval']) ?? 15;
  if (after === undefined || after === 0 || after >= interval) return [];
  const words = { title: 'no-data-after is shorter than one interval', expected: 'at least one interval' };
  return [
    plan.finding(['no-data-after'], { ...words, got: shownValue(plan.value(['no-data-after'])), do: 'write 5m' }),
  ];
}

function assumptionFaults(plan: WrittenPlan): Finding[] {
  const isIndependent = plan.text(['assume']) === 'independent';
  const findings: Finding[] = [];
  // A recording may be one of scrapes, and a plan without a source takes it from elsewhere.
  if (isIndependent && plan.text(['source', 'kind']) === 'prometheus') {
    const words = {
      title: 'independence cannot be assumed with this source',
      expected: 'a source that reads both arms at the same moment: kind scrape',
      got: `kind prometheus (${plan.place(['source', 'kind'])})`,
      do: 'write assume: exchangeable, or scrape the pods',
    };
    findings.push(plan.finding(['assume'], words));
  }
  if (plan.text(['test']) === 'S' && !isIndependent) {
    const words = {
      title: 'test S needs independent requests',
      expected: 'assume: independent beside it',
      got: `assume: ${plan.text(['assume']) ?? 'exchangeable'}`,
      do: 'write test: auto, or assume: independent with a source of kind scrape',
    };
    findings.push(plan.finding(['test'], words));
  }
  return findings;
}

function podFaults(plan: WrittenPlan): Finding[] {
  const targets = plan.entries(['source', 'targets']).length;
  if (plan.text(['test']) !== 'P' || targets === 0 || targets >= LEAST_PODS) return [];
  const words = {
    title: 'test P has too few pods',
    expected: `at least ${LEAST_PODS} pods of both releases together, each with its own counters`,
    got: `${targets} (${plan.place(['source', 'targets'])})`,
    do: 'write test: auto, or list more targets',
  };
  return [plan.finding(['test'], words)];
}
