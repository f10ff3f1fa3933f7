/** What a line of traces may hold. */

/** Counts by edge, then by pod. */
export type Shape = readonly (readonly number[])[];

/** Where in the line, what was expected, and what came. */
export class ShapeError extends Error {
  readonly at: string;
  readonly expected: string;
  readonly got: string;

  constructor(at: string, expected: string, got: string) {
    super(`${at}: expected ${expected}, got ${got}`);
    this.at = at;
    this.expected = expected;
    this.got = got;
  }
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** A count, or a list of them, as a list. */
export function wholeNumbers(value: unknown, at: string): readonly number[] {
  if (typeof value === 'number') {
    if (isCount(value)) return [value];
  } else if (isList(value) && value.length > 0 && value.every(isCount)) return value;
  throw new ShapeError(at, 'a whole number from 0, or a list of them', describe(value));
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** What came, short, on one line. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  try {
    const text = JSON.stringify(value);
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
  } catch {
    return 'something nested too deeply';
  }
}
