/** From faults of queries to the lines of the plan that they stand in. */
import type { Canary, CanaryPlanFile, Fault } from '@shipgate/schemas';
import { queryPath } from '../plan/query-path.ts';
import type { Plan } from '../plan.ts';
import { checkQueries } from './queries.ts';

/** Every fault of every query, at its part of the text. */
export function queryFaults(plan: Plan, section: Canary, places: CanaryPlanFile['places']): readonly Fault[] {
  return checkQueries(plan).map((fault) => {
    const { message: title, expected, got, do: mend } = fault;
    return places.faultAt(queryPath(section, fault), { title, expected, got, do: mend }, [fault.from, fault.to]);
  });
}
