/** Watches a rollout stratum by stratum until its decision is final. Whoever moves the traffic is told when. */
import { type Decision, Rollout } from './decide.ts';
import { isCounts } from './evidence/rollout.ts';
import { hasArrived } from './evidence/share.ts';
import { total } from './evidence/total.ts';
import type { Entry } from './journal.ts';
import type { Plan } from './plan.ts';
import type { Metrics, Recorder, Timer } from './ports.ts';
import type { Preflight } from './preflight.ts';
import type { Stratum, Window } from './strata.ts';

export interface WatchPorts {
  readonly metrics: Metrics;
  readonly timer: Timer;
  readonly recorder: Recorder;
}

/** What is shown on the way. */
export interface Watcher {
  /** The weight that is to be set now, in percent. */
  asks(weight: number): void;
  /** A stratum was taken, and this follows. */
  saw(rollout: Rollout, decision: Decision): void;
}

/** A source needs this long to have what it scraped: a tenth of the interval, at most a second. */
function lagOf({ interval }: Plan): number {
  return Math.min(1000, interval * 100);
}

/** Resolves when the decision is final or the signal is aborted; every entry is recorded before it counts. */
export async function watch(
  plan: Plan,
  preflight: Preflight,
  ports: WatchPorts,
  watcher: Watcher,
  signal: AbortSignal,
): Promise<Rollout> {
  const rollout = new Rollout(plan, preflight.ground);
  const take = (entry: Entry) => {
    ports.recorder.append(entry);
    rollout.take(entry);
  };
  const start = ports.timer.now();
  take({ event: 'moving', step: 0, at: start });
  watcher.asks(plan.steps[0]?.weight ?? 100);
  let window = nextWindow(plan, start, start);
  while (!signal.aborted) {
    await ports.timer.until(window.to + lagOf(plan), signal);
    if (signal.aborted) break;
    const stratum = await ports.metrics.read(window, signal);
    if (signal.aborted) break;
    take({ event: 'stratum', stratum });
    arrive(rollout, stratum, take);
    const { decision } = rollout;
    watcher.saw(rollout, decision);
    if (isFinal(decision)) break;
    if (decision.action === 'promote') ask(rollout, take, watcher);
    window = nextWindow(plan, window.to, ports.timer.now() - lagOf(plan));
  }
  const cancelled = signal.aborted ? { cancelled: typeof signal.reason === 'string' ? signal.reason : 'a signal' } : {};
  take({ event: 'end', at: ports.timer.now(), ...cancelled });
  return rollout;
}

function isFinal({ action }: Decision): boolean {
  return action === 'finish' || action === 'rollback' || action === 'stop';
}

/** One interval; after a slow answer as many as went by, so that a late run does not read stale windows one by one. */
function nextWindow({ interval }: Plan, from: number, now: number): Window {
  const length = interval * 1000;
  return { from, to: from + length * Math.max(1, Math.floor((now - from) / length)) };
}

function ask({ course }: Rollout, take: (entry: Entry) => void, watcher: Watcher): void {
  const step = (course.step?.step ?? -1) + 1;
  take({ event: 'moving', step, at: course.now });
  watcher.asks(course.plan.steps[step]?.weight ?? 100);
}

/** A step begins with the first window in which the measured share is the one that was asked for. Errors have no say in it. */
function arrive({ course }: Rollout, stratum: Stratum, take: (entry: Entry) => void): void {
  const { moving, plan } = course;
  if (moving === undefined) return;
  const weights = [moving.step, moving.step - 1].map((step) => (plan.steps[step]?.weight ?? 0) / 100);
  if (isThere(plan, stratum, weights)) take({ event: 'step', step: moving.step, at: stratum.to });
}

function isThere(plan: Plan, { readings }: Stratum, [weight = 1, before = 0]: readonly number[]): boolean {
  const counts = plan.metrics.map(({ name }) => readings[name]).find(isCounts);
  if (counts === undefined || (counts.stableTrouble !== undefined && weight < 1)) return false;
  return hasArrived(weight, before, total(counts.canary.requests), total(counts.stable.requests));
}
