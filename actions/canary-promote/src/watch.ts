/** Watches a rollout stratum by stratum until its decision is final. Whoever moves the traffic is asked when, and tells what happened. */
import { type Decision, Rollout } from './decide.ts';
import type { Entry } from './journal.ts';
import type { Plan } from './plan.ts';
import type { Metrics, Recorder, Timer } from './ports.ts';
import type { Preflight } from './preflight.ts';
import type { Steering } from './steering/steering.ts';
import type { Window } from './strata.ts';

export interface WatchPorts {
  readonly metrics: Metrics;
  readonly timer: Timer;
  readonly recorder: Recorder;
  readonly steering: Steering;
}

/** Called when a stratum was taken, and this follows. */
export type Saw = (rollout: Rollout, decision: Decision) => void;

/** A source needs this long to have what it scraped: a tenth of the interval, at most a second. */
function lagOf({ interval }: Plan): number {
  return Math.min(1000, interval * 100);
}

/**
 * Resolves when the decision is final and carried out, or the signal is aborted; every entry is recorded before it counts. `past` is
 * what an earlier run of the same rollout recorded.
 */
export async function watch(
  plan: Plan,
  preflight: Preflight,
  ports: WatchPorts,
  saw: Saw,
  signal: AbortSignal,
  past: readonly Entry[] = [],
): Promise<Rollout> {
  const { steering, timer } = ports;
  const rollout = new Rollout(plan, preflight.ground);
  const taken: Entry[] = [];
  const take = (entries: readonly Entry[]) => {
    for (const entry of entries) {
      ports.recorder.append(entry);
      taken.push(entry);
      rollout.take(entry);
    }
  };
  take(past);
  let from = past.findLast((entry) => entry.event === 'stratum')?.stratum.to ?? timer.now();
  take(await steering.begin(rollout.course, isFinal(rollout.decision)));
  while (!signal.aborted && !isFinal(rollout.decision)) {
    if (wantsMove(rollout)) take(await steering.move(nextStep(rollout), rollout.course));
    const window = nextWindow(plan, from, timer.now() - lagOf(plan));
    await steering.wait(window.to + lagOf(plan));
    if (signal.aborted) break;
    const stratum = await ports.metrics.read(window, signal);
    if (signal.aborted) break;
    take([{ event: 'stratum', stratum }]);
    take(await steering.look(rollout.course, stratum));
    saw(rollout, rollout.decision);
    const { decision } = rollout;
    // What lets a step go on is safe before the next weight is asked for.
    await steering.keep(taken, isFinal(decision) || decision.action === 'promote');
    from = window.to;
  }
  const isCancelled = signal.aborted && !isFinal(rollout.decision);
  take(await steering.end(rollout.decision, rollout.course, isCancelled));
  const why = typeof signal.reason === 'string' ? signal.reason : 'a signal';
  take([{ event: 'end', at: timer.now(), ...(isCancelled ? { cancelled: why } : {}) }]);
  await steering.keep(taken, true);
  return rollout;
}

function isFinal({ action }: Decision): boolean {
  return action === 'finish' || action === 'rollback' || action === 'stop';
}

/** Nothing was asked for so far, or the step that lasts was let go on. */
function wantsMove({ course, decision }: Rollout): boolean {
  if (course.moving !== undefined) return false;
  return course.step === undefined || decision.action === 'promote';
}

function nextStep({ course }: Rollout): number {
  return (course.step?.step ?? -1) + 1;
}

/** One interval; after a slow answer as many as went by, so that a late run does not read stale windows one by one. */
function nextWindow({ interval }: Plan, from: number, now: number): Window {
  const length = interval * 1000;
  return { from, to: from + length * Math.max(1, Math.floor((now - from) / length)) };
}
