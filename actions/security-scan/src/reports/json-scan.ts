/** A walk over the text of a JSON document (RFC 8259), for what JSON.parse does not tell: where keys stand, where it ends, where it breaks. */

/** `end` and `start` are offsets of UTF-16 code units, the quotes included. */
export type KeySeen = (key: string, depth: number, start: number, end: number) => void;

export type JsonScan =
  /** Offset behind the value. */
  | { readonly end: number }
  /** What was there, in words, and its offset. */
  | { readonly fault: string; readonly at: number };

const space = /[ \t\n\r]*/y;
const plain = /[^"\\\u0000-\u001f]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | 'more';

/**
 * Reads one value from `start` on. `onKey` gets each key of an object with the number of open brackets around it, the root
 * object's keys have 1. Never recurses, so no nesting is too deep for it.
 */
export function scanJson(text: string, start = 0, onKey?: KeySeen): JsonScan {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  let at = behind(space, text, start);
  for (;;) {
    const sign = text[at];
    if (sign === undefined) return { fault: 'the end of the text in the middle of it', at };
    if (closes(sign, wanted, open)) {
      open.pop();
      wanted = 'more';
      at += 1;
    } else if (wanted === 'more') {
      if (sign !== ',') return { fault: `${shown(text, at)} where a comma or the end belongs`, at };
      wanted = open.at(-1) === '{' ? 'key' : 'value';
      at += 1;
    } else if (wanted === 'key' || wanted === 'key or }') {
      const end = sign === '"' ? stringEnd(text, at) : undefined;
      if (end === undefined) return { fault: `${shown(text, at)} where a key belongs`, at };
      if (typeof end !== 'number') return end;
      onKey?.(keyOf(text.slice(at, end)), open.length, at, end);
      at = behind(space, text, end);
      if (at >= text.length) continue;
      if (text[at] !== ':') return { fault: `${shown(text, at)} where a colon belongs`, at };
      wanted = 'value';
      at += 1;
    } else if (sign === '{' || sign === '[') {
      open.push(sign);
      wanted = sign === '{' ? 'key or }' : 'value or ]';
      at += 1;
    } else {
      const end = sign === '"' ? stringEnd(text, at) : scalarEnd(text, at);
      if (typeof end !== 'number') return end;
      wanted = 'more';
      at = end;
    }
    if (wanted === 'more' && open.length === 0) return { end: at };
    at = behind(space, text, at);
  }
}

function closes(sign: string, wanted: Wanted, open: readonly string[]): boolean {
  if (sign === '}') return open.at(-1) === '{' && (wanted === 'more' || wanted === 'key or }');
  return sign === ']' && open.at(-1) === '[' && (wanted === 'more' || wanted === 'value or ]');
}

function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

type Fault = Extract<JsonScan, { fault: string }>;

function stringEnd(text: string, start: number): number | Fault {
  let at = start + 1;
  for (;;) {
    at = behind(plain, text, at);
    const sign = text[at];
    if (sign === '"') return at + 1;
    if (sign === undefined) return { fault: 'the end of the text in the middle of a string', at };
    const next = behind(escaped, text, at);
    if (next === at) return { fault: `${shown(text, at)} in the middle of a string`, at };
    at = next;
  }
}

function scalarEnd(text: string, at: number): number | Fault {
  const end = behind(scalar, text, at);
  return end > at ? end : { fault: `${shown(text, at)} where a value belongs`, at };
}

function keyOf(quoted: string): string {
  return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}

/** Only what can be no part of a secret: a sign of JSON itself, or its kind. */
function shown(text: string, at: number): string {
  const sign = text[at] ?? '';
  if ('{}[],:"'.includes(sign)) return `a ${JSON.stringify(sign)}`;
  if (sign === '<') return 'a "<" (a page?)';
  if (sign === '\\') return 'a wrong escape';
  return sign < ' ' ? 'a control character' : 'a word';
}

/** Line and column of an offset, both from 1; lines end with a line feed. */
export function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let from = 0;
  for (;;) {
    const end = text.indexOf('\n', from);
    if (end < 0 || end >= offset) return { line, column: offset - from + 1 };
    line += 1;
    from = end + 1;
  }
}
