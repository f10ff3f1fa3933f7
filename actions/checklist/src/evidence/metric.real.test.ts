import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realTool } from '../../../../scripts/real-tools.ts';
import type { MetricEntry } from './entry.ts';
import { type LocalServer, startServer } from './local-server.fixture.ts';
import { MetricReader } from './metric.ts';
import { type RealPrometheus, startPrometheus } from './prometheus.fixture.ts';
import { questionOf } from './question.fixture.ts';
import { UrlDoor } from './url-door.ts';

const command = realTool('prometheus');

const odd = 'a"b\\c\'d.e{}';
const page = [
  '# TYPE share gauge',
  'share{version="2.4.0",shard="a"} 0.0004',
  'share{version="2.4.0",shard="b"} 0.002',
  'share{version="2.3.0",shard="a"} 0.9',
  `odd{name=${JSON.stringify(odd)}} 1`,
  'odd{name="a\\"b\\\\c\'dxe{}"} 9',
  'broken NaN',
  '',
].join('\n');

describe.skipIf(command === null)('a real Prometheus', () => {
  let service: LocalServer;
  let prometheus: RealPrometheus;
  beforeAll(async () => {
    service = await startServer(
      (_, response) => void response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(page),
    );
    prometheus = await startPrometheus(command ?? '', `127.0.0.1:${service.port}`);
  });
  afterAll(async () => {
    await prometheus?.stop();
    await service?.stop();
  });

  function look(query: string, keys: Partial<MetricEntry> = {}, version = '2.4.0') {
    const entry: MetricEntry = { kind: 'metric', items: [], url: prometheus.url, query, ...keys };
    return new MetricReader(new UrlDoor({ hosts: ['127.0.0.1'] }), {}).look(
      questionOf(entry, { limits: ['< 0.1%'], now: new Date(), subject: { version, environment: odd } }),
    );
  }

  it('gives numbers that pass and fail', async () => {
    expect(await look('share{version="$version",shard="a"}')).toMatchObject({
      outcome: 'pass',
      value: '0.04\u00a0%',
      threshold: '< 0.1\u00a0%',
    });
    expect(await look('share{version="$version"}')).toMatchObject({ outcome: 'fail', value: '0.2\u00a0%' });
    expect(await look('max_over_time(share{version=~"$version",shard="a"}[$window])', { window: '5m' })).toMatchObject({
      outcome: 'pass',
    });
  });

  it('takes values for nothing but text', async () => {
    expect(await look('odd{name="$environment"}', { threshold: '== 1' })).toMatchObject({ outcome: 'pass' });
    expect(await look("odd{name=~'$environment'}", { threshold: '== 1' })).toMatchObject({ outcome: 'pass' });
  });

  it('is believed of our version only', async () => {
    expect((await look('share{shard="a"}', { 'subject-label': 'version', threshold: '< 1' })).outcome).toBe('stale');
    expect(
      (await look('max by (version) (share{version="$version"})', { 'subject-label': 'version', threshold: '< 1' }))
        .outcome,
    ).toBe('pass');
    expect(
      (await look('max(share{version="$version"})', { 'subject-label': 'version', threshold: '< 1' })).outcome,
    ).toBe('unknown');
  });

  it('says nothing by nothing, by NaN, and by a query that it does not understand', async () => {
    expect([
      (await look('absent_metric')).outcome,
      (await look('absent_metric or vector(0)')).outcome,
      (await look('broken')).outcome,
    ]).toEqual(['unknown', 'pass', 'unknown']);
    expect(await look('sum(')).toMatchObject({ outcome: 'unknown', seen: 'the server answers 400 (bad_data)' });
    expect((await look('share[5m]')).outcome).toBe('unknown');
    expect((await look('scalar(share{shard="b"})')).outcome).toBe('fail');
  });

  it('has metrics of its own on a page that is read', async () => {
    const keys = { scrape: true, url: `${prometheus.url}/metrics`, threshold: '== 1' };
    expect((await look('prometheus_ready', keys)).outcome).toBe('pass');
    expect((await look('prometheus_ready', { ...keys, threshold: '== 0' })).outcome).toBe('fail');
  });
});
