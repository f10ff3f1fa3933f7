/** Where two values as a YAML parser gives them differ: maps as Map, lists as arrays. Pure. */

/** JSON Pointers of the innermost values that differ, in order; a changed key counts as a difference of its map. */
export function differences(one: unknown, other: unknown): readonly string[] {
  return compared(one, other, '', []);
}

/** `above`: what we are inside of, as an anchor may hold an alias of itself. */
function compared(one: unknown, other: unknown, at: string, above: readonly unknown[]): readonly string[] {
  const [these, those] = [entriesOf(one), entriesOf(other)];
  if (these === undefined || those === undefined) return Object.is(one, other) ? [] : [at];
  if (above.includes(one)) return [];
  const isAlike = these.length === those.length && Array.isArray(one) === Array.isArray(other);
  if (!isAlike) return [at];
  return these.flatMap(([key, value], index) => {
    const [otherKey, otherValue] = those[index] ?? [];
    if (compared(key, otherKey, at, above).length > 0) return [at];
    return compared(value, otherValue, `${at}/${escaped(key)}`, [...above, one]);
  });
}

function entriesOf(value: unknown): readonly (readonly [unknown, unknown])[] | undefined {
  if (value instanceof Map) return [...value.entries()];
  return Array.isArray(value) ? value.map((item: unknown, index) => [index, item] as const) : undefined;
}

function escaped(key: unknown): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}
