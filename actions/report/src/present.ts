/** What is written of a result: the file, outputs, text, summary and annotations. Data; nothing is decided here. */
import { painter } from '@shipgate/kit/colour';
import { wrapWords } from '@shipgate/kit/columns';
import { cut, jsonText, visible, workflowCommand } from '@shipgate/kit/escape';
import type { Host } from '@shipgate/kit/host';
import type { Text } from '@shipgate/kit/report/markdown';
import { link, md, paragraphs, render, table } from '@shipgate/kit/report/markdown';
import { mark } from '@shipgate/kit/report/sentence';
import { faces } from '@shipgate/kit/report/summary';
import type { Effect } from '@shipgate/kit/report/view';
import { counted } from '@shipgate/kit/verdict';
import type { Fault } from '@shipgate/schemas';
import { formatFault } from '@shipgate/schemas';
import type { Delivery, Way } from './outcome.ts';
import type { ReportedVerdict, ReportResult } from './result.ts';
import { exitCode } from './result.ts';
import { words } from './ways.ts';

export const resultName = 'report.json';

export interface Presentation {
  readonly color: boolean;
  readonly json: boolean;
  /** Absolute path of report.json; undefined when it cannot be written. */
  readonly file: string | undefined;
}

/** Annotations of a kind that GitHub keeps of a step. */
const perKind = 10;
/** Troubles and notices on the page; all are in the file. */
const mostOnPage = 50;

export function presented(result: ReportResult, host: Host, how: Presentation): readonly Effect[] {
  const text = jsonText(result);
  return [
    { kind: 'file', name: resultName, text },
    ...(how.json ? [{ kind: 'stdout', text } as const] : []),
    ...(host.kind === 'github' ? outputs(result, how.file) : []),
    ...(host.kind === 'github' ? [{ kind: 'summary', markdown: summary(result) } as const] : []),
    { kind: 'print', lines: lines(result, how) },
    ...(host.kind === 'github' ? annotations(result) : []),
  ];
}

function outputs({ outcome, verdicts, deliveries, troubles }: ReportResult, file: string | undefined): Effect[] {
  const of = (way: Way) => deliveries.filter((one) => one.way === way);
  const values = {
    outcome,
    verdicts: verdicts.length,
    sent: of('backstage').length,
    'comment-url': of('comment')
      .flatMap(({ url }) => url ?? [])
      .join('\n'),
    'check-run-url': of('check-run')
      .flatMap(({ url }) => url ?? [])
      .join('\n'),
    'sarif-id': of('sarif')
      .flatMap(({ id }) => id ?? [])
      .join('\n'),
    troubles: troubles.length,
    ...(file === undefined ? {} : { result: file }),
  };
  return Object.entries(values).map(([name, value]) => ({ kind: 'output', name, value: String(value) }));
}

/** The heading says that it speaks of the deliveries alone. */
export function headline({ outcome, verdicts, troubles }: ReportResult): string {
  const many = counted(verdicts.length, 'verdict');
  const wrong = counted(troubles.length, 'trouble');
  if (outcome === 'not-started') return `nothing was reported, ${wrong}`;
  if (outcome === 'planned') return `dry run of ${many}${troubles.length === 0 ? '' : `, ${wrong}`}`;
  return troubles.length === 0 ? `${many} reported` : `${many} reported, ${wrong}`;
}

function lines(result: ReportResult, { color, json }: Presentation): string[] {
  const paint = painter(color);
  const plan = result.plan === undefined || json ? [] : [...jsonText(result.plan).trimEnd().split('\n'), ''];
  const code = exitCode(result);
  const word = code === 0 ? 'ok' : 'FAULT';
  const told = wrapWords(visible(`report: ${headline(result)}`), 74);
  return [
    '',
    ...result.troubles.flatMap((fault) => [...formatFault(short(fault), { color }).split('\n'), '']),
    ...result.notices.flatMap((notice) => wrapWords(`note  ${visible(cut(notice, 600))}`, 80)),
    ...(result.notices.length > 0 ? [''] : []),
    ...plan,
    `${paint.state(word)}${' '.repeat(6 - word.length)}${told.join(' ')}  (exit code ${code})`,
  ];
}

function short(fault: Fault): Fault {
  const { title, expected, got, do: mend } = fault;
  return { ...fault, title: cut(title, 300), expected: cut(expected, 300), got: cut(got, 500), do: cut(mend, 300) };
}

function summary(result: ReportResult): string {
  const troubles = result.troubles.slice(0, mostOnPage).map((fault, index) => troubleItem(fault, index + 1));
  const notices = result.notices.slice(0, mostOnPage).map((notice) => md`- ${literal(notice, 600)}`);
  const left = Math.max(0, result.troubles.length - mostOnPage) + Math.max(0, result.notices.length - mostOnPage);
  const rows = result.verdicts.slice(0, mostOnPage).map((one) => verdictRow(one, result.deliveries));
  const parts: readonly Text[] = [
    md`## Report: ${headline(result)}`,
    ...troubles,
    ...(rows.length === 0
      ? []
      : [table(['Verdict', 'Says', 'Backstage', 'Comment', 'Code scanning', 'Check run'], rows)]),
    { markdown: notices.map(render).join('\n') },
    ...(left > 0 ? [md`${left} more troubles and notices are in ${mark(resultName)}.`] : []),
  ];
  return `${render(paragraphs(parts))}\n`;
}

function troubleItem(fault: Fault, number: number): Text {
  const { title, expected, got, do: mend } = short(fault);
  const items = [md`- Expected: ${literal(expected)}`, md`- Got: ${literal(got, 500)}`, md`- Do: ${literal(mend)}`];
  return paragraphs([md`**${number}. ${literal(title)}**`, { markdown: items.map(render).join('\n') }]);
}

/** Text of a fault is no sentence of ours: its backticks are backticks. */
function literal(text: string, length = 300): string {
  const shown = cut(text, length);
  return shown.includes('`') ? mark(shown) : shown;
}

function verdictRow(one: ReportedVerdict, deliveries: readonly Delivery[]): Text[] {
  const { glyph, word } = faces[one.outcome];
  const cellOf = (way: Way, file: string | null): Text => {
    const found = deliveries.find((delivery) => delivery.way === way && delivery.file === file);
    return found === undefined ? 'no' : link(words[found.state], found.url);
  };
  return [
    mark(one.file),
    md`${glyph} ${word}: ${one.gate}`,
    ...[cellOf('backstage', one.file), cellOf('comment', one.file), cellOf('sarif', one.sarif)],
    cellOf('check-run', one.file),
  ];
}

function annotations({ troubles, notices }: ReportResult): Effect[] {
  const faults = troubles.map(({ title, got, do: mend }) => ({ title, message: `Got ${cut(got)}. Do: ${mend}.` }));
  const told = notices.map((notice) => ({ title: 'not everything was done', message: notice }));
  return [...annotated('error', faults), ...annotated('notice', told)];
}

function annotated(kind: 'error' | 'notice', all: readonly { title: string; message: string }[]): Effect[] {
  const shown = all.length > perKind ? all.slice(0, perKind - 1) : all;
  const commands = shown.map(({ title, message }) =>
    workflowCommand(kind, { title: `report: ${cut(visible(title), 160)}` }, cut(visible(message), 300)),
  );
  const left = all.length - shown.length;
  const rest =
    left === 0 ? [] : [workflowCommand(kind, { title: `report: ${left} more` }, 'All are in the job summary.')];
  return [...commands, ...rest].map((line) => ({ kind: 'command', line }));
}
