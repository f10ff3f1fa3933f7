/** mypy's text, its `--output json`, and `any-exprs.txt` of `--any-exprs-report` (its documentation, "Report generation"). */
import { counted } from '../evidence/shown.ts';
import { at, countAt, textAt } from './json.ts';
import { type Finding, faults, firstOf, type Report, type ReportRead, refusal } from './measure.ts';
import { readAnyExprs } from './mypy-any-exprs.ts';
import { linesOf, placeOf, textOf } from './text.ts';

const WHAT = "mypy's output";
const MEND = 'Run `mypy PACKAGE > FILE`, whose last line says how many files were checked';

export function readMypy(bytes: Buffer): ReportRead {
  const read = textOf(bytes, WHAT, MEND);
  if ('refused' in read) return read;
  const lines = linesOf(read.text);
  if (/^\s*Name\s+Anys\s+Exprs\s+Coverage$/.test(lines[0] ?? '')) return readAnyExprs(lines);
  return lines[0]?.startsWith('{') === true ? ofJson(lines) : ofText(lines, read.text);
}

interface Checked {
  readonly errors: number;
  readonly files: number | undefined;
  readonly incomplete?: Report['incomplete'];
}

function reportOf({ errors, files, incomplete }: Checked, findings: readonly Finding[]): Report {
  const within = files === undefined ? '' : ` in ${counted(files, 'file')}`;
  return {
    measures: new Map([
      [
        'errors',
        faults(errors, `${counted(errors, 'error')}${within}`, ['errors', 'type errors', 'ошибок', 'ошибок типов']),
      ],
    ]),
    defaultMeasure: 'errors',
    findings: firstOf(findings),
    counted: files ?? 1,
    hint: 'For the share of what is typed, run `mypy --any-exprs-report FOLDER PACKAGE` and give FOLDER/any-exprs.txt; for errors, `measure: errors`',
    ...(incomplete === undefined ? {} : { incomplete }),
  };
}

/** `orders/total.py:10: error: …  [assignment]`. */
const ERROR = /^(.+?):(\d+):(?:\d+:)?(?:\d+:\d+:)? error: .*?(?: {2}\[([a-z-]+)\])?$/;
const FOUND =
  /^Found (\d+) errors? in (\d+) files? \((?:checked (\d+) source files?|errors prevented further checking)\)$/;
const SUCCESS = /^Success: no issues found in (\d+) source files?$/;

/** The last line is the sum. Errors above it are counted too, and the greater number counts. */
function ofText(lines: readonly string[], text: string): ReportRead {
  const last = lines.at(-1) ?? '';
  const found = FOUND.exec(last);
  const success = SUCCESS.exec(last);
  if ((found === null && success === null) || !text.endsWith('\n'))
    return refusal(`${WHAT} with "Found …" or "Success: …" as its last line`, 'text without it', MEND);
  const findings = lines.flatMap((each): Finding[] => {
    const [, file, line, code] = ERROR.exec(each) ?? [];
    return file === undefined ? [] : [{ text: `[${code ?? 'error'}]`, file: placeOf(file), line: Number(line) }];
  });
  const errors = Math.max(findings.length, Number(found?.[1] ?? 0));
  const files = found === null ? success?.[1] : found[3];
  const stopped = {
    why: 'errors kept mypy from checking further',
    mend: 'Mend those that mypy names, and run it again',
  };
  return reportOf(
    { errors, files: Number(files ?? found?.[2]), ...(files === undefined ? { incomplete: stopped } : {}) },
    findings,
  );
}

/** A line for each message and none for the end, so it can fail and never pass. */
function ofJson(lines: readonly string[]): ReportRead {
  const messages = lines.map(messageOf);
  if (messages.includes(undefined)) return refusal(WHAT, 'a line that is no JSON of mypy', MEND);
  const errors = messages.filter((each) => textAt(each, 'severity') === 'error');
  const findings = errors.map((each): Finding => {
    const line = countAt(each, 'line');
    const finding = { text: `[${textAt(each, 'code') ?? 'error'}]`, file: placeOf(textAt(each, 'file') ?? '') };
    return line === undefined || line === 0 ? finding : { ...finding, line };
  });
  const incomplete = { why: "mypy's JSON does not say where it ends, nor how many files were checked", mend: MEND };
  return reportOf({ errors: errors.length, files: undefined, incomplete }, findings);
}

function messageOf(line: string): unknown {
  try {
    const json: unknown = JSON.parse(line);
    return textAt(json, 'file') === undefined || at(json, 'severity') === undefined ? undefined : json;
  } catch {
    return undefined;
  }
}
