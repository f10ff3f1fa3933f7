/** Three rollouts of order-service 2.4.0, decided by the real rules over seeded counts. Example data: all of it is invented. */
import { Rollout } from '../decide.ts';
import type { Entry } from '../journal.ts';
import type { Plan } from '../plan.ts';
import { type Preflight, preflight } from '../preflight.ts';
import { replayPlan } from '../replay/default-plan.ts';
import { random, successes } from '../rollout.fixture.ts';
import type { Arm, Counts, Reading, Stratum } from '../strata.ts';
import type { Told } from '../told.ts';

export const began = Date.UTC(2026, 10, 20, 14, 3, 0);

export const examplePlan: Plan = {
  ...replayPlan,
  environment: 'production',
  steps: [10, 25, 50, 100].map((weight) => ({ weight, hold: 300, max: 1800, manual: false })),
  metrics: [
    {
      kind: 'errors',
      name: 'errors',
      weight: 0.6,
      critical: true,
      dryRun: false,
      total: 'http_requests_total{service="order-service"}',
      bad: 'http_requests_total{service="order-service",code=~"5.."}',
    },
    {
      kind: 'latency',
      name: 'latency',
      weight: 0.4,
      critical: false,
      dryRun: false,
      histogram: 'http_request_duration_seconds{service="order-service"}',
      edges: [2],
    },
  ],
  triggers: {
    errorRate: { above: 0.05, window: 300 },
    latency: { quantile: 0.95, above: 2, window: 300 },
    health: { path: '/health', series: undefined, failures: 3, window: 120 },
  },
  runbook: 'docs/runbooks/rollback.md',
  soak: { duration: 86_400, errorRate: 0.01, latencyP95: 0.2, availability: 0.999, criticalAlerts: 0 },
};

export interface Service {
  /** Requests a second. */
  readonly perSecond: number;
  /** Error rates. */
  readonly canary: number;
  readonly stable: number;
  /** Rate of requests over 2 s, of both. */
  readonly slow: number;
  /** Of both releases; the canary has its share of them, so that the load of each is the same. */
  readonly pods: number;
  readonly seed: number;
  /** What is read in the place of the counts. */
  readonly reading?: (seconds: number, metric: string, counts: Counts) => Reading;
  /** Failed health probes of three. */
  readonly failing?: (seconds: number) => number;
}

export const service: Service = {
  perSecond: 100,
  canary: 0.0045,
  stable: 0.0045,
  slow: 0.004,
  pods: 20,
  seed: 1,
};

function arm(requests: number, pods: number, rate: number, next: () => number): Arm {
  const each = Array.from({ length: pods }, (_, pod) => Math.floor(requests / pods) + (pod < requests % pods ? 1 : 0));
  return { requests: each, bad: [each.map((n) => successes(n, rate, next))] };
}

function stratumAt(at: Service, seconds: number, weight: number, next: () => number): Stratum {
  const { perSecond, slow, reading = (_, __, counts) => counts } = at;
  const all = perSecond * 15;
  const canary = weight >= 100 ? all : successes(all, weight / 100, next);
  const pods = { canary: Math.round((weight / 100) * at.pods), stable: at.pods - Math.round((weight / 100) * at.pods) };
  const counts = (bad: { canary: number; stable: number }): Counts => ({
    kind: 'counts',
    canary: arm(canary, pods.canary, bad.canary, next),
    stable: arm(all - canary, pods.stable, bad.stable, next),
  });
  const errors = counts({ canary: at.canary, stable: at.stable });
  const latency = counts({ canary: slow, stable: slow });
  return {
    from: began + seconds * 1000,
    to: began + (seconds + 15) * 1000,
    readings: {
      errors: reading(seconds, 'errors', errors),
      latency: reading(seconds, 'latency', latency),
      ...(weight === 0
        ? {}
        : { health: { kind: 'health', probes: pods.canary, failures: at.failing?.(seconds) ?? 0 } as const }),
    },
  };
}

/** The hour before, of stable alone. */
function past(at: Service, next: () => number): readonly Stratum[] {
  const strata = Array.from({ length: 240 }, (_, i) => stratumAt(at, (i - 240) * 15, 0, next));
  return strata;
}

/** Steps begin when their weight is asked for; the rollout ends by its own decision, or after `longest` seconds. */
export function rolledOut(plan: Plan, at: Service, ready: Preflight, longest = 14_400): Rollout {
  const next = random(at.seed);
  const rollout = new Rollout(plan, ready.ground);
  const take = (entry: Entry) => rollout.take(entry);
  let step = 0;
  take({ event: 'step', step, at: began });
  for (let t = 0; t < longest; t += 15) {
    take({ event: 'stratum', stratum: stratumAt(at, t, plan.steps[step]?.weight ?? 100, next) });
    const { action } = rollout.decision;
    if (['finish', 'rollback', 'stop'].includes(action)) return rollout;
    if (action !== 'promote') continue;
    step += 1;
    take({ event: 'step', step, at: began + (t + 15) * 1000 });
  }
  take({ event: 'end', at: began + longest * 1000 });
  return rollout;
}

export function preflightOf(plan: Plan, at: Service = service): Preflight {
  return preflight(plan, past(at, random(7)));
}

let ready: Preflight | undefined;

/** Of the example plan and a service without faults; the placebo is the slow part, so it is tried once. */
export function examplePreflight(): Preflight {
  ready ??= preflightOf(examplePlan);
  return ready;
}

export function told(plan: Plan, rollout: Rollout, more: Partial<Told> = {}): Told {
  return {
    plan,
    planHash: '3f1c9e0b7a5d4c2e8f6a1b0d9c7e5f3a2b4d6c81'.padEnd(64, '0'),
    preflight: examplePreflight(),
    course: rollout.course,
    decision: rollout.decision,
    names: { canary: '2.4.0', stable: '2.3.2' },
    subject: {
      service: 'order-service',
      repository: 'acme/order-service',
      commit: '9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70',
      environment: 'production',
    },
    source: 'Prometheus at prometheus.example.com',
    router: undefined,
    samples: 'samples.jsonl',
    dryRun: false,
    ...more,
  };
}

/** 2.4.0 fails about six times as often. */
export function redTold(): Told {
  return told(
    examplePlan,
    rolledOut(examplePlan, { ...service, canary: 0.028, stable: 0.005, seed: 3 }, examplePreflight()),
  );
}

/** As good as 2.3.2, through all four steps. */
export function greenTold(): Told {
  return told(examplePlan, rolledOut(examplePlan, { ...service, seed: 5 }, examplePreflight()));
}

/** Prometheus has no new sample of either metric after 90 s. */
export function unknownTold(): Told {
  const gone: Service = {
    ...service,
    seed: 2,
    reading: (seconds, _, counts) => (seconds < 90 ? counts : stale),
  };
  return told(examplePlan, rolledOut(examplePlan, gone, examplePreflight()));
}

const stale = {
  kind: 'trouble',
  code: 'metrics-stale',
  detail: 'expected a sample every 15 s from 2 pods with version 2.4.0, got none since 14:04:30',
} as const;
