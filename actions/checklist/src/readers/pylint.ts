/** pylint's text (also `parseable`), `json` and `json2` (its documentation, "Output"). Only text and `json2` have the score. */
import { counted } from '../evidence/shown.ts';
import { countAt, jsonOf, listAt, listOf, numberAt, recordOf, textAt } from './json.ts';
import {
  count,
  type Finding,
  faults,
  firstOf,
  type Measure,
  type Report,
  type ReportRead,
  refusal,
} from './measure.ts';
import { linesOf, placeOf, textOf } from './text.ts';

const WHAT = "pylint's output";
const MEND = 'Run `pylint --output-format=json2 PACKAGE > FILE`, whose report has the score';

export function readPylint(bytes: Buffer): ReportRead {
  const read = textOf(bytes, WHAT, MEND);
  if ('refused' in read) return read;
  return /^\s*[[{]/.test(read.text) ? ofJson(bytes) : ofText(linesOf(read.text), read.text);
}

/** Of a message: its letter says how bad it is (fatal, error, warning, refactor, convention, information). */
interface Message extends Finding {
  readonly letter: string;
}

const GRAVITY = 'FEWRCI';

function reportOf(messages: readonly Message[], score: number | undefined, modules: number): Report {
  const errors = messages.filter(({ letter }) => letter === 'F' || letter === 'E').length;
  const measures = new Map<string, Measure>();
  if (score !== undefined) measures.set('score', { ...count(score, `score ${score} of 10`, SCORE, 'higher') });
  measures.set('errors', faults(errors, counted(errors, 'error'), ['errors', 'ошибок']));
  measures.set(
    'messages',
    count(messages.length, counted(messages.length, 'message'), ['messages', 'замечаний'], 'lower'),
  );
  const worst = messages.toSorted((one, two) => GRAVITY.indexOf(one.letter) - GRAVITY.indexOf(two.letter));
  return {
    measures,
    defaultMeasure: 'score',
    findings: firstOf(worst.map(({ letter: _, ...finding }) => finding)),
    counted: modules,
    hint: MEND,
  };
}

const SCORE = ['score', 'pylint', 'pylint score', 'rating', 'оценка', 'оценка pylint'];

function ofJson(bytes: Buffer): ReportRead {
  const read = jsonOf(bytes, WHAT, MEND);
  if ('refused' in read) return read;
  const list = listOf(read.json);
  const messages = list ?? listAt(read.json, 'messages');
  if (messages === undefined) return refusal(WHAT, 'JSON of another shape', MEND);
  const found = messages.map(messageOf);
  if (found.includes(undefined)) return refusal(WHAT, 'messages of another shape', MEND);
  const kept = found.flatMap((each) => each ?? []);
  if (list !== undefined) return reportOf(kept, undefined, kept.length);
  const score = numberAt(read.json, 'statistics', 'score');
  const modules = countAt(read.json, 'statistics', 'modulesLinted');
  if (score === undefined || score > 10 || modules === undefined)
    return refusal(`${WHAT} with its score`, 'none', MEND);
  return reportOf(kept, score, modules);
}

function messageOf(value: unknown): Message | undefined {
  const id = textAt(value, 'messageId') ?? textAt(value, 'message-id');
  if (recordOf(value) === undefined || id === undefined) return undefined;
  const line = countAt(value, 'line');
  const file = placeOf(textAt(value, 'path') ?? '');
  const text = `${id} (${textAt(value, 'symbol') ?? ''})`;
  return { letter: id.charAt(0), text, file, ...(line === undefined || line === 0 ? {} : { line }) };
}

/** `orders/total.py:1:0: C0114: … (missing-module-docstring)`, or `…:1: [C0114(missing-module-docstring), total] …`. */
const MESSAGE = /^(.+?):(\d+):(?:\d+:)? (?:\[)?([FEWRCI]\d{4})(?:\(([a-z-]+)\)|.*\(([a-z-]+)\)$|)/;
const RATED = /^Your code has been rated at (-?\d+(?:\.\d+)?)\/10(?: \(previous run: .*\))?$/;

/** The rating is the last that pylint writes: without it the text is cut off. */
function ofText(lines: readonly string[], text: string): ReportRead {
  const rated = RATED.exec(lines.at(-1) ?? '');
  if (rated === null || !text.endsWith('\n'))
    return refusal(`${WHAT} with "Your code has been rated at …/10" as its last line`, 'text without it', MEND);
  const messages = lines.flatMap((each): Message[] => {
    const [, file, line, id = '', parseable, plain] = MESSAGE.exec(each) ?? [];
    if (file === undefined) return [];
    return [
      { letter: id.charAt(0), text: `${id} (${parseable ?? plain ?? ''})`, file: placeOf(file), line: Number(line) },
    ];
  });
  // The text does not say over how many modules: pylint rates none only when it looked at one.
  return reportOf(messages, Number(rated[1]), 1);
}
