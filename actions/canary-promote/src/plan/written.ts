/** Texts of a plan that the schema has let through, as numbers. */
import { limitOf, secondsOf, shareOf } from '@shipgate/schemas';

/** Throws RangeError for what no schema lets through. */
export function seconds(written: string): number {
  return found(secondsOf(written), written);
}

/** From 0 to 1. Throws RangeError for what no schema lets through. */
export function share(written: string | number): number {
  return found(shareOf(written), written);
}

/** Throws RangeError for what no schema lets through. */
export function limit(written: string | number): number {
  return found(limitOf(written), written);
}

/** `off` is undefined. */
export function unlessOff<Written, Value>(
  written: Written | 'off',
  read: (written: Written) => Value,
): Value | undefined {
  return written === 'off' ? undefined : read(written as Written);
}

function found(value: number | undefined, written: unknown): number {
  if (value === undefined) throw new RangeError(`${JSON.stringify(written)} was not checked by the schema`);
  return value;
}
