/** Lines as the state of markdown-it has them. */
import type { StateBlock } from 'markdown-it';

const MOST_LINES_AHEAD = 50;

/** Where a quote ends at the latest, but not far away: or many short quotes would look at all of the text each. */
export function endOfLook(state: StateBlock, start: number, end: number): number {
  const last = Math.min(end, start + MOST_LINES_AHEAD);
  let line = start + 1;
  while (line < last && !state.isEmpty(line)) line++;
  return line;
}

/** Offset of the first sign that is no blank. */
export function beginOf(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** UTF-16 code of that sign. */
export function signOf(state: StateBlock, line: number): number {
  return state.src.charCodeAt(beginOf(state, line));
}
