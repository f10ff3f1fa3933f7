/** The plots of bench/README.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTrace } from '../../actions/canary-promote/src/replay/trace.ts';
import { traceOf } from './outcomes.ts';
import type { Results, ScenarioResult } from './results.ts';
import { type RuleName, rivalNames, ruleTitles } from './rivals/rivals.ts';
import { byArm, byPod, evidenceCourse, planOf } from './rules.ts';
import { scenarioNamed } from './scenarios.ts';
import { axes, bar, dot, line, type Panel, place, type Scale, svg, text } from './svg.ts';

export function writePlots(results: Results, folder: string): void {
  writeFileSync(join(folder, 'false-against-delay.svg'), falseAgainstDelay(results));
  writeFileSync(join(folder, 'evidence-over-time.svg'), evidenceOverTime(results.seed));
  writeFileSync(join(folder, 'beyond.svg'), beyond(results));
}

const panels: readonly Panel[] = [
  { x: 60, y: 40, width: 320, height: 190 },
  { x: 470, y: 40, width: 320, height: 190 },
  { x: 60, y: 310, width: 320, height: 190 },
  { x: 470, y: 310, width: 320, height: 190 },
];

const percents = (...values: readonly number[]) => values.map((at) => ({ at, text: `${100 * at} %` }));
/** Small shares get most of the room, and 0 has a place. */
const shareScale: Scale = { from: 0, to: 1, ticks: percents(0, 0.01, 0.1, 0.5, 1), bend: (value) => Math.cbrt(value) };
/** The same with room between 0 and the axis. */
const raisedScale: Scale = { ...shareScale, from: -0.0005 };
const NEVER = 1080;
const delayScale: Scale = {
  from: 0,
  to: NEVER,
  ticks: [...[0, 300, 600, 900].map((at) => ({ at, text: `${at} s` })), { at: NEVER, text: 'never' }],
};

function falseAgainstDelay({ scenarios }: Results): string {
  const parts = ['double', 'fivefold', 'fivefold-slow', 'tenth-slow'].flatMap((name, i) => {
    const worse = scenarios.find((each) => each.name === name);
    const good = scenarios.find((each) => each.name === worse?.twin);
    const panel = panels[i];
    return worse === undefined || good === undefined || panel === undefined ? [] : delayPanel(panel, worse, good);
  });
  const note =
    'Up: good releases of the same service that are rolled back (dashed: 1 %). Across: until half of the worse ones are.';
  return svg(840, 560, 'False rollbacks against median delay, by rule', [...parts, text(60, 548, note, 'small')]);
}

function delayPanel(panel: Panel, worse: ScenarioResult, good: ScenarioResult): readonly string[] {
  const { x, y, width, height } = panel;
  const limit = place(0.01, raisedScale, y + height, y);
  const rules: readonly RuleName[] = ['R', 'P', ...rivalNames];
  const points = rules.flatMap((rule) => {
    const [mine, theirs] = [worse.rules[rule], good.rules[rule]];
    if (mine === undefined || theirs === undefined) return [];
    return [
      {
        rule,
        px: place(mine.median ?? NEVER, delayScale, x, x + width),
        py: place(theirs.rolledBack / theirs.traces, raisedScale, y + height, y),
      },
    ];
  });
  const labels = placeLabels(
    points.map(({ rule, px, py }) => ({ words: ruleTitles[rule], px, py })),
    [x, x + width + GAP],
  );
  const kindOf = (rule: RuleName) => (rule === 'R' || rule === 'P' ? rule : 'other');
  return [
    ...axes(panel, worse.title, delayScale, raisedScale),
    line(
      [
        [x, limit],
        [x + width, limit],
      ],
      'limit',
    ),
    ...points.map(({ rule, px, py }) => dot(px, py, kindOf(rule))),
    ...points.map(({ rule }, i) => {
      const { from = 0, up = 0 } = labels[i] ?? {};
      return text(from, up + 4, ruleTitles[rule], kindOf(rule));
    }),
  ];
}

const LINE = 14;
const GAP = 8;

interface Label {
  readonly words: string;
  readonly px: number;
  readonly py: number;
}

interface Box {
  readonly from: number;
  readonly to: number;
  readonly up: number;
}

/** Right or left of its point, or as little above it as it takes to cover no other label and no point. */
function placeLabels(wanted: readonly Label[], [left, right]: readonly [number, number]): readonly Box[] {
  const points = wanted.map(({ px, py }): Box => ({ from: px - 5, to: px + 5, up: py }));
  const placed: Box[] = [];
  for (const { words, px, py } of wanted) {
    const long = lengthOf(words);
    const starts = [px + GAP, px - GAP - long].filter((from) => from >= left && from + long <= right);
    const tries = Array.from({ length: 80 }, (_, i) => py - i).flatMap((up) =>
      starts.map((from): Box => ({ from, to: from + long, up })),
    );
    const free = tries.find((box) => ![...points, ...placed].some((other) => touches(box, other)));
    placed.push(free ?? { from: px, to: px, up: py });
  }
  return placed;
}

/** About as wide as a sans serif of 12 pixels sets it. */
function lengthOf(words: string): number {
  return [...words].reduce((sum, letter) => sum + ('ilrtj -'.includes(letter) ? 4.2 : 7.3), 0);
}

function touches(one: Box, other: Box): boolean {
  return Math.abs(one.up - other.up) < LINE && one.from < other.to && other.from < one.to;
}

const logScale: Scale = {
  from: -4,
  to: 8,
  ticks: [-4, 0, 4, 8].map((at) => ({ at, text: String(at) })),
};
const timeScale: Scale = { from: 0, to: 900, ticks: [0, 300, 600, 900].map((at) => ({ at, text: `${at} s` })) };

function evidenceOverTime(seed: number): string {
  const names = ['aa', 'aa-outage', 'double', 'fivefold'];
  const parts = names.flatMap((name, i) => {
    const panel = panels[i];
    return panel === undefined ? [] : evidencePanel(panel, name, seed);
  });
  const note =
    'ln E of the first three traces of each scenario; R blue, P green. Rolled back at the dashed line, ln 100.';
  return svg(840, 560, 'Evidence over time', [...parts, text(60, 548, note, 'small')]);
}

function evidencePanel(panel: Panel, name: string, seed: number): readonly string[] {
  const { x, y, width, height } = panel;
  const scenario = scenarioNamed(name);
  const plan = planOf(scenario);
  const courses = [0, 1, 2].flatMap((index) => {
    const trace = traceOf(scenario, seed, index);
    return (
      [
        ['R', byArm],
        ['P', byPod],
      ] as const
    ).map(([rule, form]) => {
      const course = evidenceCourse(parseTrace(form(trace, name), plan, false), plan);
      const crossed = course.findIndex(({ logE }) => logE >= Math.log(1 / plan.alpha));
      const shown = crossed === -1 ? course : course.slice(0, crossed + 1);
      const points = shown.map(({ t, logE }): [number, number] => [
        place(t, timeScale, x, x + width),
        place(Math.max(logScale.from, Math.min(logScale.to, logE)), logScale, y + height, y),
      ]);
      return line(points, rule);
    });
  });
  const limit = place(Math.log(1 / plan.alpha), logScale, y + height, y);
  return [
    ...axes(panel, scenario.title, timeScale, logScale),
    line(
      [
        [x, limit],
        [x + width, limit],
      ],
      'limit',
    ),
    ...courses,
  ];
}

const ROW = 34;

function beyond({ scenarios }: Results): string {
  const names = ['aa', 'aa-pod-noise-15', 'aa-arm-noise-15'];
  const rows = scenarios.filter(({ name, place: where }) => names.includes(name) || where === 'beyond');
  const panel: Panel = { x: 300, y: 40, width: 480, height: rows.length * ROW };
  const up: Scale = { from: 0, to: 1, ticks: [] };
  const bars = rows.flatMap(({ title, rules }, i) => {
    const top = panel.y + i * ROW + 5;
    return [
      text(panel.x - 10, top + 16, title, '', 'end'),
      ...(['R', 'P'] as const).flatMap((rule, r) => {
        const tally = rules[rule];
        if (tally === undefined) return [];
        const share = tally.rolledBack / tally.traces;
        const long = place(share, shareScale, 0, panel.width);
        const words = `${rule} ${(100 * share).toFixed(share < 0.1 ? 2 : 0)} %`;
        return [bar(panel.x, top + r * 12, long, 10, rule), text(panel.x + long + 6, top + r * 12 + 9, words, 'small')];
      }),
    ];
  });
  const limit = place(0.01, shareScale, panel.x, panel.x + panel.width);
  return svg(840, panel.height + 90, 'Where the method does not hold', [
    ...axes(panel, 'Good releases that are rolled back', shareScale, up),
    line(
      [
        [limit, panel.y],
        [limit, panel.y + panel.height],
      ],
      'limit',
    ),
    ...bars,
  ]);
}
