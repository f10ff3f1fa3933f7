/** Carries out a rollout on a router: one record beside the weights, one lock, and never a weight over somebody else's. */

import { type Calendar, closedBecause } from '@shipgate/kit/calendar';
import type { Course } from '../course.ts';
import type { Decision } from '../decide.ts';
import type { Entry, JournalHead, TrafficEntry } from '../journal.ts';
import type { Plan } from '../plan.ts';
import type { Timer } from '../ports.ts';
import type { CallCount } from './call-count.ts';
import type { Helm } from './helm.ts';
import { packJournal } from './kept.ts';
import type { Lock } from './lock.ts';
import type { Shown, Steering } from './steering.ts';
import { TrafficError } from './traffic.ts';
import { budgetOf, takeBack } from './way-back.ts';

export interface ActingParts {
  readonly plan: Plan;
  readonly head: JournalHead;
  readonly helm: Helm;
  readonly lock: Lock;
  readonly timer: Timer;
  readonly calendar: Calendar;
  readonly shown: Shown;
  readonly signal: AbortSignal;
  /** What an earlier run of this rollout left: nothing, a journal that ended, one that was cut off, or one that is lost. */
  readonly past: 'none' | 'held' | 'cut-off' | 'lost';
  readonly count: () => CallCount;
}

/** Milliseconds that a cancelled run has for the router: the runner waits 7.5 s, the report needs some of them. */
const CANCEL_BUDGET = 3_500;
/** Milliseconds for giving the lock back: a lease that nobody releases ends by itself. */
const RELEASE_BUDGET = 800;

/** Looks at a router that does not answer before it is left, and milliseconds between two of them. */
const LAST_LOOKS = 10;
const LOOK_AGAIN_AFTER = 2_000;

export class ActingSteering implements Steering {
  private readonly parts: ActingParts;
  private told: string = '';
  private renewedAt = 0;
  private kept: string | undefined;
  private keptMoves = 0;
  private isOurs = true;

  constructor(parts: ActingParts) {
    this.parts = parts;
  }

  async begin(course: Course, isDecided: boolean): Promise<readonly Entry[]> {
    const { past, timer, helm, signal } = this.parts;
    const at = timer.now();
    const resumed: readonly Entry[] =
      past === 'none' ? [] : [{ event: 'resumed', at, lost: past === 'lost', anew: past === 'held' }];
    await helm.settle(signal);
    // The run before decided, moved, and died before its journal could tell: there is nothing to watch any more.
    if (!isDecided && helm.record.state === 'rolled-back')
      return [...resumed, { event: 'traffic', at, ...helm.entry(helm.record.log.at(-1)?.cause) }, { event: 'end', at }];
    return [
      ...resumed,
      ...this.closedNow(course),
      ...this.moves(course, at),
      ...this.approvals(course),
      ...this.seenNow(at),
    ];
  }

  async move(step: number, { plan }: Course): Promise<readonly Entry[]> {
    const { helm, timer, shown, signal } = this.parts;
    const weight = plan.steps[step]?.weight ?? 100;
    shown.asks(weight, 'run');
    const at = timer.now();
    const isDone = await helm.move({ step, weight, cause: 'step', at }, signal);
    if (!isDone) return this.seenNow(timer.now());
    const moving = { event: 'moving', step, at } as const;
    return [
      moving,
      ...(helm.hasArrived ? [{ event: 'step', step, at: timer.now() } as const] : []),
      ...this.seenNow(at),
    ];
  }

  async look(course: Course): Promise<readonly Entry[]> {
    const { helm, timer, signal } = this.parts;
    await helm.settle(signal);
    const at = timer.now();
    return [...this.closedNow(course), ...this.approvals(course), ...this.moves(course, at), ...this.seenNow(at)];
  }

  async wait(until: number, signal: AbortSignal = this.parts.signal): Promise<void> {
    const { timer, lock } = this.parts;
    for (;;) {
      // A clock that was set back makes no renewal wait.
      const due = Math.min(this.renewedAt, timer.now()) + lock.times.renewEvery;
      await timer.until(Math.max(Math.min(until, due), timer.now()), signal);
      if (signal.aborted) return;
      if (timer.now() >= due || timer.now() < this.renewedAt) await this.renew();
      if (timer.now() >= until) return;
    }
  }

  async keep(entries: readonly Entry[], isDecided: boolean): Promise<void> {
    // A part of a journal would be taken for the whole one: what is too large is lost, and the next run says so.
    this.kept = packJournal(this.parts.head, entries) ?? '';
    const { timer, lock } = this.parts;
    const moves = entries.filter(({ event }) => event === 'moving' || event === 'step').length;
    // Where each renewal is a commit, strata wait for the next one; moves and decisions do not.
    if (!isDecided && moves === this.keptMoves && timer.now() < this.renewedAt + lock.times.renewEvery) return;
    this.keptMoves = moves;
    await this.renew(this.kept);
  }

  async end(decision: Decision, course: Course, isCancelled: boolean): Promise<readonly Entry[]> {
    const { plan, helm, timer } = this.parts;
    const budget = isCancelled ? AbortSignal.timeout(CANCEL_BUDGET) : undefined;
    const cause =
      decision.action === 'rollback' ? 'rollback' : isCancelled && plan.onCancel === 'rollback' ? 'cancel' : undefined;
    if (cause !== undefined) {
      const { now } = timer;
      const waiting: Timer = { now, until: (time, signal) => this.wait(time, signal) };
      const back = await takeBack({ ...this.parts, timer: waiting, cause, budget, step: course.step?.step ?? 0 });
      return [...back, this.lastSeen(timer.now(), cause)];
    }
    const soak = decision.action === 'finish' ? plan.soak : undefined;
    const state = decision.action === 'finish' ? 'promoted' : 'held';
    const soakUntil = soak === undefined ? undefined : timer.now() + soak.duration * 1000;
    const within = budgetOf({ budget, signal: this.parts.signal });
    await this.seeAgain(within);
    await helm.close(state, soakUntil, within);
    return [
      this.lastSeen(timer.now(), helm.record.state === 'rolled-back' ? helm.record.log.at(-1)?.cause : undefined),
    ];
  }

  /** Behind everything else of the run. Never rejects. */
  async release(): Promise<void> {
    try {
      if (this.isOurs) await this.parts.lock.release(AbortSignal.timeout(RELEASE_BUDGET), this.kept);
    } catch {
      // It ends by itself when nobody renews it.
    }
  }

  private async renew(kept?: string): Promise<void> {
    const { lock, helm, timer, signal } = this.parts;
    this.renewedAt = timer.now();
    try {
      if (!this.isOurs) return;
      this.isOurs = await lock.renew(signal, kept);
    } catch (error) {
      if (!(error instanceof TrafficError) && !signal.aborted) throw error;
    }
    if (!this.isOurs) helm.lose(`another run holds ${lock.description}`);
  }

  /** What a router has that did not answer last: a move whose answer was lost may be there. */
  private async seeAgain(signal: AbortSignal): Promise<void> {
    const { helm, timer } = this.parts;
    for (let looks = 0; helm.isBlind && looks < LAST_LOOKS && !signal.aborted; looks += 1) {
      if (looks > 0) await this.wait(timer.now() + LOOK_AGAIN_AFTER, signal);
      await helm.look(signal);
    }
  }

  /** A move of the record that no journal has: its answer, its run or its journal was lost. And the arrival of the last one. */
  private moves({ moving, step }: Course, at: number): readonly Entry[] {
    const { helm } = this.parts;
    const { step: asked, log } = helm.record;
    const isFound = asked > (moving?.step ?? step?.step ?? -1);
    const last = isFound ? asked : moving?.step;
    return [
      ...(isFound ? [{ event: 'moving', step: asked, at: log.at(-1)?.asked ?? at } as const] : []),
      ...(last !== undefined && helm.hasArrived ? [{ event: 'step', step: last, at } as const] : []),
    ];
  }

  private closedNow(course: Course): readonly Entry[] {
    const at = this.parts.timer.now();
    const why = closedBecause(this.parts.calendar, at);
    return why === course.closed ? [] : [{ event: 'closed', at, why }];
  }

  private approvals({ steps }: Course): readonly Entry[] {
    const known = new Set(steps.filter(({ approved }) => approved).map(({ step }) => step));
    const begun = new Set(steps.map(({ step }) => step));
    return this.parts.helm.record.approvals
      .filter(({ step }) => begun.has(step) && !known.has(step))
      .map(({ step, by, at }) => ({ event: 'approved', step, at, by }));
  }

  private lastSeen(at: number, cause?: TrafficEntry['cause']): TrafficEntry {
    return { event: 'traffic', at, ...this.parts.helm.entry(cause), calls: this.parts.count() };
  }

  /** The router, when it is otherwise than was told last. */
  private seenNow(at: number): readonly TrafficEntry[] {
    // A call that the run itself cut short says nothing of the router, and decides nothing: the run is cancelled.
    if (this.parts.signal.aborted) return [];
    const entry = this.parts.helm.entry();
    const text = JSON.stringify(entry);
    if (text === this.told) return [];
    this.told = text;
    return [{ event: 'traffic', at, ...entry }];
  }
}
