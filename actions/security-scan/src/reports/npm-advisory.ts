/** What both versions of npm's report say of an advisory, as a finding. */
import { PackageURL } from 'packageurl-js';
import { Range, satisfies, valid } from 'semver';
import type { RawFinding, Severity } from '../finding.ts';
import type { LockEntry, Lockfile } from '../lockfile/lockfile.ts';
import { said } from './json.ts';

export interface Advisory {
  /** The first is the one that people see. */
  readonly ids: readonly string[];
  readonly title: string;
  readonly severity: string | undefined;
  readonly range: string | null;
  /** `>=2.3.4`, where the report has it. */
  readonly patched?: string;
  readonly cwe: readonly string[];
}

/** Where a package with an advisory is installed. */
export interface Occurrence {
  readonly name: string;
  readonly version: string | null;
  readonly entry: LockEntry | undefined;
  readonly via: readonly string[];
  readonly fix: string | undefined;
}

const severities: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  high: 'high',
  moderate: 'medium',
  medium: 'medium',
  low: 'low',
  info: 'low',
};

/** What npm says of severity; a word that we do not know is none. */
export function severityOf(word: string | undefined): Severity | null {
  return word !== undefined && Object.hasOwn(severities, word) ? (severities[word] ?? null) : null;
}

/** Signs of a range; one that is longer was written by nobody, and comparing its parts with each other takes long. */
const longestRange = 2_000;

const loose = { includePrerelease: true, loose: true };

/** Whether a version is meant; what cannot be compared is. */
export function isIn(version: string | null, range: string | null): boolean {
  if (version === null || range === null || range.length > longestRange) return true;
  if (valid(version, loose) === null) return true;
  try {
    return satisfies(version, new Range(range, loose), loose);
  } catch {
    return true;
  }
}

/** npm's word for "not mended yet": `<99.999.99999`. */
const never = /^9{2,}\.9{3,}\./;

/** The first version behind the affected ones that contain `version`; null where the range has no open end there. */
export function fixedIn(range: string | null, version: string | null): string | null {
  if (range === null || range.length > longestRange) return null;
  try {
    const parts = new Range(range, loose).set;
    const own = parts.filter((part) => version === null || part.every((each) => each.test(version)));
    const ends = new Set(own.map((part) => endOf(part, parts)));
    const [end = null] = ends;
    return ends.size === 1 && end !== null && !never.test(end) ? end : null;
  } catch {
    return null;
  }
}

type Part = Range['set'][number];

function endOf(part: Part, parts: readonly Part[]): string | null {
  const seen = new Set<Part>();
  for (let at: Part | undefined = part; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const end: string | undefined = at.find(({ operator }) => operator === '<')?.semver.version;
    if (end === undefined) return null;
    at = parts.find((each) => each.every((comparator) => comparator.test(end)));
    if (at === undefined) return end.replace(/-0$/, '');
  }
  return null;
}

/** Ids from the address of an advisory, then what else is known of it, each once. */
export function idsOf(
  url: string | undefined,
  others: readonly string[],
  number: number | undefined,
): readonly string[] {
  const written = [url ?? '', ...others].flatMap((text) => officialId(text) ?? []);
  const ids = [...new Set(written)].toSorted(
    (one, two) => Number(two.startsWith('GHSA')) - Number(one.startsWith('GHSA')),
  );
  return ids.length > 0 ? ids : [number === undefined ? 'npm-advisory' : `npm-${number}`];
}

/** `GHSA-2f4h-9q7m-c3vx` or `CVE-2021-23337`, as they are written officially. */
export function officialId(text: string): string | undefined {
  const ghsa = /\bGHSA((?:-[0-9a-z]{4}){3})\b/i.exec(text)?.[1];
  if (ghsa !== undefined) return `GHSA${ghsa.toLowerCase()}`;
  return /\bCVE-\d{4}-\d{4,}\b/i.exec(text)?.[0].toUpperCase();
}

/** Made of the id alone: a link from a report is not to be followed. */
export function pageOf(id: string): string | undefined {
  if (id.startsWith('GHSA-')) return `https://github.com/advisories/${id}`;
  if (id.startsWith('CVE-')) return `https://nvd.nist.gov/vuln/detail/${id}`;
  return /^(?:PYSEC|OSV|RUSTSEC|GO|MAL)-[\w-]+$/.test(id) ? `https://osv.dev/vulnerability/${id}` : undefined;
}

export function npmFinding(
  advisory: Advisory,
  at: Occurrence,
  lock: Lockfile | undefined,
  path: string | null,
): RawFinding {
  const { name, version, entry, via, fix } = at;
  const [rule = 'npm-advisory'] = advisory.ids;
  const fixed = fixedIn(advisory.range, version) ?? patchedIn(advisory.patched, version);
  const title = said(advisory.title, 200) || rule;
  const helpUri = pageOf(rule);
  return {
    category: 'dependency',
    rule,
    title,
    severity: severityOf(advisory.severity),
    message: messageOf(title, at, advisory.range, fixed),
    location: placeOf(entry, lock, path),
    package: { purl: npmPurl(name, version), name, version, range: advisory.range, fixed, via },
    advisories: advisory.ids,
    ...(fix === undefined ? {} : { fix }),
    ...(helpUri === undefined ? {} : { helpUri }),
    ...(advisory.cwe.length === 0 ? {} : { cwe: advisory.cwe }),
  };
}

function messageOf(
  title: string,
  { name, version, via }: Occurrence,
  range: string | null,
  fixed: string | null,
): string {
  const parts = [`${said(name)}${version === null ? '' : ` ${said(version, 40)}`}: ${title}`];
  if (range !== null) parts.push(`affected ${said(range)}`);
  if (fixed !== null) parts.push(`mended in ${fixed}`);
  if (via.length > 0) parts.push(`comes with ${said(via.join(' > '), 200)}`);
  return parts.join('; ');
}

function placeOf(
  entry: LockEntry | undefined,
  lock: Lockfile | undefined,
  path: string | null,
): RawFinding['location'] {
  if (entry === undefined || lock === undefined) return path === null ? null : { path };
  const { line, column, endColumn } = entry;
  return { path: lock.path, line, column, endLine: line, endColumn };
}

/** `>=2.3.4` is 2.3.4; `<0.0.0` is how version 1 says "never". */
function patchedIn(patched: string | undefined, version: string | null): string | null {
  if (patched === undefined || patched.length > longestRange) return null;
  const bounds = [...patched.matchAll(/>=\s*(\d[\w.+-]*)/g)].flatMap((match) => match[1] ?? []);
  const above = bounds.filter((bound) => version === null || isIn(bound, `>${version}`));
  return above.length === 1 ? (above[0] ?? null) : null;
}

/** Half of a pair of UTF-16 cannot be written in an address. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

export function npmPurl(name: string, version: string | null): string {
  const [whole, exact] = [wellFormed(name), version === null ? undefined : wellFormed(version)];
  const slash = whole.startsWith('@') ? whole.indexOf('/') : -1;
  const scope = slash < 0 ? undefined : whole.slice(0, slash);
  try {
    return new PackageURL('npm', scope, whole.slice(slash + 1), exact, undefined, undefined).toString();
  } catch {
    return `pkg:npm/${encodeURIComponent(whole)}`;
  }
}

/** npm's rule for names: what is pasted into a shell must be nothing else. */
const packageName = /^(?:@[a-z0-9~-][\w.~-]*\/)?[a-zA-Z0-9~_][\w.~-]*$/;

/** What writes the lock; what yarn's two kinds both know is `add` alone, and pnpm's own packages are all that it updates. */
const programs: readonly (readonly [RegExp, Readonly<Record<'update' | 'install', string | undefined>>])[] = [
  [/(?:^|\/)pnpm-lock\.yaml$/, { update: undefined, install: 'pnpm add' }],
  [/(?:^|\/)yarn\.lock$/, { update: undefined, install: 'yarn add' }],
];

/** `cd frontend && npm update fast-order-xml`; undefined where a name or a version is none, or no command is known. */
export function npmCommand(
  lock: string | null,
  verb: 'update' | 'install',
  name: string,
  version?: string,
): string | undefined {
  if (!packageName.test(name) || (version !== undefined && valid(version) === null)) return undefined;
  const program = programs.find(([pattern]) => pattern.test(lock ?? ''))?.[1] ?? {
    update: 'npm update',
    install: 'npm install',
  };
  const folder = (lock ?? '').slice(0, Math.max(0, lock?.lastIndexOf('/') ?? 0));
  // A folder whose name breaks a line is pasted by nobody.
  if (program[verb] === undefined || /\p{Cc}/u.test(folder)) return undefined;
  const command = `${program[verb]} ${name}${version === undefined ? '' : `@${version}`}`;
  return folder === '' ? command : `cd ${shellWord(folder)} && ${command}`;
}

function shellWord(text: string): string {
  return /^[\w./][\w./@+-]*$/.test(text) ? text : `'./${text.replaceAll("'", "'\\''")}'`;
}
