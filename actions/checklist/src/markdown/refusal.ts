/** Texts that are not read at all. */
import { Buffer } from 'node:buffer';
import type { MarkdownTrouble } from './model.ts';

/** Bytes of UTF-8. */
const MOST_BYTES = 5_000_000;

/** Why a text is not read at all; undefined for one that is. */
export function refusalOf(text: string): MarkdownTrouble | undefined {
  // No sign takes more than three bytes for each unit of UTF-16.
  const bytes = text.length * 3 > MOST_BYTES ? Buffer.byteLength(text) : 0;
  if (bytes > MOST_BYTES) {
    const expected = `at most ${MOST_BYTES / 1e6} MB of Markdown`;
    return {
      code: 'too-large',
      line: 1,
      column: 1,
      expected,
      got: `${(bytes / 1e6).toFixed(1)} MB, so nothing of it was read`,
    };
  }
  const at = notTextAt(text);
  if (at < 0) return undefined;
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const got = text.charAt(at) === '\0' ? 'a NUL byte' : 'bytes that are no UTF-8';
  return { code: 'not-text', ...place, expected: 'text in UTF-8', got };
}

/** NUL, or the sign that decoders put where bytes are no UTF-8; -1 when there is none. */
function notTextAt(text: string): number {
  const places = [text.indexOf('\0'), text.indexOf('\u{fffd}')].filter((at) => at >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}
