/** Which test decides, fixed before the first step. */

export interface Method {
  /** P by pods, R by rates, S by independent requests. */
  readonly test: 'P' | 'R' | 'S';
  /** Strata taken together as one: noise that outlives a stratum needs longer ones. */
  readonly merge: number;
}

/** In the order in which the placebo tries them: 15 s by pods, 15 s by rates, 60 s by rates. `merge` of the last is for strata of 15 s. */
export function candidates(interval: number, pods: boolean): readonly Method[] {
  const merged = Math.max(1, Math.round(60 / interval));
  const rates: readonly Method[] = [
    { test: 'R', merge: 1 },
    { test: 'R', merge: merged },
  ];
  return pods ? [{ test: 'P', merge: 1 }, ...rates] : rates;
}

/** "R15", "P15", "R60": the test and the seconds of one of its strata. */
export function methodName({ test, merge }: Method, interval: number): string {
  return `${test}${merge * interval}`;
}

/** P needs this many pods in all. */
export const LEAST_PODS = 5;
