import { isDeepStrictEqual } from 'node:util';

type Ordered = bigint | number | string | boolean;

/** Whether no element is less than the one before it. @throws Error for elements of mixed or other types */
export function isSorted(list: readonly unknown[]): boolean {
  const ordered = orderedOf(list);
  return ordered.every((value, index) => index === 0 || !isLess(value, ordered[index - 1]));
}

/** The least element. @throws Error for an empty list, and as {@link isSorted} */
export function min(list: readonly unknown[]): Ordered {
  return ended(list, (value, best) => isLess(value, best));
}

/** The greatest element. @throws Error as {@link min} */
export function max(list: readonly unknown[]): Ordered {
  return ended(list, (value, best) => isLess(best, value));
}

/** The sum of whole numbers (0 without any) or of doubles. @throws Error for other elements */
export function sum(list: readonly unknown[]): bigint | number {
  if (list.every((value) => typeof value === 'bigint')) return list.reduce((total, value) => total + value, 0n);
  if (list.every((value) => typeof value === 'number')) return list.reduce((total, value) => total + value, 0);
  throw new Error('sum() takes a list of ints or a list of doubles');
}

/** Where the value stands first, or last; -1 when it does not. @throws Error for a value that is a list or map */
export function indexOf(list: readonly unknown[], value: unknown, isLast: boolean): bigint {
  if (value !== null && typeof value === 'object') throw new Error('indexOf() takes a plain value here');
  return BigInt(isLast ? list.lastIndexOf(value) : list.indexOf(value));
}

/** Whether every value of the second list is in the first: `sets.contains`. */
export function containsAll(list: readonly unknown[], values: readonly unknown[]): boolean {
  return values.every((value) => list.some((one) => isDeepStrictEqual(one, value)));
}

/** Whether the lists have a value in common: `sets.intersects`. */
export function intersects(list: readonly unknown[], other: readonly unknown[]): boolean {
  return list.some((value) => other.some((one) => isDeepStrictEqual(one, value)));
}

function ended(list: readonly unknown[], isBetter: (value: Ordered, best: Ordered) => boolean): Ordered {
  const [first, ...others] = orderedOf(list);
  if (first === undefined) throw new Error('min() and max() take a list that is not empty');
  return others.reduce((best, value) => (isBetter(value, best) ? value : best), first);
}

function orderedOf(list: readonly unknown[]): Ordered[] {
  const ordered = list.filter((value) => isOrdered(value));
  const kinds = new Set(ordered.map((value) => typeof value));
  if (ordered.length === list.length && kinds.size <= 1) return ordered;
  throw new Error('the list must hold ints, doubles, strings or bools of one type');
}

function isOrdered(value: unknown): value is Ordered {
  return ['bigint', 'number', 'string', 'boolean'].includes(typeof value);
}

function isLess(value: Ordered, than: Ordered | undefined): boolean {
  return than !== undefined && value < than;
}
