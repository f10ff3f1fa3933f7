/** The z-test of two proportions, looked at after each cell on all counts so far: what a dashboard with a p-value does. */
import type { Rival } from './arm-cells.ts';

/** Pooled two-proportion z, positive when the first rate is higher; 0 when nothing differs. */
export function proportionsZ(bad: readonly [number, number], requests: readonly [number, number]): number {
  const pooled = (bad[0] + bad[1]) / (requests[0] + requests[1]);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / requests[0] + 1 / requests[1]));
  return deviation > 0 ? (bad[0] / requests[0] - bad[1] / requests[1]) / deviation : 0;
}

/** One-sided p < 0.01. */
export const peekedQuantile = 2.3263478740408408;

export const peeked: Rival = (cells) => {
  let [canaryBad, canaryRequests, stableBad, stableRequests] = [0, 0, 0, 0];
  for (const cell of cells) {
    canaryBad += cell.canaryBad;
    canaryRequests += cell.canaryRequests;
    stableBad += cell.stableBad;
    stableRequests += cell.stableRequests;
    if (canaryRequests === 0 || stableRequests === 0) continue;
    const z = proportionsZ([canaryBad, stableBad], [canaryRequests, stableRequests]);
    if (z > peekedQuantile) return cell.t;
  }
  return Number.POSITIVE_INFINITY;
};
