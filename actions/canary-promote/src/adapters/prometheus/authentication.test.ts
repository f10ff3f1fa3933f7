import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realTool } from '../../../../../scripts/real-tools.ts';
import { metrics as metric, planWith, window } from './plan.fixture.ts';
import { matrix, metricsAt, never, type StandIn, startStandIn } from './stand-in.fixture.ts';

const plan = planWith({ metrics: [metric.errors] });
const labels = { __name__: 'http_requests_total', version: '2', pod: 'c' };
const good = matrix([
  labels,
  [
    [1000, '0'],
    [1015, '4'],
  ],
]);

describe('headers', () => {
  it('go with each question, and with a redirect on the same host', async () => {
    const server = await startStandIn((response, { path }) => {
      if (path.endsWith('/query')) response.writeHead(308, { location: '/there' }).end();
      else response.writeHead(200).end(good);
    });
    const headers = { authorization: 'Bearer TOKEN', 'x-scope-orgid': 'tenant' };
    const { readings } = await metricsAt(server.url, plan, { headers }).read(window, never);
    expect(readings['errors']).toMatchObject({ canary: { requests: [4] } });
    expect(server.asked.map((asked) => [asked.headers.authorization, asked.headers['x-scope-orgid']])).toEqual([
      ['Bearer TOKEN', 'tenant'],
      ['Bearer TOKEN', 'tenant'],
    ]);
    await server.close();
  });

  it('do not go to another host', async () => {
    const other = await startStandIn((response) => response.writeHead(200).end(good));
    const server = await startStandIn((response) => response.writeHead(307, { location: other.url.href }).end());
    const { readings } = await metricsAt(server.url, plan, { headers: { authorization: 'Bearer TOKEN' } }).read(
      window,
      never,
    );
    expect(readings['errors']).toMatchObject({
      code: 'source-refused',
      detail: 'expected an answer, got a redirect to another host',
    });
    expect(other.asked).toEqual([]);
    await server.close();
    await other.close();
  });
});

const openssl = realTool('openssl');

describe.skipIf(openssl === null)('certificates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shipgate-tls-'));
  const file = (name: string) => readFileSync(join(folder, name), 'utf8');
  const run = (...args: readonly string[]) => execFileSync(openssl ?? '', args, { cwd: folder, stdio: 'pipe' });
  let server: StandIn;
  let leads = false;

  beforeAll(async () => {
    run(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-days',
      '1',
      '-subj',
      '/CN=a test CA',
    );
    for (const name of ['server', 'client']) {
      run(
        'req',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:P-256',
        '-nodes',
        '-keyout',
        `${name}.key`,
        '-out',
        `${name}.csr`,
        '-subj',
        `/CN=${name}`,
        '-addext',
        'subjectAltName=IP:127.0.0.1',
      );
      run(
        'x509',
        '-req',
        '-in',
        `${name}.csr`,
        '-CA',
        'ca.pem',
        '-CAkey',
        'ca.key',
        '-CAcreateserial',
        '-copy_extensions',
        'copy',
        '-days',
        '1',
        '-out',
        `${name}.pem`,
      );
    }
    const tls = {
      key: file('server.key'),
      cert: file('server.pem'),
      ca: file('ca.pem'),
      requestCert: true,
      rejectUnauthorized: true,
    };
    server = await startStandIn((response) => {
      const plain = server.url.href.replace('https', 'http');
      response.writeHead(leads ? 307 : 200, leads ? { location: plain } : {}).end(good);
    }, tls);
  });

  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const read = async (options: Readonly<Record<string, string>>) =>
    (await metricsAt(server.url, plan, options).read(window, never)).readings['errors'];

  it('of both sides are checked', async () => {
    const whole = { ca: file('ca.pem'), cert: file('client.pem'), key: file('client.key') };
    expect(await read(whole)).toMatchObject({ kind: 'counts', canary: { requests: [4] } });
  });

  it('are not given up for a plain connection', async () => {
    leads = true;
    const whole = { ca: file('ca.pem'), cert: file('client.pem'), key: file('client.key') };
    const reading = await read(whole);
    leads = false;
    expect(reading).toMatchObject({ detail: 'expected an answer, got a redirect to another host' });
  });

  it('of a server that nobody vouches for are refused', async () => {
    expect(await read({})).toMatchObject({ kind: 'trouble', code: 'source-refused' });
  });

  it('that a server misses are refused', async () => {
    expect(await read({ ca: file('ca.pem') })).toMatchObject({ kind: 'trouble', code: 'source-refused' });
  });

  it('for another name are refused', async () => {
    const whole = { ca: file('ca.pem'), cert: file('client.pem'), key: file('client.key') };
    const elsewhere = new URL(server.url.href.replace('127.0.0.1', 'localhost'));
    const { readings } = await metricsAt(elsewhere, plan, whole).read(window, never);
    expect(readings['errors']).toMatchObject({ kind: 'trouble', code: 'source-refused' });
  });
});
