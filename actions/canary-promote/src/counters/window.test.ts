import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ErrorMetric, LatencyMetric } from '../plan.ts';
import type { Arm, Reading, Window } from '../strata.ts';
import { type CounterSeries, type CountsTo, noCounters, type Sample } from './series.ts';
import { countStable, countWindow } from './window.ts';

const common = { weight: 1, critical: false, dryRun: false };
const errors: ErrorMetric = { kind: 'errors', name: 'errors', ...common, total: '', bad: '' };
const latency: LatencyMetric = { kind: 'latency', name: 'latency', ...common, histogram: '', edges: [1, 2] };
const window = { from: 1000, to: 2000 };
const requests: CountsTo = { kind: 'errors', requests: true, bad: false };
const failures: CountsTo = { kind: 'errors', requests: true, bad: true };

interface Named {
  readonly pod?: string;
  readonly arm?: 'canary' | 'stable';
  readonly release?: string;
  readonly counts?: CountsTo;
}

function series(
  samples: readonly Sample[],
  { pod = 'c', arm = 'canary', counts = requests, release }: Named = {},
): CounterSeries {
  const of = release ?? (arm === 'canary' ? '2' : '1');
  return { arm, pod, release: of, id: JSON.stringify([pod, counts, of]), counts, samples };
}

const stable = series(
  [
    [900, 0],
    [1900, 50],
  ],
  { arm: 'stable', pod: 's' },
);

function count(...all: readonly CounterSeries[]): Reading {
  return countWindow(noCounters, errors, [...all, stable], window, undefined).reading;
}

function canaryOf(reading: Reading): Arm | undefined {
  return reading.kind === 'counts' ? reading.canary : undefined;
}

describe('a window of counters', () => {
  it('has what was counted from the last sample before it to the last in it', () => {
    expect(
      count(
        series([
          [500, 3],
          [1000, 5],
          [1500, 9],
          [2000, 12],
          [2001, 90],
        ]),
      ),
    ).toEqual({
      kind: 'counts',
      canary: { requests: [7], bad: [[0]] },
      stable: { requests: [50], bad: [[0]] },
    });
  });

  it.each<[string, string, readonly Sample[]]>([
    [
      'a fall',
      'counter-reset',
      [
        [900, 5],
        [1200, 6],
        [1500, 2],
      ],
    ],
    [
      'a fall since the last window',
      'counter-reset',
      [
        [900, 5],
        [1200, 2],
      ],
    ],
    [
      'NaN',
      'metrics-not-a-number',
      [
        [900, 5],
        [1200, Number.NaN],
      ],
    ],
    [
      'infinity',
      'metrics-infinite',
      [
        [900, 5],
        [1200, Number.POSITIVE_INFINITY],
      ],
    ],
    [
      'a fraction',
      'metrics-inconsistent',
      [
        [900, 5],
        [1200, 5.5],
      ],
    ],
    [
      'less than nothing',
      'metrics-inconsistent',
      [
        [900, 5],
        [1200, -1],
      ],
    ],
    [
      'more than can be counted exactly',
      'metrics-inconsistent',
      [
        [900, 5],
        [1200, 2 ** 53],
      ],
    ],
    ['only older samples', 'metrics-stale', [[900, 5]]],
    ['only later samples', 'metrics-missing', [[2001, 5]]],
    ['no samples', 'metrics-missing', []],
  ])('with %s is %s', (_, code, samples) => {
    expect(count(series(samples))).toMatchObject({ kind: 'trouble', code });
  });

  it('takes NaN for the larger of two values at one time, whichever comes first', () => {
    const both: readonly Sample[] = [
      [1200, 7],
      [1200, Number.NaN],
    ];
    const codes = [both, both.toReversed()].map((samples) => count(series([[900, 5], ...samples])));
    expect(codes).toMatchObject([{ code: 'metrics-not-a-number' }, { code: 'metrics-not-a-number' }]);
  });

  it('counts from the first sample for a pod of which nothing is known, and from zero for a new series of a known pod', () => {
    expect(
      canaryOf(
        count(
          series([
            [1200, 40],
            [1900, 42],
          ]),
        ),
      ),
    ).toEqual({ requests: [2], bad: [[0]] });
    const known = series([
      [900, 7],
      [1900, 8],
    ]);
    const born = series(
      [
        [1500, 3],
        [1900, 5],
      ],
      { counts: failures },
    );
    expect(canaryOf(count(known, born))).toEqual({ requests: [6], bad: [[5]] });
  });

  it('begins anew behind a silence: what was counted meanwhile belongs to no window', () => {
    const first = countWindow(
      noCounters,
      errors,
      [
        series([
          [900, 0],
          [1900, 10],
        ]),
        stable,
      ],
      window,
      undefined,
    );
    const later = { from: 3000, to: 4000 };
    const all = [
      series([
        [900, 0],
        [1900, 10],
        [3200, 500],
        [3900, 507],
      ]),
      series(
        [
          [900, 0],
          [3900, 9],
        ],
        { arm: 'stable', pod: 's' },
      ),
    ];
    expect(canaryOf(countWindow(first.state, errors, all, later, undefined).reading)?.requests).toEqual([7]);
  });

  it('sees a fall in a sample that arrived behind its window', () => {
    const before = series([
      [900, 90],
      [1900, 100],
    ]);
    const first = countWindow(noCounters, errors, [before, stable], window, undefined);
    const late = { ...before, samples: [...before.samples, [1990, 0], [2900, 150]] as const };
    const next = { from: 2000, to: 3000 };
    expect(countWindow(first.state, errors, [late, stable], next, undefined).reading).toMatchObject({
      code: 'counter-reset',
    });
    const rising = { ...before, samples: [...before.samples, [1990, 104], [2900, 150]] as const };
    expect(canaryOf(countWindow(first.state, errors, [rising, stable], next, undefined).reading)?.requests).toEqual([
      50,
    ]);
  });

  it('goes on from the last sample before it when the windows in between were not read', () => {
    const all = series([900, 1900, 2900, 3900].map((time, i) => [time, 10 * i]));
    const born = series([[3900, 4]], { counts: failures });
    const first = countWindow(noCounters, errors, [all, stable], window, undefined);
    const { reading } = countWindow(first.state, errors, [all, born, stable], { from: 3000, to: 4000 }, undefined);
    expect(canaryOf(reading)).toEqual({ requests: [14], bad: [[4]] });
  });

  it('keeps what it knows as JSON: behind NaN it counts from the next sample', () => {
    const odd = series([
      [900, 5],
      [1900, Number.NaN],
    ]);
    const { state } = countWindow(noCounters, errors, [odd, stable], window, undefined);
    const next = series([
      [2200, 700],
      [2900, 703],
    ]);
    for (const known of [state, JSON.parse(JSON.stringify(state))]) {
      const { reading } = countWindow(known, errors, [next], { from: 2000, to: 3000 }, undefined);
      expect(canaryOf(reading)?.requests).toEqual([3]);
    }
  });

  it('misses a pod that was silent for up to two windows, and then no more', () => {
    const pod = (name: string, until: number) =>
      series(
        Array.from({ length: until }, (_, i): Sample => [i * 1000 + 900, i]),
        { pod: name },
      );
    const all = [
      pod('a', 6),
      pod('b', 2),
      series(
        [0, 1, 2, 3, 4, 5].map((i) => [i * 1000 + 900, i]),
        { arm: 'stable', pod: 's' },
      ),
    ];
    let state = noCounters;
    const seen = [1, 2, 3, 4, 5].map((i) => {
      const counted = countWindow(state, errors, all, { from: i * 1000, to: i * 1000 + 1000 }, undefined);
      state = counted.state;
      return counted.reading.kind === 'trouble' ? counted.reading.code : canaryOf(counted.reading)?.requests;
    });
    expect(seen).toEqual([[1, 1], 'scrape-gap', 'scrape-gap', 'scrape-gap', [1]]);
  });

  it('has one release beside the canary, or the one that is named', () => {
    const old = series(
      [
        [900, 0],
        [1900, 8],
      ],
      { arm: 'stable', pod: 'o', release: '0' },
    );
    const canary = series([
      [900, 0],
      [1900, 8],
    ]);
    expect(count(canary, old)).toMatchObject({ kind: 'counts', stableTrouble: { code: 'several-stable-releases' } });
    const named = countWindow(noCounters, errors, [canary, old, stable], window, '1').reading;
    expect(named).toMatchObject({ stable: { requests: [50] } });
  });

  it('keeps the release that it began with: another one later is another baseline', () => {
    const canary = series([
      [900, 0],
      [1900, 8],
      [2900, 9],
      [3900, 10],
    ]);
    const first = series(
      [
        [900, 0],
        [1900, 50],
      ],
      { arm: 'stable', pod: 's' },
    );
    const next = series(
      [
        [900, 0],
        [1900, 0],
        [2900, 20],
        [3900, 40],
      ],
      { arm: 'stable', pod: 'n', release: '1.1' },
    );
    const { state } = countWindow(noCounters, errors, [canary, first], window, undefined);
    const later = countWindow(state, errors, [canary, next], { from: 3000, to: 4000 }, undefined).reading;
    expect(later).toMatchObject({ kind: 'counts', stableTrouble: { code: 'several-stable-releases' } });
  });

  it('is inconsistent with more bad events than events, or without a bucket for all', () => {
    const bad = series(
      [
        [900, 0],
        [1900, 8],
      ],
      { counts: { kind: 'errors', requests: false, bad: true } },
    );
    expect(count(bad)).toMatchObject({ code: 'metrics-inconsistent' });
    const bucket = series(
      [
        [900, 0],
        [1900, 8],
      ],
      { counts: { kind: 'bucket', le: 1 } },
    );
    expect(countWindow(noCounters, latency, [bucket], window, undefined).reading).toMatchObject({
      code: 'metrics-inconsistent',
    });
  });

  it('takes the buckets of each pod by themselves', () => {
    const bucket = (pod: string, le: number, to: number) =>
      series(
        [
          [900, 0],
          [1900, to],
        ],
        { pod, counts: { kind: 'bucket', le } },
      );
    const fine = [bucket('a', 1, 6), bucket('a', 2, 8), bucket('a', Number.POSITIVE_INFINITY, 10)];
    const coarse = [bucket('b', 0.5, 5), bucket('b', 4, 9), bucket('b', Number.POSITIVE_INFINITY, 10)];
    expect(canaryOf(countWindow(noCounters, latency, [...fine, ...coarse], window, undefined).reading)).toEqual({
      requests: [10, 10],
      bad: [
        [4, 1],
        [2, 1],
      ],
      possiblyBad: [
        [4, 5],
        [2, 5],
      ],
    });
    expect(canaryOf(countWindow(noCounters, latency, fine, window, undefined).reading)).toEqual({
      requests: [10],
      bad: [[4], [2]],
    });
  });

  it('of stable alone misses no canary', () => {
    expect(countStable(noCounters, errors, [stable, series([[900, 1]])], window, undefined).reading).toEqual({
      kind: 'counts',
      canary: { requests: [], bad: [[]] },
      stable: { requests: [50], bad: [[0]] },
    });
    expect(countStable(noCounters, errors, [], window, undefined).reading).toMatchObject({ code: 'metrics-missing' });
  });
});

/** Pods that are scraped at their own moments and count in leaps, over six windows of a second. */
const windows = [0, 1, 2, 3, 4, 5].map((i): Window => ({ from: 1000 + 1000 * i, to: 2000 + 1000 * i }));
const leaps = fc.array(fc.tuple(fc.nat(20), fc.nat(5)), { minLength: 8, maxLength: 8 });
const pods = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), leaps), { minLength: 1, maxLength: 4 });
const oddValues = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5, 0, 7, 2 ** 53);
const anySamples = fc.array(fc.tuple(fc.integer({ min: 0, max: 7500 }), fc.oneof(fc.nat(100), oddValues)), {
  maxLength: 30,
});

function scraped(all: readonly (readonly [offset: number, leaps: readonly (readonly [number, number])[]])[]) {
  return all.flatMap(([offset, leaped], p) => {
    let [ok, bad] = [0, 0];
    const samples = leaped.map(([more, worse], i) => {
      ok += more;
      bad += worse;
      return [i * 1000 + offset, ok, bad] as const;
    });
    const pod = `p${p}`;
    return [
      series(
        samples.map(([time, value]) => [time, value]),
        { pod },
      ),
      series(
        samples.map(([time, , value]) => [time, value]),
        { pod, counts: failures },
      ),
    ];
  });
}

function run(all: readonly CounterSeries[]): readonly Reading[] {
  let state = noCounters;
  return windows.map((each) => {
    const { reading, state: next } = countWindow(state, errors, all, each, undefined);
    state = next;
    return reading;
  });
}

describe('windows of counters, whatever is counted,', () => {
  it('add up to the last sample less the first, exactly', () => {
    fc.assert(
      fc.property(pods, (all) => {
        const counted = scraped(all);
        const readings = run(counted).map(canaryOf);
        const sum = readings.reduce(
          (whole, arm) => whole + (arm?.requests ?? []).reduce((one, two) => one + two, 0),
          0,
        );
        const until = (end: number) =>
          counted.reduce((whole, { samples }) => whole + (samples.findLast(([time]) => time <= end)?.[1] ?? 0), 0);
        expect(sum).toBe(until(7000) - until(1000));
        expect(readings.every((arm) => arm?.requests.every((n, p) => (arm.bad[0]?.[p] ?? 0) <= n))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('do not depend on the order in which samples and series arrive, nor on samples that arrive twice', () => {
    const parts = fc.array(fc.tuple(fc.constantFrom('p0', 'p1'), fc.boolean(), anySamples), {
      minLength: 1,
      maxLength: 4,
    });
    const shuffles = fc.array(fc.nat(1000), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(parts, shuffles, (given, order) => {
        const all = given.map(([pod, isBad, samples]) => series(samples, { pod, counts: isBad ? failures : requests }));
        const shuffled = all
          .map((one) => ({ ...one, samples: [...shuffle(one.samples, order), ...one.samples.slice(0, 3)] }))
          .toReversed();
        expect(run(shuffled)).toEqual(run(all));
      }),
      { numRuns: 100 },
    );
  });

  it('are troubles or counts that can be', () => {
    fc.assert(
      fc.property(fc.array(anySamples, { minLength: 1, maxLength: 3 }), (all) => {
        for (const reading of run(all.map((samples, p) => series(samples, { pod: `p${p}`, counts: failures })))) {
          const arm = canaryOf(reading);
          const numbers = [...(arm?.requests ?? []), ...(arm?.bad.flat() ?? [])];
          expect(numbers.every((n) => Number.isSafeInteger(n) && n >= 0)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

function shuffle<T>(all: readonly T[], order: readonly number[]): readonly T[] {
  return all
    .map((one, i) => [order[i % order.length] ?? 0, one] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one);
}
