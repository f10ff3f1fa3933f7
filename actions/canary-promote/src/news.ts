/** What others are told of a rollout on its way: the weight, the figures and the reason, line by line. */
import type { Course } from './course.ts';
import type { Decision } from './decide.ts';
import type { Plan } from './plan.ts';
import { rateOf } from './reasons/numbers.ts';
import { type Mirror, type MirrorNews, mirrorLine } from './steering/mirror.ts';
import { isTrafficBack, type Told } from './told.ts';
import type { Saw } from './watch.ts';

/** Milliseconds between two lines of a step in which nothing changes. */
const QUIET = 60_000;

/** Tells `mirror` every change of step, decision and finding, and the figures once a minute. */
export function mirrored(mirror: Mirror, plan: Plan, saw: Saw): Saw {
  let last = 0;
  let said = '';
  return (rollout, decision) => {
    saw(rollout, decision);
    const { course } = rollout;
    if (course.step === undefined || isEnd(decision)) return;
    const state = [
      decision.action,
      course.step.step,
      course.moving?.step,
      ...decision.findings.map(({ code }) => code),
    ].join(' ');
    if (state === said && course.now - last < QUIET) return;
    said = state;
    last = course.now;
    void mirror.say({ state: 'in_progress', description: stepLine(course, decision, plan) });
  };
}

function isEnd({ action }: Decision): boolean {
  return action === 'finish' || action === 'rollback' || action === 'stop';
}

function stepLine(course: Course, decision: Decision, plan: Plan): string {
  const sums = [...(course.step?.sums.values() ?? [])][0];
  const why = decision.findings.map(({ code }) => code).join(', ');
  const words = { hold: '', wait: 'waits for a person', promote: 'proven, goes on' } as const;
  const word = decision.action in words ? words[decision.action as keyof typeof words] : '';
  const text = [sums === undefined ? 'begins' : word, why].filter((each) => each !== '').join(', ');
  return mirrorLine({
    kind: 'step',
    weight: course.step?.weight ?? 0,
    errors:
      sums === undefined
        ? undefined
        : {
            canary: rateOf(sums.canary),
            stable: sums.stable.requests === 0 ? undefined : rateOf(sums.stable),
          },
    evidence:
      plan.mode === 'evidence' && sums !== undefined
        ? { value: Math.exp(Math.min(690, decision.logE)), limit: 1 / plan.alpha }
        : undefined,
    decision: text === '' ? undefined : text,
  });
}

/** The last line, and how the deployment ended. */
export function lastNews(told: Told, soakUntil: number | undefined): MirrorNews {
  const { decision, course, router } = told;
  const weight = course.step?.weight ?? 0;
  const why = decision.findings[0]?.code ?? 'undecided';
  if (decision.action === 'finish')
    return { state: 'success', description: mirrorLine({ kind: 'promoted', soakUntil }) };
  if (decision.action === 'rollback' && isTrafficBack(told))
    return { state: 'failure', description: mirrorLine({ kind: 'back', weight, why }) };
  const seen = course.traffic?.weight ?? router?.before ?? weight;
  const word =
    decision.action === 'rollback' ? 'not taken back' : course.cancelled === undefined ? 'held' : 'cancelled';
  return { state: 'error', description: mirrorLine({ kind: 'step', weight: seen, decision: `${word}: ${why}` }) };
}
