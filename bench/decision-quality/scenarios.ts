/** Every scenario with all of its parameters. The first ones are the rows of the table "Targets"; the rest shows what else happens. */
import {
  ALPHA,
  both,
  bursts,
  long,
  outage,
  plain,
  promotion,
  queue,
  rate,
  type Scenario,
  same,
  single,
  slow,
  times,
  worse,
} from './scenario.ts';

const sameInTable: readonly Scenario[] = [
  same('aa', 'independent requests, 100/s', plain, { R: { falseAtMost: 0.006 }, P: { falseAtMost: 0.005 } }),
  same(
    'aa-outage',
    'shared outage, 30 % for 60 s',
    { ...plain, outage },
    { R: { falseAtMost: 0.006 }, P: { falseAtMost: 0.005 } },
  ),
  same(
    'aa-pod-noise-15',
    'pod noise, cv 1 in 15 s',
    { ...plain, podNoise: { cv: 1, seconds: 15 } },
    { R: { falseAtMost: 0.006 }, P: { falseAtMost: 0.005 } },
  ),
  same(
    'aa-bursts',
    'bursts of 20 errors on one pod, every 60 s',
    { ...plain, bursts },
    { R: { falseAtMost: 0.006 }, P: { falseAtMost: 0.005 } },
  ),
  same(
    'aa-arm-noise-15',
    'arm noise, cv 1 in 15 s',
    { ...plain, armNoise: { cv: 1, seconds: 15 } },
    { R: { falseAtMost: 0.008 } },
  ),
  same(
    'aa-misaligned',
    'scrapes 10 s apart, with the outage',
    { ...plain, outage, misaligned: 10 },
    both({ falseAtMost: 0.006 }),
  ),
  {
    ...same(
      'aa-pod-noise-300-placebo',
      'pod noise, cv 1 in 300 s, method by placebo',
      { ...plain, podNoise: { cv: 1, seconds: 300 } },
      { P: { falseAtMost: 0.01 } },
    ),
    placebo: true,
  },
];

const worseInTable: readonly Scenario[] = [
  worse('double', '2x errors, 100/s', times(2, plain), 'aa', {
    R: { median: 375, errors: 68 },
    P: { median: 345, errors: 56 },
  }),
  worse('fivefold', '5x errors, 100/s', times(5, plain), 'aa', {
    R: { median: 165, errors: 50 },
    P: { median: 90, errors: 24 },
  }),
  worse('fivefold-slow', '5x errors, 10/s', times(5, slow), 'aa-slow', {
    R: { median: 450, errors: 23 },
    P: { median: 360, errors: 16 },
  }),
  worse('tenth', '10 % errors, 100/s', rate(0.1, plain), 'aa', { R: { median: 30, errors: 36, p90: 45 } }),
  worse('tenth-5s', '10 % errors, 100/s, 5 s strata', rate(0.1, { ...plain, interval: 5 }), 'aa', {
    R: { median: 20, errors: 22 },
  }),
  worse('tenth-slow', '10 % errors, 10/s', rate(0.1, slow), 'aa-slow', {
    R: { median: 165, errors: 18 },
    P: { median: 90, errors: 11 },
  }),
  worse('late-50', '5 % errors from the step of 50 % on', rate(0.05, plain, 600), 'aa', {
    R: { median: 690, errors: 280 },
    P: { median: 660, errors: 210 },
  }),
  worse('late-200', '10 % errors from 200 s on', rate(0.1, plain, 200), 'aa', {
    R: { median: 270, errors: 90 },
    P: { median: 255, errors: 80 },
  }),
  worse(
    'double-pod-noise',
    '2x errors under pod noise, cv 1 in 15 s',
    times(2, { ...plain, podNoise: { cv: 1, seconds: 15 } }),
    'aa-pod-noise-15',
    { R: { median: 510, errors: 120 }, P: { median: 450, errors: 100 } },
  ),
];

const promotionInTable: readonly Scenario[] = [
  promotion('good', 'good', 'good release, 0.5 %, 100/s', { ...plain, steps: single }, both({ promotedBy: 255 })),
  promotion(
    'good-zero',
    'good',
    'no errors at all, 100/s',
    { ...plain, base: 0, steps: single },
    both({ promotedBy: 60 }),
  ),
  promotion(
    'good-slow',
    'good',
    'good release, 0.1 %, 10/s',
    { ...slow, base: 0.001, steps: single },
    both({ promotedBy: 480 }),
  ),
  promotion(
    'bad-1',
    'bad',
    'twice stable, 0.5 % to 1 %',
    times(2, { ...plain, steps: long }),
    both({ promotedAtMost: 0.05 }),
  ),
  promotion(
    'bad-2',
    'bad',
    'twice stable, 1 % to 2 %',
    times(2, { ...plain, base: 0.01, steps: long }),
    both({ promotedAtMost: 0.05 }),
  ),
  {
    ...promotion(
      'bad-noise',
      'bad',
      'twice stable, 1 % to 2 %, arm noise, by the comparison alone',
      times(2, { ...plain, base: 0.01, armNoise: { cv: 1, seconds: 15 }, steps: long }),
      both({ promotedAtMost: 0.05 }),
    ),
    floorOff: true,
  },
];

const alsoSame: readonly Scenario[] = [
  same('aa-slow', '10/s', slow, both({ falseAtMost: ALPHA }), 'also'),
  same('aa-low', 'low traffic, 1/s', { ...plain, perSecond: 1 }, both({ falseAtMost: ALPHA }), 'also'),
  same('aa-base-3', '3 % errors', { ...plain, base: 0.03 }, both({ falseAtMost: ALPHA }), 'also'),
  same(
    'aa-day',
    'day curve, load and errors by half',
    { ...plain, day: { load: 0.5, errors: 0.5 } },
    both({ falseAtMost: ALPHA }),
    'also',
  ),
  same(
    'aa-restarts',
    'each pod restarts every 300 s, counts lost',
    { ...plain, restarts: { every: 300 } },
    both({ falseAtMost: ALPHA }),
    'also',
  ),
  same('aa-gaps', 'a fifth of the cells lost', { ...plain, gaps: 0.2 }, both({ falseAtMost: ALPHA }), 'also'),
  same('aa-queue', 'latency, pods half busy', { ...plain, queue }, both({ falseAtMost: ALPHA }), 'also'),
];

const alsoWorse: readonly Scenario[] = [
  worse('tenth-low', '10 % errors, 1/s', rate(0.1, { ...plain, perSecond: 1 }), 'aa-low', {}, 'also'),
  worse('late-double', '2x errors from the step of 50 % on', rate(0.01, plain, 600), 'aa', {}, 'also'),
  worse('double-base-3', '2x errors, 3 % to 6 %', times(2, { ...plain, base: 0.03 }), 'aa-base-3', {}, 'also'),
  worse(
    'double-day',
    '2x errors, day curve',
    times(2, { ...plain, day: { load: 0.5, errors: 0.5 } }),
    'aa-day',
    {},
    'also',
  ),
  worse(
    'fivefold-restarts',
    '5x errors, restarts',
    times(5, { ...plain, restarts: { every: 300 } }),
    'aa-restarts',
    {},
    'also',
  ),
  worse('fivefold-gaps', '5x errors, gaps', times(5, { ...plain, gaps: 0.2 }), 'aa-gaps', {}, 'also'),
  worse(
    'slower',
    'service takes 1.2x as long, pods half busy',
    { ...plain, queue: { ...queue, canaryTimes: 1.2 } },
    'aa-queue',
    {},
    'also',
  ),
];

const beyond: readonly Scenario[] = [
  same('aa-arm-noise-60', 'arm noise, cv 1 in 60 s', { ...plain, armNoise: { cv: 1, seconds: 60 } }, {}, 'beyond'),
  same('aa-arm-noise-300', 'arm noise, cv 1 in 300 s', { ...plain, armNoise: { cv: 1, seconds: 300 } }, {}, 'beyond'),
  same('aa-pod-noise-60', 'pod noise, cv 1 in 60 s', { ...plain, podNoise: { cv: 1, seconds: 60 } }, {}, 'beyond'),
  same('aa-pod-noise-300', 'pod noise, cv 1 in 300 s', { ...plain, podNoise: { cv: 1, seconds: 300 } }, {}, 'beyond'),
  same('aa-pod-effects', 'each pod differs for good, cv 0.5', { ...plain, podEffects: { cv: 0.5 } }, {}, 'beyond'),
  same('aa-queue-busy', 'latency, pods 85 % busy', { ...plain, queue: { ...queue, service: 0.17 } }, {}, 'beyond'),
];

export const scenarios: readonly Scenario[] = [
  ...sameInTable,
  ...worseInTable,
  ...promotionInTable,
  ...alsoSame,
  ...alsoWorse,
  ...beyond,
];

export function scenarioNamed(name: string): Scenario {
  const found = scenarios.find((each) => each.name === name);
  if (found === undefined)
    throw new Error(`no scenario ${name}; there are ${scenarios.map((each) => each.name).join(', ')}`);
  return found;
}
