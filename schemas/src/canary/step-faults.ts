import { durationText, secondsOf } from '../quantities.ts';
import type { Finding } from '../schema-faults.ts';
import type { FaultWords } from '../source-text.ts';
import { shownValue } from '../value-text.ts';
import type { PlanPath } from './plan-path.ts';
import { DEFAULT_HOLD, DEFAULT_MAX } from './plan-path.ts';
import type { WrittenPlan } from './written-plan.ts';

const USUAL_WEIGHTS = [10, 25, 50, 100];

/** Weights that do not rise, steps that nothing holds, times that contradict each other. */
export function stepFaults(plan: WrittenPlan): Finding[] {
  const steps = plan.entries(['steps']);
  return [
    ...weightFaults(plan, steps),
    ...steps.flatMap((step) => timeFaults(plan, step)),
    ...warmUpFaults(plan, steps),
  ];
}

/** Seconds; the preset's where the step says nothing that can be read. */
function timesOf(plan: WrittenPlan, step: PlanPath): { hold: number; max: number } {
  return {
    hold: plan.seconds([...step, 'hold']) ?? DEFAULT_HOLD,
    max: plan.seconds([...step, 'max']) ?? DEFAULT_MAX,
  };
}

function weightFaults(plan: WrittenPlan, steps: readonly PlanPath[]): Finding[] {
  if (plan.text(['strategy']) === 'blue-green') return blueGreenFaults(plan, steps);
  const findings: Finding[] = [];
  let highest: { weight: number; at: PlanPath } | undefined;
  for (const step of steps) {
    const at = typeof plan.value(step) === 'object' ? [...step, 'weight'] : step;
    const percent = /^([0-9.]+) ?%$/.exec(plan.text(at) ?? '')?.[1];
    if (percent !== undefined) findings.push(plan.finding(at, weightAsText(percent, plan.text(at) ?? '')));
    const weight = plan.number(at);
    if (weight === undefined) continue;
    if (weight > (highest?.weight ?? 0) && weight <= 100) highest = { weight, at };
    else findings.push(plan.finding(at, wrongWeight(plan, weight, highest)));
  }
  return findings;
}

function wrongWeight(
  plan: WrittenPlan,
  weight: number,
  before: { readonly weight: number; readonly at: PlanPath } | undefined,
): FaultWords {
  const got = shownValue(weight);
  if (before?.weight === 100) {
    const expected = `no step after 100 (${plan.line(before.at)})`;
    return { title: 'weights must rise', expected, got, do: 'remove the step, or put the steps in rising order' };
  }
  const least = before === undefined ? '0' : `${before.weight} (${plan.line(before.at)})`;
  const usual = USUAL_WEIGHTS.find((each) => each > (before?.weight ?? 0)) ?? 100;
  return {
    title: weight > 100 ? 'a weight passes 100' : weight <= 0 ? 'a weight must be above 0' : 'weights must rise',
    expected: `a weight above ${least} and at most 100`,
    got,
    do: before === undefined ? `give ${usual}` : `give ${usual}, or put the steps in rising order`,
  };
}

function weightAsText(percent: string, got: string): FaultWords {
  return { title: 'a weight is a number', expected: 'percent, without the sign', got, do: `write ${percent}` };
}

function blueGreenFaults(plan: WrittenPlan, steps: readonly PlanPath[]): Finding[] {
  const weightOf = (step: PlanPath) => plan.number(step) ?? plan.number([...step, 'weight']);
  if (!plan.has(['steps']) || (steps.length === 1 && weightOf(['steps', 0]) === 100)) return [];
  const words = {
    title: 'blue-green has one step',
    expected: 'one step of weight 100, or no steps',
    got: steps.map((step) => String(weightOf(step) ?? '?')).join(', '),
    do: 'leave steps out, or write strategy: canary',
  };
  return [plan.finding(['steps'], words, 'key')];
}

function timeFaults(plan: WrittenPlan, step: PlanPath): Finding[] {
  const { hold, max } = timesOf(plan, step);
  const [holdPath, maxPath] = [
    [...step, 'hold'],
    [...step, 'max'],
  ];
  if (hold === 0) {
    const expected = 'a hold above 0s';
    const remedy = `write hold: ${durationText(DEFAULT_HOLD)}, or leave it out for the same`;
    return [plan.finding(holdPath, { title: 'nothing holds the step', expected, got: '0s', do: remedy })];
  }
  if (max >= hold) return [];
  if (plan.seconds(maxPath) === undefined) {
    const expected = `a hold of at most ${durationText(DEFAULT_MAX)}, which is max when it is left out`;
    const words = { title: 'hold is longer than max', expected, got: shownValue(plan.value(holdPath)) };
    return [plan.finding(holdPath, { ...words, do: `add max: ${durationText(2 * hold)}` })];
  }
  const written = plan.has(holdPath) ? `hold, ${plan.line(holdPath)}` : 'hold when it is left out';
  return [
    plan.finding(maxPath, {
      title: 'max is shorter than hold',
      expected: `at least ${durationText(hold)} (${written})`,
      got: shownValue(plan.value(maxPath)),
      do: `write max: ${durationText(2 * hold)}, or shorten hold`,
    }),
  ];
}

/** A warm-up that outlasts a step leaves nothing to decide it from. */
function warmUpFaults(plan: WrittenPlan, steps: readonly PlanPath[]): Finding[] {
  const warmUp = secondsOf(plan.value(['warm-up'])) ?? 0;
  const shortest = Math.min(...steps.map((step) => timesOf(plan, step).max), DEFAULT_MAX);
  if (warmUp < shortest) return [];
  const words = {
    title: 'the warm-up leaves nothing of a step',
    expected: `less than ${durationText(shortest)}, the shortest max of the steps`,
    got: shownValue(plan.value(['warm-up'])),
    do: 'shorten warm-up, or give the steps a longer max',
  };
  return [plan.finding(['warm-up'], words)];
}
