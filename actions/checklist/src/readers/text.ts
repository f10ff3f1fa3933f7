/** Bytes to text, as tools write it: UTF-8, or UTF-16 with its mark, which PowerShell 5 writes for `>`. */
import type { Refusal } from './measure.ts';
import { refusal } from './measure.ts';

/** Larger reports are refused, so that even a hostile one is read within seconds. Bytes. */
export const MAX_REPORT_BYTES = 20 * 1024 * 1024;

const MARKS = [
  { label: 'utf-16le', bytes: [0xff, 0xfe] },
  { label: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/** The text without its byte order mark, or why it is none. An empty or blank file is refused with `mend`. */
export function textOf(bytes: Buffer, what: string, mend?: string): { readonly text: string } | Refusal {
  if (bytes.length > MAX_REPORT_BYTES) return refusal(`${what} of at most 20 MB`, `${bytes.length} bytes`);
  const { label } = MARKS.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte)) ?? { label: 'utf-8' };
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    if (text.trim() === '') return refusal(what, 'an empty file', mend);
    if (text.includes('\0')) return refusal(what, 'a file with NUL characters');
    return { text };
  } catch {
    return refusal(what, 'a file that is not UTF-8 text');
  }
}

/** `ESC [ … letter`: colours of a terminal (ECMA-48, 5.4). */
const COLOUR = /\u001b\[[0-9;]*[A-Za-z]/g;

/** Lines without their ends, without colours and without blanks at the end of the text. */
export function linesOf(text: string): readonly string[] {
  return text
    .replace(COLOUR, '')
    .trimEnd()
    .split(/\r\n|\n|\r/);
}

/**
 * A path as people may see it: relative paths as they are, absolute ones (also as `file:` URLs) from the folder of the
 * checkout on (`/home/runner/work/<repository>/<repository>/`, `D:\a\<repository>\<repository>\`), else their last part.
 */
export function placeOf(path: string): string {
  const plain = path.replace(/^file:\/\/(?:localhost)?/, '').replaceAll('\\', '/');
  const inCheckout = /^(?:\/[^/]+\/[^/]+\/work|\/?[A-Z]:\/a|\/__w|\/github\/workspace)\/(.+)$/.exec(plain)?.[1];
  if (inCheckout !== undefined) {
    const parts = inCheckout.split('/');
    return parts.length > 2 && parts[0] === parts[1] ? parts.slice(2).join('/') : inCheckout;
  }
  const absolute = plain.startsWith('/') || /^[A-Za-z]:\//.test(plain);
  return absolute ? `…/${plain.slice(plain.lastIndexOf('/') + 1)}` : plain.replace(/^\.\//, '');
}
