/** What is known, and what can be seen at all, before the first step. Pure. */
import { drawFrom, wholeNumbersFrom } from './evidence/chance.ts';
import { type CountLaw, LawRoom } from './evidence/counting.ts';
import { EdgeEvidence } from './evidence/edge.ts';
import { LEAST_PODS, type Method, methodName } from './evidence/method.ts';
import { type PlaceboResult, placeboTrial } from './evidence/placebo.ts';
import type { Pair } from './evidence/rates.ts';
import { type Ground, isCounts } from './evidence/rollout.ts';
import { total } from './evidence/total.ts';
import type { ErrorMetric, Metric, Plan } from './plan.ts';
import type { Stratum, Trouble } from './strata.ts';

export interface Preflight {
  readonly ground: Ground;
  /** "R15"; null when the placebo rejected every method: then nothing moves. */
  readonly method: string | null;
  readonly placebo: readonly PlaceboResult[];
  /** Why the placebo could not be tried. */
  readonly withoutPlacebo: string | undefined;
  /** Stable in the hour before, by metric. Latency at the plan's last edge. */
  readonly before: readonly Before[];
  readonly visible: readonly Visible[];
  /** Limits of the soak that stable itself does not keep: they would fail every release. */
  readonly unreachable: readonly { readonly limit: string; readonly allowed: number; readonly seen: number }[];
}

export interface Before {
  readonly metric: string;
  readonly requests: number;
  readonly bad: number;
  readonly seconds: number;
}

/** When a fault would be seen, at the traffic of the hour before. */
export interface Visible {
  /** How many times as many errors, or a rate of the canary. */
  readonly fault: { readonly times: number } | { readonly rate: number };
  /** Requests a second of the whole service. */
  readonly perSecond: number;
  /** Seconds since the first step, the median of simulated rollouts; null when the plan's longest time does not suffice. */
  readonly after: number | null;
}

/** `past`: stable's strata of the hour before, or why there are none. */
export function preflight(plan: Plan, past: readonly Stratum[] | Trouble): Preflight {
  const strata = 'kind' in past ? [] : past;
  const before = plan.metrics.map((metric) => beforeOf(metric, strata));
  const { chosen, placebo, withoutPlacebo } = choose(plan, past);
  const known = before.filter(({ requests }) => requests > 0);
  const rates = Object.fromEntries(known.map(({ metric, requests, bad }) => [metric, bad / requests]));
  const ground: Ground = { method: chosen ?? { test: 'R', merge: 1 }, before: rates };
  return {
    ground,
    method: chosen === undefined ? null : methodName(chosen, plan.interval),
    placebo,
    withoutPlacebo,
    before,
    visible: visibleFaults(plan, ground, before),
    unreachable: unreachableLimits(plan, before),
  };
}

function beforeOf(metric: Metric, past: readonly Stratum[]): Before {
  const edge = metric.kind === 'errors' ? 0 : metric.edges.length - 1;
  let requests = 0;
  let bad = 0;
  let seconds = 0;
  for (const { readings, from, to } of past) {
    const reading = readings[metric.name];
    if (!isCounts(reading)) continue;
    requests += total(reading.stable.requests);
    bad += total(reading.stable.bad[edge] ?? []);
    seconds += (to - from) / 1000;
  }
  return { metric: metric.name, requests, bad, seconds };
}

interface Choice {
  readonly chosen: Method | undefined;
  readonly placebo: readonly PlaceboResult[];
  readonly withoutPlacebo: string | undefined;
}

/** The plan's own test, or the first that the placebo accepts; without a placebo, rates of single strata. */
function choose(plan: Plan, past: readonly Stratum[] | Trouble): Choice {
  const metric = plan.metrics.find(({ dryRun }) => !dryRun)?.name ?? '';
  if (plan.mode !== 'evidence')
    return { chosen: { test: 'R', merge: 1 }, placebo: [], withoutPlacebo: 'thresholds decide' };
  if (plan.test === 'S')
    return { chosen: { test: 'S', merge: 1 }, placebo: [], withoutPlacebo: 'requests are assumed to be independent' };
  if ('kind' in past) return { chosen: own(plan), placebo: [], withoutPlacebo: past.detail };
  const placebo = placeboTrial(past, metric, plan).filter(
    ({ method }) => plan.test === 'auto' || method.test === plan.test,
  );
  if (placebo.length > 0)
    return { chosen: placebo.find(({ accepted }) => accepted)?.method, placebo, withoutPlacebo: undefined };
  const pods = podsOf(past, metric);
  const why =
    past.length === 0
      ? 'the source keeps no past'
      : pods <= LEAST_PODS
        ? `${pods} pods of stable make fewer than 40 fake canaries`
        : 'the past is shorter than the first step';
  return { chosen: own(plan), placebo, withoutPlacebo: why };
}

function own({ test }: Plan): Method {
  return { test: test === 'auto' ? 'R' : test, merge: 1 };
}

function podsOf(past: readonly Stratum[], metric: string): number {
  const reading = past.map(({ readings }) => readings[metric]).find(isCounts);
  return reading?.stable.requests.length ?? 0;
}

const faults = [{ times: 2 }, { times: 5 }, { rate: 0.1 }] as const;

/** The median over simulated rollouts, each step as long as it may last. */
function visibleFaults(plan: Plan, ground: Ground, before: readonly Before[]): readonly Visible[] {
  const errors = plan.metrics.find((metric): metric is ErrorMetric => metric.kind === 'errors' && !metric.dryRun);
  const known = before.find(({ metric }) => metric === errors?.name);
  if (errors === undefined || known === undefined || known.requests === 0 || plan.mode !== 'evidence') return [];
  const perSecond = known.requests / known.seconds;
  const rate = known.bad / known.requests;
  return faults.map((fault) => {
    const canary = 'rate' in fault ? fault.rate : Math.min(1, fault.times * rate);
    const next = wholeNumbersFrom(1);
    const times = Array.from({ length: SIMULATED }, () =>
      seenAfter(plan, ground, { perSecond, stable: rate, canary }, next),
    );
    const median = times.toSorted((one, two) => one - two)[(SIMULATED - 1) / 2] ?? Number.POSITIVE_INFINITY;
    return { fault, perSecond, after: Number.isFinite(median) ? median : null };
  });
}

/** Odd, so that one of them is the median. */
const SIMULATED = 41;

interface Rates {
  /** Requests a second of both arms. */
  readonly perSecond: number;
  readonly stable: number;
  readonly canary: number;
}

/** Seconds until one simulated rollout would be rolled back; Infinity for never. */
function seenAfter(plan: Plan, ground: Ground, rates: Rates, next: () => number): number {
  const steps = plan.steps.filter(({ weight }) => weight < 100);
  const method: Method = { test: ground.method.test === 'P' ? 'R' : ground.method.test, merge: ground.method.merge };
  const limit = plan.triggers.errorRate?.above;
  const settings = {
    method,
    steps: steps.length,
    margin: plan.margin,
    floor: 'off',
    fastOver: rates.stable,
    limit,
  } as const;
  const evidence = new EdgeEvidence(settings);
  let time = 0;
  for (const [s, step] of steps.entries()) {
    evidence.begin(s);
    // The last step is held longest; the others go on when their hold is over.
    const lasts = s === steps.length - 1 ? step.max : step.hold;
    const draw = strataOf(plan, step.weight, rates, next);
    for (let t = plan.interval; t <= lasts; t += plan.interval) {
      if (t > settlingOf(plan)) evidence.advance(draw(), plan.interval, false);
      if (evidence.value >= 1 / plan.alpha) return time + t;
    }
    time += lasts;
  }
  return Number.POSITIVE_INFINITY;
}

/** Counts of one stratum after the other: as many requests as are expected, errors by chance. */
function strataOf(
  { interval }: Plan,
  weight: number,
  { perSecond, stable, canary }: Rates,
  next: () => number,
): () => Pair {
  const all = perSecond * interval;
  const sizes = { canary: Math.floor((all * weight) / 100), stable: Math.floor(all * (1 - weight / 100)) };
  const laws = { canary: binomial(sizes.canary + 1, canary), stable: binomial(sizes.stable + 1, stable) };
  const part = { canary: (all * weight) / 100 - sizes.canary, stable: all * (1 - weight / 100) - sizes.stable };
  const size = (arm: 'canary' | 'stable') => sizes[arm] + (next() / 2 ** 32 < part[arm] ? 1 : 0);
  return () => {
    const [canaryRequests, stableRequests] = [size('canary'), size('stable')];
    return {
      canaryRequests,
      canaryBad: Math.min(canaryRequests, drawFrom(laws.canary, next)),
      stableRequests,
      stableBad: Math.min(stableRequests, drawFrom(laws.stable, next)),
    };
  };
}

function binomial(tried: number, rate: number): CountLaw {
  return rate === 0 ? new LawRoom().certain(0) : new LawRoom().binomial(tried, rate);
}

function settlingOf({ interval, requestTimeout, warmUp }: Plan): number {
  return Math.max(interval, requestTimeout, warmUp);
}

function unreachableLimits({ soak, metrics }: Plan, before: readonly Before[]): Preflight['unreachable'] {
  const errors = before.find(({ metric }) => metrics.some(({ name, kind }) => name === metric && kind === 'errors'));
  if (soak === undefined || errors === undefined || errors.requests === 0) return [];
  const seen = errors.bad / errors.requests;
  const rate =
    soak.errorRate !== undefined && seen > soak.errorRate
      ? [{ limit: 'error-rate', allowed: soak.errorRate, seen }]
      : [];
  const availability =
    soak.availability !== undefined && 1 - seen < soak.availability
      ? [{ limit: 'availability', allowed: soak.availability, seen: 1 - seen }]
      : [];
  return [...rate, ...availability];
}
