/** The results as Markdown. */
import { type Results, type ScenarioResult, worstFalse } from './results.ts';
import { type RuleName, rivalNames, ruleTitles } from './rivals/rivals.ts';
import type { Tally } from './tally.ts';
import type { Judged } from './targets.ts';

const columns: readonly RuleName[] = ['R', 'P', ...rivalNames];

export function markdown({ scenarios, seed, date }: Results): string {
  const of = (kinds: readonly ScenarioResult['kind'][], places: readonly ScenarioResult['place'][]) =>
    scenarios.filter(({ kind, place }) => kinds.includes(kind) && places.includes(place));
  return [
    `Seed ${seed}, ${date}.`,
    section('Targets', targetTable(scenarios)),
    section('Good releases that are rolled back (95 % interval)', falseTable(of(['same'], ['table', 'also']))),
    section('Where the assumptions do not hold', falseTable(of(['same'], ['beyond']))),
    section('Worse releases: median s / 90 % s / mean canary errors', delayTable(of(['worse'], ['table', 'also']))),
    section('Undecided + promoted, of all', undecidedTable(of(['same', 'worse'], ['table', 'also']))),
    section('Promotion, by step', stepTable(of(['good', 'bad'], ['table']))),
    section('Against rivals', comparison(scenarios)),
  ]
    .filter((text) => text !== '')
    .join('\n\n')
    .concat('\n');
}

function section(title: string, rows: readonly string[]): string {
  return rows.length === 0 ? '' : `#### ${title}\n\n${rows.join('\n')}`;
}

function grid(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, i) => (i === 0 ? ':--' : '--:'))), ...rows.map(line)];
}

function targetTable(scenarios: readonly ScenarioResult[]): readonly string[] {
  const rows = scenarios.flatMap(({ title, targets }) =>
    (['R', 'P'] as const).flatMap((rule) =>
      (targets[rule] ?? []).map((judged) => [
        title,
        rule,
        judged.what,
        shown(judged, judged.target),
        shown(judged, judged.measured),
        judged.met ? 'met' : '**not met**',
      ]),
    ),
  );
  return grid(['scenario', 'rule', 'what', 'at most', 'measured', ''], rows);
}

function shown({ target }: Judged, value: number | null): string {
  if (value === null) return 'never';
  return target < 1 ? percent(value) : String(value);
}

function falseTable(scenarios: readonly ScenarioResult[]): readonly string[] {
  const rows = scenarios.map(({ title, rules }) => [title, ...columns.map((rule) => share(rules[rule]))]);
  return grid(['scenario', ...columns.map((rule) => ruleTitles[rule])], rows);
}

function share(tally: Tally | undefined): string {
  if (tally === undefined) return '';
  const [low, high] = tally.interval;
  return `${percent(tally.rolledBack / tally.traces)} (${bare(low)}–${bare(high)})`;
}

function delayTable(scenarios: readonly ScenarioResult[]): readonly string[] {
  const cell = (tally: Tally | undefined) =>
    tally === undefined ? '' : `${tally.median ?? '–'} / ${tally.p90 ?? '–'} / ${Math.round(tally.meanErrors)}`;
  const rows = scenarios.map(({ title, rules }) => [title, ...columns.map((rule) => cell(rules[rule]))]);
  return grid(['scenario', ...columns.map((rule) => ruleTitles[rule])], rows);
}

function undecidedTable(scenarios: readonly ScenarioResult[]): readonly string[] {
  const cell = (tally: Tally | undefined) =>
    tally === undefined ? '' : `${percent(tally.undecided / tally.traces)} + ${percent(tally.promoted / tally.traces)}`;
  const rows = scenarios.map(({ title, rules }) => [title, ...columns.map((rule) => cell(rules[rule]))]);
  return grid(['scenario', ...columns.map((rule) => ruleTitles[rule])], rows);
}

function stepTable(scenarios: readonly ScenarioResult[]): readonly string[] {
  const rows = scenarios.flatMap(({ title, weights, rules }) =>
    weights.map((weight, s) => [
      title,
      `${weight} %`,
      ...(['R', 'P'] as const).flatMap((rule) => {
        const step = rules[rule]?.steps[s];
        if (step === undefined) return ['', ''];
        return [percent(step.proven / (rules[rule]?.traces ?? 1)), String(step.median ?? '–')];
      }),
    ]),
  );
  return grid(['scenario', 'weight', 'R promotes', 'R median s', 'P promotes', 'P median s'], rows);
}

/** On worse releases, against each rival that rolls back at most 1 % of the same service's good releases. */
function comparison(scenarios: readonly ScenarioResult[]): readonly string[] {
  const rows = scenarios
    .filter(({ kind }) => kind === 'worse')
    .flatMap((worse) => {
      const good = scenarios.find(({ name }) => name === worse.twin);
      return rivalNames.flatMap((rival) => {
        const twin = good?.rules[rival];
        const tally = worse.rules[rival];
        if (twin === undefined || tally === undefined || twin.rolledBack / twin.traces > CAREFUL) return [];
        const mine = [worse.rules.R?.median ?? null, worse.rules.P?.median ?? null] as const;
        const first = mine.map((each) => before(each, tally.median));
        return [
          [worse.title, ruleTitles[rival], seconds(tally.median), seconds(mine[0]), seconds(mine[1]), first.join(', ')],
        ];
      });
    });
  const worst = columns.map((rule) => `${ruleTitles[rule]} ${percent(worstFalse(scenarios, rule))}`).join(', ');
  if (rows.length === 0) return [];
  return [
    `The most that each rolls back of good releases, over all scenarios that are claimed: ${worst}.`,
    '',
    ...grid(['worse release', 'rival with at most 1 % false here', 'its median s', 'R', 'P', 'R, P are'], rows),
  ];
}

const CAREFUL = 0.01;

function before(mine: number | null, theirs: number | null): string {
  if (mine === theirs) return 'as early';
  if (theirs === null) return 'earlier';
  return mine !== null && mine < theirs ? 'earlier' : '**later**';
}

function seconds(value: number | null): string {
  return value === null ? '–' : String(value);
}

function percent(value: number): string {
  return `${bare(value)} %`;
}

function bare(value: number): string {
  const hundred = 100 * value;
  return hundred >= 10 || hundred === 0 ? hundred.toFixed(0) : hundred.toFixed(2);
}
