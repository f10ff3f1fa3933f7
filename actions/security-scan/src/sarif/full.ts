/** The file with everything: what is let through as suppressions, what the base has too as unchanged. */
import { documentOf, type WrittenRun } from './document.ts';
import { type Entries, entriesOf } from './entries.ts';
import type { SarifInput, ScannerRun } from './input.ts';
import { fullLine } from './result.ts';
import { driverOf, factsOf, type Notification } from './runs.ts';

export const fullName = 'full.sarif';

/** In pieces: of a hundred thousand findings each is made when it is written. Can be gone through again. */
export function fullText(input: SarifInput, runs: readonly ScannerRun[]): Iterable<string> {
  return { [Symbol.iterator]: () => documentOf(writtenRuns(input, runs)) };
}

function* writtenRuns(input: SarifInput, runs: readonly ScannerRun[]): Generator<WrittenRun> {
  if (runs.length === 0) yield ownRun(input, []);
  for (const run of runs) yield writtenRun(input, run);
}

function writtenRun(input: SarifInput, run: ScannerRun): WrittenRun {
  const { entries, rules } = entriesOf(run, input.docs);
  const notifications = run.troubles.map((text): Notification => ({ level: 'error', text }));
  return {
    driver: driverOf(input, run),
    rules,
    facts: factsOf(input, run, run.hasAnswered, notifications),
    results: lines(entries, input.isCompared),
  };
}

function* lines(entries: Entries['entries'], isCompared: boolean): Generator<string> {
  for (const { decided, ruleIndex } of entries) yield fullLine(decided, ruleIndex, isCompared);
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
