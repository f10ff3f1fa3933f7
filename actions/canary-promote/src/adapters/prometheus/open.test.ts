import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError, placeOf } from '@shipgate/schemas';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlanFile } from '../../configuration.ts';
import { openSource } from '../open-source.ts';
import type { Environment } from './credentials.ts';
import { matrix, never, startStandIn } from './stand-in.fixture.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipgate-source-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function open(lines: readonly string[], env: Environment = {}, version: string | null = '2') {
  const metrics = lines.includes('metrics:') ? [] : ['metrics: [{ name: errors, total: a, bad: b }]'];
  writeFileSync(join(folder, 'plan.yml'), [...lines, ...metrics, ''].join('\n'));
  const read = await readPlanFile(folder, 'plan.yml', { version: version ?? undefined, stableVersion: undefined });
  return await openSource({ ...read, commit: undefined }, env);
}

async function faultsOf(...parameters: Parameters<typeof open>): Promise<readonly string[]> {
  try {
    await open(...parameters);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    expect(error.message).not.toContain('SECRET');
    return error.faults.map((fault) => `${placeOf(fault)} ${fault.title}; got ${fault.got}`);
  }
  return [];
}

const source = 'source: { kind: prometheus, url: https://prometheus.example.com/a/ }';

describe('a Prometheus of a plan', () => {
  it('is named by its host, and asked with what the variables hold', async () => {
    const server = await startStandIn((response) => response.writeHead(200).end(matrix()));
    const lines = [
      'source:',
      '  kind: prometheus',
      `  url: ${server.url.href}tenant/a`,
      '  token-env: TOKEN',
      '  headers-env: { X-Scope-OrgID: TENANT }',
    ];
    const { metrics, isRecorded } = await open(lines, { TOKEN: 'abc\n', TENANT: 'team' });
    await metrics.read({ from: 0, to: 15_000 }, never);
    expect([metrics.description, isRecorded]).toEqual([`Prometheus at ${server.url.host}`, false]);
    expect(server.asked[0]).toMatchObject({
      path: 'POST /tenant/a/api/v1/query',
      headers: { authorization: 'Bearer abc', 'x-scope-orgid': 'team' },
    });
    await server.close();
  });

  it('takes a user and a password', async () => {
    const server = await startStandIn((response) => response.writeHead(200).end(matrix()));
    const lines = [`source: { kind: prometheus, url: "${server.url.href}", basic-env: LOGIN }`];
    const { metrics } = await open(lines, { LOGIN: 'grüße:pass:word' });
    await metrics.read({ from: 0, to: 15_000 }, never);
    expect(server.asked[0]?.headers.authorization).toBe(`Basic ${Buffer.from('grüße:pass:word').toString('base64')}`);
    await server.close();
  });

  it('tells every fault of queries, variables and files at once, in order of the file', async () => {
    const lines = [
      'metrics:',
      '  - { name: errors, total: "rate(a[5m])", bad: "a{code=~\\"(\\"}" }',
      '  - { name: slow, histogram: "b_bucket{x=1}" }',
      'gauges: [{ name: cpu, query: "cpu[5m]", above: 1 }]',
      'triggers: { health: { series: "up{" } }',
      'source:',
      '  kind: prometheus',
      '  url: https://prometheus.example.com/?x=1',
      '  token-env: TOKEN',
      '  headers-env: { X-Scope-OrgID: TENANT, Host: OTHER }',
      '  ca-file: missing.pem',
    ];
    expect(await faultsOf(lines, { TENANT: 'a\nSECRET', OTHER: 'SECRET' })).toEqual([
      'plan.yml:2:29 total of errors: it is no plain selector; got the function rate',
      'plan.yml:2:57 bad of errors: an expression in it cannot be read; got (',
      'plan.yml:3:42 histogram of slow: it is no PromQL; got "1" at character 12',
      'plan.yml:4:31 query of cpu: it does not answer with one value; got samples over a range',
      'plan.yml:5:35 series of health: it is no PromQL; got the end of the text',
      'plan.yml:8:8 the address of the source cannot be used; got https://prometheus.example.com/?x=1',
      'plan.yml:9:14 the variable TOKEN is not set; got nothing',
      'plan.yml:10:33 the variable TENANT cannot be sent in a header; got a line end, or another control character',
      'plan.yml:10:47 the header Host cannot be set; got Host',
      'plan.yml:11:12 the file missing.pem cannot be read; got no such file',
    ]);
  });

  it('does not open without a release, a whole login, or PEM files that are some', async () => {
    expect(await faultsOf([source], {}, null)).toEqual([
      'plan.yml:1:1 nobody says which release is the canary; got neither the input version nor arms.canary',
    ]);
    const login = ['source: { kind: prometheus, url: https://prometheus.example.com, basic-env: LOGIN }'];
    expect(await faultsOf(login, { LOGIN: 'SECRET' })).toEqual([
      'plan.yml:1:77 the variable LOGIN has no user and password; got a text without a colon',
    ]);
    writeFileSync(join(folder, 'a.pem'), 'SECRET');
    const files = [
      'source: { kind: prometheus, url: https://prometheus.example.com, ca-file: a.pem, cert-file: a.pem, key-file: a.pem }',
    ];
    expect(await faultsOf(files)).toEqual([
      'plan.yml:1:75 the file is no PEM of a certificate; got something else',
      'plan.yml:1:93 the file is no PEM of a certificate; got something else',
    ]);
    expect(await faultsOf([source])).toEqual([]);
  });
});
