/** All rules on the same traces of a scenario. */
import { methodByPlacebo } from './placebo.ts';
import { Random } from './random.ts';
import { armCells } from './rivals/arm-cells.ts';
import { type RuleName, rivalNames, rivals } from './rivals/rivals.ts';
import { byArm, byPod, decideTrace, planOf, promotionTimes } from './rules.ts';
import type { Scenario } from './scenario.ts';
import { scenarioNamed } from './scenarios.ts';
import type { SimulatedTrace } from './service.ts';
import { simulate } from './simulator.ts';

/** Of one trace. */
export interface Outcome {
  readonly decision: 'rollback' | 'promote' | 'hold';
  /** Seconds since the start; infinity for never. Of `good` and `bad`: when each step was proven. */
  readonly at: readonly number[];
  /** Errors that the canary served until its traffic was taken back, or until the trace ended. */
  readonly errors: number;
}

export interface Task {
  readonly scenario: string;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

export type Outcomes = Readonly<Partial<Record<RuleName, readonly Outcome[]>>>;

/** The trace of that number: the same in every run, whatever else is run. */
export function traceOf(scenario: Scenario, seed: number, index: number): SimulatedTrace {
  return simulate(scenario.service, new Random(seed, scenario.name, index));
}

export function outcomesOf({ scenario: name, seed, from, to }: Task): Outcomes {
  const scenario = scenarioNamed(name);
  const collected = new Map<RuleName, Outcome[]>();
  for (let index = from; index < to; index += 1) {
    const trace = traceOf(scenario, seed, index);
    for (const [rule, outcome] of oneTrace(scenario, trace, seed, index)) {
      const list = collected.get(rule) ?? [];
      list.push(outcome);
      collected.set(rule, list);
    }
  }
  return Object.fromEntries(collected);
}

type Ruled = readonly [RuleName, Outcome];

function oneTrace(scenario: Scenario, trace: SimulatedTrace, seed: number, index: number): readonly Ruled[] {
  const plan = planOf(scenario);
  const id = `${scenario.name}-${index}`;
  const lines = { R: byArm(trace, id), P: byPod(trace, id) } as const;
  if (scenario.kind === 'good' || scenario.kind === 'bad') {
    return (['R', 'P'] as const).map((rule) => [
      rule,
      { decision: 'hold', at: promotionTimes(lines[rule], plan), errors: 0 },
    ]);
  }
  if (scenario.placebo === true) {
    const method = methodByPlacebo(scenario.service, plan, new Random(seed, `${scenario.name} past`, index));
    if (method === undefined) return [['P', held(trace)]];
    return [['P', ours(trace, decideTrace(lines.P, plan, method))]];
  }
  const mine = (['R', 'P'] as const).map((rule): Ruled => [rule, ours(trace, decideTrace(lines[rule], plan))]);
  // The rivals look at errors alone.
  return scenario.service.queue === undefined ? [...mine, ...rivalOutcomes(trace)] : mine;
}

function rivalOutcomes(trace: SimulatedTrace): readonly Ruled[] {
  const cells = armCells(trace);
  return rivalNames.map((name) => {
    const at = rivals[name](cells);
    const decision = at === Number.POSITIVE_INFINITY ? 'promote' : 'rollback';
    return [name, { decision, at: [at], errors: servedUntil(trace, at) }];
  });
}

function ours(trace: SimulatedTrace, { decision, at }: ReturnType<typeof decideTrace>): Outcome {
  const until = decision === 'rollback' ? (at ?? 0) : Number.POSITIVE_INFINITY;
  return { decision, at: [until], errors: servedUntil(trace, until) };
}

function held(trace: SimulatedTrace): Outcome {
  return { decision: 'hold', at: [Number.POSITIVE_INFINITY], errors: servedUntil(trace, Number.POSITIVE_INFINITY) };
}

function servedUntil({ served }: SimulatedTrace, at: number): number {
  return served.findLast(({ t }) => t <= at)?.errors ?? 0;
}
