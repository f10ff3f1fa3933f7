/** A line of the section of signatures: `**Label:** name Дата: date`. */
import type { SignoffLine } from './model.ts';

/** What blanks to be filled in are made of, at the ends of a name. */
const BLANKS = /^[\s_*\\.,;/—–-]+|(?:[\s_*\\,;/—–-]|\.{2,})+$/gu;

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
  const bare = text.slice(0, 1000).replace(BLANKS, '');
  return /[\p{L}\p{N}]/u.test(bare) ? bare : undefined;
}
