/**
 * Cuts SQL text into lexical elements as PostgreSQL's scanner does (src/backend/parser/scan.l; manual, "Lexical
 * Structure"): enough to know what is a comment, a string, a dollar quote or a statement's end. It never throws and
 * loses no character: the elements laid end to end are the text.
 */

export type LexemeKind =
  | 'space'
  | 'line-comment'
  | 'block-comment'
  | 'string'
  | 'dollar-string'
  | 'quoted-identifier'
  | 'word'
  | 'number'
  | 'symbol';

export interface Lexeme {
  readonly kind: LexemeKind;
  /** UTF-16 offset of the first character. */
  readonly start: number;
  /** UTF-16 offset behind the last character. */
  readonly end: number;
  /** False when the text ends inside a string, a quoted identifier or a block comment. */
  readonly closed: boolean;
}

const SPACE = /[ \t\n\r\f\v]+/y;
const LINE_COMMENT = /--[^\n\r]*/y;
const PLAIN_STRING = /'[^']*(?:''[^']*)*(')?/y;
const ESCAPE_STRING = /'[^'\\]*(?:(?:''|\\[\s\S])[^'\\]*)*(?:(')|\\?$)/y;
/** Two literals with a line break between them are one literal, which keeps the escapes of the first. */
const CONTINUED = /[ \t\f\v]*[\n\r][ \t\n\r\f\v]*(?=')/y;
const QUOTED_IDENTIFIER = /"[^"]*(?:""[^"]*)*(")?/y;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
const WORD = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
const NUMBER = /[0-9][0-9A-Za-z_]*(?:\.[0-9][0-9A-Za-z_]*)?/y;
const BLOCK_MARK = /\/\*|\*\//g;

/** Elements of the text in order, one at a time. */
export function* lexemes(sql: string): Generator<Lexeme> {
  let at = 0;
  while (at < sql.length) {
    const lexeme = lexemeAt(sql, at);
    yield lexeme;
    at = lexeme.end;
  }
}

function lexemeAt(sql: string, start: number): Lexeme {
  return (
    plain(sql, start, 'space', SPACE) ??
    plain(sql, start, 'line-comment', LINE_COMMENT) ??
    blockComment(sql, start) ??
    quoted(sql, start, 'string', PLAIN_STRING) ??
    quoted(sql, start, 'quoted-identifier', QUOTED_IDENTIFIER) ??
    dollarString(sql, start) ??
    wordOrEscapeString(sql, start) ??
    plain(sql, start, 'number', NUMBER) ?? { kind: 'symbol', start, end: start + 1, closed: true }
  );
}

function matchAt(pattern: RegExp, sql: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(sql);
}

function plain(sql: string, start: number, kind: LexemeKind, pattern: RegExp): Lexeme | null {
  const match = matchAt(pattern, sql, start);
  return match && { kind, start, end: start + match[0].length, closed: true };
}

function quoted(sql: string, start: number, kind: LexemeKind, pattern: RegExp): Lexeme | null {
  const match = matchAt(pattern, sql, start);
  return match && { kind, start, end: start + match[0].length, closed: match[1] !== undefined };
}

function dollarString(sql: string, start: number): Lexeme | null {
  const tag = matchAt(DOLLAR_TAG, sql, start)?.[0];
  if (tag === undefined) return null;
  const close = sql.indexOf(tag, start + tag.length);
  return { kind: 'dollar-string', start, end: close < 0 ? sql.length : close + tag.length, closed: close >= 0 };
}

function wordOrEscapeString(sql: string, start: number): Lexeme | null {
  const word = plain(sql, start, 'word', WORD);
  if (word === null) return null;
  const isEscapePrefix = word.end - start === 1 && /[eE]/.test(sql[start] ?? '') && sql[word.end] === "'";
  return isEscapePrefix ? escapeString(sql, start) : word;
}

function escapeString(sql: string, start: number): Lexeme {
  let end = start + 1;
  for (;;) {
    const part = matchAt(ESCAPE_STRING, sql, end);
    end += part?.[0].length ?? 0;
    if (part?.[1] === undefined) return { kind: 'string', start, end: sql.length, closed: false };
    const gap = matchAt(CONTINUED, sql, end);
    if (gap === null) return { kind: 'string', start, end, closed: true };
    end += gap[0].length;
  }
}

function blockComment(sql: string, start: number): Lexeme | null {
  if (!sql.startsWith('/*', start)) return null;
  BLOCK_MARK.lastIndex = start;
  let depth = 0;
  for (let mark = BLOCK_MARK.exec(sql); mark !== null; mark = BLOCK_MARK.exec(sql)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) return { kind: 'block-comment', start, end: BLOCK_MARK.lastIndex, closed: true };
  }
  return { kind: 'block-comment', start, end: sql.length, closed: false };
}
