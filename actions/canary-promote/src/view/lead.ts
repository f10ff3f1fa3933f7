/** The first paragraph, and what is still open. Pure. */
import { type Markdown, md, type Text } from '@shipgate/kit/report/markdown';
import { asSentence, mark } from '@shipgate/kit/report/sentence';
import { grouped } from '@shipgate/kit/verdict';
import type { Finding, Portion } from '../findings.ts';
import type { Metric, Soak } from '../plan.ts';
import {
  evidence,
  limit,
  partOf,
  percent,
  rated,
  rateOf,
  short,
  shortPercent,
  span,
  weight,
} from '../reasons/numbers.ts';
import { failsMore, slowMore } from '../reasons/worse.ts';
import { mainFinding } from '../reasons.ts';
import type { Told } from '../told.ts';
import { exposureWords } from './exposure.ts';
import { type Headed, whyBack } from './headline.ts';
import { stateBehind, stateHeld } from './state.ts';
import { type StepStory, shownMetric } from './steps.ts';
import { tied } from './tied.ts';

export function leadOf(headed: Headed): Text {
  const { told } = headed;
  const { action } = told.decision;
  if (told.dryRun) return dryLead(headed);
  if (told.course.steps.length === 0) return nothingBegan(headed);
  if (action === 'finish') return finishedLead(headed);
  return action === 'rollback' ? backLead(headed) : heldLead(headed);
}

function nothingBegan({ told, scene }: Headed): Text {
  const seen = told.course.traffic?.weight;
  if (told.router === undefined || seen === undefined || seen === null)
    return 'No step began, and no traffic was asked for.';
  return md`No step began: **${tied(weight(seen))} of the traffic** is on ${scene.canary}, as it was before.`;
}

function dryLead({ told, scene }: Headed): string {
  const steps = told.plan.steps.map(({ weight: at }) => short(at)).join(', ');
  return tied(`Only the preflight was done. ${scene.canary} would go through ${steps} %, against ${scene.stable}.`);
}

interface Sums {
  readonly canary: Portion;
  readonly stable: Portion;
}

/** Of all steps that were compared. */
function comparedSums(story: readonly StepStory[], metric: Metric): Sums {
  const sum = (arm: 'canary' | 'stable') =>
    story.reduce(
      (all, { weight: at, sums }) => {
        const each = at < 100 ? sums.get(metric.name)?.[arm] : undefined;
        return { requests: all.requests + (each?.requests ?? 0), bad: all.bad + (each?.bad ?? 0) };
      },
      { requests: 0, bad: 0 },
    );
  return { canary: sum('canary'), stable: sum('stable') };
}

function badOf(metric: Metric): string {
  return metric.kind === 'errors' ? 'errors' : `slower than ${short(metric.edges.at(-1) ?? 0)} s`;
}

function finishedLead(headed: Headed): Text {
  const { told, scene, story } = headed;
  const metric = shownMetric(told);
  if (metric === undefined) return '';
  const { canary, stable } = comparedSums(story, metric);
  const whole = story.find(({ weight: at }) => at >= 100);
  const steps = story.filter(({ weight: at }) => at < 100).length;
  const many = steps === 1 ? 'In 1 step' : `In ${steps} steps`;
  const requests = grouped(canary.requests);
  const first =
    canary.requests === 0
      ? md`Nothing was compared: the plan has no step below 100\u00a0%.`
      : md`${many} with a baseline, ${requests} requests to ${scene.canary} were ${told.plan.mode === 'evidence' ? 'compared with' : 'counted beside'} those to ${scene.stable} in the same seconds: **${tied(percent(rateOf(canary)))}** ${tied(badOf(metric))} (${grouped(canary.bad)}) against **${tied(percent(rateOf(stable)))}** (${partOf(stable)}).`;
  return joined([first, tied(nearness(headed)), tied(wholeWords(whole, metric))]);
}

/** How near any step came to a rollback. */
function nearness({ told: { plan }, story }: Headed): string {
  if (plan.mode !== 'evidence' || story.length === 0) return '';
  const highest = Math.max(...story.map((step) => step.highest));
  const most = limit(1 / plan.alpha);
  const near = highest < 0.1 / plan.alpha ? 'No step came near a rollback (highest' : 'The highest';
  return near.startsWith('No')
    ? `${near} evidence ${evidence(highest)}, limit ${most}).`
    : `${near} evidence for a rollback was ${evidence(highest)}, limit ${most}.`;
}

function wholeWords(whole: StepStory | undefined, metric: Metric): string {
  const sums = whole?.sums.get(metric.name);
  if (sums === undefined) return '';
  return `At 100 %, where there is no stable to compare with: ${badOf(metric)} ${rated(sums.canary)}.`;
}

function backLead(headed: Headed): Text {
  return joined([backWhy(headed), stateBehind(headed), tied(exposureWords(headed)), coming(headed)]);
}

function backWhy({ told, scene, story }: Headed): Text {
  const finding = mainFinding(told);
  const service = told.subject.service === undefined ? '' : `${mark(told.subject.service)} `;
  if (finding === undefined || !('stable' in finding) || finding.weight >= 100) {
    const why = whyBack(finding, scene);
    const whose = why.startsWith(scene.canary) ? service : '';
    return tied(asSentence(`${whose}${why}, after ${stepsBefore(story)}`));
  }
  const { canary, stable } = finding;
  const counts = (portion: Portion) => md`**${tied(percent(rateOf(portion)))}** (${partOf(portion)})`;
  const said =
    finding.code === 'promotion-not-proven' || finding.code === 'jointly-worse'
      ? whyBack(finding, scene)
      : 'edge' in finding && finding.edge !== undefined
        ? slowMore(finding, scene)
        : failsMore(finding, scene);
  return md`${tied(`${service}${said}`)}: ${counts(canary)} against ${counts(stable)} in the same seconds.`;
}

function stepsBefore(story: readonly StepStory[]): string {
  const last = story.at(-1);
  const before = story.length - 1;
  const held = last === undefined ? '0 s' : `${span((last.to - last.from) / 1000)} at ${weight(last.weight)}`;
  return before === 0 ? held : `${before === 1 ? '1 step' : `${before} steps`} and ${held}`;
}

/** When the next weight was asked for and is on its way. */
function coming({ told }: Headed): string {
  const { moving } = told.course;
  if (moving === undefined) return '';
  return tied(
    `${weight(told.plan.steps[moving.step]?.weight ?? 100)} was asked for when it was decided, and had not arrived.`,
  );
}

function heldLead(headed: Headed): Text {
  const { told, scene } = headed;
  const { plan } = told;
  const finding = mainFinding(told);
  const what =
    finding?.code === 'manual-step'
      ? `${scene.canary} is proven so far, and a person has to let it go on.`
      : told.decision.findings.some(standsProven)
        ? `${scene.canary} is proven so far, and something else held it.`
        : `${scene.canary} was neither proven nor found guilty.`;
  const policy = tied(`(plan: \`no-data: ${plan.noData}\`, \`at-max: ${plan.atMax}\`)`);
  return joined([what, stateHeld(headed, policy), coming(headed)]);
}

function standsProven(finding: Finding): boolean {
  return finding.code === 'promotion-not-proven' && finding.weight < 100 && finding.promotion >= finding.limit;
}

/** Sentences that are there, one behind the other. */
function joined(parts: readonly Text[]): Markdown {
  const [first = '', ...rest] = parts.filter((part) => part !== '');
  return rest.reduce<Markdown>((all, part) => md`${all} ${part}`, md`${first}`);
}

/** What is not over when the last step is; of an unknown one what it means. */
export function remarkOf({ told: { plan, decision, router }, outcome }: Headed): Text | undefined {
  if (outcome === 'unknown') return 'What is not proven does not pass: the job ends with exit code 2.';
  if (decision.action !== 'finish' || outcome !== 'pass' || plan.soak === undefined) return undefined;
  return md`**Not over yet:** the plan asks for a soak of ${tied(span(plan.soak.duration))} (${tied(soakLimits(plan.soak))}). ${tied(soakWatch(router))}`;
}

function soakWatch(router: Told['router']): string {
  return router === undefined ? 'Without a router nobody watches it.' : 'A scheduled `command: resume` watches it.';
}

function soakLimits({ errorRate, latencyP95, availability, criticalAlerts }: Soak): string {
  return [
    ...(errorRate === undefined ? [] : [`errors at most ${shortPercent(errorRate)}`]),
    ...(latencyP95 === undefined ? [] : [`p95 at most ${short(1000 * latencyP95)} ms`]),
    ...(availability === undefined ? [] : [`availability at least ${shortPercent(availability)}`]),
    ...(criticalAlerts === undefined ? [] : [`critical alerts at most ${criticalAlerts}`]),
  ].join(', ');
}
