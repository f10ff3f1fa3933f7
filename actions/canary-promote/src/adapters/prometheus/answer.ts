/** Answers of /api/v1/query, as Prometheus, Thanos, Mimir and VictoriaMetrics give them. Pure. */
import type { Sample } from '../../counters/series.ts';
import type { Trouble } from '../../strata.ts';
import { trouble } from '../trouble.ts';
import { type NativeHistogram, readNative } from './native.ts';
import { readNumber } from './number.ts';

/** One series: the samples of a matrix, or the one of a vector or scalar. */
export interface ApiSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly samples: readonly Sample[];
  readonly histograms: readonly (readonly [time: number, histogram: NativeHistogram])[];
}

/**
 * https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview
 * With `type` nothing else will do: a vector holds one sample a series, of which nothing can be counted.
 */
export function readAnswer(status: number, text: string, type?: 'matrix'): readonly ApiSeries[] | Trouble {
  const body = parsed(text);
  if (status < 200 || status > 299) return refusal(status, body);
  if (!isRecord(body)) return incomplete('JSON', 'something else, or the beginning of it');
  if (body['status'] === 'error') return refusal(status, body);
  if (body['status'] !== 'success' || !isRecord(body['data'])) return incomplete('an answer of the API', 'other JSON');
  const partial = partialOf(body, body['data']);
  if (partial !== undefined) return partial;
  const { resultType, result } = body['data'];
  if (type !== undefined && resultType !== type) return incomplete(`a ${type}`, 'another kind of answer');
  const series =
    resultType === 'scalar' ? [scalar(result)] : Array.isArray(result) ? result.map(seriesOf) : [undefined];
  const whole = series.filter((each) => each !== undefined);
  if (resultType === 'string') return trouble('source-refused', 'expected numbers, got a text');
  if (whole.length < series.length) return incomplete('series with samples', 'something else');
  return whole;
}

function incomplete(expected: string, got: string): Trouble {
  return trouble('source-incomplete', `expected ${expected}, got ${got}`);
}

/** https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview: only these words are repeated. */
const ERROR_TYPES = ['timeout', 'canceled', 'execution', 'bad_data', 'internal', 'unavailable', 'not_found', '422'];

function refusal(status: number, body: unknown): Trouble {
  const said = isRecord(body) ? ERROR_TYPES.find((type) => type === body['errorType']) : undefined;
  const got = `got ${status}${said === undefined ? '' : ` (${said})`}`;
  if (said === 'timeout' || status === 408) return trouble('source-timeout', `expected an answer in time, ${got}`);
  if (status === 429) return trouble('source-rate-limited', `expected an answer, ${got}`);
  if (status >= 500) return trouble('source-unavailable', `expected an answer, ${got}`);
  return trouble('source-refused', `expected an answer, ${got}`);
}

/** Hints at the query itself; any other warning says that a part of the data could not be had. */
const ABOUT_THE_QUERY = /^PromQL (?:info|warning): /;

/** Thanos and remote reads say it by a warning, VictoriaMetrics by a member of its own. */
function partialOf(body: Record<string, unknown>, data: Record<string, unknown>): Trouble | undefined {
  const texts = (key: string) => (Array.isArray(body[key]) ? body[key].map(String) : []);
  const warned = texts('warnings').some((each) => !ABOUT_THE_QUERY.test(each));
  const informed = texts('infos').some((each) => /partial/i.test(each));
  const marked = [body, data].some((each) => each['isPartial'] === true || each['partial'] === true);
  return warned || informed || marked ? incomplete('all data', 'a warning that it is a part of it') : undefined;
}

function seriesOf(entry: unknown): ApiSeries | undefined {
  if (!isRecord(entry)) return undefined;
  const labels = labelsOf(entry['metric']);
  const samples = listed(entry['values'], entry['value'], readSample);
  const histograms = listed(entry['histograms'], entry['histogram'], readHistogramSample);
  if (labels === undefined || samples === undefined || histograms === undefined) return undefined;
  return samples.length + histograms.length === 0 ? undefined : { labels, samples, histograms };
}

/** A list of a matrix, or the single one of a vector; undefined when one of them cannot be read. */
function listed<T>(many: unknown, one: unknown, read: (entry: unknown) => T | undefined): readonly T[] | undefined {
  if (many !== undefined && !Array.isArray(many)) return undefined;
  const entries: readonly unknown[] = many ?? (one === undefined ? [] : [one]);
  const all = entries.map(read).filter((each) => each !== undefined);
  return all.length === entries.length ? all : undefined;
}

function labelsOf(metric: unknown): Readonly<Record<string, string>> | undefined {
  if (!isRecord(metric)) return undefined;
  const labels: [string, string][] = [];
  for (const [name, value] of Object.entries(metric)) {
    if (typeof value !== 'string') return undefined;
    labels.push([name, value]);
  }
  return Object.fromEntries(labels);
}

function scalar(result: unknown): ApiSeries | undefined {
  const sample = readSample(result);
  return sample === undefined ? undefined : { labels: {}, samples: [sample], histograms: [] };
}

function readSample(entry: unknown): Sample | undefined {
  if (!Array.isArray(entry) || entry.length !== 2) return undefined;
  const time = timeOf(entry[0]);
  const value = readNumber(entry[1]);
  return time === undefined || value === undefined ? undefined : [time, value];
}

function readHistogramSample(entry: unknown): readonly [number, NativeHistogram] | undefined {
  if (!Array.isArray(entry) || entry.length !== 2) return undefined;
  const time = timeOf(entry[0]);
  const histogram = readNative(entry[1]);
  return time === undefined || histogram === undefined ? undefined : [time, histogram];
}

/** Seconds, to milliseconds. */
function timeOf(seconds: unknown): number | undefined {
  return typeof seconds === 'number' && Number.isFinite(seconds) ? Math.round(seconds * 1000) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
