/** Texts of SARIF that came from outside: one line, with no link of their own, ended as a sentence. */
import { cut, visible } from '@shipgate/kit/escape';

/** https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#reportingdescriptor-object */
export const LONGEST = { name: 255, description: 1024, message: 1024 } as const;

/** Plain text has embedded links too (SARIF 2.1.0, 3.11.6); a scanner's words have none. */
export function plainText(text: string, most: number): string {
  // Most words of most scanners: what would not be seen has to be looked for nowhere else.
  if (text.length <= most && isTidy(text)) return text.replaceAll('](', '] (');
  return cut(visible(text.replace(/\s+/gu, ' ').trim()).replaceAll('](', '] ('), most);
}

/** Printable ASCII, without spaces around it. Two spaces in it do no harm, and looking for them takes longer than the rest. */
function isTidy(text: string): boolean {
  return !/[^ -~]/.test(text) && !text.startsWith(' ') && !text.endsWith(' ');
}

export function sentence(text: string, most: number): string {
  return ended(plainText(text, most - 1));
}

/** A plain text with a point at its end. */
export function ended(line: string): string {
  return line === '' || '.!?…'.includes(line.slice(-1)) ? line : `${line}.`;
}

/** `use of md5` as `UseOfMd5`, which is how names of rules are written (SARIF 2.1.0, 3.49.7). */
export function pascalCase(text: string): string {
  const words = text.match(/[A-Za-z0-9]+/g) ?? [];
  return words
    .slice(0, 8)
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('')
    .slice(0, LONGEST.name);
}
