/**
 * The health probe for a source that does not know the pods' addresses: the environment's own, with the header
 * `canary: true`, by which a route of seed row C2 sends the probe to the canary. Without such a route it is the service's health.
 */
import type { Metrics } from '../ports.ts';
import { HEALTH } from '../rules/health.ts';
import type { HealthCount, Stratum, Window } from '../strata.ts';

export interface Probe {
  /** Asks once; whether it is healthy. */
  ask(signal: AbortSignal): Promise<boolean>;
}

/** GET of the address; 2xx and 3xx are healthy, anything else, and no answer in time, is not. */
export function httpProbe(address: URL, timeoutMs: number): Probe {
  return {
    async ask(signal) {
      try {
        const answer = await fetch(address, {
          headers: { canary: 'true' },
          redirect: 'manual',
          signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        });
        await answer.body?.cancel();
        return answer.status >= 200 && answer.status < 400;
      } catch {
        return false;
      }
    },
  };
}

/** Adds the probe's answer to every stratum. */
export function withHealthProbe(metrics: Metrics, probe: Probe): Metrics {
  return {
    description: metrics.description,
    past: (windows, signal) => metrics.past(windows, signal),
    async read(window: Window, signal: AbortSignal): Promise<Stratum> {
      const [stratum, healthy] = await Promise.all([metrics.read(window, signal), probe.ask(signal)]);
      const health: HealthCount = { kind: 'health', probes: 1, failures: healthy ? 0 : 1 };
      return { ...stratum, readings: { ...stratum.readings, [HEALTH]: health } };
    },
  };
}
