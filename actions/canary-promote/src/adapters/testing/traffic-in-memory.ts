/** A router in memory, with the same contract as the real ones: for tests of what stands above the port. */
import type { RolloutRecord } from '../../steering/record.ts';
import {
  type Effect,
  type Next,
  type RouterKind,
  type Seen,
  type Traffic,
  TrafficError,
} from '../../steering/traffic.ts';

export interface RouterState {
  /** Percent for the canary. */
  readonly weight: number;
  readonly record: RolloutRecord | undefined;
  readonly managedBy: string | undefined;
  readonly stablePods: number | undefined;
}

interface Failure {
  readonly error: TrafficError;
  /** Whether a write does its work before it fails: what `unknown-effect` stands for. */
  readonly isDone: boolean;
  left: number;
}

export class TrafficInMemory implements Traffic {
  readonly kind: RouterKind = 'istio';
  readonly description: string;
  /** Every weight that was written through the port, in order. */
  readonly written: number[] = [];
  /** Calls of `read` and `write`, failed ones included. */
  calls = 0;
  private state: RouterState = { weight: 0, record: undefined, managedBy: undefined, stablePods: undefined };
  private version = 1;
  private live = 0;
  private isLagging = false;
  private failure: Failure | undefined;

  constructor(over: Partial<RouterState> = {}, description = 'VirtualService orders/order-service') {
    this.description = description;
    this.edit(over);
  }

  /** What anybody could see, without a call. */
  get current(): RouterState {
    return structuredClone(this.state);
  }

  /** Somebody else's change: the version rises, as with any write. */
  edit(change: Partial<RouterState>): void {
    this.state = structuredClone({ ...this.state, ...change });
    this.version += 1;
    if (!this.isLagging) this.live = this.state.weight;
  }

  /** From now on `live` stays where it is, until `arrive`. */
  lag(): void {
    this.isLagging = true;
  }

  arrive(): void {
    this.isLagging = false;
    this.live = this.state.weight;
  }

  /** The next calls fail with this error. `isDone`: a write has its effect all the same. */
  failNext(calls: number, error: TrafficError, isDone = false): void {
    this.failure = { error, isDone, left: calls };
  }

  async read(signal: AbortSignal): Promise<Seen> {
    const failure = await this.called(signal);
    if (failure !== undefined) throw failure.error;
    return this.seen();
  }

  plan(seen: Seen, weight: number): readonly Effect[] {
    if (weight === seen.weight) return [];
    return [{ object: this.description, path: '/weight', from: seen.weight, to: weight }];
  }

  async write({ token }: Seen, { weight, record }: Next, signal: AbortSignal): Promise<Seen> {
    const failure = await this.called(signal);
    if (failure !== undefined && !failure.isDone) throw failure.error;
    if (token !== this.version)
      throw new TrafficError('conflict', `expected version ${String(token)}, got ${this.version}`);
    if (weight !== undefined && weight !== this.state.weight) this.written.push(weight);
    this.edit({ record, ...(weight === undefined ? {} : { weight }) });
    if (failure !== undefined) throw failure.error;
    return this.seen();
  }

  private seen(): Seen {
    return { ...this.current, live: this.live, token: this.version };
  }

  private async called(signal: AbortSignal): Promise<Failure | undefined> {
    await Promise.resolve();
    this.calls += 1;
    if (signal.aborted) throw new TrafficError('unavailable', 'expected an answer, got an end of the run before it');
    const { failure } = this;
    if (failure === undefined || failure.left <= 0) return undefined;
    failure.left -= 1;
    return failure;
  }
}
