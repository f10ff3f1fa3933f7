/** The finding in one sentence that is true when read alone. It says that traffic was moved where the router was read back. Pure. */
import { mark } from '@shipgate/kit/report/sentence';
import type { Outcome } from '@shipgate/schemas';
import type { Finding, WorseFinding } from '../findings.ts';
import { percent, rateOf, short, shortPercent, span, weight } from '../reasons/numbers.ts';
import type { Scene } from '../reasons/scene.ts';
import { failsMore, slowMore } from '../reasons/worse.ts';
import { mainFinding } from '../reasons.ts';
import { isTrafficBack, type Told } from '../told.ts';
import type { StepStory } from './steps.ts';

export interface Headed {
  readonly told: Told;
  readonly scene: Scene;
  readonly story: readonly StepStory[];
  readonly outcome: Outcome;
}

export function headlineOf(headed: Headed): string {
  const { told, scene, outcome } = headed;
  const { action } = told.decision;
  if (told.dryRun) return dryHeadline(told, scene);
  if (action === 'rollback') return `${backWord(told)}${placeOf(headed)}: ${whyBack(worstOf(told), scene)}`;
  if (action === 'finish') return outcome === 'pass' ? finished(headed) : unfinished(headed);
  const finding = mainFinding(told);
  if (told.course.steps.length === 0)
    return `nothing began: ${finding === undefined ? 'nothing was looked at' : whyHeld(finding, scene)}`;
  if (told.course.cancelled !== undefined && isTrafficBack(told))
    return `cancelled at ${weight(lastWeight(headed))}, and taken back`;
  const isCancelled = told.course.cancelled !== undefined;
  const word = isCancelled ? 'cancelled' : outcome === 'fail' ? 'stopped' : 'held';
  const why = finding === undefined ? 'not proven' : whyHeld(finding, scene);
  return `${word} at ${weight(lastWeight(headed))}, ${why}`;
}

/** A route that is not ready is said; nothing else is. */
function dryHeadline(told: Told, scene: Scene): string {
  const finding = mainFinding(told);
  if (finding === undefined) return 'a dry run proves nothing, only the preflight was done';
  return `a dry run: nothing could begin, ${whyHeld(finding, scene)}`;
}

function backWord(told: Told): string {
  if (told.router === undefined) return 'roll back';
  return isTrafficBack(told) ? 'rolled back' : 'not rolled back';
}

/** Why it goes back, not that it did not. */
function worstOf(told: Told): Finding | undefined {
  const findings = told.decision.findings.filter(({ code }) => code !== 'rollback-incomplete');
  return mainFinding({ ...told, decision: { ...told.decision, findings } });
}

/** " at 10 % after 2 min 30 s". */
function placeOf({ story }: Headed): string {
  const last = story.at(-1);
  return last === undefined ? '' : ` at ${weight(last.weight)} after ${span((last.to - last.from) / 1000)}`;
}

export function lastWeight({ story }: Pick<Headed, 'story'>): number {
  return story.at(-1)?.weight ?? 0;
}

/** Of a rollback: what about the canary. */
export function whyBack(finding: Finding | undefined, scene: Scene): string {
  const { canary, stable } = scene;
  if (finding === undefined) return `${canary} is not let on`;
  switch (finding.code) {
    case 'error-rate-higher':
      return failsMore(finding, scene);
    case 'latency-higher':
      return slowMore(finding, scene);
    case 'error-rate-above-limit':
      return `${canary} fails ${percent(rateOf(finding.canary))} of its requests, limit ${shortPercent(finding.allowed ?? 0)}`;
    case 'latency-above-limit':
      return tooSlow(finding, scene);
    case 'jointly-worse':
      return `${canary} is worse than ${stable}, jointly, mostly ${mark(finding.metric)}`;
    case 'promotion-not-proven':
      return `${canary} is not proven at ${weight(finding.weight)} (\`at-max: rollback\`)`;
    case 'trigger-error-rate':
      return `${canary} fails ${percent(finding.seen)} of its requests, trigger ${shortPercent(finding.above)}`;
    case 'trigger-latency':
      return `${percent(finding.seen)} of the requests to ${canary} are too slow, trigger ${shortPercent(finding.above)}`;
    case 'burn-rate-exceeded':
      return `${canary} burns the error budget too fast`;
    case 'health-failed':
      return `${finding.failures} health probes of ${canary} failed within ${span(finding.window)}`;
    case 'gauge-beyond-limit':
      return `${mark(finding.gauge)} is ${short(finding.value)}, ${finding.side} ${short(finding.limit)}`;
    default:
      return 'policy' in finding
        ? `no data of ${mark(finding.metric)} for ${span(finding.for)} (\`no-data: ${finding.policy}\`)`
        : `${canary} is not let on`;
  }
}

function tooSlow(finding: WorseFinding, { canary, plan: { triggers } }: Scene): string {
  if (triggers.latency === undefined) return `${canary} is too slow`;
  return `${canary} does not keep a p${short(100 * triggers.latency.quantile)} of ${short(triggers.latency.above)} s${finding.weight >= 100 ? ' at 100 %' : ''}`;
}

/** Of a rollout that stands still: why nobody knows more. */
function whyHeld(finding: Finding, scene: Scene): string {
  if ('policy' in finding)
    return troubleWords(finding.metric, finding.for, finding.decided ? finding.policy : undefined);
  switch (finding.code) {
    case 'noisy-baseline':
      return `${scene.stable} is too noisy for the test`;
    case 'share-off':
      return `${scene.canary} gets ${percent(finding.measured)} of the traffic`;
    case 'manual-step':
      return 'proven, and a person has to let it go on';
    case 'weight-not-reached':
      return `the traffic does not reach ${weight(finding.weight)}`;
    case 'gauge-beyond-limit':
      return `${mark(finding.gauge)} is ${finding.side} ${short(finding.limit)}`;
    default:
      return routerWhy[finding.code] ?? 'not proven';
  }
}

const routerWhy: Partial<Record<Finding['code'], string>> = {
  'weight-changed': 'it has a weight that this rollout did not set',
  'route-changed': 'the route cannot be used',
  'router-unavailable': 'the router cannot be reached',
  'router-refused': 'the router refuses this run',
  'taken-over': 'another run took over',
  'lock-held': 'another run is at work',
  'rollout-open': 'another rollout is not over',
  'route-managed': 'a GitOps controller has the route',
  'stable-scaled-down': 'stable was scaled down',
  'calendar-closed': 'the calendar is closed',
};

function troubleWords(metric: string, seconds: number, policy: string | undefined): string {
  const since = seconds < 1 ? '' : ` for ${span(seconds)}`;
  return `no usable data of ${mark(metric)}${since}${policy === undefined || policy === 'hold' ? '' : ` (\`no-data: ${policy}\`)`}`;
}

/** "2.4.0 is proven through 50 %, and kept its limits at 100 %". */
function finished({ told, scene, story }: Headed): string {
  const { plan } = told;
  const { canary } = scene;
  const compared = story.filter(({ weight: at }) => at < 100);
  const top = weight(lastWeight({ story }));
  if (plan.mode !== 'evidence') return `${canary} set off no trigger through ${top}`;
  const skipped = told.decision.findings.filter(({ code }) => code === 'promoted-without-proof').length;
  if (skipped > 0) return `${canary} went through ${top}, ${skipped} of ${compared.length} steps without proof`;
  const last = compared.at(-1);
  if (last === undefined) return `${canary} kept its limits at ${top}, nothing was compared`;
  const whole = story.some(({ weight: at }) => at >= 100) ? ', and kept its limits at 100 %' : '';
  return `${canary} is proven through ${weight(last.weight)}${whole}`;
}

/** The last step ended well, and something that the policy requires is still not known. */
function unfinished({ scene, story }: Headed): string {
  return `${scene.canary} went through ${weight(lastWeight({ story }))}, and a required proof is missing`;
}
