/** Sums over the last seconds, as a range in a query would have them. */
import type { Course } from '../course.ts';
import { isCounts } from '../evidence/rollout.ts';
import { total } from '../evidence/total.ts';
import type { Portion } from '../findings.ts';

/** The canary's requests and bad events of one edge in the last `seconds`. */
export function canaryWithin(course: Course, metric: string, edge: number, seconds: number): Portion {
  let requests = 0;
  let bad = 0;
  for (const { stratum } of within(course, seconds)) {
    const reading = stratum.readings[metric];
    if (!isCounts(reading)) continue;
    requests += total(reading.canary.requests);
    bad += total(reading.canary.bad[edge] ?? []);
  }
  return { requests, bad };
}

export function within(course: Course, seconds: number): Course['strata'] {
  const from = course.now - seconds * 1000;
  // One that reaches into the window counts: an interval may be longer than the window.
  const first = course.strata.findLastIndex(({ stratum }) => stratum.to <= from);
  return course.strata.slice(first + 1);
}
