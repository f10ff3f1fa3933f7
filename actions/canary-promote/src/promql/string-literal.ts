/** String literals of PromQL: Go's, and single quotes beside. Pure. */

/**
 * Text of a literal with its quotes, or the offset in it of what cannot be.
 * https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals; escapes as the Go specification has them.
 */
export function unquoted(literal: string): string | { readonly at: number; readonly length: number } {
  const [quote = ''] = literal;
  if (literal.length < 2 || !literal.endsWith(quote)) return { at: 0, length: literal.length };
  const inner = literal.slice(1, -1);
  if (quote === '`') return inner;
  // Escapes may give single bytes of a character, so all is put together as bytes.
  const parts: Uint8Array[] = [];
  for (let at = 0; at < inner.length; ) {
    const next = inner[at] === '\\' ? escaped(inner, at, quote) : plain(inner, at);
    if (next === undefined) return { at: at + 1, length: 2 };
    parts.push(next.bytes);
    at += next.length;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts));
  } catch {
    return { at: 0, length: literal.length };
  }
}

interface Part {
  readonly bytes: Uint8Array;
  /** UTF-16 units of the literal. */
  readonly length: number;
}

function plain(inner: string, at: number): Part {
  const end = inner.indexOf('\\', at);
  const text = inner.slice(at, end === -1 ? undefined : end);
  return { bytes: Buffer.from(text), length: text.length };
}

const CONTROLS: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

function escaped(inner: string, at: number, quote: string): Part | undefined {
  const letter = inner[at + 1] ?? '';
  const control = letter === quote ? quote : CONTROLS[letter];
  if (control !== undefined) return { bytes: Buffer.from(control), length: 2 };
  const byte = /^(?:x([0-9a-f]{2})|([0-3][0-7]{2}))/i.exec(inner.slice(at + 1, at + 4));
  if (byte !== null) {
    const value = byte[1] === undefined ? Number.parseInt(byte[2] ?? '', 8) : Number.parseInt(byte[1], 16);
    return { bytes: Uint8Array.of(value), length: 4 };
  }
  const character = /^(?:u([0-9a-f]{4})|U([0-9a-f]{8}))/.exec(inner.slice(at + 1, at + 10).replace(/[A-F]/g, lower));
  const code = Number.parseInt(character?.[1] ?? character?.[2] ?? '', 16);
  const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  if (character === null || !isCharacter) return undefined;
  return { bytes: Buffer.from(String.fromCodePoint(code)), length: 1 + character[0].length };
}

function lower(digit: string): string {
  return digit.toLowerCase();
}
