/** Every table of two small arms with its probability, for expectations without sampling. */
import type { Pair } from './rates.ts';

/** Probabilities of 0..n successes. */
export function binomial(n: number, p: number): readonly number[] {
  let row = [1];
  for (let i = 0; i < n; i += 1) {
    row = Array.from({ length: row.length + 1 }, (_, k) => (row[k] ?? 0) * (1 - p) + (row[k - 1] ?? 0) * p);
  }
  return row;
}

export interface Arms {
  readonly canary: number;
  readonly stable: number;
}

/** Expectation of a list of e-values over both arms' independent binomials. */
export function expectation(
  sizes: Arms,
  rates: Arms,
  size: number,
  evidence: (pair: Pair, out: Float64Array) => void,
): readonly number[] {
  const out = new Float64Array(size);
  const sums = new Array<number>(size).fill(0);
  const stable = binomial(sizes.stable, rates.stable);
  for (const [canaryBad, p] of binomial(sizes.canary, rates.canary).entries()) {
    for (const [stableBad, q] of stable.entries()) {
      evidence({ canaryRequests: sizes.canary, canaryBad, stableRequests: sizes.stable, stableBad }, out);
      for (let g = 0; g < size; g += 1) sums[g] = (sums[g] ?? 0) + p * q * Math.exp(out[g] ?? 0);
    }
  }
  return sums;
}

export const sizes: readonly Arms[] = Array.from({ length: 144 }, (_, i) => ({
  canary: 1 + (i % 12),
  stable: 1 + Math.floor(i / 12),
}));

export const stableRates: readonly number[] = [0.004, 0.05, 0.2, 0.45];

/** All lists of `length` counts from 0 to `most`. */
export function* countLists(length: number, most: number): Generator<readonly number[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (const rest of countLists(length - 1, most)) for (let k = 0; k <= most; k += 1) yield [...rest, k];
}

/** All choices of `size` of the numbers below `all`. */
export function choices(all: number, size: number, from = 0): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return Array.from({ length: all - from }, (_, i) => from + i).flatMap((first) =>
    choices(all, size - 1, first + 1).map((rest) => [first, ...rest]),
  );
}
