/** A line of the section of signatures: `**Label:** name Дата: date`. */
import type { SignoffLine } from './model.ts';

/** What blanks to be filled in are made of. */
const BLANK = /[\s_*\\,;/—–-]/u;

/** undefined for a text without a label. A name or a date of blanks only is none. */
export function signoffLine(text: string): SignoffLine | undefined {
  const colon = text.indexOf(':');
  const label = filled(text.slice(0, Math.max(colon, 0)));
  if (label === undefined) return undefined;
  const [before = '', after = ''] = text.slice(colon + 1).split(/(?<![\wа-яё])(?:дата|date)\s*:/i, 2);
  const [name, date] = [filled(before), filled(after)];
  return { label, ...(name === undefined ? {} : { name }), ...(date === undefined ? {} : { date }) };
}

function filled(text: string): string | undefined {
  const bare = withoutBlanks(text.slice(0, 1000));
  return /[\p{L}\p{N}]/u.test(bare) ? bare : undefined;
}

/** One dot at the end belongs to a name ("Jr."), several are a blank. By steps, since forms have hundreds of them. */
function withoutBlanks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && (BLANK.test(text.charAt(from)) || text.charAt(from) === '.')) from += 1;
  for (;;) {
    const isDots = text.charAt(to - 1) === '.' && text.charAt(to - 2) === '.';
    if (to > from && BLANK.test(text.charAt(to - 1))) to -= 1;
    else if (to > from + 1 && isDots) while (text.charAt(to - 1) === '.') to -= 1;
    else return text.slice(from, to);
  }
}
