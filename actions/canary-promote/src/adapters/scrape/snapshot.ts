/** What one scrape of all pods found of the plan's metrics. Plain data. */
import type { CounterState, CountsTo } from '../../counters/series.ts';
import type { Trouble } from '../../strata.ts';

/** A counter of one pod. */
export interface Seen {
  /** Its name and labels in one fixed order. */
  readonly id: string;
  readonly release: string;
  readonly counts: CountsTo;
  readonly value: number;
  /** Milliseconds since the epoch, where the sample tells its own age. */
  readonly time: number | undefined;
}

/** By metric; or why the pod says nothing. */
export type PodScrape = ReadonlyMap<string, readonly Seen[]> | Trouble;

/** One value of the last scrape; as a text, since JSON has neither NaN nor infinity. */
export interface Kept {
  readonly value: string;
  readonly time?: number;
}

/** Where the next window begins. */
export interface Base {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** By pod, metric and id of the series; pods that did not answer are left out. */
  readonly pods: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Kept>>>>>>;
}

/** All that has to be kept between two windows; JSON. */
export interface ScrapeState {
  readonly base: Base | null;
  /** By metric. */
  readonly counters: Readonly<Record<string, CounterState>>;
  /** By pod, when it answered last: milliseconds since the epoch. */
  readonly answered: Readonly<Record<string, number>>;
}

export const nothingScraped: ScrapeState = { base: null, counters: {}, answered: {} };

export function baseOf(at: number, scraped: ReadonlyMap<string, PodScrape>): Base {
  const pods = [...scraped].flatMap(([pod, scrape]) => {
    if (!(scrape instanceof Map)) return [];
    const metrics = [...scrape].map(([metric, series]: [string, readonly Seen[]]) => [metric, keptOf(series)]);
    return [[pod, Object.fromEntries(metrics)]];
  });
  return { at, pods: Object.fromEntries(pods) };
}

function keptOf(series: readonly Seen[]): Readonly<Record<string, Kept>> {
  const kept = series.map(({ id, value, time }) => [
    id,
    { value: String(value), ...(time === undefined ? {} : { time }) },
  ]);
  return Object.fromEntries(kept);
}
