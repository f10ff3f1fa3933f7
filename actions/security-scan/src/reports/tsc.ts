/**
 * tsc's diagnostics. It says nothing when it has nothing to say, so only the table of `--diagnostics` tells a clean run from
 * one that did not happen (TypeScript's documentation, "tsc CLI Options").
 */
import type { RawFinding } from '../finding.ts';
import type { ReportOrigin, ReportReader } from '../ports.ts';
import { type Expected, said, textOf, unread } from './json.ts';
import { pathFromTop } from './report-path.ts';

const EXPECTED: Expected = {
  what: 'tsc\'s output with its table of `--diagnostics` up to "Total time"',
  mend: 'Run `tsc --noEmit --pretty false --diagnostics`, and save all of it',
};

/** `src/total.ts(2,3): error TS2322: …`, and `error TS18003: …` without a place. */
const ERROR = /^(?:(.+?)\((\d+),(\d+)\): )?error (TS\d+): (.*)$/;
const FILES = /^Files: +(\d+)$/;
const END = /^Total time: +\d+(?:\.\d+)?s$/;

/** tsc gives no severity. What it says of the project itself (a bad tsconfig.json) is no finding: it has not looked at everything. */
export const readTsc: ReportReader = (bytes, origin) => {
  const lines = textOf(bytes)
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
  const files = lines.map((line) => FILES.exec(line)?.[1]).find((count) => count !== undefined);
  if (files === undefined || !END.test(lines.at(-1) ?? '')) return unread(origin, EXPECTED, 'text without it');
  const errors = lines.flatMap((line) => errorIn(line) ?? []);
  const findings = errors.flatMap((error) => (isOfProject(error) ? [] : (findingOf(error, origin) ?? [])));
  const content = { findings, secrets: [], version: null, seen: `${files} files` };
  const general = errors.find(isOfProject);
  if (general === undefined && Number(files) > 0) return content;
  const got = general === undefined ? 'a run over no files' : `${general.code}: ${said(general.text)}`;
  return {
    ...unread(origin, { ...EXPECTED, mend: 'Mend tsconfig.json, so that tsc looks at all files' }, got),
    found: content,
  };
};

interface Diagnostic {
  readonly file: string | undefined;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly text: string;
}

function errorIn(text: string): Diagnostic | undefined {
  const [, file, line, column, code, words = ''] = ERROR.exec(text) ?? [];
  return code === undefined ? undefined : { file, line: Number(line), column: Number(column), code, text: words };
}

/** Of its configuration, so that it has not looked at all files. */
function isOfProject({ file }: Diagnostic): boolean {
  return file === undefined || /(?:^|[\\/])tsconfig[^\\/]*\.json$/.test(file);
}

function findingOf({ file, line, column, code, text }: Diagnostic, origin: ReportOrigin): RawFinding | undefined {
  if (file === undefined) return undefined;
  const path = pathFromTop(file, origin);
  return {
    category: 'code',
    rule: code,
    title: said(text, 80),
    severity: null,
    message: text,
    location: path === undefined ? null : { path, line, column },
    advisories: [],
  };
}
