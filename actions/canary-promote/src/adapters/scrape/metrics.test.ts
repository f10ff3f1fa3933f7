import { afterEach, describe, expect, it } from 'vitest';
import { metrics as metric, planWith } from '../prometheus/plan.fixture.ts';
import { startService, type TestService } from '../testing/service.ts';
import { scrapeOf, targetsOf, windowAt } from './scrape.fixture.ts';
import type { ScrapeState } from './snapshot.ts';

const services: TestService[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
});

const never = new AbortController().signal;
const plan = planWith({ metrics: [metric.errors] });
const ok = { code: 200, seconds: 0.1 };
const bad = { code: 500, seconds: 0.1 };

async function started(labels?: readonly ('version' | 'pod')[]): Promise<TestService> {
  const pods = [
    { pod: 'c1', release: '2' },
    { pod: 'c2', release: '2' },
    { pod: 's1', release: '1' },
  ];
  const service = await startService({ pods, ...(labels === undefined ? {} : { labels }) });
  services.push(service);
  for (const { pod } of pods) service.handle(pod, { ...ok, times: 3 });
  return service;
}

describe('a window of scrapes', () => {
  it('is counted from the scrape before it, and the first one is only where counting begins', async () => {
    const service = await started();
    const metrics = scrapeOf(service, plan);
    const first = await metrics.read(windowAt(0), never);
    const detail = 'canary: this first scrape is where counting begins';
    expect(first.readings).toEqual({ errors: { kind: 'trouble', code: 'metrics-stale', detail } });
    service.handle('c1', { ...ok, times: 4 });
    service.handle('c1', bad);
    service.handle('s1', { ...ok, times: 9 });
    const second = await metrics.read(windowAt(1), never);
    expect(second).toEqual({
      ...windowAt(1),
      readings: {
        errors: {
          kind: 'counts',
          canary: { requests: [5, 0], bad: [[1, 0]] },
          stable: { requests: [9], bad: [[0]] },
        },
      },
    });
  });

  it('has where it begins when the past was asked for just before', async () => {
    const service = await started();
    const metrics = scrapeOf(service, plan);
    expect(await metrics.past([{ from: 0, to: windowAt(0).from - 14_000 }], never)).toEqual([]);
    service.handle('c2', { ...ok, times: 2 });
    const { readings } = await metrics.read(windowAt(0), never);
    expect(readings['errors']).toMatchObject({ canary: { requests: [0, 2] }, stable: { requests: [0] } });
    expect(await metrics.past([], never)).toEqual([]);
  });

  it('does not begin with a scrape of long ago', async () => {
    const service = await started();
    const metrics = scrapeOf(service, plan);
    await metrics.past([{ from: 0, to: windowAt(0).from - 15_001 }], never);
    const { readings } = await metrics.read(windowAt(0), never);
    expect(readings['errors']).toMatchObject({ code: 'metrics-stale' });
  });

  it('counts pods that do not tell who they are by their targets', async () => {
    const service = await started([]);
    const metrics = scrapeOf(service, planWith({ metrics: [metric.errors], arms: { ...plan.arms, stable: '1' } }));
    await metrics.read(windowAt(0), never);
    for (const pod of ['c1', 'c2', 's1']) service.handle(pod, { ...bad, times: 2 });
    const { readings } = await metrics.read(windowAt(1), never);
    expect(readings['errors']).toEqual({
      kind: 'counts',
      canary: { requests: [2, 2], bad: [[2, 2]] },
      stable: { requests: [2], bad: [[2]] },
    });
  });

  it('leaves pods of a third release out, and says so when none is left', async () => {
    const service = await started();
    const metrics = scrapeOf(service, planWith({ metrics: [metric.errors], arms: { ...plan.arms, stable: '0' } }));
    await metrics.read(windowAt(0), never);
    const { readings } = await metrics.read(windowAt(1), never);
    expect(readings['errors']).toMatchObject({ kind: 'counts', stableTrouble: { code: 'metrics-missing' } });
  });

  it('counts a first request of a pod that had none before', async () => {
    const service = await started();
    service.restart('c2');
    const metrics = scrapeOf(service, plan);
    await metrics.read(windowAt(0), never);
    service.handle('c2', { ...ok, times: 6 });
    service.handle('c2', { ...bad, times: 2 });
    const { readings } = await metrics.read(windowAt(1), never);
    expect(readings['errors']).toMatchObject({ canary: { requests: [0, 8], bad: [[0, 2]] } });
  });

  it('has a gap while one pod of several is silent, and in the window that it comes back in', async () => {
    const service = await started();
    const metrics = scrapeOf(service, plan);
    await metrics.read(windowAt(0), never);
    await service.stop('c2');
    const silent = await metrics.read(windowAt(1), never);
    await service.start('c2');
    service.handle('c2', { ...ok, times: 50 });
    const back = await metrics.read(windowAt(2), never);
    service.handle('c2', { ...ok, times: 4 });
    const again = await metrics.read(windowAt(3), never);
    expect([silent, back, again].map(({ readings }) => readings['errors'])).toEqual([
      { kind: 'trouble', code: 'scrape-gap', detail: 'canary: pod c2: expected a connection, got ECONNREFUSED' },
      { kind: 'trouble', code: 'scrape-gap', detail: 'canary: pod c2 was not read before this interval' },
      { kind: 'counts', canary: { requests: [0, 4], bad: [[0, 0]] }, stable: { requests: [0], bad: [[0]] } },
    ]);
  });

  it('goes on without a pod that is gone for longer, but never without one that nobody ever read', async () => {
    const service = await started();
    await service.stop('c2');
    const metrics = scrapeOf(service, plan);
    const readings = [];
    for (const n of [0, 1, 2, 3, 4]) readings.push((await metrics.read(windowAt(n), never)).readings['errors']);
    const detail = 'canary: pod c2: expected a connection, got ECONNREFUSED';
    expect(readings).toEqual(Array.from({ length: 5 }, () => ({ kind: 'trouble', code: 'scrape-gap', detail })));
    await service.start('c2');
    for (const n of [5, 6]) await metrics.read(windowAt(n), never);
    await service.stop('c2');
    const after = [];
    for (const n of [7, 8, 9, 10]) after.push((await metrics.read(windowAt(n), never)).readings['errors']?.kind);
    expect(after).toEqual(['trouble', 'trouble', 'trouble', 'counts']);
  });

  it('counts nothing from a sample that says itself that it is old', async () => {
    const service = await started();
    service.spoil('c1', 'frozen');
    const metrics = scrapeOf(service, plan);
    await metrics.read(windowAt(0), never);
    const { readings } = await metrics.read(windowAt(1), never);
    expect(readings['errors']).toMatchObject({ kind: 'trouble', code: 'scrape-gap' });
  });

  it('counts nothing from a sample of before the window, though it is newer than the last one', async () => {
    const service = await started();
    const metrics = scrapeOf(service, plan);
    const readings = [];
    for (const n of [0, 1]) {
      service.handle('c1', { ...ok, times: 5 });
      service.spoil('c1', 'frozen', 900 + n);
      readings.push((await metrics.read(windowAt(n), never)).readings['errors']);
    }
    expect(readings[1]).toEqual({
      kind: 'trouble',
      code: 'scrape-gap',
      detail: 'canary: no sample of c1 in this interval',
    });
  });

  it('has a gap while a pod that began anew shows no counter, and in the window that it shows one again', async () => {
    const service = await started();
    const metrics = scrapeOf(service, plan);
    await metrics.read(windowAt(0), never);
    service.restart('c2');
    const silent = await metrics.read(windowAt(1), never);
    service.handle('c2', { ...bad, times: 5 });
    const back = await metrics.read(windowAt(2), never);
    service.handle('c2', { ...bad, times: 2 });
    const again = await metrics.read(windowAt(3), never);
    expect([silent, back].map(({ readings }) => readings['errors'])).toMatchObject([
      { kind: 'trouble', code: 'scrape-gap' },
      { kind: 'trouble', code: 'scrape-gap' },
    ]);
    expect(again.readings['errors']).toMatchObject({ canary: { requests: [0, 2], bad: [[0, 2]] } });
  });

  it('takes metrics and pods by any name', async () => {
    const pods = [
      { pod: 'constructor', release: '2' },
      { pod: '__proto__', release: '1' },
    ];
    const service = await startService({ pods });
    services.push(service);
    const named = planWith({ metrics: [{ ...metric.errors, name: 'toString' }] });
    const metrics = scrapeOf(service, named);
    const readings = [];
    for (const n of [0, 1]) {
      for (const { pod } of pods) service.handle(pod, { ...ok, times: 3 });
      readings.push((await metrics.read(windowAt(n), never)).readings['toString']);
    }
    expect(readings[0]).toMatchObject({ kind: 'trouble', code: 'metrics-stale' });
    expect(readings[1]).toMatchObject({ canary: { requests: [3] }, stable: { requests: [3] } });
  });

  it('counts requests slower than an edge', async () => {
    const service = await started();
    const metrics = scrapeOf(service, planWith({ metrics: [{ ...metric.latency, edges: [0.5, 3] }] }));
    await metrics.read(windowAt(0), never);
    for (const seconds of [0.2, 0.5, 0.6, 2.5, 4, 9]) service.handle('c1', { code: 200, seconds });
    const { readings } = await metrics.read(windowAt(1), never);
    expect(readings['latency']).toMatchObject({
      canary: {
        requests: [6, 0],
        bad: [
          [4, 0],
          [1, 0],
        ],
        possiblyBad: [
          [4, 0],
          [3, 0],
        ],
      },
    });
  });

  it('asks each page once, whatever the plan wants to know', async () => {
    const service = await started();
    const metrics = scrapeOf(service, planWith({}));
    await metrics.read(windowAt(0), never);
    await metrics.read(windowAt(1), never);
    expect(['c1', 'c2', 's1'].map((pod) => service.asked(pod))).toEqual([2, 2, 2]);
    expect(metrics.description).toBe('the metrics pages of 2 canary and 1 stable pods');
  });

  it('reads the old text of a pod that knows no other', async () => {
    const service = await started();
    const targets = targetsOf(service).map((target) => ({ ...target, url: target.url.replace('/metrics', '/plain') }));
    const metrics = scrapeOf(service, plan, { targets });
    await metrics.read(windowAt(0), never);
    service.handle('s1', { ...bad, times: 3 });
    const { readings } = await metrics.read(windowAt(1), never);
    expect(readings['errors']).toMatchObject({ stable: { requests: [3], bad: [[3]] } });
  });
});

describe('what is known between two windows', () => {
  it('is plain data, and another process goes on from it', async () => {
    const service = await started();
    const full = planWith({});
    const one = scrapeOf(service, full);
    service.spoil('s1', 'inf');
    await one.read(windowAt(0), never);
    service.handle('c1', { ...bad, times: 2 });
    await one.read(windowAt(1), never);
    service.spoil('s1', undefined);
    const saved = JSON.stringify(one.state);
    const state: ScrapeState = JSON.parse(saved);
    expect(state).toEqual(one.state);
    service.handle('c1', { ...ok, times: 5 });
    const other = scrapeOf(service, full, { state });
    const [kept, restored] = [await one.read(windowAt(2), never), await other.read(windowAt(2), never)];
    expect(restored).toEqual(kept);
    expect(restored.readings['errors']).toMatchObject({ canary: { requests: [5, 0], bad: [[0, 0]] } });
    expect(JSON.stringify(other.state)).toBe(JSON.stringify(one.state));
  });

  it('is no beginning for a window that does not follow it', async () => {
    const service = await started();
    const one = scrapeOf(service, plan);
    await one.read(windowAt(0), never);
    await one.read(windowAt(1), never);
    service.handle('c1', { ...ok, times: 100 });
    const other = scrapeOf(service, plan, { state: one.state });
    const late = await other.read(windowAt(9), never);
    expect(late.readings['errors']).toMatchObject({ kind: 'trouble', code: 'metrics-stale' });
    service.handle('c1', { ...ok, times: 2 });
    const next = await other.read(windowAt(10), never);
    expect(next.readings['errors']).toMatchObject({ canary: { requests: [2, 0] } });
  });
});

describe('the health of the canary pods', () => {
  const health = { path: '/health', series: undefined, failures: 3, window: 60 };
  const asked = planWith({ metrics: [metric.errors], triggers: { ...plan.triggers, health } });

  it.each([
    [true, 0],
    [204, 0],
    [302, 0],
    [false, 1],
    [404, 1],
    ['hang', 1],
  ] as const)('that is %s at one of two counts %i failures', async (state, failures) => {
    const service = await started();
    service.setHealth('c2', state);
    const { readings } = await scrapeOf(service, asked, { timeout: 300 }).read(windowAt(0), never);
    expect(readings['health']).toEqual({ kind: 'health', probes: 2, failures });
    expect(service.asked('s1', '/health')).toBe(0);
  });

  it('is not asked for when the plan does not want it', async () => {
    const service = await started();
    const { readings } = await scrapeOf(service, plan).read(windowAt(0), never);
    expect(Object.keys(readings)).toEqual(['errors']);
    expect(service.asked('c1', '/health')).toBe(0);
  });
});
