/** A line of traces.jsonl, read and checked. canary-promote.md, "Replay". */
import { isRecord } from '@shipgate/kit/host';
import { LEAST_PODS, type Method } from '../evidence/method.ts';
import type { LatencyMetric, Plan } from '../plan.ts';
import type { Arm, Reading, Stratum } from '../strata.ts';
import { describe, isList, type Shape, ShapeError, wholeNumbers } from './shape.ts';

export interface Trace {
  readonly id: string;
  readonly steps: readonly TraceStep[];
  readonly strata: readonly { readonly stratum: Stratum; readonly step: number }[];
  readonly method: Method;
  /** Stable's rate in the hour before, by metric. */
  readonly before: Readonly<Record<string, number>>;
  /** Steps below 100 % at which the evidence has a start: the plan's, or without a plan the trace's own. */
  readonly starts: number;
}

export interface TraceStep {
  /** Percent. */
  readonly weight: number;
  /** Seconds. */
  readonly from: number;
  readonly to: number;
  /** Seconds, of the plan's step of the same weight; 0 without a plan. */
  readonly hold: number;
}

/**
 * One trace: `{id, interval, steps: [{weight, from, to}], cells: [[t, step, n_c, k_c, n_b, k_b, slow_c?, slow_b?]]}`.
 * Counts are numbers, or lists with one entry a pod; `slow` lists them by edge. `t` is the end of the cell in seconds; a
 * trace whose first cell has t = from of its step means starts, and is read so. `before: {requests, errors}` is stable's hour before.
 * Throws ShapeError with the place inside the line.
 */
export function parseTrace(value: unknown, plan: Plan, planHasSteps: boolean): Trace {
  if (!isRecord(value)) throw new ShapeError('', 'an object {"id", "interval", "steps", "cells"}', describe(value));
  const { id, interval } = value;
  if (typeof id !== 'string' && typeof id !== 'number') throw new ShapeError('id', 'a text', describe(id));
  if (typeof interval !== 'number' || !(interval > 0 && interval <= 3600)) {
    throw new ShapeError('interval', 'seconds, above 0', describe(interval));
  }
  const steps = parseSteps(value, planHasSteps ? plan : undefined);
  const latency = plan.metrics.find((metric): metric is LatencyMetric => metric.kind === 'latency');
  const cells = parseCells(value, steps, latency?.edges.length);
  const names = {
    errors: plan.metrics.find(({ kind }) => kind === 'errors')?.name,
    latency,
  };
  const [first] = cells;
  const shift = first !== undefined && first.t <= (steps[first.step]?.from ?? 0) ? interval : 0;
  const strata = cells.map((cell) => ({ step: cell.step, stratum: stratumOf(cell, cell.t + shift, interval, names) }));
  const starts = (planHasSteps ? plan.steps : steps).filter(({ weight }) => weight < 100).length;
  return {
    id: String(id),
    steps,
    strata,
    method: methodOf(plan, cells),
    before: beforeOf(value, names.errors),
    starts,
  };
}

interface Cell {
  readonly t: number;
  readonly step: number;
  readonly canary: Arm;
  readonly stable: Arm;
  readonly slow: { readonly canary: Shape; readonly stable: Shape } | undefined;
}

function parseSteps(value: Readonly<Record<string, unknown>>, plan: Plan | undefined): readonly TraceStep[] {
  const { steps } = value;
  if (!isList(steps) || steps.length === 0)
    throw new ShapeError('steps', 'a list of {weight, from, to}', describe(steps));
  let before = 0;
  return steps.map((step, s) => {
    const at = `steps[${s}]`;
    if (!isRecord(step)) throw new ShapeError(at, '{weight, from, to}', describe(step));
    const { weight, from, to } = step;
    if (typeof weight !== 'number' || !(weight > before && weight <= 100)) {
      throw new ShapeError(`${at}.weight`, `a weight above ${before} and at most 100`, describe(weight));
    }
    if (typeof from !== 'number' || typeof to !== 'number' || !(to > from)) {
      throw new ShapeError(`${at}.to`, 'from and to in seconds, to after from', `${describe(from)}, ${describe(to)}`);
    }
    before = weight;
    return { weight, from, to, hold: plan?.steps.find((each) => each.weight === weight)?.hold ?? 0 };
  });
}

function parseCells(
  value: Readonly<Record<string, unknown>>,
  steps: readonly TraceStep[],
  edges: number | undefined,
): readonly Cell[] {
  const { cells } = value;
  if (!isList(cells)) throw new ShapeError('cells', 'a list of [t, step, n_c, k_c, n_b, k_b]', describe(cells));
  const parsed = cells.map((cell, c) => parseCell(cell, `cells[${c}]`, steps.length, edges));
  // The order in which samples arrive changes nothing.
  if (parsed.some((cell, c) => cell.t < (parsed[c - 1]?.t ?? cell.t))) parsed.sort((one, two) => one.t - two.t);
  const twice = parsed.findIndex((cell, c) => c > 0 && cell.t === parsed[c - 1]?.t);
  if (twice !== -1) throw new ShapeError('cells', 'one cell for each time', `two at t ${parsed[twice]?.t}`);
  const back = parsed.findIndex((cell, c) => cell.step < (parsed[c - 1]?.step ?? 0));
  if (back !== -1)
    throw new ShapeError('cells', 'steps that rise with t', `step ${parsed[back]?.step} at t ${parsed[back]?.t}`);
  return parsed;
}

function parseCell(cell: unknown, at: string, steps: number, edges: number | undefined): Cell {
  if (!isList(cell) || ![6, 8].includes(cell.length)) {
    throw new ShapeError(
      at,
      '[t, step, n_c, k_c, n_b, k_b], or with two lists of slow requests by edge behind it',
      describe(cell),
    );
  }
  const [t, step, canaryRequests, canaryBad, stableRequests, stableBad, slowCanary, slowStable] = cell;
  if (typeof t !== 'number' || !Number.isFinite(t)) throw new ShapeError(`${at}[0]`, 'seconds', describe(t));
  if (typeof step !== 'number' || !Number.isInteger(step) || step < 0 || step >= steps) {
    throw new ShapeError(`${at}[1]`, `the number of a step, 0 to ${steps - 1}`, describe(step));
  }
  const canary = parseArm(canaryRequests, canaryBad, at, 2);
  const stable = parseArm(stableRequests, stableBad, at, 4);
  if (cell.length === 6) return { t, step, canary, stable, slow: undefined };
  return {
    t,
    step,
    canary,
    stable,
    slow: {
      canary: parseSlow(slowCanary, canary, `${at}[6]`, edges),
      stable: parseSlow(slowStable, stable, `${at}[7]`, edges),
    },
  };
}

function parseArm(requests: unknown, bad: unknown, at: string, index: number): Arm {
  const all = wholeNumbers(requests, `${at}[${index}]`);
  const some = wholeNumbers(bad, `${at}[${index + 1}]`);
  checkPart(some, all, `${at}[${index + 1}]`);
  return { requests: all, bad: [some] };
}

function parseSlow(value: unknown, arm: Arm, at: string, edges: number | undefined): Shape {
  if (!isList(value) || value.length === 0)
    throw new ShapeError(at, 'a list, one entry for each edge', describe(value));
  if (edges !== undefined && value.length !== edges) {
    throw new ShapeError(at, `one entry for each of the plan's ${edges} edges`, `${value.length}`);
  }
  return value.map((edge, e) => {
    const counts = wholeNumbers(edge, `${at}[${e}]`);
    checkPart(counts, arm.requests, `${at}[${e}]`);
    return counts;
  });
}

function checkPart(some: readonly number[], all: readonly number[], at: string): void {
  if (some.length !== all.length)
    throw new ShapeError(at, `as many pods as requests have (${all.length})`, `${some.length}`);
  const odd = some.findIndex((each, i) => each > (all[i] ?? 0));
  if (odd !== -1) throw new ShapeError(at, `at most ${all[odd]}, the requests`, `${some[odd]}`);
}

interface Names {
  readonly errors: string | undefined;
  readonly latency: LatencyMetric | undefined;
}

function stratumOf(cell: Cell, end: number, interval: number, names: Names): Stratum {
  const readings: Record<string, Reading> = {};
  if (names.errors !== undefined) readings[names.errors] = { kind: 'counts', canary: cell.canary, stable: cell.stable };
  if (names.latency !== undefined && cell.slow !== undefined) {
    readings[names.latency.name] = {
      kind: 'counts',
      canary: { requests: cell.canary.requests, bad: cell.slow.canary },
      stable: { requests: cell.stable.requests, bad: cell.slow.stable },
    };
  }
  return { from: (end - interval) * 1000, to: end * 1000, readings };
}

/** Pods, where they are told apart and there are enough of them; a plan that names its test wins. */
function methodOf(plan: Plan, cells: readonly Cell[]): Method {
  const pods =
    cells.length > 0 &&
    cells.every(({ canary, stable }) => canary.requests.length + stable.requests.length >= LEAST_PODS);
  if (plan.test !== 'auto') return { test: plan.test, merge: 1 };
  return { test: pods ? 'P' : 'R', merge: 1 };
}

function beforeOf(
  { before }: Readonly<Record<string, unknown>>,
  errors: string | undefined,
): Readonly<Record<string, number>> {
  if (before === undefined || errors === undefined) return {};
  if (!isRecord(before)) throw new ShapeError('before', '{requests, errors}', describe(before));
  const { requests, errors: bad } = before;
  if (typeof requests !== 'number' || typeof bad !== 'number' || !(requests >= bad && bad >= 0)) {
    throw new ShapeError('before', 'requests and errors, no more errors than requests', describe(before));
  }
  return { [errors]: requests === 0 ? 0 : bad / requests };
}
