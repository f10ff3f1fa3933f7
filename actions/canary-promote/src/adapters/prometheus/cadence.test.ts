import { describe, expect, it } from 'vitest';
import type { ApiSeries } from './answer.ts';
import { scrapedSeldom } from './cadence.ts';

const scraped = (...seconds: readonly number[]): ApiSeries => {
  return { labels: {}, samples: seconds.map((time) => [time * 1000, 1]), histograms: [] };
};
const each = (seconds: number, from = 0) => scraped(...[0, 1, 2, 3, 4, 5].map((n) => from + n * seconds));

describe('scrapes', () => {
  it.each<[string, readonly ApiSeries[], number | undefined]>([
    ['as often as the interval', [each(15), each(15, 7)], undefined],
    ['more often', [each(5)], undefined],
    ['a little late', [scraped(0, 15.2, 29.9, 46, 61)], undefined],
    ['as often, but for one that failed', [scraped(0, 15, 45, 60, 75)], undefined],
    ['half as often', [each(30), each(30, 4)], 30],
    ['half as often, in any order', [scraped(90, 0, 60, 30)], 30],
    ['too few to tell', [scraped(0, 60, 120)], undefined],
    ['none', [], undefined],
  ])('%s', (_, answer, seconds) => {
    expect(scrapedSeldom(answer, 15)?.detail).toBe(
      seconds === undefined
        ? undefined
        : `expected a sample each 15 s, got one each ${seconds} s; set interval: ${seconds}s, or scrape more often`,
    );
  });

  it('of native histograms count as scrapes', () => {
    const times = [0, 60, 120, 180].map((time) => [time * 1000, { count: 1, buckets: [] }] as const);
    expect(scrapedSeldom([{ labels: {}, samples: [], histograms: times }], 15)).toMatchObject({
      code: 'metrics-stale',
    });
  });
});
