/** Values of secrets as scanners quote them, for the redactor. */
import { MARK } from '../masking/redactor.ts';

/**
 * What of a quoted secret has to be kept out of every text: not the armour lines of a key, not what the scanner itself put
 * in the value's place (`REDACTED`, `***`), and of a value that it only shortened (`AKIA1234...`) what is left of it.
 */
export function secretValues(quoted: string): readonly string[] {
  const bare = quoted.replace(/-----(?:BEGIN|END)[^\r\n]*?-----/g, '\n').replace(/(?:\.\.\.|…)\s*$/, '');
  const value = bare.trim();
  return value === '' || isMasked(value) ? [] : [value];
}

function isMasked(value: string): boolean {
  return /^(?:\[?redacted\]?|[*x•.]+|<[^>]*>)$/i.test(value);
}

/** A quoted line without the values in it, longest first. */
export function withoutValues(text: string, values: readonly string[]): string {
  const longestFirst = values.filter((value) => value !== '').toSorted((one, two) => two.length - one.length);
  return longestFirst.reduce((left, value) => left.replaceAll(value, MARK), text);
}
