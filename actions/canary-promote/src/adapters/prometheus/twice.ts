/** One pod that is scraped twice would count each request twice. Pure. */
import type { Trouble, Window } from '../../strata.ts';
import { trouble } from '../trouble.ts';
import type { ApiSeries } from './answer.ts';

/** Labels of a scrape, or of a server of a pair; the service itself sets none of them. */
const OF_THE_SCRAPE = ['instance', 'job', 'endpoint', 'prometheus', 'prometheus_replica', 'replica', 'receive_replica'];

/**
 * Two series of one pod with samples in the window that differ only by labels of the scrape. `pod` is the label that tells
 * pods apart; a series without it goes by its instance.
 */
export function scrapedTwice(answer: readonly ApiSeries[], pod: string, { from, to }: Window): Trouble | undefined {
  const seen = new Set<string>();
  for (const { labels, samples, histograms } of answer) {
    const times = [...samples, ...histograms].map(([time]) => time);
    if (!times.some((time) => time > from && time <= to)) continue;
    const keeps = (name: string) =>
      name === pod || !OF_THE_SCRAPE.includes(name) || (name === 'instance' && !labels[pod]);
    const own = Object.entries(labels).filter(([name]) => keeps(name));
    const key = JSON.stringify(own.toSorted(([one], [two]) => (one < two ? -1 : Number(one > two))));
    if (seen.has(key)) {
      const named = labels[pod] || labels['instance'] || 'without a name';
      return trouble('several-series', `expected each counter of a pod once, got one of pod ${named} by two scrapes`);
    }
    seen.add(key);
  }
  return undefined;
}
