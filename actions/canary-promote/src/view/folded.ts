/** The folded section: metrics, guards, and what all this does not claim. Pure. */
import { code, type Markdown, md, paragraphs, render, type Text, table } from '@shipgate/kit/report/markdown';
import type { FoldedSection } from '@shipgate/kit/report/view';
import type { Metric } from '../plan.ts';
import { replayCommand } from '../reasons/back.ts';
import { evidence, percent, rateOf, short, weight } from '../reasons/numbers.ts';
import type { Scene } from '../reasons/scene.ts';
import type { Told } from '../told.ts';
import { claimsOf } from './claims.ts';
import type { StepStory } from './steps.ts';
import { tied } from './tied.ts';

export function metricsSection(told: Told, scene: Scene, story: readonly StepStory[]): FoldedSection {
  const last = story.at(-1);
  const metrics = last === undefined ? [] : metricsTable(told, last);
  const items = [
    ...claimsOf(told, scene).map((claim) => md`- ${tied(claim)}`),
    ...(told.samples === null ? [] : [md`- Same bytes offline: ${code(replayCommand(told.samples))}`]),
  ];
  return {
    title: 'Metrics, guards and what this does not claim',
    body: paragraphs([...metrics, { markdown: items.map(render).join('\n') }]),
  };
}

function metricsTable(told: Told, last: StepStory): readonly Markdown[] {
  const right = (title: string) => ({ title, align: 'right' as const });
  const columns = ['Metric', right('Weight'), right('Canary'), right('Stable'), right('E'), 'Reading'];
  const rows = told.plan.metrics.map((metric) => metricRow(told, last, metric));
  const said = tied(`Rates of the step at ${weight(last.weight)}; E of the whole rollout.`);
  return [table(columns, rows), md`${said}`];
}

function metricRow({ plan }: Told, last: StepStory, metric: Metric): readonly Text[] {
  const sums = last.sums.get(metric.name);
  const state = last.metrics.find(({ name }) => name === metric.name);
  const slow = metric.kind === 'latency' ? tied(` over ${short(metric.edges.at(-1) ?? 0)} s`) : '';
  const rate = (arm: 'canary' | 'stable') =>
    sums === undefined || sums[arm].requests === 0 ? '–' : tied(percent(rateOf(sums[arm])));
  const value = plan.mode === 'evidence' && state !== undefined ? evidence(state.value) : '–';
  return [
    `${metric.name}${slow}`,
    metric.dryRun ? 'none' : (state?.weight ?? 0).toFixed(2),
    rate('canary'),
    last.weight >= 100 ? 'none left' : rate('stable'),
    value,
    readingOf(plan, metric, state, sums !== undefined),
  ];
}

type State = StepStory['metrics'][number];

function readingOf(plan: Told['plan'], metric: Metric, state: State | undefined, counted: boolean): string {
  if (!counted || state === undefined) return 'not counted';
  if (plan.mode !== 'evidence') return 'not compared';
  const most = 1 / plan.alpha;
  const dry = metric.dryRun ? ', no say' : '';
  if (!metric.dryRun && state.weight * state.value >= most)
    return state.mostlyAbsolute ? 'above its limit, proven' : 'worse, proven';
  if (state.value >= 10) return `a sign, not proven alone${dry}`;
  return `no sign${dry}`;
}
