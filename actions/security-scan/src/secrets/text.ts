/** Bytes of a file as text, whatever they are encoded in. Pure. */
import { isAscii, isUtf8 } from 'node:buffer';
import { fromUtf7, isUtf7, isUtf32, utf32 } from './wide-text.ts';

/** `plain`: one byte is one UTF-16 code unit. */
export type Decoded = { readonly text: string; readonly plain: boolean } | 'binary';

/** As git does it: a NUL near the start makes a file binary, unless it is a text but for a few. */
const LOOKED_AT = 8192;

export function decode(bytes: Buffer): Decoded {
  const wide = isUtf32(bytes);
  if (wide !== undefined) return { text: utf32(bytes, wide), plain: false };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: bytes.toString('utf16le', 2), plain: false };
  if (isBigEndian(bytes)) return { text: bigEndian(bytes.subarray(2)), plain: false };
  const head = bytes.subarray(0, LOOKED_AT);
  if (head.includes(0)) return withoutMark(bytes, head);
  if (isUtf7(bytes)) return { text: fromUtf7(bytes), plain: false };
  if (isAscii(bytes)) return { text: bytes.toString('latin1'), plain: true };
  if (!isUtf8(bytes)) return { text: bytes.toString('latin1'), plain: true };
  // Editors count no byte order mark.
  return { text: withoutByteOrder(bytes.toString('utf8')), plain: false };
}

/**
 * By the encoding that `.gitattributes` names for the file, in the words of git and iconv; undefined when it is not known
 * here. Source: https://git-scm.com/docs/gitattributes#_working_tree_encoding
 */
export function decodeAs(bytes: Buffer, encoding: string): string | undefined {
  const name = encoding.toLowerCase().replace(/-bom$/, '');
  if (name === 'utf-7' || name === 'utf7') return fromUtf7(bytes);
  const wide = /^utf-?32(le|be)?$/.exec(name);
  if (wide !== null) return utf32(bytes, wide[1] === 'be' ? 'be' : (isUtf32(bytes) ?? 'le'));
  if (/^utf-?16be$/.test(name)) return withoutByteOrder(bigEndian(bytes));
  if (/^utf-?16(?:le)?$/.test(name))
    return isBigEndian(bytes) ? bigEndian(bytes.subarray(2)) : withoutByteOrder(bytes.toString('utf16le'));
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    return undefined;
  }
}

function isBigEndian([first, second]: Buffer): boolean {
  return first === 0xfe && second === 0xff;
}

function withoutByteOrder(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** UTF-16 of mostly Latin letters has its NULs at every other place; some editors write it without a mark. */
function withoutMark(bytes: Buffer, head: Buffer): Decoded {
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = head.length * 0.4;
  if (bytes.length % 2 === 0 && even === 0 && odd >= enough) return { text: bytes.toString('utf16le'), plain: false };
  if (bytes.length % 2 === 0 && odd === 0 && even >= enough) return { text: bigEndian(bytes), plain: false };
  return isMostlyText(head) ? { text: bytes.toString('latin1'), plain: true } : 'binary';
}

/** One NUL makes no image of a text: whoever put it there would have hidden the rest. */
function isMostlyText(head: Buffer): boolean {
  let controls = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  return controls <= head.length * 0.05;
}

function bigEndian(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
    .swap16()
    .toString('utf16le');
}
