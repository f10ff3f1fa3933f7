/** What stands before a comparison in its clause: a "not" turns it around, and an "if" makes it no demand at all. */

/** The end of a text from the last sign that ends a clause, at most 120 signs. */
export function clauseBefore(text: string): string {
  const near = text.slice(-120);
  let from = 0;
  // A sign within a number ends nothing.
  for (const { index, 0: sign } of near.matchAll(/[.,;:()[\]—–](?!\d)|[.,;:](?=\s)/g)) from = index + sign.length;
  return near.slice(from);
}

const NEGATION =
  /(?<![\wа-яё])(?:not|no|never|none|nothing|nobody|cannot|can't|isn't|aren't|doesn't|don't|won't|mustn't|shouldn't|without|не|нет|ни|нельзя|никогда|без|ничего)(?![\wа-яё])/i;
const EMPHASIS = /(?<![\wа-яё])(?:никогда|never)(?![\wа-яё])/gi;

/** "must not fall below 99.9%" wants the opposite of what its comparison says; a "not" within the comparison is read with it. */
export function isNegated(clause: string, operator: string): boolean {
  const isOwn = /^(?:не|no|not)[ \u00a0]/i.test(operator);
  return NEGATION.test(isOwn ? clause.replace(EMPHASIS, '') : clause);
}

const CONDITION =
  /(?<![\wа-яё])(?:if|when|whenever|unless|alert|alerts|alarm|page|pages|warn|warns|roll(?:s|ed)? ?back|если|когда|при|оповещени[ея]|оповещать|алерт|откат|откатить)(?![\wа-яё])/i;

/** "Alert if CPU is above 5%" says when something happens, not what the release has to reach. */
export function isConditional(clause: string): boolean {
  return CONDITION.test(clause);
}
