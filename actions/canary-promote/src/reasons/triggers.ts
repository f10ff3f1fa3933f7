/** What fires as written: thresholds, health probes, gauges. Outside alpha, and each of them says so. */
import { mark } from '@shipgate/kit/report/sentence';
import { counted } from '@shipgate/kit/verdict';
import type { GaugeFinding, HealthFinding, TriggerFinding } from '../findings.ts';
import { during, replayed, takeBack } from './back.ts';
import { partOf, percent, rateOf, short, shortPercent, span, weight } from './numbers.ts';
import type { Scene } from './scene.ts';
import type { ReasonTexts } from './text.ts';

const OUTSIDE = 'Fired as written, outside alpha: nobody knows how often a good release does this.';

function thresholdSeen({ metric, canary, window, above, weight: at }: TriggerFinding): string {
  return `${percent(rateOf(canary))} ${mark(metric)} (${partOf(canary)}) in ${span(window)} at ${weight(at)}, limit ${shortPercent(above)}. ${OUTSIDE}`;
}

function lookAt({ window }: TriggerFinding, scene: Scene): string {
  return `${takeBack(scene)} Then see whether ${scene.stable} is any better in the same ${span(window)}: a threshold does not ask.${replayed(scene)}`;
}

function latencyWords({ plan }: Scene): string {
  const { latency } = plan.triggers;
  return latency === undefined ? 'too slow' : `slower than ${short(latency.above)} s`;
}

/** How many times faster than the objective allows. */
function burns(rate: number, { plan }: Scene): string {
  const budget = 1 - (plan.burnRate?.slo ?? 0);
  return budget > 0 ? short(Number((rate / budget).toPrecision(3))) : '?';
}

const beyond = {
  rollback: 'the plan takes the release back for it.',
  hold: 'nothing goes on while it lasts.',
  warn: 'the plan only warns of it; the evidence has no part of it.',
} as const;

export const triggerTexts: ReasonTexts<TriggerFinding['code'] | HealthFinding['code'] | GaugeFinding['code']> = {
  'trigger-error-rate': {
    severity: 'error',
    title: ({ seen, above }, { canary }) =>
      `${canary} fails ${percent(seen)} of its requests, trigger ${shortPercent(above)}`,
    seen: thresholdSeen,
    hurts: ({ seen }, { canary }) =>
      `${percent(seen)} of the requests to ${canary} fail; whether more than before the release, this mode does not compare.`,
    mend: lookAt,
  },
  'trigger-latency': {
    severity: 'error',
    title: ({ seen, above }, scene) =>
      `${percent(seen)} of the requests to ${scene.canary} are ${latencyWords(scene)}, trigger ${shortPercent(above)}`,
    seen: thresholdSeen,
    hurts: ({ seen }, scene) =>
      `${percent(seen)} of the requests to ${scene.canary} are ${latencyWords(scene)}; whether more than before the release, this mode does not compare.`,
    mend: lookAt,
  },
  'burn-rate-exceeded': {
    severity: 'error',
    title: ({ seen, above }, scene) =>
      `${scene.canary} burns the error budget ${burns(seen, scene)} times too fast, limit ${burns(above, scene)}`,
    seen: (finding, scene) =>
      `${percent(rateOf(finding.canary))} ${mark(finding.metric)} (${partOf(finding.canary)}) in ${span(finding.window)} at ${weight(finding.weight)}, objective ${shortPercent(scene.plan.burnRate?.slo ?? 0)}. The short window burns too fast as well. ${OUTSIDE}`,
    hurts: (finding, scene) =>
      `at this rate the budget of a month lasts ${monthAt(finding.seen, scene)}, for the users of ${scene.canary}.`,
    mend: lookAt,
  },
  'health-failed': {
    severity: 'error',
    title: ({ failures, window }, { canary }) =>
      `${counted(failures, 'health probe')} of ${canary} failed within ${span(window)}`,
    seen: ({ failures, probes, window, weight: at }, { plan }) =>
      `${failures} of ${counted(probes, 'probe')} failed in ${span(window)} at ${weight(at)}, limit ${plan.triggers.health?.failures ?? failures}. Counted as written, outside alpha: nobody knows how often a good release does this.`,
    hurts: ({ weight: at }, { canary }) =>
      `pods of ${canary} do not answer, with ${weight(at)} of the traffic meant for them.`,
    mend: (_, scene) => `${takeBack(scene)} Then ${probed(scene)}.${replayed(scene)}`,
  },
  'gauge-beyond-limit': {
    severity: 'error',
    title: ({ gauge, value, side, limit }) => `${mark(gauge)} is ${short(value)}, ${side} ${short(limit)}`,
    seen: ({ value, side, limit, for: lasted, action }) =>
      `it is ${side} its limit for ${span(lasted)} without a break, now at ${short(value)}. A guard outside alpha, with \`action: ${action}\`; limit ${short(limit)}.`,
    hurts: ({ action }) => beyond[action],
    mend: ({ action, gauge }, scene) =>
      action === 'rollback'
        ? `${takeBack(scene)} Then look at ${mark(gauge)} ${during(scene)}.`
        : `see what drives ${mark(gauge)}, or correct its limit in the plan.`,
  },
};

function probed({ plan }: Scene): string {
  const { health } = plan.triggers;
  if (health?.series !== undefined) return `ask for ${mark(health.series)} by pod`;
  return health?.path === undefined ? 'look at its pods' : `ask its pods for ${mark(health.path)}`;
}

/** A budget of 30 days, at the rate that was seen. */
function monthAt(rate: number, { plan }: Scene): string {
  const budget = 1 - (plan.burnRate?.slo ?? 0);
  return rate > 0 ? span((30 * 24 * 3600 * budget) / rate) : '30 days';
}
