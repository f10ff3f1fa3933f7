/** The text of a comment: at most 15 lines, only what is to be done. All that a verdict says is escaped. Pure. */
import { cut } from '@shipgate/kit/escape';
import type { Markdown, Text } from '@shipgate/kit/report/markdown';
import { bold, code, link, md, render } from '@shipgate/kit/report/markdown';
import { shortPlace } from '@shipgate/kit/report/place';
import { asSentence, endSentence } from '@shipgate/kit/report/sentence';
import { faces } from '@shipgate/kit/report/summary';
import { counted, sortReasons } from '@shipgate/kit/verdict';
import type { Location, Reason, Verdict } from '@shipgate/schemas';
import type { CommentRecord, RecordedFault } from './record.ts';
import { recordLine } from './record.ts';

export interface CommentFacts {
  readonly verdict: Verdict;
  /** The run that gave the verdict. */
  readonly run: { readonly id: string; readonly attempt: number };
  /** None of them from an artifact. */
  readonly links: CommentLinks;
  readonly isFork: boolean;
}

export interface CommentLinks {
  readonly run: string;
  code(location: Location): string | undefined;
  docs(code: string): string | undefined;
}

const openFaults = 3;
const openMended = 3;
const longest = { title: 160, text: 240, mended: 80 };

/** `marker` is the first line; `previous` is what the comment told before. */
export function commentText(facts: CommentFacts, marker: string, previous: CommentRecord | undefined): string {
  const { verdict, run, links } = facts;
  const faults = faultsOf(verdict);
  const items = [
    ...faults.slice(0, openFaults).map((fault) => faultItem(fault, links)),
    ...(faults.length > openFaults ? [md`- ${counted(faults.length - openFaults, 'more fault')}.`] : []),
    ...mended(verdict, faults, previous),
  ];
  const { glyph, word } = faces[verdict.outcome];
  const recorded = faults.map(({ code: name, title }) => ({ code: name, title: cut(title) }));
  return [
    ...[marker, recordLine({ run, faults: recorded })],
    render(md`### ${glyph} ${word}: ${verdict.gate}, ${verdict.headline}`),
    '',
    ...(items.length === 0 ? [] : [...items.map(render), '']),
    render(closing(facts)),
  ].join('\n');
}

/** A required proof that is not had blocks, reason or not. */
interface ShownFault extends RecordedFault {
  readonly reason?: Reason;
  readonly seen: string;
  readonly mend: string;
}

function faultsOf({ reasons, proofs }: Verdict): readonly ShownFault[] {
  const { faults } = sortReasons(reasons);
  if (faults.length > 0) return faults.map((reason) => ({ ...reason, reason }));
  const missing = proofs.filter(({ required, outcome }) => required && outcome !== 'pass');
  return missing.map(({ name, outcome, seen }) => ({
    ...{ code: 'proof', seen, mend: '' },
    title: `the proof ${name} ${outcome === 'fail' ? 'does not hold' : 'was not had'}`,
  }));
}

function faultItem({ title, reason, seen, mend }: ShownFault, links: CommentLinks): Markdown {
  const location = reason?.location;
  const parts: readonly Text[] = [
    bold(cut(title.trim(), longest.title)),
    ...(location === undefined ? [] : [link(shortPlace(location), links.code(location))]),
    ...(reason === undefined ? [] : [link(reason.code, links.docs(reason.code))]),
  ];
  const told = md`${endSentence(cut(seen, longest.text))} ${mend === '' ? '' : asSentence(cut(mend, longest.text))}`;
  return { markdown: `- ${parts.map(render).join(' · ')}: ${told.markdown.trim()}` };
}

/** What the run before told and this one no longer does. Of an unknown verdict nobody knows. */
function mended(verdict: Verdict, now: readonly RecordedFault[], before: CommentRecord | undefined): Markdown[] {
  if (before === undefined || verdict.outcome === 'unknown') return [];
  const left = new Set(now.map(({ code: name, title }) => JSON.stringify([name, cut(title)])));
  const gone = before.faults.filter(({ code: name, title }) => !left.has(JSON.stringify([name, title])));
  if (gone.length === 0) return [];
  const titles = gone.slice(0, openMended).map(({ title }) => render(cut(title, longest.mended)));
  const more = gone.length > openMended ? [`${gone.length - openMended} more`] : [];
  return [{ markdown: `- Mended since the last run: ${[...titles, ...more].join('; ')}.` }];
}

function closing({ verdict, links, isFork }: CommentFacts): Markdown {
  const { warnings } = sortReasons(verdict.reasons);
  const { service, environment, path, commit = '' } = verdict.subject;
  const what = [service, environment, path].flatMap((part) => (part === undefined || part === '' ? [] : [code(part)]));
  const rest = warnings.length === 0 ? 'All proofs' : `${counted(warnings.length, 'warning')} and all proofs`;
  const at = Date.parse(verdict.finishedAt);
  const time = Number.isNaN(at) ? '' : `, ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const fork = 'The change comes from a fork, which can alter the workflow that gave this verdict. ';
  const subject = what.length === 0 ? '' : `${what.map(render).join(', ')} at `;
  return {
    markdown: [
      `${rest}: ${render(link('job summary', links.run))}. ${isFork ? fork : ''}`,
      `For ${subject}commit ${render(code(commit.slice(0, 7)))}${time}; this comment is replaced by the next run.`,
    ].join(''),
  };
}

/** For a comment that names the gate alone, when later runs have more to name. */
export function outdatedText(marker: string, gate: string, run: CommentFacts['run'], runLink: string): string {
  return [
    ...[marker, recordLine({ run, faults: [] })],
    render(md`### ${gate}: this comment is out of date`),
    '',
    render(md`The gate gives verdicts again: ${link('job summary', runLink)}.`),
  ].join('\n');
}
