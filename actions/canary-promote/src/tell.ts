/** Progress of a run for people: one line a stage, and one for every 45 s or change of a step. */
import type { Progress } from '@shipgate/kit/progress';
import { grouped } from '@shipgate/kit/verdict';
import type { Configuration } from './configuration.ts';
import type { Course } from './course.ts';
import type { Decision, Rollout } from './decide.ts';
import type { Plan } from './plan.ts';
import type { Preflight, Visible } from './preflight.ts';
import type { Shown } from './steering/steering.ts';
import type { Saw } from './watch.ts';

export function tellBeginning(progress: Progress, { service, names, plan, warnings }: Configuration): void {
  const versions = [names.canary, names.stable].filter((name) => name !== undefined).join(' against ');
  progress.heading(`${service ?? ''} ${versions}`.trim(), plan.environment ?? '');
  for (const { title, do: remedy } of warnings) progress.note(`warning: ${title}: ${remedy}`);
}

export function tellPreflight(progress: Progress, { plan }: Configuration, ready: Preflight): void {
  const seen = ready.visible.map(tellVisible);
  progress.stage(
    'preflight',
    seen.length === 0 ? 'the traffic of the hour before is not known' : seen.join('; '),
    'ok',
  );
  for (const { limit, allowed, seen: stable } of ready.unreachable) {
    progress.note(`warning: soak.${limit} asks for ${percent(allowed)}, stable itself has ${percent(stable)}`);
  }
  if (plan.mode !== 'evidence') return;
  const last = ready.placebo.at(-1);
  const chosen = ready.placebo.find(({ accepted }) => accepted) ?? last;
  if (chosen === undefined)
    progress.stage('placebo', `not tried: ${ready.withoutPlacebo ?? 'no reason known'}`, 'skip');
  else
    progress.stage(
      'placebo',
      `${chosen.name}: ${chosen.reached} of ${chosen.groups} fake canaries reached 10 (limit 10 %)`,
      chosen.accepted ? 'ok' : 'FAIL',
    );
}

/** "2x errors are seen after 360 s at 100 requests/s". */
export function tellVisible({ fault, perSecond, after }: Visible): string {
  const what = 'times' in fault ? `${fault.times}x errors` : `${percent(fault.rate)} errors`;
  const rate = `${rounded(perSecond)} requests/s`;
  return after === null
    ? `${what} cannot be decided at ${rate}`
    : `${what} are seen after about ${grouped(after)} s at ${rate}`;
}

function rounded(value: number): string {
  return value >= 10 ? grouped(Math.round(value)) : String(Math.round(value * 10) / 10);
}

function percent(rate: number): string {
  return `${Math.round(rate * 1e5) / 1e3} %`;
}

/** Milliseconds between two lines of a step in which nothing changes. */
const QUIET = 45_000;

export function shownFor(progress: Progress): Shown {
  return {
    asks(weight, by) {
      if (by === 'run') progress.stage('weight', `the router is told ${weight} %`, 'ok');
      else
        progress.stage(
          'weight',
          `set ${weight} % now, by hand or by your router; the step begins when it is measured`,
          'wait',
        );
    },
    notes: (text) => progress.note(text),
  };
}

export function sawFor(progress: Progress, plan: Plan, isActing: boolean): Saw {
  let last = 0;
  let said = '';
  return ({ course }: Rollout, decision) => {
    const state = [decision.action, course.step?.step, ...decision.findings.map(({ code }) => code)].join(' ');
    if (state === said && course.now - last < QUIET) return;
    said = state;
    last = course.now;
    progress.note(lineOf(course, decision, plan));
    tellDecision(progress, course, decision, isActing);
  };
}

/** "14:03:45  10 %  0:45  canary 11 of 441, stable 22 of 4,059  E 1.9". */
function lineOf(course: Course, decision: Decision, plan: Plan): string {
  const time = new Date(course.now).toISOString().slice(11, 19);
  const { step } = course;
  if (step === undefined) return `${time}  waits for ${plan.steps[0]?.weight ?? 100} %`;
  const sums = [...step.sums.values()][0];
  const counts = (portion: { bad: number; requests: number } | undefined) =>
    `${grouped(portion?.bad ?? 0)} of ${grouped(portion?.requests ?? 0)}`;
  const evidence = plan.mode === 'evidence' ? `  E ${evidenceText(decision.logE)}` : '';
  const why = decision.findings.map(({ code }) => code).join(', ');
  return `${time}  ${step.weight} %  ${clock(course.after)}  canary ${counts(sums?.canary)}, stable ${counts(sums?.stable)}${evidence}${why === '' ? '' : `  ${why}`}`;
}

/** Beyond a million the number itself says nothing more. */
function evidenceText(logE: number): string {
  return logE > Math.log(1e6) ? 'above 1,000,000' : rounded(Math.exp(logE));
}

/** "2:05", minutes and seconds. */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

function tellDecision(progress: Progress, course: Course, { action }: Decision, isActing: boolean): void {
  const weight = course.step?.weight ?? 0;
  if (action === 'promote') progress.stage(`${weight} %`, 'proven, goes on', 'ok');
  if (action === 'finish') progress.stage(`${weight} %`, 'the last step is over', 'ok');
  if (action === 'rollback')
    progress.stage(
      'decide',
      isActing
        ? `the traffic goes back from ${weight} %`
        : `take the traffic back: ${weight} % is meant for the canary`,
      'FAIL',
    );
  if (action === 'stop') progress.stage('decide', 'not proven, the traffic stays as it is', '??');
  if (action === 'wait') progress.stage(`${weight} %`, 'needs a person; still watched', 'wait');
}
