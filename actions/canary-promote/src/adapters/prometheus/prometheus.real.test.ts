import { createServer, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realTool } from '../../../../../scripts/real-tools.ts';
import type { LatencyMetric, Plan } from '../../plan.ts';
import type { Reading, Stratum, Window } from '../../strata.ts';
import { startService, type TestService } from '../testing/service.ts';
import { nativeContentType, nativePage } from './native-page.fixture.ts';
import { metrics as metric, planWith } from './plan.fixture.ts';
import { type RealServer, startPrometheus } from './real-server.fixture.ts';
import { metricsAt, never } from './stand-in.fixture.ts';

const prometheus = realTool('prometheus');

const pods = [
  { pod: 'c1', release: '2' },
  { pod: 'c2', release: '2' },
  { pod: 's1', release: '1' },
  { pod: 'dies', release: 'killed' },
  { pod: 'lives', release: 'killed' },
  { pod: 'again', release: 'restarted' },
  { pod: 'odd', release: 'nan' },
];

/** Three seconds each, one behind the other. */
const WINDOWS = 5;
const LENGTH = 3000;
/** So long nothing is served where a boundary has to have all: a scrape, and some time more. */
const QUIET = 2500;
/** A sample has the time at which its scrape began; the page is read so much later, at most. */
const SCRAPE = 700;

function quietBefore(window: number): number {
  if (window === WINDOWS - 1) return QUIET;
  return window === 0 ? 200 : 0;
}

const health = { path: undefined, series: 'min(up)', failures: 3, window: 120 };
const native: LatencyMetric = { ...metric.latency, histogram: 'native_seconds', edges: [0.5, 3] };
const gauge = (name: string, query: string) =>
  ({ name, query, above: 1, below: undefined, for: 60, action: 'hold' }) as const;

function planFor(canary: string, parts: Partial<Plan> = {}): Plan {
  const arms = { label: 'version', pod: 'pod', canary, stable: '1' };
  return planWith({ interval: LENGTH / 1000, arms, metrics: [metric.errors], ...parts });
}

const plans = {
  good: planFor('2', {
    metrics: [metric.errors, { ...metric.latency, edges: [0.5, 1.5] }],
    gauges: [gauge('all', 'count(up)'), gauge('several', 'up')],
    triggers: { errorRate: undefined, latency: undefined, health },
  }),
  killed: planFor('killed'),
  restarted: planFor('restarted'),
  nan: planFor('nan'),
  native: planFor('native', { metrics: [native] }),
};

/** Counts that a rule makes, so that a run is like the next. */
function serve(service: TestService, tick: number): void {
  for (const [p, { pod }] of pods.entries()) {
    const seconds = [0.05, 0.3, 0.7, 1.7, 3][(tick + p) % 5] ?? 0;
    service.handle(pod, { code: (tick * 7 + p) % 11 === 0 ? 503 : 200, seconds, times: 1 + ((tick + p) % 3) });
  }
}

describe.skipIf(prometheus === null)('a real Prometheus', () => {
  let service: TestService;
  let server: RealServer;
  let page: Server;
  let served: readonly (readonly number[])[];
  const strata: Record<keyof typeof plans, Stratum[]> = { good: [], killed: [], restarted: [], nan: [], native: [] };
  const windows: Window[] = [];
  const observed = { fast: 3, middle: 2, slow: 1 };
  const snapshot = () =>
    pods.map(({ pod }) => {
      const { requests, bad, slowerThan } = service.served(pod);
      return [requests, bad, slowerThan(0.5), slowerThan(1), slowerThan(2)];
    });

  beforeAll(async () => {
    service = await startService({ pods });
    page = createServer((_, response) => {
      const { fast, middle, slow } = observed;
      const body = nativePage('native_seconds', { version: 'native', pod: 'n' }, [
        [-2, fast],
        [2, middle],
        [5, slow],
      ]);
      response.writeHead(200, { 'content-type': nativeContentType }).end(body);
    });
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
    const address = page.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    for (let tick = 0; tick < 11; tick += 1) serve(service, tick);
    server = await startPrometheus(prometheus ?? '', [
      ...service.pods.map(({ url }) => url),
      `http://127.0.0.1:${port}`,
    ]);
    // Whatever was counted before the first boundary is scraped before it.
    await wait(QUIET);
    await watched();
  });

  afterAll(async () => {
    await server?.stop();
    page?.close();
    page?.closeAllConnections();
    await service?.close();
  });

  async function watched(): Promise<void> {
    const sources = Object.entries(plans).map(([name, plan]) => [name, metricsAt(server.url, plan)] as const);
    const before = snapshot();
    const start = Date.now();
    let tick = 0;
    // A scrape that began before the first boundary may read the page behind it: nothing new is there yet.
    await wait(SCRAPE);
    for (let w = 0; w < WINDOWS; w += 1) {
      const window = { from: start + w * LENGTH, to: start + (w + 1) * LENGTH };
      if (w === 1) {
        service.restart('again');
        service.spoil('odd', 'nan');
      }
      // The last window ends quietly, so that its last sample has all that was served.
      while (Date.now() < window.to - quietBefore(w)) {
        serve(service, tick);
        tick += 1;
        if (tick % 3 === 0) observed.fast += 2;
        if (tick % 10 === 0) observed.slow += 1;
        observed.middle += 1;
        await wait(50);
      }
      // Between its last sample and the window's end, so that the next window is its first without one.
      if (w === 0) await service.stop('dies');
      await wait(window.to + 200 - Date.now());
      windows.push(window);
      await Promise.all(
        sources.map(async ([name, source]) => {
          const stratum = await source.read(window, never);
          for (const key of keys) if (key === name) strata[key].push(stratum);
        }),
      );
    }
    const after = snapshot();
    served = after.map((counts, p) => counts.map((count, i) => count - (before[p]?.[i] ?? 0)));
  }

  const keys = ['good', 'killed', 'restarted', 'nan', 'native'] as const;

  const sums = (all: readonly (Reading | undefined)[], arm: 'canary' | 'stable', edge: number) => {
    const sum = { requests: 0, bad: 0, possiblyBad: 0 };
    for (const reading of all) {
      if (reading?.kind !== 'counts') return reading;
      const { requests, bad, possiblyBad = bad } = reading[arm];
      sum.requests += total(requests);
      sum.bad += total(bad[edge] ?? []);
      sum.possiblyBad += total(possiblyBad[edge] ?? []);
    }
    return sum;
  };
  const total = (counts: readonly number[]) => counts.reduce((all, each) => all + each, 0);
  const of = (name: keyof typeof plans, reading: string) => strata[name].map(({ readings }) => readings[reading]);
  const servedBy = (release: string, column: number) =>
    total(served.filter((_, p) => pods[p]?.release === release).map((counts) => counts[column] ?? 0));

  it('is counted to the last request, window by window', () => {
    for (const [arm, release] of [
      ['canary', '2'],
      ['stable', '1'],
    ] as const) {
      const requests = servedBy(release, 0);
      const bad = servedBy(release, 1);
      expect(requests).toBeGreaterThan(100);
      expect(bad).toBeGreaterThan(5);
      expect(sums(of('good', 'errors'), arm, 0)).toEqual({ requests, bad, possiblyBad: bad });
      const slow = servedBy(release, 2);
      expect(sums(of('good', 'latency'), arm, 0)).toEqual({ requests, bad: slow, possiblyBad: slow });
      // 1.5 s lies between two buckets.
      expect(sums(of('good', 'latency'), arm, 1)).toEqual({
        requests,
        bad: servedBy(release, 4),
        possiblyBad: servedBy(release, 3),
      });
    }
  });

  it('has the same past as it was read', async () => {
    const past = await metricsAt(server.url, plans.good).past(windows, never);
    const all = 'kind' in past ? [] : past;
    expect(all.map(({ readings }) => readings['errors'])).toEqual(
      of('good', 'errors').map((reading) =>
        reading?.kind === 'counts' ? { ...reading, canary: { requests: [], bad: [[]] } } : reading,
      ),
    );
  });

  it('shows a pod that is gone as a gap, and then no more', () => {
    const shape = of('killed', 'errors').map((each) => (each?.kind === 'counts' ? each.canary.requests.length : each));
    expect(shape).toMatchObject([2, { code: 'scrape-gap' }, { code: 'scrape-gap' }, { code: 'scrape-gap' }, 1]);
  });

  it('shows a restart as a reset, and what is behind it as counts', () => {
    const shape = of('restarted', 'errors').map((each) => (each?.kind === 'trouble' ? each.code : each?.kind));
    expect(shape.filter((each) => each === 'counter-reset')).toHaveLength(1);
    expect([shape[0], ...shape.slice(3)]).toEqual(['counts', 'counts', 'counts']);
  });

  it('shows NaN as no number', () => {
    const codes = of('nan', 'errors').map((each) => (each?.kind === 'trouble' ? each.code : each?.kind));
    expect(codes).toEqual(['counts', ...Array.from({ length: WINDOWS - 1 }, () => 'metrics-not-a-number')]);
  });

  it('shows single values, and several as several', () => {
    expect(of('good', 'all')).toEqual(windows.map(() => ({ kind: 'gauge', value: pods.length + 1 })));
    expect(of('good', 'several')[0]).toMatchObject({ code: 'several-series' });
    expect(of('good', 'health')[WINDOWS - 1]).toEqual({ kind: 'health', probes: 1, failures: 1 });
  });

  it('shows a native histogram by the buckets around each edge', () => {
    // 3 s lies in the bucket from 2 to 4 s, where the middle ones are; 0.5 s is a bound.
    const { fast, middle, slow } = observed;
    const [low, high] = [sums(of('native', 'latency'), 'canary', 0), sums(of('native', 'latency'), 'canary', 1)];
    const requests = fast + middle + slow - 6;
    expect(low).toEqual({ requests, bad: requests - (fast - 3), possiblyBad: requests - (fast - 3) });
    expect(high).toEqual({ requests, bad: slow - 1, possiblyBad: requests - (fast - 3) });
  });

  it('that is gone is not available', async () => {
    await server.stop();
    const { readings } = await metricsAt(server.url, plans.killed).read(windows[0] ?? { from: 0, to: 1 }, never);
    expect(readings['errors']).toMatchObject({ code: 'source-unavailable' });
  });
});
