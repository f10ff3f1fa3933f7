import type { Fault, FaultLocation } from './fault.ts';
import { asterisks, isPlain, isSentence, quoted, withoutOddWords } from './plain-text.ts';

/** A file's text with what is needed to say where something stands in it. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly lineStarts: readonly number[];
}

/** UTF-16 offsets in the text: first, and first after. */
export type Range = readonly [start: number, end: number];

/** What a fault says, without its place. */
export type FaultWords = Pick<Fault, 'title' | 'expected' | 'got' | 'do' | 'related'>;

export function sourceText(file: string, text: string): SourceText {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { file, text, lines: text.split('\n').map((line) => line.replace(/\r$/, '')), lineStarts };
}

/**
 * Decodes bytes as UTF-8 (a byte order mark is left out); text is taken as it is. A file above `limit` bytes, or
 * that is not UTF-8, gives a fault.
 */
export function decode(input: Uint8Array | string, file: string, limit: number): SourceText | Fault {
  const size = typeof input === 'string' ? Buffer.byteLength(input) : input.byteLength;
  if (size > limit) return tooLarge(file, size, limit);
  if (typeof input === 'string') return sourceText(file, input.replace(/^\uFEFF/, ''));
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(input);
    if (!text.includes('\u0000')) return sourceText(file, text);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  return notUtf8(input, file);
}

/** A fault at a part of the text; the part is cut at the end of its first line. One line before it gives context. */
export function faultAt(source: SourceText, range: Range, words: FaultWords): Fault {
  const location = locationOf(source, range);
  const named = words.title.replace(/"(.*)"/s, (_, name: string) => quoted(name));
  return {
    ...words,
    title: withoutOddWords(named),
    got: withoutOddWords(withoutPasswords(words.got)),
    do: withoutOddWords(words.do),
    location,
    excerpt: excerptOf(source, location),
  };
}

/** The same fault, with the lines as `source` shows them. */
export function withExcerptOf(source: SourceText, fault: Fault): Fault {
  if (fault.excerpt === undefined || fault.location === undefined) return fault;
  return { ...fault, excerpt: excerptOf(source, fault.location) };
}

function excerptOf({ lines }: SourceText, { line, column, endColumn = column }: FaultLocation) {
  const from = Math.max(line - 2, 0);
  const excerpt = lines.slice(from, line).map((text, index) => {
    const isPlace = from + index + 1 === line;
    return { line: from + index + 1, text: isPlace ? shownPart(text, column - 1, endColumn - 1) : shownLine(text) };
  });
  if (excerpt.length > 1 && excerpt[0]?.text.trim() === '') excerpt.shift();
  return excerpt;
}

/** Entries of a list or a map, and signs of YAML, in place of one value. */
const NO_VALUE = /^(?:-\s|[\w.-]+:(?:\s|$)|[[{|>])/;

/** The line with the part that is at fault: of an odd value no word is shown. */
function shownPart(line: string, start: number, end: number): string {
  const part = line.slice(start, end);
  const bare = bareOf(part);
  if (NO_VALUE.test(part) || isPlain(bare) || isSentence(bare)) return shownLine(line);
  return shownLine(line.slice(0, start) + asterisks(part) + line.slice(end));
}

/** The text with no value in its excerpts but plain ones: what is no YAML has no parts that a fault could point at. */
export function withoutValues(source: SourceText): SourceText {
  return { ...source, lines: source.lines.map(withoutValue) };
}

function withoutValue(line: string): string {
  const [, before = '', value = '', comment = ''] = /^(\s*(?:- )*(?:[\w.-]+:\s+)?)(.*?)(\s+#.*)?$/.exec(line) ?? [];
  const parts = /^[[{]/.test(value) ? /[^[\]{},:]+/g : /^.*$/;
  const isShown = (part: string) => /^[|>][+-]?$|^[\w.-]+:$/.test(part) || isPlain(bareOf(part.trim()));
  return before + value.replace(parts, (part) => (isShown(part) ? part : asterisks(part))) + comment;
}

/** A value without its quotes. */
export function bareOf(value: string): string {
  return value.replace(/^(["'])(.*)\1$/, '$2');
}

function shownLine(line: string): string {
  return withoutOddWords(withoutPasswords(line));
}

/** `line:column` of an offset. */
export function placeText(source: SourceText, range: Range): string {
  const { line, column } = locationOf(source, range);
  return `${line}:${column}`;
}

/** Where a range stands; it is cut at the end of its first line. */
export function locationOf(source: SourceText, [start, end]: Range): FaultLocation {
  const offset = Math.min(start, source.text.length);
  let line = lastLineStartingBefore(source.lineStarts, offset);
  let text = source.lines[line] ?? '';
  let column = Math.min(offset - (source.lineStarts[line] ?? 0), text.length);
  // What is missing at the end of the file is shown behind the last line that holds something.
  while (line > 0 && text.trim() === '') {
    line -= 1;
    text = source.lines[line] ?? '';
    column = text.length;
  }
  const last = Math.min(column + Math.max(end - start, 1), Math.max(text.length, column + 1));
  return { file: source.file, line: line + 1, column: column + 1, endColumn: last + 1 };
}

function lastLineStartingBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The password in `scheme://user:password@host`, and what stands behind a key such as `token:`, become asterisks, one
 * each, so that columns stay.
 */
function withoutPasswords(text: string): string {
  return text.replace(ADDRESS, hidden).replace(SECRET, hidden);
}

const ADDRESS = /(:\/\/[^\s/:@]*:)([^\s@]+)(?=@)/g;
const SECRET = /((?:^|[\s{,])["']?(?:token|password|secret|bearer|authorization|api-key)["']?\s*:\s+)([^,}]+)/gi;

function hidden(_whole: string, before: string, word: string): string {
  return before + asterisks(word);
}

function tooLarge(file: string, size: number, limit: number): Fault {
  return {
    title: 'the file is too large',
    expected: `at most ${limit.toLocaleString('en-US')} bytes`,
    got: `${size.toLocaleString('en-US')} bytes`,
    do: 'check whether this is the right file',
    location: { file, line: 1, column: 1 },
  };
}

function notUtf8(bytes: Uint8Array, file: string): Fault {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const words = { title: 'the file is not UTF-8 text', expected: 'UTF-8', do: 'save the file as UTF-8' };
  if (isUtf16) return { ...words, got: 'UTF-16', location: { file, line: 1, column: 1 } };
  const source = sourceText(file, new TextDecoder('utf-8').decode(bytes));
  const bad = source.text.search(/[\uFFFD\u0000]/);
  const got = source.text[bad] === '\u0000' ? 'a NUL character' : 'bytes that are no character';
  return faultAt(source, [bad, bad + 1], { ...words, got });
}
