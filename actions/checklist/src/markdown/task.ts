/** Which list items are task items: the extension of GFM (section 5.3), as micromark-extension-gfm-task-list-item reads files. */
import type { Token } from 'markdown-it';
import type { Lines } from './lines.ts';
import type { Tick } from './model.ts';

/** What makes a list item a task item. */
export interface Task {
  readonly tick: Tick;
  /** Markdown behind the `[ ]` and the blank after it. */
  readonly content: string;
  /** All of the paragraph, with the `[ ]`. */
  readonly paragraph: string;
  /** Index of the paragraph_open. */
  readonly at: number;
  /** From 0: the line of the `[ ]`. */
  readonly line: number;
}

/** Blank, tab and line end are the same inside of the brackets. Behind them has to be white space, and behind that something. */
const MARK = /^\[([ \t\nxX])\][ \t\n]\s*/;

/**
 * The task that a list item is, if it is one: its first child is a paragraph that begins with the mark. Only link reference
 * definitions may stand before it, without a blank line between. `lines` are the lines of the text.
 */
export function taskOf(tokens: readonly Token[], itemOpen: number, lines: Lines): Task | undefined {
  let at = itemOpen + 1;
  let end = -1;
  while (tokens[at]?.type === 'reference_definition') end = tokens[at++]?.map?.[1] ?? -1;
  const open = tokens[at];
  const paragraph = tokens[at + 1]?.content ?? '';
  if (open?.type !== 'paragraph_open' || paragraph.charCodeAt(0) !== 91 || !open.map) return undefined;
  const [line] = open.map;
  if (end >= 0 && line !== end) return undefined;
  const mark = MARK.exec(paragraph);
  if (mark === null || (mark[1] === '\t' && !isTabOfOneColumn(lines.of(line)))) return undefined;
  const markerLine = tokens[itemOpen]?.map?.[0] ?? line;
  if (end < 0 && line !== markerLine && !isBelowMarker(lines.of(markerLine), lines.of(line))) return undefined;
  const tick = mark[1] === 'x' || mark[1] === 'X' ? 'ticked' : 'open';
  return { tick, content: paragraph.slice(mark[0].length), paragraph, at, line };
}

/** A marker alone on its line begins a task only if no blank follows it, and the mark stands right where its content begins. */
function isBelowMarker(markerLine: string, line: string): boolean {
  return /(?:[-+*]|[0-9]{1,9}[.)])$/.test(markerLine) && line.indexOf('[') === markerLine.length + 1;
}

/** A tab stands for the blanks up to the next multiple of four columns; only one that is as wide as a blank is one here. */
function isTabOfOneColumn(line: string): boolean {
  let column = 0;
  for (const sign of line.slice(0, line.indexOf('[\t]') + 1)) column += sign === '\t' ? 4 - (column % 4) : sign.length;
  return column % 4 === 3;
}

/** Where the list marker of an item stands, from 1 in UTF-16. `markerLine` and the task's line are from 0. */
export function markerColumn(lines: Lines, markerLine: number, task: Task): number {
  const line = lines.of(markerLine).trimEnd();
  const end = task.paragraph.indexOf('\n');
  const first = end < 0 ? task.paragraph : task.paragraph.slice(0, end).trimEnd();
  // The paragraph goes to the end of its line, and a marker alone on its line is the last thing on it.
  const before = task.line === markerLine ? line.length - first.length : line.length;
  // `- [ ]`, as nearly everywhere.
  if (line.charCodeAt(before - 1) === 32 && /[-+*]/.test(line.charAt(before - 2))) return before - 1;
  const text = line.slice(0, before);
  const marker = /(?:[-+*]|[0-9]{1,9}[.)])[ \t]*$/.exec(text) ?? /(?:[-+*]|[0-9]{1,9}[.)])(?=[ \t])/.exec(text);
  return (marker?.index ?? 0) + 1;
}
