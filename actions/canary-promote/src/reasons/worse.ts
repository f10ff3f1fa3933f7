/** Evidence reached 1/alpha: the only reasons that alpha speaks of. */
import { mark } from '@shipgate/kit/report/sentence';
import type { Portion, WorseFinding } from '../findings.ts';
import { during, replayed, takeBack } from './back.ts';
import {
  about,
  evidence,
  limit,
  partOf,
  percent,
  rated,
  rateOf,
  short,
  shortPercent,
  timesAsOften,
  weight,
} from './numbers.ts';
import { assumption, countedSeconds, type Scene } from './scene.ts';
import type { ReasonTexts } from './text.ts';

type Comparison = Pick<WorseFinding, 'canary' | 'stable'>;

/** "2.4.0 fails 5.9 times as often as 2.3.2". */
export function failsMore({ canary, stable }: Comparison, scene: Scene): string {
  const times = timesAsOften(canary, stable);
  if (times === undefined) return `${scene.canary} fails more often than ${scene.stable}`;
  return `${scene.canary} fails ${times} as often as ${scene.stable}`;
}

/** "2.4.0 is slower than 2 s 3.1 times as often as 2.3.2". */
export function slowMore({ canary, stable, edge }: Comparison & Pick<WorseFinding, 'edge'>, scene: Scene): string {
  const times = timesAsOften(canary, stable) ?? 'more';
  return `${scene.canary} is slower than ${short(edge ?? 0)} s ${times} ${times === 'more' ? 'often than' : 'as often as'} ${scene.stable}`;
}

/** "3.13 % `errors` (30 of 958) against 0.47 % (38 of 8,042) at 10 %." */
function compared(finding: WorseFinding): string {
  const { canary, stable, weight: at } = finding;
  const against = at >= 100 ? '' : ` against ${rated(stable)}`;
  return `${shareOf(finding, canary)}${against} at ${weight(at)}.`;
}

function shareOf({ metric, edge }: WorseFinding, portion: Portion): string {
  if (portion.requests === 0) return `no requests of ${mark(metric)}`;
  const what = edge === undefined ? mark(metric) : `${mark(metric)} over ${short(edge)} s`;
  return `${percent(rateOf(portion))} ${what} (${partOf(portion)})`;
}

/** What the limit means, and under which assumption: a probability is never said without. */
function bounded({ code, value, limit: most }: WorseFinding, scene: Scene, release: string): string {
  const assumed = code.endsWith('-above-limit') ? 'if requests are independent' : assumption(scene);
  return `Evidence ${evidence(value)}, limit ${limit(most)}: ${assumed}, at most 1 in ${limit(most)} rollouts of ${release} ever reaches that (alpha ${short(1 / most)}).`;
}

function asGood({ plan }: Scene): string {
  return plan.margin === 1
    ? 'an equally good release'
    : `a release that fails at most ${short(plan.margin)} times as often`;
}

/** "`errors` alone proves it: 107 = 0.6 x 178"; nothing where it is the only metric. */
function alone({ metric, metricValue, metricWeight }: WorseFinding): string {
  if (metricWeight > 0.999) return '';
  return ` ${mark(metric)} alone proves it: its own evidence is ${evidence(metricValue)}, its weight ${short(Number(metricWeight.toFixed(2)))}.`;
}

/** What it costs now and at 100 %, where the counts of this step show it. */
function cost(finding: WorseFinding, scene: Scene): string {
  const { canary, stable, metric, edge, weight: at } = finding;
  const excess = rateOf(canary) - rateOf(stable);
  const seconds = countedSeconds(scene, metric);
  if (at >= 100 || excess <= 0 || canary.requests === 0 || stable.requests === 0 || seconds === 0)
    return `every request to ${scene.canary} meets it.`;
  const what = edge === undefined ? 'more requests failed' : `more requests were slower than ${short(edge)} s`;
  const whole = (excess * (canary.requests + stable.requests)) / seconds;
  return `${about(excess * canary.requests)} ${what} than on ${scene.stable}; at 100 % it would be ${about(whole)} a second.`;
}

function compare(finding: WorseFinding, scene: Scene): string {
  const which = finding.edge === undefined ? 'failed' : 'slow';
  return `${takeBack(scene)} Then compare the ${which} requests of both releases ${during(scene)}.${replayed(scene)}`;
}

function latencyLimit({ plan }: Scene): string {
  const { latency } = plan.triggers;
  return latency === undefined ? 'its limit' : `p${short(100 * latency.quantile)} of ${short(latency.above)} s`;
}

export const worseTexts: ReasonTexts<WorseFinding['code']> = {
  'error-rate-higher': {
    severity: 'error',
    title: failsMore,
    seen: (finding, scene) => `${compared(finding)} ${bounded(finding, scene, asGood(scene))}${alone(finding)}`,
    hurts: cost,
    mend: compare,
  },
  'latency-higher': {
    severity: 'error',
    title: slowMore,
    seen: (finding, scene) => `${compared(finding)} ${bounded(finding, scene, asGood(scene))}${alone(finding)}`,
    hurts: cost,
    mend: compare,
  },
  'error-rate-above-limit': {
    severity: 'error',
    title: ({ allowed = 0 }, { canary }) => `more than ${shortPercent(allowed)} of the requests to ${canary} fail`,
    seen: (finding, scene) =>
      `${compared(finding)} ${bounded(finding, scene, `${asGood(scene)} within ${shortPercent(finding.allowed ?? 0)}`)}${alone(finding)} Most of it speaks against the absolute limit, the rest of the comparison.`,
    hurts: cost,
    mend: compare,
  },
  'latency-above-limit': {
    severity: 'error',
    title: (_, scene) => `${scene.canary} does not keep a ${latencyLimit(scene)}`,
    seen: (finding, scene) =>
      `${compared(finding)} ${bounded(finding, scene, `${asGood(scene)} with a ${latencyLimit(scene)}`)}${alone(finding)} Most of it speaks against the absolute limit, the rest of the comparison.`,
    hurts: cost,
    mend: compare,
  },
  'jointly-worse': {
    severity: 'error',
    title: ({ metric }, { canary, stable }) => `${canary} is worse than ${stable}, jointly, mostly ${mark(metric)}`,
    seen: (finding, scene) =>
      `${compared(finding)} ${bounded(finding, scene, asGood(scene))} No metric reaches it alone: the most, ${mark(finding.metric)}, has an evidence of ${evidence(finding.metricValue)} at a weight of ${short(Number(finding.metricWeight.toFixed(2)))}.`,
    hurts: (_, { canary, stable }) =>
      `several figures of ${canary} are worse than those of ${stable} at once; none of them is proven by itself.`,
    mend: (finding, scene) =>
      `${takeBack(scene)} Then look at ${mark(finding.metric)} first, ${during(scene)}.${replayed(scene)}`,
  },
};
