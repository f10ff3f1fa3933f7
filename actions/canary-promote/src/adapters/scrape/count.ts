/** One metric over one window, from two scrapes. Pure. */
import { type CounterSeries, type CounterState, noCounters, type Sample } from '../../counters/series.ts';
import { countWindow } from '../../counters/window.ts';
import type { ScrapeTarget } from '../../plan/source.ts';
import type { Arms, Metric } from '../../plan.ts';
import type { Reading, Trouble, Window } from '../../strata.ts';
import { isTrouble, trouble } from '../trouble.ts';
import type { Base, Kept, PodScrape, ScrapeState, Seen } from './snapshot.ts';

/** A pod that did not answer for longer than this many windows is gone; until then its silence is a gap. */
const PATIENCE = 2;

export interface Scrapes {
  /** By the name of the pod. */
  readonly targets: readonly ScrapeTarget[];
  /** By pod. */
  readonly scraped: ReadonlyMap<string, PodScrape>;
  readonly state: ScrapeState;
  /** A base that was taken longer before the window is none, milliseconds. */
  readonly reach: number;
}

export function countScrapes(
  metric: Metric,
  scrapes: Scrapes,
  window: Window,
  arms: Arms,
): { readonly reading: Reading; readonly counters: CounterState } {
  const { targets, scraped, state, reach } = scrapes;
  const base = usableBase(state.base, window, reach);
  const counters = own(state.counters, metric.name) ?? noCounters;
  const pods = targets.map((target): Pod => {
    const scrape = scraped.get(target.pod);
    if (scrape === undefined || isTrouble(scrape)) return { target, failed: scrape };
    return { target, seen: scrape.get(metric.name) ?? [], before: own(own(base?.pods, target.pod), metric.name) };
  });
  const series = pods.flatMap((pod) => seriesOf(pod, window));
  const counted = countWindow(counters, metric, series, window, arms.stable);
  const told = (arm: 'canary' | 'stable') =>
    troubleOf(
      arm,
      pods.filter(({ target }) => target.arm === arm),
      { counters, window, answered: state.answered, arms },
    );
  return {
    reading: overridden(counted.reading, told('canary'), told('stable'), metric),
    counters: finite(counted.state),
  };
}

/** Names of pods and metrics are anybody's: `constructor` is one. */
function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

interface Pod {
  readonly target: ScrapeTarget;
  readonly failed?: Trouble | undefined;
  /** undefined when it did not answer. */
  readonly seen?: readonly Seen[];
  /** Of the last scrape; undefined when it did not answer then. */
  readonly before?: Readonly<Record<string, Kept>> | undefined;
}

/** JSON has neither NaN nor infinity; the base keeps them. */
function finite({ last, pods }: CounterState): CounterState {
  const kept = Object.entries(last).filter(([, [, value]]) => Number.isFinite(value));
  return { last: Object.fromEntries(kept), pods };
}

/** What was counted between an older scrape and the window belongs to no window. */
function usableBase(base: Base | null, { from }: Window, reach: number): Base | undefined {
  return base !== null && base.at <= from && from - base.at <= reach ? base : undefined;
}

function seriesOf({ target, seen = [], before }: Pod, { from, to }: Window): readonly CounterSeries[] {
  const { arm, pod } = target;
  const of = (one: Pick<Seen, 'id' | 'release' | 'counts'>, samples: readonly Sample[]): CounterSeries => {
    return { arm, pod, release: one.release, counts: one.counts, id: `${JSON.stringify(pod)} ${one.id}`, samples };
  };
  const [first] = seen;
  if (before === undefined) return seen.map((one) => of(one, [[to, one.value]]));
  const there = seen.map((one) => {
    const kept = before[one.id];
    // Whoever answered without a series has counted nothing of it.
    const start: Sample = [from, kept === undefined ? 0 : Number(kept.value)];
    const isOld = one.time !== undefined && (one.time <= from || one.time === kept?.time);
    return of(one, isOld ? [start] : [start, [to, one.value]]);
  });
  if (first === undefined) return there;
  // A client never takes a series back: where one is gone while others are there, the process began anew.
  const known = new Set(seen.map(({ id }) => id));
  const gone = Object.entries(before).filter(([id]) => !known.has(id));
  const nothing = { kind: 'errors', requests: false, bad: false } as const;
  return [
    ...there,
    ...gone.map(([id, { value }]) =>
      of({ id, release: first.release, counts: nothing }, [
        [from, Number(value)],
        [to, 0],
      ]),
    ),
  ];
}

interface Known {
  readonly counters: CounterState;
  readonly window: Window;
  readonly answered: ScrapeState['answered'];
  readonly arms: Arms;
}

/** What the scrapes themselves say of an arm; undefined when its counts do. */
function troubleOf(arm: string, pods: readonly Pod[], known: Known): Trouble | undefined {
  const answers = pods.filter(({ seen }) => seen !== undefined);
  const silent = pods.filter(({ seen }) => seen === undefined);
  const of = ({ target, failed }: Pod) => `pod ${target.pod}: ${failed?.detail ?? 'it was not asked'}`;
  const [failed] = silent;
  if (answers.length === 0) {
    if (failed === undefined) return trouble('metrics-missing', `${arm}: no target`);
    return trouble(failed.failed?.code ?? 'source-unavailable', `${arm}: ${of(failed)}`);
  }
  const missed = silent.find(({ target }) => isMissed(own(known.answered, target.pod), known.window));
  if (missed !== undefined) return trouble('scrape-gap', `${arm}: ${of(missed)}`);
  const other = answers.find((pod) => isOther(arm, pod, known.arms));
  if (other !== undefined) return otherRelease(arm, other, known.arms);
  const anew = answers.filter((pod) => beginsAnew(arm, pod, known));
  const [begins] = anew;
  if (begins === undefined) return undefined;
  if (anew.length === answers.length) {
    return trouble('metrics-stale', `${arm}: this first scrape is where counting begins`);
  }
  return trouble('scrape-gap', `${arm}: pod ${begins.target.pod} was not read before this interval`);
}

/** A pod that never answered is not gone, it is not known. */
function isMissed(last: number | undefined, { from, to }: Window): boolean {
  return last === undefined || from - last <= PATIENCE * (to - from);
}

/** An address that went to another pod, or a plan that was written before: stable would be compared with itself. */
function isOther(arm: string, { seen = [] }: Pod, { canary }: Arms): boolean {
  return canary !== undefined && seen.some(({ release }) => (release === canary) !== (arm === 'canary'));
}

function otherRelease(arm: string, { target, seen = [] }: Pod, { label, canary }: Arms): Trouble {
  const got = seen.find(({ release }) => (release === canary) !== (arm === 'canary'))?.release;
  const expected = arm === 'canary' ? `${label} ${canary}` : `another ${label} than ${canary}`;
  return trouble('metrics-inconsistent', `${arm}: pod ${target.pod}: expected ${expected}, got ${got}`);
}

/** Without a base, or behind a silence that the counters know of, one scrape counts nothing yet. */
function beginsAnew(arm: string, { target, seen = [], before }: Pod, { counters, window }: Known): boolean {
  if (before === undefined) return true;
  const last = counters.pods[`${arm} ${target.pod}`];
  return seen.length > 0 && last !== undefined && last < window.from;
}

function overridden(
  reading: Reading,
  canary: Trouble | undefined,
  stable: Trouble | undefined,
  metric: Metric,
): Reading {
  if (canary !== undefined) return canary;
  if (reading.kind !== 'counts' || stable === undefined) return reading;
  const edges = metric.kind === 'errors' ? [[]] : metric.edges.map(() => []);
  return { ...reading, stable: { requests: [], bad: edges }, stableTrouble: stable };
}
