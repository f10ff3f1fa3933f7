/** What sentences say besides the finding itself: the releases' names, the plan, and how long was counted. */
import { cut, visible } from '@shipgate/kit/escape';
import { mark } from '@shipgate/kit/report/sentence';
import type { Course } from '../course.ts';
import type { Decision } from '../decide.ts';
import type { Method } from '../evidence/method.ts';
import { LEAST_PODS } from '../evidence/method.ts';
import { isCounts } from '../evidence/rollout.ts';
import type { Metric, Plan } from '../plan.ts';
import { isTrafficBack, type Told } from '../told.ts';

export interface Scene {
  readonly plan: Plan;
  readonly course: Course;
  readonly action: Decision['action'];
  /** The releases as they stand in a sentence. */
  readonly canary: string;
  readonly stable: string;
  readonly method: Method;
  readonly samples: string | null;
  /** A router of ours has the weight that it had before the rollout. */
  readonly isBack: boolean;
  /** Whether the run moves the traffic itself. */
  readonly isActing: boolean;
}

export function sceneOf({ plan, course, decision, names, preflight, samples, router }: Told): Scene {
  return {
    plan,
    course,
    action: decision.action,
    canary: release(names.canary, 'the canary'),
    stable: release(names.stable, 'stable'),
    method: preflight.ground.method,
    samples,
    isActing: router !== undefined,
    isBack: isTrafficBack({ router, course }),
  };
}

/** A version that is one plain word stands in the text; any other is marked as code. */
function release(name: string | undefined, otherwise: string): string {
  if (name === undefined || name === '') return otherwise;
  return /^[A-Za-z0-9][A-Za-z0-9.+_-]{0,59}$/.test(name) ? name : mark(cut(visible(name), 60));
}

export function metricOf({ plan }: Scene, name: string): Metric | undefined {
  return plan.metrics.find((metric) => metric.name === name);
}

/** Seconds of the strata that count, of the step that lasts. */
export function countedSeconds({ course }: Scene, metric: string): number {
  const used = course.strata.filter(
    ({ stratum, step, use }) => use === 'used' && step === course.step?.step && isCounts(stratum.readings[metric]),
  );
  return used.reduce((sum, { stratum }) => sum + (stratum.to - stratum.from) / 1000, 0);
}

/** The assumption under which alpha holds, as "if …". */
export function assumption({ method, plan, course }: Scene): string {
  const seconds = method.merge * plan.interval;
  if (method.test === 'S') return 'if requests are independent';
  if (method.test === 'P' && podsOf(course) >= LEAST_PODS) return 'if pods of one load are alike';
  return `if noise does not outlive ${seconds} s`;
}

/** Pods of both arms in the last stratum that counted; P falls back to R below five. */
function podsOf({ strata }: Course): number {
  const last = strata.findLast(({ use }) => use === 'used');
  const counts = last === undefined ? undefined : Object.values(last.stratum.readings).find(isCounts);
  return counts === undefined ? LEAST_PODS : counts.canary.requests.length + counts.stable.requests.length;
}

/** Text of a source about what it gave, as part of a sentence: no longer than an annotation bears, its backticks as code. */
export function said(detail: string): string {
  const text = cut(visible(detail.trim()).replace(/[.;:]+$/, ''), 160);
  if (text === '') return 'nothing more is known';
  return text.includes('`') ? mark(text) : text;
}
