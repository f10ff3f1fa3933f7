/**
 * Sentences: plain text in which backticks mark code (names, statements), as the texts of a verdict's reasons are
 * written. Everything else in them is literal; a reporter turns them into its own form.
 */
import { codeSpan, cut, html, markdown, visible } from '../escape.ts';

export interface Segment {
  readonly code: boolean;
  readonly text: string;
}

/** No sentence is printed beyond this, in code points; a name inside it is cut at 120. */
export const longestSentence = 1200;

/** Marks outside text as code inside a sentence; holds backticks of its own. */
export function mark(text: string): string {
  const runs = Array.from(text.matchAll(/`+/g), (run) => run[0].length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const pad = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text === '' ? ' ' : text}${pad}${fence}`;
}

/** The pieces of a sentence, by CommonMark's rule for code spans; an unmatched run of backticks is literal. */
export function segments(sentence: string): readonly Segment[] {
  const found: Segment[] = [];
  const text = cut(sentence, longestSentence);
  const runs = Array.from(text.matchAll(/`+/g), (run) => ({ at: run.index, length: run[0].length }));
  let from = 0;
  for (let open = 0; open < runs.length; open += 1) {
    const start = runs[open];
    const close = runs.findIndex((run, index) => index > open && run.length === start?.length);
    const end = runs[close];
    if (start === undefined || end === undefined) continue;
    if (start.at > from) found.push({ code: false, text: text.slice(from, start.at) });
    found.push({ code: true, text: unpadded(text.slice(start.at + start.length, end.at)) });
    from = end.at + end.length;
    open = close;
  }
  if (from < text.length) found.push({ code: false, text: text.slice(from) });
  return found;
}

function unpadded(code: string): string {
  return /^ .*[^ ].* $/su.test(code) ? code.slice(1, -1) : code;
}

/** One line without the marks, for terminals, annotations and SARIF. */
export function plainSentence(sentence: string): string {
  return segments(sentence)
    .map(({ code, text }) => (code ? cut(visible(text)) : visible(text)))
    .join('');
}

/** Inline Markdown. */
export function markdownSentence(sentence: string): string {
  const pieces = segments(sentence.trim());
  return pieces
    .map(({ code, text }) => (code ? codeSpan(cut(visible(text))) : markdown(text)))
    .reduce(besideEachOther, '');
}

/** Two fences that touch would be one longer run of backticks, and neither would close. */
function besideEachOther(before: string, piece: string): string {
  return before.endsWith('`') && piece.startsWith('`') ? `${before}<wbr>${piece}` : before + piece;
}

/** HTML, for `<summary>`. */
export function htmlSentence(sentence: string): string {
  const pieces = segments(sentence.trim());
  return pieces.map(({ code, text }) => (code ? `<code>${html(cut(visible(text)))}</code>` : html(text))).join('');
}

/** With one full stop at the end. */
export function endSentence(sentence: string): string {
  const text = sentence.trim();
  return /[.!?:…]$/.test(text) ? text : `${text}.`;
}

/** With a capital first letter besides (code stays as it is). */
export function asSentence(sentence: string): string {
  const text = endSentence(sentence);
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
