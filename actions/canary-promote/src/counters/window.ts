/** All series of one metric over one window: counts by arm and pod, or why there are none. Pure. */
import type { Metric } from '../plan.ts';
import type { Arm, Reading, Trouble, TroubleCode, Window } from '../strata.ts';
import { type Increment, increment } from './increments.ts';
import type { CounterSeries, CounterState, CountsTo, Sample } from './series.ts';

export interface Counted {
  readonly reading: Reading;
  readonly state: CounterState;
}

/** A pod that was silent for longer than this many windows is gone; until then its silence is a gap. */
const PATIENCE = 2;

/**
 * Counts a window. Windows rise; samples may come in any order and reach back before the window, which tells a series that
 * is new from one that was always there. `stable` is the only release that counts as stable; without it there may be only one.
 */
export function countWindow(
  state: CounterState,
  metric: Metric,
  series: readonly CounterSeries[],
  window: Window,
  stable: string | undefined,
): Counted {
  const counted = countedSeries(state, series, window, stable);
  const canary = armOf('canary', metric, counted, state, window);
  const other = stableArm(metric, counted, state, window, stable);
  const release = state.release ?? freshReleases(counted, window)[0];
  const next = advanced(state, counted, window);
  return { reading: readingOf(canary, other), state: release === undefined ? next : { ...next, release } };
}

/** The same for windows before the rollout: stable alone, and nobody misses the canary. */
export function countStable(
  state: CounterState,
  metric: Metric,
  series: readonly CounterSeries[],
  window: Window,
  stable: string | undefined,
): Counted {
  const alone = series.filter(({ arm }) => arm === 'stable');
  const counted = countedSeries(state, alone, window, stable);
  const arm = stableArm(metric, counted, state, window, stable);
  const reading: Reading = 'kind' in arm ? arm : { kind: 'counts', canary: nobody(arm), stable: arm };
  return { reading, state: advanced(state, counted, window) };
}

type CountedSeries = Increment & { readonly series: CounterSeries };

function countedSeries(
  state: CounterState,
  series: readonly CounterSeries[],
  window: Window,
  stable: string | undefined,
): readonly CountedSeries[] {
  const taken = series.filter(({ arm, release }) => arm === 'canary' || stable === undefined || release === stable);
  const newest = newestBefore(taken, window);
  return merged(taken).map((one) => ({ series: one, ...incrementOf(state, one, newest, window) }));
}

function stableArm(
  metric: Metric,
  counted: readonly CountedSeries[],
  state: CounterState,
  window: Window,
  stable: string | undefined,
): Arm | Trouble {
  return severalReleases(state, counted, stable, window) ?? armOf('stable', metric, counted, state, window);
}

/** An arm without pods, with as many edges as the other. */
function nobody({ bad }: Arm): Arm {
  return { requests: [], bad: bad.map(() => []) };
}

function readingOf(canary: Arm | Trouble, stable: Arm | Trouble): Reading {
  if ('kind' in canary) return canary;
  if (!('kind' in stable)) return { kind: 'counts', canary, stable };
  return { kind: 'counts', canary, stable: nobody(canary), stableTrouble: stable };
}

/** Parts of one series that came apart are one series. */
function merged(series: readonly CounterSeries[]): readonly CounterSeries[] {
  const byId = new Map<string, CounterSeries>();
  for (const one of series) {
    const key = `${one.arm} ${one.id}`;
    const before = byId.get(key);
    byId.set(key, before === undefined ? one : { ...before, samples: [...before.samples, ...one.samples] });
  }
  return [...byId.values()].toSorted((one, two) => compare(keyOf(one), keyOf(two)));
}

function compare(one: string, two: string): number {
  return one < two ? -1 : Number(one > two);
}

function keyOf({ arm, id }: CounterSeries): string {
  return `${arm} ${id}`;
}

function podOf({ arm, pod }: CounterSeries): string {
  return `${arm} ${pod}`;
}

function incrementOf(
  state: CounterState,
  one: CounterSeries,
  newest: ReadonlyMap<string, number>,
  window: Window,
): Increment {
  const { from, to } = window;
  const seen = state.pods[podOf(one)];
  const sampled = newest.get(podOf(one));
  if (seen === undefined)
    return increment(one, undefined, window, sampled === undefined ? 'from-first-sample' : 'from-zero');
  if (seen >= from) return increment(one, state.last[keyOf(one)], window, 'from-zero');
  // The source was not read for a while, or late, and the pod was not silent meanwhile: its last sample before the window counts.
  if (sampled !== undefined && sampled > seen && from - sampled < to - from)
    return increment(one, undefined, window, 'from-zero');
  // Behind a silence, what was counted meanwhile belongs to no window: counting begins anew with the first sample.
  return increment(
    { ...one, samples: one.samples.filter(([time]) => time > from) },
    undefined,
    window,
    'from-first-sample',
  );
}

/** Time of each pod's newest sample up to the window, by pod; none for a pod that has no such sample. */
function newestBefore(series: readonly CounterSeries[], { from }: Window): ReadonlyMap<string, number> {
  const newest = new Map<string, number>();
  for (const one of series) {
    for (const [time] of one.samples) {
      if (time <= from && time > (newest.get(podOf(one)) ?? Number.NEGATIVE_INFINITY)) newest.set(podOf(one), time);
    }
  }
  return newest;
}

function isRecent(end: number, { from, to }: Window): boolean {
  return from - end <= PATIENCE * (to - from);
}

function severalReleases(
  state: CounterState,
  counted: readonly CountedSeries[],
  stable: string | undefined,
  window: Window,
): Trouble | undefined {
  if (stable !== undefined) return undefined;
  const releases = freshReleases(counted, window);
  const all = [...new Set([...(state.release === undefined ? [] : [state.release]), ...releases])].toSorted();
  if (releases.length === 0 || all.length < 2) return undefined;
  const detail = `expected one release beside the canary, got ${all.slice(0, 5).join(', ')}; name it by arms.stable`;
  return { kind: 'trouble', code: 'several-stable-releases', detail };
}

/** Of stable, with a sample in the window. */
function freshReleases(counted: readonly CountedSeries[], { from, to }: Window): readonly string[] {
  const fresh = counted.filter(
    ({ series: { arm, samples } }) => arm === 'stable' && samples.some(([time]) => time > from && time <= to),
  );
  return [...new Set(fresh.map(({ series }) => series.release))].toSorted();
}

function armOf(
  arm: 'canary' | 'stable',
  metric: Metric,
  all: readonly CountedSeries[],
  state: CounterState,
  window: Window,
): Arm | Trouble {
  const mine = all.filter(({ series }) => series.arm === arm);
  const trouble = (code: TroubleCode, detail: string): Trouble => ({
    kind: 'trouble',
    code,
    detail: `${arm}: ${detail}`,
  });
  const odd = mine.find((one) => one.trouble !== null);
  if (odd?.trouble !== null && odd !== undefined) return trouble(odd.trouble, oddDetail(odd));
  if (!mine.some(({ isFresh }) => isFresh)) return silence(mine, trouble, window);
  const gap = silentPods(arm, mine, state, window);
  if (gap.length > 0) return trouble('scrape-gap', `no sample of ${listed(gap)} in this interval`);
  const fresh = [...new Set(mine.filter(({ isFresh }) => isFresh).map(({ series }) => series.pod))].toSorted(compare);
  const counted = metric.kind === 'errors' ? errorArm(mine, fresh) : latencyArm(mine, fresh, metric.edges);
  return counted ?? trouble('metrics-inconsistent', 'more bad events than events, or buckets that fall');
}

function oddDetail({ trouble, series }: CountedSeries): string {
  const of = `of pod ${series.pod}`;
  if (trouble === 'counter-reset') return `a counter ${of} fell: the process began anew`;
  if (trouble === 'metrics-not-a-number') return `a counter ${of} is NaN`;
  if (trouble === 'metrics-infinite') return `a counter ${of} is infinite`;
  return `a counter ${of} is no whole number`;
}

type MakeTrouble = (code: TroubleCode, detail: string) => Trouble;

function silence(mine: readonly CountedSeries[], trouble: MakeTrouble, { to }: Window): Trouble {
  const newest = mine.reduce((time, { last }) => Math.max(time, last?.[0] ?? time), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(newest)) return trouble('metrics-missing', 'no series');
  return trouble('metrics-stale', `the newest sample is ${Math.round((to - newest) / 1000)} s old`);
}

/** Pods that had a sample not long ago, and none in this window. */
function silentPods(
  arm: string,
  mine: readonly CountedSeries[],
  { pods }: CounterState,
  window: Window,
): readonly string[] {
  const fresh = new Set(mine.filter(({ isFresh }) => isFresh).map(({ series }) => series.pod));
  return Object.entries(pods)
    .filter(([key, seen]) => key.startsWith(`${arm} `) && isRecent(seen, window))
    .map(([key]) => key.slice(arm.length + 1))
    .filter((pod) => !fresh.has(pod))
    .toSorted(compare);
}

function listed(names: readonly string[]): string {
  const more = names.length - 3;
  return more > 0 ? `${names.slice(0, 3).join(', ')} and ${more} more` : names.join(', ');
}

function sumOf(mine: readonly CountedSeries[], pod: string, counts: (to: CountsTo) => boolean): number {
  return mine.reduce((sum, { series, count }) => (series.pod === pod && counts(series.counts) ? sum + count : sum), 0);
}

/** undefined when a pod has more bad events than events. */
function errorArm(mine: readonly CountedSeries[], pods: readonly string[]): Arm | undefined {
  const requests = pods.map((pod) => sumOf(mine, pod, (to) => to.kind === 'errors' && to.requests));
  const bad = pods.map((pod) => sumOf(mine, pod, (to) => to.kind === 'errors' && to.bad));
  return bad.every((each, p) => each <= (requests[p] ?? 0)) ? { requests, bad: [bad] } : undefined;
}

/** undefined when the buckets of a pod are not cumulative, or it has none for all requests. */
function latencyArm(
  mine: readonly CountedSeries[],
  pods: readonly string[],
  edges: readonly number[],
): Arm | undefined {
  const counted = pods.map((pod) => slowerOf(mine, pod, edges)).filter((pod) => pod !== undefined);
  if (counted.length < pods.length) return undefined;
  const requests = counted.map((pod) => pod.requests);
  const bad = edges.map((_, e) => counted.map(({ surely }) => surely[e] ?? 0));
  const possiblyBad = edges.map((_, e) => counted.map(({ possibly }) => possibly[e] ?? 0));
  return counted.every(({ exact }) => exact) ? { requests, bad } : { requests, bad, possiblyBad };
}

/** Pods need not have the same buckets. Slower than each edge, by the bucket above it and by the one below it. */
function slowerOf(mine: readonly CountedSeries[], pod: string, edges: readonly number[]) {
  const within = new Map<number, number>();
  for (const { series, count } of mine) {
    if (series.pod !== pod || series.counts.kind !== 'bucket') continue;
    within.set(series.counts.le, (within.get(series.counts.le) ?? 0) + count);
  }
  const bounds = [...within.keys()].toSorted((one, two) => one - two);
  const requests = within.get(Number.POSITIVE_INFINITY);
  if (requests === undefined) return undefined;
  const slower = (le: number | undefined) => requests - (le === undefined ? 0 : (within.get(le) ?? 0));
  const upper = edges.map((edge) => bounds.find((le) => le >= edge - TOUCH));
  const lower = edges.map((edge) => bounds.findLast((le) => le <= edge + TOUCH));
  const surely = upper.map(slower);
  const possibly = lower.map(slower);
  if ([...surely, ...possibly].some((each) => each < 0)) return undefined;
  return { requests, surely, possibly, exact: edges.every((_, e) => upper[e] === lower[e]) };
}

/** Bounds are written as decimals: 2 and 2.0 are one edge. */
const TOUCH = 1e-9;

function advanced(state: CounterState, counted: readonly CountedSeries[], window: Window): CounterState {
  const last: Record<string, Sample> = { ...state.last };
  const pods: Record<string, number> = { ...state.pods };
  for (const one of counted) {
    if (!one.isFresh || one.last === null) continue;
    last[keyOf(one.series)] = one.last;
    pods[podOf(one.series)] = window.to;
  }
  return { last, pods };
}
