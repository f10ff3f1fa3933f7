import type { Fault } from './fault.ts';
import { placeOf } from './fault.ts';
import type { Cell } from './printable.ts';
import { cellsOf, displayWidth, printable, wrapWords } from './printable.ts';

const COLUMNS = 80;
const INDENT = ' '.repeat(6);
const LABEL = 12;
/** Columns of an excerpt's line: 80 less the gutter, and two to spare. */
const EXCERPT = 70;
/** Columns kept before the caret when the part lies beyond the first screen. */
const BEFORE = 30;

export interface FaultTextOptions {
  /** Colour repeats what a word says already; off by default. */
  readonly color?: boolean;
}

/** The block of text for one fault, 80 columns wide, without a line end after its last line. */
export function formatFault(fault: Fault, options: FaultTextOptions = {}): string {
  const paint = painter(options);
  const got = fault.related === undefined ? fault.got : `${fault.got} (see ${fault.related})`;
  return [
    ...titleLines(paint.red('FAULT'), fault, paint),
    ...excerptLines(fault, paint),
    ...labelled('expected', fault.expected),
    ...labelled('got', got),
    ...labelled('do', fault.do),
  ].join('\n');
}

/** One warning as a wrapped sentence: what is odd, and what `do` says about it. */
export function formatWarning(warning: Fault, options: FaultTextOptions = {}): string {
  const paint = painter(options);
  return statement(paint.yellow('warn '), placeOf(warning), `${warning.title}: ${warning.do}`).join('\n');
}

/** The last thing of a run: `word` in its colour, then a sentence and the exit code, wrapped as one. */
export function formatClosing(
  closing: { word: 'FAULT' | 'PASS' | 'FAIL'; text: string; exitCode: number },
  options: FaultTextOptions = {},
): string {
  const paint = painter(options);
  const word = closing.word === 'PASS' ? paint.green(closing.word) : paint.red(closing.word);
  const lead = `${word}${' '.repeat(6 - closing.word.length)}`;
  const text = printable(closing.text);
  const code = `(exit code ${closing.exitCode})`;
  const oneLine = displayWidth(text) + 2 + code.length <= COLUMNS - 6;
  const lines = oneLine ? [`${text}  ${code}`] : [...wrapWords(text, COLUMNS - 6), code];
  return lines.map((line, index) => (index === 0 ? lead : INDENT) + line).join('\n');
}

interface Paint {
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly bold: (text: string) => string;
}

function painter(options: FaultTextOptions): Paint {
  const code = (number: number) => (text: string) => (options.color ? `\u001b[${number}m${text}\u001b[0m` : text);
  return { red: code(31), green: code(32), yellow: code(33), bold: code(1) };
}

function titleLines(word: string, fault: Fault, paint: Paint): string[] {
  return statement(word, placeOf(fault), fault.title, paint.bold);
}

function statement(word: string, place: string, text: string, style = (part: string) => part): string[] {
  const shown = printable(place);
  const lead = shown === '' ? '' : `${shown}  `;
  const width = COLUMNS - INDENT.length;
  const [first = '', ...rest] = wrapWords(printable(text), width, Math.max(width - displayWidth(lead), 1));
  const opening = first === '' ? lead.trimEnd() : `${lead}${style(first)}`;
  return [`${word} ${opening}`, ...rest.map((line) => INDENT + style(line))];
}

function labelled(label: string, text: string): string[] {
  const lines = wrapWords(printable(text), COLUMNS - LABEL);
  return lines.map((line, index) => (index === 0 ? `  ${label}`.padEnd(LABEL) : ' '.repeat(LABEL)) + line);
}

function excerptLines(fault: Fault, paint: Paint): string[] {
  return (fault.excerpt ?? []).flatMap((row) => {
    const gutter = `${String(row.line).padStart(5)} | `;
    const location = fault.location?.line === row.line ? fault.location : undefined;
    const { text, caret } = excerptRow(cellsOf(row.text), location);
    const shown = (gutter + text).trimEnd();
    return caret === '' ? [shown] : [shown, `      | ${caret.replace(/\^+/, paint.red)}`];
  });
}

function excerptRow(cells: readonly Cell[], location?: { column: number; endColumn?: number }) {
  if (location === undefined) return { text: cutRight(cells, EXCERPT), caret: '' };
  const from = location.column - 1;
  const to = Math.max(location.endColumn === undefined ? from + 1 : location.endColumn - 1, from + 1);
  const first = cells.findIndex((cell) => cell.offset + 1 > from);
  const start = first === -1 ? cells.length : first;
  const marked = Math.max(widthOf(cells.filter((cell, index) => index >= start && cell.offset < to)), 1);
  const before = widthOf(cells.slice(0, start));
  const shift = before + Math.min(marked, BEFORE) <= EXCERPT - 3 ? 0 : shiftOf(cells, start);
  const lead = shift === 0 ? '' : '...';
  const text = lead + cutRight(cells.slice(shift), EXCERPT - lead.length);
  const column = lead.length + widthOf(cells.slice(shift, start));
  return { text, caret: ' '.repeat(column) + '^'.repeat(Math.min(marked, Math.max(EXCERPT - column, 1))) };
}

/** How many cells to leave out on the left so that the marked part stands about BEFORE columns from the left. */
function shiftOf(cells: readonly Cell[], start: number): number {
  let shift = start;
  let width = 0;
  while (shift > 0 && width + (cells[shift - 1]?.width ?? 0) <= BEFORE) {
    shift -= 1;
    width += cells[shift]?.width ?? 0;
  }
  return shift;
}

function cutRight(cells: readonly Cell[], width: number): string {
  if (widthOf(cells) <= width) return textOf(cells);
  let used = 0;
  const kept = cells.filter((cell) => {
    used += cell.width;
    return used <= width - 3;
  });
  return `${textOf(kept)}...`;
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

function textOf(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.text).join('');
}
