/**
 * The strings extension of CEL as Kubernetes has it. Positions count characters (code points), not the UTF-16 units of
 * JavaScript; "ascii" leaves every other letter alone.
 */

/** `%s`, `%d`, `%x`, `%X`, `%o`, `%b` and `%.2f`; other verbs are refused. */
const VERB = /%(?:\.([0-9]{1,2}))?(%|[a-zA-Z])/g;
const BASES: ReadonlyMap<string, number> = new Map(Object.entries({ d: 10, x: 16, X: 16, o: 8, b: 2 }));

/** `'%s has %d'.format([name, count])`. @throws Error for other verbs, other types, and for too few values */
export function format(text: string, values: readonly unknown[]): string {
  let next = 0;
  return text.replace(VERB, (_whole, digits: string | undefined, verb: string) => {
    if (verb === '%') return '%';
    if (next >= values.length) throw new Error(`format() has no value for %${verb}`);
    const value = values[next++];
    if (verb === 's') return typeof value === 'string' ? value : inText(value);
    const base = BASES.get(verb);
    if (base !== undefined && typeof value === 'bigint') return cased(value.toString(base), verb);
    if (verb === 'f' && typeof value === 'number') return value.toFixed(Number(digits ?? 6));
    throw new Error(`format() cannot write this value as %${verb}`);
  });
}

function cased(text: string, verb: string): string {
  return verb === 'X' ? text.toUpperCase() : text;
}

/** Values inside of texts: texts in lists and maps stand in quotes. */
function inText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inText).join(', ')}]`;
  if (value === null || typeof value !== 'object') return String(value);
  if (!(value instanceof Map) && Object.getPrototypeOf(value) !== null && value.constructor !== Object) {
    throw new Error('format() cannot write such a value');
  }
  const entries: readonly [unknown, unknown][] = value instanceof Map ? [...value] : Object.entries(value);
  return `{${entries
    .map(([key, held]) => `${inText(key)}:${inText(held)}`)
    .toSorted()
    .join(', ')}}`;
}

/** Replaces at most `limit` (negative: all) stretches; an empty one stands before each character and at the end. */
export function replace(text: string, from: string, to: string, limit: bigint): string {
  const parts = from === '' ? ['', ...text, ''] : text.split(from);
  const most = limit < 0n || limit >= BigInt(parts.length) ? parts.length - 1 : Number(limit);
  const rest = parts.slice(most).join(from);
  return [...parts.slice(0, most), rest].join(to);
}

/** One character; '' at the very end. @throws Error outside of the text */
export function charAt(text: string, index: bigint): string {
  return substring(text, index, index === BigInt([...text].length) ? index : index + 1n);
}

/** @throws Error when the positions are outside of the text, or crossed */
export function substring(text: string, start: bigint, end?: bigint): string {
  const characters = [...text];
  const last = end ?? BigInt(characters.length);
  if (start < 0n || last > BigInt(characters.length) || start > last) {
    throw new Error(`the positions ${start} and ${last} are outside of the text`);
  }
  return characters.slice(Number(start), Number(last)).join('');
}

/** Where the part stands first, from a position on; -1 when it does not. @throws Error for a negative position */
export function indexOf(text: string, part: string, from = 0n): bigint {
  if (from < 0n) throw new Error('indexOf() takes no negative position');
  const before = [...text].slice(0, Number(from)).join('').length;
  if (from > BigInt([...text].length)) return -1n;
  return position(text, text.indexOf(part, before));
}

/** Where the part stands last, at a position or before it; -1 when it does not. @throws Error for a negative position */
export function lastIndexOf(text: string, part: string, from?: bigint): bigint {
  if (from !== undefined && from < 0n) throw new Error('lastIndexOf() takes no negative position');
  const before = from === undefined ? undefined : [...text].slice(0, Number(from)).join('').length;
  return position(text, text.lastIndexOf(part, before));
}

/** Parts between separators, at most `limit` (negative: all); an empty separator stands between all characters. */
export function split(text: string, separator: string, limit = -1n): string[] {
  const parts = separator === '' ? [...text] : text.split(separator);
  if (limit < 0n || BigInt(parts.length) <= limit) return parts;
  const most = Number(limit);
  return most === 0 ? [] : [...parts.slice(0, most - 1), parts.slice(most - 1).join(separator)];
}

export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

export function upperAscii(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** Characters before a position in UTF-16 units. */
function position(text: string, units: number): bigint {
  return units < 0 ? -1n : BigInt([...text.slice(0, units)].length);
}
