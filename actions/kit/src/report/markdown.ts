/** Builds Markdown in which outside text cannot become markup: strings are escaped, only `Markdown` goes in as it is. */
import { codeSpan, cut, tableCell, visible } from '../escape.ts';
import { markdownSentence } from './sentence.ts';

/** Markdown that was built here. */
export interface Markdown {
  readonly markdown: string;
}

/** A string is a sentence: literal text with backticks around code. */
export type Text = string | Markdown;

/** The Markdown of a text. */
export function render(text: Text): string {
  return typeof text === 'string' ? markdownSentence(text) : text.markdown;
}

/** Template: its own words are Markdown, what is put in is escaped. */
export function md(words: TemplateStringsArray, ...values: readonly (Text | number)[]): Markdown {
  const parts = words.map((word, index) => {
    const value = values[index];
    if (value === undefined) return word;
    return word + (typeof value === 'number' ? String(value) : render(value));
  });
  return { markdown: parts.join('') };
}

/** Outside text as code, cut at 120. */
export function code(text: string): Markdown {
  return { markdown: codeSpan(cut(visible(text))) };
}

export function bold(text: Text): Markdown {
  return { markdown: `**${render(text)}**` };
}

/** A link to one of our own URLs (never one that came from a file); without a URL only the label. */
export function link(label: Text, url: string | undefined): Markdown {
  if (url === undefined) return { markdown: render(label) };
  return {
    markdown: `[${render(label)}](${url
      .replace(/[\s<>()\\`|]/g, encodeURIComponent)
      .replaceAll('(', '%28')
      .replaceAll(')', '%29')})`,
  };
}

/** Paragraphs, tables and blocks, one blank line between them. */
export function paragraphs(parts: readonly Text[]): Markdown {
  return {
    markdown: parts
      .map(render)
      .filter((part) => part !== '')
      .join('\n\n'),
  };
}

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** A table; a string as a column is left-aligned. Rows shorter than the head get empty cells. */
export function table(columns: readonly (string | Column)[], rows: readonly (readonly Text[])[]): Markdown {
  const heads = columns.map((column) => (typeof column === 'string' ? { title: column } : column));
  const rules = { left: ':--', center: ':-:', right: '--:' };
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return {
    markdown: [
      line(heads.map(({ title }) => tableCell(render(title)))),
      line(heads.map(({ align }) => rules[align ?? 'left'])),
      ...rows.map((row) => line(heads.map((_, index) => tableCell(render(row[index] ?? ''))))),
    ].join('\n'),
  };
}
