/** The rule under test: `--replay` on the counts by arm (R) and on the same counts by pod (P). */
import type { Method } from '../../actions/canary-promote/src/evidence/method.ts';
import { RolloutEvidence } from '../../actions/canary-promote/src/evidence/rollout.ts';
import type { Plan } from '../../actions/canary-promote/src/plan.ts';
import { type Answer, replayTrace } from '../../actions/canary-promote/src/replay/answer.ts';
import { replayPlan } from '../../actions/canary-promote/src/replay/default-plan.ts';
import { parseTrace, type Trace } from '../../actions/canary-promote/src/replay/trace.ts';
import type { Scenario } from './scenario.ts';
import type { ArmCounts, SimulatedTrace } from './service.ts';

export function planOf({ service, floorOff }: Scenario): Plan {
  const errors = replayPlan.metrics;
  const { queue, interval, steps } = service;
  return {
    ...replayPlan,
    interval,
    steps: steps.map(({ weight, from, to }) => ({ weight, hold: to - from, max: to - from, manual: false })),
    floor: floorOff === true ? 'off' : replayPlan.floor,
    metrics:
      queue === undefined
        ? errors
        : [
            ...errors,
            {
              kind: 'latency',
              name: 'latency',
              weight: 1,
              critical: true,
              dryRun: false,
              histogram: '',
              edges: queue.edges,
            },
          ],
  };
}

/** As a line of `traces.jsonl`, counts by arm. */
export function byArm(trace: SimulatedTrace, id: string): unknown {
  return line(
    trace,
    id,
    ({ requests, bad }) => [sum(requests), sum(bad)],
    (slow) => slow.map(sum),
  );
}

/** As a line of `traces.jsonl`, counts by pod. */
export function byPod(trace: SimulatedTrace, id: string): unknown {
  return line(
    trace,
    id,
    ({ requests, bad }) => [requests, bad],
    (slow) => slow,
  );
}

type Slow = ArmCounts['slow'];

function line(
  trace: SimulatedTrace,
  id: string,
  counts: (arm: ArmCounts) => unknown[],
  slow: (all: Slow) => unknown,
): unknown {
  const cells = trace.cells.map(({ t, step, canary, stable }) => {
    const cell = [t, step, ...counts(canary), ...counts(stable)];
    return canary.slow.length === 0 ? cell : [...cell, slow(canary.slow), slow(stable.slow)];
  });
  return { id, interval: trace.interval, steps: trace.steps, cells, before: trace.before };
}

export function decideTrace(line: unknown, plan: Plan, method?: Method): Answer {
  const trace = parseTrace(line, plan, false);
  return replayTrace(method === undefined ? trace : { ...trace, method }, plan);
}

/** For each step, when its promotion was proven; infinity when it was not. A rollback before it is not looked at. */
export function promotionTimes(line: unknown, plan: Plan): readonly number[] {
  const trace = parseTrace(line, plan, false);
  const evidence = new RolloutEvidence(plan, { method: trace.method, before: trace.before });
  const times = trace.steps.map(() => Number.POSITIVE_INFINITY);
  let current = -1;
  for (const { stratum, step } of trace.strata) {
    if (step !== current) evidence.begin(step);
    current = step;
    evidence.advance(stratum, false);
    if (evidence.promotion < 1 / plan.beta) continue;
    times[step] = Math.min(times[step] ?? 0, stratum.to / 1000);
  }
  return times;
}

/** E over time, for plots. */
export function evidenceCourse(trace: Trace, plan: Plan): readonly { readonly t: number; readonly logE: number }[] {
  const evidence = new RolloutEvidence(plan, { method: trace.method, before: trace.before });
  let current = -1;
  return trace.strata.map(({ stratum, step }) => {
    if (step !== current) evidence.begin(step);
    current = step;
    evidence.advance(stratum, false);
    return { t: stratum.to / 1000, logE: Math.log(evidence.value) };
  });
}

function sum(values: readonly number[]): number {
  let all = 0;
  for (const value of values) all += value;
  return all;
}
