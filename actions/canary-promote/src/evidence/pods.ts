/**
 * Test P: pods of one load are exchangeable given the past, so the canary's could have been any C of the P pods.
 * E(r) = prod over canary pods r^k / mean over all choices of C pods; the mean is the elementary symmetric polynomial over
 * the number of choices. canary-statistics.md, "P"; Ramdas et al. on permutation e-processes.
 */
import { logChoose, logSumExp } from './counting.ts';
import { rollbackGrid } from './rates.ts';

/** One scrape never decides. */
const LOG_CAP = Math.log(8);
/** Below it a double would lose digits, so logarithms are used. */
const LOG_SAFE = 600;

/** Powers r^-j of each ratio: a double holds them until r^-j is 0. */
const POWERS = 256;
const powers = rollbackGrid.map((ratio) =>
  Float64Array.from({ length: POWERS }, (_, j) => Math.exp(-j * Math.log(ratio))),
);

/** ln E of one stratum for each ratio of the grid, into `out`; bad events by pod. */
export function podEvidence(canary: readonly number[], stable: readonly number[], out: Float64Array): void {
  const all = canary.concat(stable);
  const highest = all.reduce((most, k) => Math.max(most, k), 0);
  const chosen = canary.length;
  const bad = canary.reduce((sum, k) => sum + k, 0);
  const choices = logChoose(all.length, chosen);
  for (let g = 0; g < rollbackGrid.length; g += 1) {
    const logRatio = Math.log(rollbackGrid[g] ?? 1);
    const table = powers[g];
    const safe = table !== undefined && highest < POWERS && chosen * highest * logRatio < LOG_SAFE;
    const polynomial = safe
      ? Math.log(shiftedPolynomial(all, chosen, highest, table)) + chosen * highest * logRatio
      : logPolynomialByLogs(all, chosen, logRatio);
    out[g] = Math.min(LOG_CAP, bad * logRatio - (polynomial - choices));
  }
}

let sums = new Float64Array(64);

/** The elementary symmetric polynomial of degree `chosen` in r^(k - highest), by the usual recurrence. */
function shiftedPolynomial(counts: readonly number[], chosen: number, highest: number, table: Float64Array): number {
  if (sums.length <= chosen) sums = new Float64Array(2 * chosen);
  sums.fill(0, 0, chosen + 1);
  sums[0] = 1;
  for (let seen = 0; seen < counts.length; seen += 1) {
    const value = table[highest - (counts[seen] ?? 0)] ?? 0;
    for (let c = Math.min(chosen, seen + 1); c > 0; c -= 1) sums[c] = (sums[c] ?? 0) + value * (sums[c - 1] ?? 0);
  }
  return sums[chosen] ?? 0;
}

function logPolynomialByLogs(counts: readonly number[], chosen: number, logRatio: number): number {
  const logs = new Float64Array(chosen + 1).fill(Number.NEGATIVE_INFINITY);
  logs[0] = 0;
  for (const [seen, k] of counts.entries()) {
    for (let c = Math.min(chosen, seen + 1); c > 0; c -= 1) {
      logs[c] = logSumExp([logs[c] ?? 0, k * logRatio + (logs[c - 1] ?? 0)]);
    }
  }
  return logs[chosen] ?? 0;
}
