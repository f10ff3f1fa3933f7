/** A small plan for tests: canary is version 2, intervals of 15 s. */
import type { ErrorMetric, LatencyMetric, Plan } from '../../plan.ts';
import { replayPlan } from '../../replay/default-plan.ts';

const all = { weight: 0.5, critical: false, dryRun: false };
const errors: ErrorMetric = {
  kind: 'errors',
  name: 'errors',
  ...all,
  total: 'http_requests_total',
  bad: 'http_requests_total{code=~"5.."}',
};
const latency: LatencyMetric = {
  kind: 'latency',
  name: 'latency',
  ...all,
  histogram: 'http_request_duration_seconds',
  edges: [0.5, 2],
};

export const metrics = { errors, latency };

export function planWith(parts: Partial<Plan>): Plan {
  const arms = { label: 'version', pod: 'pod', canary: '2', stable: undefined };
  return { ...replayPlan, interval: 15, arms, metrics: [errors, latency], gauges: [], ...parts };
}

export const window = { from: 1_000_000, to: 1_015_000 };
