/** `node bench/decision-quality/placebo-choices.ts`: which method the placebo accepts on an hour of stable, by kind of noise. */
import { methodName } from '../../actions/canary-promote/src/evidence/method.ts';
import { methodByPlacebo } from './placebo.ts';
import { Random } from './random.ts';
import { planOf } from './rules.ts';
import { scenarioNamed } from './scenarios.ts';

const HOURS = Number(process.argv[2] ?? 100);
const NAMES = [
  'aa',
  'aa-slow',
  'aa-bursts',
  'aa-pod-noise-15',
  'aa-pod-noise-60',
  'aa-pod-noise-300',
  'aa-pod-effects',
  'aa-arm-noise-15',
  'aa-arm-noise-300',
];
const METHODS = ['P15', 'R15', 'R60', 'none'];

console.log(`| ${HOURS} hours of stable | ${METHODS.join(' | ')} |\n| :-- |${METHODS.map(() => ' --: |').join('')}`);
for (const name of NAMES) {
  const scenario = scenarioNamed(name);
  const plan = planOf(scenario);
  const chosen = Array.from({ length: HOURS }, (_, index) => {
    const method = methodByPlacebo(scenario.service, plan, new Random(1, `${name} past`, index));
    return method === undefined ? 'none' : methodName(method, plan.interval);
  });
  const counts = METHODS.map((each) => chosen.filter((method) => method === each).length);
  console.log(`| ${scenario.title} | ${counts.join(' | ')} |`);
}
