/**
 * Reports of gitleaks: JSON of `git`, `dir` and `detect` (8), of 7 and older, and its own SARIF.
 *
 * No leaks are written as `[]` (8.18.4, 8.19.3, 8.24.3 and 8.30.1 were run). That alone does not say that the scan was
 * whole: in a folder without git `gitleaks git` writes `[]` too and ends with exit code 0, so our own runs read its log.
 */
import type { NoAnswer } from '../finding.ts';
import type { ReportBytes, ReportOrigin, ReportReader } from '../ports.ts';
import { findingOf, type Leak, leakOf, oldLeakOf, placeOf, secretsOf } from './gitleaks-leak.ts';
import { isGitleaksSarif, sarifLeaks, sarifTool } from './gitleaks-sarif.ts';
import { at, jsonOf, recordOf, unread } from './json.ts';

const expected = {
  what: 'a report of gitleaks in JSON',
  mend: 'Make it again with `gitleaks git --report-format json --report-path FILE`',
};

export const readGitleaks: ReportReader = (bytes, origin) => {
  const read = readLeaks(bytes, origin);
  if ('trouble' in read) return read;
  return contentOf(read.leaks.map((leak) => ({ leak, location: placeOf(leak, origin) })));
};

/** What `placed` leaks say, wherever their places come from. */
export function contentOf(placed: readonly { leak: Leak; location: ReturnType<typeof placeOf> }[]) {
  return {
    findings: placed.map(({ leak, location }) => findingOf(leak, location)),
    secrets: [...new Set(placed.flatMap(({ leak }) => secretsOf(leak)))],
    version: null,
    seen: null,
  };
}

/** The leaks with their values: for whoever looks for them in the checkout. */
export function readLeaks(
  bytes: ReportBytes,
  origin: Pick<ReportOrigin, 'file'>,
): { readonly leaks: readonly Leak[] } | NoAnswer {
  const opened = jsonOf(bytes, origin, expected);
  if ('trouble' in opened) return opened;
  const leaks = leaksOf(opened.json);
  return typeof leaks === 'string' ? unread(origin, expected, leaks) : { leaks };
}

function leaksOf(json: unknown): readonly Leak[] | string {
  if (Array.isArray(json)) return entriesOf(json);
  if (json === null) return 'null, which no scan to its end writes';
  if (isGitleaksSarif(json)) return sarifLeaks(json);
  const tool = sarifTool(json);
  if (tool !== '') return `SARIF of ${tool}`;
  return recordOf(json) === undefined ? 'no list' : 'an object that is not SARIF of gitleaks';
}

function entriesOf(entries: readonly unknown[]): readonly Leak[] | string {
  const leaks: Leak[] = [];
  for (const [index, entry] of entries.entries()) {
    const isOld = at(entry, 'RuleID') === undefined && at(entry, 'lineNumber') !== undefined;
    const leak = isOld ? oldLeakOf(entry) : leakOf(entry);
    if (typeof leak === 'string') return `entry ${index + 1} with ${leak}`;
    leaks.push(leak);
  }
  return leaks;
}
