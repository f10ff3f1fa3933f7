/**
 * The file for code scanning, within GitHub's limits: https://docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads
 * (results-exceed-limit, file-too-large). A scanner without an answer has no run: GitHub would close its alerts.
 */
import { gzipSync } from 'node:zlib';
import { grouped } from '@shipgate/kit/verdict';
import { documentOf, type WrittenRun } from './document.ts';
import { type Entries, entriesOf } from './entries.ts';
import { fullName, ownRun } from './full.ts';
import type { SarifInput, ScannerRun } from './input.ts';
import { isPlaced, messageOf, uploadedLine } from './result.ts';
import { levelOf, ruleIdOf } from './rule.ts';
import { driverOf, factsOf, type Notification, worstFirst } from './runs.ts';

export const uploadLimits = {
  runs: 20,
  /** GitHub takes 25,000 of a run and shows 5,000: what nobody can see is not sent. */
  results: 5_000,
  /** Of a run; the others would be taken, and not shown. */
  shown: 5_000,
  /** As gzip. 10 MB. */
  gzipBytes: 10_000_000,
  /** Of the text, which `actions/report` reads; it takes 64 MiB. */
  bytes: 60_000_000,
} as const;
export type UploadLimits = Readonly<Record<keyof typeof uploadLimits, number>>;

export interface Upload {
  readonly text: string;
  readonly uploaded: number;
  readonly dropped: number;
  readonly categories: number;
}

/** One run, and how many of its findings may be in the file. */
interface Part extends Entries {
  readonly run: ScannerRun;
  /** Of those that are open; entries are made of as many as a run may have. */
  readonly count: number;
}

export function uploadOf(input: SarifInput, runs: readonly ScannerRun[], limits: UploadLimits = uploadLimits): Upload {
  const answered = runs.filter(({ hasAnswered }) => hasAnswered);
  const silent = runs.filter(({ hasAnswered }) => !hasAnswered);
  // One place is kept for the gate's own run.
  const ranked = answered.toSorted((one, two) => rankOf(one) - rankOf(two)).slice(0, limits.runs - 1);
  const kept = answered.filter((run) => ranked.includes(run));
  const parts = kept.map((run): Part => {
    const findings = open(run);
    const some = { ...run, findings: findings.slice(0, limits.results) };
    return { run, count: findings.length, ...entriesOf(some, input.docs) };
  });
  const total = answered.reduce((sum, run) => sum + open(run).length, 0);
  const own = ownNotifications(silent, answered.length - kept.length);
  const write = (most: number) => {
    const counts = countsWithin(parts, most);
    const written = parts.map((part, index) => partOf(input, part, counts[index] ?? 0, limits.shown));
    const all = own.length > 0 || written.length === 0 ? [...written, ownRun(input, own)] : written;
    return {
      text: [...documentOf(all)].join(''),
      written,
      categories: all.length,
      taken: counts.reduce((sum, each) => sum + each, 0),
    };
  };
  let { text, written, categories, taken } = write(total);
  for (let share = shareOf(text, limits); share < 1 && taken > 0; share = shareOf(text, limits))
    ({ text, written, categories, taken } = write(Math.floor(taken * share * 0.95)));
  const uploaded = written.reduce((sum, { placed }) => sum + placed, 0);
  return { text, uploaded, dropped: total - taken, categories };
}

/** What is let through is no alert. */
function open({ findings }: ScannerRun): ScannerRun['findings'] {
  return findings.filter(({ state }) => state !== 'suppressed');
}

/** Runs with the most new findings are the last to be left out. */
function rankOf({ findings }: ScannerRun): number {
  return -findings.filter(({ state }) => state === 'new').length;
}

/** How many of each run are among the worst `most` of all. */
function countsWithin(parts: readonly Part[], most: number): readonly number[] {
  const all = parts
    .flatMap(({ entries }, part) => entries.map(({ decided }) => ({ decided, part })))
    .toSorted((one, two) => worstFirst(one.decided, two.decided))
    .slice(0, most);
  const counts = parts.map(() => 0);
  for (const { part } of all) counts[part] = (counts[part] ?? 0) + 1;
  return counts;
}

interface WrittenPart extends WrittenRun {
  /** How many results there are. */
  readonly placed: number;
}

/** Notifications of a run; more are counted. */
const MOST_TOLD = 100;

function partOf(input: SarifInput, part: Part, count: number, shown: number): WrittenPart {
  const { run, entries, rules } = part;
  const taken = entries.slice(0, count);
  // GitHub refuses a file with a result that has no place.
  const placed = taken.filter(({ decided }) => isPlaced(decided));
  const unplaced = taken.filter(({ decided }) => !isPlaced(decided));
  const notifications = [
    ...left(part.count - count, placed.length, shown),
    ...unplaced.slice(0, MOST_TOLD).map(
      ({ decided, ruleIndex }): Notification => ({
        level: levelOf(decided.severity),
        text: messageOf(decided),
        rule: { id: ruleIdOf(decided), index: ruleIndex },
      }),
    ),
    ...more(unplaced.length - MOST_TOLD, 'without a place'),
  ];
  return {
    placed: placed.length,
    driver: driverOf(input, run),
    rules: rules.slice(0, taken.at(-1)?.rulesSoFar ?? 0),
    facts: factsOf(input, run, true, notifications),
    results: placed.map(({ decided, ruleIndex }) => uploadedLine(decided, ruleIndex)),
  };
}

function left(dropped: number, placed: number, shown: number): readonly Notification[] {
  const hidden = placed - shown;
  return [
    ...more(dropped, 'beyond what GitHub takes'),
    ...(hidden > 0
      ? [{ level: 'note' as const, text: `GitHub shows the worst ${grouped(shown)} of ${grouped(placed)} findings` }]
      : []),
  ];
}

function more(count: number, what: string): readonly Notification[] {
  if (count <= 0) return [];
  return [{ level: 'warning', text: `${grouped(count)} more ${what}: all are in ${fullName}` }];
}

function ownNotifications(silent: readonly ScannerRun[], leftOut: number): readonly Notification[] {
  return [
    ...silent.map(({ scanner, troubles }): Notification => {
      const why = troubles.length === 0 ? '' : `: ${troubles.join('; ')}`;
      return { level: 'error', text: `${scanner} gave no answer, and its alerts stay as they are${why}` };
    }),
    ...(leftOut > 0
      ? [{ level: 'warning' as const, text: `${leftOut} more runs beyond what GitHub takes: all are in ${fullName}` }]
      : []),
  ];
}

/** How much of the text fits, 1 when all of it does. */
function shareOf(text: string, limits: UploadLimits): number {
  const bytes = Buffer.byteLength(text);
  // Compressed it is smaller: most files need no look.
  if (bytes <= Math.min(limits.bytes, limits.gzipBytes)) return 1;
  return Math.min(1, limits.bytes / bytes, limits.gzipBytes / gzipSync(text).length);
}
