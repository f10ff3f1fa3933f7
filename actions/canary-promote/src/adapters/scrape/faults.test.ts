import { afterEach, describe, expect, it } from 'vitest';
import type { Reading } from '../../strata.ts';
import { metrics as metric, planWith } from '../prometheus/plan.fixture.ts';
import { startService, type TestService } from '../testing/service.ts';
import type { Spoiling } from '../testing/spoiled.ts';
import { scrapeOf, targetsOf, windowAt } from './scrape.fixture.ts';

const services: TestService[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
});

const plan = planWith({ metrics: [metric.errors] });
const never = new AbortController().signal;

/** A canary pod and a stable one, that served something. */
async function started(): Promise<TestService> {
  const pods = [
    { pod: 'c', release: '2' },
    { pod: 's', release: '1' },
  ];
  const service = await startService({ pods });
  services.push(service);
  for (const { pod } of pods) service.handle(pod, { code: 200, seconds: 0.1, times: 5 });
  return service;
}

/** The second window, in which the canary does something wrong. */
async function readingWith(spoil: (service: TestService) => unknown, timeout?: number): Promise<Reading | undefined> {
  const service = await started();
  const metrics = scrapeOf(service, plan, timeout === undefined ? {} : { timeout });
  await metrics.read(windowAt(0), never);
  for (const pod of ['c', 's']) service.handle(pod, { code: 200, seconds: 0.1, times: 7 });
  await spoil(service);
  return (await metrics.read(windowAt(1), never)).readings['errors'];
}

describe('what a page does wrong', () => {
  it.each<[Spoiling, string, string]>([
    ['500', 'source-unavailable', 'canary: pod c: expected a page of metrics, got HTTP 500'],
    ['503', 'source-unavailable', 'canary: pod c: expected a page of metrics, got HTTP 503'],
    ['429', 'source-rate-limited', 'canary: pod c: expected a page of metrics, got HTTP 429'],
    ['401', 'source-refused', 'canary: pod c: expected a page of metrics, got HTTP 401'],
    ['403', 'source-refused', 'canary: pod c: expected a page of metrics, got HTTP 403'],
    ['404', 'source-refused', 'canary: pod c: expected a page of metrics, got HTTP 404'],
    ['410', 'source-refused', 'canary: pod c: expected a page of metrics, got HTTP 410'],
    ['elsewhere', 'source-refused', 'canary: pod c: expected an answer, got a redirect to another host'],
    ['around', 'source-refused', 'canary: pod c: expected an answer, got more than 3 redirects'],
    ['gone', 'source-unavailable', 'canary: pod c: expected a connection, got ECONNRESET'],
    ['cut', 'source-incomplete', 'canary: pod c: expected a whole answer, got one that was cut off ECONNRESET'],
    ['half', 'source-incomplete', 'canary: pod c: expected a space, or {, got the end of the line (line 9, column 29)'],
    [
      'without-end',
      'source-incomplete',
      'canary: pod c: expected # EOF as the last line, got the end of the text (line 14, column 1)',
    ],
    [
      'empty',
      'source-incomplete',
      'canary: pod c: expected # EOF as the last line, got the end of the text (line 1, column 1)',
    ],
    ['html', 'source-incomplete', 'canary: pod c: expected OpenMetrics or Prometheus text, got text/html'],
    ['packed', 'source-incomplete', 'canary: pod c: expected a page as it is or as gzip, got br'],
    [
      'twice',
      'source-incomplete',
      'canary: pod c: expected each series once, got http_requests_total with the same labels again (line 4, column 1)',
    ],
    [
      'zipped-half',
      'source-incomplete',
      'canary: pod c: expected a whole answer, got one that was cut off Z_BUF_ERROR',
    ],
    ['bomb', 'source-incomplete', 'canary: pod c: expected a page of at most 16 MiB, got more'],
    ['huge', 'source-incomplete', 'canary: pod c: expected a page of at most 16 MiB, got more'],
    ['missing', 'metrics-missing', 'canary: no series'],
    ['nan', 'metrics-not-a-number', 'canary: a counter of pod c is NaN'],
    ['inf', 'metrics-infinite', 'canary: a counter of pod c is infinite'],
    ['negative', 'metrics-inconsistent', 'canary: a counter of pod c is no whole number'],
    ['fraction', 'metrics-inconsistent', 'canary: a counter of pod c is no whole number'],
  ])('%s is %s', async (spoiling, code, detail) => {
    const reading = await readingWith((service) => service.spoil('c', spoiling));
    expect(reading).toEqual({ kind: 'trouble', code, detail });
    expect(JSON.stringify(reading)).not.toMatch(/SECRET|127\.0\.0/);
  });

  it.each<[Spoiling, string]>([
    ['hang', 'canary: pod c: expected an answer in time, got none'],
    ['begins', 'canary: pod c: expected an answer in time, got only the beginning of one'],
  ])('%s is source-timeout', async (spoiling, detail) => {
    const reading = await readingWith((service) => service.spoil('c', spoiling), 150);
    expect(reading).toEqual({ kind: 'trouble', code: 'source-timeout', detail });
  });

  it('nobody there is source-unavailable', async () => {
    const reading = await readingWith((service) => service.stop('c'));
    const detail = 'canary: pod c: expected a connection, got ECONNREFUSED';
    expect(reading).toEqual({ kind: 'trouble', code: 'source-unavailable', detail });
  });

  it('a name that leads nowhere is source-unavailable', async () => {
    const service = await started();
    const targets = targetsOf(service).map((target) => ({ ...target, url: 'http://pods.invalid/metrics' }));
    const { readings } = await scrapeOf(service, plan, { targets }).read(windowAt(0), never);
    expect(readings['errors']).toMatchObject({ kind: 'trouble', code: 'source-unavailable' });
  });

  it('a restart is counter-reset, by a counter that fell or by one that is gone', async () => {
    const fell = await readingWith((service) => {
      service.restart('c');
      service.handle('c', { code: 200, seconds: 0.1 });
    });
    expect(fell).toMatchObject({ kind: 'trouble', code: 'counter-reset' });
    const gone = await readingWith((service) => {
      service.restart('c');
      service.handle('c', { code: 500, seconds: 0.1, times: 1000 });
    });
    expect(gone).toMatchObject({ kind: 'trouble', code: 'counter-reset' });
  });

  it('a connection that the pod closed while it was idle is none of its faults', async () => {
    const reading = await readingWith((service) => service.disconnect('c'));
    expect(reading).toMatchObject({ kind: 'counts', canary: { requests: [7], bad: [[0]] } });
  });

  it.each<[string, Spoiling]>([
    ['a redirect on the same host', '301'],
    ['a page that is packed', 'zipped'],
    ['a page in another order', 'reversed'],
  ])('%s is read', async (_, spoiling) => {
    const reading = await readingWith((service) => service.spoil('c', spoiling));
    expect(reading).toMatchObject({ kind: 'counts', canary: { requests: [7], bad: [[0]] } });
  });

  it('a target of the canary that shows the stable release is metrics-inconsistent, and the other way round', async () => {
    const service = await started();
    const arms = { c: 'stable', s: 'canary' } as const;
    const targets = targetsOf(service).map((target) => ({ ...target, arm: target.pod === 'c' ? arms.c : arms.s }));
    const detail = 'canary: pod s: expected version 2, got 1';
    const { readings } = await scrapeOf(service, plan, { targets }).read(windowAt(0), never);
    expect(readings['errors']).toEqual({ kind: 'trouble', code: 'metrics-inconsistent', detail });
    const both = targetsOf(service).map((target) => ({ ...target, arm: 'stable' as const }));
    const all = [
      ...both,
      ...targetsOf(service)
        .filter(({ pod }) => pod === 'c')
        .map((one) => ({ ...one, pod: 'c0' })),
    ];
    const metrics = scrapeOf(service, plan, { targets: all });
    await metrics.read(windowAt(0), never);
    expect((await metrics.read(windowAt(1), never)).readings['errors']).toMatchObject({
      kind: 'counts',
      stableTrouble: { code: 'metrics-inconsistent', detail: 'stable: pod c: expected another version than 2, got 2' },
    });
  });

  it('of stable leaves the canary counted, and says why it is alone', async () => {
    const reading = await readingWith((service) => service.spoil('s', '503'));
    const detail = 'stable: pod s: expected a page of metrics, got HTTP 503';
    expect(reading).toEqual({
      kind: 'counts',
      canary: { requests: [7], bad: [[0]] },
      stable: { requests: [], bad: [[]] },
      stableTrouble: { kind: 'trouble', code: 'source-unavailable', detail },
    });
  });

  it('an aborted signal ends a scrape at once', async () => {
    const service = await started();
    service.spoil('c', 'hang');
    const metrics = scrapeOf(service, plan, { timeout: 60_000 });
    const stop = new AbortController();
    const reading = metrics.read(windowAt(0), stop.signal);
    stop.abort();
    expect((await reading).readings['errors']).toMatchObject({ kind: 'trouble', code: 'source-unavailable' });
  });
});
