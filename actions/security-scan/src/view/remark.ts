/** The last paragraph: what ends soon, and how what is not known can pass knowingly. Pure. */
import { md, type Text } from '@shipgate/kit/report/markdown';
import { mark } from '@shipgate/kit/report/sentence';
import { counted } from '@shipgate/kit/verdict';
import type { Outcome } from '@shipgate/schemas';
import type { CauseOf } from '../causes.ts';
import type { Decision } from '../decide.ts';
import { endingsOf } from '../evidence.ts';
import { ENDING_DAYS } from '../policy/allow.ts';
import { packageOf, plain, targetOf } from '../reasons/text.ts';
import { blocksOf } from '../reasons.ts';

export function remarkOf({ decision, outcome }: { decision: Decision; outcome: Outcome }): Text | undefined {
  const open = outcome === 'unknown' ? tellUnknown(decision) : '';
  const endings = tellEndings(endingsOf(decision));
  if (endings === '') return open === '' ? undefined : open;
  return md`⚠️ ${[endings, open].filter((sentence) => sentence !== '').join(' ')}`;
}

function tellUnknown({ causes }: Decision): string {
  const open = causes.filter((cause) => blocksOf(cause) === 'unknown');
  const byPolicy = open.every(({ code }) => code === 'scanner-error' || code === 'scanner-not-run');
  const allowed =
    byPolicy && open.length > 0
      ? ' To let this pass knowingly: `on-error: warn` under `security:`; the report then says "not proven".'
      : '';
  return `Nothing found is not the same as nothing there.${allowed} Exit code 2.`;
}

function tellEndings(endings: readonly CauseOf<'suppression-ending'>[]): string {
  if (endings.length === 0) return '';
  const told = endings.slice(0, 3).map(({ entry, daysLeft }) => {
    const name = packageOf(entry);
    const left = daysLeft === 0 ? 'today' : `${counted(daysLeft, 'day')} left`;
    const target = entry.advisory === undefined ? mark(targetOf(entry)) : plain(targetOf(entry), 60);
    return `${target}${name === undefined ? '' : ` (${mark(name)})`} on ${entry.expires}, ${left}`;
  });
  const more = endings.length > 3 ? `; and ${endings.length - 3} more` : '';
  const [verb, it] = endings.length === 1 ? ['ends', 'it blocks'] : ['end', 'they block'];
  return `${counted(endings.length, 'suppression')} ${verb} within ${ENDING_DAYS} days: ${told.join('; ')}${more}. After that ${it}.`;
}
