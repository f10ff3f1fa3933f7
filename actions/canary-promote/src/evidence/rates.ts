/**
 * Test R: both arms' rates of one stratum have one exchangeable law given the past. The larger arm is cut, by an exact
 * average over all draws, to the size of the smaller; then swapping the arms changes nothing, so that
 * 2 / (1 + r^-d) + 2 / (1 + r^d) = 2 makes the expectation 1 for every r. canary-statistics.md, "R".
 */
import { type CountLaw, LawRoom } from './counting.ts';

/** What two arms had in one stratum: requests and bad events. */
export interface Pair {
  readonly canaryRequests: number;
  readonly canaryBad: number;
  readonly stableRequests: number;
  readonly stableBad: number;
}

/** How many times worse the canary may be thought to be; each has the same weight. */
export const rollbackGrid: readonly number[] = [1.3, 1.6, 2, 3, 5, 10, 30, 100];

const REACH = 512;

/** 2 / (1 + r^-d) for whole d, from a table where it is not 0 or 2 anyway. */
export class Swap {
  private readonly table = new Float64Array(2 * REACH + 1);
  private readonly logRatio: number;

  constructor(ratio: number) {
    this.logRatio = Math.log(ratio);
    for (let d = -REACH; d <= REACH; d += 1) this.table[d + REACH] = 2 / (1 + Math.exp(-d * this.logRatio));
  }

  /** The mean over a law of d. */
  mean({ first, at, length }: CountLaw): number {
    let sum = 0;
    for (let i = 0; i < length; i += 1) sum += (at[i] ?? 0) * this.value(first + i);
    return sum;
  }

  private value(d: number): number {
    if (d >= -REACH && d <= REACH) return this.table[d + REACH] ?? 0;
    return 2 / (1 + Math.exp(-d * this.logRatio));
  }
}

const swaps = rollbackGrid.map((ratio) => new Swap(ratio));
const drawn = new LawRoom();
const thinned = new LawRoom();
const difference = new LawRoom();

/** ln E of one stratum for each ratio of the grid, into `out`. `margin` m: each bad event of the canary counts with probability 1/m. */
export function rateEvidence(pair: Pair, margin: number, out: Float64Array): void {
  const law = excess(pair, margin);
  for (let g = 0; g < swaps.length; g += 1) out[g] = Math.log(swaps[g]?.mean(law) ?? 1);
}

/** Law of canary's bad events less stable's, both brought to the smaller arm's size. */
function excess({ canaryRequests, canaryBad, stableRequests, stableBad }: Pair, margin: number): CountLaw {
  if (canaryRequests === 0 || stableRequests === 0) return difference.certain(0);
  if (stableRequests >= canaryRequests) {
    const canary = thinned.binomial(canaryBad, 1 / margin);
    return difference.difference(canary, drawn.hypergeometric(stableRequests, stableBad, canaryRequests));
  }
  drawn.hypergeometric(canaryRequests, canaryBad, stableRequests);
  const canary = margin === 1 ? drawn : thinnedDraw(margin);
  return difference.difference(canary, stableRoom.certain(stableBad));
}

const stableRoom = new LawRoom();
const thinnedRoom = { first: 0, at: new Float64Array(0), length: 0 };

/**
 * The law of the drawn bad events when each counts with probability 1/m: binomials weighted by the draw. A binomial of one
 * more trial follows from the last one by Pascal's rule.
 */
function thinnedDraw(margin: number): CountLaw {
  const kept = 1 / margin;
  if (drawn.first + drawn.length > LONG) return thinnedLongDraw(kept);
  const length = drawn.first + drawn.length;
  const row = new Float64Array(length + 1);
  thinnedRoom.at = new Float64Array(length);
  thinnedRoom.length = length;
  const first = thinned.binomial(drawn.first, kept);
  for (let j = 0; j < first.length; j += 1) row[first.first + j] = first.at[j] ?? 0;
  for (let i = 0; i < drawn.length; i += 1) {
    const tried = drawn.first + i;
    const weight = drawn.at[i] ?? 0;
    for (let j = 0; j <= tried; j += 1) thinnedRoom.at[j] = (thinnedRoom.at[j] ?? 0) + weight * (row[j] ?? 0);
    for (let j = tried + 1; j > 0; j -= 1) row[j] = (row[j] ?? 0) * (1 - kept) + (row[j - 1] ?? 0) * kept;
    row[0] = (row[0] ?? 0) * (1 - kept);
  }
  return thinnedRoom;
}

/** Above it a binomial around each mode is cheaper than the rows from 0. */
const LONG = 300;

function thinnedLongDraw(kept: number): CountLaw {
  const length = drawn.first + drawn.length;
  thinnedRoom.at = new Float64Array(length);
  thinnedRoom.length = length;
  for (let i = 0; i < drawn.length; i += 1) {
    const weight = drawn.at[i] ?? 0;
    if (weight < NEGLIGIBLE_WEIGHT) continue;
    const law = thinned.binomial(drawn.first + i, kept);
    for (let j = 0; j < law.length; j += 1) {
      thinnedRoom.at[law.first + j] = (thinnedRoom.at[law.first + j] ?? 0) + weight * (law.at[j] ?? 0);
    }
  }
  return tightened(thinnedRoom);
}

/** Without the zeros at both ends, which would only be multiplied. */
function tightened({ at, length }: CountLaw): CountLaw {
  let low = 0;
  let high = length;
  while (low < high && (at[low] ?? 0) < NEGLIGIBLE_WEIGHT) low += 1;
  while (high > low && (at[high - 1] ?? 0) < NEGLIGIBLE_WEIGHT) high -= 1;
  return { first: low, at: at.subarray(low, high), length: high - low };
}

/** What is dropped only makes an e-value smaller. */
const NEGLIGIBLE_WEIGHT = 1e-14;

const promotionSwaps = [1.25, 1.5, 2, 3].map((ratio) => new Swap(ratio));
export const promotionRatesSize = promotionSwaps.length;

/**
 * ln E' against "the canary fails at least twice as often": stable's bad events in m' = min(n_b, 2 n_c) of its requests
 * against the canary's, each counted with probability m' / (2 n_c). canary-statistics.md, "Promotion evidence". When the
 * canary has more requests than stable that would pass 1 by up to 1.5 % (enumerated): there m' of the canary's are drawn
 * as well, and each bad one counts with probability 1/2, which makes the two laws equal at twice the rate.
 */
export function ratePromotion(pair: Pair, out: Float64Array): void {
  const { canaryRequests, stableRequests, stableBad } = pair;
  const size = Math.min(stableRequests, 2 * canaryRequests);
  if (size === 0) {
    out.fill(0);
    return;
  }
  const stable = stableRoom.hypergeometric(stableRequests, stableBad, size);
  const law = difference.difference(stable, canaryAtHalf(pair, size));
  for (let g = 0; g < promotionSwaps.length; g += 1) out[g] = Math.log(promotionSwaps[g]?.mean(law) ?? 1);
}

function canaryAtHalf({ canaryRequests, canaryBad }: Pair, size: number): CountLaw {
  if (size >= canaryRequests) return thinned.binomial(canaryBad, size / (2 * canaryRequests));
  drawn.hypergeometric(canaryRequests, canaryBad, size);
  return thinnedDraw(2);
}
