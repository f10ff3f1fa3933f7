/** Limits of a plan: triggers, burn rate, soak. */
import type { Canary, CanaryLatencyTrigger, CanaryTriggers } from '@shipgate/schemas';
import type { BurnRate, HealthTrigger, Metric, Soak, Triggers } from '../plan.ts';
import * as presets from './presets.ts';
import { seconds, share, unlessOff } from './written.ts';

/** What is left out has the preset's value, where the plan's metrics can show it, and the health probe an address. */
export function resolveTriggers(section: Canary, metrics: readonly Metric[], canProbe: boolean): Triggers {
  const written = section.triggers ?? {};
  const rate =
    written['error-rate'] ?? (metrics.some(({ kind }) => kind === 'errors') ? presets.triggers.errorRate : 'off');
  return {
    errorRate:
      typeof rate === 'string' ? undefined : limitOver(share(rate.above), rate.window, presets.triggers.errorRate),
    latency: resolveLatency(written, metrics),
    health: written.health === undefined && !canProbe ? undefined : resolveHealth(written.health),
  };
}

const quantiles = [
  ['latency-p50', 0.5],
  ['latency-p90', 0.9],
  ['latency-p95', 0.95],
  ['latency-p99', 0.99],
] as const;

function resolveLatency(written: CanaryTriggers, metrics: readonly Metric[]): Triggers['latency'] {
  for (const [key, quantile] of quantiles) {
    const trigger: CanaryLatencyTrigger | undefined = written[key];
    if (trigger === undefined || typeof trigger === 'string') continue;
    return { quantile, ...limitOver(seconds(trigger.above), trigger.window, presets.triggers.latency) };
  }
  const { quantile, above, window } = presets.triggers.latency;
  const limit = seconds(above);
  // Requests slower than the limit are only counted where an edge is not below it.
  const isSeen = metrics.some((metric) => metric.kind === 'latency' && metric.edges.some((edge) => edge >= limit));
  const isOff = quantiles.some(([key]) => written[key] === 'off');
  return isSeen && !isOff ? { quantile, above: limit, window: seconds(window) } : undefined;
}

function limitOver(
  above: number,
  window: string | undefined,
  preset: { readonly window: string },
): { above: number; window: number } {
  return { above, window: seconds(window ?? preset.window) };
}

function resolveHealth(written: CanaryTriggers['health']): HealthTrigger | undefined {
  if (typeof written === 'string') return undefined;
  const { path, series, failures, window } = written ?? {};
  const preset = presets.triggers.health;
  return {
    path: series === undefined ? (path ?? preset.path) : undefined,
    series,
    failures: failures ?? preset.failures,
    window: seconds(window ?? preset.window),
  };
}

export function resolveBurnRate(written: Canary['burn-rate']): BurnRate | undefined {
  if (written === undefined) return undefined;
  const windows = written.windows ?? presets.burnWindows;
  return {
    slo: share(written.slo),
    windows: windows.map(({ long, short, factor }) => ({ long: seconds(long), short: seconds(short), factor })),
  };
}

/** Without the key nothing is watched; a duration alone takes the limits of the preset. */
export function resolveSoak(written: Canary['soak']): Soak | undefined {
  if (written === undefined) return undefined;
  const map = typeof written === 'string' ? { duration: written } : written;
  const all = { ...presets.soak, ...map };
  return {
    duration: seconds(all.duration),
    errorRate: unlessOff(all['error-rate'], share),
    latencyP95: unlessOff(all['latency-p95'], seconds),
    availability: unlessOff(all.availability, share),
    criticalAlerts: unlessOff(all['critical-alerts'], Number),
  };
}
