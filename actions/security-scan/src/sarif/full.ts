/** The file with everything: what is let through as suppressions, what the base has too as unchanged. */
import { documentOf, lineOf, type WrittenRun } from './document.ts';
import { entriesOf } from './entries.ts';
import type { SarifInput, ScannerRun } from './input.ts';
import { fullResult } from './result.ts';
import { driverOf, factsOf, type Notification } from './runs.ts';

export const fullName = 'full.sarif';

export function fullText(input: SarifInput, runs: readonly ScannerRun[]): string {
  return documentOf(runs.length === 0 ? [ownRun(input, [])] : runs.map((run) => writtenRun(input, run)));
}

function writtenRun(input: SarifInput, run: ScannerRun): WrittenRun {
  const { entries, rules } = entriesOf(run, input.docs);
  const notifications = run.troubles.map((text): Notification => ({ level: 'error', text }));
  return {
    driver: driverOf(input, run),
    rules,
    facts: factsOf(input, run, run.hasAnswered, notifications),
    results: entries.map(({ decided, ruleIndex }) => lineOf(fullResult(decided, ruleIndex, input.isCompared))),
  };
}

/** Of the gate itself, when there is something to say that no scanner says. */
export function ownRun(input: SarifInput, notifications: readonly Notification[]): WrittenRun {
  const isWhole = notifications.every(({ level }) => level !== 'error');
  return {
    driver: driverOf(input, null),
    rules: [],
    facts: factsOf(input, null, isWhole, notifications),
    results: [],
  };
}
