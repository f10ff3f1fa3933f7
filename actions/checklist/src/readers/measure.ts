/** What a report says once it is read: numbers with a unit, and what was found. No opinion: readers/compare.ts has it. */
import type { Threshold } from '../markdown/model.ts';

export type Unit = Threshold['unit'];

/** One number of a report. */
export interface Measure {
  /** In the base unit: a share is from 0 to 1, a time is in seconds. */
  readonly value: number;
  readonly unit: Unit;
  /** For people, with its unit and with the whole: `78.4 %`, `3 failures of 412 tests`. */
  readonly shown: string;
  /** What people call it in a checklist, lower case, English and Russian: `p95`, `coverage`, «покрытие». The first is its title. */
  readonly words: readonly string[];
  /** Which way is better; without it both. A limit that goes the other way is not about this measure. */
  readonly better?: 'lower' | 'higher';
  /** It counts faults. `unless-said`: 0 is wanted where nobody says a limit of it. `always`: also where another measure is asked for. */
  readonly zero?: 'unless-said' | 'always';
}

/** One thing that a report complains of: its rule, code or name, never its message, which may hold a secret. */
export interface Finding {
  readonly text: string;
  /** As the report has it; an absolute path is cut to its last part. */
  readonly file?: string;
  readonly line?: number;
}

/** A report that could be read. */
export interface Report {
  readonly measures: ReadonlyMap<string, Measure>;
  /** Asked for where nobody names one. It may be absent from `measures`: then the report cannot say it. */
  readonly defaultMeasure: string;
  /** Asked for by a limit of another unit that names nothing: "1000 RPS". */
  readonly defaultOf?: Partial<Readonly<Record<Unit, string>>>;
  /** When the report says it was made. */
  readonly generatedAt?: Date;
  /** `unsaid`: the time has no zone and was taken for UTC, so it may be up to 14 hours off. */
  readonly zone?: 'unsaid';
  /** Of what the report says it is. */
  readonly subject?: { readonly commit?: string };
  /** Name and version of the tool when the report has them. */
  readonly tool?: string;
  /** Worst first, at most 20. */
  readonly findings: readonly Finding[];
  /** How many tests, lines, files, packages, samples or runs it is about: 0 proves nothing. */
  readonly counted: number;
  /** What mends it when the measure that is asked for is not in the report. */
  readonly hint?: string;
  /** Its counts can only be too low: it can fail and cannot pass. One sentence without its end, and what mends it. */
  readonly incomplete?: { readonly why: string; readonly mend: string };
}

/** The first of them, and the rest is counted elsewhere. */
export function firstOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.slice(0, FINDINGS_KEPT);
}

/** A report that could not be read: it is `unknown`. */
export interface Refusal {
  /** One sentence without its end, lower case first: `expected … , got …`. */
  readonly refused: string;
  /** When there is something better than to make the report again. */
  readonly mend?: string;
}

export type ReportRead = Report | Refusal;

/** Bytes of a file to what it says. Pure: the same bytes give the same, whatever they are. It never throws. */
export type ReportReader = (bytes: Buffer) => ReportRead;

/** How many findings are kept. */
export const FINDINGS_KEPT = 20;

/** `expected …, got …`. */
export function refusal(expected: string, got: string, mend?: string): Refusal {
  return mend === undefined
    ? { refused: `expected ${expected}, got ${got}` }
    : { refused: `expected ${expected}, got ${got}`, mend };
}

/** A count of faults, of which 0 is wanted where nobody says another limit. */
export function faults(value: number, shown: string, words: readonly string[]): Measure {
  return { value, unit: 'count', shown, words, better: 'lower', zero: 'unless-said' };
}

/** A count that is only judged when somebody names it or says a limit of it. */
export function count(value: number, shown: string, words: readonly string[], better?: Measure['better']): Measure {
  return better === undefined ? { value, unit: 'count', shown, words } : { value, unit: 'count', shown, words, better };
}
