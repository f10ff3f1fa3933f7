/** `%s` and `%d` of the strings extension; other verbs are refused. */
const VERB = /%(%|[a-zA-Z.])/g;

/** `'%s has %d'.format([name, count])`. @throws Error for other verbs, and for too few values */
export function format(text: string, values: readonly unknown[]): string {
  let next = 0;
  return text.replace(VERB, (_whole, verb: string) => {
    if (verb === '%') return '%';
    if (next >= values.length) throw new Error(`format() has no value for %${verb}`);
    const value = values[next++];
    if (verb === 's') return inText(value);
    if (verb === 'd' && typeof value === 'bigint') return String(value);
    throw new Error(`format() knows %s, %d of an int and %%, not %${verb}`);
  });
}

/** Values in messages, as the strings extension of CEL writes them. */
function inText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inText).join(', ')}]`;
  if (value instanceof Map) {
    const entries = [...value].map(([key, held]) => `${inText(key)}: ${inText(held)}`);
    return `{${entries.toSorted().join(', ')}}`;
  }
  if (value !== null && typeof value === 'object') throw new Error('format() cannot write such a value');
  return String(value);
}

/** Replaces at most `limit` (negative: all) stretches. */
export function replace(text: string, from: string, to: string, limit: bigint): string {
  const parts = text.split(from);
  const most = limit < 0n || limit >= BigInt(parts.length) ? parts.length - 1 : Number(limit);
  const rest = parts.slice(most).join(from);
  return [...parts.slice(0, most), rest].join(to);
}

/** One character; '' at the very end. @throws Error outside of the text */
export function charAt(text: string, index: bigint): string {
  const characters = [...text];
  const position = Number(index);
  if (position < 0 || position > characters.length) throw new Error(`charAt(${index}) is outside of the text`);
  return characters[position] ?? '';
}
