/** Metrics and gauges of a plan. */
import type { Canary, CanaryGauge, CanaryMetric } from '@shipgate/schemas';
import type { Gauge, Metric } from '../plan.ts';
import * as presets from './presets.ts';
import { limit, seconds } from './written.ts';

/** `service` narrows the default selectors; the pages of a service's own pods need no such label. */
export function resolveMetrics(section: Canary, service: string | undefined): readonly Metric[] {
  const label =
    service === undefined || section.source?.kind === 'scrape' ? undefined : `service=${JSON.stringify(service)}`;
  const written = section.metrics ?? defaultMetrics(label);
  const raw = written.map((metric) => (metric['dry-run'] === true ? 0 : (metric.weight ?? 1)));
  const sum = raw.reduce((all, each) => all + each, 0);
  return written.map((metric, m) => resolveMetric(metric, sum === 0 ? 0 : rounded((raw[m] ?? 0) / sum)));
}

/** Digits that two ways of adding agree on, so that a plan has one hash. */
function rounded(weight: number): number {
  return Number(weight.toPrecision(12));
}

function resolveMetric(metric: CanaryMetric, weight: number): Metric {
  const all = { name: metric.name, weight, critical: metric.critical ?? false, dryRun: metric['dry-run'] ?? false };
  const { histogram, edge, total = '', bad = '' } = metric;
  if (histogram === undefined) return { kind: 'errors', ...all, total, bad };
  return { kind: 'latency', ...all, histogram, edges: [edge ?? presets.edges].flat().map(seconds) };
}

function defaultMetrics(label: string | undefined): readonly CanaryMetric[] {
  const { errors, latency } = presets.metrics;
  return [
    {
      name: 'errors',
      weight: errors.weight,
      total: selector(errors.total, [label]),
      bad: selector(errors.total, [label, errors.bad]),
    },
    { name: 'latency', weight: latency.weight, histogram: selector(latency.histogram, [label]) },
  ];
}

function selector(name: string, matchers: readonly (string | undefined)[]): string {
  const there = matchers.filter((each) => each !== undefined);
  return there.length === 0 ? name : `${name}{${there.join(',')}}`;
}

export function resolveGauge({ name, query, above, below, ...rest }: CanaryGauge): Gauge {
  return {
    name,
    query,
    above: above === undefined ? undefined : limit(above),
    below: below === undefined ? undefined : limit(below),
    for: seconds(rest.for ?? presets.gauge.for),
    action: rest.action ?? presets.gauge.action,
  };
}
