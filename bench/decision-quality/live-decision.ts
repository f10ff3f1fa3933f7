/**
 * `node bench/decision-quality/live-decision.ts`: milliseconds that a run takes to decide after one more stratum, when it has
 * 400 behind it: 20 pods, errors and a latency of 3 edges, method P. Medians of 100 strata; the bar is 50 ms.
 */
import { Rollout } from '../../actions/canary-promote/src/decide.ts';
import type { Plan } from '../../actions/canary-promote/src/plan.ts';
import { replayPlan } from '../../actions/canary-promote/src/replay/default-plan.ts';
import { counts, random, same, start } from '../../actions/canary-promote/src/rollout.fixture.ts';
import type { Counts, Stratum } from '../../actions/canary-promote/src/strata.ts';
import { quantile } from './tally.ts';

const BEFORE = 400;
const MEASURED = 100;
const BAR = 50;

const plan: Plan = {
  ...replayPlan,
  steps: [{ weight: 25, hold: 36_000, max: 72_000, manual: false }],
  metrics: [
    ...replayPlan.metrics,
    {
      kind: 'latency',
      name: 'latency',
      weight: 1,
      critical: true,
      dryRun: false,
      histogram: '',
      edges: [0.25, 0.5, 1],
    },
  ],
};
const next = random(1);
const traffic = { ...same(100, 0.05), pods: { canary: 5, stable: 15 } };

function stratum(index: number): Stratum {
  const at = index * plan.interval;
  const errors = counts(traffic, 25, at, plan.interval, next);
  const edges = [0.3, 0.08, 0.01].map((rate) =>
    counts({ ...traffic, canary: () => rate, stable: () => rate }, 25, at, plan.interval, next),
  );
  const arm = (of: (each: Counts) => Counts['canary']) => ({
    requests: of(errors).requests,
    bad: edges.map((each) => of(each).bad[0] ?? []),
  });
  const latency: Counts = { kind: 'counts', canary: arm(({ canary }) => canary), stable: arm(({ stable }) => stable) };
  return { from: start + at * 1000, to: start + (at + plan.interval) * 1000, readings: { errors, latency } };
}

const rollout = new Rollout(plan, { method: { test: 'P', merge: 1 }, before: { errors: 0.05 } });
rollout.take({ event: 'step', step: 0, at: start });
const strata = Array.from({ length: BEFORE + MEASURED }, (_, index) => stratum(index));
const took: number[] = [];
for (const [index, each] of strata.entries()) {
  const began = performance.now();
  rollout.take({ event: 'stratum', stratum: each });
  if (index >= BEFORE) took.push(performance.now() - began);
}
const { action } = rollout.decision;
if (action !== 'hold' && action !== 'wait')
  throw new Error(`a good release ended with ${action}; nothing was measured`);
const [median, p99] = [quantile(took, 0.5) ?? 0, quantile(took, 0.99) ?? 0];
console.log(`${BEFORE} strata behind: median ${median.toFixed(2)} ms, 99 % ${p99.toFixed(2)} ms (at most ${BAR})`);
process.exitCode = p99 <= BAR ? 0 : 1;
