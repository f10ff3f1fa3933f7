/**
 * SARIF 2.1.0 (OASIS) of any tool: semgrep, trivy, checkov, codeql, osv-scanner, eslint… A run that looked at nothing, or
 * not to its end, is never "nothing found".
 */
import type { NoAnswer, RawFinding, ReportContent, ReportRead } from '../finding.ts';
import { isTrouble } from '../finding.ts';
import type { ReportBytes, ReportOrigin, ReportReader } from '../ports.ts';
import type { Expected } from './json.ts';
import { jsonOf, recordOf, said, unread } from './json.ts';
import { at, listAt, textAt, wholeAt } from './sarif-fields.ts';
import { findingsOf, isFinding } from './sarif-result.ts';

const EXPECTED: Expected = {
  what: 'a SARIF 2.1.0 report',
  mend: 'Let the tool write its report as SARIF 2.1.0, and save all of it',
};

/** What one tool of a file says. */
export interface DriverRead {
  /** Name of the driver: `Semgrep OSS`. */
  readonly tool: string;
  readonly read: ReportRead;
}

/** All runs of a file as one report; `tool` joins the names of their drivers. One run without an answer is no answer of all. */
export const readSarif: ReportReader = (bytes, origin) => {
  const runs = readSarifRuns(bytes, origin);
  return 'trouble' in runs ? runs : joined(runs.map(({ read }) => read));
};

/** The runs of a file by driver, in the order of the file, or why it is no SARIF. */
export function readSarifRuns(bytes: ReportBytes, origin: ReportOrigin): readonly DriverRead[] | NoAnswer {
  const document = jsonOf(bytes, origin, EXPECTED);
  if ('trouble' in document) return document;
  const { json } = document;
  const fault = shapeFault(json);
  if (fault !== undefined) return unread(origin, EXPECTED, fault);
  const byTool = new Map<string, ReportRead[]>();
  for (const run of listAt(json, 'runs')) {
    const tool = said(textAt(run, 'tool', 'driver', 'name') ?? '', 80);
    const reads = byTool.get(tool) ?? [];
    byTool.set(tool, reads);
    reads.push(runOf(run, tool, origin));
  }
  return [...byTool].map(([tool, reads]) => ({ tool, read: joined(reads) }));
}

function shapeFault(json: unknown): string | undefined {
  if (recordOf(json) === undefined) return json === null ? 'null' : 'JSON that is no object';
  if (!isVersion(json)) return `JSON of another version: ${said(textAt(json, 'version') ?? 'none is named', 40)}`;
  const runs = at(json, 'runs');
  if (!Array.isArray(runs)) return 'JSON without runs';
  if (runs.length === 0) return 'no run: no tool has looked at anything';
  // 3.13.5: whose results they are is told by a number, and no tool is known to write them.
  if (listAt(json, 'inlineExternalProperties').length > 0) return 'properties that stand outside of their runs';
  return undefined;
}

/** 2.1.0 also as the tools of its last drafts call it; without a version, by the name of the schema. */
function isVersion(json: unknown): boolean {
  const version = at(json, 'version');
  if (version === undefined) return /sarif-(?:schema-)?2\.1\.0\b/.test(textAt(json, '$schema') ?? '');
  return typeof version === 'string' && /^2\.1\.0(?:-rtm\.\d+)?$/.test(version);
}

function runOf(run: unknown, tool: string, origin: ReportOrigin): ReportRead {
  const refused = (got: string, mend = EXPECTED.mend) => unread(origin, { what: EXPECTED.what, mend }, got);
  if (textAt(run, 'tool', 'driver', 'name') === undefined) return refused('a run without a tool');
  const results = at(run, 'results');
  // 3.14.23: a run without results has looked for none. 3.14.2: they may be in other files.
  if (listAt(run, 'externalPropertyFileReferences', 'results').length > 0)
    return refused(`a run of ${tool} with results in other files`, 'Let the tool write one file');
  if (!Array.isArray(results)) return refused(`a run of ${tool} without results: it has looked for nothing`);
  if (!results.every((each) => recordOf(each) !== undefined))
    return refused(`a run of ${tool} with a result that is no object`);
  const content = contentOf(run, tool, results, origin);
  const trouble = troubleOf(run);
  if (trouble === undefined) return content;
  return {
    ...refused(`${tool}: ${trouble}`, 'Mend what kept the tool from looking at everything, and run it again'),
    found: content,
  };
}

function contentOf(run: unknown, tool: string, results: readonly unknown[], origin: ReportOrigin): ReportContent {
  const secrets = new Set<string>();
  const findingOf = findingsOf(run, origin, secrets);
  const findings: RawFinding[] = [];
  for (const result of results) if (isFinding(result)) findings.push(findingOf(result));
  return { findings, secrets: [...secrets], version: versionOf(run), tool, seen: seenOf(run) };
}

function versionOf(run: unknown): string | null {
  const driver = at(run, 'tool', 'driver');
  const given = ['semanticVersion', 'version', 'dottedQuadFileVersion'].map((key) => textAt(driver, key));
  const version = given.find((each) => each !== undefined && each.trim() !== '');
  return version === undefined ? null : said(version, 40);
}

/** 3.14.15: artifacts that the tool looked at, when it lists them. */
function seenOf(run: unknown): string | null {
  const count = listAt(run, 'artifacts').length;
  return count === 0 ? null : `${count} ${count === 1 ? 'file' : 'files'}`;
}

/**
 * 3.20.14 and 3.20.21: a run that failed, or that complains of an error of its own, has not looked to its end. What it
 * complains of is not told: such words quote the source.
 */
function troubleOf(run: unknown): string | undefined {
  const invocations = listAt(run, 'invocations');
  if (invocations.some((each) => at(each, 'executionSuccessful') === false)) return 'executionSuccessful is false';
  const notifications = invocations.flatMap((each) => NOTIFICATIONS.flatMap((key) => listAt(each, key)));
  const levels = notifications.map((each) => [levelOf(each, run), textAt(each, 'descriptor', 'id') ?? ''] as const);
  const errors = levels.filter(([level]) => level === 'error').length;
  if (errors > 0) return `${errors} ${errors === 1 ? 'error' : 'errors'} of its own in notifications`;
  const unread = levels.filter(([level = 'warning', id]) => level === 'warning' && UNREAD.test(id)).length;
  if (unread > 0) return `${unread} ${unread === 1 ? 'place' : 'places'} that it could not read, in notifications`;
  const signal = invocations.some(
    (each) => textAt(each, 'exitSignalName') !== undefined || wholeAt(1, each, 'exitSignalNumber'),
  );
  return signal ? 'ended by a signal' : undefined;
}

/** Names of warnings after which a part of the source was not looked at, as semgrep writes them. */
const UNREAD = /syntax|lexical|pars(?:e|ing)|ast ?builder|time ?out|memory|overflow|missing ?plugin|matching ?error/i;

const NOTIFICATIONS = ['toolExecutionNotifications', 'toolConfigurationNotifications'];

/** 3.58.6: its own level, else that of its descriptor. */
function levelOf(notification: unknown, run: unknown): string | undefined {
  const descriptors = listAt(run, 'tool', 'driver', 'notifications');
  const id = textAt(notification, 'descriptor', 'id');
  const index = wholeAt(0, notification, 'descriptor', 'index');
  const named = descriptors.find((each) => id !== undefined && textAt(each, 'id') === id);
  const descriptor = named ?? (index === undefined ? undefined : descriptors[index]);
  return textAt(notification, 'level') ?? textAt(descriptor, 'defaultConfiguration', 'level');
}

/** Of several reads the first trouble is that of all, and what was found stays found. */
function joined(reads: readonly ReportRead[]): ReportRead {
  const [only] = reads;
  if (only !== undefined && reads.length === 1) return only;
  const contents = reads.flatMap((read) => (isTrouble(read) ? (read.found ?? []) : read));
  const content: ReportContent = {
    findings: contents.flatMap(({ findings }) => findings),
    secrets: contents.flatMap(({ secrets }) => secrets),
    version: sole(contents.map(({ version }) => version)) ?? null,
    tool: [...new Set(contents.map(({ tool = '' }) => tool))].join(', '),
    seen: sole(contents.map(({ seen }) => seen)) ?? null,
  };
  const trouble = reads.find(isTrouble);
  if (trouble === undefined) return content;
  return { trouble: trouble.trouble, ...(contents.length === 0 ? {} : { found: content }) };
}

/** What all say, if they say the same. */
function sole<Value>(values: readonly Value[]): Value | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}
