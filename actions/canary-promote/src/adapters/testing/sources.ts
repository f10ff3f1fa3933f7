/** Every adapter of the port Metrics over one test service, for the contract that all of them keep. */
import { journal } from '../../journal.fixture.ts';
import type { Plan } from '../../plan.ts';
import type { Metrics } from '../../ports.ts';
import type { Stratum, Window } from '../../strata.ts';
import { metricsAt } from '../prometheus/stand-in.fixture.ts';
import { RecordedMetrics } from '../recorded.ts';
import { scrapeOf, targetsOf, windowAt } from '../scrape/scrape.fixture.ts';
import { startPrometheus } from './prometheus.ts';
import type { TestService } from './service.ts';

export interface Told {
  readonly service: TestService;
  readonly plan: Plan;
  /** What happens in each window, until it is over. */
  readonly script: readonly (() => unknown)[];
}

/** The strata of all windows of a script. */
export type Source = (told: Told) => Promise<readonly Stratum[]>;

const never = new AbortController().signal;
/** Milliseconds: a pod that hangs is not waited for. */
const timeout = 150;

async function windows({ script }: Told, read: (window: Window) => Promise<Stratum>): Promise<readonly Stratum[]> {
  const strata: Stratum[] = [];
  for (const [n, happens] of script.entries()) {
    await happens();
    strata.push(await read(windowAt(n)));
  }
  return strata;
}

const beginning: Window = { from: windowAt(0).from - 1000, to: windowAt(0).from };

async function scrape(told: Told, targets = targetsOf(told.service)): Promise<readonly Stratum[]> {
  const metrics: Metrics = scrapeOf(told.service, told.plan, { timeout, targets });
  await metrics.past([beginning], never);
  return await windows(told, (window) => metrics.read(window, never));
}

async function prometheus(told: Told): Promise<readonly Stratum[]> {
  const server = await startPrometheus(told.service);
  const metrics = metricsAt(server.url, told.plan);
  await server.scrape(beginning.to);
  const strata = await windows(told, async (window) => {
    await server.scrape(window.to);
    return await metrics.read(window, never);
  });
  await server.close();
  return strata;
}

async function recorded(told: Told): Promise<readonly Stratum[]> {
  const strata = await scrape(told);
  const metrics = new RecordedMetrics(journal(strata.map((stratum) => ({ event: 'stratum', stratum }))));
  return await Promise.all(strata.map(({ from, to }) => metrics.read({ from, to })));
}

export const sources: Readonly<Record<string, Source>> = {
  scrape: (told) => scrape(told),
  'scrape, its targets in another order': (told) => scrape(told, targetsOf(told.service).toReversed()),
  prometheus,
  recorded,
};
