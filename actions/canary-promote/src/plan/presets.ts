/** What a plan says when its keys are left out. Durations and shares as people write them. */
import { DEFAULT_HOLD, DEFAULT_MAX } from '@shipgate/schemas';
import type { Plan } from '../plan.ts';

/** Seconds; schemas judge a plan by the same figures. */
export const stepTimes = { hold: DEFAULT_HOLD, max: DEFAULT_MAX } as const;

/** Percent. Seed rows C1 and C3; with all at once there is one step, which is decided at 100 %. */
export const weights: Readonly<Record<Plan['strategy'], readonly number[]>> = {
  canary: [10, 25, 50, 100],
  rolling: [25, 50, 75, 100],
  'blue-green': [100],
};

export const times = {
  'warm-up': '0s',
  interval: '15s',
  'request-timeout': '15s',
  'no-data-after': '5m',
} as const;

export const shares = { alpha: 0.01, beta: 0.05, floor: '1%' } as const;

/** Seed row C6 has 500 ms, C4 has 2 s. */
export const edges: readonly string[] = ['500ms', '1s', '2s'];

/** Names as client libraries of Prometheus give them; `selector` narrows them to one service. */
export const metrics = {
  errors: { weight: 0.6, total: 'http_requests_total', bad: 'code=~"5.."' },
  latency: { weight: 0.4, histogram: 'http_request_duration_seconds' },
} as const;

/** Seed row C4. */
export const triggers = {
  errorRate: { above: '5%', window: '5m' },
  latency: { quantile: 0.95, above: '2000ms', window: '5m' },
  health: { path: '/health', failures: 3, window: '2m' },
} as const;

export const gauge = { for: '5m', action: 'hold' } as const;

/** The Site Reliability Workbook, chapter 5: the two pairs that page somebody, 2 % of the budget in 1 h and 5 % in 6 h. */
export const burnWindows = [
  { long: '1h', short: '5m', factor: 14.4 },
  { long: '6h', short: '30m', factor: 6 },
] as const;

/** Seed row C7. */
export const soak = {
  duration: '24h',
  'error-rate': '0.1%',
  'latency-p95': '200ms',
  availability: '99.9%',
  'critical-alerts': 0,
} as const;

export const sourceTimeout = '10s';
