/** What a pod of the test service counted, and how it tells it: Prometheus text 0.0.4 or OpenMetrics 1.0. Pure. */

export interface Request {
  readonly code: number;
  readonly seconds: number;
  /** GET. */
  readonly method?: string;
  /** This many alike; 1. */
  readonly times?: number;
}

/** Upper bounds of the buckets, seconds. */
export const BOUNDS: readonly number[] = [0.1, 0.5, 1, 2, 5];

/** A sample before it is written. */
export interface TestSeries {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Counters as a client library keeps them: nothing is there before its first request. */
export class Counted {
  private readonly requests = new Map<string, { readonly method: string; readonly code: number; count: number }>();
  private readonly buckets: number[] = [...BOUNDS, Number.POSITIVE_INFINITY].map(() => 0);
  private sum = 0;

  add({ code, seconds, method = 'GET', times = 1 }: Request): void {
    const key = `${method} ${code}`;
    const known = this.requests.get(key) ?? { method, code, count: 0 };
    known.count += times;
    this.requests.set(key, known);
    this.sum += seconds * times;
    for (const [b, count] of this.buckets.entries()) {
      if (seconds <= (BOUNDS[b] ?? Number.POSITIVE_INFINITY)) this.buckets[b] = count + times;
    }
  }

  get total(): number {
    return this.buckets.at(-1) ?? 0;
  }

  withCode(takes: (code: number) => boolean): number {
    return [...this.requests.values()].reduce((sum, { code, count }) => (takes(code) ? sum + count : sum), 0);
  }

  /** Slower than a bound of a bucket. */
  slowerThan(bound: number): number {
    return this.total - (this.buckets[BOUNDS.indexOf(bound)] ?? Number.NaN);
  }

  series(labels: Readonly<Record<string, string>>): readonly TestSeries[] {
    if (this.total === 0) return [];
    const requests = [...this.requests.values()].map(({ method, code, count }) => ({
      name: 'http_requests_total',
      labels: { ...labels, method, code: String(code) },
      value: count,
    }));
    const name = 'http_request_duration_seconds';
    const buckets = this.buckets.map((value, b) => {
      const le = BOUNDS[b];
      return { name: `${name}_bucket`, labels: { ...labels, le: le === undefined ? '+Inf' : written(le) }, value };
    });
    const rest = [
      { name: `${name}_sum`, labels, value: this.sum },
      { name: `${name}_count`, labels, value: this.total },
    ];
    return [...requests, ...buckets, ...rest];
  }
}

/** OpenMetrics writes bounds with a point. */
function written(bound: number): string {
  return Number.isInteger(bound) ? `${bound}.0` : String(bound);
}

export const OPEN_METRICS = 'application/openmetrics-text; version=1.0.0; charset=utf-8';
export const PROMETHEUS = 'text/plain; version=0.0.4; charset=utf-8';

/** `time`: what the samples say of their own age, seconds since the epoch. */
export function exposition(series: readonly TestSeries[], open: boolean, time?: number): string {
  const stamp = time === undefined ? '' : ` ${open ? time : Math.round(time * 1000)}`;
  const lines = series.map(({ name, labels, value }) => `${name}${labelText(labels)} ${numberText(value)}${stamp}`);
  const of = (part: string) => lines.filter((line) => line.startsWith(part));
  const family = (name: string, type: string, help: string) => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
  return [
    ...family(open ? 'http_requests' : 'http_requests_total', 'counter', 'Requests.'),
    ...of('http_requests_total'),
    ...family('http_request_duration_seconds', 'histogram', 'Time of a request, in \\\\ and out.'),
    ...of('http_request_duration_seconds'),
    ...(open ? ['# EOF'] : []),
    '',
  ].join('\n');
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const escaped = (value: string) => value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
  const all = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return all.length === 0 ? '' : `{${all.join(',')}}`;
}

function numberText(value: number): string {
  if (Number.isFinite(value) || Number.isNaN(value)) return String(value);
  return value > 0 ? '+Inf' : '-Inf';
}
