/**
 * A stand-in of Prometheus' HTTP API that scrapes the test service itself when it is told to, and answers the raw samples
 * that the adapter asks for: https://prometheus.io/docs/prometheus/latest/querying/api/. Everything else is 501, never a guess.
 */
import { isFaulty, parseExposition } from '../../exposition/parse.ts';
import { isSelectorFault, matches, parseSelector } from '../../promql/selector.ts';
import { type StandIn, startStandIn } from '../prometheus/stand-in.fixture.ts';
import type { TestService } from './service.ts';

export interface TestPrometheus {
  readonly url: URL;
  /** One scrape of every pod; `at` in milliseconds since the epoch. What cannot be read leaves no sample. */
  scrape(at: number): Promise<void>;
  close(): Promise<void>;
}

interface Stored {
  readonly labels: Readonly<Record<string, string>>;
  readonly samples: (readonly [time: number, value: number])[];
}

export async function startPrometheus(service: TestService): Promise<TestPrometheus> {
  const stored = new Map<string, Stored>();
  const server: StandIn = await startStandIn((response, { path, form }) => {
    const found = path === 'POST /api/v1/query' ? select(stored, form['query'] ?? '', Number(form['time'])) : undefined;
    if (found === undefined) response.writeHead(501).end('not answered by this stand-in');
    else response.writeHead(200, { 'content-type': 'application/json' }).end(matrixText(found));
  });
  return {
    url: server.url,
    scrape: async (at) => {
      await Promise.all(service.pods.map(({ url }) => scrapePod(stored, `${url}/metrics`, at)));
    },
    close: () => server.close(),
  };
}

async function scrapePod(stored: Map<string, Stored>, url: string, at: number): Promise<void> {
  const text = await pageOf(url);
  const parsed = text === undefined ? undefined : parseExposition(text, 'openmetrics');
  if (parsed === undefined || isFaulty(parsed)) return;
  for (const { name, labels, value, time = at } of parsed.series) {
    const all = { __name__: name, ...labels };
    const key = JSON.stringify(Object.entries(all).toSorted(([one], [two]) => (one < two ? -1 : 1)));
    const known: Stored = stored.get(key) ?? { labels: all, samples: [] };
    // A sample of the same time is the same sample.
    if (known.samples.at(-1)?.[0] !== time) known.samples.push([time, value]);
    stored.set(key, known);
  }
}

async function pageOf(url: string): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(150);
    const headers = { accept: 'application/openmetrics-text', 'accept-encoding': 'identity' };
    const answer = await fetch(url, { headers, redirect: 'manual', signal });
    const text = await answer.text();
    return answer.status === 200 ? text : undefined;
  } catch {
    return undefined;
  }
}

/** `selector[15000ms]` at a time in seconds, (time - range, time]; undefined for anything else. */
function select(stored: ReadonlyMap<string, Stored>, query: string, seconds: number): readonly Stored[] | undefined {
  const [, selector, range] = /^(.*)\[(\d+)ms\]$/s.exec(query) ?? [];
  const picks = selector === undefined ? undefined : pickerOf(selector);
  if (picks === undefined) return undefined;
  const to = Math.round(seconds * 1000);
  return [...stored.values()]
    .filter(({ labels }) => picks(labels))
    .map(({ labels, samples }) => {
      return { labels, samples: samples.filter(([time]) => time > to - Number(range) && time <= to) };
    })
    .filter(({ samples }) => samples.length > 0);
}

/** One name, or the several of a question for a histogram of either kind. */
function pickerOf(text: string): ((labels: Stored['labels']) => boolean) | undefined {
  const several = /^\{__name__=~"\^\(\?:([a-z_|]+)\)\$"\}$/.exec(text)?.[1]?.split('|');
  if (several !== undefined) return (labels) => several.includes(labels['__name__'] ?? '');
  const selector = parseSelector(text);
  if (isSelectorFault(selector)) return undefined;
  return (labels) => labels['__name__'] === selector.name && matches(selector.matchers, labels);
}

function matrixText(series: readonly Stored[]): string {
  const result = series.map(({ labels, samples }) => ({
    metric: labels,
    values: samples.map(([time, value]) => [time / 1000, valueText(value)]),
  }));
  return JSON.stringify({ status: 'success', data: { resultType: 'matrix', result } });
}

function valueText(value: number): string {
  if (Number.isFinite(value) || Number.isNaN(value)) return String(value);
  return value > 0 ? '+Inf' : '-Inf';
}
