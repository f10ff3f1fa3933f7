/** How old a fact may be. Pure: the time is an argument. */
import { secondsOf } from '@shipgate/schemas';
import { type Judged, passed, stale, unknown } from './judged.ts';
import { shownAge } from './shown.ts';

/** Clocks of machines differ, and a date without a time is true somewhere on earth a day before it is here. */
const toleranceMs = 24 * 3_600_000;

/** The entry's freshness, else the policy's, in milliseconds; undefined when it cannot be read. */
export function freshnessOf(own: string | undefined, policyMs: number): number | undefined {
  if (own === undefined) return policyMs;
  const seconds = secondsOf(own);
  return seconds === undefined || seconds <= 0 ? undefined : seconds * 1000;
}

/** `what` is a noun with its verb: `the newest date in it is`. */
export function judgeAge(what: string, at: Date, now: Date, limitMs: number | undefined): Judged {
  if (limitMs === undefined)
    return unknown('the freshness of the evidence cannot be read', 'Write it as `24h` or `90d`');
  if (Number.isNaN(at.getTime())) return unknown(`${what} no date`, 'Write the date as `2026-11-20`');
  const day = at.toISOString().slice(0, 10);
  const ageMs = now.getTime() - at.getTime();
  if (ageMs < -toleranceMs) {
    return unknown(`${what} ${day}, which is still to come`, 'Write the date on which it was done');
  }
  const threshold = `<= ${shownAge(limitMs)}`;
  const shown = { threshold, value: `${shownAge(Math.max(0, ageMs))} old`, at: at.toISOString() };
  if (ageMs > limitMs) {
    return stale(`${what} ${day}, ${shownAge(ageMs)} ago, wanted ${threshold}`, 'Do it again and record it', shown);
  }
  return passed(`${what} ${day}, wanted ${threshold}`, shown);
}
