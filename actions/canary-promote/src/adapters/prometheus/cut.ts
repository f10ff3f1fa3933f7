/** Windows out of a long answer. Pure. */
import type { Window } from '../../strata.ts';
import type { ApiSeries } from './answer.ts';

type Timed = readonly [time: number, ...rest: readonly unknown[]];

/** Samples of a window, both ends with it; series without any are left out. */
export function cutter(answer: readonly ApiSeries[]): (window: Window) => readonly ApiSeries[] {
  const sorted = answer.map(({ labels, samples, histograms }) => ({
    labels,
    samples: samples.toSorted(byTime),
    histograms: histograms.toSorted(byTime),
  }));
  return (window) =>
    sorted
      .map(({ labels, samples, histograms }) => ({
        labels,
        samples: part(samples, window),
        histograms: part(histograms, window),
      }))
      .filter(({ samples, histograms }) => samples.length + histograms.length > 0);
}

function byTime(one: Timed, two: Timed): number {
  return one[0] - two[0];
}

function part<T extends Timed>(all: readonly T[], { from, to }: Window): readonly T[] {
  return all.slice(firstAt(all, from), firstAt(all, to + 1));
}

/** Index of the first at this time or later. */
function firstAt(all: readonly Timed[], time: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.[0] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
