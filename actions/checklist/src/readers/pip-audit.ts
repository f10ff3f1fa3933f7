/** `pip-audit --format json`: an object with `dependencies` and `fixes`, or (before 2.0) the list of dependencies alone. */
import { cut } from '@shipgate/kit/escape';
import { counted } from '../evidence/shown.ts';
import { at, jsonOf, listAt, listOf, recordOf, textAt } from './json.ts';
import { count, type Finding, faults, firstOf, type ReportRead, refusal } from './measure.ts';

const WHAT = 'the report of `pip-audit --format json`';
const MEND = 'Run `pip-audit --format json --output FILE --requirement requirements.txt`';

interface Package {
  readonly name: string;
  /** Ids of what is known against it. */
  readonly vulnerabilities: readonly string[];
  /** Why it was not looked at. */
  readonly skipped: string | undefined;
}

export function readPipAudit(bytes: Buffer): ReportRead {
  const read = jsonOf(bytes, WHAT, MEND);
  if ('refused' in read) return read;
  const packages = (listOf(read.json) ?? listAt(read.json, 'dependencies'))?.map(packageOf);
  if (packages === undefined || packages.includes(undefined)) return refusal(WHAT, 'JSON of another shape', MEND);
  const all = packages.flatMap((each) => each ?? []);
  const audited = all.filter(({ skipped }) => skipped === undefined);
  const unknown = all.filter(({ skipped }) => skipped !== undefined && skipped !== OWN);
  const found = audited.reduce((sum, { vulnerabilities }) => sum + vulnerabilities.length, 0);
  const shown = `${counted(found, 'vulnerability', 'vulnerabilities')} in ${counted(audited.length, 'package')}`;
  return {
    measures: new Map([
      ['vulnerabilities', faults(found, shown, ['vulnerabilities', 'уязвимостей', 'pip-audit'])],
      [
        'skipped',
        count(
          unknown.length,
          `${counted(unknown.length, 'package')} not audited`,
          ['skipped', 'packages not audited'],
          'lower',
        ),
      ],
    ]),
    defaultMeasure: 'vulnerabilities',
    findings: firstOf(audited.flatMap(findingsOf)),
    counted: audited.length,
    ...(unknown[0] === undefined ? {} : { incomplete: incomplete(unknown[0].name, unknown.length) }),
  };
}

/** Of `--skip-editable`: the project itself, which no index knows. */
const OWN = 'distribution marked as editable';

function incomplete(name: string, packages: number): { why: string; mend: string } {
  const more = packages === 1 ? '' : ` and ${packages - 1} more`;
  return {
    why: `pip-audit could not look at ${cut(name, 80)}${more}`,
    mend: 'Run `pip-audit` where the index knows these packages; for the project itself install it with `pip install --editable` and add `--skip-editable`',
  };
}

function packageOf(value: unknown): Package | undefined {
  const name = textAt(value, 'name');
  const skipped = textAt(value, 'skip_reason');
  const list = listAt(value, 'vulns');
  if (name === undefined || (skipped === undefined && list === undefined)) return undefined;
  const vulnerabilities = (list ?? []).map((each) =>
    recordOf(each) === undefined ? 'unknown' : String(at(each, 'id') ?? 'unknown'),
  );
  // What is skipped and has something against it all the same counts as looked at.
  return { name, vulnerabilities, skipped: vulnerabilities.length > 0 ? undefined : skipped };
}

function findingsOf({ name, vulnerabilities }: Package): readonly Finding[] {
  return vulnerabilities.map((id) => ({ text: `${name} has ${id.slice(0, 40)}` }));
}
