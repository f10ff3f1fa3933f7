/** The hours behind a rollout, against the limits of the plan (seed row C7). Pure. */
import { isCounts } from './evidence/rollout.ts';
import { total } from './evidence/total.ts';
import type { Gauge, Metric, Plan, Soak } from './plan.ts';
import type { Stratum, Window } from './strata.ts';

/** The longest piece that is counted at once, milliseconds. */
const PIECE = 3_600_000;
export const ALERTS = 'critical-alerts';
const ERRORS = 'soak-errors';
const LATENCY = 'soak-latency';

/** What is to be read for the soak: the plan's first metric of each kind, with the soak's own edge. */
export function soakPlan(plan: Plan, soak: Soak): Plan {
  const errors = plan.metrics.find(({ kind }) => kind === 'errors');
  const latency = plan.metrics.find((metric) => metric.kind === 'latency');
  const decides = { weight: 1, critical: true, dryRun: false };
  const metrics: readonly Metric[] = [
    ...(errors === undefined ? [] : [{ ...errors, ...decides, name: ERRORS }]),
    ...(latency?.kind !== 'latency' || soak.latencyP95 === undefined
      ? []
      : [{ ...latency, ...decides, name: LATENCY, edges: [soak.latencyP95] }]),
  ];
  const gauges: readonly Gauge[] =
    soak.criticalAlerts === undefined
      ? []
      : [
          {
            name: ALERTS,
            query: 'count(ALERTS{alertstate="firing",severity="critical"}) or vector(0)',
            above: soak.criticalAlerts,
            below: undefined,
            for: 0,
            action: 'warn',
          },
        ];
  return { ...plan, metrics, gauges, triggers: { errorRate: undefined, latency: undefined, health: undefined } };
}

/** The time from the end of the rollout until now, in pieces of at most an hour; the last ends now. */
export function soakWindows(from: number, to: number): readonly Window[] {
  const windows: Window[] = [];
  for (let at = from; at < to; at += PIECE) windows.push({ from: at, to: Math.min(to, at + PIECE) });
  return windows;
}

export interface SoakBreach {
  readonly limit: 'error-rate' | 'latency-p95' | 'availability' | 'critical-alerts';
  /** A rate, seconds, a rate, a number. */
  readonly allowed: number;
  readonly seen: number;
}

export interface SoakSeen {
  readonly breaches: readonly SoakBreach[];
  readonly requests: number;
  readonly errors: number;
  readonly slow: number;
  readonly alerts: number | undefined;
  /** Pieces that could not be counted whole, of all; with what was in the way. */
  readonly missing: number;
  readonly pieces: number;
  readonly why: string | undefined;
}

/** "p95 above 200 ms" is "more than 5 % of the requests slower than 200 ms". */
export function judgeSoak(soak: Soak, plan: Plan, strata: readonly Stratum[]): SoakSeen {
  const sum = (name: string) => sumOf(strata, name);
  const errors = sum(ERRORS);
  const slow = sum(LATENCY);
  const last = strata.at(-1)?.readings[ALERTS];
  const alerts = last?.kind === 'gauge' ? last.value : undefined;
  const wanted = plan.metrics.map(({ name }) => name);
  const missing = strata.filter(({ readings }) => wanted.some((name) => !isCounts(readings[name])));
  const trouble = missing
    .flatMap(({ readings }) => wanted.map((name) => readings[name]))
    .find((each) => each?.kind === 'trouble');
  const rate = errors.requests === 0 ? 0 : errors.bad / errors.requests;
  const slowRate = slow.requests === 0 ? 0 : slow.bad / slow.requests;
  return {
    breaches: [
      ...breach('error-rate', soak.errorRate, rate, soak.errorRate !== undefined && rate > soak.errorRate),
      ...breach('latency-p95', soak.latencyP95, slowRate, slowRate > 0.05),
      ...breach(
        'availability',
        soak.availability,
        1 - rate,
        soak.availability !== undefined && 1 - rate < soak.availability,
      ),
      ...breach(
        'critical-alerts',
        soak.criticalAlerts,
        alerts ?? 0,
        alerts !== undefined && soak.criticalAlerts !== undefined && alerts > soak.criticalAlerts,
      ),
    ],
    requests: Math.max(errors.requests, slow.requests),
    errors: errors.bad,
    slow: slow.bad,
    alerts,
    missing: missing.length + (soak.criticalAlerts !== undefined && alerts === undefined ? 1 : 0),
    pieces: strata.length,
    why: trouble?.kind === 'trouble' ? `${trouble.code}: ${trouble.detail}` : undefined,
  };
}

function breach(
  limit: SoakBreach['limit'],
  allowed: number | undefined,
  seen: number,
  isBreached: boolean,
): readonly SoakBreach[] {
  return allowed === undefined || !isBreached ? [] : [{ limit, allowed, seen }];
}

function sumOf(strata: readonly Stratum[], name: string): { readonly requests: number; readonly bad: number } {
  let requests = 0;
  let bad = 0;
  for (const { readings } of strata) {
    const reading = readings[name];
    if (!isCounts(reading)) continue;
    requests += total(reading.canary.requests);
    bad += total(reading.canary.bad[0] ?? []);
  }
  return { requests, bad };
}
