/** What of a verdict is to be mended, as items of a list. All that a verdict says is escaped. Pure. */
import { cut } from '@shipgate/kit/escape';
import type { Markdown, Text } from '@shipgate/kit/report/markdown';
import { bold, link, md, render } from '@shipgate/kit/report/markdown';
import { shortPlace } from '@shipgate/kit/report/place';
import { asSentence, endSentence } from '@shipgate/kit/report/sentence';
import { counted, sortReasons } from '@shipgate/kit/verdict';
import type { Location, Reason, Verdict } from '@shipgate/schemas';
import { groupsBy } from '../groups.ts';
import { overrideOf } from './override.ts';
import type { CommentRecord, RecordedFault } from './record.ts';

/** None of them from an artifact. */
export interface CommentLinks {
  readonly run: string;
  code(location: Location): string | undefined;
  docs(code: string): string | undefined;
}

/** A required proof that is not had blocks, reason or not. */
export interface ShownFault extends RecordedFault {
  readonly reason?: Reason;
  readonly seen: string;
  readonly mend: string;
}

const openFaults = 3;
const openMended = 3;
const longest = { title: 160, text: 240, mended: 80 };

/** What break-glass let through is among them: nobody has mended it. */
export function faultsOf(verdict: Verdict): readonly ShownFault[] {
  const { reasons, proofs } = verdict;
  const { faults, allowed } = sortReasons(reasons);
  const isThrough = overrideOf(verdict) !== undefined;
  const shown = isThrough ? [...faults, ...allowed.filter(({ allowance }) => allowance?.by === 'override')] : faults;
  if (shown.length > 0 || isThrough) return shown.map((reason) => ({ ...reason, reason }));
  const missing = proofs.filter(({ required, outcome }) => required && outcome !== 'pass');
  return missing.map(({ name, outcome, seen }) => ({
    ...{ code: 'proof', seen, mend: '' },
    title: `the proof ${name} ${outcome === 'fail' ? 'does not hold' : 'was not had'}`,
  }));
}

/** At most `room` lines, the worst first; what is alike is told once. */
export function faultItems(faults: readonly ShownFault[], links: CommentLinks, room: number): readonly Markdown[] {
  const groups = groupsBy(faults, ({ code, title }) => JSON.stringify([code, title]));
  const isAll = groups.length <= Math.min(openFaults, room);
  const open = isAll ? groups : groups.slice(0, Math.min(openFaults, room - 1));
  const left = faults.length - open.reduce((sum, group) => sum + group.length, 0);
  const items = open.flatMap((group) => (group[0] === undefined ? [] : [faultItem(group[0], group.length, links)]));
  return left === 0 ? items : [...items, md`- ${counted(left, 'more fault')}.`];
}

function faultItem({ title, reason, seen, mend }: ShownFault, count: number, links: CommentLinks): Markdown {
  const location = reason?.location;
  const parts: readonly Text[] = [
    bold(cut(title.trim(), longest.title)),
    ...(count > 1 ? [`${count} times, first here`] : []),
    ...(location === undefined ? [] : [link(shortPlace(location), links.code(location))]),
    ...(reason === undefined ? [] : [link(reason.code, links.docs(reason.code))]),
  ];
  const told = md`${endSentence(cut(seen, longest.text))} ${mend === '' ? '' : asSentence(cut(mend, longest.text))}`;
  return { markdown: `- ${parts.map(render).join(' · ')}: ${told.markdown.trim()}` };
}

/** What the run before told and this one no longer does, one item or none. Of an unknown verdict nobody knows. */
export function mendedItems(
  verdict: Verdict,
  now: readonly RecordedFault[],
  before: CommentRecord | undefined,
): readonly Markdown[] {
  if (before === undefined || verdict.outcome === 'unknown') return [];
  const left = new Set(now.map(({ code: name, title }) => JSON.stringify([name, cut(title)])));
  const gone = before.faults.filter(({ code: name, title }) => !left.has(JSON.stringify([name, title])));
  if (gone.length === 0) return [];
  const titles = gone.slice(0, openMended).map(({ title }) => render(cut(title, longest.mended)));
  const more = gone.length > openMended ? [`${gone.length - openMended} more`] : [];
  return [{ markdown: `- Mended since the last run: ${[...titles, ...more].join('; ')}.` }];
}
