/** Answers of `/api/v1/query` (https://prometheus.io/docs/prometheus/latest/querying/api/). Pure. */
import { isRecord, jsonOf } from './json-value.ts';

export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  /** May be NaN or infinite. */
  readonly value: number;
  /** When it was so; undefined on a page that says no time. */
  readonly at?: Date;
}

export type SeriesRead =
  | { readonly kind: 'read'; readonly series: readonly Series[] }
  | { readonly kind: 'trouble'; readonly why: string };

/** A vector or a scalar, and all of it: a warning that a part could not be had makes the answer no answer. */
export function seriesOf(status: number, text: string): SeriesRead {
  const body = jsonOf(text);
  if (status !== 200) return trouble(`the server answers ${status}${errorType(body)}`);
  if (!isRecord(body)) return trouble('the answer is no JSON of the API');
  const { status: said, data } = body;
  if (said !== 'success' || !isRecord(data)) return trouble(`the server does not say success${errorType(body)}`);
  if (isPartial(body, data)) return trouble('the server warns that a part of the data is missing');
  const { resultType, result } = data;
  if (resultType === 'scalar') return whole([sampleOf({}, result)]);
  if (resultType !== 'vector' || !Array.isArray(result))
    return trouble('the query gives neither a vector nor a scalar');
  return whole(result.map((each: unknown) => (isRecord(each) ? sampleOf(each['metric'], each['value']) : undefined)));
}

function whole(series: readonly (Series | undefined)[]): SeriesRead {
  const read = series.filter((each) => each !== undefined);
  return read.length === series.length
    ? { kind: 'read', series: read }
    : trouble('the answer holds a series that is no number');
}

function sampleOf(metric: unknown, pair: unknown): Series | undefined {
  if (!isRecord(metric) || !Array.isArray(pair) || pair.length !== 2) return undefined;
  const [seconds, text]: unknown[] = pair;
  const labels = Object.entries(metric).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const value = numberOf(text);
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || value === undefined) return undefined;
  if (labels.length < Object.keys(metric).length) return undefined;
  return { labels: Object.fromEntries(labels), value, at: new Date(seconds * 1000) };
}

function numberOf(text: unknown): number | undefined {
  if (typeof text !== 'string') return undefined;
  if (text === 'NaN') return Number.NaN;
  if (text === '+Inf') return Number.POSITIVE_INFINITY;
  if (text === '-Inf') return Number.NEGATIVE_INFINITY;
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(text) ? Number(text) : undefined;
}

/** Thanos and Mimir say it by a warning, VictoriaMetrics by `isPartial`. A hint of Prometheus 3 at the query itself is none. */
function isPartial(body: Record<string, unknown>, data: Record<string, unknown>): boolean {
  const { warnings } = body;
  const texts = Array.isArray(warnings)
    ? warnings.map(String)
    : warnings === undefined || warnings === null
      ? []
      : ['?'];
  const marked = [body, data].some((each) => each['isPartial'] === true || each['partial'] === true);
  return marked || texts.some((each) => !each.startsWith('PromQL info: '));
}

/** Only words of the API's own list are repeated. */
function errorType(body: unknown): string {
  const said = isRecord(body) ? body['errorType'] : undefined;
  const known = ['timeout', 'canceled', 'execution', 'bad_data', 'internal', 'unavailable', 'not_found'];
  return typeof said === 'string' && known.includes(said) ? ` (${said})` : '';
}

function trouble(why: string): SeriesRead {
  return { kind: 'trouble', why };
}
