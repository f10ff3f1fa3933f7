import type { Finding } from '../schema-faults.ts';
import type { FaultWords } from '../source-text.ts';
import { listText, shownValue } from '../value-text.ts';
import type { PlanPath } from './plan-path.ts';
import type { WrittenPlan } from './written-plan.ts';

/** Readings of a stratum are kept by name, and this one is the health check's. */
const RESERVED = 'health';

const ERROR_KEYS = ['total', 'bad'];
const LATENCY_KEYS = ['histogram', 'edge'];

export type MetricKind = 'errors' | 'latency';

/** Metrics and gauges: names, what a metric counts, edges, weights. */
export function metricFaults(plan: WrittenPlan): Finding[] {
  const metrics = plan.entries(['metrics']);
  const gauges = plan.entries(['gauges']);
  return [
    ...nameFaults(plan, [...metrics, ...gauges]),
    ...metrics.flatMap((metric) => [
      ...kindFaults(plan, metric),
      ...edgeFaults(plan, metric),
      ...roleFaults(plan, metric),
    ]),
    ...weightlessFaults(plan, metrics),
    ...gauges.flatMap((gauge) => limitFaults(plan, gauge)),
    ...gaugeSourceFaults(plan),
  ];
}

/** Kinds that the plan's metrics have; both when it lists none, for the preset has both. */
export function metricKinds(plan: WrittenPlan): ReadonlySet<MetricKind> {
  const metrics = plan.entries(['metrics']);
  if (metrics.length === 0) return new Set(['errors', 'latency']);
  return new Set(
    metrics.flatMap((metric) => [
      ...(ERROR_KEYS.some((key) => plan.has([...metric, key])) ? (['errors'] as const) : []),
      ...(LATENCY_KEYS.some((key) => plan.has([...metric, key])) ? (['latency'] as const) : []),
    ]),
  );
}

function nameFaults(plan: WrittenPlan, entries: readonly PlanPath[]): Finding[] {
  const first = new Map<string, PlanPath>();
  return entries.flatMap((entry) => {
    const path = [...entry, 'name'];
    const name = plan.text(path);
    if (name === undefined) return [];
    const before = first.get(name);
    if (before === undefined) first.set(name, path);
    if (name !== RESERVED && before === undefined) return [];
    const words: FaultWords = {
      title: name === RESERVED ? `the name ${RESERVED} is taken` : `name "${name}" is there twice`,
      expected: name === RESERVED ? 'a name that is not the health check’s' : 'each name once among metrics and gauges',
      got: shownValue(name),
      do: 'rename it',
    };
    return [plan.finding(path, before === undefined ? words : { ...words, related: plan.place(before) })];
  });
}

function kindFaults(plan: WrittenPlan, metric: PlanPath): Finding[] {
  const there = plan.keys(metric);
  if (there.length === 0) return [];
  const errors = ERROR_KEYS.filter((key) => there.includes(key));
  const latency = LATENCY_KEYS.filter((key) => there.includes(key));
  const got = [...errors, ...latency].join(', ') || 'none of them';
  const title = `metric "${plan.text([...metric, 'name']) ?? ''}"`;
  const expected = 'total and bad, or histogram and edge';
  const report = (what: string, remedy: string) => [
    plan.findingAtName(metric, { title: `${title} ${what}`, expected, got, do: remedy }),
  ];
  if (errors.length > 0 && latency.length > 0) return report('counts two things', 'make two metrics of it');
  if (errors.length === 1) return report(`has no ${errors[0] === 'bad' ? 'total' : 'bad'}`, 'add it');
  if (latency.length === 1 && latency[0] === 'edge') return report('has no histogram', 'add it');
  return errors.length + latency.length === 0 ? report('counts nothing', 'add one of the pairs') : [];
}

function edgeFaults(plan: WrittenPlan, metric: PlanPath): Finding[] {
  const path = [...metric, 'edge'];
  const single = plan.seconds(path);
  const edges = single === undefined ? plan.entries(path) : [path];
  let before: PlanPath | undefined;
  return edges.flatMap((edge) => {
    const seconds = plan.seconds(edge);
    if (seconds === undefined) return [];
    const least = before === undefined ? 0 : (plan.seconds(before) ?? 0);
    const shown = before === undefined ? '0s' : `${plan.text(before)} (${plan.place(before)})`;
    if (seconds > least) before = edge;
    if (seconds > least) return [];
    const title = before === undefined ? 'an edge must be above 0s' : 'edges must rise';
    const words = { title, expected: `a duration above ${shown}`, got: shownValue(plan.value(edge)) };
    return [plan.finding(edge, { ...words, do: 'put the edges in rising order, each once' })];
  });
}

function roleFaults(plan: WrittenPlan, metric: PlanPath): Finding[] {
  if (plan.value([...metric, 'critical']) !== true || plan.value([...metric, 'dry-run']) !== true) return [];
  const words = {
    title: 'a metric that decides nothing cannot be critical',
    expected: 'critical or dry-run',
    got: 'both',
    do: 'drop one of the two',
  };
  return [plan.finding([...metric, 'critical'], words, 'key')];
}

function weightlessFaults(plan: WrittenPlan, metrics: readonly PlanPath[]): Finding[] {
  const weighs = (metric: PlanPath) =>
    plan.value([...metric, 'dry-run']) !== true && plan.value([...metric, 'weight']) !== 0;
  if (metrics.length === 0 || metrics.some(weighs)) return [];
  const words = {
    title: 'no metric has a weight',
    expected: 'at least one metric that decides',
    got: 'weight: 0 or dry-run: true in all of them',
    do: 'give one metric a weight, without dry-run',
  };
  return [plan.finding(['metrics'], words, 'key')];
}

function limitFaults(plan: WrittenPlan, gauge: PlanPath): Finding[] {
  if (plan.keys(gauge).length === 0) return [];
  const limits = ['above', 'below'].filter((key) => plan.has([...gauge, key]));
  if (limits.length === 1) return [];
  const words = {
    title: `gauge "${plan.text([...gauge, 'name']) ?? ''}" has ${limits.length === 0 ? 'no limit' : 'two limits'}`,
    expected: listText(['above', 'below']),
    got: limits.length === 0 ? 'none' : 'both',
    do: limits.length === 0 ? 'add above: 85%' : 'make two gauges of it',
  };
  return [plan.findingAtName(gauge, words)];
}

function gaugeSourceFaults(plan: WrittenPlan): Finding[] {
  if (!plan.has(['gauges']) || plan.text(['source', 'kind']) !== 'scrape') return [];
  const words = {
    title: 'gauges cannot be read from this source',
    expected: `a source that answers PromQL, since ${plan.place(['source', 'kind'])} says scrape`,
    got: 'gauges with a source of kind scrape',
    do: 'use a source of kind prometheus, or drop gauges',
  };
  return [plan.finding(['gauges'], words, 'key')];
}
