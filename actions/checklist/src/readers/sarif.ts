/** SARIF 2.1.0 (OASIS). Each run must have happened, and have said so where it says anything of it. */
import { counted } from '../evidence/shown.ts';
import { madeAt } from './date.ts';
import { at, jsonOf, listAt, recordOf, textAt } from './json.ts';
import {
  count,
  FINDINGS_KEPT,
  faults,
  type Measure,
  type Refusal,
  type Report,
  type ReportRead,
  refusal,
} from './measure.ts';
import { counts, findingOf, type Level, levelsOf } from './sarif-result.ts';

const WHAT = 'SARIF 2.1.0';

export function readSarif(bytes: Buffer): ReportRead {
  const read = jsonOf(bytes, WHAT);
  if ('refused' in read) return read;
  const runs = listAt(read.json, 'runs');
  if (runs === undefined || textAt(read.json, 'version') !== '2.1.0')
    return refusal(WHAT, 'JSON of another shape or version');
  const trouble = runs.map(troubleOf).find((each) => each !== undefined);
  if (trouble !== undefined) return trouble;
  const commits = new Set(runs.flatMap(commitsOf));
  if (commits.size > 1) return refusal(`${WHAT} of one commit`, `runs of ${commits.size} commits`);
  return reportOf(runs, [...commits][0]);
}

/** 3.14.23: a run without `results` has looked for nothing. 3.20.14: one that failed has not looked to the end. */
function troubleOf(run: unknown): Refusal | undefined {
  if (textAt(run, 'tool', 'driver', 'name') === undefined) return refusal(WHAT, 'a run without a tool');
  if (listAt(run, 'results')?.every((each) => recordOf(each) !== undefined) !== true)
    return refusal(`${WHAT} with results`, 'a run without them');
  const failed = (listAt(run, 'invocations') ?? []).some((each) => at(each, 'executionSuccessful') === false);
  return failed
    ? refusal(
        `${WHAT} of a tool that ran to its end`,
        'executionSuccessful: false',
        'Mend what kept the tool from ending well, and run it again',
      )
    : undefined;
}

function commitsOf(run: unknown): readonly string[] {
  return (listAt(run, 'versionControlProvenance') ?? []).flatMap((each) => textAt(each, 'revisionId') ?? []);
}

interface Counted {
  readonly level: Level;
  readonly result: unknown;
}

const ORDER: readonly Level[] = ['error', 'warning', 'note', 'none'];

function reportOf(runs: readonly unknown[], commit: string | undefined): Report {
  const results = runs.flatMap(resultsOf);
  const faulty = results.filter(({ level }) => level !== 'none');
  const worst = faulty.toSorted((one, two) => ORDER.indexOf(one.level) - ORDER.indexOf(two.level));
  const tools = runs.flatMap(toolOf);
  const ends = runs.flatMap((run) => (listAt(run, 'invocations') ?? []).map((each) => textAt(each, 'endTimeUtc')));
  return {
    measures: measuresOf(faulty, runs.length),
    defaultMeasure: 'results',
    ...madeAt(ends),
    ...(commit === undefined ? {} : { subject: { commit } }),
    ...(tools.length === 0 ? {} : { tool: tools.join(', ') }),
    findings: worst.slice(0, FINDINGS_KEPT).map(({ result }) => findingOf(result)),
    counted: runs.length,
    ...(runs.some(complains) ? { incomplete: COMPLAINS } : {}),
  };
}

const COMPLAINS = {
  why: 'the tool reports errors of its own',
  mend: 'Mend what the tool complains of in its notifications, and run it again',
};

function resultsOf(run: unknown): readonly Counted[] {
  const levelOf = levelsOf(run);
  return (listAt(run, 'results') ?? []).filter(counts).map((result) => ({ level: levelOf(result), result }));
}

function measuresOf(results: readonly Counted[], runs: number): ReadonlyMap<string, Measure> {
  const [errors = 0, warnings = 0, notes = 0] = ORDER.map(
    (each) => results.filter(({ level }) => level === each).length,
  );
  const all = `${counted(results.length, 'finding')} in ${counted(runs, 'run')}`;
  return new Map([
    ['results', faults(results.length, all, ['findings', 'results', 'vulnerabilities', 'уязвимостей'])],
    ['errors', faults(errors, counted(errors, 'error'), ['errors', 'ошибок', 'critical vulnerabilities'])],
    ['warnings', count(warnings, counted(warnings, 'warning'), ['warnings', 'предупреждений'], 'lower')],
    ['notes', count(notes, counted(notes, 'note'), ['notes'], 'lower')],
  ]);
}

/** 3.20.21: an error of the tool, as of a file that it could not read. */
function complains(run: unknown): boolean {
  const invocations = listAt(run, 'invocations') ?? [];
  const notifications = invocations.flatMap((each) => [
    ...(listAt(each, 'toolExecutionNotifications') ?? []),
    ...(listAt(each, 'toolConfigurationNotifications') ?? []),
  ]);
  return notifications.some((each) => textAt(each, 'level') === 'error');
}

function toolOf(run: unknown): readonly string[] {
  const name = textAt(run, 'tool', 'driver', 'name');
  const version = textAt(run, 'tool', 'driver', 'semanticVersion') ?? textAt(run, 'tool', 'driver', 'version');
  return name === undefined ? [] : [`${name}${version === undefined ? '' : ` ${version}`}`.slice(0, 80)];
}
