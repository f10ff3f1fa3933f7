/**
 * `node bench/decision-quality/start-weights.ts`: what the evidence's later starts (one a step) cost early faults and gain late
 * ones: the same traces, once as the plan has it, once with all weight on the first start.
 */

import { replayTrace } from '../../actions/canary-promote/src/replay/answer.ts';
import { parseTrace } from '../../actions/canary-promote/src/replay/trace.ts';
import { Random } from './random.ts';
import { byArm, byPod, planOf } from './rules.ts';
import { scenarioNamed } from './scenarios.ts';
import type { Service } from './service.ts';
import { simulate } from './simulator.ts';
import { quantile } from './tally.ts';

const TRACES = Number(process.argv[2] ?? 600);

const plain = scenarioNamed('aa').service;
const services: readonly (readonly [string, Service])[] = [
  ...['double', 'fivefold-slow', 'late-double'].map(
    (name) => [scenarioNamed(name).title, scenarioNamed(name).service] as const,
  ),
  ['3x errors from the step of 50 % on', { ...plain, fault: { rate: 0.015, from: 600 } }],
];
const plan = planOf(scenarioNamed('aa'));
const single = { ...plan, steps: plan.steps.slice(0, 1) };

console.log(`| ${TRACES} traces: median s, rolled back | R | R, first start alone | P | P, first start alone |`);
console.log('| :-- | --: | --: | --: | --: |');
for (const [title, service] of services) {
  const traces = Array.from({ length: TRACES }, (_, index) => simulate(service, new Random(1, title, index)));
  const cells = [byArm, byPod].flatMap((form) =>
    [plan, single].map((each) => {
      const times = traces.map((trace) => {
        const { decision, at } = replayTrace(parseTrace(form(trace, title), each, true), each);
        return decision === 'rollback' ? (at ?? 0) : Number.POSITIVE_INFINITY;
      });
      const share = times.filter(Number.isFinite).length / TRACES;
      return `${quantile(times, 0.5) ?? '–'}, ${Math.round(100 * share)} %`;
    }),
  );
  console.log(`| ${title} | ${cells.join(' | ')} |`);
}
