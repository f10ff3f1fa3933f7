/** What could not be read: it holds, and after `no-data-after` the policy decides. Never a pass, never a rollback by itself. */
import type { Course } from '../course.ts';
import type { Trouble } from '../strata.ts';
import { HEALTH } from './health.ts';
import type { Ruled } from './rule.ts';

export function troubleRule(course: Course): readonly Ruled[] {
  const { plan, step, troubles } = course;
  if (step === undefined) return [];
  const decides = new Set(plan.metrics.filter(({ dryRun }) => !dryRun).map(({ name }) => name));
  return [...troubles].map(([name, trouble]) => ruled(course, name, trouble, decides.has(name)));
}

function ruled(course: Course, metric: string, trouble: Trouble, decides: boolean): Ruled {
  const { noData, noDataAfter, triggers } = course.plan;
  const since = decides ? (course.lastUsable.get(metric) ?? course.now) : lastWithout(course, metric);
  const missing = Math.max(0, (course.now - since) / 1000);
  const needed = decides || (metric === HEALTH && triggers.health !== undefined);
  const decided = needed && missing >= noDataAfter;
  const asks = !needed ? 'note' : decided && noData !== 'hold' ? noData : 'hold';
  const { code, detail } = trouble;
  const { after, step } = course;
  return {
    finding: { code, metric, detail, for: missing, policy: noData, decided, weight: step?.weight ?? 0, after },
    asks,
  };
}

/** End of the last stratum in which a gauge or the health probe gave a value, or the step's beginning. */
function lastWithout({ strata, step }: Course, name: string): number {
  const last = strata.findLast(
    ({ stratum }) => stratum.readings[name]?.kind !== 'trouble' && stratum.readings[name] !== undefined,
  );
  return Math.max(last?.stratum.to ?? 0, step?.from ?? 0);
}
