/**
 * Every call to a router, a lock and GitHub goes through here: one time limit, tries again with decorrelated jitter, and a circuit
 * breaker, so that a broken server gets few calls and a run is never blocked for long. Seed row C10.
 */
import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  decorrelatedJitterGenerator,
  handleWhen,
  type IPolicy,
  type IRetryBackoffContext,
  retry,
  wrap,
} from 'cockatiel';
import type { CallCount } from '../steering/call-count.ts';
import { TrafficError } from '../steering/traffic.ts';

export interface CallLimits {
  /** Milliseconds for one try, its answer read. */
  readonly timeout: number;
  /** Tries in all, the first included. */
  readonly tries: number;
  readonly firstWait: number;
  readonly longestWait: number;
  /** A wait that the server asks for is kept up to here; a longer one ends the call. */
  readonly patience: number;
  /** So many failures in a row open the breaker. */
  readonly breakAfter: number;
  /** Milliseconds after which an open breaker lets one call through. */
  readonly restFor: number;
}

export const usualLimits: CallLimits = {
  timeout: 5_000,
  tries: 3,
  firstWait: 250,
  longestWait: 3_000,
  patience: 10_000,
  breakAfter: 5,
  restFor: 10_000,
};

/** What an adapter throws from within a call: worth another try, after `waitMs` when the server said so. */
export class Unavailable extends TrafficError {
  readonly waitMs: number | undefined;
  constructor(message: string, waitMs?: number, options?: { readonly cause?: unknown }) {
    super('unavailable', message, options);
    this.name = 'Unavailable';
    this.waitMs = waitMs;
  }
}

export class Calls {
  private readonly limits: CallLimits;
  private readonly policy: IPolicy;
  private readonly told = { sent: 0, failed: 0, repeated: 0, opened: 0, keptBack: 0 };

  constructor(limits: CallLimits = usualLimits) {
    this.limits = limits;
    const again = retry(handleWhen(isWorthAnotherTry(limits)), {
      maxAttempts: limits.tries - 1,
      backoff: backoffOf(limits),
    });
    again.onRetry(() => {
      this.told.repeated += 1;
    });
    const breaker = circuitBreaker(handleWhen(isOutage), {
      halfOpenAfter: limits.restFor,
      breaker: new ConsecutiveBreaker(limits.breakAfter),
    });
    breaker.onStateChange((state) => {
      if (state === CircuitState.Open) this.told.opened += 1;
    });
    this.policy = wrap(again, breaker);
  }

  get count(): CallCount {
    return { ...this.told };
  }

  /**
   * `call` gets a signal that ends it when its time is over; it throws Unavailable for what may pass, another TrafficError for
   * what will not. What of a `write` nobody knows whether it was done is `unknown-effect`, and never tried again.
   * Rejects with TrafficError only, at once when `signal` is aborted.
   */
  async run<T>(kind: 'read' | 'write', signal: AbortSignal, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
    try {
      return await unlessAborted(
        signal,
        this.policy.execute(() => this.attempt(kind, signal, call), signal),
      );
    } catch (error) {
      if (error instanceof TrafficError) throw error;
      if (error instanceof BrokenCircuitError) {
        this.told.keptBack += 1;
        throw new TrafficError('unavailable', `not asked: ${this.limits.breakAfter} calls in a row failed`);
      }
      const code = signal.aborted && kind === 'write' ? 'unknown-effect' : 'unavailable';
      throw new TrafficError(code, messageOf(error), { cause: error });
    }
  }

  private async attempt<T>(kind: string, outer: AbortSignal, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const deadline = AbortSignal.timeout(this.limits.timeout);
    const signal = AbortSignal.any([outer, deadline]);
    this.told.sent += 1;
    try {
      return await unlessAborted(signal, call(signal));
    } catch (error) {
      this.told.failed += error instanceof TrafficError && !isOutage(error) ? 0 : 1;
      if (!deadline.aborted || error instanceof TrafficError) throw error;
      const text = `expected an answer within ${this.limits.timeout / 1000} s, got none`;
      throw kind === 'write' ? new TrafficError('unknown-effect', text) : new Unavailable(text);
    }
  }
}

function isWorthAnotherTry({ patience }: CallLimits): (error: unknown) => boolean {
  return (error) => error instanceof Unavailable && (error.waitMs ?? 0) <= patience;
}

/** A refusal or a conflict is an answer: the server is well. */
function isOutage(error: unknown): boolean {
  return error instanceof TrafficError && (error.code === 'unavailable' || error.code === 'unknown-effect');
}

/** Decorrelated jitter, https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/; what the server asks for goes first. */
function backoffOf({ firstWait, longestWait }: CallLimits): DelegateBackoff<IRetryBackoffContext<unknown>, number> {
  const options = {
    initialDelay: firstWait,
    maxDelay: longestWait,
    exponent: 2,
    generator: decorrelatedJitterGenerator,
  };
  let state: [number, number] | undefined;
  return new DelegateBackoff(({ result, attempt }) => {
    if (attempt === 1) state = undefined;
    const [wait, next] = decorrelatedJitterGenerator(state, options);
    state = next;
    const error = 'error' in result ? result.error : undefined;
    return error instanceof Unavailable && error.waitMs !== undefined ? error.waitMs : wait;
  });
}

/** An adapter that does not listen to its signal must not hold a run. */
function unlessAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
