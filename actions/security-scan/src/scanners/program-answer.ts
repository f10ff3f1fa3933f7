/** What a driven tool said, from its report first and from its exit code only where that contradicts the report. */
import { cut, visible } from '@shipgate/kit/escape';
import { isTrouble, type NoAnswer, type ReportContent, type ReportRead, type Trouble } from '../finding.ts';
import type { ToolEnd } from './program.ts';
import { durationWords, lastWords } from './program-words.ts';

/**
 * The answer of one run. `file` is what was looked at: troubles of the report have no place of their own, for nobody can
 * open what a tool wrote to its output. `folders` are taken out of its words.
 */
export function answerOf(end: ToolEnd, read: ReportRead, file: string, folders: readonly string[]): ReportRead {
  const words = lastWords(end.stderr, folders);
  const code = `exit code ${end.exitCode}${words === '' ? '' : `: ${words}`}`;
  if (isTrouble(read)) {
    if (read.found !== undefined || read.trouble.place?.file !== file) return read;
    const isEmpty = end.stdout.toString('latin1').trim() === '';
    return { trouble: { ...read.trouble, ...(isEmpty ? { got: code } : {}), place: { file } } };
  }
  if (end.exitCode === 0 || read.findings.length > 0) return read;
  // It failed, and its report does not know it.
  const mend = 'Run it by hand to see why it failed';
  return { trouble: { expected: 'exit code 0 with a report that lists nothing', got: code, mend, place: { file } } };
}

/** A run that had what others left of the time says how much there was for all. */
export function inTimeOf({ timeoutMs }: { readonly timeoutMs: number }, read: ReportRead): ReportRead {
  if (!isTrouble(read) || !/^no answer within \S+ \S+$/.test(read.trouble.got)) return read;
  return { ...read, trouble: { ...read.trouble, got: `no answer within ${durationWords(timeoutMs)}` } };
}

/** Answers of several runs of one tool as one. A trouble of one is a trouble of all, with what the others found. */
export function joined(answers: readonly ReportRead[], seen: string | null): ReportRead {
  const contents = answers.flatMap((each) => (isTrouble(each) ? (each.found ?? []) : each));
  const troubles = answers.filter(isTrouble);
  const content: ReportContent = {
    findings: contents.flatMap(({ findings }) => findings),
    secrets: contents.flatMap(({ secrets }) => secrets),
    version: contents.find(({ version }) => version !== null)?.version ?? null,
    seen,
  };
  return withTroubles(
    content,
    troubles.flatMap((each) => each.troubles ?? each.trouble),
  );
}

/** All troubles as one, beside what was found: the first of each kind in words, and how many more there are of it. */
export function withTroubles(found: ReportContent, troubles: readonly Trouble[]): ReportContent | NoAnswer {
  const [first] = troubles;
  if (first === undefined) return found;
  if (troubles.length === 1) return { trouble: first, found };
  // What is mended in the same way is of one kind.
  const kinds = [...new Set(troubles.map(({ mend }) => mend))].map((mend) =>
    troubles.filter((trouble) => trouble.mend === mend),
  );
  const told = kinds.slice(0, mostKinds).map((kind, index) => tellKind(kind, index > 0));
  const rest = kinds.slice(mostKinds).reduce((sum, kind) => sum + kind.length, 0);
  const got = [...told, ...(rest === 0 ? [] : [`${rest} more`])].join('; also ');
  return { trouble: { ...first, got }, troubles, found };
}

/** The place of the first is that of the whole; of others the file is said. */
function tellKind([first, ...others]: readonly Trouble[], withPlace: boolean): string {
  const { got = '', place } = first ?? {};
  const where = withPlace && place !== undefined && !got.includes(place.file) ? ` (${place.file})` : '';
  return `${got}${where}${others.length === 0 ? '' : ` (and ${others.length} more like it)`}`;
}

/** So many fit into a message. */
const mostKinds = 3;

/** The number in front: `812 packages`. */
export function countIn(seen: string | null): number {
  return Number(/^[\d,]+/.exec(seen ?? '')?.[0].replaceAll(',', '') ?? 0);
}

/** `1 package`, `1,204 files`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** The first three, and how many more there are: of names that the checkout has. */
export function named(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => cut(visible(name), 80));
  const more = names.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more.toLocaleString('en')} more`;
}

/** Whether a version is at least `major.minor`. */
export function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [first = 0, second = 0] = version.split('.').map(Number);
  return first > major || (first === major && second >= minor);
}
