/** `npm audit --json`: version 2 (npm 7 and later) and version 1 (npm 6, pnpm). */
import { counted } from '../evidence/shown.ts';
import { at, countAt, type JsonRecord, jsonOf, numberAt, recordOf, textAt } from './json.ts';
import { type Finding, faults, firstOf, type Measure, type ReportRead, refusal } from './measure.ts';

const WHAT = 'the report of `npm audit --json`';
const MEND = 'Run `npm audit --json > FILE` with a package-lock.json and a registry that has audits';

/** Worst first. */
const SEVERITIES: readonly string[] = ['critical', 'high', 'moderate', 'low', 'info'];

export function readNpmAudit(bytes: Buffer): ReportRead {
  const read = jsonOf(bytes, WHAT, MEND);
  if ('refused' in read) return read;
  const { json } = read;
  if (at(json, 'error') !== undefined) return refusal(WHAT, 'the error of an audit that did not happen', MEND);
  const found = recordOf(at(json, numberAt(json, 'auditReportVersion') === 2 ? 'vulnerabilities' : 'advisories'));
  const said = recordOf(at(json, 'metadata', 'vulnerabilities'));
  const packages = packagesIn(json);
  if (found === undefined || said === undefined || packages === undefined)
    return refusal(WHAT, 'JSON of another shape', MEND);
  const severities = Object.values(found).map((each) => textAt(each, 'severity'));
  const counts = SEVERITIES.map((each) => {
    const inList = severities.filter((severity) => severity === each).length;
    return [each, Math.max(countAt(said, each) ?? 0, inList)] as const;
  });
  const total = Math.max(
    countAt(said, 'total') ?? 0,
    severities.length,
    counts.reduce((sum, [, count]) => sum + count, 0),
  );
  return {
    measures: new Map([
      ['vulnerabilities', allOf(total, packages)],
      ...counts.map(([severity, count]) => [severity, ofSeverity(severity, count)] as const),
    ]),
    defaultMeasure: 'vulnerabilities',
    findings: firstOf(findingsIn(found)),
    counted: packages,
  };
}

function allOf(total: number, packages: number): Measure {
  const shown = `${counted(total, 'vulnerability', 'vulnerabilities')} in ${counted(packages, 'package')}`;
  return faults(total, shown, ['vulnerabilities', 'уязвимостей', 'npm audit']);
}

const RUSSIAN: ReadonlyMap<string, string> = new Map(
  Object.entries({ critical: 'критических', high: 'высоких', moderate: 'средних', low: 'низких' }),
);

function ofSeverity(severity: string, count: number): Measure {
  const russian = RUSSIAN.get(severity);
  const words = [
    `${severity} vulnerabilities`,
    severity,
    ...(russian === undefined ? [] : [russian, `${russian} уязвимостей`]),
  ];
  return faults(count, counted(count, `${severity} vulnerability`, `${severity} vulnerabilities`), words);
}

/** How many packages were looked at: `total` leaves the project itself out. */
function packagesIn(json: unknown): number | undefined {
  const { dependencies, totalDependencies } = recordOf(at(json, 'metadata')) ?? {};
  if (typeof totalDependencies === 'number') return countAt({ totalDependencies }, 'totalDependencies');
  return countAt(dependencies, 'total');
}

/** Names of packages with their severity; version 1 has the name of the module inside of the advisory. */
function findingsIn(found: JsonRecord): readonly Finding[] {
  const each = Object.entries(found).map(([key, value]) => ({
    name: textAt(value, 'module_name') ?? key,
    severity: textAt(value, 'severity') ?? '',
  }));
  const rank = (severity: string) => {
    const index = SEVERITIES.indexOf(severity);
    return index < 0 ? SEVERITIES.length : index;
  };
  return each
    .toSorted((one, two) => rank(one.severity) - rank(two.severity))
    .map(({ name, severity }) => ({ text: `${name} has a vulnerability of severity ${severity}` }));
}
