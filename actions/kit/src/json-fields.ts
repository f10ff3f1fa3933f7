/** Reading of JSON whose shape nobody promised: a value is used only where it is of the type that is wanted. Pure. */

export type JsonRecord = Readonly<Record<string, unknown>>;

/** An object, or undefined for everything else (an array too). */
export function recordOf(value: unknown): JsonRecord | undefined {
  return isRecord(value) ? value : undefined;
}

/** What stands under these keys, one inside of the other; own keys only, so that `__proto__` and `constructor` are nothing. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  let within = value;
  for (const key of keys) {
    if (!isRecord(within) || !Object.hasOwn(within, key)) return undefined;
    within = within[key];
  }
  return within;
}

/** A finite number under these keys. */
export function numberAt(value: unknown, ...keys: readonly string[]): number | undefined {
  const found = at(value, ...keys);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

/** A whole number from 0 under these keys. */
export function countAt(value: unknown, ...keys: readonly string[]): number | undefined {
  const found = numberAt(value, ...keys);
  return found !== undefined && Number.isSafeInteger(found) && found >= 0 ? found : undefined;
}

export function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = at(value, ...keys);
  return typeof found === 'string' ? found : undefined;
}

export function listAt(value: unknown, ...keys: readonly string[]): readonly unknown[] | undefined {
  return listOf(at(value, ...keys));
}

export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** The texts of a list; what is no text is left out. */
export function textsAt(value: unknown, ...keys: readonly string[]): readonly string[] {
  return (listAt(value, ...keys) ?? []).filter((each) => typeof each === 'string');
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
