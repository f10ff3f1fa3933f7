import { afterEach, describe, expect, it } from 'vitest';
import type { Plan } from '../../plan.ts';
import type { Reading, Window } from '../../strata.ts';
import { metrics as metric, planWith, window } from './plan.fixture.ts';
import { matrix, metricsAt, never, type StandIn, startStandIn, vector } from './stand-in.fixture.ts';

const servers: StandIn[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** Answers each query by the first text whose key is a part of it. */
async function serve(answers: Readonly<Record<string, string>>): Promise<StandIn> {
  const server = await startStandIn((response, { form }) => {
    const found = Object.entries(answers).find(([part]) => form['query']?.includes(part));
    response.writeHead(200).end(found?.[1] ?? matrix());
  });
  servers.push(server);
  return server;
}

async function read(answers: Readonly<Record<string, string>>, plan: Plan): Promise<Readonly<Record<string, Reading>>> {
  const server = await serve(answers);
  return (await metricsAt(server.url, plan).read(window, never)).readings;
}

const times = [985, 1000, 1015];
const counter = (labels: Readonly<Record<string, string>>, ...values: readonly number[]) =>
  [
    { __name__: 'http_requests_total', ...labels },
    values.map((value, i) => [times[i] ?? 0, String(value)] as const),
  ] as const;

describe('a window of Prometheus', () => {
  it('counts exact differences by arm and pod', async () => {
    const answer = matrix(
      counter({ version: '2', pod: 'c1', code: '200' }, 100, 110, 130),
      counter({ version: '2', pod: 'c1', code: '503' }, 1, 1, 3),
      counter({ version: '1', pod: 's1', code: '200' }, 7, 7, 107),
      counter({ version: '1', pod: 's2', code: '200' }, 0, 50, 100),
      counter({ version: '', pod: 'x', code: '200' }, 0, 50, 100),
      counter({ pod: 'y', code: '200' }, 0, 50, 100),
    );
    const { errors } = await read({ http_requests_total: answer }, planWith({ metrics: [metric.errors] }));
    expect(errors).toEqual({
      kind: 'counts',
      canary: { requests: [22], bad: [[2]] },
      stable: { requests: [100, 50], bad: [[0, 0]] },
    });
  });

  it('counts bad events from a counter of their own', async () => {
    const errors = { ...metric.errors, total: 'requests_total{app="a"}', bad: 'errors_total{app="a",kind!="client"}' };
    const answer = matrix(
      [
        { __name__: 'requests_total', app: 'a', version: '2', pod: 'c' },
        [
          [1000, '10'],
          [1015, '20'],
        ],
      ],
      [
        { __name__: 'errors_total', app: 'a', version: '2', pod: 'c', kind: 'db' },
        [
          [1000, '1'],
          [1015, '4'],
        ],
      ],
      [
        { __name__: 'errors_total', app: 'a', version: '2', pod: 'c', kind: 'client' },
        [
          [1000, '1'],
          [1015, '9'],
        ],
      ],
    );
    const server = await serve({ requests_total: answer });
    const { readings } = await metricsAt(server.url, planWith({ metrics: [errors] })).read(window, never);
    expect(readings['errors']).toMatchObject({ canary: { requests: [10], bad: [[3]] } });
    expect(server.asked.map(({ form }) => form['query'])).toEqual([
      '{__name__=~"^(?:requests_total|errors_total)$",app="a"}[75000ms]',
    ]);
  });

  it('tells pods apart by their address when they have no name, and not at all without it', async () => {
    const plan = planWith({ metrics: [metric.errors] });
    const named = matrix(
      counter({ version: '2', instance: 'a:80' }, 0, 0, 1),
      counter({ version: '2', instance: 'b:80' }, 0, 0, 2),
    );
    expect((await read({ http: named }, plan))['errors']).toMatchObject({ canary: { requests: [1, 2] } });
    const nameless = matrix(
      counter({ version: '2', code: '200' }, 0, 0, 1),
      counter({ version: '2', code: '500' }, 0, 0, 2),
    );
    expect((await read({ http: nameless }, plan))['errors']).toMatchObject({ canary: { requests: [3], bad: [[2]] } });
  });

  it('reads a classic histogram by the buckets around each edge', async () => {
    const bucket = (le: string, from: number, to: number) =>
      [
        { __name__: 'http_request_duration_seconds_bucket', version: '2', pod: 'c', le },
        [
          [1000, String(from)],
          [1015, String(to)],
        ],
      ] as const;
    const answer = matrix(bucket('0.5', 10, 15), bucket('1.0', 20, 28), bucket('5', 30, 39), bucket('+Inf', 30, 40));
    const { latency } = await read({ _bucket: answer }, planWith({ metrics: [metric.latency] }));
    expect(latency).toMatchObject({ canary: { requests: [10], bad: [[5], [1]], possiblyBad: [[5], [2]] } });
  });

  it('reads a native histogram, whatever buckets it shows', async () => {
    const histogram = (count: number, ...buckets: readonly (readonly [number, string, string, string])[]) => ({
      count: String(count),
      sum: '1',
      buckets,
    });
    const result = [
      {
        metric: { __name__: 'http_request_duration_seconds', version: '2', pod: 'c' },
        histograms: [
          [1000, histogram(3, [0, '0.25', '0.5', '3'])],
          [
            1015,
            histogram(
              10,
              [0, '0.25', '0.5', '4'],
              [0, '0.5', '0.7071', '3'],
              [0, '1.9', '2.1', '2'],
              [0, '4', '8', '1'],
            ),
          ],
        ],
      },
    ];
    const answer = JSON.stringify({ status: 'success', data: { resultType: 'matrix', result } });
    const { latency } = await read({ _bucket: answer }, planWith({ metrics: [metric.latency] }));
    expect(latency).toMatchObject({ canary: { requests: [7], bad: [[6], [1]], possiblyBad: [[6], [3]] } });
    const edges = { ...metric.latency, edges: [0.5, 4] };
    expect((await read({ _bucket: answer }, planWith({ metrics: [edges] })))['latency']).toEqual({
      kind: 'counts',
      canary: { requests: [7], bad: [[6], [1]] },
      stable: { requests: [], bad: [[], []] },
      stableTrouble: { kind: 'trouble', code: 'metrics-missing', detail: 'stable: no series' },
    });
  });

  it('counts a pod once that shows its histogram in both forms', async () => {
    const labels = { version: '2', pod: 'c' };
    const result = [
      {
        metric: { __name__: 'http_request_duration_seconds_bucket', ...labels, le: '0.5' },
        values: [
          [1000, '1'],
          [1015, '2'],
        ],
      },
      {
        metric: { __name__: 'http_request_duration_seconds_bucket', ...labels, le: '+Inf' },
        values: [
          [1000, '1'],
          [1015, '4'],
        ],
      },
      {
        metric: { __name__: 'http_request_duration_seconds', ...labels },
        histograms: [
          [1000, { count: '1' }],
          [1015, { count: '4' }],
        ],
      },
    ];
    const answer = JSON.stringify({ status: 'success', data: { resultType: 'matrix', result } });
    const { latency } = await read({ _bucket: answer }, planWith({ metrics: [metric.latency] }));
    expect(latency).toMatchObject({ canary: { requests: [3] } });
  });

  it('counts a rollout window by window, and a series that is born in one from zero', async () => {
    const all = [
      counter({ version: '2', pod: 'c', code: '200' }, 5, 6, 8),
      counter({ version: '2', pod: 'c', code: '500' }),
    ] as const;
    let now = 0;
    const server = await startStandIn((response) => {
      const [ok, bad] = all;
      now += 1;
      const values = [...ok[1], [1030, '9'] as const].slice(0, now + 2);
      const born = now === 2 ? [[bad[0], [[1030, '4']]] as const] : [];
      response.writeHead(200).end(matrix([ok[0], values], ...born));
    });
    servers.push(server);
    const source = metricsAt(server.url, planWith({ metrics: [metric.errors] }));
    const first = await source.read(window, never);
    const second = await source.read({ from: 1_015_000, to: 1_030_000 }, never);
    expect(first.readings['errors']).toMatchObject({ canary: { requests: [2], bad: [[0]] } });
    expect(second.readings['errors']).toMatchObject({ canary: { requests: [5], bad: [[4]] } });
    // The first looks back a minute, the second as far as it needs.
    expect(server.asked.map(({ form }) => [form['query'], form['time']])).toEqual([
      ['http_requests_total[75000ms]', '1015.000'],
      ['http_requests_total[45000ms]', '1030.000'],
    ]);
  });

  it('goes on behind a window that could not be read, and loses no series that was born meanwhile', async () => {
    const [ok, bad] = [
      { version: '2', pod: 'c', code: '200' },
      { version: '2', pod: 'c', code: '500' },
    ];
    let asked = 0;
    const server = await startStandIn((response, { form }) => {
      asked += 1;
      if (asked === 2) response.writeHead(429).end();
      const at = Number(form['time']);
      const until = (values: readonly (readonly [number, string])[]) => values.filter(([time]) => time <= at);
      const name = { __name__: 'http_requests_total' };
      const all = matrix(
        [
          { ...name, ...ok },
          until([
            [985, '5'],
            [1000, '6'],
            [1015, '8'],
            [1030, '9'],
            [1045, '19'],
          ]),
        ],
        ...(at < 1045 ? [] : [[{ ...name, ...bad }, [[1045, '4']]] as const]),
      );
      if (asked !== 2) response.writeHead(200).end(all);
    });
    servers.push(server);
    const source = metricsAt(server.url, planWith({ metrics: [metric.errors] }));
    const readings = [];
    for (const n of [0, 1, 2]) {
      const from = window.from + n * 15_000;
      readings.push((await source.read({ from, to: from + 15_000 }, never)).readings['errors']);
    }
    expect(readings).toMatchObject([
      { canary: { requests: [2], bad: [[0]] } },
      { code: 'source-rate-limited' },
      { canary: { requests: [14], bad: [[4]] } },
    ]);
  });

  it('asks one query a metric and window', async () => {
    const gauges = [{ name: 'cpu', query: 'avg(cpu)', above: 1, below: undefined, for: 60, action: 'hold' } as const];
    const health = { path: undefined, series: 'up', failures: 3, window: 120 };
    const plan = planWith({ gauges, triggers: { errorRate: undefined, latency: undefined, health } });
    const server = await serve({});
    await metricsAt(new URL('/prometheus/', server.url), plan).read(window, never);
    const queries = server.asked.map(({ form }) => form['query']).toSorted();
    expect(queries).toEqual([
      'avg(cpu)',
      'http_requests_total[75000ms]',
      'up[60000ms]',
      '{__name__=~"^(?:http_request_duration_seconds|http_request_duration_seconds_bucket)$"}[75000ms]',
    ]);
    expect(new Set(server.asked.map(({ path }) => path))).toEqual(new Set(['POST /prometheus/api/v1/query']));
    expect(new Set(server.asked.map(({ form }) => form['time']))).toEqual(new Set(['1015.000']));
  });
});

describe('single values of Prometheus', () => {
  const gauge = (query: string) =>
    planWith({ metrics: [], gauges: [{ name: 'cpu', query, above: 1, below: undefined, for: 60, action: 'hold' }] });
  it.each<[string, string, string, object]>([
    ['a vector of one', 'avg(a)', vector([{}, [1015, '0.5']]), { kind: 'gauge', value: 0.5 }],
    [
      'a number',
      'scalar(a)',
      '{"status":"success","data":{"resultType":"scalar","result":[1015,"2"]}}',
      { kind: 'gauge', value: 2 },
    ],
    [
      'the newest sample',
      'a',
      matrix([
        {},
        [
          [1000, '1'],
          [1012, '3'],
          [1010, '2'],
        ],
      ]),
      { kind: 'gauge', value: 3 },
    ],
    ['nothing', 'a', matrix(), { code: 'metrics-missing' }],
    ['two series', 'a', matrix([{ p: 'x' }, [[1010, '1']]], [{ p: 'y' }, [[1010, '1']]]), { code: 'several-series' }],
    [
      'one that is there beside one that was',
      'a',
      matrix([{ p: 'x' }, [[970, '1']]], [{ p: 'y' }, [[1010, '4']]]),
      { value: 4 },
    ],
    [
      'an old sample',
      'a',
      matrix([{}, [[980, '1']]]),
      { code: 'metrics-stale', detail: 'the newest sample is 35 s old' },
    ],
    ['NaN', 'avg(a)', vector([{}, [1015, 'NaN']]), { code: 'metrics-not-a-number' }],
    ['infinity', 'avg(a)', vector([{}, [1015, '-Inf']]), { code: 'metrics-infinite' }],
  ])('%s', async (_, query, answer, expected) => {
    expect((await read({ a: answer }, gauge(query)))['cpu']).toMatchObject(expected);
  });

  const health = { path: undefined, series: 'up{app="a"}', failures: 3, window: 120 };
  const probed = planWith({ metrics: [], triggers: { errorRate: undefined, latency: undefined, health } });
  it.each<[string, string, object]>([
    [
      'a series is a probe',
      matrix([{ pod: 'a', version: '2' }, [[1010, '1']]], [{ pod: 'b', version: '2' }, [[1010, '0']]]),
      { kind: 'health', probes: 2, failures: 1 },
    ],
    ['one series without a release is what was asked for', matrix([{}, [[1010, '0']]]), { probes: 1, failures: 1 }],
    [
      'several without a release may be those of stable',
      matrix([{ pod: 'a' }, [[1010, '1']]], [{ pod: 'b' }, [[1010, '0']]]),
      { code: 'several-series' },
    ],
    [
      'stable is not asked',
      matrix([{ version: '1' }, [[1010, '0']]], [{ version: '2' }, [[1010, '1']]]),
      { probes: 1, failures: 0 },
    ],
    ['stable alone is nothing', matrix([{ version: '1' }, [[1010, '0']]]), { code: 'metrics-missing' }],
    ['another number', matrix([{}, [[1010, '2']]]), { code: 'metrics-inconsistent' }],
    ['NaN', matrix([{}, [[1010, 'NaN']]]), { code: 'metrics-not-a-number' }],
    ['old samples', matrix([{}, [[970, '0']]]), { code: 'metrics-stale' }],
  ])('of health: %s', async (_, answer, expected) => {
    expect((await read({ up: answer }, probed))['health']).toMatchObject(expected);
  });
});

describe('the past of Prometheus', () => {
  const windows = [1, 2, 3].map((i): Window => ({ from: 1_000_000 + 15_000 * (i - 1), to: 1_000_000 + 15_000 * i }));

  it('is stable alone, one query a metric for all of it', async () => {
    const values = [
      [995, '1'],
      [1010, '3'],
      [1025, '7'],
      [1040, '15'],
    ] as const;
    const server = await serve({
      http_requests_total: matrix([{ __name__: 'http_requests_total', version: '1', pod: 's' }, values]),
    });
    const past = await metricsAt(server.url, planWith({ metrics: [metric.errors] })).past(windows, never);
    const counts = [2, 4, 8].map((requests, i) => ({
      ...windows[i],
      readings: {
        errors: { kind: 'counts', canary: { requests: [], bad: [[]] }, stable: { requests: [requests], bad: [[0]] } },
      },
    }));
    expect(past).toEqual(counts);
    expect(server.asked.map(({ form }) => [form['query'], form['time']])).toEqual([
      ['http_requests_total[105000ms]', '1045.000'],
    ]);
  });

  it('is a trouble when scrapes are rarer than strata, and so is every window of the rollout', async () => {
    const values = [0, 1, 2, 3, 4].map((n) => [885 + 30 * n, String(n)] as const);
    const labels = { __name__: 'http_requests_total', pod: 'p' };
    const answer = matrix([{ ...labels, version: '1' }, values], [{ ...labels, version: '2' }, values]);
    const source = metricsAt((await serve({ http: answer })).url, planWith({ metrics: [metric.errors] }));
    const detail = 'expected a sample each 15 s, got one each 30 s; set interval: 30s, or scrape more often';
    const seldom = { kind: 'trouble', code: 'metrics-stale', detail };
    expect(await source.past(windows, never)).toEqual(seldom);
    expect((await source.read(window, never)).readings['errors']).toEqual(seldom);
  });

  it('is a trouble when the source fails, and nothing when nothing is asked', async () => {
    const server = await startStandIn((response) => response.writeHead(500).end());
    servers.push(server);
    const source = metricsAt(server.url, planWith({}));
    expect(await source.past(windows, never)).toMatchObject({ kind: 'trouble', code: 'source-unavailable' });
    expect(await source.past([], never)).toEqual([]);
  });

  it('of an hour of 20 pods with ten codes and twelve buckets is cut in seconds', async () => {
    const hour = Array.from({ length: 240 }, (_, i): Window => ({ from: i * 15_000, to: (i + 1) * 15_000 }));
    const series = Array.from({ length: 20 * 12 * 3 }, (_, s) => {
      const le = s % 12 === 11 ? '+Inf' : String(2 ** ((s % 12) - 8));
      const labels = {
        __name__: 'http_request_duration_seconds_bucket',
        version: '1',
        pod: `p${s % 20}`,
        code: `${s % 60}`,
        le,
      };
      return [
        labels,
        Array.from({ length: 240 }, (_, i) => [i * 15 + 7, String(i * (1 + (s % 12)))] as const),
      ] as const;
    });
    const server = await serve({ _bucket: matrix(...series) });
    const past = await metricsAt(server.url, planWith({ metrics: [metric.latency] }), { timeout: 20_000 }).past(
      hour,
      never,
    );
    expect(past).toHaveLength(240);
  });
});
