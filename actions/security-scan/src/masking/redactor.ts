/**
 * Keeps found secrets out of everything that is written. Of a secret no six signs in a row may be seen, in any text that
 * came from outside: a message, a path, a scanner's error.
 */

/** How many signs in a row of a secret are too many. */
export const WINDOW = 6;

/** What stands where a secret was. */
export const MARK = '***';

export interface Redactor {
  /** The text with every run of `WINDOW` or more signs of a secret replaced by `MARK`. */
  redact(text: string): string;
  /** Whether there is anything to hide. */
  readonly isEmpty: boolean;
}

/** `secrets` as they stand in the code: of several lines each line counts alone, lines of PEM armour are no secret. */
export function redactorOf(secrets: Iterable<string>): Redactor {
  const windows = new Set<string>();
  for (const secret of secrets) for (const written of spellings(secret)) addWindows(windows, written);
  if (windows.size === 0) return { redact: (text) => text, isEmpty: true };
  const starts = new Set([...windows].map((window) => window.slice(0, 2)));
  return { redact: (text) => redact(text, windows, starts), isEmpty: false };
}

const ARMOUR = /^-----(?:BEGIN|END)\b/;
/** A value that a tool had masked itself is no secret: it would take its words out of every message. */
const MASKED = /^(?:REDACTED|\*+|x+|<[^>]*>)$/i;

/** As it is, as a part of a URL, and as JSON or YAML in quotes would write it. */
function spellings(secret: string): readonly string[] {
  const lines = secret.split(/\r\n|[\r\n]|\\n/).map((line) => line.trim());
  const values = lines.filter((line) => line.length >= WINDOW && !ARMOUR.test(line) && !MASKED.test(line));
  return values.flatMap((value) => [...new Set([value, inUrl(value), JSON.stringify(value).slice(1, -1)])]);
}

function inUrl(value: string): string {
  return encodeURIComponent(value.replace(/\p{Cs}/gu, '\ufffd'));
}

function addWindows(windows: Set<string>, value: string): void {
  for (let at = 0; at + WINDOW <= value.length; at += 1) windows.add(value.slice(at, at + WINDOW));
}

function redact(text: string, windows: ReadonlySet<string>, starts: ReadonlySet<string>): string {
  let shown = '';
  let kept = 0;
  let hiddenTo = -1;
  for (let at = 0; at + WINDOW <= text.length; at += 1) {
    // Most places of a text begin no secret: two signs tell without a text of six being made.
    if (!starts.has(text.slice(at, at + 2)) || !windows.has(text.slice(at, at + WINDOW))) continue;
    if (at > hiddenTo) {
      if (hiddenTo >= 0) kept = hiddenTo;
      shown += text.slice(kept, at) + MARK;
    }
    hiddenTo = at + WINDOW;
  }
  return hiddenTo < 0 ? text : shown + text.slice(hiddenTo);
}
