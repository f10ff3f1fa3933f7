import { describe, expect, it } from 'vitest';
import { planWith } from '../adapters/prometheus/plan.fixture.ts';
import { checkQueries } from './queries.ts';

const gauge = (query: string) =>
  planWith({ metrics: [], gauges: [{ name: 'cpu', query, above: 1, below: undefined, for: 60, action: 'hold' }] });
const latency = (histogram: string) =>
  planWith({
    metrics: [{ kind: 'latency', name: 'slow', weight: 1, critical: false, dryRun: false, histogram, edges: [1] }],
  });

describe('a gauge', () => {
  it.each([
    // https://prometheus.io/docs/prometheus/latest/querying/examples/
    'http_requests_total',
    'rate(http_requests_total{job="api-server"}[5m])',
    'sum by (job) (rate(http_requests_total[5m]))',
    '(instance_memory_limit_bytes - instance_memory_usage_bytes) / 1024 / 1024',
    'topk(3, sum by (app, proc) (rate(instance_cpu_time_ns[5m])))',
    'max_over_time(deriv(rate(distance_covered_total[5s])[30s:5s])[10m:])',
    'histogram_quantile(0.9, sum by (le) (rate(x_bucket[10m])))',
    'count_values("version", build_version)',
    'a unless on (pod) b',
    'a offset 5m',
    'a @ end()',
    'scalar(vector(1))',
    '1 + 2',
    '-a',
    'rate({"http.requests"}[5m])',
    'a # with a comment',
  ])('may be %s', (query) => {
    expect(checkQueries(gauge(query))).toEqual([]);
  });

  it.each([
    ['a[5m]', 'samples over a range'],
    ['(a[5m] offset 1h)', 'samples over a range'],
    ['a[30m:1m]', 'a subquery'],
    ['"text"', 'a text'],
    ['rate(a)', 'a'],
    ['sum(rate(a{b="c"}))', 'a{b="c"}'],
    ['avg_over_time(a)', 'a'],
    ['unknown(a)', '"(" at character 8'],
    ['sum(a', 'the end of the text'],
    ['a and', 'the end of the text'],
    ['', 'the end of the text'],
  ])('may not be %s', (query, got) => {
    expect(checkQueries(gauge(query))).toMatchObject([{ name: 'cpu', key: 'query', got }]);
  });
});

describe('a histogram', () => {
  it('goes by its own name', () => {
    expect(checkQueries(latency('http_request_duration_seconds{service="a"}'))).toEqual([]);
    expect(checkQueries(latency('d_bucket{a="1"}'))).toMatchObject([
      { name: 'slow', key: 'histogram', expected: 'd', do: 'leave _bucket away', from: 0, to: 8 },
    ]);
    expect(checkQueries(latency('d_count'))).toHaveLength(1);
    expect(checkQueries(latency('d{le="2"}'))).toMatchObject([{ got: 'a matcher of le' }]);
  });
});

describe('all queries of a plan', () => {
  it('are judged together, each by its name and key', () => {
    const health = { path: undefined, series: 'up[1m]', failures: 3, window: 120 };
    const [errors] = planWith({}).metrics;
    const wrong = errors?.kind === 'errors' ? [{ ...errors, total: 'sum(a)', bad: 'b c' }] : [];
    const plan = { ...gauge('('), metrics: wrong, triggers: { errorRate: undefined, latency: undefined, health } };
    expect(checkQueries(plan).map(({ name, key }) => `${key} of ${name}`)).toEqual([
      'total of errors',
      'bad of errors',
      'query of cpu',
      'series of health',
    ]);
  });
});
