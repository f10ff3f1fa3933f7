/** Saved reports of `bandit --format json`. */
import type { Location, RawFinding, ReportContent, ReportRead, Severity } from '../finding.ts';
import { type Redactor, redactorOf } from '../masking/redactor.ts';
import type { ReportBytes, ReportOrigin, ReportReader } from '../ports.ts';
import { at, countAt, type JsonRecord, jsonOf, listAt, numberAt, recordOf, said, textAt, unread } from './json.ts';
import { pathFromTop } from './report-path.ts';
import { secretValues, withoutValues } from './report-secrets.ts';

const expected = {
  what: 'a report of `bandit --format json`',
  mend: 'Run `bandit --recursive --format json --output FILE FOLDER`',
};

/** They quote the value in their text. Source: bandit's documentation, B105 to B107. */
const quotesSecret: readonly string[] = ['B105', 'B106', 'B107'];

export const readBandit: ReportReader = (bytes, origin) => banditReport(bytes, origin).read;

export interface BanditReport {
  readonly read: ReportRead;
  /** Files that it says it looked at, from the top. */
  readonly looked: ReadonlySet<string>;
}

export function banditReport(bytes: ReportBytes, origin: ReportOrigin): BanditReport {
  const json = jsonOf(bytes, origin, expected);
  if ('trouble' in json) return { read: json, looked: new Set() };
  const files = Object.keys(recordOf(at(json.json, 'metrics')) ?? {}).filter((key) => key !== '_totals');
  const paths = files.map((file) => pathFromTop(file, origin)).filter((path) => path !== undefined);
  return { read: readOf(json.json, files.length, origin), looked: new Set(paths) };
}

function readOf(json: unknown, files: number, origin: ReportOrigin): ReportRead {
  const results = listAt(json, 'results');
  const errors = listAt(json, 'errors');
  const metrics = recordOf(at(json, 'metrics'));
  if (results === undefined || errors === undefined || metrics === undefined) {
    return unread(origin, expected, 'JSON of another shape');
  }
  const nameless = results.findIndex(
    (each) => textAt(each, 'test_id') === undefined || textAt(each, 'filename') === undefined,
  );
  if (nameless >= 0) return unread(origin, expected, `result ${nameless + 1} without "test_id" or "filename"`);
  const secrets = [...new Set(results.flatMap(valuesIn))];
  const hidden: Hidden = { redactor: redactorOf(secrets), opaque: new Set(results.flatMap(opaqueLine)) };
  const found: ReportContent = {
    findings: results.map((each) => findingOf(each, hidden, origin)),
    secrets,
    version: versionIn(results),
    seen: `${counted(files, 'file')}${letThrough(metrics)}`,
  };
  return whole(found, errors, files, origin);
}

interface Hidden {
  readonly redactor: Redactor;
  /** Lines that hold a value in another way than the text quotes it: escapes, pieces that Python joins. */
  readonly opaque: ReadonlySet<string>;
}

function opaqueLine(result: unknown): readonly string[] {
  const line = lineIn(result) ?? '';
  return valuesIn(result).every((value) => line.includes(value)) ? [] : [lineKey(result)];
}

function lineKey(result: unknown): string {
  return `${textAt(result, 'filename')}:${countAt(result, 'line_number')}`;
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}

/** Lines with an allowance of their own, and checks that one named: bandit leaves them out of its results. */
function letThrough(metrics: JsonRecord): string {
  const total = (countAt(metrics, '_totals', 'nosec') ?? 0) + (countAt(metrics, '_totals', 'skipped_tests') ?? 0);
  return total === 0 ? '' : `, ${counted(total, 'place')} let through by \`# nosec\``;
}

/** A file that bandit could not read is in `errors`, and its exit code is 0 all the same. */
function whole(found: ReportContent, errors: readonly unknown[], files: number, origin: ReportOrigin): ReportRead {
  if (errors.length === 0) {
    return files === 0 && found.findings.length === 0 ? unread(origin, expected, 'a report over 0 files') : found;
  }
  const [first] = errors;
  const name = textAt(first, 'filename') ?? origin.file;
  const file = pathFromTop(name, origin) ?? said(name);
  const more = errors.length === 1 ? '' : ` (and ${errors.length - 1} more)`;
  const got = `${said(textAt(first, 'reason') ?? 'an error without a reason')}${more}`;
  const mend = 'Mend the file so that Python can parse it, or take it out with an exclude of the policy';
  return { trouble: { expected: 'an answer for every file', got, mend, place: { file } }, found };
}

/** `https://bandit.readthedocs.io/en/1.9.4/...` is the only place where a report names its version. */
function versionIn(results: readonly unknown[]): string | null {
  const pages = results.map((each) => /\/en\/(\d+\.\d+[\w.]*)\//.exec(textAt(each, 'more_info') ?? '')?.[1]);
  return pages.find((version) => version !== undefined) ?? null;
}

function valuesIn(result: unknown): readonly string[] {
  if (!quotesSecret.includes(textAt(result, 'test_id') ?? '')) return [];
  const told = textAt(result, 'issue_text') ?? '';
  // Not bandit's form, yet clear: one quoted word at the end.
  const alone = /^[^:"']*(["'])((?:(?!\1).)*)\1$/s.exec(told)?.[2];
  if (alone !== undefined) return secretValues(alone);
  const quoted = /:\s*(.*)$/s.exec(told)?.[1] ?? '';
  return secretValues(/^(["'])(.*)\1$/s.exec(quoted)?.[2] ?? quoted);
}

function findingOf(result: unknown, hidden: Hidden, origin: ReportOrigin): RawFinding {
  const rule = textAt(result, 'test_id') ?? '';
  const isSecret = quotesSecret.includes(rule);
  const told = textAt(result, 'issue_text') ?? rule;
  const text = said(isSecret ? told.replace(/\s*[:"'].*$/s, '') : hidden.redactor.redact(told), 300);
  const confidence = textAt(result, 'issue_confidence')?.toLowerCase();
  const weakness = countAt(result, 'issue_cwe', 'id');
  const snippet = snippetOf(result, hidden);
  const helpUri = pageOf(textAt(result, 'more_info'));
  return {
    category: isSecret ? 'secret' : 'code',
    rule: said(rule, 60),
    title: said(text.replace(/[.!]$/, ''), 120),
    severity: severityOf(textAt(result, 'issue_severity')),
    message:
      confidence === undefined || confidence === 'undefined' ? text : `${text} (confidence ${said(confidence, 20)})`,
    location: locationOf(result, origin),
    advisories: [],
    ...(snippet === undefined ? {} : { snippet }),
    ...(helpUri === undefined ? {} : { helpUri }),
    ...(weakness === undefined ? {} : { cwe: [`CWE-${weakness}`] }),
  };
}

/** UNDEFINED is none. */
const severities: Readonly<Record<string, Severity>> = { HIGH: 'high', MEDIUM: 'medium', LOW: 'low' };

function severityOf(word: string | undefined): Severity | null {
  return word !== undefined && Object.hasOwn(severities, word) ? (severities[word] ?? null) : null;
}

function pageOf(page: string | undefined): string | undefined {
  return page !== undefined && /^https:\/\/bandit\.readthedocs\.io\/[\w./#-]*$/.test(page) ? page : undefined;
}

/** The line of the result, without the values in it. */
function snippetOf(result: unknown, { redactor, opaque }: Hidden): string | undefined {
  const line = lineIn(result)?.trim();
  if (line === undefined || line === '' || opaque.has(lineKey(result))) return undefined;
  return redactor.redact(withoutValues(line, valuesIn(result)));
}

/** `code` has the lines around the result, each with its number before it. */
function lineIn(result: unknown): string | undefined {
  const number = countAt(result, 'line_number') ?? 0;
  const lines = (textAt(result, 'code') ?? '').split('\n');
  return lines.find((line) => line.startsWith(`${number} `))?.slice(`${number} `.length);
}

/**
 * Offsets are of Python's syntax tree: from 0, in bytes of UTF-8, and of the first line of the statement, which is not
 * always the line that is named.
 */
function locationOf(result: unknown, origin: ReportOrigin): Location | null {
  const path = pathFromTop(textAt(result, 'filename') ?? '', origin);
  const line = countAt(result, 'line_number');
  if (path === undefined) return null;
  if (line === undefined || line === 0) return { path };
  const range = listAt(result, 'line_range') ?? [];
  const text = lineIn(result);
  const [start, end] = [numberAt(result, 'col_offset'), numberAt(result, 'end_col_offset')];
  if (text === undefined || range.length !== 1 || range[0] !== line || start === undefined) return { path, line };
  const column = columnAt(text, start);
  const endColumn = end === undefined ? undefined : columnAt(text, end);
  if (column === undefined) return { path, line };
  return { path, line, column, ...(endColumn !== undefined && endColumn > column ? { endLine: line, endColumn } : {}) };
}

function columnAt(text: string, offset: number): number | undefined {
  const bytes = Buffer.from(text);
  if (!Number.isSafeInteger(offset) || offset < 0 || offset > bytes.length) return undefined;
  return bytes.subarray(0, offset).toString('utf8').length + 1;
}
