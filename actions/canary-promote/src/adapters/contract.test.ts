import { afterEach, describe, expect, it } from 'vitest';
import type { LatencyMetric, Plan } from '../plan.ts';
import { random } from '../rollout.fixture.ts';
import type { Arm, Counts, Reading, Stratum } from '../strata.ts';
import { metrics as metric, planWith } from './prometheus/plan.fixture.ts';
import { startService, type TestService } from './testing/service.ts';
import { sources } from './testing/sources.ts';
import { type Spoiling, spoilings } from './testing/spoiled.ts';

const services: TestService[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
});

const latency: LatencyMetric = { ...metric.latency, edges: [0.5, 2] };
const plan: Plan = planWith({ metrics: [metric.errors, latency] });
const canary = ['c1', 'c2'];
const stable = ['s1', 's2', 's3'];
const ok = { code: 200, seconds: 0.1 };
const slow = { code: 200, seconds: 3 };
const bad = { code: 500, seconds: 0.1 };

/** Pods of both releases, in no order; each served something. */
async function started(pods = ['s2', 'c2', 's3', 'c1', 's1']): Promise<TestService> {
  const service = await startService({ pods: pods.map((pod) => ({ pod, release: pod.startsWith('c') ? '2' : '1' })) });
  services.push(service);
  for (const pod of pods) service.handle(pod, { ...ok, times: 20 });
  return service;
}

/** By pod: requests, bad, slower than each edge. */
type Truth = Readonly<Record<string, readonly number[]>>;

function truthOf(service: TestService): Truth {
  const all = service.pods.map(({ pod }) => {
    const { requests, bad: failed, slowerThan } = service.served(pod);
    return [pod, [requests, failed, ...latency.edges.map(slowerThan)]];
  });
  return Object.fromEntries(all);
}

/** The readings of a window in which this much was served. */
function countsOf(before: Truth, after: Truth): Readonly<Record<string, Counts>> {
  const difference = (pod: string, i: number) => (after[pod]?.[i] ?? 0) - (before[pod]?.[i] ?? 0);
  const arm = (pods: readonly string[], ...rows: readonly number[]): Arm => {
    const there = pods.filter((pod) => pod in after);
    return {
      requests: there.map((pod) => difference(pod, 0)),
      bad: rows.map((i) => there.map((pod) => difference(pod, i))),
    };
  };
  const counts = (...rows: readonly number[]): Counts => {
    return { kind: 'counts', canary: arm(canary, ...rows), stable: arm(stable, ...rows) };
  };
  return { errors: counts(1), latency: counts(2, 3) };
}

/** What each window of a script served, taken while a source reads it. */
function watched(service: TestService, script: readonly (() => unknown)[]) {
  const truths: Truth[] = [truthOf(service)];
  const steps = script.map((happens) => async () => {
    await happens();
    truths.push(truthOf(service));
  });
  const expected = (n: number) => countsOf(truths[n] ?? {}, truths[n + 1] ?? {});
  return { script: steps, expected };
}

/** Of a trouble only its code: each source has its own words. */
function codeOf(reading: Reading | undefined): unknown {
  if (reading?.kind === 'trouble') return reading.code;
  if (reading?.kind !== 'counts' || reading.stableTrouble === undefined) return reading;
  return { canary: reading.canary, stable: reading.stableTrouble.code };
}

function codes(strata: readonly Stratum[]): readonly unknown[] {
  return strata.map(({ readings }) => codeOf(readings['errors']));
}

describe.each(Object.entries(sources))('%s', (_, read) => {
  it('counts what was served, pod by pod, in the order of their names', async () => {
    const service = await started();
    const next = random(7);
    const traffic = () => {
      for (const { pod } of service.pods) {
        for (const request of [ok, slow, bad]) service.handle(pod, { ...request, times: Math.floor(next() * 30) });
      }
    };
    const { script, expected } = watched(service, [traffic, () => {}, traffic, traffic]);
    const strata = await read({ service, plan, script });
    expect(strata.map(({ readings }) => readings)).toEqual([0, 1, 2, 3].map(expected));
  });

  it('counts a series that a pod begins from zero', async () => {
    const service = await started();
    const { script, expected } = watched(service, [
      () => service.handle('c1', { ...bad, times: 4 }),
      () => service.handle('s3', { ...bad, method: 'POST' }),
    ]);
    const strata = await read({ service, plan, script });
    expect(strata.map(({ readings }) => readings['errors'])).toEqual([expected(0)['errors'], expected(1)['errors']]);
  });

  it('gives the same for series in any order', async () => {
    const service = await started();
    const { script, expected } = watched(service, [
      () => service.handle('c1', { ...slow, times: 4 }),
      () => {
        for (const { pod } of service.pods) service.spoil(pod, 'reversed');
        service.handle('s1', { ...bad, times: 3 });
      },
    ]);
    const strata = await read({ service, plan, script });
    expect(strata.map(({ readings }) => readings)).toEqual([expected(0), expected(1)]);
  });

  it('loses the window of a restart, and counts the next one', async () => {
    const service = await started();
    const { script, expected } = watched(service, [
      () => {
        service.restart('c2');
        service.handle('c2', ok);
      },
      () => service.handle('c2', { ...bad, times: 5 }),
    ]);
    const strata = await read({ service, plan, script });
    expect(strata[0]?.readings).toMatchObject({
      errors: { code: 'counter-reset' },
      latency: { code: 'counter-reset' },
    });
    expect(strata[1]?.readings).toEqual(expected(1));
  });

  it('has a gap where one of several pods is silent, and counts it again when it was there for a window', async () => {
    const service = await started();
    const { script, expected } = watched(service, [
      () => {},
      () => service.stop('c1'),
      () => service.start('c1'),
      () => service.handle('c1', { ...bad, times: 5 }),
    ]);
    const strata = await read({ service, plan, script });
    expect(strata[1]?.readings).toMatchObject({ errors: { code: 'scrape-gap' }, latency: { code: 'scrape-gap' } });
    expect(strata[3]?.readings).toEqual(expected(3));
  });

  it.each<[Spoiling, string]>([
    ['nan', 'metrics-not-a-number'],
    ['inf', 'metrics-infinite'],
    ['negative', 'metrics-inconsistent'],
    ['fraction', 'metrics-inconsistent'],
  ])('tells counters that are %s by %s, and counts none of them', async (spoiling, code) => {
    const service = await started();
    const served = () => {
      for (const pod of [...canary, ...stable]) service.handle(pod, ok);
    };
    const script = [
      () => {
        served();
        service.spoil('c1', spoiling);
      },
      () => {
        served();
        service.spoil('c1', undefined);
        service.spoil('s2', spoiling);
      },
    ];
    const strata = await read({ service, plan, script });
    expect(codes(strata)[0]).toBe(code);
    const second = strata[1]?.readings['errors'];
    // What stood between a number that is none and the next is not known; the canary has its trouble or less than it served.
    expect(second?.kind === 'trouble' ? second.kind : codeOf(second)).toEqual(
      second?.kind === 'trouble' ? 'trouble' : { canary: { requests: [0, 1], bad: [[0, 0]] }, stable: code },
    );
  });

  it.each<[string, Spoiling, string]>([
    ['an arm without series', 'missing', 'metrics-missing'],
    ['samples that are old', 'frozen', 'metrics-stale'],
  ])('tells %s', async (_what, spoiling, code) => {
    const service = await started(['c1', 's1']);
    service.spoil('c1', spoiling, 1000);
    const strata = await read({ service, plan, script: [() => service.handle('c1', bad)] });
    expect(codes(strata)).toEqual([code]);
  });

  it('counts the canary alone where stable cannot be read, and says so', async () => {
    const service = await started(['c1', 's1']);
    service.spoil('s1', 'missing');
    const strata = await read({ service, plan, script: [() => service.handle('c1', { ...bad, times: 3 })] });
    expect(codes(strata)).toEqual([{ canary: { requests: [3], bad: [[3]] }, stable: 'metrics-missing' }]);
  });

  it('tells several releases beside the canary, and counts the one that is named', async () => {
    const pods = [
      { pod: 'c1', release: '2' },
      { pod: 's1', release: '1' },
      { pod: 's2', release: '0' },
    ];
    const script = (service: TestService) => [
      () => {
        for (const { pod } of pods) service.handle(pod, ok);
      },
    ];
    const several = await startService({ pods });
    services.push(several);
    for (const { pod } of pods) several.handle(pod, ok);
    const both = await read({ service: several, plan, script: script(several) });
    expect(codes(both)).toEqual([{ canary: { requests: [1], bad: [[0]] }, stable: 'several-stable-releases' }]);
    const named = planWith({ metrics: [metric.errors], arms: { ...plan.arms, stable: '1' } });
    const one = await read({ service: several, plan: named, script: script(several) });
    expect(one[0]?.readings['errors']).toMatchObject({ stable: { requests: [1], bad: [[0]] } });
  });

  it.each(spoilings)('never counts anything but what was served, though the canary is %s', async (spoiling) => {
    const service = await started(['c1', 's1']);
    const { script, expected } = watched(service, [
      () => service.handle('c1', { ...bad, times: 3 }),
      () => {
        service.handle('c1', { ...bad, times: 3 });
        service.spoil('c1', spoiling, 1000);
      },
    ]);
    const strata = await read({ service, plan, script });
    for (const name of ['errors', 'latency']) {
      const reading = strata[1]?.readings[name];
      expect(reading?.kind === 'trouble' ? 'trouble' : reading).toEqual(
        reading?.kind === 'trouble' ? 'trouble' : expected(1)[name],
      );
    }
    expect(strata[0]?.readings).toEqual(expected(0));
  });
});
