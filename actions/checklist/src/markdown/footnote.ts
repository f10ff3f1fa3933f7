/** A block rule for markdown-it: what stands in a definition of a footnote (`[^1]: …`), which may hold task items as well. */
import type { StateBlock } from 'markdown-it';

/** As micromark-extension-gfm-footnote: a label of 1 to 999 signs without blanks; brackets only behind a backslash. */
const LABEL = /\[\^(?:\\[[\]\\]|[^[\]\s]){1,999}\]:/y;

/** Depth that the lines after the first one need. */
const INDENT = 4;

/** A container as a list item is one; tokens `footnote_open` and `footnote_close`. */
export function footnoteDefinition(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const begins = (state.bMarks[start] ?? 0) + (state.tShift[start] ?? 0);
  if (state.src.charCodeAt(begins) !== 91 || state.src.charCodeAt(begins + 1) !== 94) return false;
  const [mark = 0, shift = 0, columns = 0] = [state.bMarks[start], state.tShift[start], state.sCount[start]];
  if (columns - state.blkIndent >= INDENT) return false;
  LABEL.lastIndex = begins;
  if (!LABEL.test(state.src)) return false;
  if (silent) return true;
  const content = state.skipSpaces(LABEL.lastIndex);
  const { parentType, blkIndent, listIndent, tight } = state;
  state.push('footnote_open', 'aside', 1).map = [start, end];
  // All blanks behind the colon are eaten, so that no indented code begins here.
  state.bMarks[start] = Math.min(content, state.eMarks[start] ?? content);
  state.tShift[start] = 0;
  state.listIndent = blkIndent;
  state.blkIndent += INDENT;
  state.sCount[start] = state.blkIndent;
  state.parentType = 'footnote';
  state.md.block.tokenize(state, start, end);
  Object.assign(state, { parentType, blkIndent, listIndent, tight, line: Math.max(state.line, start + 1) });
  state.bMarks[start] = mark;
  state.tShift[start] = shift;
  state.sCount[start] = columns;
  state.push('footnote_close', 'aside', -1);
  return true;
}
