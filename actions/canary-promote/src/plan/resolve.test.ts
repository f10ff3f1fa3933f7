import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Canary } from '@shipgate/schemas';
import { readCanaryPlan } from '@shipgate/schemas';
import { describe, expect, it } from 'vitest';
import { resolvePlan } from './resolve.ts';

const five = { hold: 300, max: 1800, manual: false };

/** The plan of a text that was read as `--plan FILE` is. */
function planOf(text: string, context = {}) {
  const { value, faults } = readCanaryPlan(text, { file: 'plan.yml' });
  expect(faults).toEqual([]);
  return resolvePlan(value?.canary ?? {}, { service: value?.service, ...context });
}

describe('an empty plan', () => {
  const plan = resolvePlan({});

  it('is the plan of the seed: 10, 25, 50, 100 %, held 5 min, at most 30 min', () => {
    expect(plan.strategy).toBe('canary');
    expect(plan.steps).toEqual([10, 25, 50, 100].map((weight) => ({ weight, ...five })));
  });

  it('has the seed’s triggers: 5 % errors and p95 2 s in 5 min, 3 failed health checks in 2 min', () => {
    expect(plan.triggers).toEqual({
      errorRate: { above: 0.05, window: 300 },
      latency: { quantile: 0.95, above: 2, window: 300 },
      health: { path: '/health', series: undefined, failures: 3, window: 120 },
    });
  });

  it('counts errors and latency at 500 ms, 1 s and 2 s', () => {
    expect(plan.metrics).toEqual([
      {
        ...{ kind: 'errors', name: 'errors', weight: 0.6, critical: false, dryRun: false },
        ...{ total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' },
      },
      {
        ...{ kind: 'latency', name: 'latency', weight: 0.4, critical: false, dryRun: false },
        ...{ histogram: 'http_request_duration_seconds', edges: [0.5, 1, 2] },
      },
    ]);
  });

  it('decides by evidence, holds when it does not know, and watches nothing afterwards', () => {
    const { steps, triggers, metrics, ...rest } = plan;
    expect([steps.length, metrics.length, Object.keys(triggers).length]).toEqual([4, 2, 3]);
    expect(rest).toEqual({
      strategy: 'canary',
      environment: undefined,
      warmUp: 0,
      interval: 15,
      requestTimeout: 15,
      baseline: 'stable',
      mode: 'evidence',
      alpha: 0.01,
      beta: 0.05,
      margin: 1,
      floor: 0.01,
      assume: 'exchangeable',
      test: 'auto',
      arms: { label: 'version', pod: 'pod', canary: undefined, stable: undefined },
      gauges: [],
      burnRate: undefined,
      noData: 'hold',
      noDataAfter: 300,
      onCancel: 'hold',
      atMax: 'hold',
      soak: undefined,
      runbook: undefined,
    });
  });
});

describe('defaults', () => {
  type Property = { readonly default?: unknown };
  type Schema = { readonly definitions: Readonly<Record<string, { readonly properties: Record<string, Property> }>> };
  const text = readFileSync(join(import.meta.dirname, '../../../../schemas/shipgate.schema.json'), 'utf8');
  const { definitions } = JSON.parse(text) as Schema;
  const defaultsOf = (name: string) => {
    const properties = definitions[name]?.properties ?? {};
    const known = Object.entries(properties).filter(([, { default: value }]) => value !== undefined);
    return Object.fromEntries(known.map(([key, { default: value }]) => [key, value]));
  };

  it('that the schema and the page of the configuration name are those that are used', () => {
    expect(resolvePlan(defaultsOf('canary') as Canary)).toEqual(resolvePlan({}));
    expect(resolvePlan({ arms: defaultsOf('canaryArms') })).toEqual(resolvePlan({}));
    expect(resolvePlan({ triggers: { health: defaultsOf('canaryHealthTrigger') } })).toEqual(resolvePlan({}));
    const soak = resolvePlan({ soak: defaultsOf('canarySoak') });
    expect(soak).toEqual(resolvePlan({ soak: '24h' }));
    const steps = [{ weight: 10, ...defaultsOf('canaryStep') }];
    expect(resolvePlan({ steps })).toEqual(resolvePlan({ steps: [10] }));
    const gauge = { name: 'g', query: 'q', above: 1 };
    expect(resolvePlan({ gauges: [{ ...gauge, ...defaultsOf('canaryGauge') }] })).toEqual(
      resolvePlan({ gauges: [gauge] }),
    );
    const rate = { ...defaultsOf('canaryRateTrigger'), above: '5%' };
    expect(resolvePlan({ triggers: { 'error-rate': rate } })).toEqual(resolvePlan({}));
  });

  it.each([
    ['canary', [10, 25, 50, 100]],
    ['rolling', [25, 50, 75, 100]],
    ['blue-green', [100]],
  ] as const)('of the steps of %s are %j', (strategy, weights) => {
    expect(resolvePlan({ strategy }).steps).toEqual(weights.map((weight) => ({ weight, ...five })));
  });

  it('fill what a step leaves out', () => {
    const steps = planOf('steps: [10, { weight: 20, hold: 90s }, { weight: 30, max: 1h, manual: true }]\n').steps;
    expect(steps).toEqual([
      { weight: 10, ...five },
      { weight: 20, ...five, hold: 90 },
      { weight: 30, ...five, max: 3600, manual: true },
    ]);
  });

  it('of burn rates are the two pairs of windows that page somebody', () => {
    expect(planOf('mode: burn-rate\nburn-rate: { slo: 99.9% }\n').burnRate).toEqual({
      slo: 0.999,
      windows: [
        { long: 3600, short: 300, factor: 14.4 },
        { long: 21_600, short: 1800, factor: 6 },
      ],
    });
  });

  it('of the soak are the seed’s: 24 h, 0.1 % errors, p95 200 ms, 99.9 %, no critical alert', () => {
    const all = { duration: 86_400, errorRate: 0.001, latencyP95: 0.2, availability: 0.999, criticalAlerts: 0 };
    expect(resolvePlan({ soak: '24h' }).soak).toEqual(all);
    expect(resolvePlan({ soak: '12h' }).soak).toEqual({ ...all, duration: 43_200 });
    expect(resolvePlan({ soak: {} }).soak).toEqual(all);
    const some = planOf('soak: { error-rate: 1%, latency-p95: off, critical-alerts: off }\n').soak;
    expect(some).toEqual({ ...all, errorRate: 0.01, latencyP95: undefined, criticalAlerts: undefined });
  });
});

describe('metrics', () => {
  const names = (plan: ReturnType<typeof resolvePlan>) =>
    plan.metrics.map((metric) =>
      Object.values(metric).filter((held) => typeof held === 'string' && held.includes('http')),
    );

  it('of the preset are narrowed to the service, but on the pages of its own pods', () => {
    const url = { kind: 'prometheus', url: 'https://prometheus.example.com' } as const;
    expect(names(resolvePlan({ source: url }, { service: 'orders' }))).toEqual([
      ['http_requests_total{service="orders"}', 'http_requests_total{service="orders",code=~"5.."}'],
      ['http_request_duration_seconds{service="orders"}'],
    ]);
    expect(names(resolvePlan({ source: { kind: 'scrape' } }, { service: 'orders' }))[1]).toEqual([
      'http_request_duration_seconds',
    ]);
    expect(names(resolvePlan({}, { service: 'a"b\\' }))[1]).toEqual([
      'http_request_duration_seconds{service="a\\"b\\\\"}',
    ]);
  });

  it('share the evidence by their weights; those that are only shown have none', () => {
    const pair = { total: 'a', bad: 'b' };
    const { metrics } = resolvePlan({
      metrics: [
        { name: 'one', ...pair, weight: 3 },
        { name: 'two', ...pair },
        { name: 'shown', ...pair, weight: 9, 'dry-run': true },
      ],
    });
    expect(metrics.map(({ weight }) => weight)).toEqual([0.75, 0.25, 0]);
  });

  it('take one edge or several', () => {
    const edgesOf = (edge: string | string[]) => {
      const [metric] = resolvePlan({ metrics: [{ name: 'l', histogram: 'h', edge }] }).metrics;
      return metric?.kind === 'latency' ? metric.edges : [];
    };
    expect([edgesOf('2s'), edgesOf(['500ms', '1s'])]).toEqual([[2], [0.5, 1]]);
  });
});

describe('triggers', () => {
  const errors = 'metrics: [{ name: e, total: a, bad: b }]\n';
  const latency = (edge: string) => `metrics: [{ name: l, histogram: a, edge: ${edge} }]\n`;

  it('of the preset are there where the metrics can show them', () => {
    expect(planOf(errors).triggers).toMatchObject({ errorRate: { above: 0.05 }, latency: undefined });
    expect(planOf(latency('2s')).triggers).toMatchObject({ errorRate: undefined, latency: { above: 2 } });
    expect(planOf(latency('500ms')).triggers.latency).toBeUndefined();
  });

  it('win over the preset, and off switches one off', () => {
    const { triggers } = planOf('triggers: { error-rate: off, latency-p99: { above: 1s }, health: { series: up } }\n');
    expect(triggers).toEqual({
      errorRate: undefined,
      latency: { quantile: 0.99, above: 1, window: 300 },
      health: { path: undefined, series: 'up', failures: 3, window: 120 },
    });
    expect(planOf('triggers: { latency-p95: off, health: off }\n').triggers).toMatchObject({
      latency: undefined,
      health: undefined,
    });
  });

  it('are the same in mode literal, in which they fire as written', () => {
    expect(planOf('mode: literal\n')).toEqual({ ...resolvePlan({}), mode: 'literal' });
  });
});

describe('arms', () => {
  it('take their versions from the plan, then from the run', () => {
    const context = { version: '2.4.0', stableVersion: '2.3.2' };
    expect(resolvePlan({}, context).arms).toEqual({ label: 'version', pod: 'pod', canary: '2.4.0', stable: '2.3.2' });
    const arms = { label: 'rev', canary: 'new' };
    expect(resolvePlan({ arms }, context).arms).toEqual({ label: 'rev', pod: 'pod', canary: 'new', stable: '2.3.2' });
  });
});

describe('the plan of the example service', () => {
  const bytes = readFileSync(join(import.meta.dirname, '../../../../examples/order-service/.github/shipgate.yml'));
  const { value } = readCanaryPlan(bytes, { file: 'shipgate.yml' });
  const plan = resolvePlan(value?.canary ?? {}, { service: value?.service });

  it('is read in full', () => {
    expect(value?.service).toBe('order-service');
    expect(plan).toMatchObject({
      environment: 'production',
      warmUp: 60,
      onCancel: 'rollback',
      steps: [{}, {}, { weight: 50, manual: true }, { weight: 100 }],
      metrics: [{ critical: true, weight: 0.6 }, { edges: [0.5, 1, 2] }],
      gauges: [
        { above: 0.85, below: undefined, action: 'hold' },
        { above: 1000, action: 'warn' },
      ],
      soak: { errorRate: 0.01 },
    });
  });
});

it('numbers that no schema lets through are refused and never guessed', () => {
  expect(() => resolvePlan({ alpha: 'little' })).toThrow(RangeError);
  expect(() => resolvePlan({ interval: 'soon' })).toThrow('"soon" was not checked by the schema');
});
