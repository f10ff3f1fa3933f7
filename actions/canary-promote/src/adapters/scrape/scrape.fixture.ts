/** The adapter over pods of the test service. */
import type { ScrapeTarget } from '../../plan/source.ts';
import type { Plan } from '../../plan.ts';
import type { Window } from '../../strata.ts';
import type { TestService } from '../testing/service.ts';
import { ScrapeMetrics } from './metrics.ts';
import { pageReader } from './page.ts';
import type { ScrapeState } from './snapshot.ts';

/** Pods of release 2 are the canary's. */
export function targetsOf(service: TestService): readonly ScrapeTarget[] {
  return service.pods.map(({ pod, release, url }) => {
    return { pod, url: `${url}/metrics`, arm: release === '2' ? 'canary' : 'stable' };
  });
}

export interface ScrapeParts {
  readonly timeout?: number;
  readonly state?: ScrapeState;
  readonly targets?: readonly ScrapeTarget[];
}

export function scrapeOf(service: TestService, plan: Plan, parts: ScrapeParts = {}): ScrapeMetrics {
  const { timeout = 2000, state, targets = targetsOf(service) } = parts;
  return new ScrapeMetrics(plan, { targets, pages: pageReader(timeout), timeout, state });
}

/** Window n of 15 s each. */
export function windowAt(n: number): Window {
  return { from: 1_000_000 + n * 15_000, to: 1_015_000 + n * 15_000 };
}
