/**
 * Guard: pods of stable play the canary, against the other pods of stable. Where they often look worse than their like, the
 * noise outlives what the test assumes. It only holds, and promises nothing. canary-statistics.md, "Placebo".
 */
import type { Plan, Step } from '../plan.ts';
import type { Counts, Stratum } from '../strata.ts';
import { wholeNumbersFrom } from './chance.ts';
import { candidates, type Method, methodName } from './method.ts';
import { StepMixture } from './mixture.ts';
import { podEvidence } from './pods.ts';
import { rateEvidence, rollbackGrid } from './rates.ts';
import { total } from './total.ts';

export const LEAST_GROUPS = 40;
const GROUPS = 44;
/** A fake canary that reaches this looks guilty. */
const GUILTY = 10;
/** Mean over groups from which the rollout is held. */
export const PLACEBO_LIMIT = 100;

/** For each step the pods, by number, that play the canary. A step's pods stay in it for the next. */
export type Group = readonly (readonly number[])[];

/** Up to 44 different groups, the same for the same numbers; fewer than 40 tell nothing. */
export function placeboGroups(pods: number, weights: readonly number[]): readonly Group[] {
  const sizes = weights.map((weight) => Math.min(pods - 1, Math.max(1, Math.round((weight / 100) * pods))));
  const next = wholeNumbersFrom(pods);
  const groups = new Map<string, Group>();
  for (let tried = 0; tried < 50 * GROUPS && groups.size < GROUPS && pods > 1; tried += 1) {
    const order = Array.from({ length: pods }, (_, pod) => pod);
    for (let i = pods - 1; i > 0; i -= 1) {
      const j = next() % (i + 1);
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    const group = sizes.map((size) => order.slice(0, size).sort((one, two) => one - two));
    groups.set(JSON.stringify(group), group);
  }
  return [...groups.values()];
}

/** E of fake canaries, each as its main part alone. */
export class PlaceboEvidence {
  private readonly mixtures: readonly StepMixture[];
  private readonly groups: readonly Group[];
  private readonly method: Method;
  private readonly factors = new Float64Array(rollbackGrid.length);
  private waiting: Counts[] = [];

  constructor(groups: readonly Group[], steps: number, method: Method) {
    this.groups = groups;
    this.method = method;
    this.mixtures = groups.map(() => new StepMixture(Math.max(1, steps), rollbackGrid.length));
  }

  /** One stratum of stable; `step` counted from 0. */
  advance(counts: Counts, step: number): void {
    this.waiting.push(counts);
    if (this.waiting.length < this.method.merge) return;
    const requests = added(this.waiting.map(({ stable }) => stable.requests));
    const bad = added(this.waiting.map(({ stable }) => stable.bad[0] ?? []));
    this.waiting = [];
    for (const [g, group] of this.groups.entries()) {
      const mixture = this.mixtures[g];
      mixture?.reach(step);
      this.weigh(requests, bad, group[Math.min(step, group.length - 1)] ?? []);
      mixture?.advance(this.factors);
    }
  }

  get values(): readonly number[] {
    return this.mixtures.map((mixture) => mixture.value);
  }

  get mean(): number {
    return this.mixtures.length === 0 ? 0 : total(this.values) / this.mixtures.length;
  }

  private weigh(requests: readonly number[], bad: readonly number[], members: readonly number[]): void {
    const mine = members.map((pod) => bad[pod] ?? 0);
    if (this.method.test === 'P') {
      podEvidence(
        mine,
        bad.filter((_, pod) => !members.includes(pod)),
        this.factors,
      );
      return;
    }
    const canaryRequests = total(members.map((pod) => requests[pod] ?? 0));
    const canaryBad = total(mine);
    const stableRequests = total(requests) - canaryRequests;
    rateEvidence({ canaryRequests, canaryBad, stableRequests, stableBad: total(bad) - canaryBad }, 1, this.factors);
  }
}

function added(lists: readonly (readonly number[])[]): readonly number[] {
  const [first = []] = lists;
  return first.map((_, pod) => total(lists.map((list) => list[pod] ?? 0)));
}

/** What a method did on stable's past: how many of the fake canaries ever reached E of 10. */
export interface PlaceboResult {
  readonly method: Method;
  /** "R15". */
  readonly name: string;
  readonly groups: number;
  readonly reached: number;
  readonly accepted: boolean;
}

/** Accepted when at most a tenth reach E of 10. */
const ACCEPTED = 0.1;

/** Every method on the past of one metric, in their order; none when there are too few pods or strata. */
export function placeboTrial(past: readonly Stratum[], metric: string, plan: Plan): readonly PlaceboResult[] {
  const counts = past.flatMap(({ readings }) => {
    const reading = readings[metric];
    return reading?.kind === 'counts' ? [reading] : [];
  });
  const pods = counts[0]?.stable.requests.length ?? 0;
  const whole = counts.filter(({ stable }) => stable.requests.length === pods);
  const steps = plan.steps.filter(({ weight }) => weight < 100);
  const groups = placeboGroups(
    pods,
    steps.map(({ weight }) => weight),
  );
  if (groups.length < LEAST_GROUPS || whole.length < strataOf(steps[0], plan.interval)) return [];
  return candidates(plan.interval, true).map((method) => {
    const reached = trial(whole, groups, method, steps, plan.interval);
    return {
      method,
      name: methodName(method, plan.interval),
      groups: groups.length,
      reached,
      accepted: reached <= ACCEPTED * groups.length,
    };
  });
}

function strataOf(step: Step | undefined, interval: number): number {
  return Math.max(4, Math.ceil((step?.hold ?? 0) / interval));
}

function trial(
  counts: readonly Counts[],
  groups: readonly Group[],
  method: Method,
  steps: readonly Step[],
  interval: number,
): number {
  const evidence = new PlaceboEvidence(groups, steps.length, method);
  const guilty = new Set<number>();
  let step = 0;
  let left = strataOf(steps[0], interval);
  for (const each of counts) {
    if (left === 0 && step < steps.length - 1) {
      step += 1;
      left = strataOf(steps[step], interval);
    }
    left -= left > 0 ? 1 : 0;
    evidence.advance(each, step);
    for (const [g, value] of evidence.values.entries()) if (value >= GUILTY) guilty.add(g);
  }
  return guilty.size;
}
