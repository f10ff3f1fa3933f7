/**
 * tsc's diagnostics. It says nothing when it has nothing to say, so only the table of `--diagnostics` (or
 * `--extendedDiagnostics`) tells a clean run from one that did not happen (TypeScript's documentation, "tsc CLI Options").
 */
import { counted } from '../evidence/shown.ts';
import { type Finding, faults, firstOf, type ReportRead, refusal } from './measure.ts';
import { linesOf, placeOf, textOf } from './text.ts';

const WHAT = "tsc's output";
const MEND = 'Run `tsc --noEmit --pretty false --diagnostics > FILE`: tsc writes nothing at all when it finds nothing';

/** `src/total.ts(2,3): error TS2322: …`, `error TS18003: …`, and with `--pretty` `src/total.ts:2:3 - error TS2322: …`. */
const ERROR = /^(?:(.+?)(?:\((\d+),\d+\): |:(\d+):\d+ - ))?error (TS\d+): /;
const FOUND = /^Found (\d+) errors?\b/;
const FILES = /^Files: +(\d+)$/;
const END = /^Total time: +\d+(?:\.\d+)?s$/;

export function readTsc(bytes: Buffer): ReportRead {
  const read = textOf(bytes, WHAT, MEND);
  if ('refused' in read) return read;
  const lines = linesOf(read.text);
  const findings = lines.flatMap(findingOf);
  const said = lines.flatMap((line) => FOUND.exec(line)?.[1] ?? []).map(Number);
  const errors = said.reduce((most, each) => Math.max(most, each), findings.length);
  const files = lines.flatMap((line) => FILES.exec(line)?.[1] ?? []).map(Number);
  const whole = files.length > 0 && END.test(lines.at(-1) ?? '');
  if (!whole && errors === 0)
    return refusal(`${WHAT} with its table of \`--diagnostics\` up to "Total time"`, 'text without it', MEND);
  const program = files.reduce((sum, each) => sum + each, 0);
  const within = whole ? ` in ${counted(program, 'file')}` : '';
  const incomplete = { why: 'the output has no table of `--diagnostics` at its end, so it may be cut off', mend: MEND };
  return {
    measures: new Map([
      [
        'errors',
        faults(errors, `${counted(errors, 'error')}${within}`, [
          'errors',
          'type errors',
          'ошибок',
          'ошибок typescript',
        ]),
      ],
    ]),
    defaultMeasure: 'errors',
    findings: firstOf(findings),
    counted: whole ? program : errors,
    ...(whole ? {} : { incomplete }),
  };
}

function findingOf(text: string): Finding[] {
  const [, file, line, prettyLine, code] = ERROR.exec(text) ?? [];
  if (code === undefined) return [];
  if (file === undefined) return [{ text: code }];
  return [{ text: code, file: placeOf(file), line: Number(line ?? prettyLine) }];
}
