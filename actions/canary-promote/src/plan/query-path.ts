/** From a query to the text of the plan that it comes from. */
import type { Canary, PlanPath } from '@shipgate/schemas';

/** A text of PromQL in a resolved plan. */
export interface QueryText {
  /** Of a metric or a gauge; `health` is the health trigger. */
  readonly name: string;
  readonly key: 'total' | 'bad' | 'histogram' | 'query' | 'series';
}

/**
 * Path of a query in the plan as it was written, for `places.placeOf` and `places.faultAt`. For a query of the preset
 * it leads to what stands nearest: the plan itself.
 */
export function queryPath(section: Canary, { name, key }: QueryText): PlanPath {
  if (key === 'series') return ['triggers', 'health', 'series'];
  const list = key === 'query' ? 'gauges' : 'metrics';
  const index = (section[list] ?? []).findIndex((each) => each.name === name);
  return index === -1 ? [list] : [list, index, key];
}
