/** The policy of one run: what the section `security` says, with its defaults, and what inputs add to it. Pure. */
import { pathPattern } from '@shipgate/kit/path-pattern';
import type { Fault, Security, SecurityAllowEntry } from '@shipgate/schemas';
import { reportParts, secondsOf } from '@shipgate/schemas';
import type { Policy } from '../facts.ts';
import type { AllowEntry } from './allow.ts';
import { packagePattern } from './package-range.ts';

export interface ReportPath {
  /** A scanner, or `sarif`. */
  readonly name: string;
  /** From the top of the repository, with `*` and `**`. */
  readonly path: string;
}

/** A file, and who names it: what the policy names is read from the commit that decides, what the workflow names from the checkout. */
export interface NamedFile {
  /** From the top of the repository. */
  readonly path: string;
  readonly by: 'policy' | 'input';
}

export interface Settings extends Policy {
  readonly scanners: {
    /** Each that has something to look at and is there runs too. */
    readonly auto: boolean;
    /** They have to answer. */
    readonly named: readonly string[];
  };
  readonly reports: readonly ReportPath[];
  readonly kevFile: NamedFile | undefined;
  readonly baseline: NamedFile | undefined;
  /** Patterns of paths that embedded scanners do not look at. */
  readonly exclude: readonly string[];
  /** Of each scanner. */
  readonly timeoutMs: number;
  readonly contracts: readonly { readonly tool: 'buf' | 'oasdiff' | 'openapi-diff'; readonly path: string }[];
}

/** What the inputs ask for; undefined: nothing. */
export interface AskedInputs {
  readonly scanners: 'auto' | 'none' | readonly string[] | undefined;
  readonly reports: readonly ReportPath[];
  /** From the top of the repository. */
  readonly kevFile: string | undefined;
  readonly baseline: string | undefined;
  readonly timeoutMs: number | undefined;
}

export interface Resolved {
  readonly settings: Settings;
  /** Ranges of versions that their ecosystem does not know, by the index of the entry; such an entry allows nothing. */
  readonly refusals: readonly { readonly index: number; readonly expected: string; readonly got: string }[];
  /** Inputs that have no effect, because the policy says otherwise. */
  readonly warnings: readonly Fault[];
}

const DAY_MS = 86_400_000;
const DEFAULT_TIMEOUT_MS = 300_000;

export const noInputs: AskedInputs = {
  scanners: undefined,
  reports: [],
  kevFile: undefined,
  baseline: undefined,
  timeoutMs: undefined,
};

/** Inputs belong to the workflow: they add to what the policy names, and choose where it is silent. */
export function resolveSettings(section: Security, asked: AskedInputs): Resolved {
  const entries = (section.allow ?? []).map((entry, index) => readEntry(entry, index));
  const { 'kev-file': kevFile, baseline, timeout } = section;
  const timeoutMs = timeout === undefined ? undefined : milliseconds(timeout, DEFAULT_TIMEOUT_MS);
  const settings: Settings = {
    onError: section['on-error'] ?? 'block',
    unknownSeverity: section['unknown-severity'] ?? 'high',
    failOn: { severity: section['fail-on']?.severity ?? 'high', state: section['fail-on']?.state ?? 'new' },
    allow: entries.flatMap((entry) => ('got' in entry ? [] : [entry])),
    horizonDays: Math.floor(milliseconds(section['allow-horizon'], 90 * DAY_MS) / DAY_MS),
    inline: section['inline-allowances'] === 'honour',
    scanners: scannersOf(section.scanners, asked.scanners),
    reports: reportsOf(section, asked),
    kevFile: fileOf(kevFile, asked.kevFile),
    baseline: fileOf(baseline, asked.baseline),
    exclude: section.exclude ?? [],
    timeoutMs: timeoutMs ?? asked.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    contracts: section.contracts ?? [],
  };
  const refusals = entries.flatMap((entry) => ('got' in entry ? [entry] : []));
  const warnings = [
    ...(asked.scanners === 'none' && section.scanners !== undefined && section.scanners !== 'none'
      ? [unused('scanners', 'none', `scanners: ${[section.scanners].flat().join(', ')}`)]
      : []),
    ...unusedFile('kev-file', kevFile, asked.kevFile),
    ...unusedFile('baseline', baseline, asked.baseline),
    ...(timeout === undefined || asked.timeoutMs === undefined || asked.timeoutMs === timeoutMs
      ? []
      : [unused('timeout', `${asked.timeoutMs / 1000}s`, `timeout: ${timeout}`)]),
  ];
  return { settings, refusals, warnings };
}

function readEntry(entry: SecurityAllowEntry, index: number): AllowEntry | Resolved['refusals'][number] {
  const pattern = entry.package === undefined ? undefined : packagePattern(entry.package);
  if (pattern !== undefined && 'expected' in pattern) return { index, ...pattern };
  const { advisory, fingerprint, rule, path, reason, expires } = entry;
  return {
    index,
    ...(advisory === undefined ? {} : { advisory }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(rule === undefined ? {} : { rule }),
    ...(pattern === undefined ? {} : { package: pattern }),
    ...(path === undefined ? {} : { path: pathPattern(path.endsWith('/') ? `${path}**` : path) }),
    reason: reason.trim(),
    expires,
  };
}

function scannersOf(policy: Security['scanners'], asked: AskedInputs['scanners']): Settings['scanners'] {
  const chosen = policy ?? asked ?? 'auto';
  const ways = [chosen, asked ?? chosen];
  const named = ways.flatMap((way) => (typeof way === 'string' ? [] : way));
  return { auto: ways.includes('auto'), named: [...new Set(named)] };
}

function reportsOf(section: Security, { reports }: AskedInputs): readonly ReportPath[] {
  const all = [...(section.reports ?? []).flatMap((text) => reportParts(text) ?? []), ...reports];
  const keys = all.map(({ name, path }) => `${name}=${path}`);
  return all.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

function fileOf(ofPolicy: string | undefined, ofInput: string | undefined): NamedFile | undefined {
  if (ofPolicy !== undefined) return { path: ofPolicy, by: 'policy' };
  return ofInput === undefined ? undefined : { path: ofInput, by: 'input' };
}

function unusedFile(input: string, ofPolicy: string | undefined, ofInput: string | undefined): readonly Fault[] {
  if (ofPolicy === undefined || ofInput === undefined || ofPolicy === ofInput) return [];
  return [unused(input, ofInput, `${input}: ${ofPolicy}`)];
}

function unused(input: string, got: string, policy: string): Fault {
  return {
    title: `input ${input} has no effect`,
    expected: `${policy}, as the policy says`,
    got,
    do: `the policy says ${policy}; change it there, or take the input away`,
  };
}

/** Of `7d`, `90s`; the schema has judged it. */
function milliseconds(text: string | undefined, otherwise: number): number {
  const seconds = secondsOf(text);
  return seconds === undefined ? otherwise : seconds * 1000;
}
