/** From a journal to what is told of it: the same for a run and for its replay. Pure. */
import { type Decision, Rollout } from './decide.ts';
import type { Entry, JournalHead } from './journal.ts';
import type { Preflight } from './preflight.ts';
import type { Told } from './told.ts';

/** Nothing begins on a baseline in which every test finds faults that are not there. */
export function conclude(rollout: Rollout, preflight: Preflight): Decision {
  if (preflight.method !== null) return rollout.decision;
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

/** `rollout` has taken every entry. */
export function tellRun(head: JournalHead, rollout: Rollout, samples: string | null): Told {
  const { plan, planHash, preflight, names, subject, source } = head;
  return {
    plan,
    planHash,
    preflight,
    course: rollout.course,
    decision: conclude(rollout, preflight),
    names: { canary: names.canary, stable: names.stable },
    subject,
    source,
    router: 'none',
    samples,
    dryRun: false,
  };
}

export function foldJournal(head: JournalHead, entries: readonly Entry[]): Rollout {
  const rollout = new Rollout(head.plan, head.preflight.ground);
  for (const entry of entries) rollout.take(entry);
  return rollout;
}
