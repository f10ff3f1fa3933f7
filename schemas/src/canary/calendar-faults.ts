import type { Finding } from '../schema-faults.ts';
import { shownValue } from '../value-text.ts';
import type { PlanPath } from './plan-path.ts';
import type { WrittenPlan } from './written-plan.ts';

/** Freezes that end before they begin, days that are none, time zones that nobody knows. */
export function calendarFaults(plan: WrittenPlan): Finding[] {
  return [...freezeFaults(plan), ...windowFaults(plan, [])];
}

/** Of the list `freeze`. */
export function freezeFaults(plan: WrittenPlan): Finding[] {
  return plan.entries(['freeze']).flatMap((freeze) => {
    const [from, to] = [
      [...freeze, 'from'],
      [...freeze, 'to'],
    ];
    const odd = [from, to].filter((path) => plan.text(path) !== undefined && Number.isNaN(momentOf(plan.text(path))));
    const reversed = momentOf(plan.text(to)) < momentOf(plan.text(from));
    return [
      ...odd.map((path) =>
        plan.finding(path, {
          title: 'there is no such day or time',
          expected: 'a day such as 2026-12-24, or a moment such as 2026-12-24T18:00:00Z',
          got: shownValue(plan.value(path)),
          do: 'write a day that is in the calendar',
        }),
      ),
      ...(reversed
        ? [
            plan.finding(to, {
              title: 'a freeze ends before it begins',
              expected: `not before ${plan.text(from)} (${plan.line(from)})`,
              got: shownValue(plan.value(to)),
              do: 'put the two in order',
            }),
          ]
        : []),
    ];
  });
}

/** Of the list `windows` of a part. */
export function windowFaults(plan: WrittenPlan, part: PlanPath): Finding[] {
  return plan.entries([...part, 'windows']).flatMap((window) => {
    const path = [...window, 'time-zone'];
    const zone = plan.text(path);
    if (zone === undefined || isTimeZone(zone)) return [];
    const words = {
      title: `time zone "${zone}" is not known`,
      expected: 'an IANA name such as Europe/Berlin',
      got: shownValue(zone),
    };
    return [plan.finding(path, { ...words, do: 'write the name as the IANA database has it' })];
  });
}

/** Milliseconds since the epoch; NaN for what is no moment. `Date` would make 3 March of 31 February. */
function momentOf(text: string | undefined): number {
  if (text === undefined) return Number.NaN;
  const day = text.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) return Number.NaN;
  return Date.parse(text);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
