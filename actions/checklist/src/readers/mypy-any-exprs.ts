/** `any-exprs.txt`: for each module the expressions whose type is Any, all expressions, and the share of the others. */
import { counted } from '../evidence/shown.ts';
import { agrees } from './coverage.ts';
import { FINDINGS_KEPT, type Measure, type ReportRead, refusal } from './measure.ts';

const WHAT = "mypy's any-exprs.txt, up to its line of totals";
const ROW = /^\s*(\S+)\s+(\d{1,15})\s+(\d{1,15})\s+(\d+(?:\.\d+)?)%$/;

interface Row {
  readonly name: string;
  readonly anys: number;
  readonly all: number;
}

/** The totals must be those of the modules: a file that is cut off has none. */
export function readAnyExprs(lines: readonly string[]): ReportRead {
  const rows = lines
    .slice(1)
    .filter((line) => !/^-+$/.test(line))
    .map(rowOf);
  const total = rows.at(-1);
  const modules = rows.slice(0, -1).flatMap((row) => row ?? []);
  if (total === undefined || total.name !== 'Total' || modules.length !== rows.length - 1) {
    return refusal(WHAT, 'a file that is cut off or of another shape');
  }
  if (sum(modules, 'anys') !== total.anys || sum(modules, 'all') !== total.all)
    return refusal(WHAT, 'totals that are not those of its modules');
  const typed = modules.filter(({ anys }) => anys > 0).toSorted((one, two) => two.anys - one.anys);
  return {
    measures: new Map(total.all === 0 ? [] : [['typed', typedShare(total)]]),
    defaultMeasure: 'typed',
    findings: typed
      .slice(0, FINDINGS_KEPT)
      .map(({ name, anys }) => ({ text: `${name} has ${counted(anys, 'expression')} of type Any` })),
    counted: total.all,
    hint: 'For the number of errors give the output of `mypy PACKAGE`',
  };
}

function typedShare({ anys, all }: Row): Measure {
  const value = (all - anys) / all;
  const words = [
    'type coverage',
    'type hints coverage',
    'type hint coverage',
    'typed',
    'типизация',
    'покрытие типами',
    'coverage',
  ];
  return {
    value,
    unit: 'share',
    shown: `${all - anys} of ${counted(all, 'expression')} typed`,
    words,
    better: 'higher',
  };
}

function rowOf(line: string): Row | undefined {
  const [, name, anys, all, percent] = ROW.exec(line) ?? [];
  if (name === undefined) return undefined;
  const row = { name, anys: Number(anys), all: Number(all) };
  const share = { covered: row.all - row.anys, all: row.all };
  return row.anys > row.all || !agrees(Number(percent) / 100, share) ? undefined : row;
}

function sum(rows: readonly Row[], of: 'anys' | 'all'): number {
  return rows.reduce((total, row) => total + row[of], 0);
}
