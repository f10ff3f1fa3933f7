/** As `json.ts` reads fields, with what SARIF needs besides: lists that may be absent, texts that may stand alone. */
import { at, countAt, listAt as listOrNothing } from './json.ts';

export { at, textAt } from './json.ts';

/** Empty for everything that is no list. */
export function listAt(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  return listOrNothing(value, ...keys) ?? [];
}

/** Texts of a list, or the one text that stands there instead. */
export function textsAt(value: unknown, ...keys: readonly string[]): readonly string[] {
  const found = at(value, ...keys);
  if (typeof found === 'string') return [found];
  return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : [];
}

/** A whole number from `least` on. */
export function wholeAt(least: number, value: unknown, ...keys: readonly string[]): number | undefined {
  const found = countAt(value, ...keys);
  return found !== undefined && found >= least ? found : undefined;
}
