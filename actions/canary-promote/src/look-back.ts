/** Stable in the hour before: what the preflight is made from. */
import type { GateContext } from '@shipgate/kit/gate';
import type { Configuration } from './configuration.ts';
import { type Preflight, preflight } from './preflight.ts';
import type { Source } from './source.ts';
import type { Window } from './strata.ts';

/** Seconds. */
const HOUR = 3600;

export async function lookBack(
  { plan }: Configuration,
  { metrics, timer }: Source,
  { signal }: GateContext,
): Promise<Preflight> {
  const length = plan.interval * 1000;
  const now = timer.now();
  const windows = Array.from({ length: Math.floor(HOUR / plan.interval) }, (_, i): Window => {
    const to = now - i * length;
    return { from: to - length, to };
  }).reverse();
  return preflight(plan, await metrics.past(windows, signal));
}
