/**
 * A value of a manifest as CEL sees it. Maps are `Map`, since a key of a manifest may be `constructor` or `__proto__`;
 * whole numbers are `bigint`, as CEL's int.
 */
export type Value = null | boolean | bigint | number | string | readonly Value[] | ReadonlyMap<string, Value>;

/** Where a value stands: keys of maps and indexes of lists, from the top of the object. */
export type Path = readonly (string | number)[];

/** The value at a path; undefined when it is not there, or when something on the way is no map or list. */
export function at(value: Value | undefined, ...path: Path): Value | undefined {
  let here = value;
  for (const key of path) {
    if (here instanceof Map) here = here.get(String(key));
    else if (isList(here) && typeof key === 'number') here = here[key];
    else return undefined;
  }
  return here;
}

/** The text at a path; undefined for anything but a text. */
export function textAt(value: Value | undefined, ...path: Path): string | undefined {
  const here = at(value, ...path);
  return typeof here === 'string' ? here : undefined;
}

/** The list at a path; empty for anything but a list. */
export function listAt(value: Value | undefined, ...path: Path): readonly Value[] {
  const here = at(value, ...path);
  return isList(here) ? here : [];
}

/** The map at a path; undefined for anything but a map. */
export function mapAt(value: Value | undefined, ...path: Path): ReadonlyMap<string, Value> | undefined {
  const here = at(value, ...path);
  return here instanceof Map ? here : undefined;
}

export function isList(value: unknown): value is readonly Value[] {
  return Array.isArray(value);
}

/** "has no image, expected a tag" or "has hostPID true, expected false", for a message about the holder of a field. */
export function told(holder: Value | undefined, field: Path, expected: string): string {
  const value = at(holder, ...field);
  const name = field.join('.');
  return `${value === undefined ? `has no ${name}` : `has ${name} ${shown(value)}`}, expected ${expected}`;
}

/** Texts of a list for a message: the first few of them. */
export function shownWords(words: readonly (string | undefined)[]): string {
  const some = words.slice(0, 3).map((word) => shown(word));
  return `${some.join(', ')}${words.length > 3 ? ` and ${words.length - 3} more` : ''}`;
}

/** A value for a message, on one line and short: texts in quotes, maps and lists by their size. */
export function shown(value: Value | undefined): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
  if (isList(value)) return `a list of ${value.length}`;
  if (value instanceof Map) return `a map of ${value.size}`;
  return String(value);
}
