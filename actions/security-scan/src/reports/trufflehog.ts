/**
 * Reports of trufflehog 3: `--json`, one result a line. Its log goes to standard error in the same form; where it is in the
 * file too (`2>&1`) it tells whether the scan came to its end, and without it no result at all is no answer.
 */
import type { NoAnswer } from '../finding.ts';
import type { ReportBytes, ReportOrigin, ReportReader } from '../ports.ts';
import { countAt, type JsonRecord, recordOf, said, textAt, unread } from './json.ts';
import { type JsonLines, jsonLinesOf } from './json-lines.ts';
import { findingOfResult, placeOfResult, type Result, resultOf } from './trufflehog-result.ts';

const expected = {
  what: 'a report of trufflehog 3 in JSON lines',
  mend: 'Make it again with `trufflehog git file://. --json --no-update > FILE 2>&1`',
};

export const readTrufflehog: ReportReader = (bytes, origin) => {
  const read = readResults(bytes, origin);
  if ('trouble' in read && read.partial === undefined) return { trouble: read.trouble };
  const results = 'trouble' in read ? (read.partial ?? noResults) : read;
  const content = trufflehogContent(results, (result) => placeOfResult(result, origin));
  return 'trouble' in read ? { trouble: read.trouble, found: content } : content;
};

export interface Results {
  readonly results: readonly Result[];
  readonly version: string | null;
  readonly seen: string | null;
}

const noResults: Results = { results: [], version: null, seen: null };

export function trufflehogContent(read: Results, place: (result: Result) => ReturnType<typeof placeOfResult>) {
  return {
    findings: read.results.map((result) => findingOfResult(result, place(result))),
    secrets: [...new Set(read.results.flatMap(({ values }) => values))],
    version: read.version,
    seen: read.seen,
  };
}

/** The results with their values. `partial`: what there is of a scan that broke. */
export function readResults(
  bytes: ReportBytes,
  origin: Pick<ReportOrigin, 'file'>,
): Results | (NoAnswer & { readonly partial?: Results }) {
  const lines = jsonLinesOf(bytes, origin, expected);
  if ('trouble' in lines) return lines;
  const logs = logsOf(lines);
  const results: Result[] = [];
  for (const { number, json } of lines.objects) {
    const result = resultOf(json);
    if (result !== undefined) results.push(result);
    else if (!isLog(json))
      return unread(origin, expected, 'a line that is neither a result nor of the log', { line: number });
  }
  const end = logs.findLast((log) => textAt(log, 'msg') === 'finished scanning');
  const read = { results, version: textAt(end, 'trufflehog_version') ?? null, seen: seenIn(end) };
  const fault = faultOf(results, logs, end);
  return fault === undefined ? read : { ...unread(origin, expected, fault), partial: read };
}

function isLog(json: JsonRecord): boolean {
  return textAt(json, 'level') !== undefined && textAt(json, 'msg') !== undefined;
}

function logsOf({ objects, talk }: JsonLines): readonly JsonRecord[] {
  const plain = talk.map(plainLog).filter((log) => log !== undefined);
  return [...objects.map(({ json }) => json).filter(isLog), ...plain];
}

/** `2026-02-20T12:55:04Z    info-0  trufflehog      finished scanning       {"chunks": 1}`, the log without `--json`. */
function plainLog(line: string): JsonRecord | undefined {
  const parts = /^\d{4}-\d\d-\d\dT\S+\s+([a-z]+(?:-\d)?)\s+trufflehog\s+(.*?)\s*(\{.*\})?$/.exec(line);
  if (parts === null) return undefined;
  return { ...fieldsOf(parts[3] ?? '{}'), level: parts[1], msg: parts[2] };
}

function fieldsOf(text: string): JsonRecord {
  try {
    return recordOf(JSON.parse(text)) ?? {};
  } catch {
    return {};
  }
}

/** Why these are not all the results of a scan to its end. */
function faultOf(
  results: readonly Result[],
  logs: readonly JsonRecord[],
  end: JsonRecord | undefined,
): string | undefined {
  const broken = logs.find((log) => /^(?:error|d?panic|fatal)$/i.test(textAt(log, 'level') ?? ''));
  if (broken !== undefined) return `an error in its log: ${said(textAt(broken, 'msg') ?? '')}`;
  if (end === undefined)
    return results.length === 0 ? 'no result, and no line that says that the scan ended' : undefined;
  const counted = (countAt(end, 'verified_secrets') ?? 0) + (countAt(end, 'unverified_secrets') ?? 0);
  if (counted > results.length) return `${results.length} results where it counted ${counted}`;
  return results.length === 0 && (countAt(end, 'chunks') ?? 0) === 0 ? 'a scan that looked at nothing' : undefined;
}

function seenIn(end: JsonRecord | undefined): string | null {
  const chunks = countAt(end, 'chunks');
  const bytes = countAt(end, 'bytes');
  if (chunks === undefined || bytes === undefined) return null;
  return `${chunks.toLocaleString('en')} chunks, ${bytes.toLocaleString('en')} bytes`;
}
