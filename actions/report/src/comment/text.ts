/** The text of a comment: at most 15 lines, only what is to be done. All that a verdict says is escaped. Pure. */
import { cut } from '@shipgate/kit/escape';
import type { Markdown } from '@shipgate/kit/report/markdown';
import { code, link, md, render } from '@shipgate/kit/report/markdown';
import { faces } from '@shipgate/kit/report/summary';
import { counted, sortReasons } from '@shipgate/kit/verdict';
import type { Verdict } from '@shipgate/schemas';
import { allItems, roleTable, signedText } from './checklist.ts';
import type { CommentLinks } from './faults.ts';
import { faultItems, faultsOf, mendedItems } from './faults.ts';
import { minute } from './minute.ts';
import { overrideItem, overrideOf } from './override.ts';
import type { CommentRecord } from './record.ts';
import { recordLine } from './record.ts';

export interface CommentFacts {
  readonly verdict: Verdict;
  /** The run that gave the verdict. */
  readonly run: { readonly id: string; readonly attempt: number };
  readonly links: CommentLinks;
  readonly isFork: boolean;
}

/** Of a list without a table: 3 faults, and how many more. */
const mostItems = 4;
/** Lines of a table of roles and the list below it, so that 15 suffice for all. */
const mostBelowHeading = 10;

/** `marker` is the first line; `previous` is what the comment told before. */
export function commentText(facts: CommentFacts, marker: string, previous: CommentRecord | undefined): string {
  const { verdict } = facts;
  return [
    ...[marker, recordOf(facts)],
    render(md`### ${glyphOf(verdict)} ${faces[verdict.outcome].word}: ${verdict.gate}, ${verdict.headline}`),
    ...bodyLines(facts, previous, 'comment'),
  ].join('\n');
}

/** By which the next run knows what this one told. */
function recordOf({ verdict, run }: CommentFacts): string {
  return recordLine({
    run,
    faults: faultsOf(verdict).map(({ code: name, title }) => ({ code: name, title: cut(title) })),
  });
}

/** What was let through is no green light. */
function glyphOf(verdict: Verdict): Markdown {
  const isThrough = verdict.outcome === 'pass' && overrideOf(verdict) !== undefined;
  return { markdown: isThrough ? '⚠️' : faces[verdict.outcome].glyph };
}

/** What stands below the heading. `where` is what the next run replaces. */
export function bodyLines(facts: CommentFacts, previous: CommentRecord | undefined, where: string): readonly string[] {
  const { verdict, links } = facts;
  const override = overrideOf(verdict);
  const faults = faultsOf(verdict);
  const around = {
    before: override === undefined ? [] : [overrideItem(override)],
    after: mendedItems(verdict, faults, previous),
  };
  const roles = roleTable(verdict);
  const taken = (roles?.lines.length ?? 0) + around.before.length + around.after.length;
  const room = Math.min(mostItems, roles === undefined ? mostItems : mostBelowHeading - taken);
  const untold = faults.filter(({ reason }) => reason === undefined || roles?.told.has(reason) !== true);
  const items = [...around.before, ...faultItems(untold, links, room), ...around.after].map(render);
  return [
    // No blank line beside a table: https://github.github.com/gfm/#tables-extension- needs none.
    ...(roles === undefined ? [''] : roles.lines),
    ...items,
    ...(items.length === 0 && roles === undefined ? [] : ['']),
    [signedText(verdict), closing(facts, where)].flatMap((part) => part?.markdown ?? []).join(' '),
  ];
}

function closing({ verdict, links, isFork }: CommentFacts, where: string): Markdown {
  const { warnings } = sortReasons(verdict.reasons);
  const { service, environment, path, commit = '' } = verdict.subject;
  const what = [service, environment, path].flatMap((part) => (part === undefined || part === '' ? [] : [code(part)]));
  const all = allItems(verdict);
  const proofs = all ?? 'All proofs';
  const rest =
    warnings.length === 0 ? proofs : `${counted(warnings.length, 'warning')} and ${proofs.replace('A', 'a')}`;
  const time = minute(verdict.finishedAt);
  const fork = 'The change comes from a fork, which can alter the workflow that gave this verdict. ';
  const subject = what.length === 0 ? '' : `${what.map(render).join(', ')} at `;
  return {
    markdown: [
      `${rest}: ${render(link('job summary', links.run))}. ${isFork ? fork : ''}`,
      `For ${subject}commit ${render(code(commit.slice(0, 7)))}${time === '' ? '' : `, ${time}`}; this ${where} is replaced by the next run.`,
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
