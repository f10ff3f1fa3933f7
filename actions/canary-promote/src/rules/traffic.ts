/** The router, stable's capacity, and the calendar: they only hold, but for a run that another one took over from. */
import type { Course } from '../course.ts';
import type { Ruled } from './rule.ts';

export function trafficRule(course: Course): readonly Ruled[] {
  const { traffic } = course;
  if (traffic === undefined) return [];
  const at = placeOf(course);
  const { trouble, weight: found, stablePods } = traffic;
  const troubled: readonly Ruled[] =
    trouble === undefined
      ? []
      : [{ finding: { ...at, ...trouble, found }, asks: trouble.code === 'taken-over' ? 'fail' : 'hold' }];
  // At 100 % stable is meant to go.
  if (stablePods === undefined || stablePods.ready >= stablePods.before || at.weight >= 100) return troubled;
  return [...troubled, { finding: { code: 'stable-scaled-down', ...at, ...stablePods }, asks: 'hold' }];
}

export function calendarRule(course: Course): readonly Ruled[] {
  if (course.closed === null) return [];
  return [{ finding: { code: 'calendar-closed', why: course.closed, ...placeOf(course) }, asks: 'hold' }];
}

/** Evidence of the steps before is gone too: alpha is that of what was counted since. */
export function lostRule(course: Course): readonly Ruled[] {
  return course.isLost ? [{ finding: { code: 'journal-lost', ...placeOf(course) }, asks: 'note' }] : [];
}

function placeOf({ step, after }: Course): { readonly weight: number; readonly after: number } {
  return { weight: step?.weight ?? 0, after };
}
