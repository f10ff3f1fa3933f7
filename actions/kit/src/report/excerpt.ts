/** The line of the file that a reason speaks of, with a caret under its part. */

import type { Reason } from '@shipgate/schemas';
import { displayWidth } from '../columns.ts';
import { cut, visible } from '../escape.ts';

const width = 71;
/** Columns kept before the caret when the part is far to the right. */
const before = 30;

/** Two lines, or none without an excerpt; columns count UTF-16 units from 1, as editors do. */
export function excerptLines(reason: Reason): string[] {
  const { excerpt, location } = reason;
  if (excerpt === undefined || location?.line === undefined) return [];
  const gutter = `${String(location.line).padStart(5)} | `;
  const start = Math.min(Math.max((location.column ?? 1) - 1, 0), excerpt.length);
  const end = Math.max(location.endColumn === undefined ? start + 1 : location.endColumn - 1, start + 1);
  const head = shown(excerpt.slice(0, start));
  const kept = displayWidth(head) > width - 10 ? `...${lastColumns(head, before)}` : head;
  const text = cut(kept + shown(excerpt.slice(start)), width);
  if (location.column === undefined) return [(gutter + text).trimEnd()];
  const at = displayWidth(kept);
  const marked = Math.max(1, Math.min(displayWidth(shown(excerpt.slice(start, end))), width - at));
  return [(gutter + text).trimEnd(), `      | ${' '.repeat(at)}${'^'.repeat(marked)}`];
}

function shown(text: string): string {
  return visible(text.replaceAll('\t', '  '));
}

function lastColumns(text: string, count: number): string {
  const characters = Array.from(text);
  return characters.slice(Math.max(0, characters.length - count)).join('');
}
