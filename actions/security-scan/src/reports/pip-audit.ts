/** Saved reports of `pip-audit --format json`: an object with `dependencies`, or (before 2.0) the list of them alone. */
import { compare, eq, valid } from '@renovatebot/pep440';
import { PackageURL } from 'packageurl-js';
import type { Location, NoAnswer, RawFinding, ReportContent, ReportRead } from '../finding.ts';
import { distinctIds } from '../identity/advisories.ts';
import { type LockEntry, type Lockfile, pythonName } from '../lockfile/lockfile.ts';
import type { ReportBytes, ReportOrigin, ReportReader } from '../ports.ts';
import { jsonOf, listAt, said, textAt, textsAt, unread } from './json.ts';
import { officialId, pageOf, wellFormed } from './npm-advisory.ts';

const expected = {
  what: 'a report of `pip-audit --format json`',
  mend: 'Run `pip-audit --format json --output FILE --requirement requirements.txt`',
};

interface Audited {
  readonly name: string;
  readonly version: string | null;
  readonly vulnerabilities: readonly unknown[];
  /** Why it was not looked at. */
  readonly skipped: string | undefined;
}

export const readPipAudit: ReportReader = (bytes, origin) => pipAuditReport(bytes, origin).read;

export interface PipAuditReport {
  readonly read: ReportRead;
  /** Whether it has an entry of this package in this version: versions are compared as Python does. */
  names(name: string, version: string): boolean;
}

export function pipAuditReport(bytes: ReportBytes, origin: ReportOrigin): PipAuditReport {
  const packages = packagesIn(bytes, origin);
  if ('trouble' in packages) return { read: packages, names: () => false };
  const byName = new Map<string, Audited[]>();
  for (const each of packages) {
    const name = pythonName(each.name);
    byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  const names = (name: string, version: string) =>
    (byName.get(pythonName(name)) ?? []).some((each) => isOf(each, version));
  return { read: whole(contentOf(packages, origin), packages, origin), names };
}

/** One that was passed over has no version, and is told as such. */
function isOf({ skipped, version }: Audited, wanted: string): boolean {
  return skipped !== undefined || (version !== null && isVersion({ version: wanted }, version));
}

function packagesIn(bytes: ReportBytes, origin: ReportOrigin): readonly Audited[] | NoAnswer {
  const read = jsonOf(bytes, origin, expected);
  if ('trouble' in read) return read;
  const list = Array.isArray(read.json) ? (read.json as readonly unknown[]) : listAt(read.json, 'dependencies');
  if (list === undefined) return unread(origin, expected, 'JSON of another shape');
  const packages: Audited[] = [];
  for (const [index, each] of list.entries()) {
    const audited = auditedOf(each);
    if (typeof audited === 'string') return unread(origin, expected, `entry ${index + 1} with ${audited}`);
    packages.push(audited);
  }
  return packages.length === 0 ? unread(origin, expected, 'a report over 0 packages') : packages;
}

function auditedOf(value: unknown): Audited | string {
  const name = textAt(value, 'name');
  const skipped = textAt(value, 'skip_reason');
  const vulnerabilities = listAt(value, 'vulns');
  if (name === undefined || name === '') return 'no name';
  if (vulnerabilities === undefined && skipped === undefined) return 'neither "vulns" nor "skip_reason"';
  if (vulnerabilities?.some((each) => textAt(each, 'id') === undefined)) return 'a vulnerability without an id';
  return { name, version: textAt(value, 'version') ?? null, vulnerabilities: vulnerabilities ?? [], skipped };
}

function contentOf(packages: readonly Audited[], origin: ReportOrigin): ReportContent {
  const looked = packages.filter(({ skipped }) => skipped === undefined).length;
  const findings = eachOnce(packages).flatMap((each) => findingsOf(each, origin));
  return {
    findings,
    secrets: [],
    version: null,
    seen: `${looked.toLocaleString('en')} ${looked === 1 ? 'package' : 'packages'}`,
  };
}

/** Several files of requirements may name a package, each in its own spelling. */
function eachOnce(packages: readonly Audited[]): readonly Audited[] {
  const byKey = new Map<string, Audited>();
  for (const each of packages) {
    const key = `${pythonName(each.name)} ${each.version}`;
    const same = byKey.get(key);
    const vulnerabilities = [...(same?.vulnerabilities ?? []), ...each.vulnerabilities];
    byKey.set(key, { ...(same ?? each), vulnerabilities });
  }
  return [...byKey.values()];
}

/** Of `--skip-editable`: the project itself, which no index knows. */
const own = /^(?:distribution|requirement) marked as editable$/;

/** pip-audit exits 0 over packages that it could not look at, and calls that "no known vulnerabilities": here it is no answer. */
function whole(found: ReportContent, packages: readonly Audited[], { file }: ReportOrigin): ReportRead {
  const skipped = packages.filter((each) => each.skipped !== undefined && !own.test(each.skipped));
  const [first] = skipped;
  if (first === undefined) return found;
  const more = skipped.length === 1 ? '' : ` and ${skipped.length - 1} more`;
  const got = `${said(first.name)}${more} of ${packages.length} not looked at: ${said(first.skipped ?? '')}`;
  const mend =
    'Audit where the index knows these packages; the project itself is left out with `--skip-editable` when it is installed with `--editable`';
  return { trouble: { expected: 'an answer for every package', got, mend, place: { file } }, found };
}

function findingsOf(audited: Audited, origin: ReportOrigin): readonly RawFinding[] {
  const places = placesOf(audited, origin);
  const byId = new Map(audited.vulnerabilities.map((each) => [textAt(each, 'id') ?? '', each]));
  return [...byId].flatMap(([id, each]) => places.map((place) => findingOf(id, each, audited, place)));
}

interface Place {
  readonly location: Location | null;
  readonly lock: string | null;
}

/** A finding for each file that pins the package: each has to be mended. */
function placesOf({ name, version }: Audited, { locks = [], has }: ReportOrigin): readonly Place[] {
  const pins = locks.filter(({ kind }) => kind === 'python').flatMap((lock) => pinsIn(lock, name, version));
  if (pins.length > 0) return pins;
  const path = ['requirements.txt', 'poetry.lock', 'uv.lock', 'Pipfile.lock', 'pyproject.toml', 'setup.py'].find(has);
  return [{ location: path === undefined ? null : { path }, lock: path ?? null }];
}

function pinsIn(lock: Lockfile, name: string, version: string | null): readonly Place[] {
  const entry = lock.named(name).find((each) => isVersion(each, version));
  if (entry === undefined) return [];
  const { line, column, endColumn } = entry;
  return [{ location: { path: lock.path, line, column, endLine: line, endColumn }, lock: lock.path }];
}

function isVersion(entry: Pick<LockEntry, 'version'>, version: string | null): boolean {
  if (entry.version === null || version === null || entry.version === version) return true;
  return valid(entry.version) !== null && valid(version) !== null && eq(entry.version, version);
}

function findingOf(id: string, value: unknown, { name, version }: Audited, { location, lock }: Place): RawFinding {
  const rule = officialId(id) ?? said(id, 60);
  const fixed = fixedIn(textsAt(value, 'fix_versions'), version);
  const description = said(textAt(value, 'description') ?? '', 300);
  const shown = `${said(name)}${version === null ? '' : ` ${said(version, 40)}`}`;
  const fix = fixed === null ? undefined : commandFor(lock, pythonName(name), fixed);
  const helpUri = pageOf(rule);
  return {
    category: 'dependency',
    rule,
    title: sentenceOf(description) || rule,
    severity: null,
    message: [`${shown}: ${description || rule}`, ...(fixed === null ? [] : [`mended in ${fixed}`])].join('; '),
    location,
    package: { purl: purlOf(name, version), name, version, range: null, fixed, via: [] },
    advisories: distinctIds([rule, ...aliasesOf(value)]),
    ...(fix === undefined ? {} : { fix }),
    ...(helpUri === undefined ? {} : { helpUri }),
  };
}

/** pip-audit has them as a set, in another order in each run. */
function aliasesOf(value: unknown): readonly string[] {
  return textsAt(value, 'aliases')
    .map((alias) => officialId(alias) ?? said(alias, 60))
    .toSorted();
}

function sentenceOf(description: string): string {
  return said(/^.+?[.!?](?=\s)/.exec(description)?.[0].slice(0, -1) ?? description, 120);
}

/** The smallest one above the version that is installed. */
function fixedIn(versions: readonly string[], version: string | null): string | null {
  const known = versions.filter((each) => valid(each) !== null).toSorted((one, two) => compare(one, two));
  if (version === null || valid(version) === null) return known.length === 1 ? (known[0] ?? null) : null;
  return known.find((each) => compare(each, version) > 0) ?? null;
}

function purlOf(name: string, version: string | null): string {
  const [own, exact] = [wellFormed(pythonName(name)), version === null ? undefined : wellFormed(version)];
  try {
    return new PackageURL('pypi', undefined, own, exact, undefined, undefined).toString();
  } catch {
    return `pkg:pypi/${encodeURIComponent(own)}`;
  }
}

const commands: readonly (readonly [RegExp, (name: string, version: string) => string])[] = [
  [/(?:^|\/)poetry\.lock$/, (name) => `poetry update ${name}`],
  [/(?:^|\/)uv\.lock$/, (name, version) => `uv lock --upgrade-package ${name}==${version}`],
  [/(?:^|\/)pdm\.lock$/, (name) => `pdm update ${name}`],
  [/(?:^|\/)Pipfile\.lock$/, (name) => `pipenv upgrade ${name}`],
];

/** The command of the tool that writes the lock; for a requirements file there is none that fits all. */
function commandFor(lock: string | null, name: string, version: string): string | undefined {
  const command = commands.find(([pattern]) => lock !== null && pattern.test(lock))?.[1];
  const folder = lock === null || !lock.includes('/') ? '' : lock.slice(0, lock.lastIndexOf('/'));
  // Pasted into a shell: nothing but names.
  if (command === undefined || !/^[a-z0-9-]+$/.test(name) || !/^[\w./@+-]*$/.test(folder)) return undefined;
  return `${folder === '' ? '' : `cd ./${folder} && `}${command(name, version)}`;
}
