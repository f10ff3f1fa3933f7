/** The words of one reason code. Sentences with names between backticks; simple present, the object named. */

import { cut } from '@shipgate/kit/escape';
import { mark } from '@shipgate/kit/report/sentence';
import type { FindingOf, ReasonCode } from '../findings.ts';

export interface ReasonText<Code extends ReasonCode> {
  readonly severity: 'error' | 'warning' | 'note';
  /** unknown: not a fault of the release, but nothing is proven; an error fails otherwise, the others do not block. */
  readonly blocks?: 'unknown';
  /** The proof that it speaks against; null: it is beside all of them. */
  readonly proof: ProofName | null;
  title(finding: FindingOf<Code>): string;
  seen(finding: FindingOf<Code>): string;
  hurts(finding: FindingOf<Code>): string;
  mend(finding: FindingOf<Code>): string;
  repair?(finding: FindingOf<Code>): { readonly language: 'diff' | 'sh' | 'yaml'; readonly text: string } | undefined;
}

export type ReasonTexts<Codes extends ReasonCode> = { readonly [Code in Codes]: ReasonText<Code> };

export type ProofName = 'items' | 'signatures' | 'policy' | 'calendar' | 'manifests';

/** The text of an item in the quotes of its own language, cut. */
export function quoted(text: string, most = 60): string {
  const shown = cut(text, most);
  return /\p{Script=Cyrillic}/u.test(shown) ? `«${shown}»` : `"${shown}"`;
}

/** " (line 11)" when it is another than the item's own; 0 is that of no line: the policy's own limit. */
export function atLine(line: number | undefined, own: number | undefined): string {
  return line === undefined || line === 0 || line === own ? '' : ` (line ${line})`;
}

export function shortSubject(subject: string | null): string {
  return subject === null ? 'not known' : mark(subject.slice(0, 12));
}
