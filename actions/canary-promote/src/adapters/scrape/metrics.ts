/** The pods' own metrics pages as a source: all of them at the same moment, window by window. */
import type { ScrapeTarget } from '../../plan/source.ts';
import type { Plan } from '../../plan.ts';
import type { Metrics } from '../../ports.ts';
import { HEALTH } from '../../rules/health.ts';
import type { Reading, Stratum, Window } from '../../strata.ts';
import { httpProbe, type Probe } from '../health-probe.ts';
import { isTrouble } from '../trouble.ts';
import { countScrapes } from './count.ts';
import type { PageReader } from './page.ts';
import { type PageQuestion, pageQuestion } from './question.ts';
import { readPage } from './read-page.ts';
import { baseOf, nothingScraped, type PodScrape, type ScrapeState } from './snapshot.ts';

export interface ScrapeSettings {
  readonly targets: readonly ScrapeTarget[];
  readonly pages: PageReader;
  /** Longest time of one health probe, milliseconds. */
  readonly timeout: number;
  /** Of an earlier run that goes on here. */
  readonly state?: ScrapeState | undefined;
}

export class ScrapeMetrics implements Metrics {
  readonly description: string;
  private readonly plan: Plan;
  private readonly pages: PageReader;
  private readonly targets: readonly ScrapeTarget[];
  private readonly questions: readonly PageQuestion[];
  private readonly probes: readonly Probe[];
  private kept: ScrapeState;

  /** Throws RangeError for a plan with a query that checkQueries refuses. */
  constructor(plan: Plan, { targets, pages, timeout, state = nothingScraped }: ScrapeSettings) {
    const of = (arm: string) => targets.filter((target) => target.arm === arm);
    this.description = `the metrics pages of ${of('canary').length} canary and ${of('stable').length} stable pods`;
    this.plan = plan;
    this.pages = pages;
    this.targets = targets.toSorted((one, two) => (one.pod < two.pod ? -1 : 1));
    this.questions = plan.metrics.map((metric) => pageQuestion(metric, plan.arms));
    const { path } = plan.triggers.health ?? {};
    this.probes = path === undefined ? [] : of('canary').map(({ url }) => httpProbe(new URL(path, url), timeout));
    this.kept = state;
  }

  /** What the next window is counted from: plain data, which a constructor takes again. */
  get state(): ScrapeState {
    return this.kept;
  }

  async read(window: Window, signal: AbortSignal): Promise<Stratum> {
    const [scraped, health] = await Promise.all([this.scrape(signal), this.health(signal)]);
    const { metrics, arms, interval } = this.plan;
    const scrapes = { targets: this.targets, scraped, state: this.kept, reach: interval * 1000 };
    const counted = metrics.map((metric) => ({ metric, ...countScrapes(metric, scrapes, window, arms) }));
    this.kept = {
      base: baseOf(window.to, scraped),
      counters: Object.fromEntries(counted.map(({ metric, counters }) => [metric.name, counters])),
      answered: this.answeredWith(scraped, window.to),
    };
    const readings = counted.map(({ metric, reading }) => [metric.name, reading] as const);
    return { ...window, readings: { ...Object.fromEntries(readings), ...health } };
  }

  /** A page knows no past. It is asked just before a rollout, so that its first window has where it begins. */
  async past(windows: readonly Window[], signal: AbortSignal): Promise<readonly Stratum[]> {
    const now = windows.at(-1)?.to;
    if (now === undefined) return [];
    const scraped = await this.scrape(signal);
    this.kept = { ...this.kept, base: baseOf(now, scraped), answered: this.answeredWith(scraped, now) };
    return [];
  }

  private async scrape(signal: AbortSignal): Promise<ReadonlyMap<string, PodScrape>> {
    const all = this.targets.map(async (target) => [target.pod, await this.scrapePod(target, signal)] as const);
    return new Map(await Promise.all(all));
  }

  private async scrapePod(target: ScrapeTarget, signal: AbortSignal): Promise<PodScrape> {
    const page = await this.pages.get(new URL(target.url), signal);
    const series = isTrouble(page) ? page : readPage(page);
    if (isTrouble(series)) return series;
    return new Map(this.questions.map((question) => [question.metric.name, question.seriesOf(series, target)]));
  }

  private answeredWith(scraped: ReadonlyMap<string, PodScrape>, at: number): ScrapeState['answered'] {
    const now = [...scraped].flatMap(([pod, scrape]) => (isTrouble(scrape) ? [] : [[pod, at] as const]));
    return { ...this.kept.answered, ...Object.fromEntries(now) };
  }

  private async health(signal: AbortSignal): Promise<Readonly<Record<string, Reading>>> {
    if (this.probes.length === 0) return {};
    const healthy = await Promise.all(this.probes.map((probe) => probe.ask(signal)));
    const failures = healthy.filter((each) => !each).length;
    return { [HEALTH]: { kind: 'health', probes: healthy.length, failures } };
  }
}
