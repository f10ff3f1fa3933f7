/** From a journal to what is told of it: the same for a run and for its replay. Pure. */
import { type Decision, Rollout } from './decide.ts';
import type { Finding } from './findings.ts';
import type { Entry, JournalHead } from './journal.ts';
import type { Preflight } from './preflight.ts';
import type { Router } from './steering/router.ts';
import { isTrafficBack, type Told } from './told.ts';

/**
 * What was decided, and what became of it. Nothing begins on a baseline in which every test finds faults that are not there;
 * a route that could not be had is said first.
 */
export function conclude(rollout: Rollout, preflight: Preflight, router: Router | undefined): Decision {
  const { decision } = rollout;
  if (preflight.method !== null || rollout.course.traffic?.trouble !== undefined)
    return { ...decision, findings: [...decision.findings, ...aftermath(rollout, decision, router)] };
  const worst = preflight.placebo.at(-1);
  const finding = {
    code: 'noisy-baseline' as const,
    groups: worst?.groups ?? 0,
    reached: worst?.reached ?? null,
    mean: null,
    weight: 0,
    after: 0,
  };
  return { action: 'stop', at: rollout.course.now, findings: [finding], logE: 0 };
}

/** Whether the traffic is where the decision, or a cancelled run, wanted it. */
function aftermath({ course }: Rollout, decision: Decision, router: Router | undefined): readonly Finding[] {
  const { traffic, step, plan } = course;
  if (router === undefined || traffic === undefined) return [];
  const at = { weight: step?.weight ?? 0, after: course.after };
  const isBack = isTrafficBack({ router, course });
  const isMoved = step !== undefined || course.moving !== undefined;
  const isCancelled = course.cancelled !== undefined && plan.onCancel === 'rollback' && isMoved;
  // The run before took it back, and its counts are lost: this one only knows that.
  if (decision.action === 'stop' && traffic.cause !== undefined && traffic.cause !== 'cancel' && isBack)
    return [{ code: 'taken-back', ...at, cause: traffic.cause, by: null }];
  if (decision.action !== 'rollback' && !isCancelled) return [];
  if (isBack) return isCancelled ? [{ code: 'taken-back', ...at, cause: 'cancel', by: null }] : [];
  const detail = traffic.trouble?.detail ?? 'it had not arrived when the run ended';
  return [{ code: 'rollback-incomplete', ...at, found: traffic.weight, target: router.before, detail }];
}

/** `rollout` has taken every entry. */
export function tellRun(head: JournalHead, rollout: Rollout, samples: string | null): Told {
  const { plan, planHash, preflight, names, subject, source, router } = head;
  return {
    plan,
    planHash,
    preflight,
    course: rollout.course,
    decision: conclude(rollout, preflight, router),
    names: { canary: names.canary, stable: names.stable },
    subject,
    source,
    router,
    samples,
    dryRun: false,
  };
}

export function foldJournal(head: JournalHead, entries: readonly Entry[]): Rollout {
  const rollout = new Rollout(head.plan, head.preflight.ground);
  for (const entry of entries) rollout.take(entry);
  return rollout;
}
