/**
 * Reports of `buf breaking`: with `--error-format=json` one change a line, else `path:line:column:message`. buf writes
 * nothing at all when nothing breaks, so an empty report is no answer; our own run has the exit code besides.
 */
import type { Location, RawFinding } from '../finding.ts';
import type { ReportOrigin, ReportReader } from '../ports.ts';
import { contractFinding } from './contract-finding.ts';
import { countAt, said, textAt, unread } from './json.ts';
import { jsonLinesOf } from './json-lines.ts';
import { pathFromTop } from './report-path.ts';

const expected = {
  what: 'a report of buf breaking with --error-format=json',
  mend: 'Let this gate run buf: of nothing that breaks buf writes nothing, and so does a run that failed',
};

/** It broke before it compared anything. */
const COMPILE = 'COMPILE';

export const readBuf: ReportReader = (bytes, origin) => {
  const lines = jsonLinesOf(bytes, origin, expected);
  if ('trouble' in lines) return lines;
  const findings: RawFinding[] = [];
  for (const { number, json } of lines.objects) {
    const type = textAt(json, 'type') ?? '';
    const message = textAt(json, 'message') ?? '';
    if (type === '' || message === '') return unread(origin, expected, 'an object that is no change', { line: number });
    if (type === COMPILE)
      return unread(origin, expected, `a file that is not compiled: ${said(message)}`, { line: number });
    findings.push(findingOf(type, message, textAt(json, 'path') ?? '', countAt(json, 'start_line') ?? 0, origin));
  }
  for (const line of lines.talk) {
    const parts = /^(.+?):(\d+):\d+:(.+)$/.exec(line);
    if (parts === null) return unread(origin, expected, `a line that is no change: ${said(line, 80)}`);
    const [, path = '', number = '', message = ''] = parts;
    findings.push(findingOf('breaking', message, path === '<input>' ? '' : path, Number(number), origin));
  }
  return { findings, secrets: [], version: null, seen: null };
};

function findingOf(rule: string, text: string, path: string, line: number, origin: ReportOrigin): RawFinding {
  return contractFinding({ rule, text, where: '', severity: 'high', location: placeOf(path, line, origin) });
}

function placeOf(written: string, line: number, origin: ReportOrigin): Location | null {
  const path = pathFromTop(written, origin);
  if (path === undefined) return null;
  return line > 0 && origin.has(path) ? { path, line } : { path };
}
