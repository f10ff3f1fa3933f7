/** Charts as Mermaid's `xychart-beta`, which GitHub draws in a job summary. No outside text goes into them. Pure. */
import { fencedBlock } from '@shipgate/kit/escape';
import { type Markdown, md, paragraphs } from '@shipgate/kit/report/markdown';
import type { FoldedSection } from '@shipgate/kit/report/view';
import type { SeenStratum } from '../course.ts';
import { isCounts } from '../evidence/rollout.ts';
import { total } from '../evidence/total.ts';
import type { Metric } from '../plan.ts';
import { evidence, limit, rateOf, short, span, weight } from '../reasons/numbers.ts';
import type { Told } from '../told.ts';
import { type StepStory, shownEdge } from './steps.ts';
import { tied } from './tied.ts';

/** Labels of a category beside each other need 40 of 860 pixels each. */
const MOST_CATEGORIES = 20;
const MOST_POINTS = 40;

const amber = '#bf8700';
const blue = '#0969da';
const grey = '#6e7781';

interface Chart {
  readonly palette: readonly string[];
  readonly x: string;
  readonly y: { readonly title: string; readonly from: number; readonly to: number };
  readonly series: readonly { readonly as: 'bar' | 'line'; readonly values: readonly number[] }[];
}

function chart({ palette, x, y, series }: Chart): Markdown {
  const init = { xyChart: { width: 860, height: 240, yAxis: { labelFontSize: 10 } } };
  const theme = { themeVariables: { xyChart: { plotColorPalette: palette.join(', ') } } };
  const lines = [
    `%%{init: ${JSON.stringify({ ...init, ...theme })}}%%`,
    'xychart-beta',
    `  x-axis ${x}`,
    `  y-axis "${y.title}" ${short(y.from)} --> ${short(y.to)}`,
    ...series.map(({ as, values }) => `  ${as} [${values.map((value) => value.toFixed(2)).join(', ')}]`),
  ];
  return { markdown: fencedBlock(lines.join('\n'), 'mermaid') };
}

/** "errors, %" or "slower than 2 s, %". */
function titleOf(metric: Metric): string {
  return metric.kind === 'errors' ? 'errors, %' : `slower than ${short(metric.edges.at(-1) ?? 0)} s, %`;
}

function nounOf(metric: Metric): string {
  return metric.kind === 'errors' ? 'Error rate' : `Requests slower than ${short(metric.edges.at(-1) ?? 0)} s`;
}

/** A round number above the highest. */
function roof(values: readonly number[]): number {
  const highest = Math.max(...values, 0.01);
  const unit = 10 ** Math.floor(Math.log10(highest));
  return Math.min(100, [1, 2, 3, 5, 7, 10].map((times) => times * unit).find((each) => each > highest) ?? 10 * unit);
}

/** One bar and one point a step, of all steps that were compared; nothing for fewer than two. */
export function stepsChart(story: readonly StepStory[], metric: Metric): readonly Markdown[] {
  const rows = story.flatMap(({ weight: at, sums }) => {
    const counted = sums.get(metric.name);
    if (at >= 100 || counted === undefined || counted.canary.requests === 0 || counted.stable.requests === 0) return [];
    return [{ label: `"${weight(at)}"`, canary: 100 * rateOf(counted.canary), stable: 100 * rateOf(counted.stable) }];
  });
  if (rows.length < 2) return [];
  const canary = rows.map((row) => row.canary);
  const stable = rows.map((row) => row.stable);
  const drawn = chart({
    palette: [amber, blue],
    x: `"canary share" [${rows.map(({ label }) => label).join(', ')}]`,
    y: { title: titleOf(metric), from: 0, to: roof([...canary, ...stable]) },
    series: [
      { as: 'bar', values: canary },
      { as: 'line', values: stable },
    ],
  });
  return [md`${nounOf(metric)} in % per step: amber bars canary, blue line stable.`, drawn];
}

/** Both arms over the step that was decided last; strata are added up where there are many. Nothing for fewer than two points. */
export function rateChart(told: Told, step: StepStory, metric: Metric): readonly Markdown[] {
  const counted = told.course.strata.filter(
    ({ stratum, step: at, use }) => at === step.step && use === 'used' && isCounts(stratum.readings[metric.name]),
  );
  const together = Math.max(1, Math.ceil(counted.length / MOST_CATEGORIES));
  const points = grouped(counted, together).flatMap((group) => pointOf(group, metric, step));
  if (points.length < 2) return [];
  const canary = points.map((point) => point.canary);
  const stable = points.flatMap((point) => (point.stable === null ? [] : [point.stable]));
  const both = stable.length === points.length;
  const drawn = chart({
    palette: both ? [amber, blue] : [amber],
    x: `"minutes since the step began" [${points.map(({ label }) => `"${label}"`).join(', ')}]`,
    y: { title: titleOf(metric), from: 0, to: roof([...canary, ...stable]) },
    series: [{ as: 'line', values: canary }, ...(both ? [{ as: 'line' as const, values: stable }] : [])],
  });
  const lines = both ? 'amber line canary, blue line stable' : 'amber line canary; there is no stable to compare with';
  const each = tied(span(together * told.plan.interval));
  return [md`${nounOf(metric)} in % per ${each} at ${tied(weight(step.weight))}: ${lines}.`, drawn];
}

interface Point {
  readonly label: string;
  readonly canary: number;
  readonly stable: number | null;
}

/** Rates of some strata in a row; nothing where the canary had no request. */
function pointOf(group: readonly SeenStratum[], metric: Metric, { from }: StepStory): readonly Point[] {
  const edge = shownEdge(metric);
  const arms = { canary: { requests: 0, bad: 0 }, stable: { requests: 0, bad: 0 } };
  for (const { stratum } of group) {
    const reading = stratum.readings[metric.name];
    if (!isCounts(reading)) continue;
    for (const arm of ['canary', 'stable'] as const) {
      arms[arm].requests += total(reading[arm].requests);
      arms[arm].bad += total(reading[arm].bad[edge] ?? []);
    }
  }
  if (arms.canary.requests === 0) return [];
  const stable = arms.stable.requests === 0 ? null : 100 * rateOf(arms.stable);
  const end = group.at(-1)?.stratum.to ?? from;
  return [{ label: clock((end - from) / 1000), canary: 100 * rateOf(arms.canary), stable }];
}

function grouped<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const groups: Item[][] = [];
  // From the end, so that the last group is whole.
  for (let end = items.length; end > 0; end -= size) groups.unshift(items.slice(Math.max(0, end - size), end));
  return groups;
}

/** "2:30". */
function clock(seconds: number): string {
  const all = Math.round(seconds);
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
}

/** ln E of the rollout over time with the limit, behind a fold; nothing where evidence decides nothing. */
export function evidenceChart(told: Told): readonly FoldedSection[] {
  const { plan, course, decision } = told;
  const [first] = course.steps;
  const last = course.strata.at(-1);
  const used = course.strata.filter(({ use }) => use === 'used').length;
  if (plan.mode !== 'evidence' || first === undefined || last === undefined || used < 3) return [];
  const values = evenly(course.strata, first.from, last.stratum.to);
  const most = Math.log(1 / plan.alpha);
  const drawn = chart({
    palette: [amber, grey],
    x: `"minutes since the first step began" 0 --> ${short((last.stratum.to - first.from) / 60_000)}`,
    y: {
      title: 'ln E',
      from: Math.min(0, Math.floor(Math.min(...values))),
      to: Math.ceil(Math.max(most, ...values) + 0.2),
    },
    series: [
      { as: 'line', values },
      { as: 'line', values: values.map(() => most) },
    ],
  });
  const said = `Evidence for rollback, ln E: amber line. Grey line: the limit, ln ${limit(1 / plan.alpha)} = ${most.toFixed(2)}.`;
  const now = evidence(Math.exp(decision.logE));
  return [
    {
      title: `How the evidence ${decision.action === 'rollback' ? `grew to ${now}` : `went, ${now} at the end`} (chart)`,
      body: paragraphs([tied(said), drawn]),
    },
  ];
}

/** At most 40 values at even distances of time, the last one the last; each is the newest at its time. */
function evenly(strata: readonly SeenStratum[], from: number, to: number): readonly number[] {
  const many = Math.min(MOST_POINTS, strata.length + 1);
  return Array.from({ length: many }, (_, i) => {
    const at = from + ((to - from) * i) / (many - 1);
    const newest = strata.findLast(({ stratum }) => stratum.to <= at + 1);
    return Math.min(700, Math.max(-700, Math.log(newest?.value ?? 1)));
  });
}
