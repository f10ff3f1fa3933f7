/** Chance that is the same in every replay. */
import type { CountLaw } from './counting.ts';

/** Marsaglia's xorshift of 32 bits: whole numbers from 1 to 2^32 - 1, the same for the same seed. */
export function wholeNumbersFrom(seed: number): () => number {
  let state = 2463534242 ^ seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** A count of the law, by inversion of its distribution. */
export function drawFrom({ first, at, length }: CountLaw, next: () => number): number {
  let left = next() / 2 ** 32;
  for (let i = 0; i < length; i += 1) {
    left -= at[i] ?? 0;
    if (left < 0) return first + i;
  }
  return first + length - 1;
}
