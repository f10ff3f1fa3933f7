/** One rollout's hand on a router: what was seen, what the record says, and writes that never go over somebody else's. */
import { shareTolerance } from '../evidence/share.ts';
import type { TrafficEntry } from '../journal.ts';
import { isOpen, type MoveCause, type RolloutRecord, type RolloutState } from './record.ts';
import type { TrafficTrouble } from './router.ts';
import { type Next, type Seen, type Traffic, TrafficError } from './traffic.ts';

export interface WantedMove {
  readonly step: number;
  /** Percent. */
  readonly weight: number;
  readonly cause: MoveCause;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Writes of one change, when only other parts of the object were changed in between. */
const MOST_TRIES = 5;

export class Helm {
  readonly traffic: Traffic;
  private seen: Seen;
  private mine: RolloutRecord;
  private trouble: { readonly code: TrafficTrouble; readonly detail: string } | undefined;
  /** Nothing of the rollout was written so far, so there is no record to find. */
  private isWritten: boolean;
  /** Moves of the record whose weight was there: the weight before the last of them is somebody else's from then on. */
  private arrived: number;

  constructor(traffic: Traffic, seen: Seen, record: RolloutRecord, isWritten: boolean, arrived: number = 0) {
    this.arrived = arrived;
    this.traffic = traffic;
    this.seen = seen;
    this.mine = record;
    this.isWritten = isWritten;
  }

  get record(): RolloutRecord {
    return this.mine;
  }

  /** Percent that the router is told and that really goes; null while it cannot be seen. */
  get weight(): number | null {
    return this.isBlind ? null : this.seen.weight;
  }

  get stablePods(): number | undefined {
    return this.seen.stablePods;
  }

  get isBlind(): boolean {
    return this.trouble?.code === 'router-unavailable' || this.trouble?.code === 'router-refused';
  }

  /** Somebody else's weight, an object that is none any more, or another run's lock: nothing is written over it. */
  get isForeign(): boolean {
    return this.trouble !== undefined && !this.isBlind;
  }

  get hasArrived(): boolean {
    return (
      this.trouble === undefined && this.seen.weight === this.mine.weight && isNear(this.seen.live, this.mine.weight)
    );
  }

  /** The record says another weight than the router has: a run died between the two writes. */
  private get isHalfDone(): boolean {
    return this.trouble === undefined && this.isWritten && this.seen.weight !== this.mine.weight;
  }

  get detail(): string {
    return this.trouble?.detail ?? '';
  }

  /** Nothing is written any more. */
  lose(detail: string): void {
    this.trouble = { code: 'taken-over', detail };
  }

  /** What a journal tells of the router. */
  entry(cause?: MoveCause): Omit<TrafficEntry, 'event' | 'at'> {
    const { stablePods: before } = this.mine;
    const { stablePods: ready } = this.seen;
    return {
      weight: this.weight,
      live: this.isBlind || this.seen.live < 0 ? null : this.seen.live,
      ...(before === undefined || ready === undefined || this.isBlind ? {} : { stablePods: { ready, before } }),
      ...(this.trouble === undefined ? {} : { trouble: this.trouble }),
      ...(cause === undefined ? {} : { cause }),
    };
  }

  /** Reads the router. Never rejects. */
  async look(signal: AbortSignal): Promise<void> {
    if (this.trouble?.code === 'taken-over') return;
    try {
      this.take(await this.traffic.read(signal));
    } catch (error) {
      this.trouble = troubleOf(error);
    }
  }

  /** Writes the epoch of this run, so that the one before is fenced. Never rejects. */
  async claim(run: string | undefined, signal: AbortSignal): Promise<boolean> {
    const { epoch } = this.mine;
    const state = (record: RolloutRecord) => (record.state === 'held' ? 'running' : record.state);
    return await this.put(
      (record) => ({ ...record, epoch, state: state(record), ...(run === undefined ? {} : { run }) }),
      undefined,
      signal,
    );
  }

  /** Reads the router, and completes a move that was only half done; on the way back none that gives the canary more. Never rejects. */
  async settle(signal: AbortSignal, isBack = false): Promise<void> {
    await this.look(signal);
    if (this.isHalfDone && !(isBack && this.mine.weight > this.seen.weight))
      await this.put((record) => record, this.mine.weight, signal);
  }

  /** Whether the router took the weight, or had it. Never rejects: `entry` tells why not. */
  async move({ step, weight, cause, at }: WantedMove, signal: AbortSignal): Promise<boolean> {
    const from = this.seen.weight;
    const isBack = cause !== 'step' && weight === this.mine.safeWeight;
    return await this.put(
      (record) => ({
        ...record,
        state: isBack ? 'rolled-back' : 'running',
        from,
        weight,
        step,
        log: [...record.log, { step, from, weight, cause, asked: at }],
      }),
      weight,
      signal,
    );
  }

  /** The rollout is over, or stands still. A rollout that moved nothing leaves no record. Never rejects. */
  async close(state: RolloutState, soakUntil: number | undefined, signal: AbortSignal): Promise<boolean> {
    if (!this.isWritten) return true;
    // What is over is not held by a run that came later.
    if (this.mine.state === state || (state === 'held' && !isOpen(this.mine))) return true;
    return await this.put(
      (record) => ({ ...record, state, ...(soakUntil === undefined ? {} : { soakUntil }) }),
      undefined,
      signal,
    );
  }

  /** Compare and swap until it is written, or somebody else's change forbids it. */
  async put(
    change: (record: RolloutRecord) => RolloutRecord,
    weight: number | undefined,
    signal: AbortSignal,
  ): Promise<boolean> {
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      if (this.isForeign) return false;
      const record = change(this.mine);
      if (await this.write({ record, weight }, signal)) return true;
      if (this.isBlind) return false;
      if (this.isDone(record)) return true;
    }
    this.trouble = {
      code: 'router-unavailable',
      detail: `the object changed ${MOST_TRIES} times while it was written`,
    };
    return false;
  }

  /** A write whose answer was lost may have been done: the next read tells. */
  private isDone(wanted: RolloutRecord): boolean {
    if (this.trouble !== undefined || this.seen.record?.epoch !== wanted.epoch) return false;
    return sameMoves(this.mine, wanted) && this.mine.state === wanted.state;
  }

  private async write(next: Next, signal: AbortSignal): Promise<boolean> {
    try {
      this.seen = await this.traffic.write(this.seen, next, signal);
      this.mine = next.record;
      this.isWritten = true;
      this.trouble = undefined;
      this.noteArrival();
      return true;
    } catch (error) {
      const isOpen = error instanceof TrafficError && ['conflict', 'unknown-effect'].includes(error.code);
      if (!isOpen) {
        this.trouble = troubleOf(error);
        return false;
      }
      await this.look(signal);
      return false;
    }
  }

  private take(seen: Seen): void {
    this.seen = seen;
    this.trouble = this.foreignIn(seen);
    if (this.trouble !== undefined || seen.record === undefined) return;
    // Of a rollout that is over, before the first write of this one.
    if (seen.record.id !== this.mine.id) return;
    this.mine = { ...seen.record, epoch: this.mine.epoch };
    this.isWritten = true;
    this.noteArrival();
  }

  private noteArrival(): void {
    if (this.seen.weight === this.mine.weight) this.arrived = this.mine.log.length;
  }

  private foreignIn({ weight, record }: Seen): { readonly code: TrafficTrouble; readonly detail: string } | undefined {
    const { mine } = this;
    if (record !== undefined && record.epoch > mine.epoch)
      return { code: 'taken-over', detail: `a later run has epoch ${record.epoch}, this one ${mine.epoch}` };
    if (this.isWritten && record === undefined)
      return { code: 'route-changed', detail: 'the record of the rollout is gone from the object' };
    const isFound = record !== undefined && record.id === mine.id;
    if (this.isWritten && !isFound)
      return { code: 'route-changed', detail: 'the object holds the record of another rollout' };
    const isMoving = isFound && record.log.length > this.arrived;
    const known = isMoving ? [record.weight, record.from] : [isFound ? record.weight : mine.weight];
    // A move that was asked for may not be there yet where record and weight are written one behind the other.
    if (known.includes(weight)) return undefined;
    return { code: 'weight-changed', detail: `expected ${known[0]} %, as the rollout set it, got ${weight} %` };
  }
}

/** All or nothing is exact; in between a pod or a server that is away bends the share, and the guard of the share judges that. */
function isNear(live: number, weight: number): boolean {
  if (weight <= 0 || weight >= 100) return live === weight;
  return Math.abs(live - weight) <= 100 * shareTolerance(weight / 100);
}

function sameMoves(one: RolloutRecord, other: RolloutRecord): boolean {
  const last = other.log.at(-1);
  const found = one.log.at(-1);
  return (
    one.log.length === other.log.length &&
    one.weight === other.weight &&
    (last === undefined || (found !== undefined && found.asked === last.asked && found.cause === last.cause))
  );
}

const codes: Readonly<Record<string, TrafficTrouble>> = {
  refused: 'router-refused',
  missing: 'route-changed',
  unfit: 'route-changed',
  'odd-record': 'route-changed',
};

export function troubleOf(error: unknown): { readonly code: TrafficTrouble; readonly detail: string } {
  const detail = error instanceof Error ? error.message : String(error);
  return { code: (error instanceof TrafficError && codes[error.code]) || 'router-unavailable', detail };
}
