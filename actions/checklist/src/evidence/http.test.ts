import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HttpEntry } from './entry.ts';
import { HttpReader } from './http.ts';
import { type LocalServer, startServer } from './local-server.fixture.ts';
import { type Circumstances, commit, questionOf } from './question.fixture.ts';
import { selfSigned } from './self-signed.fixture.ts';
import { UrlDoor } from './url-door.ts';

/** What the service answers; a test changes one thing. */
interface Service {
  status: number;
  headers: Record<string, string>;
  body: string;
  origin: (asked: string | undefined) => string | undefined;
}

const identity = selfSigned('orders.test', 61.5);
let service: Service;
let secure: LocalServer;
let plain: LocalServer;

function answer(request: IncomingMessage): { headers: Record<string, string>; body: string } {
  const allowed = service.origin(request.headers.origin);
  return {
    headers: { ...service.headers, ...(allowed === undefined ? {} : { 'access-control-allow-origin': allowed }) },
    body: service.body,
  };
}

beforeAll(async () => {
  const handler: Parameters<typeof startServer>[0] = (request, response) => {
    const { headers, body } = answer(request);
    response.writeHead(service.status, headers).end(body);
  };
  [secure, plain] = await Promise.all([startServer(handler, identity), startServer(handler)]);
});
afterAll(() => Promise.all([secure.stop(), plain.stop()]));
beforeEach(() => {
  service = {
    status: 200,
    headers: { 'strict-transport-security': 'max-age=31536000; includeSubDomains', 'x-frame-options': 'DENY' },
    body: JSON.stringify({ status: 'ok', build: { version: 'v2.4.0' } }),
    origin: (asked) => (asked === 'https://app.test' ? asked : undefined),
  };
});

const door = (ca?: string) =>
  new UrlDoor({
    hosts: ['orders.test'],
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    ...(ca === undefined ? {} : { ca }),
  });

function look(keys: Partial<HttpEntry>, circumstances: Circumstances = {}, ca: string | undefined = identity.cert) {
  const url = keys.url ?? `https://orders.test:${secure.port}/health?key=hunter2`;
  const entry: HttpEntry = { kind: 'http', items: ['health'], timeout: '5s', ...keys, url };
  return new HttpReader(door(ca)).look(questionOf(entry, { now: new Date(), ...circumstances }));
}

const outcome = async (...parameters: Parameters<typeof look>) => (await look(...parameters)).outcome;
const http = () => `http://orders.test:${plain.port}/health`;

describe('what a service answers', () => {
  it('passes when everything holds, and says all of it', async () => {
    const result = await look({
      'tls-days-left': 14,
      hsts: '180d',
      cors: ['https://app.test'],
      headers: { 'X-Frame-Options': '^DENY$' },
      matches: '"status":"ok"',
      'version-at': '/build/version',
    });
    expect(result).toMatchObject({
      kind: 'http',
      outcome: 'pass',
      value: '61\u00a0days left',
      threshold: '>= 14\u00a0days',
      source: `https://orders.test:${secure.port}/health`,
    });
    expect(result.seen).toMatch(/^the service is of version 2\.4\.0, the status is 200, the certificate ends/u);
    expect(JSON.stringify(result)).not.toContain('hunter2');
    expect(Date.parse(result.at ?? '')).not.toBeNaN();
  });

  it('must have the status, which is 200 unless another is asked for', async () => {
    expect(await outcome({})).toBe('pass');
    service.status = 503;
    expect(await look({})).toMatchObject({ outcome: 'fail', seen: 'the status is 503, wanted 200' });
    expect(await outcome({ status: 503 })).toBe('pass');
  });

  it('must have a certificate with days left', async () => {
    expect(await outcome({ 'tls-days-left': 61 })).toBe('pass');
    expect(await look({ 'tls-days-left': 62 })).toMatchObject({
      outcome: 'fail',
      value: '61\u00a0days left',
      threshold: '>= 62\u00a0days',
    });
    expect(await outcome({ 'tls-days-left': 1, url: http() })).toBe('unknown');
  });

  it('fails with a certificate that nobody trusts where its days are asked for, and is unknown where not', async () => {
    expect(await look({ 'tls-days-left': 1 }, {}, selfSigned('orders.test', 9).cert)).toMatchObject({
      outcome: 'fail',
      seen: 'its certificate is not trusted',
    });
    expect(await outcome({}, {}, selfSigned('orders.test', 9).cert)).toBe('unknown');
  });

  it('must have HSTS of an age', async () => {
    expect(await outcome({ hsts: '365d' })).toBe('pass');
    expect(await look({ hsts: '366d' })).toMatchObject({
      outcome: 'fail',
      seen: 'max-age of Strict-Transport-Security is 365\u00a0days, wanted >= 366\u00a0days',
    });
    for (const header of [
      'max-age=0',
      'includeSubDomains',
      'max-age=x',
      'max-age=1; max-age=99999999',
      'max-age=1, max-age=99999999',
    ]) {
      service.headers['strict-transport-security'] = header;
      expect(await outcome({ hsts: '1d' })).toBe('fail');
    }
    delete service.headers['strict-transport-security'];
    expect(await outcome({ hsts: '1d' })).toBe('fail');
    expect([await outcome({ hsts: 'long' }), await outcome({ hsts: '1d', url: http() })]).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  it('must allow an origin by its name, and no foreign one', async () => {
    const cors = ['https://app.test'];
    expect(await outcome({ cors })).toBe('pass');
    const wrong: Service['origin'][] = [
      () => undefined,
      () => '*',
      (asked) => asked,
      (asked) => (asked?.startsWith('https://app.test') ? asked : undefined),
      () => 'https://other.test',
    ];
    for (const origin of wrong) {
      service.origin = origin;
      expect(await outcome({ cors })).toBe('fail');
    }
    service.origin = () => undefined;
    expect(await look({ cors })).toMatchObject({
      seen: 'https://app.test is not allowed: Access-Control-Allow-Origin is missing',
    });
    service.origin = (asked) => (asked === 'https://app.test' ? asked : '*');
    expect(await look({ cors })).toMatchObject({
      outcome: 'fail',
      seen: 'every origin is allowed: Access-Control-Allow-Origin is `*`',
    });
    service.origin = () => 'https://app.test';
    expect([await outcome({ cors }), await outcome({ cors: [...cors, 'https://b.test'] })]).toEqual(['pass', 'fail']);
    for (const odd of [
      [],
      ['app.test'],
      ['https://app.test/'],
      Array.from({ length: 11 }, (_, n) => `https://a${n}.test`),
    ])
      expect(await outcome({ cors: odd })).toBe('unknown');
  });

  it('must have headers with their values', async () => {
    const headers = { 'X-Frame-Options': '^(DENY|SAMEORIGIN)$' };
    expect(await outcome({ headers })).toBe('pass');
    service.headers['x-frame-options'] = 'ALLOWALL';
    expect(await outcome({ headers })).toBe('fail');
    delete service.headers['x-frame-options'];
    expect([await outcome({ headers }), await outcome({ headers: { a: '(' } })]).toEqual(['fail', 'unknown']);
  });

  it('must have a body that matches', async () => {
    expect(await outcome({ matches: '"status":"ok"' })).toBe('pass');
    service.body = '{"status":"down","password":"hunter2"}';
    const result = await look({ matches: '"status":"ok"' });
    expect(result.outcome).toBe('fail');
    expect(JSON.stringify(result)).not.toContain('hunter2');
    expect(await outcome({ matches: '(' })).toBe('unknown');
  });

  it('must be a page of metrics with a sample', async () => {
    service.body = '# TYPE up gauge\nup 1\n';
    expect(await outcome({ 'prometheus-page': true })).toBe('pass');
    for (const body of ['# TYPE up gauge\n', '', '<html></html>']) {
      service.body = body;
      expect(await outcome({ 'prometheus-page': true })).toBe('fail');
    }
  });

  it('must redirect plain http to https', async () => {
    const keys = { 'redirects-to-https': true, url: http() };
    expect(await outcome(keys)).toBe('fail');
    service.status = 308;
    for (const [location, expected] of [
      ['https://orders.test/health', 'pass'],
      ['http://orders.test/other', 'fail'],
      ['/login', 'fail'],
      ['', 'fail'],
    ] as const) {
      service.headers['location'] = location;
      expect(await outcome(keys)).toBe(expected);
    }
  });

  it('asks the plain address of an https URL for its redirect', async () => {
    const asked: string[] = [];
    const answered = (status: number, headers: Record<string, string> = {}) =>
      ({ kind: 'answered', status, headers, body: Buffer.from('') }) as const;
    const reader = new HttpReader({
      ask: async ({ url }) =>
        asked.push(url) === 1 ? answered(200) : answered(301, { location: 'https://orders.test/a' }),
    });
    const result = await reader.look(
      questionOf({ kind: 'http', items: [], url: 'https://orders.test:8443/a', 'redirects-to-https': true }),
    );
    expect([result.outcome, asked]).toEqual(['pass', ['https://orders.test:8443/a', 'http://orders.test/a']]);
  });

  it('of another version is stale, whatever else fails', async () => {
    const keys = { 'version-at': '/build/version' };
    service.body = '{"build":{"version":"2.3.0"}}';
    service.status = 500;
    expect(await look(keys)).toMatchObject({ outcome: 'stale', seen: 'the service is of 2.3.0, wanted 2.4.0' });
    service.status = 200;
    service.body = JSON.stringify({ build: { version: commit.slice(0, 12) } });
    expect(await outcome(keys)).toBe('pass');
    service.body = JSON.stringify({ build: { version: 'f'.repeat(40) } });
    expect(await look(keys)).toMatchObject({
      outcome: 'stale',
      seen: `the service is of ${'f'.repeat(40)}, wanted 4f0c9e0`,
    });
  });

  it('is unknown when it names no version, or nobody said ours', async () => {
    const keys = { 'version-at': '/build/version' };
    expect(await look(keys, { subject: {} })).toMatchObject({
      outcome: 'unknown',
      seen: 'nobody said which version the service must be of',
    });
    expect(await outcome(keys, { subject: { commit } })).toBe('unknown');
    for (const body of ['{}', 'v2.4.0', '{"build":{"version":{}}}', '{"build":{"version":null}}']) {
      service.body = body;
      expect(await outcome(keys)).toBe('unknown');
    }
  });

  it('is unknown when nothing answers, it is refused, or the timeout cannot be used', async () => {
    expect(await outcome({ url: 'https://127.0.0.1:1/' })).toBe('unknown');
    expect(await outcome({ url: `http://orders.test:1/` })).toBe('unknown');
    expect(await outcome({ url: 'nonsense' })).toBe('unknown');
    for (const timeout of ['soon', '0s', '1h']) {
      expect(await look({ timeout })).toMatchObject({
        outcome: 'unknown',
        seen: 'the timeout of the evidence cannot be used',
      });
    }
  });
});
