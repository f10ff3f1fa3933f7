import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MetricEntry } from './entry.ts';
import { type LocalServer, startServer } from './local-server.fixture.ts';
import { MetricReader } from './metric.ts';
import { type Circumstances, commit, questionOf } from './question.fixture.ts';
import { UrlDoor } from './url-door.ts';

const now = new Date('2026-11-20T12:00:00Z');
const seconds = now.getTime() / 1000;

let server: LocalServer;
let said: { status: number; body: string };
let asked: { method: string; path: string; query: string | null; token: string | undefined };

beforeAll(async () => {
  server = await startServer((request, response, body) => {
    asked = {
      method: request.method ?? '',
      path: request.url ?? '',
      query: new URLSearchParams(body).get('query'),
      token: request.headers.authorization,
    };
    response.writeHead(said.status).end(said.body);
  });
});
afterAll(() => server.stop());

function vector(
  ...values: readonly (readonly [value: string, labels?: Record<string, string>, at?: number])[]
): string {
  const result = values.map(([value, metric = {}, at = seconds]) => ({ metric, value: [at, value] }));
  return JSON.stringify({ status: 'success', data: { resultType: 'vector', result } });
}
beforeEach(() => {
  said = { status: 200, body: vector(['0.0005']) };
});

function look(
  keys: Partial<MetricEntry> = {},
  circumstances: Circumstances = { limits: ['< 0.1%'] },
  env: Record<string, string> = {},
  hosts = ['127.0.0.1'],
) {
  const url = `http://127.0.0.1:${server.port}/prefix/`;
  const entry: MetricEntry = { kind: 'metric', items: ['errors'], url, query: 'errors', ...keys };
  return new MetricReader(new UrlDoor({ hosts }), env).look(questionOf(entry, { now, ...circumstances }));
}
const outcome = async (...parameters: Parameters<typeof look>) => (await look(...parameters)).outcome;

describe('a number of a server of Prometheus', () => {
  it('passes and fails by the threshold of the item', async () => {
    expect(await look()).toMatchObject({
      outcome: 'pass',
      value: '0.05\u00a0%',
      threshold: '< 0.1\u00a0%',
      at: '2026-11-20T12:00:00.000Z',
      source: `http://127.0.0.1:${server.port}/prefix/`,
    });
    said.body = vector(['0.001']);
    expect(await look()).toMatchObject({ outcome: 'fail', seen: 'the value is 0.1\u00a0%, wanted < 0.1\u00a0%' });
  });

  it('is compared with the threshold of the entry first', async () => {
    said.body = vector(['0.15']);
    expect([
      await outcome({ threshold: '< 200ms' }),
      await outcome({ threshold: '< 150ms' }),
      await outcome({ threshold: 'fast' }),
    ]).toEqual(['pass', 'fail', 'unknown']);
  });

  it('is unknown without a limit, or with several that could be meant', async () => {
    expect([await outcome({}, {}), await outcome({}, { limits: ['< 0.1%', '< 200ms'] })]).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  it('is asked for by POST below the path of the URL, with the placeholders put in', async () => {
    await look({
      query: 'rate(errors{version="$version",commit="$commit",env="$environment"}[$window])',
      window: '24h',
    });
    expect(asked).toEqual({
      method: 'POST',
      path: '/prefix/api/v1/query',
      query: `rate(errors{version="2.4.0",commit="${commit}",env="production"}[24h])`,
      token: undefined,
    });
  });

  it('is unknown when a placeholder has no value, or the window is not used', async () => {
    expect(await outcome({ query: 'a{v="$version"}' }, { limits: ['< 1'], subject: { commit } })).toBe('unknown');
    expect(await look({ window: '24h' })).toMatchObject({
      outcome: 'unknown',
      seen: 'the query does not use its window',
    });
  });

  it('is asked for with the token of the environment, and of no other', async () => {
    expect(await outcome({ 'token-env': 'PROM_TOKEN' }, undefined, { PROM_TOKEN: 'hunter2' })).toBe('pass');
    expect(asked.token).toBe('Bearer hunter2');
    expect(await outcome({ 'token-env': 'PROM_TOKEN' }, undefined, {})).toBe('unknown');
    expect(await outcome({ 'token-env': 'PROM_TOKEN' }, undefined, { PROM_TOKEN: 'a\r\nb' })).toBe('unknown');
    expect(
      await outcome({ 'token-env': 'ACTIONS_ID_TOKEN_REQUEST_TOKEN' }, undefined, {
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
      }),
    ).toBe('unknown');
    const result = await look({ 'token-env': 'PROM_TOKEN', url: 'http://prometheus.example.com/' }, undefined, {
      PROM_TOKEN: 'hunter2',
    });
    expect(result).toMatchObject({ outcome: 'unknown', seen: 'a token is not sent over plain http' });
  });

  it('is unknown when there is no series', async () => {
    said.body = vector();
    expect(await outcome()).toBe('unknown');
  });

  it.each(['NaN', '+Inf', '-Inf'])('is unknown when it is %s', async (value) => {
    said.body = vector([value]);
    expect([await outcome(), await outcome({ threshold: '> 1' }), await outcome({ threshold: '< 1' })]).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('is unknown when it is a percentage and not a share', async () => {
    said.body = vector(['99.5']);
    expect(await outcome({ threshold: '> 99.9%' })).toBe('unknown');
    said.body = vector(['-0.1']);
    expect(await outcome({ threshold: '< 5%' })).toBe('unknown');
  });

  it('of several series is the worst: each must hold', async () => {
    said.body = vector(['0.0001'], ['0.002'], ['0.0002']);
    expect(await look()).toMatchObject({
      outcome: 'fail',
      seen: 'the worst of 3\u00a0series is 0.2\u00a0%, wanted < 0.1\u00a0%',
    });
    expect(await look({ threshold: '< 0.3%' })).toMatchObject({ outcome: 'pass', value: '0.2\u00a0%' });
    said.body = vector(['0.5'], ['NaN']);
    expect(await outcome({ threshold: '> 1%' })).toBe('unknown');
  });

  it('of another version or commit is stale', async () => {
    const keys = { 'subject-label': 'version' };
    for (const [version, expected] of [
      ['2.4.0', 'pass'],
      ['v2.4.0', 'pass'],
      [commit, 'pass'],
      ['2.3.0', 'stale'],
    ] as const) {
      said.body = vector(['0', { version }]);
      expect(await outcome(keys)).toBe(expected);
    }
    said.body = vector(['0', { version: '2.4.0' }], ['0', { version: '2.3.0' }]);
    expect(await outcome(keys)).toBe('stale');
    said.body = vector(['0', { other: '2.4.0' }]);
    expect(await outcome(keys)).toBe('unknown');
    said.body = vector(['0', { version: '2.4.0' }]);
    expect(await outcome(keys, { limits: ['< 1'], subject: {} })).toBe('unknown');
  });

  it('of another time is stale, of one to come unknown', async () => {
    said.body = vector(['0', {}, seconds - 3601]);
    expect([
      await outcome({ freshness: '1h' }),
      await outcome({ freshness: '2h' }),
      await outcome({ freshness: 'new' }),
    ]).toEqual(['stale', 'pass', 'unknown']);
    said.body = vector(['0', {}, seconds - 8 * 86_400]);
    expect(await outcome()).toBe('stale');
    said.body = vector(['0', {}, seconds + 2 * 86_400]);
    expect(await outcome()).toBe('unknown');
    said.body = vector(['0', {}, 1e300]);
    expect(await outcome()).toBe('unknown');
  });

  it.each([
    ['a scalar', JSON.stringify({ status: 'success', data: { resultType: 'scalar', result: [seconds, '0'] } }), 'pass'],
    ['a hint at the query', vector(['0']).replace('{', '{"infos":["PromQL info: x"],'), 'pass'],
    ['no warnings', vector(['0']).replace('{', '{"warnings":[],'), 'pass'],
    ['a warning', vector(['0']).replace('{', '{"warnings":["a store is away"],'), 'unknown'],
    ['a part', vector(['0']).replace('{', '{"isPartial":true,'), 'unknown'],
    ['no success', vector(['0']).replace('success', 'error'), 'unknown'],
    ['half a part', vector(['0']).replace('{', '{"partial":true,'), 'unknown'],
    ['a matrix', JSON.stringify({ status: 'success', data: { resultType: 'matrix', result: [] } }), 'unknown'],
    [
      'a text',
      JSON.stringify({ status: 'success', data: { resultType: 'string', result: [seconds, '0'] } }),
      'unknown',
    ],
    ['an error', JSON.stringify({ status: 'error', errorType: 'execution', error: 'hunter2' }), 'unknown'],
    ['a value that is no number', vector(['0x1']), 'unknown'],
    ['an empty value', vector(['']), 'unknown'],
    [
      'a series without a value',
      JSON.stringify({ status: 'success', data: { resultType: 'vector', result: [{ metric: {} }] } }),
      'unknown',
    ],
    ['no JSON', '<html>', 'unknown'],
    ['half of it', vector(['0']).slice(0, -5), 'unknown'],
    ['nothing', '', 'unknown'],
  ])('with %s is as it should be', async (_, body, expected) => {
    said.body = body;
    const result = await look();
    expect(result.outcome).toBe(expected);
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });

  it('is unknown when the server answers with another status, not at all, or may not be asked', async () => {
    said.status = 503;
    expect(await look()).toMatchObject({ outcome: 'unknown', seen: 'the server answers 503' });
    said.status = 302;
    expect(await outcome()).toBe('unknown');
    expect(await outcome({ url: 'http://127.0.0.1:1/' })).toBe('unknown');
    expect(await outcome({}, undefined, {}, [])).toBe('unknown');
    expect(await outcome({ url: 'nonsense' })).toBe('unknown');
    expect(await outcome({ query: 'a'.repeat(10_001) })).toBe('unknown');
  });
});

describe('a number of a page of metrics', () => {
  const page = [
    'up{version="2.4.0"} 1',
    'http_requests_total{code="200"} 10',
    'http_requests_total{code="500"} 3',
    `old 1 ${(seconds - 8 * 86_400) * 1000}`,
    `new 1 ${seconds * 1000}`,
    '',
  ].join('\n');
  const scrape = (query: string, keys: Partial<MetricEntry> = {}) =>
    outcome({ scrape: true, query, threshold: '<= 3', ...keys });

  it('passes and fails', async () => {
    said.body = page;
    expect([await scrape('http_requests_total{code="500"}'), await scrape('http_requests_total{code="200"}')]).toEqual([
      'pass',
      'fail',
    ]);
    expect(asked).toMatchObject({ method: 'GET', path: '/prefix/' });
  });

  it('is unknown for none and for several series, and for what is no selector', async () => {
    said.body = page;
    expect([await scrape('http_requests_total'), await scrape('absent'), await scrape('sum(up)')]).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('is stale when it is of another version or too old', async () => {
    said.body = page;
    const of = (version: string) =>
      look({ scrape: true, query: 'up', threshold: '== 1', 'subject-label': 'version' }, { subject: { version } });
    expect([(await of('2.4.0')).outcome, (await of('2.3.0')).outcome]).toEqual(['pass', 'stale']);
    expect([await scrape('old'), await scrape('new'), await scrape('old', { freshness: '9d' })]).toEqual([
      'stale',
      'pass',
      'pass',
    ]);
    said.body = `old 1 ${seconds - 8 * 86_400}\n# EOF\n`;
    expect([await scrape('old'), await scrape('old', { freshness: '9d' })]).toEqual(['stale', 'pass']);
  });

  it('is unknown when its freshness cannot be read, also where the page says no time', async () => {
    said.body = page;
    expect(await scrape('up', { freshness: 'new' })).toBe('unknown');
  });

  it('is unknown when the page cannot be read', async () => {
    for (const body of ['<html>', 'up one', '']) {
      said.body = body;
      expect(await scrape('up')).toBe('unknown');
    }
    said = { status: 500, body: 'up 1' };
    expect(await scrape('up')).toBe('unknown');
    expect(await scrape('up', { url: 'http://127.0.0.1:1/' })).toBe('unknown');
  });
});
