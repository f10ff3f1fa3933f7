/** Text of a paragraph or a heading without its Markdown. */
import MarkdownIt, { type Env, type Token } from 'markdown-it';
import { useLightTokens } from './light-token.ts';

/** What a reader sees of a paragraph. */
export interface PlainText {
  /** Code spans as their text; a line end where the source has one; no comments and no tags. */
  readonly text: string;
  /** The same with blanks instead of what stands in code spans: where words are words. As long as the text. */
  readonly prose: string;
  /** Comments with their marks, in order. */
  readonly comments: readonly string[];
}

/** Longer paragraphs are taken as they are but for comments: what marks up so much text is no item's name. UTF-16. */
const MOST_INLINE = 20_000;

/** Without one of these a text is its own plain text. */
const SIGNS = /[`*_[\\<&~]/;
const MARKUP = /[`*_[\\]|<[a-z/!?]|&[#a-z]|~~/i;

/** The two most frequent forms by far, `**bold** and words` and `` `code` and words ``, need no parser. */
const BOLD = /^\*\*([^\s\\`*_[<&~](?:[^\\`*_[<&~\n]*[\p{L}\p{N}])?)\*\*((?:\s[^\\`*_[&~\n]*)?)$/u;
const CODE = /^`([^`\s](?:[^`\n]*[^`\s])?)`((?:\s[^\\`*_[&~\n]*)?)$/;

const NONE: readonly string[] = [];

const parser = new MarkdownIt('commonmark').enable('strikethrough');
useLightTokens(parser);
parser.validateLink = () => true;
parser.normalizeLink = (address) => address;

/** `env` knows the link references of the document. */
export function plainText(markdown: string, env: Env): PlainText {
  if (!SIGNS.test(markdown)) return { text: markdown, prose: markdown, comments: NONE };
  const read = simple(markdown);
  if (read !== undefined) return read;
  if (!MARKUP.test(markdown)) return { text: markdown, prose: markdown, comments: NONE };
  return markdown.length > MOST_INLINE ? withoutComments(markdown) : parsed(markdown, env);
}

function simple(markdown: string): PlainText | undefined {
  const isCode = markdown.startsWith('`');
  const parts = isCode ? CODE.exec(markdown) : markdown.startsWith('**') ? BOLD.exec(markdown) : null;
  if (parts === null) return undefined;
  const [, marked = '', rest = ''] = parts;
  if (rest !== '' && MARKUP.test(rest)) return undefined;
  const text = marked + rest;
  return { text, prose: isCode ? ' '.repeat(marked.length) + rest : text, comments: NONE };
}

function parsed(markdown: string, env: Env): PlainText {
  const tokens: Token[] = [];
  parser.inline.parse(markdown, parser, env, tokens);
  const comments: string[] = [];
  const parts = tokens.map((token) => {
    if (token.type === 'html_inline' && token.content.startsWith('<!--')) comments.push(token.content);
    return { text: textOf(token), isCode: token.type === 'code_inline' };
  });
  const text = parts.map((part) => part.text).join('');
  const prose = parts.some((part) => part.isCode)
    ? parts.map((part) => (part.isCode ? ' '.repeat(part.text.length) : part.text)).join('')
    : text;
  return { text, prose, comments };
}

/** All white space as one blank, none at the ends. */
export function oneLine(text: string): string {
  if (isOneLine(text)) return text;
  return text.replace(/\s+/g, ' ').trim();
}

function isOneLine(text: string): boolean {
  return !(
    text.includes('\n') ||
    text.includes('  ') ||
    text.includes('\t') ||
    text.startsWith(' ') ||
    text.endsWith(' ')
  );
}

function textOf(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n';
  if (token.type === 'html_inline') return /^<br\b/i.test(token.content) ? ' ' : '';
  return token.content;
}

function withoutComments(markdown: string): PlainText {
  const parts = markdown.split('<!--');
  const kept = parts.map((part, index) => {
    const end = index === 0 ? -3 : part.indexOf('-->');
    return index > 0 && end < 0 ? '' : part.slice(end + 3);
  });
  const text = kept.join('');
  return { text, prose: text, comments: [] };
}
