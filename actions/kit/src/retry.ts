/** Tries again after a failure that may pass by itself, with waits that grow and are spread by chance. */

export interface RetryPolicy {
  /** Tries in all, the first included. */
  readonly attempts: number;
  /** Upper end of the first wait; it doubles with every try. */
  readonly firstWaitMs: number;
  /** No wait that we choose is longer. */
  readonly longestWaitMs: number;
  /** A wait that the server asks for and that is longer than this ends the trying: the job's minutes are worth more. */
  readonly patienceMs: number;
}

export interface RetryClock {
  sleep(ms: number): Promise<void>;
  /** In [0, 1). */
  random(): number;
}

/** What a failure means: `final`, or worth another try, after `waitMs` when the server said so. */
export type Judgement = { readonly kind: 'final' } | { readonly kind: 'again'; readonly waitMs?: number };

export const systemClock: RetryClock = {
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};

/**
 * The wait before try number `attempt + 1`: what the server asks for, else a random part of the doubled wait
 * ("full jitter", https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 */
export function waitBefore(attempt: number, judgement: Judgement, policy: RetryPolicy, random: number): number {
  if (judgement.kind === 'again' && judgement.waitMs !== undefined) return judgement.waitMs;
  return Math.round(Math.min(policy.longestWaitMs, policy.firstWaitMs * 2 ** (attempt - 1)) * random);
}

/** Resolves with the first success; throws the last failure. */
export async function retry<T>(
  attempt: () => Promise<T>,
  judge: (error: unknown) => Judgement,
  policy: RetryPolicy,
  clock: RetryClock = systemClock,
): Promise<T> {
  for (let number = 1; ; number += 1) {
    try {
      return await attempt();
    } catch (error) {
      const judgement = judge(error);
      if (judgement.kind === 'final' || number >= policy.attempts) throw error;
      const waitMs = waitBefore(number, judgement, policy, clock.random());
      if (waitMs > policy.patienceMs) throw error;
      await clock.sleep(waitMs);
    }
  }
}
