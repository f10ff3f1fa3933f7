/** Reports of one JSON object a line, with lines of a log between them. */
import type { NoAnswer } from '../finding.ts';
import type { ReportBytes, ReportOrigin } from '../ports.ts';
import { type Expected, type JsonRecord, recordOf, textOf, unread } from './json.ts';
import { scanJson } from './json-scan.ts';

export interface JsonLine {
  /** From 1. */
  readonly number: number;
  readonly json: JsonRecord;
}

export interface JsonLines {
  readonly objects: readonly JsonLine[];
  /** Lines that are no objects, without the empty ones. */
  readonly talk: readonly string[];
}

/** A line that begins as an object must be one: the last line of a report that was cut is not. */
export function jsonLinesOf(
  bytes: ReportBytes,
  origin: Pick<ReportOrigin, 'file'>,
  expected: Expected,
): JsonLines | NoAnswer {
  const text = textOf(bytes);
  if (text.trim() === '') return unread(origin, expected, text === '' ? 'an empty file' : 'a file of white space');
  const objects: JsonLine[] = [];
  const talk: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const trimmed = line.trim();
    const number = index + 1;
    if (trimmed.startsWith('{')) {
      const json = objectIn(trimmed);
      if (json === undefined) return unread(origin, expected, ...faultIn(line, number));
      objects.push({ number, json });
    } else if (trimmed !== '') {
      talk.push(trimmed);
    }
  }
  return { objects, talk };
}

function objectIn(text: string): JsonRecord | undefined {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function faultIn(line: string, number: number): [string, { line: number; column: number }] {
  const start = line.indexOf('{');
  const scan = scanJson(line, start);
  if ('fault' in scan) return [`broken JSON: ${scan.fault}`, { line: number, column: scan.at + 1 }];
  return ['something else behind the JSON object', { line: number, column: scan.end + 1 }];
}
