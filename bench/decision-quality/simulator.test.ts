import { describe, expect, test } from 'vitest';
import { Random } from './random.ts';
import { scenarioNamed, scenarios } from './scenarios.ts';
import type { ArmCounts, Service, SimulatedTrace } from './service.ts';
import { simulate, simulatePast } from './simulator.ts';

const plain = scenarioNamed('aa').service;
const TRACES = 60;

function traces(service: Service, count = TRACES): readonly SimulatedTrace[] {
  return Array.from({ length: count }, (_, index) => simulate(service, new Random(5, 'simulator', index)));
}

const total = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0);

function sums(
  all: readonly SimulatedTrace[],
  arm: 'canary' | 'stable',
  of: (counts: ArmCounts) => readonly number[],
): number {
  return total(all.flatMap(({ cells }) => cells.map((cell) => total(of(cell[arm])))));
}

const rate = (all: readonly SimulatedTrace[], arm: 'canary' | 'stable') =>
  sums(all, arm, ({ bad }) => bad) / sums(all, arm, ({ requests }) => requests);

/** Standard deviation over mean of a count, by trace and cell. */
function spread(values: readonly number[]): number {
  const mean = total(values) / values.length;
  return Math.sqrt(total(values.map((each) => (each - mean) ** 2)) / values.length) / mean;
}

describe('a simulated trace', () => {
  test('is the same for the same stream', () => {
    expect(traces(plain, 1)).toEqual(traces(plain, 1));
  });

  test('has 60 cells, and 2, 5 and 10 canary pods of 20', () => {
    const [trace] = traces(plain, 1);
    const pods = trace?.cells.map(({ canary, stable }) => [canary.requests.length, stable.requests.length]) ?? [];
    expect(pods).toHaveLength(60);
    expect(new Set(pods.map(String))).toEqual(new Set(['2,18', '5,15', '10,10']));
  });

  test('has the traffic and the error rates that were asked for', () => {
    const all = traces({ ...plain, fault: { rate: 0.02, from: 0 } });
    const requests =
      sums(all, 'canary', (counts) => counts.requests) + sums(all, 'stable', (counts) => counts.requests);
    expect(requests / TRACES / 900).toBeCloseTo(100, 0);
    expect(rate(all, 'canary')).toBeCloseTo(0.02, 3);
    expect(rate(all, 'stable')).toBeCloseTo(0.005, 3);
  });

  test('has a late fault only from its time on', () => {
    const all = traces(scenarioNamed('late-200').service);
    const part = (from: number, to: number) =>
      all.map((trace) => ({ ...trace, cells: trace.cells.filter(({ t }) => t > from && t <= to) }));
    expect(rate(part(0, 195), 'canary')).toBeLessThan(0.01);
    expect(rate(part(210, 900), 'canary')).toBeCloseTo(0.1, 2);
    // 10 of its 15 seconds are at 10 %.
    expect(rate(part(195, 210), 'canary')).toBeCloseTo((0.005 * 5 + 0.1 * 10) / 15, 2);
  });

  test('under noise keeps its mean and gets its spread', () => {
    const loud = { ...plain, base: 0.05, armNoise: { cv: 1, seconds: 15 } };
    const counts = traces(loud).flatMap(({ cells }) => cells.slice(0, 20).map(({ stable }) => total(stable.bad)));
    expect(total(counts) / counts.length / (0.9 * 1500 * 0.05)).toBeCloseTo(1, 0);
    expect(spread(counts)).toBeGreaterThan(0.9);
    expect(spread(counts)).toBeLessThan(1.15);
  });

  test('under pod noise has pods that differ, each by itself', () => {
    const [trace] = traces({ ...plain, base: 0.2, podNoise: { cv: 1, seconds: 300 } }, 1);
    const byPod = Array.from({ length: 18 }, (_, pod) =>
      total(trace?.cells.slice(0, 20).map(({ stable }) => stable.bad[pod] ?? 0) ?? []),
    );
    expect(spread(byPod)).toBeGreaterThan(0.4);
  });

  test('has an outage that both arms share', () => {
    const all = traces({ ...plain, base: 0, outage: { seconds: 60, rate: 0.3 } });
    expect(rate(all, 'stable')).toBeCloseTo(0.3 / 15, 2);
    for (const { cells } of all) {
      const hit = cells.filter(({ stable }) => total(stable.bad) > 30);
      expect(hit.every(({ canary }) => total(canary.bad) > 0)).toBe(true);
      expect(hit.length).toBeGreaterThan(2);
      expect(hit.length).toBeLessThan(6);
    }
  });

  test('reads arms apart when scrapes are misaligned, and drops the first cell of each step', () => {
    const service = scenarioNamed('aa-misaligned').service;
    const all = traces({ ...service, base: 0 });
    const alone = all.flatMap(({ cells }) =>
      cells.filter(({ canary, stable }) => total(canary.bad) === 0 && total(stable.bad) > 100),
    );
    expect(all[0]?.cells).toHaveLength(57);
    expect(alone.length).toBeGreaterThan(0);
  });

  test('has bursts that hit one pod', () => {
    const all = traces({ ...plain, base: 0, bursts: { every: 60, requests: 20 } });
    const bad = sums(all, 'canary', (counts) => counts.bad) + sums(all, 'stable', (counts) => counts.bad);
    expect(bad / TRACES / 15 / 20).toBeGreaterThan(0.85);
    expect(bad / TRACES / 15 / 20).toBeLessThan(1.15);
    const cells = all.flatMap((trace) => trace.cells.map(({ canary, stable }) => [...canary.bad, ...stable.bad]));
    const hit = cells.filter((pods) => total(pods) > 0);
    expect(hit.filter((pods) => pods.filter((each) => each > 0).length === 1).length / hit.length).toBeGreaterThan(0.8);
  });

  test('loses counts at restarts, not the errors that were served', () => {
    const [all, kept] = [traces({ ...plain, restarts: { every: 30 } }), traces(plain)];
    // The mean share behind the last restart: (1 - exp(-15/30)) * 30/15.
    const share = sums(all, 'stable', (counts) => counts.requests) / sums(kept, 'stable', (counts) => counts.requests);
    expect(share).toBeCloseTo((1 - Math.exp(-0.5)) * 2, 2);
    const served = (list: readonly SimulatedTrace[]) => total(list.map((trace) => trace.served.at(-1)?.errors ?? 0));
    expect(served(all) / served(kept)).toBeCloseTo(1, 1);
  });

  test('loses cells in gaps', () => {
    const cells = traces({ ...plain, gaps: 0.2 }).map((trace) => trace.cells.length);
    expect(total(cells) / cells.length / 60).toBeCloseTo(0.8, 1);
  });

  test('follows the day with load and errors', () => {
    const loads = traces({ ...plain, day: { load: 0.5, errors: 0 } }).map((trace) =>
      total(trace.cells[0]?.stable.requests ?? []),
    );
    expect(spread(loads)).toBeGreaterThan(0.25);
    expect(spread(loads)).toBeLessThan(0.5);
  });

  test('is slow as a queue with one server is', () => {
    const service: Service = { ...plain, queue: { service: 0.1, canaryTimes: 1.2, edges: [0.5, 1] } };
    const all = traces(service, 6);
    const slow = (arm: 'canary' | 'stable', edge: number) =>
      sums(all, arm, (counts) => counts.slow[edge] ?? []) / sums(all, arm, (counts) => counts.requests);
    // Time in an M/M/1 queue is exponential at the rate 1/service - arrivals.
    expect(slow('stable', 0)).toBeCloseTo(Math.exp(-5 * 0.5), 2);
    expect(slow('stable', 1)).toBeCloseTo(Math.exp(-5 * 1), 2);
    expect(slow('canary', 0)).toBeCloseTo(Math.exp(-(1 / 0.12 - 5) * 0.5), 1);
  });

  test('has a past of stable alone, and what stable did in the hour before', () => {
    const past = simulatePast(plain, new Random(5), 3600);
    expect(past).toHaveLength(240);
    expect(past[0]?.stable.requests).toHaveLength(20);
    const [trace] = traces(plain, 1);
    expect((trace?.before.errors ?? 0) / (trace?.before.requests ?? 1)).toBeCloseTo(0.005, 3);
  });
});

describe('scenarios', () => {
  test('have names of their own, and twins that are good releases', () => {
    const names = scenarios.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const twins = scenarios.flatMap(({ twin }) => (twin === undefined ? [] : [scenarioNamed(twin).kind]));
    expect(new Set(twins)).toEqual(new Set(['same']));
  });
});
