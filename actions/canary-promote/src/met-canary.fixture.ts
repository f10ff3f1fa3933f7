/** How many requests meet a bad canary before it is taken back: the plan of a real run, decided on seeded counts. */
import { readFileSync } from 'node:fs';
import { Rollout } from './decide.ts';
import { parseJournal } from './replay/recorded.ts';
import { counts, random, start, stratumAt } from './rollout.fixture.ts';
import type { Counts } from './strata.ts';

export interface MetCanary {
  readonly median: number;
  readonly most: number;
}

/** Error rates from 0 to 1, requests a second of the service. */
export interface BadLoad {
  readonly perSecond: number;
  readonly stable: number;
  readonly canary: number;
}

const tries = 40;

/** `file`: samples.jsonl of the run whose plan and preflight are taken. */
export function metCanary(file: string, load: BadLoad): MetCanary {
  const { plan, preflight } = parseJournal(readFileSync(file, 'utf8')).head;
  const weight = plan.steps[0]?.weight ?? 0;
  const traffic = { perSecond: load.perSecond, canary: () => load.canary, stable: () => load.stable };
  const once = (_: unknown, seed: number): number => {
    const rollout = new Rollout(plan, preflight.ground);
    const next = random(seed + 1);
    rollout.take({ event: 'step', step: 0, at: start });
    let t = 0;
    let met = 0;
    for (; rollout.decision.action === 'hold'; t += plan.interval) {
      const each: Counts = counts(traffic, weight, t, plan.interval, next);
      rollout.take({ event: 'stratum', stratum: stratumAt(t, plan.interval, { errors: each }) });
      if (t >= Math.max(plan.interval, plan.requestTimeout)) met += each.canary.requests[0] ?? 0;
    }
    return rollout.decision.action === 'rollback' ? met : Number.POSITIVE_INFINITY;
  };
  const all = Array.from({ length: tries }, once).toSorted((one, other) => one - other);
  return { median: all[tries / 2] ?? 0, most: all.at(-1) ?? 0 };
}
