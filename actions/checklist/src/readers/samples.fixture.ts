/** Real outputs of real tools (samples/README.md), and what the readers make of them. */
import { readdirSync, readFileSync } from 'node:fs';
import type { ReportFormat } from '../evidence/entry.ts';
import { type Judged, unknown } from '../evidence/judged.ts';
import { thresholdOf } from '../evidence/limit.ts';
import { judge } from './compare.ts';
import type { Asked } from './fit.ts';
import type { Report } from './measure.ts';
import { readers } from './readers.ts';

const folder = new URL('./samples/', import.meta.url);

export function sample(name: string): Buffer {
  return readFileSync(new URL(name, folder));
}

/** Names of all samples but the README. */
export function sampleNames(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.md'))
    .sort();
}

/** What each sample is held against; formats that count faults need nothing. */
const limits: Partial<Readonly<Record<ReportFormat, string>>> = {
  cobertura: '> 80%',
  lcov: '> 80%',
  'coverage-py': '> 80%',
  k6: '< 200ms',
  pylint: '>= 8',
};

/** As evidence of that format would be judged, with the limit as its own. */
export function judged(format: ReportFormat, bytes: Buffer, limit = limits[format], measure?: string): Judged {
  const read = readers[format](bytes);
  if ('refused' in read) return unknown(read.refused, read.mend ?? '');
  const threshold = limit === undefined ? undefined : thresholdOf(limit);
  if (limit !== undefined && threshold === undefined) throw new Error(`no limit: ${limit}`);
  return judge(read, { threshold, measure, ofItem: [] });
}

/** With the limits of an item. */
export function judgedFor(format: ReportFormat, bytes: Buffer, asked: Asked): Judged {
  return judge(reportOf(format, bytes), asked);
}

/** The report; a refusal is an error of the test. */
export function reportOf(format: ReportFormat, bytes: Buffer): Report {
  const read = readers[format](bytes);
  if ('refused' in read) throw new Error(read.refused);
  return read;
}

/** Why a report is refused; '' when it is not. */
export function refusalOf(format: ReportFormat, bytes: Buffer | string): string {
  const read = readers[format](Buffer.from(bytes));
  return 'refused' in read ? read.refused : '';
}
