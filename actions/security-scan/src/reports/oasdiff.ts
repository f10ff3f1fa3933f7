/** Reports of `oasdiff breaking` and `oasdiff changelog` with `--format json`: a list of changes, those that break have level 3. */
import { counted } from '@shipgate/kit/verdict';
import type { Location, RawFinding } from '../finding.ts';
import type { ReportOrigin, ReportReader } from '../ports.ts';
import { contractFinding } from './contract-finding.ts';
import { at, countAt, jsonOf, textAt, unread } from './json.ts';
import { pathFromTop } from './report-path.ts';

const expected = {
  what: 'a report of oasdiff in JSON',
  mend: 'Make it again with `oasdiff breaking BASE HEAD --format json > FILE`',
};

/** https://github.com/oasdiff/oasdiff/blob/main/docs/BREAKING-CHANGES.md: ERR, WARN, INFO. */
const severities: ReadonlyMap<number, 'high' | 'medium' | null> = new Map([
  [3, 'high' as const],
  [2, 'medium' as const],
  [1, null],
]);

export const readOasdiff: ReportReader = (bytes, origin) => {
  const opened = jsonOf(bytes, origin, expected);
  if ('trouble' in opened) return opened;
  const { json } = opened;
  if (!Array.isArray(json)) return unread(origin, expected, json === null ? 'null' : 'no list of changes');
  const findings: RawFinding[] = [];
  for (const [index, change] of json.entries()) {
    const finding = findingOf(change, origin);
    if (typeof finding === 'string') return unread(origin, expected, `change ${index + 1} with ${finding}`);
    if (finding !== null) findings.push(finding);
  }
  return { findings, secrets: [], version: null, seen: counted(json.length, 'change') };
};

/** null: it breaks nobody. A text: what is wrong with the entry. */
function findingOf(change: unknown, origin: ReportOrigin): RawFinding | null | string {
  const rule = textAt(change, 'id');
  const text = textAt(change, 'text');
  const severity = severities.get(countAt(change, 'level') ?? 0);
  if (rule === undefined || rule === '') return 'no id';
  if (text === undefined) return 'no text';
  if (severity === undefined) return 'no level from 1 to 3';
  if (severity === null) return null;
  const fingerprint = textAt(change, 'fingerprint');
  return contractFinding({
    ...{ rule, text, severity, location: placeOf(change, origin), comment: textAt(change, 'comment') ?? '' },
    where: [textAt(change, 'operation'), textAt(change, 'path')].filter((part) => part !== undefined).join(' '),
    ...(fingerprint === undefined ? {} : { fingerprints: { oasdiff: fingerprint } }),
  });
}

/** The line of the new contract; of what is gone from it only the file. */
function placeOf(change: unknown, origin: ReportOrigin): Location | null {
  const path = pathOf(at(change, 'revisionSource', 'file'), origin);
  const line = countAt(change, 'revisionSource', 'line') ?? 0;
  if (path !== undefined) return line > 0 && origin.has(path) ? { path, line } : { path };
  const before = pathOf(at(change, 'baseSource', 'file'), origin) ?? pathOf(at(change, 'source'), origin);
  return before !== undefined && origin.has(before) ? { path: before } : null;
}

function pathOf(written: unknown, origin: ReportOrigin): string | undefined {
  return typeof written === 'string' ? pathFromTop(written, origin) : undefined;
}
