/** Saved reports in JSON: whatever a shell made of their bytes is undone where the meaning is clear, all else is a trouble with its place. */
import { cut, visible } from '@shipgate/kit/escape';
import type { NoAnswer } from '../finding.ts';
import type { ReportBytes, ReportOrigin } from '../ports.ts';
import { positionAt, scanJson } from './json-scan.ts';

export { at, countAt, type JsonRecord, listAt, numberAt, recordOf, textAt, textsAt } from '@shipgate/kit/json-fields';

/** What a reader expects, and what to do when it is something else. */
export interface Expected {
  /** `a report of npm audit --json`. */
  readonly what: string;
  readonly mend: string;
}

/** The text of a file in UTF-8, or in UTF-16 as PowerShell's `>` writes it; without its byte order mark. */
export function textOf(bytes: ReportBytes): string {
  if (typeof bytes === 'string') return bytes.startsWith('\ufeff') ? bytes.slice(1) : bytes;
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** By its first four bytes. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first = -1, second = -1, third = -1, fourth = -1] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // No text in UTF-8 has zero bytes: every other one is the half of an ASCII sign.
  if (first > 0 && second === 0 && third > 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second > 0 && third === 0 && fourth > 0) return 'utf-16be';
  return 'utf-8';
}

/** The document of a report. Lines of a tool before it or behind it (warnings that went to the same file) are read over. */
export function jsonOf(
  bytes: ReportBytes,
  origin: Pick<ReportOrigin, 'file'>,
  expected: Expected,
): { readonly json: unknown } | NoAnswer {
  const text = textOf(bytes);
  if (text.trim() === '') return unread(origin, expected, text === '' ? 'an empty file' : 'a file of white space');
  try {
    return { json: JSON.parse(text) };
  } catch {
    return amongLines(text) ?? brokenJson(text, origin, expected);
  }
}

/** Lines that are looked at for the beginning of the document. */
const longestPreface = 200;

function amongLines(text: string): { readonly json: unknown } | undefined {
  let start = 0;
  for (let line = 0; line < longestPreface; line += 1) {
    if (/[{[]/.test(text[start] ?? '')) {
      const scan = scanJson(text, start);
      // A document that begins and breaks is the report: what a later line holds is a part of it.
      if ('fault' in scan && looksLikeJson(text, start)) return undefined;
      if ('end' in scan)
        return isTalk(text.slice(scan.end)) ? { json: JSON.parse(text.slice(start, scan.end)) } : undefined;
    }
    const end = text.indexOf('\n', start);
    if (end < 0) return undefined;
    start = end + 1;
  }
  return undefined;
}

/** `[notice] a new release` begins as a list does. */
function looksLikeJson(text: string, start: number): boolean {
  return /^(?:\{\s*(?:"|\}|$)|\[\s*(?:["{[\]]|-?\d|true\b|false\b|null\b|$))/.test(text.slice(start, start + 200));
}

/** What comes behind a document, when it is words on lines of their own and no further piece of JSON. */
function isTalk(rest: string): boolean {
  return /^[ \t]*(?:\r?\n|$)/.test(rest) && !/^[ \t]*[{}[\],:"]/m.test(rest);
}

function brokenJson(text: string, origin: Pick<ReportOrigin, 'file'>, expected: Expected): NoAnswer {
  const start = /^[ \t]*[{[](?=\s*(?:["{}[\]]|$))/m.exec(text)?.index ?? 0;
  const scan = scanJson(text, start);
  if ('fault' in scan) return unread(origin, expected, `broken JSON: ${scan.fault}`, positionAt(text, scan.at));
  const at = scan.end + (/\S/.exec(text.slice(scan.end))?.index ?? 0);
  return unread(origin, expected, 'something else behind the JSON document', positionAt(text, at));
}

/** A file that is no such report. */
export function unread(
  origin: Pick<ReportOrigin, 'file'>,
  { what, mend }: Expected,
  got: string,
  place: { readonly line?: number; readonly column?: number } = {},
): NoAnswer {
  return { trouble: { expected: what, got, mend, place: { file: origin.file, ...place } } };
}

/** Outside text for a message: one line, at most so many signs. */
export function said(text: string, length = 120): string {
  return cut(visible(text.replace(/\s+/g, ' ')).trim(), length);
}
