/**
 * Test S: requests are independent, and both arms are read at the same moment. With D = 1 - theta + theta r,
 * E(r) = r^k_c / D^k has expectation <= exp(p_c n_c (r/D - 1) + p_b n_b (1/D - 1)) <= 1 under p_c <= m p_b.
 * canary-statistics.md, "S".
 */
import { type Pair, rollbackGrid } from './rates.ts';

const LOG_CAP = Math.log(8);

/** Share of the events that the canary has when it fails `margin` times as often as stable. */
export function canaryShare({ canaryRequests, stableRequests }: Pair, margin: number): number {
  return (margin * canaryRequests) / (margin * canaryRequests + stableRequests);
}

/** ln of r^k_c / (1 - theta + theta r)^k. */
export function logRatioOfShares(pair: Pair, theta: number, ratio: number): number {
  return pair.canaryBad * Math.log(ratio) - (pair.canaryBad + pair.stableBad) * Math.log1p(theta * (ratio - 1));
}

/** ln E of one stratum for each ratio of the grid, into `out`. */
export function independentEvidence(pair: Pair, margin: number, out: Float64Array): void {
  if (pair.canaryRequests === 0 || pair.stableRequests === 0) {
    out.fill(0);
    return;
  }
  const theta = canaryShare(pair, margin);
  for (const [g, ratio] of rollbackGrid.entries()) out[g] = Math.min(LOG_CAP, logRatioOfShares(pair, theta, ratio));
}

const promotionGrid: readonly number[] = [0.3, 0.4, 0.5, 0.65, 0.8];
export const promotionIndependentSize = promotionGrid.length;

/** ln E' against p_c >= 2 p_b, into `out`. */
export function independentPromotion(pair: Pair, out: Float64Array): void {
  if (pair.canaryRequests === 0 || pair.stableRequests === 0) {
    out.fill(0);
    return;
  }
  const theta = canaryShare(pair, 2);
  for (const [g, ratio] of promotionGrid.entries()) out[g] = logRatioOfShares(pair, theta, ratio);
}
