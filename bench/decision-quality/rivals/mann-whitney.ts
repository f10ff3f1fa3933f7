/**
 * The two-sample Wilcoxon test as R's `wilcox.test(conf.int = TRUE, exact = FALSE)` and Kayenta have it: mid-ranks, variance with
 * ties, continuity correction. The interval's ends are the shifts at which the corrected statistic passes the normal quantile,
 * found to `precision` (R's uniroot stops at 1e-4).
 */
import { brentRoot } from './brent.ts';

/** The corrected statistic when `shift` is taken off the experiment, less `quantile`. It falls as the shift grows. */
export function shiftedStatistic(
  experiment: readonly number[],
  control: readonly number[],
  shift: number,
  quantile: number,
): number {
  const m = experiment.length;
  const n = control.length;
  const { sum, ties } = rankSum(
    experiment.map((value) => value - shift),
    control,
  );
  const distance = sum - (m * (m + 1)) / 2 - (m * n) / 2;
  const deviation = Math.sqrt(((m * n) / 12) * (m + n + 1 - ties / ((m + n) * (m + n - 1))));
  return (distance - Math.sign(distance) / 2) / deviation - quantile;
}

/** Sum of the mid-ranks of `first` among both, and the sum of t^3 - t over ties of t. */
function rankSum(first: readonly number[], second: readonly number[]): { readonly sum: number; readonly ties: number } {
  const a = Float64Array.from(first).sort();
  const b = Float64Array.from(second).sort();
  let sum = 0;
  let ties = 0;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const value = Math.min(a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY);
    const [fromA, fromB] = [i, j];
    while (i < a.length && a[i] === value) i += 1;
    while (j < b.length && b[j] === value) j += 1;
    const tied = i - fromA + (j - fromB);
    sum += (i - fromA) * (fromA + fromB + (tied + 1) / 2);
    ties += tied ** 3 - tied;
  }
  return { sum, ties };
}

export interface ShiftInterval {
  readonly lower: number;
  readonly upper: number;
  readonly estimate: number;
}

/** Interval and Hodges-Lehmann estimate of experiment less control; undefined when all values are the same. */
export function shiftInterval(
  experiment: readonly number[],
  control: readonly number[],
  quantile: number,
  precision = 1e-4,
): ShiftInterval | undefined {
  const low = Math.min(...experiment) - Math.max(...control);
  const high = Math.max(...experiment) - Math.min(...control);
  if (low === high) return undefined;
  const root = (z: number) => {
    const at = (shift: number) => shiftedStatistic(experiment, control, shift, z);
    if (!(at(low) > 0)) return low;
    if (!(at(high) < 0)) return high;
    return brentRoot(at, low, high, precision);
  };
  return { lower: root(quantile), upper: root(-quantile), estimate: root(0) };
}
