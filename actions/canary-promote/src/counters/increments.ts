/** One window of one series: exact differences of what was counted, or why there are none. Pure. */
import type { TroubleCode, Window } from '../strata.ts';
import type { CounterSeries, Sample } from './series.ts';

export interface Increment {
  /** A whole number. */
  readonly count: number;
  /** The newest sample up to the window's end; null when there is none. */
  readonly last: Sample | null;
  /** A sample lies in the window. */
  readonly isFresh: boolean;
  readonly trouble: TroubleCode | null;
}

/** How the first sample of a window is to be taken when nothing is known from before. */
export type Birth =
  /** The pod was read before, so the series began in this window: it counts from 0. */
  | 'from-zero'
  /** Nothing is known of the pod's past: the first sample is where counting begins. */
  | 'from-first-sample';

/**
 * Sums the differences of consecutive samples in (from, to]. The value at a boundary is that of the last sample at or before it:
 * nothing is interpolated and nothing extrapolated. A fall is a reset, behind which neither number is known.
 * `before` is the last sample that counts as known.
 */
export function increment(
  series: CounterSeries,
  before: Sample | undefined,
  { from, to }: Window,
  birth: Birth,
): Increment {
  const samples = ordered(series.samples).filter(([time]) => time <= to);
  const inside = samples.filter(([time]) => time > from);
  // A sample that arrived behind its own window is counted in this one: a fall in it must not go unseen.
  const next = before === undefined ? inside : samples.filter(([time]) => time > before[0]);
  const odd = next.map(([, value]) => oddity(value)).find((code) => code !== null);
  const known = before ?? samples.findLast(([time]) => time <= from);
  const last = samples.at(-1) ?? before ?? null;
  const result = { last, isFresh: inside.length > 0 };
  if (odd !== undefined) return { ...result, count: 0, trouble: odd };
  let value = valueAt(known, birth) ?? next[0]?.[1] ?? 0;
  let count = 0;
  for (const [, each] of next) {
    if (each < value) return { ...result, count: 0, trouble: 'counter-reset' };
    count += each - value;
    value = each;
  }
  return { ...result, count, trouble: null };
}

/** Where counting begins; undefined for the first sample of the window. JSON makes null of NaN: that is no number either. */
function valueAt(known: Sample | undefined, birth: Birth): number | undefined {
  if (known === undefined) return birth === 'from-zero' ? 0 : undefined;
  return oddity(known[1]) === null ? known[1] : undefined;
}

/** By time, each once; of two values at one time the larger, so that the order of arrival does not matter. NaN is the largest. */
function ordered(samples: readonly Sample[]): readonly Sample[] {
  const rank = (value: number) => (Number.isNaN(value) ? 1 : 0);
  const byValue = (one: number, two: number) => rank(one) - rank(two) || (one < two ? -1 : Number(one > two));
  const sorted = samples.toSorted((one, two) => one[0] - two[0] || byValue(one[1], two[1]));
  return sorted.filter(([time], index) => time !== sorted[index + 1]?.[0]);
}

function oddity(value: number): TroubleCode | null {
  if (Number.isNaN(value)) return 'metrics-not-a-number';
  if (!Number.isFinite(value)) return 'metrics-infinite';
  return Number.isSafeInteger(value) && value >= 0 ? null : 'metrics-inconsistent';
}
