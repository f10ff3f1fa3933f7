import type { Finding, JudgedDocument } from '../schema-faults.ts';
import { suggest } from '../suggest.ts';
import { listText, shownValue } from '../value-text.ts';
import { calendarFaults } from './calendar-faults.ts';
import { methodFaults } from './method-faults.ts';
import { metricFaults } from './metric-faults.ts';
import { routerFaults } from './router-faults.ts';
import { sourceFaults } from './source-faults.ts';
import { stepFaults } from './step-faults.ts';
import { triggerFaults } from './trigger-faults.ts';
import { WrittenPlan } from './written-plan.ts';

/**
 * Adds to what the schema found what only the plan as a whole can show. Where both speak of one value, the check that
 * knows the plan says more.
 */
export function withPlanFaults(document: JudgedDocument, findings: readonly Finding[]): Finding[] {
  const plan = new WrittenPlan(document);
  const own = [
    ...stepFaults(plan),
    ...metricFaults(plan),
    ...triggerFaults(plan),
    ...methodFaults(plan),
    ...sourceFaults(plan),
    ...routerFaults(plan),
    ...calendarFaults(plan),
    ...environmentFaults(plan),
  ];
  const told = new Set(own.map(({ pointer }) => pointer));
  return [...findings.filter(({ pointer, keyword }) => keyword === 'required' || !told.has(pointer)), ...own];
}

function environmentFaults(plan: WrittenPlan): Finding[] {
  const name = plan.text(['environment']);
  const listed = plan.beside('/environments');
  if (name === undefined || !Array.isArray(listed)) return [];
  const names = listed.flatMap((each: unknown) => {
    const held: unknown = Object(each).name;
    return typeof held === 'string' ? [held] : [];
  });
  // GitHub does not tell environments apart by case.
  if (names.length === 0 || names.some((each) => each.toLowerCase() === name.toLowerCase())) return [];
  const guess = suggest(name, names);
  const words = { title: `environment "${name}" is not listed`, expected: listText(names), got: shownValue(name) };
  return [
    plan.finding(['environment'], {
      ...words,
      do: guess === undefined ? 'choose one of environments, or add it there' : `did you mean "${guess}"?`,
    }),
  ];
}
