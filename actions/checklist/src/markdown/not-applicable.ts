/** Where a text says that its item does not apply: `N/A: no mesh here (owner: @dev-lead)`. */

/** As found; whether it is allowed is not known here. */
export interface Declaration {
  /** undefined when none is given: then it counts for nothing. */
  readonly reason?: string;
  /** Without @. */
  readonly owner?: string;
  /** Where it begins in the text. */
  readonly at: number;
}

const SAID = '(?:n\\/a|н\\/п|не\\s?применимо|not\\s+applicable)';
/** A colon or a dash, or nothing more at all. A hyphen needs a blank at its side, since "N/A-values" is a word. */
const DECLARED = new RegExp(
  `(?<![\\wа-яё/])(?<!(?:if|when|as|mark|use|or|write|put|is|если|как|или|отметьте)\\s+)${SAID}(?:(\\s*[:—–]|\\s+-|-(?=\\s))|(?=\\s*[).;,]*\\s*$))`,
  'i',
);
const OWNER = /[([]?\s*(?<![\wа-яё])(?:owner|владелец)\s*:\s*@?([a-z\d](?:[a-z\d-]{0,38}))(?![\wа-яё])\s*[)\]]?/i;

const IF_APPLICABLE =
  /(?<![a-zа-яё])(?:если\s+примени[а-я]+|(?:if|where|when)\s+applicable|при\s+наличии)(?![a-zа-яё])/i;

/** What they need, found without looking at what stands around. */
const APPLICABLE = /применим|applicable|наличии/i;
const SAID_AT_ALL = new RegExp(SAID, 'i');

/** «если применимо», `if applicable`, `where applicable`, «при наличии» as words of this text. */
export function isIfApplicable(text: string): boolean {
  return APPLICABLE.test(text) && IF_APPLICABLE.test(text);
}

/** Cheap: whether a closer look at this Markdown is worth it. */
export function maySayNotApplicable(markdown: string): boolean {
  return SAID_AT_ALL.test(markdown);
}

/** Only the first 2,000 signs are looked at. */
export function declarationIn(prose: string): Declaration | undefined {
  if (!maySayNotApplicable(prose)) return undefined;
  const text = prose.slice(0, 2000);
  const said = DECLARED.exec(text);
  if (said === null) return undefined;
  if (said[1] === undefined) return { at: said.index };
  const rest = text.slice(said.index + said[0].length);
  const owner = OWNER.exec(rest);
  const reason = bare(owner === null ? rest : rest.slice(0, owner.index) + rest.slice(owner.index + owner[0].length));
  return {
    at: said.index,
    ...(/\p{L}/u.test(reason) ? { reason } : {}),
    ...(owner?.[1] === undefined ? {} : { owner: owner[1] }),
  };
}

/** `(N/A: no mesh)` leaves a bracket, and an owner in the middle two blanks. */
function bare(reason: string): string {
  const line = reason.replace(/\s+/g, ' ').trim();
  const open = line.split('(').length;
  const unmatched = line.endsWith(')') && line.split(')').length > open;
  return (unmatched ? line.slice(0, -1) : line).replace(/[\s,;—–-]+$/u, '');
}
