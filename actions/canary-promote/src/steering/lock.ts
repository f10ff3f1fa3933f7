/**
 * One run acts, any other is refused: leader election over a cell, as client-go has it
 * (https://pkg.go.dev/k8s.io/client-go/tools/leaderelection). Clocks of two machines are never compared: a lease is dead when
 * nobody renewed it for its whole duration while we looked.
 */
import type { Timer } from '../ports.ts';
import type { LeaseState } from './lease.ts';
import { type Cell, TrafficError, type Versioned } from './traffic.ts';

export interface LeaseTimes {
  /** Seconds without a renewal after which a lease is dead. */
  readonly duration: number;
  /** Milliseconds between two renewals, and between two looks at somebody else's lease. */
  readonly renewEvery: number;
  readonly lookEvery: number;
}

export const usualTimes: LeaseTimes = { duration: 20, renewEvery: 5_000, lookEvery: 2_000 };
/** Where each renewal is a commit. */
export const slowTimes: LeaseTimes = { duration: 240, renewEvery: 60_000, lookEvery: 15_000 };

export type Acquired =
  | { readonly kind: 'held'; readonly epoch: number; readonly kept: string | undefined; readonly wasReleased: boolean }
  | { readonly kind: 'refused'; readonly holder: string };

const nobody: LeaseState = { holder: '', duration: 0, renewedAt: 0, transitions: 0 };

export class Lock {
  readonly description: string;
  readonly times: LeaseTimes;
  private readonly cell: Cell<LeaseState>;
  private readonly timer: Timer;
  /** The same for every try of one job: a job that died is succeeded by its next try at once. */
  private readonly identity: string;
  private held: (Versioned<LeaseState> & { readonly value: LeaseState }) | undefined;

  constructor(cell: Cell<LeaseState>, timer: Timer, identity: string, times: LeaseTimes = usualTimes) {
    this.times = times;
    this.description = cell.description;
    this.cell = cell;
    this.timer = timer;
    this.identity = identity;
  }

  /** `force` takes it from whoever has it: for a person who aborts. Throws TrafficError. */
  async acquire(signal: AbortSignal, force = false): Promise<Acquired> {
    let seen = await this.cell.read(signal);
    let tried: LeaseState | undefined;
    let waited = 0;
    for (;;) {
      const { value } = seen;
      const isFree = value === undefined || value.holder === '' || value.holder === this.identity;
      const isDead = waited >= (value?.duration ?? 0) * 1000;
      if (isFree || isDead || force) {
        const taken = await this.take(seen, signal);
        // Our own try before, whose answer was lost, took a lease that was released.
        const isOwnTry = value?.holder === this.identity && tried?.transitions === value.transitions - 1;
        if (taken?.kind === 'held') return isOwnTry && tried?.holder === '' ? { ...taken, wasReleased: true } : taken;
        // Somebody was faster: look again, from now on.
        tried = value ?? nobody;
        seen = await this.cell.read(signal);
        waited = 0;
        continue;
      }
      const from = this.timer.now();
      await this.timer.until(from + this.times.lookEvery, signal);
      signal.throwIfAborted();
      // A clock that is set while we look makes no lease dead.
      waited += Math.max(0, Math.min(this.timer.now() - from, 2 * this.times.lookEvery));
      const again = await this.cell.read(signal);
      if (again.value?.holder === value.holder && again.value.renewedAt !== value.renewedAt)
        return { kind: 'refused', holder: value.holder };
      if (again.version !== seen.version) waited = 0;
      seen = again;
    }
  }

  /** Undefined when another writer won. */
  private async take({ value, version }: Versioned<LeaseState>, signal: AbortSignal): Promise<Acquired | undefined> {
    const next: LeaseState = {
      holder: this.identity,
      duration: this.times.duration,
      renewedAt: this.timer.now(),
      transitions: (value?.transitions ?? 0) + 1,
      ...(value?.kept === undefined ? {} : { kept: value.kept }),
    };
    try {
      this.held = { value: next, version: await this.cell.write(next, version, signal) };
    } catch (error) {
      if (!(error instanceof TrafficError) || !['conflict', 'unknown-effect'].includes(error.code)) throw error;
      return undefined;
    }
    return { kind: 'held', epoch: next.transitions, kept: value?.kept, wasReleased: (value?.holder ?? '') === '' };
  }

  /** Whether it is still ours. While the cell cannot be reached that is not known, and counts as yes: every write is fenced anyway. */
  async renew(signal: AbortSignal, kept?: string): Promise<boolean> {
    if (this.held === undefined) return false;
    const { value } = this.held;
    const next = { ...value, renewedAt: this.timer.now(), ...(kept === undefined ? {} : { kept }) };
    return await this.put(next, signal);
  }

  /** What is kept stays for whoever comes next. */
  async release(signal: AbortSignal, kept?: string): Promise<void> {
    if (this.held === undefined) return;
    const { value } = this.held;
    await this.put({ ...value, holder: '', ...(kept === undefined ? {} : { kept }) }, signal);
    this.held = undefined;
  }

  private async put(next: LeaseState, signal: AbortSignal): Promise<boolean> {
    try {
      const version = await this.cell.write(next, this.held?.version, signal);
      this.held = { value: next, version };
      return true;
    } catch (error) {
      if (!(error instanceof TrafficError)) throw error;
      if (error.code !== 'conflict') return true;
      return await this.putAgain(next, signal);
    }
  }

  /** A write of ours whose answer was lost, or an edit of something else of the object, is no loss of the lock. */
  private async putAgain(next: LeaseState, signal: AbortSignal): Promise<boolean> {
    try {
      const { value, version } = await this.cell.read(signal);
      const isOurs = value?.holder === this.identity && value.transitions === next.transitions;
      if (!isOurs) {
        this.held = undefined;
        return false;
      }
      this.held = { value: next, version: await this.cell.write(next, version, signal) };
      return true;
    } catch (error) {
      if (!(error instanceof TrafficError)) throw error;
      return true;
    }
  }
}
