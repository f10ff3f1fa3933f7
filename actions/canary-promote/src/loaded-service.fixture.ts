/** Two pods under load, of which the canary gets the share that a running gate asks for: as somebody would do it who reads its output. */
import { startService } from './adapters/testing/service.ts';
import { random, successes } from './rollout.fixture.ts';

export interface LoadedService {
  /** The section `source` of a plan. */
  readonly source: string;
  /** What the gate printed: it may ask for a weight. */
  hear(text: string): void;
  close(): Promise<void>;
}

/** Requests of the service each time, and milliseconds between two times: much, since tests are short. */
const load = { requests: 400, every: 20 } as const;
const stableErrors = 0.004;

export async function startLoadedService(canaryErrors: number): Promise<LoadedService> {
  const arms = ['canary', 'stable'] as const;
  const service = await startService({ pods: arms.map((pod) => ({ pod, release: pod === 'canary' ? 'v2' : 'v1' })) });
  const next = random(1);
  let weight = 0;
  const serve = (pod: string, requests: number, rate: number) => {
    const bad = successes(requests, rate, next);
    if (requests > bad) service.handle(pod, { code: 200, seconds: 0.05, times: requests - bad });
    if (bad > 0) service.handle(pod, { code: 500, seconds: 0.05, times: bad });
  };
  const timer = setInterval(() => {
    const canary = (load.requests * weight) / 100;
    serve('canary', canary, canaryErrors);
    serve('stable', load.requests - canary, stableErrors);
  }, load.every);
  const targets = service.pods.map(({ pod, url }) => ({ url: `${url}/metrics`, pod, arm: pod }));
  return {
    source: `source: ${JSON.stringify({ kind: 'scrape', targets })}\n`,
    hear: (text) => {
      const asked = /set (\d+) % now/.exec(text)?.[1];
      if (asked !== undefined) weight = Number(asked);
    },
    close: () => {
      clearInterval(timer);
      return service.close();
    },
  };
}
