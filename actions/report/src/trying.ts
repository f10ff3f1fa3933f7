/** How often and how long is tried, the same for all ways. */
import type { Judgement, RetryPolicy } from '@shipgate/kit/retry';
import { Refusal } from './ports.ts';

/** A token of GitHub is good for 5 minutes, and no try may come later. */
export const policy: RetryPolicy = { attempts: 4, firstWaitMs: 500, longestWaitMs: 8_000, patienceMs: 60_000 };

export function judge(error: unknown): Judgement {
  return error instanceof Refusal ? error.judgement : { kind: 'final' };
}

/** How a refusal reads as "got". Any other error is a fault of ours, and is thrown on. */
export function gotOf(error: unknown): string {
  if (!(error instanceof Refusal)) throw error;
  return error.said === undefined ? error.message : `${error.message}: ${error.said}`;
}

/** The token may not, or what it is wanted for is switched off: GitHub answers 404 where it would not even tell. */
export function isForbidden(error: unknown): boolean {
  // GitHub answers 403 to whoever asks too often, too: that may be tried again, and is no matter of rights.
  if (!(error instanceof Refusal) || error.judgement.kind !== 'final') return false;
  return error.status === 403 || error.status === 404;
}
