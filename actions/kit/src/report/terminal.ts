/** The end of a run for people at a terminal or in a log, 80 columns; the verdict is the last thing. */

import type { Fault, Proof, Reason, Verdict } from '@shipgate/schemas';
import { formatFault } from '@shipgate/schemas';
import type { Paint } from '../colour.ts';
import { painter } from '../colour.ts';
import { displayWidth, wrapWords } from '../columns.ts';
import { commandProof, cut, visible, visibleBlock } from '../escape.ts';
import { docsFolder } from '../host.ts';
import { duration, exitCode, sortReasons } from '../verdict.ts';
import { excerptLines } from './excerpt.ts';
import { plainSentence } from './sentence.ts';
import type { Reporter } from './view.ts';

const columns = 80;
const labelWidth = 9;
/** A repair longer than this is in the summary and in the verdict. */
const longestRepair = 40;

export const reportToTerminal: Reporter = (verdict, view, host, options) => {
  const paint = painter(options.color);
  const said = options.faults !== undefined;
  const { faults, warnings, allowed } = sortReasons(verdict.reasons);
  const body = said
    ? (options.faults ?? []).flatMap((fault) => [...faultLines(fault, options.color), ''])
    : [...faults, ...warnings, ...allowed].flatMap((reason) => [...reasonLines(reason, paint), '']);
  const ends = [
    ...verdict.proofs.flatMap(notProvenLines),
    ...(view.terminal?.notes ?? []).flatMap((note) => wrapWords(plainSentence(note), columns)),
    ...(verdict.reasons.length > 0 && !said ? [`reasons explained: ${docsFolder(host, verdict.gate)}`] : []),
    ...(options.shownDirectory === undefined ? [] : [`verdict: ${visible(options.shownDirectory)}/verdict.json`]),
  ];
  const last = closingLines(verdict, view.terminal?.conclusion, said, paint);
  const lines = ['', ...body, ...ends, ...(ends.length > 0 ? [''] : []), ...last];
  return [{ kind: 'print', lines: lines.map(commandProof) }];
};

function faultLines(fault: Fault, color: boolean): string[] {
  return formatFault(fault, { color }).split('\n');
}

const words = { fail: 'FAIL', unknown: 'UNKNOWN', no: 'warn' } as const;

function reasonLines(reason: Reason, paint: Paint): string[] {
  const word = reason.blocks === 'no' && reason.severity === 'note' ? 'note' : words[reason.blocks];
  const place = placeLine(reason);
  const block = [...titleLines(word, reason, paint), ...place, ...excerptLines(reason)];
  if (reason.allowance !== undefined) {
    const until = reason.allowance.expires === undefined ? '' : `, until ${reason.allowance.expires}`;
    return [...block, ...labelled('allowed', `by ${reason.allowance.by}: ${reason.allowance.reason}${until}`)];
  }
  if (reason.blocks === 'no') return [...block, ...labelled('seen', reason.seen), ...mendLines(reason)];
  return [...block, ...labelled('seen', reason.seen), ...labelled('hurts', reason.hurts), ...mendLines(reason)];
}

function placeLine({ location }: Reason): string[] {
  if (location === undefined) return [];
  const numbers = [location.line, location.column].filter((number) => number !== undefined);
  return [`  ${[visible(location.file), ...numbers].join(':')}`];
}

/** The title on the left, the code at the right edge or, when both do not fit, on the next line. */
function titleLines(word: string, reason: Reason, paint: Paint): string[] {
  const indent = `${word}  `.length;
  const [first = '', ...rest] = wrapWords(plainSentence(reason.title), columns - indent);
  const code = visible(reason.code);
  const lead = `${paint.state(word)}  ${reason.blocks === 'no' ? first : paint.bold(first)}`;
  const gap = columns - indent - displayWidth(first) - code.length;
  if (rest.length === 0 && gap >= 2) return [`${lead}${' '.repeat(gap)}${code}`];
  return [lead, ...rest.map((line) => `${' '.repeat(indent)}${line}`), code.padStart(columns)];
}

function labelled(label: string, sentence: string): string[] {
  const lines = wrapWords(plainSentence(sentence), columns - labelWidth);
  const lead = `  ${label}`.padEnd(labelWidth);
  return lines.map(
    (line, index) => (index === 0 ? `${lead}${lead.endsWith(' ') ? '' : ' '}` : ' '.repeat(labelWidth)) + line,
  );
}

function mendLines(reason: Reason): string[] {
  const lines = visibleBlock(reason.repair?.text ?? '')
    .replaceAll('\t', '  ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const more = lines.length - longestRepair;
  return [
    ...labelled('mend', lines.length === 0 ? reason.mend : reason.mend.replace(/[.:]?\s*$/, ':')),
    ...lines.slice(0, longestRepair).map((line) => `${' '.repeat(labelWidth)}${cut(line, 400)}`),
    ...(more > 0 ? [`${' '.repeat(labelWidth)}... ${more} more lines in the verdict`] : []),
  ];
}

function notProvenLines(proof: Proof): string[] {
  if (proof.outcome !== 'not-proven') return [];
  const text = `not proven (${proof.required ? '' : 'not '}required): ${plainSentence(proof.name)}: ${plainSentence(proof.seen)}`;
  return wrapWords(text, columns);
}

function closingLines(
  verdict: Verdict,
  conclusion: string | undefined,
  isConfiguration: boolean,
  paint: Paint,
): string[] {
  const word = isConfiguration ? 'FAULT' : { pass: 'PASS', fail: 'FAIL', unknown: 'UNKNOWN' }[verdict.outcome];
  const indent = isConfiguration ? 6 : word.length + 2;
  const took = duration(Date.parse(verdict.finishedAt) - Date.parse(verdict.startedAt));
  const text = `${verdict.gate}: ${plainSentence(conclusion ?? verdict.headline)}`;
  const code = `(exit code ${exitCode(verdict.outcome)})`;
  const rest = isConfiguration ? [] : [took];
  const oneLine = [text, ...rest, code].join('  ');
  const lead = `${paint.state(word)}${' '.repeat(indent - word.length)}`;
  if (displayWidth(oneLine) + indent <= columns) return [lead + paint.bold(text) + oneLine.slice(text.length)];
  const [first = '', ...more] = wrapWords(text, columns - indent - 2 - took.length);
  const lines = [first, ...more].map((line) => paint.bold(line));
  return [...lines.slice(0, -1), [...lines.slice(-1), ...rest].join('  '), code].map(
    (line, index) => (index === 0 ? lead : ' '.repeat(6)) + line,
  );
}
