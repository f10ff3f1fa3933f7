/** Milliseconds between two questions while signals do not arrive, or have not yet shown that they do. */
export const POLL_FAST = 10_000;
/** Milliseconds between two questions while signals arrive: only to heal a lost one. */
export const POLL_SLOW = 60_000;
/** Milliseconds between two questions that signals ask for: a burst of events is one question, not a hundred. */
export const SIGNAL_GAP = 500;

/** What happened to the feed, as far as it tells whether signals arrive. */
export type Hint = 'signal' | 'news-that-no-signal-told' | 'no-answer';

/**
 * Do signals arrive? Backstage's signal client does not tell whether its socket is open, so it is inferred: a signal
 * shows that it is, and news that only polling found shows that it is not.
 */
export function isPushedAfter(hint: Hint): boolean {
  return hint === 'signal';
}

export function pollPeriod(isPushed: boolean): number {
  return isPushed ? POLL_SLOW : POLL_FAST;
}
