/** The plan of a replay without a plan: one error budget over the whole trace, no absolute limits. */
import type { Plan } from '../plan.ts';

export const replayPlan: Plan = {
  strategy: 'canary',
  environment: undefined,
  steps: [
    { weight: 10, hold: 300, max: 1800, manual: false },
    { weight: 25, hold: 300, max: 1800, manual: false },
    { weight: 50, hold: 300, max: 1800, manual: false },
  ],
  warmUp: 0,
  interval: 15,
  requestTimeout: 15,
  baseline: 'stable',
  mode: 'evidence',
  alpha: 0.01,
  beta: 0.05,
  margin: 1,
  floor: 0.01,
  assume: 'exchangeable',
  test: 'auto',
  arms: { label: 'version', pod: 'pod', canary: undefined, stable: undefined },
  metrics: [{ kind: 'errors', name: 'errors', weight: 1, critical: true, dryRun: false, total: '', bad: '' }],
  gauges: [],
  triggers: { errorRate: undefined, latency: undefined, health: undefined },
  burnRate: undefined,
  noData: 'hold',
  noDataAfter: 300,
  onCancel: 'hold',
  atMax: 'hold',
  soak: undefined,
  runbook: undefined,
};
