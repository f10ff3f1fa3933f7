/** `coverage json` of coverage.py (its documentation, "JSON reporting"). */
import { counted } from '../evidence/shown.ts';
import { agrees, type Covered, coverageMeasure, leastCovered } from './coverage.ts';
import { madeAt } from './date.ts';
import { at, countAt, jsonOf, numberAt, recordOf, textAt } from './json.ts';
import { type Measure, type ReportRead, refusal } from './measure.ts';
import { placeOf } from './text.ts';

const WHAT = 'the JSON of `coverage json`';

export function readCoveragePy(bytes: Buffer): ReportRead {
  const read = jsonOf(bytes, WHAT);
  if ('refused' in read) return read;
  const totals = at(read.json, 'totals');
  const percent = numberAt(totals, 'percent_covered');
  const lines = coveredIn(totals, 'covered_lines', 'num_statements');
  const files = recordOf(at(read.json, 'files'));
  if (percent === undefined || lines === undefined || files === undefined)
    return refusal(WHAT, 'JSON without its totals or files');
  const branches = coveredIn(totals, 'covered_branches', 'num_branches') ?? { covered: 0, all: 0 };
  const both = { covered: lines.covered + branches.covered, all: lines.all + branches.all };
  if (!agrees(percent / 100, both))
    return refusal(`${WHAT} whose percent_covered agrees with its counts`, 'another one');
  const each = Object.entries(files).map(([file, one]) => ({
    file,
    lines: coveredIn(at(one, 'summary'), 'covered_lines', 'num_statements'),
  }));
  const found = each.flatMap(({ file, lines: of }) => (of === undefined ? [] : [{ file: placeOf(file), ...of }]));
  if (found.reduce((sum, { all }) => sum + all, 0) !== lines.all)
    return refusal(`${WHAT} whose totals are those of its files`, 'others');
  const version = textAt(read.json, 'meta', 'version');
  return {
    measures: new Map(measuresOf(both, lines, branches)),
    defaultMeasure: 'coverage',
    ...madeAt([textAt(read.json, 'meta', 'timestamp')]),
    ...(version === undefined ? {} : { tool: `coverage.py ${version}` }),
    findings: leastCovered(found),
    counted: lines.all,
    hint: 'Make the report with branches (`coverage run --branch`), or name `measure: lines`',
  };
}

/** With branches, coverage.py's percentage is of lines and branches together. */
function measuresOf(both: Covered, lines: Covered, branches: Covered): [string, Measure][] {
  const ofLines = coverageMeasure('lines', lines);
  if (ofLines === undefined) return [];
  const ofBranches = coverageMeasure('branches', branches);
  const shown = `${ofLines.shown}${branches.all === 0 ? '' : ` and ${counted(branches.all, 'branch', 'branches')}`}`;
  const coverage: Measure = { ...ofLines, value: both.covered / both.all, shown };
  const measures: [string, Measure][] = [
    ['coverage', coverage],
    ['lines', { ...ofLines, words: ['line coverage', 'lines'] }],
  ];
  return ofBranches === undefined ? measures : [...measures, ['branches', ofBranches]];
}

function coveredIn(of: unknown, coveredKey: string, allKey: string): Covered | undefined {
  const covered = countAt(of, coveredKey);
  const all = countAt(of, allKey);
  return covered === undefined || all === undefined || covered > all ? undefined : { covered, all };
}
