/** Looks for a leak in the file as the checkout has it: gitleaks' own columns are no help, and its lines may be of the past. */
import type { Location } from '../finding.ts';
import type { Leak } from '../reports/gitleaks-leak.ts';

type Quoted = Pick<Leak, 'secret' | 'match' | 'startLine' | 'endLine'>;

/**
 * The place of the value in the text: on its line where it is there, else where it comes first. undefined when the text has
 * it not (it is gone, or gitleaks decoded it).
 */
export function placeIn(text: string, leak: Quoted, path: string): Location | undefined {
  const value = leak.secret === '' ? leak.match : leak.secret;
  if (value === '') return undefined;
  const from = startOf(text, leak.startLine);
  const near = from === undefined ? -1 : text.indexOf(value, from);
  const isNear = near >= 0 && lineAt(text, near) <= leak.endLine;
  const at = isNear ? near : text.indexOf(value);
  return at < 0 ? undefined : spanOf(text, at, value.length, path);
}

function startOf(text: string, line: number): number | undefined {
  let start = 0;
  for (let number = 1; number < line; number += 1) {
    const end = text.indexOf('\n', start);
    if (end < 0) return undefined;
    start = end + 1;
  }
  return start;
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line += 1;
  return line;
}

function spanOf(text: string, at: number, length: number, path: string): Location {
  const end = at + length;
  const line = lineAt(text, at);
  const endLine = lineAt(text, end);
  const column = at - text.lastIndexOf('\n', at - 1);
  return { path, line, column, endLine, endColumn: end - text.lastIndexOf('\n', end - 1) };
}
