/** Rollouts made of seeded random counts, for tests: the same numbers in every run. */
import type { Ground } from './evidence/rollout.ts';
import type { Entry } from './journal.ts';
import type { Plan } from './plan.ts';
import { replayPlan } from './replay/default-plan.ts';
import type { Counts, Reading, Stratum } from './strata.ts';

/** Numbers from 0 to 1 (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Successes of n trials, one by one. */
export function successes(n: number, p: number, next: () => number): number {
  let count = 0;
  for (let i = 0; i < n; i += 1) if (next() < p) count += 1;
  return count;
}

export const start = Date.UTC(2026, 10, 20, 14, 0, 0);

/** Three steps of five minutes, no absolute limits, nothing dropped but the first stratum of a step. */
export const plan: Plan = replayPlan;
export const ground: Ground = { method: { test: 'R', merge: 1 }, before: { errors: 0.005 } };

export interface Traffic {
  /** Requests a second of the service. */
  readonly perSecond: number;
  /** Error rates at a time in seconds since the start. */
  readonly canary: (seconds: number, weight: number) => number;
  readonly stable: (seconds: number) => number;
  /** What the router does with a weight; without it as it is set. */
  readonly share?: (weight: number) => number;
  readonly pods?: { readonly canary: number; readonly stable: number };
}

/** Counts of one interval at a weight. */
export function counts(
  traffic: Traffic,
  weight: number,
  seconds: number,
  interval: number,
  next: () => number,
): Counts {
  const share = (traffic.share?.(weight) ?? weight) / 100;
  const all = traffic.perSecond * interval;
  const arm = (requests: number, rate: number, pods: number) => {
    const each = Array.from(
      { length: pods },
      (_, pod) => Math.floor(requests / pods) + (pod < requests % pods ? 1 : 0),
    );
    return { requests: each, bad: [each.map((n) => successes(n, rate, next))] };
  };
  const canary = Math.round(all * share);
  return {
    kind: 'counts',
    canary: arm(canary, traffic.canary(seconds, weight), traffic.pods?.canary ?? 1),
    stable: arm(all - canary, traffic.stable(seconds), traffic.pods?.stable ?? 1),
  };
}

/** A journal in which every step lasts `seconds`, whatever is decided. `reading` replaces what is read at a time. */
export function journalOf(
  traffic: Traffic,
  options: {
    readonly seconds?: number;
    readonly seed?: number;
    readonly plan?: Plan;
    readonly reading?: (seconds: number, counts: Counts) => Reading;
  } = {},
): readonly Entry[] {
  const { seconds = 300, seed = 1, plan: given = plan, reading = (_, each) => each } = options;
  const next = random(seed);
  const entries: Entry[] = [];
  for (const [step, { weight }] of given.steps.entries()) {
    const from = start + step * seconds * 1000;
    entries.push({ event: 'step', step, at: from });
    for (let t = 0; t < seconds; t += given.interval) {
      const at = step * seconds + t;
      const each = counts(traffic, weight, at, given.interval, next);
      entries.push({ event: 'stratum', stratum: stratumAt(at, given.interval, { errors: reading(at, each) }) });
    }
  }
  return entries;
}

export function stratumAt(seconds: number, interval: number, readings: Readonly<Record<string, Reading>>): Stratum {
  return { from: start + seconds * 1000, to: start + (seconds + interval) * 1000, readings };
}

/** The same error rate in both arms. */
export function same(perSecond: number, rate: number): Traffic {
  return { perSecond, canary: () => rate, stable: () => rate };
}
