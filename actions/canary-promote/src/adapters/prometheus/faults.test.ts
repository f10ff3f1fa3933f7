import type { ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { metrics as metric, planWith, window } from './plan.fixture.ts';
import { type Answer, matrix, metricsAt, never, type StandIn, startStandIn } from './stand-in.fixture.ts';

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function started(answer: Answer): Promise<StandIn> {
  const server = await startStandIn(answer);
  servers.push(server);
  return server;
}

const plan = planWith({ metrics: [metric.errors] });

async function readingOf(url: URL, signal = never, timeout = 2000) {
  const { readings } = await metricsAt(url, plan, { timeout, headers: { authorization: 'Bearer TOP' } }).read(
    window,
    signal,
  );
  return readings['errors'];
}

const sample = (version: string, ...values: readonly string[]) =>
  [
    { __name__: 'http_requests_total', version, pod: version },
    values.map((value, i) => [999 + 15 * i, value] as const),
  ] as const;
const good = matrix(sample('2', '0', '5'), sample('1', '0', '50'));

describe('what a source does wrong', () => {
  const end =
    (status: number, body = 'SECRET') =>
    (response: ServerResponse) =>
      response.writeHead(status).end(body);
  const text = (body: string) => end(200, body);
  it.each<[string, string, Answer]>([
    ['HTTP 500', 'source-unavailable', end(500)],
    ['HTTP 503', 'source-unavailable', end(503)],
    ['HTTP 429', 'source-rate-limited', end(429)],
    ['HTTP 400', 'source-refused', end(400)],
    ['HTTP 401', 'source-refused', end(401)],
    ['HTTP 403', 'source-refused', end(403)],
    ['HTTP 404', 'source-refused', end(404)],
    ['HTTP 422', 'source-refused', end(422)],
    ['a page instead of an answer', 'source-incomplete', text('<html>SECRET')],
    ['half an answer', 'source-incomplete', text(good.slice(0, good.length / 2))],
    [
      'an answer that is cut off',
      'source-incomplete',
      (r) => {
        r.writeHead(200, { 'content-length': 9999 });
        r.write(good, () => r.destroy());
      },
    ],
    [
      'a packed answer that is cut off',
      'source-incomplete',
      (r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(good).subarray(0, 40)),
    ],
    ['a connection that is closed', 'source-unavailable', (r) => r.destroy()],
    [
      'a redirect to another host',
      'source-refused',
      (r) => r.writeHead(302, { location: 'http://127.0.0.2/SECRET' }).end(),
    ],
    ['redirects without end', 'source-refused', (r) => r.writeHead(307, { location: '/again' }).end()],
    ['an empty answer', 'metrics-missing', text(matrix())],
    ['series without the label', 'metrics-missing', text(matrix([{ __name__: 'http_requests_total' }, [[1010, '1']]]))],
    ['no canary', 'metrics-missing', text(matrix(sample('1', '0', '50')))],
    ['samples that are old', 'metrics-stale', text(matrix(sample('2', '5'), sample('1', '50')))],
    ['NaN', 'metrics-not-a-number', text(matrix(sample('2', '0', 'NaN'), sample('1', '0', '50')))],
    ['+Inf', 'metrics-infinite', text(matrix(sample('2', '0', '+Inf'), sample('1', '0', '50')))],
    ['a fraction', 'metrics-inconsistent', text(matrix(sample('2', '0', '1.5'), sample('1', '0', '50')))],
    ['a negative counter', 'metrics-inconsistent', text(matrix(sample('2', '0', '-1'), sample('1', '0', '50')))],
    ['a reset', 'counter-reset', text(matrix(sample('2', '9', '5'), sample('1', '0', '50')))],
  ])('%s is %s', async (_, code, answer) => {
    const { url } = await started(answer);
    const reading = await readingOf(url);
    expect(reading).toMatchObject({ kind: 'trouble', code });
    expect(JSON.stringify(reading)).not.toMatch(/SECRET|TOP|127\.0\.0/);
  });

  it('a pod by two scrapes is several-series, and two releases beside the canary are told', async () => {
    const twice = matrix(
      [
        { __name__: 'http_requests_total', version: '2', pod: 'a', job: 'x' },
        [
          [999, '1'],
          [1010, '2'],
        ],
      ],
      [
        { __name__: 'http_requests_total', version: '2', pod: 'a', job: 'y' },
        [
          [999, '1'],
          [1010, '2'],
        ],
      ],
    );
    const scraped = await started(text(twice));
    expect(await readingOf(scraped.url)).toMatchObject({ kind: 'trouble', code: 'several-series' });
    const other = await started(text(matrix(sample('2', '0', '5'), sample('1', '0', '50'), sample('0', '0', '50'))));
    expect(await readingOf(other.url)).toMatchObject({
      kind: 'counts',
      stableTrouble: { code: 'several-stable-releases' },
    });
  });

  it('a hang is source-timeout, before and in the answer', async () => {
    const silent = await started(() => {});
    expect(await readingOf(silent.url, never, 50)).toMatchObject({
      code: 'source-timeout',
      detail: 'expected an answer in time, got none',
    });
    const begun = await started((r) => r.writeHead(200).write('{'));
    expect(await readingOf(begun.url, never, 100)).toMatchObject({
      code: 'source-timeout',
      detail: 'expected an answer in time, got only the beginning of one',
    });
  });

  it('nobody there, and a name that leads nowhere, are source-unavailable', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await new Promise((resolve) => server.close(resolve));
    expect(await readingOf(new URL(`http://127.0.0.1:${port}/`))).toMatchObject({
      code: 'source-unavailable',
      detail: 'expected a connection, got ECONNREFUSED',
    });
    expect(await readingOf(new URL('http://prometheus.invalid/'))).toMatchObject({ code: 'source-unavailable' });
  });

  it('more than the limit is not read', async () => {
    const { url } = await started((r) => {
      r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(65 * 1024 * 1024, ' ')));
    });
    expect(await readingOf(url)).toMatchObject({
      code: 'source-incomplete',
      detail: 'expected an answer of at most 64 MiB, got more',
    });
  });

  it('an aborted signal ends a query at once', async () => {
    const stop = new AbortController();
    const { url } = await started(() => stop.abort());
    expect(await readingOf(url, stop.signal, 60_000)).toMatchObject({ kind: 'trouble', code: 'source-unavailable' });
    expect(await readingOf(url, AbortSignal.abort(), 60_000)).toMatchObject({ kind: 'trouble' });
  });

  it('a redirect to another name of the same port is not followed', async () => {
    const server = await started((response) =>
      response.writeHead(307, { location: `http://localhost:${server.url.port}/there` }).end(),
    );
    expect(await readingOf(server.url)).toMatchObject({ code: 'source-refused' });
    expect(server.asked).toHaveLength(1);
  });

  it('what cannot even be asked is told, not thrown', async () => {
    const { url } = await started(() => {});
    const { readings } = await metricsAt(url, plan, { headers: { 'x-a': 'SECRET\n' } }).read(window, never);
    expect(readings['errors']).toEqual({
      kind: 'trouble',
      code: 'source-unavailable',
      detail: 'expected a connection, got ERR_INVALID_CHAR',
    });
  });

  it('a redirect on the same host is followed with the question', async () => {
    const server = await started((r, { path }) => {
      if (path.includes('moved')) r.writeHead(200).end(good);
      else r.writeHead(307, { location: '/moved' }).end();
    });
    expect(await readingOf(server.url)).toMatchObject({ kind: 'counts' });
    expect(server.asked.map(({ path }) => path)).toEqual(['POST /api/v1/query', 'POST /moved']);
    expect(server.asked[1]?.form).toEqual(server.asked[0]?.form);
  });
});
