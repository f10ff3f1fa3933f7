/** How often a source scrapes, by the samples that it has. Pure. */
import type { Trouble } from '../../strata.ts';
import { trouble } from '../trouble.ts';
import type { ApiSeries } from './answer.ts';

/** Gaps of one scrape that failed make no cadence. */
const LEAST_GAPS = 3;
const TOLERANCE = 1.5;

/**
 * A stratum is one scrape interval: with rarer scrapes most strata have no sample, and nothing is ever counted.
 * `interval` in seconds; undefined when the scrapes are as frequent as that, or too few to tell.
 */
export function scrapedSeldom(answer: readonly ApiSeries[], interval: number): Trouble | undefined {
  const gaps = answer
    .map(({ samples, histograms }) =>
      [...samples, ...histograms].map(([time]) => time).toSorted((one, two) => one - two),
    )
    .filter((times) => times.length > LEAST_GAPS)
    .map((times) => median(times.slice(1).map((time, i) => time - (times[i] ?? time))));
  if (gaps.length === 0) return undefined;
  const seconds = Math.round(median(gaps) / 1000);
  if (seconds <= TOLERANCE * interval) return undefined;
  const detail = `expected a sample each ${interval} s, got one each ${seconds} s; set interval: ${seconds}s, or scrape more often`;
  return trouble('metrics-stale', detail);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, two) => one - two)[Math.floor(numbers.length / 2)] ?? 0;
}
