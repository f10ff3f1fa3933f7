/**
 * flake8's default lines. It says nothing when it has nothing to say, so only the last line of `--count` tells a clean
 * run from one that did not happen; with `--benchmark` it also says how many files it read (its documentation, "Options").
 */
import { counted } from '../evidence/shown.ts';
import { type Finding, faults, firstOf, type ReportRead, refusal } from './measure.ts';
import { linesOf, placeOf, textOf } from './text.ts';

const WHAT = "flake8's output";
const MEND =
  'Run `flake8 --exit-zero --count --benchmark PACKAGE > FILE`: flake8 writes nothing at all when it finds nothing';

/** `orders/total.py:1:1: F401 'os' imported but unused`. */
const PROBLEM = /^(.+?):(\d+):\d+: ([A-Z]{1,3}\d{1,4}) /;
/** Of `--statistics` and `--benchmark`. */
const SUMMARY =
  /^\d+(?:\.\d+)?\s+(?:[A-Z]{1,3}\d{1,4} |seconds elapsed$|(?:total )?(?:logical lines|physical lines|tokens|files) processed)/;
const FILES = /^(\d+)\s+total files processed$/;

export function readFlake8(bytes: Buffer): ReportRead {
  const read = textOf(bytes, WHAT, MEND);
  if ('refused' in read) return read;
  const lines = linesOf(read.text);
  const total = /^\d{1,9}$/.test(lines.at(-1) ?? '') && read.text.endsWith('\n') ? Number(lines.at(-1)) : undefined;
  const body = total === undefined ? lines : lines.slice(0, -1);
  const problems = body.filter((line) => PROBLEM.test(line));
  // With --show-source the line of code and a caret follow; without a single problem nothing else may stand there.
  const strange = body.some((line) => !PROBLEM.test(line) && !SUMMARY.test(line));
  if (strange && problems.length === 0) return refusal(WHAT, 'other text', MEND);
  const found = Math.max(problems.length, total ?? 0);
  const files = body.flatMap((line) => FILES.exec(line)?.[1] ?? []).map(Number)[0];
  const within = files === undefined ? '' : ` in ${counted(files, 'file')}`;
  const incomplete = { why: 'the output has no line of `--count` at its end, so it may be cut off', mend: MEND };
  return {
    measures: new Map([
      [
        'problems',
        faults(found, `${counted(found, 'problem')}${within}`, ['problems', 'errors', 'ошибок', 'замечаний', 'flake8']),
      ],
    ]),
    defaultMeasure: 'problems',
    findings: firstOf(problems.map(findingOf)),
    counted: files ?? 1,
    ...(total === undefined ? { incomplete } : {}),
  };
}

function findingOf(line: string): Finding {
  const [, file = '', at = '', code = ''] = PROBLEM.exec(line) ?? [];
  return Number(at) > 0 ? { text: code, file: placeOf(file), line: Number(at) } : { text: code, file: placeOf(file) };
}
