import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, Rollout } from './decide.ts';
import type { Entry } from './journal.ts';
import type { Plan } from './plan.ts';
import { ground, journalOf, plan, same, start, stratumAt } from './rollout.fixture.ts';
import { type Counts, type TroubleCode, troubleCodes } from './strata.ts';

const good = same(100, 0.002);
const bad = { ...good, canary: () => 0.05 };
const twice = { ...same(100, 0.01), canary: () => 0.02 };

function codes(entries: readonly Entry[], given: Plan = plan): readonly string[] {
  return decide(given, ground, entries).findings.map(({ code }) => code);
}

/** The journal up to the entry behind which the rollout would have gone on, so that its step is left when it may be. */
function untilPromoted(entries: readonly Entry[], given: Plan = plan): readonly Entry[] {
  const rollout = new Rollout(given, ground);
  const end = entries.findIndex((entry) => {
    rollout.take(entry);
    return rollout.decision.action !== 'hold';
  });
  return entries.slice(0, end + 1);
}

describe('a release as good as stable', () => {
  it('is promoted when its hold is over, and not before', () => {
    const entries = untilPromoted(journalOf(good));
    const decision = decide(plan, ground, entries);
    expect(decision.action).toBe('promote');
    expect(decision.at).toBe(start + 300_000);
    expect(decision.findings).toEqual([]);
  });

  it('is promoted later, when the proof needs longer than the hold', () => {
    const slow = { ...plan, steps: [{ weight: 10, hold: 60, max: 1800, manual: false }] };
    const decision = decide(slow, ground, untilPromoted(journalOf(good, { plan: slow, seconds: 1800 }), slow));
    expect(decision.action).toBe('finish');
    expect(decision.at).toBeGreaterThan(start + 60_000);
  });

  it('waits for a person where a step asks for one, is still watched, and goes on when they let it', () => {
    const manual = { ...plan, steps: plan.steps.map((step) => ({ ...step, manual: true })) };
    const entries = untilPromoted(journalOf(good, { plan: manual }), manual);
    const waiting = decide(manual, ground, entries);
    expect(waiting.action).toBe('wait');
    expect(waiting.findings.map(({ code }) => code)).toEqual(['manual-step']);
    const approved: Entry = { event: 'approved', step: 0, at: waiting.at };
    expect(decide(manual, ground, [...entries, approved]).action).toBe('promote');
  });

  it('is finished at 100 % when the hold is over, without a stable arm to compare with', () => {
    const whole = { ...plan, steps: [{ weight: 100, hold: 60, max: 300, manual: false }] };
    const entries = untilPromoted(journalOf(good, { plan: whole }), whole);
    expect(decide(whole, ground, entries)).toMatchObject({ action: 'finish', at: start + 60_000 });
  });
});

describe('a worse release', () => {
  it('is rolled back by its evidence, and the metric that proves it is named with its counts', () => {
    const decision = decide(plan, ground, journalOf(bad));
    expect(decision.action).toBe('rollback');
    const [finding] = decision.findings;
    expect(finding).toMatchObject({ code: 'error-rate-higher', metric: 'errors', weight: 10, limit: 100 });
    expect(decision.logE).toBeGreaterThanOrEqual(Math.log(100));
  });

  it('stays rolled back, whatever comes behind the first crossing', () => {
    const entries = journalOf(bad);
    const first = entries.findIndex(
      (_, index) => decide(plan, ground, entries.slice(0, index + 1)).action === 'rollback',
    );
    const decided = decide(plan, ground, entries.slice(0, first + 1));
    expect(decide(plan, ground, entries)).toEqual(decided);
    expect(decide(plan, ground, [...entries.slice(0, first + 1), ...journalOf(good).slice(1)])).toEqual(decided);
  });

  it('is named jointly when no metric proves it alone', () => {
    const two: Plan = {
      ...plan,
      metrics: [
        { kind: 'errors', name: 'errors', weight: 1, critical: true, dryRun: false, total: '', bad: '' },
        { kind: 'errors', name: 'refused', weight: 1, critical: false, dryRun: false, total: '', bad: '' },
      ],
    };
    const rows = [1, 2, 3].map((seed) =>
      journalOf(twice, { seed, plan: two }).map((entry) =>
        entry.event === 'stratum'
          ? {
              ...entry,
              stratum: {
                ...entry.stratum,
                readings: {
                  ...entry.stratum.readings,
                  refused: entry.stratum.readings['errors'] ?? { kind: 'gauge' as const, value: 0 },
                },
              },
            }
          : entry,
      ),
    );
    // Both metrics carry the same evidence with half the weight each: they cross together, neither alone, unless one leap passes both.
    expect(rows.map((entries) => codes(entries, two)[0])).toContain('jointly-worse');
  });

  it('proves nothing by a metric that decides nothing', () => {
    const dry: Plan = {
      ...plan,
      metrics: [
        { kind: 'errors', name: 'errors', weight: 1, critical: false, dryRun: true, total: '', bad: '' },
        { kind: 'errors', name: 'others', weight: 1, critical: false, dryRun: false, total: '', bad: '' },
      ],
    };
    expect(decide(dry, ground, journalOf(bad, { plan: dry })).action).not.toBe('rollback');
  });
});

describe('what could not be read', () => {
  const policies = ['hold', 'rollback', 'fail'] as const;
  const cases = troubleCodes.flatMap((code) => policies.map((noData) => [code, noData] as const));

  it.each(cases)('%s never passes, and ends as no-data: %s says', (code, noData) => {
    const given: Plan = { ...plan, noData, steps: [{ weight: 10, hold: 60, max: 600, manual: false }] };
    const trouble = { kind: 'trouble' as const, code, detail: 'as read' };
    const entries = journalOf(good, { plan: given, seconds: 600, reading: (at, each) => (at < 45 ? each : trouble) });
    const rollout = new Rollout(given, ground);
    const actions = new Set(
      entries.map((entry) => {
        rollout.take(entry);
        return rollout.decision.action;
      }),
    );
    expect(actions).not.toContain('finish');
    expect(actions).not.toContain('promote');
    expect(rollout.decision.action).toBe(noData === 'rollback' ? 'rollback' : 'stop');
    const found = rollout.decision.findings.find((finding) => finding.code === code);
    expect(found).toMatchObject({ code, metric: 'errors', policy: noData, decided: true });
  });

  it('for one stratum only holds, and what was counted before is kept', () => {
    const gap = { kind: 'trouble' as const, code: 'scrape-gap' as TroubleCode, detail: 'one pod is silent' };
    const whole = decide(plan, ground, untilPromoted(journalOf(good)));
    const holed = journalOf(good, { reading: (at, each) => (at === 285 ? gap : each) });
    const stopped = decide(plan, ground, holed.slice(0, 21));
    expect(stopped).toMatchObject({ action: 'hold', at: whole.at });
    expect(stopped.findings.map(({ code }) => code)).toEqual(['scrape-gap']);
  });

  it('of a canary without a single request is no proof', () => {
    const none = { ...good, share: () => 0 };
    const decision = decide(plan, ground, journalOf(none));
    expect(decision.action).toBe('hold');
  });
});

describe("at the end of a step's time", () => {
  const quiet = same(0.5, 0);
  const short = (atMax: Plan['atMax']): Plan => ({
    ...plan,
    atMax,
    steps: [{ weight: 10, hold: 60, max: 120, manual: false }],
  });

  it.each([
    ['hold', 'stop', 'promotion-not-proven'],
    ['rollback', 'rollback', 'promotion-not-proven'],
    ['promote', 'finish', 'promoted-without-proof'],
  ] as const)('an unproven release under at-max: %s is a %s', (atMax, action, code) => {
    const given = short(atMax);
    const decision = decide(given, ground, journalOf(quiet, { plan: given }));
    expect(decision.action).toBe(action);
    expect(decision.findings.map((finding) => finding.code)).toContain(code);
  });

  it('without data nothing is promoted, even under at-max: promote', () => {
    const given = short('promote');
    const trouble = { kind: 'trouble' as const, code: 'metrics-stale' as TroubleCode, detail: 'old' };
    expect(decide(given, ground, journalOf(quiet, { plan: given, reading: () => trouble })).action).toBe('stop');
  });
});

describe('outside alpha', () => {
  const health = { path: '/health', series: undefined, failures: 3, window: 120 };
  const watched: Plan = { ...plan, triggers: { ...plan.triggers, health } };
  const probed = (failed: (index: number) => number) =>
    journalOf(good, { plan: watched }).map((entry, index) =>
      entry.event === 'stratum'
        ? {
            ...entry,
            stratum: {
              ...entry.stratum,
              readings: {
                ...entry.stratum.readings,
                health: { kind: 'health' as const, probes: 1, failures: failed(index) },
              },
            },
          }
        : entry,
    );

  it('three failed probes within two minutes roll back', () => {
    expect(
      codes(
        probed((index) => (index >= 4 && index <= 6 ? 1 : 0)),
        watched,
      ),
    ).toContain('health-failed');
  });

  it('three failed probes over more than two minutes do not', () => {
    const decision = decide(watched, ground, probed((index) => ([2, 8, 14].includes(index) ? 1 : 0)).slice(0, 18));
    expect(decision.action).toBe('hold');
  });

  it('a gauge beyond its limit for all of its time does what it is told, with a gap it does nothing', () => {
    const gauge = { name: 'cpu', query: 'x', above: 0.85, below: undefined, for: 60, action: 'rollback' as const };
    const given: Plan = { ...plan, gauges: [gauge] };
    const at = (value: (index: number) => number) =>
      journalOf(good, { plan: given }).map((entry, index) =>
        entry.event === 'stratum'
          ? {
              ...entry,
              stratum: {
                ...entry.stratum,
                readings: { ...entry.stratum.readings, cpu: { kind: 'gauge' as const, value: value(index) } },
              },
            }
          : entry,
      );
    expect(
      codes(
        at(() => 0.9),
        given,
      ),
    ).toEqual(['gauge-beyond-limit']);
    expect(decide(given, ground, at((index) => (index % 3 === 0 ? 0.8 : 0.9)).slice(0, 18)).action).toBe('hold');
  });

  it('the literal trigger fires as written, on few requests too', () => {
    const literal: Plan = {
      ...plan,
      mode: 'literal',
      triggers: { errorRate: { above: 0.05, window: 300 }, latency: undefined, health: undefined },
    };
    const few = { perSecond: 1, canary: () => 0.3, stable: () => 0 };
    const finding = decide(literal, ground, journalOf(few, { plan: literal })).findings[0];
    expect(finding).toMatchObject({ code: 'trigger-error-rate', window: 300, above: 0.05 });
  });

  it('a burn rate fires when both its windows burn', () => {
    const windows = [{ long: 300, short: 60, factor: 14.4 }];
    const given: Plan = { ...plan, mode: 'burn-rate', burnRate: { slo: 0.999, windows } };
    expect(codes(journalOf({ ...good, canary: () => 0.05 }, { plan: given }), given)).toEqual(['burn-rate-exceeded']);
    // One bad minute at the beginning is over in the short window.
    const spike = { ...good, canary: (seconds: number) => (seconds < 30 ? 0.2 : 0) };
    expect(decide(given, ground, journalOf(spike, { plan: given }).slice(8, 20)).action).not.toBe('rollback');
  });
});

describe('at-max: promote', () => {
  const given: Plan = {
    ...plan,
    atMax: 'promote',
    steps: [
      { weight: 10, hold: 60, max: 120, manual: false },
      { weight: 100, hold: 60, max: 120, manual: false },
    ],
  };
  const quiet = same(4, 0);
  const first = (entries: readonly Entry[]) => entries.slice(0, 9);

  it('does not pass a person', () => {
    const manual = { ...given, steps: given.steps.map((step) => ({ ...step, manual: true })) };
    expect(decide(manual, ground, first(journalOf(quiet, { plan: manual, seconds: 120 }))).action).toBe('stop');
    expect(decide(given, ground, first(journalOf(quiet, { plan: given, seconds: 120 }))).action).toBe('promote');
  });

  it('does not pass a guard: a router that sends a tenth of the weight, a gauge that holds', () => {
    const short = { ...same(400, 0), share: () => 1 };
    expect(decide(given, ground, first(journalOf(short, { plan: given, seconds: 120 }))).action).toBe('stop');
    const gauge = { name: 'cpu', query: 'x', above: 0.85, below: undefined, for: 30, action: 'hold' as const };
    const watched = { ...given, gauges: [gauge] };
    const entries = journalOf(quiet, { plan: watched, seconds: 120 }).map((entry) =>
      entry.event === 'stratum'
        ? {
            ...entry,
            stratum: {
              ...entry.stratum,
              readings: { ...entry.stratum.readings, cpu: { kind: 'gauge' as const, value: 1 } },
            },
          }
        : entry,
    );
    expect(decide(watched, ground, first(entries)).action).toBe('stop');
  });
});

describe('intervals and windows that do not fit', () => {
  const long: Plan = {
    ...plan,
    interval: 60,
    steps: [{ weight: 10, hold: 300, max: 900, manual: false }],
    triggers: { ...plan.triggers, health: { path: '/health', series: undefined, failures: 3, window: 120 } },
    gauges: [{ name: 'cpu', query: 'x', above: 0.85, below: undefined, for: 30, action: 'rollback' }],
  };
  const probed = (health: number, cpu: number) =>
    journalOf(good, { plan: long, seconds: 600 }).map((entry) =>
      entry.event === 'stratum'
        ? {
            ...entry,
            stratum: {
              ...entry.stratum,
              readings: {
                ...entry.stratum.readings,
                health: { kind: 'health' as const, probes: 1, failures: health },
                cpu: { kind: 'gauge' as const, value: cpu },
              },
            },
          }
        : entry,
    );

  it('three failed probes roll back, though only two of them fit into two minutes', () => {
    expect(codes(probed(1, 0), long)).toContain('health-failed');
  });

  it('a gauge is beyond its limit for longer than its time in one interval', () => {
    expect(codes(probed(0, 0.9), long)).toContain('gauge-beyond-limit');
  });

  it('a literal window that is shorter than the interval still sees the interval', () => {
    const errorRate = { above: 0.05, window: 30 };
    const literal: Plan = {
      ...long,
      mode: 'literal',
      gauges: [],
      triggers: { errorRate, latency: undefined, health: undefined },
    };
    expect(codes(journalOf({ ...good, canary: () => 0.5 }, { plan: literal, seconds: 600 }), literal)).toEqual([
      'trigger-error-rate',
    ]);
  });
});

describe('counts of another shape', () => {
  it('are trouble, and never zero bad events', () => {
    const empty = (_: number, each: Counts) => ({ ...each, canary: { ...each.canary, bad: [] } });
    const decision = decide(plan, ground, journalOf(good, { reading: empty }).slice(0, 21));
    expect(decision.action).toBe('hold');
    expect(decision.findings).toMatchObject([{ code: 'metrics-inconsistent' }]);
  });
});

describe('a release as bad as stable, which nobody knew before', () => {
  const whole: Plan = {
    ...plan,
    steps: [
      { weight: 50, hold: 60, max: 1800, manual: false },
      { weight: 100, hold: 300, max: 600, manual: false },
    ],
  };
  it('is not rolled back at 100 %, where nothing is compared', () => {
    const unknown = { method: ground.method, before: {} };
    const decision = decide(whole, unknown, journalOf(same(100, 0.04), { plan: whole, seconds: 600 }));
    expect(decision.action).not.toBe('rollback');
    const twice = { ...same(100, 0.04), canary: (_: number, weight: number) => (weight === 100 ? 0.5 : 0.04) };
    expect(decide(whole, unknown, journalOf(twice, { plan: whole, seconds: 600 })).action).toBe('rollback');
  });
});

describe('the fold', () => {
  it('decides the same entry by entry as over the whole journal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 0.06, noNaN: true }), (seed, rate) => {
        const entries = journalOf({ perSecond: 20, canary: () => rate, stable: () => 0.01 }, { seed, seconds: 150 });
        const rollout = new Rollout(plan, ground);
        for (const entry of entries) rollout.take(entry);
        expect(rollout.decision).toEqual(decide(plan, ground, JSON.parse(JSON.stringify(entries))));
      }),
      { numRuns: 20 },
    );
  });

  it('leaves out what is read too near to a change of weight', () => {
    const rollout = new Rollout(plan, ground);
    rollout.take({ event: 'step', step: 0, at: start });
    const reading = {
      kind: 'counts' as const,
      canary: { requests: [10], bad: [[10]] },
      stable: { requests: [90], bad: [[0]] },
    };
    rollout.take({ event: 'stratum', stratum: stratumAt(0, 15, { errors: reading }) });
    expect(rollout.course.evidence.value).toBeCloseTo(1, 12);
    rollout.take({ event: 'stratum', stratum: stratumAt(15, 15, { errors: reading }) });
    expect(rollout.course.evidence.value).toBeGreaterThan(2);
  });
});
