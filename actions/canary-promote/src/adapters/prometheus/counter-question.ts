/** What is asked for one metric, and which series of the answer count to what. Pure. */
import type { CounterSeries, CountsTo, Sample } from '../../counters/series.ts';
import type { Arms, Metric } from '../../plan.ts';
import { matches, sameMatcher, selectorText } from '../../promql/matcher.ts';
import { isSelectorFault, parseSelector, type Selector } from '../../promql/selector.ts';
import type { ApiSeries } from './answer.ts';
import { pseudoBuckets } from './native.ts';
import { readNumber } from './number.ts';

export interface CounterQuestion {
  /** PromQL without its range. */
  readonly selector: string;
  /** Series without a release are left out, those that count to nothing too. */
  seriesOf(answer: readonly ApiSeries[]): readonly CounterSeries[];
}

/** Throws RangeError for a selector that checkQueries refuses. */
export function counterQuestion(metric: Metric, arms: Arms): CounterQuestion {
  return metric.kind === 'errors'
    ? errorQuestion(selectorOf(metric.total), selectorOf(metric.bad), arms)
    : latencyQuestion(selectorOf(metric.histogram), metric.edges, arms);
}

function selectorOf(text: string): Selector {
  const selector = parseSelector(text);
  if (isSelectorFault(selector)) throw new RangeError(`expected a selector, got ${selector.got}`);
  return selector;
}

/** Both counters in one query: what their selectors have in common is asked, the rest is told apart here. */
function errorQuestion(total: Selector, bad: Selector, arms: Arms): CounterQuestion {
  const common = total.matchers.filter((one) => bad.matchers.some((two) => sameMatcher(one, two)));
  const picks = ({ name, matchers }: Selector, labels: ApiSeries['labels']) =>
    labels['__name__'] === name && matches(matchers, labels);
  return {
    selector: selectorText([...new Set([total.name, bad.name])], common),
    seriesOf: (answer) =>
      answer.flatMap(({ labels, samples }) => {
        const counts: CountsTo = { kind: 'errors', requests: picks(total, labels), bad: picks(bad, labels) };
        return counts.requests || counts.bad ? counted(labels, samples, counts, arms) : [];
      }),
  };
}

function latencyQuestion({ name, matchers }: Selector, edges: readonly number[], arms: Arms): CounterQuestion {
  return {
    // Nobody knows beforehand which of the two kinds a service has.
    selector: selectorText([name, `${name}_bucket`], matchers),
    seriesOf: (answer) => {
      const classic = answer.flatMap(({ labels, samples }) => {
        const le = labels['__name__'] === `${name}_bucket` ? readNumber(labels['le']) : undefined;
        return le === undefined ? [] : counted(labels, samples, { kind: 'bucket', le }, arms);
      });
      // A scrape may keep both kinds of one histogram: each pod counts once.
      const known = new Set(classic.map(podOf));
      const native = nativeSeries(name, answer, edges, arms);
      return [...classic, ...native.filter((one) => !known.has(podOf(one)))];
    },
  };
}

function podOf({ arm, pod }: CounterSeries): string {
  return `${arm} ${pod}`;
}

function nativeSeries(
  name: string,
  answer: readonly ApiSeries[],
  edges: readonly number[],
  arms: Arms,
): readonly CounterSeries[] {
  const mine = answer.filter(({ labels, histograms }) => labels['__name__'] === name && histograms.length > 0);
  const buckets = pseudoBuckets(
    edges,
    mine.flatMap(({ histograms }) => histograms.map(([, histogram]) => histogram)),
  );
  return mine.flatMap(({ labels, histograms }) =>
    buckets.flatMap(({ le, count }) => {
      const samples = histograms.map(([time, histogram]): Sample => [time, count(histogram)]);
      return counted({ ...labels, le: String(le) }, samples, { kind: 'bucket', le }, arms);
    }),
  );
}

/** None without a release: nobody knows which arm it is. */
function counted(
  labels: ApiSeries['labels'],
  samples: readonly Sample[],
  counts: CountsTo,
  arms: Arms,
): readonly CounterSeries[] {
  const release = labels[arms.label] ?? '';
  if (release === '') return [];
  const pod = podLabel(labels, arms);
  const arm = release === arms.canary ? 'canary' : 'stable';
  return [{ arm, pod, release, id: idOf(labels), counts, samples }];
}

/** Without a label of the pod its address tells it apart; without both, nothing does. */
function podLabel(labels: ApiSeries['labels'], { pod }: Arms): string {
  return labels[pod] || labels['instance'] || '';
}

function idOf(labels: ApiSeries['labels']): string {
  return JSON.stringify(Object.entries(labels).toSorted(([one], [two]) => (one < two ? -1 : Number(one > two))));
}
