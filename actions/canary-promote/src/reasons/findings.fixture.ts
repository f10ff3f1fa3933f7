/** One finding of every code, as the rules give them. */
import type { Finding, FindingCode, WorseFinding } from '../findings.ts';
import { trafficTroubles } from '../steering/router.ts';
import { troubleCodes } from '../strata.ts';

const at = { weight: 10, after: 150 } as const;
const canary = { requests: 1474, bad: 44 } as const;
const stable = { requests: 13_526, bad: 68 } as const;

const worse: WorseFinding = {
  ...at,
  code: 'error-rate-higher',
  metric: 'errors',
  canary,
  stable,
  value: 107.4,
  metricValue: 178.2,
  metricWeight: 0.6,
  limit: 100,
  allowed: 0.05,
};
const slow = { ...worse, metric: 'latency', edge: 2, metricValue: 260.5, metricWeight: 0.4 } as const;
const trigger = { ...at, metric: 'errors', window: 300, seen: 0.0712, above: 0.05, canary } as const;
const trouble = {
  ...at,
  metric: 'errors',
  detail: 'expected a sample every 15 s, got none',
  for: 420,
  policy: 'hold',
  decided: false,
} as const;

export const findings: readonly Finding[] = [
  worse,
  { ...worse, code: 'error-rate-above-limit' },
  { ...slow, code: 'latency-higher' },
  { ...slow, code: 'latency-above-limit' },
  { ...slow, code: 'jointly-worse' },
  { ...trigger, code: 'trigger-error-rate' },
  { ...trigger, code: 'trigger-latency', metric: 'latency' },
  { ...trigger, code: 'burn-rate-exceeded', window: 3600, seen: 0.02, above: 0.0144 },
  { ...at, code: 'health-failed', failures: 3, probes: 24, window: 120 },
  {
    ...at,
    code: 'gauge-beyond-limit',
    gauge: 'db-pool',
    value: 0.95,
    side: 'above',
    limit: 0.9,
    for: 300,
    action: 'rollback',
  },
  ...troubleCodes.map((code) => ({ ...trouble, code })),
  { ...at, code: 'promotion-not-proven', after: 1800, promotion: 1.9, limit: 20, atMax: 'hold', canary, stable },
  { ...at, code: 'noisy-baseline', groups: 44, reached: 12, mean: null },
  { ...at, code: 'share-off', measured: 0.2104, value: 2500 },
  { ...at, code: 'manual-step' },
  { ...at, code: 'weight-not-reached', weight: 25, after: 1800, measured: 0.1012 },
  { ...at, code: 'promoted-without-proof' },
  ...trafficTroubles.map((code) => ({
    ...at,
    code,
    found: 10,
    detail: 'expected 10 %, as the rollout set it, got 40 %',
  })),
  { ...at, code: 'stable-scaled-down', ready: 1, before: 4 },
  { ...at, code: 'calendar-closed', why: 'freeze until 2027-01-02 00:00 UTC: Nobody is at work.' },
  { ...at, code: 'rollback-incomplete', found: 10, target: 0, detail: 'the router cannot be reached' },
  { ...at, code: 'taken-back', cause: 'abort', by: 'release-manager' },
  { ...at, code: 'soak-breached', after: 7200, limit: 'error-rate', allowed: 0.001, seen: 0.0042 },
  { ...at, code: 'journal-lost' },
  { ...at, code: 'no-rollout' },
];

export function findingOf(code: FindingCode): Finding {
  const found = findings.find((finding) => finding.code === code);
  if (found === undefined) throw new Error(`no finding of ${code}`);
  return found;
}
