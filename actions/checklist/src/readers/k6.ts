/** A summary of k6 (its documentation, "End-of-test summary"): `--summary-export`, `handleSummary` or `--new-machine-readable-summary`. */
import { counted } from '../evidence/shown.ts';
import { madeAt } from './date.ts';
import { jsonOf, textAt } from './json.ts';
import { type K6Metric, metricsOf } from './k6-metrics.ts';
import { faults, firstOf, type Measure, type ReportRead, refusal, type Unit } from './measure.ts';

const WHAT = 'a summary of k6';

export function readK6(bytes: Buffer): ReportRead {
  const mend = 'Run `k6 run --summary-export FILE script.js`';
  const read = jsonOf(bytes, WHAT, mend);
  if ('refused' in read) return read;
  const metrics = metricsOf(read.json);
  if (metrics === undefined) return refusal(WHAT, 'JSON without metrics', mend);
  const thresholds = metrics.flatMap((metric) =>
    [...metric.thresholds].map(([text, holds]) => ({ text: `${metric.name}: ${text}`, holds })),
  );
  const broken = thresholds.filter(({ holds }) => !holds);
  const version = textAt(read.json, 'metadata', 'k6_version');
  const measures = new Map(metrics.flatMap(measuresOf));
  if (thresholds.length > 0) measures.set('thresholds', brokenThresholds(broken.length, thresholds.length));
  return {
    measures,
    defaultMeasure: DEFAULT,
    defaultOf: { 'per-second': 'http_reqs.rate' },
    ...madeAt([textAt(read.json, 'metadata', 'generated_at')]),
    ...(version === undefined ? {} : { tool: `k6 ${version}` }),
    findings: firstOf(broken.map(({ text }) => ({ text: `the threshold of the script \`${text}\`, which is broken` }))),
    counted: samplesIn(metrics),
    hint: 'Name one of the measures of the report in `measure:`; more percentiles are in `summaryTrendStats` of the script',
    ...(measures.get('http_req_failed.rate')?.value === 1 ? { incomplete: ALL_FAILED } : {}),
  };
}

/** Times of requests that nobody answered are no times of the service. */
const ALL_FAILED = { why: 'every request of the run failed', mend: 'Run the script against a service that answers' };

const DEFAULT = 'http_req_duration.p(95)';

/** Broken ones fail the report, whatever else is asked of it: k6 itself ends with 99. */
function brokenThresholds(broken: number, all: number): Measure {
  const shown = `${broken} of ${counted(all, 'threshold')} of the script broken`;
  return { ...faults(broken, shown, ['thresholds of the script']), zero: 'always' };
}

/** Requests, else iterations: a test of another protocol has none of HTTP. */
function samplesIn(metrics: readonly K6Metric[]): number {
  const countOf = (name: string) => metrics.find((metric) => metric.name === name)?.values.get('count');
  return countOf('http_reqs') ?? countOf('iterations') ?? 0;
}

interface Known {
  readonly words: readonly string[];
  readonly better?: 'lower' | 'higher';
}

const LATENCY = ['latency', 'response time', 'задержка', 'время ответа', 'время отклика'];

const KNOWN: ReadonlyMap<string, Known> = new Map<string, Known>([
  [DEFAULT, { words: ['p95', 'p(95)', 'latency p95', 'p95 latency', ...LATENCY], better: 'lower' }],
  ['http_req_duration.p(90)', { words: ['p90', 'p(90)', 'latency p90', 'p90 latency'], better: 'lower' }],
  ['http_req_duration.p(99)', { words: ['p99', 'p(99)', 'latency p99', 'p99 latency'], better: 'lower' }],
  ['http_req_duration.p(99.9)', { words: ['p99.9', 'p999', 'p(99.9)'], better: 'lower' }],
  ['http_req_duration.med', { words: ['median', 'p50', 'med', 'медиана', 'median latency'], better: 'lower' }],
  [
    'http_req_duration.avg',
    { words: ['average latency', 'avg', 'average', 'mean', 'средняя задержка'], better: 'lower' },
  ],
  ['http_req_duration.max', { words: ['longest request', 'max'], better: 'lower' }],
  [
    'http_reqs.rate',
    { words: ['request rate', 'rps', 'throughput', 'requests per second', 'нагрузка'], better: 'higher' },
  ],
  ['http_reqs.count', { words: ['requests'], better: 'higher' }],
  [
    'http_req_failed.rate',
    { words: ['error rate', 'failed requests', 'errors', 'доля ошибок', 'ошибок'], better: 'lower' },
  ],
  ['checks.rate', { words: ['checks', 'success rate', 'проверки'], better: 'higher' }],
]);

function measuresOf(metric: K6Metric): [string, Measure][] {
  const { name, contains, values } = metric;
  const share = shareOf(metric);
  if (share !== undefined) return [measureOf(`${name}.rate`, share, 'share')];
  return [...values].map(([stat, value]) => {
    const unit = unitOf(name, stat, contains);
    return measureOf(`${name}.${stat}`, unit === 'seconds' ? value / 1000 : value, unit);
  });
}

function measureOf(id: string, value: number, unit: Unit): [string, Measure] {
  const { words, better } = KNOWN.get(id) ?? ({ words: [id] } satisfies Known);
  const shown = `${value} ${words[0] ?? id}`;
  return [id, better === undefined ? { value, unit, shown, words } : { value, unit, shown, words, better }];
}

/** Of a metric of type Rate; the export calls its share `value`. Where its counts say something worse, theirs. */
function shareOf({ name, values }: K6Metric): number | undefined {
  const [yes, no, total] = [values.get('passes') ?? values.get('matches'), values.get('fails'), values.get('total')];
  const said = values.get('rate') ?? values.get('value');
  const all = total ?? (yes ?? 0) + (no ?? 0);
  if (yes === undefined || said === undefined) return RATES.has(name) ? said : undefined;
  const counted = all > 0 ? yes / all : said;
  return KNOWN.get(`${name}.rate`)?.better === 'higher' ? Math.min(said, counted) : Math.max(said, counted);
}

const RATES: ReadonlySet<string> = new Set(['http_req_failed', 'checks']);

const TIMES =
  /^(?:http_req_(?:duration|blocked|connecting|tls_handshaking|sending|waiting|receiving)|iteration_duration|group_duration|ws_(?:connecting|session_duration|ping)|grpc_req_duration)(?:\{|$)/;

/** The export does not say what a metric contains: of those that k6 has itself it is known, others are plain numbers. */
function unitOf(name: string, stat: string, contains: string | undefined): Unit {
  const isData = contains === 'data' || name.startsWith('data_');
  if (stat === 'rate') return isData ? 'count' : 'per-second';
  if (isData) return 'bytes';
  const isTime = contains === 'time' || (contains === undefined && TIMES.test(name));
  return isTime && stat !== 'count' ? 'seconds' : 'count';
}
