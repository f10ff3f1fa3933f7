/** Numbers and their units do not part at the end of a line of Markdown. */

/** No-break space. */
const NO_BREAK = '\u00a0';

/** "2.99 %", "2 min 30 s" with non-breaking spaces before units. */
export function tied(text: string): string {
  return text.replace(/(\d) (?=(?:%|s|min|h|points?)(?![\p{L}\p{N}]))/gu, `$1${NO_BREAK}`);
}

/** A cell that breaks before a parenthesis only: "3.08 % (20 of 650)". */
export function unbroken(text: string): string {
  return text.replaceAll(' ', NO_BREAK).replaceAll(`${NO_BREAK}(`, ' (');
}
