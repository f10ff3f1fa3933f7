/** What a text file must hold, but for its data (file-data.ts). Pure: each check gives one judgement. */
import type { EvidenceQuestion, SeenFile } from '../ports.ts';
import { freshnessOf, judgeAge } from './age.ts';
import type { FileEntry } from './entry.ts';
import { expressionOf } from './expression.ts';
import { failed, type Judged, passed, unknown } from './judged.ts';
import { entryOf } from './release-notes.ts';

export type FileQuestion = Pick<EvidenceQuestion<FileEntry>, 'entry' | 'item' | 'subject' | 'freshnessMs' | 'now'>;

/** Of a license or a notice: less is a title without a text. */
const leastLicense = 500;

/** Characters of a change log that somebody wrote. */
const largestLog = 5 * 1024 * 1024;

/** The checks that need only the text. */
export function judgeText(file: SeenFile, text: string, question: FileQuestion): Judged[] {
  const { entry } = question;
  return [
    ...(entry.matches ?? []).map((pattern) => judgeMatch(file, text, pattern)),
    ...(entry['matches-not'] ?? []).map((pattern) => judgeAbsence(file, text, pattern)),
    ...(entry['has-version'] === true ? [judgeEntry(file, text, question)] : []),
    ...(entry.dated === undefined ? [] : [judgeDate(file, text, entry.dated, question)]),
  ];
}

/** Whether the name alone says what the file must be: https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/licensing-a-repository. */
export function isLicense(path: string): boolean {
  const name = path.split('/').at(-1) ?? '';
  return /^(?:LICEN[CS]E|NOTICE|THIRD[-_]PARTY[-_]NOTICES?)(?:[-_][A-Za-z0-9_-]+(?:\.\d+)*)?(?:\.(?:md|txt|rst))?$/u.test(
    name,
  );
}

export function judgeLicense(file: SeenFile, text: string): Judged {
  const length = text.replace(/\s+/gu, ' ').trim().length;
  if (length >= leastLicense) return passed(`${file.path} has ${length} characters`);
  return failed(
    `${file.path} has ${length} characters, wanted >= ${leastLicense}`,
    `Put the whole text into ${file.path}`,
    at(file),
  );
}

function judgeMatch(file: SeenFile, text: string, pattern: string): Judged {
  const expression = expressionOf(pattern);
  if (expression === undefined) return noExpression(pattern);
  if (expression.isIn(text)) return passed(`${file.path} matches \`${pattern}\``);
  return failed(`nothing in ${file.path} matches \`${pattern}\``, `Write it into ${file.path}`, at(file));
}

function judgeAbsence(file: SeenFile, text: string, pattern: string): Judged {
  const expression = expressionOf(pattern);
  if (expression === undefined) return noExpression(pattern);
  if (!expression.isIn(text)) return passed(`nothing in ${file.path} matches \`${pattern}\``);
  return failed(
    `${file.path} matches \`${pattern}\`, which must be nowhere in it`,
    `Take it out of ${file.path}`,
    at(file),
  );
}

function judgeEntry(file: SeenFile, text: string, { subject }: FileQuestion): Judged {
  const { version } = subject;
  if (version === undefined)
    return unknown(`nobody said which version ${file.path} must name`, 'Give the input `version`');
  if (text.length > largestLog)
    return unknown(`${file.path} is too large for a change log`, 'Move the entries of old versions elsewhere');
  const entry = entryOf(text, version);
  if (entry.kind === 'found') return passed(`${file.path} has an entry for ${version}`);
  if (entry.kind === 'missing')
    return failed(
      `${file.path} has no entry for ${version}`,
      `Write a heading \`## ${version}\` and what changed below it`,
      at(file),
    );
  return failed(
    `the entry for ${version} in ${file.path} is empty`,
    `Write below the heading what changed in ${version}`,
    at(file, entry.line),
  );
}

function judgeDate(file: SeenFile, text: string, pattern: string, { entry, freshnessMs, now }: FileQuestion): Judged {
  const expression = expressionOf(pattern);
  if (expression === undefined || expression.groups !== 1) return noExpression(pattern, ' with one group');
  const groups = expression.groupsIn(text);
  if (groups === undefined)
    return unknown(`\`${pattern}\` matches ${file.path} too often`, 'Write it so that it matches the dates only');
  const dates = groups.flatMap(datesIn);
  if (dates.length === 0)
    return unknown(
      `${file.path} has no date where \`${pattern}\` looks for it`,
      'Write the date as `2026-11-20`',
      at(file),
    );
  const newest = new Date(Math.max(...dates.map((date) => date.getTime())));
  return judgeAge(`the newest date in ${file.path} is`, newest, now, freshnessOf(entry.freshness, freshnessMs));
}

/** Days that the calendar has; a time after the day is left out, since a day decides. */
function datesIn(text: string): Date[] {
  const days = text.match(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu) ?? [];
  return days.map((day) => new Date(`${day}T00:00:00Z`)).filter((date, index) => isDay(date, days[index]));
}

function isDay(date: Date, written: string | undefined): boolean {
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === written;
}

function noExpression(pattern: string, more = ''): Judged {
  return unknown(`\`${pattern}\` is no expression of RE2${more}`, 'Write it in the syntax of RE2');
}

function at(file: SeenFile, line?: number): Pick<Judged, 'location'> {
  return { location: line === undefined ? { file: file.path } : { file: file.path, line } };
}
