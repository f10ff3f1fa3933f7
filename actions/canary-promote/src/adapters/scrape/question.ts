/** Which series of a page count to what. Pure. */
import type { CountsTo } from '../../counters/series.ts';
import type { Exposed } from '../../exposition/exposed.ts';
import { readValue } from '../../exposition/number.ts';
import type { ScrapeTarget } from '../../plan/source.ts';
import type { Arms, Metric } from '../../plan.ts';
import { isSelectorFault, matches, parseSelector, type Selector } from '../../promql/selector.ts';
import type { Seen } from './snapshot.ts';

export interface PageQuestion {
  readonly metric: Metric;
  seriesOf(page: readonly Exposed[], target: ScrapeTarget): readonly Seen[];
}

/** Throws RangeError for a selector that checkQueries refuses. */
export function pageQuestion(metric: Metric, arms: Arms): PageQuestion {
  const countsTo = metric.kind === 'errors' ? errorCounts(metric.total, metric.bad) : bucketCounts(metric.histogram);
  return {
    metric,
    seriesOf: (page, target) => {
      const seen = new Map<string, Seen>();
      for (const series of page) {
        const counts = countsTo(series);
        if (counts === undefined) continue;
        const { value, time } = series;
        const id = idOf(series);
        // Of several samples of one series, which OpenMetrics may tell, the last is the newest.
        seen.set(id, { id, release: releaseOf(series, target, arms), counts, value, time });
      }
      return [...seen.values()];
    },
  };
}

type CountsOf = (series: Exposed) => CountsTo | undefined;

function errorCounts(total: string, bad: string): CountsOf {
  const all = selectorOf(total);
  const some = selectorOf(bad);
  return (series) => {
    const counts = { kind: 'errors' as const, requests: picks(all, series), bad: picks(some, series) };
    return counts.requests || counts.bad ? counts : undefined;
  };
}

function bucketCounts(histogram: string): CountsOf {
  const { name, matchers } = selectorOf(histogram);
  return (series) => {
    if (!picks({ name: `${name}_bucket`, matchers }, series)) return undefined;
    const le = readValue(series.labels['le'] ?? '');
    return le === undefined ? undefined : { kind: 'bucket', le };
  };
}

function selectorOf(text: string): Selector {
  const selector = parseSelector(text);
  if (isSelectorFault(selector)) throw new RangeError(`expected a selector, got ${selector.got}`);
  return selector;
}

function picks({ name, matchers }: Selector, series: Exposed): boolean {
  return series.name === name && matches(matchers, series.labels);
}

/** The target says which arm it is; a page need not know its own release. */
function releaseOf({ labels }: Exposed, { arm }: ScrapeTarget, arms: Arms): string {
  return labels[arms.label] || (arms[arm] ?? arm);
}

function idOf({ name, labels }: Exposed): string {
  return JSON.stringify([name, ...Object.entries(labels).toSorted(([one], [two]) => (one < two ? -1 : 1))]);
}
