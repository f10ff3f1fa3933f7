import { mark } from '@shipgate/kit/report/sentence';
import type { Difference } from '../catalog/compare.ts';
import { describeDifference } from '../catalog/describe.ts';
import type { FindingOf, ProofName, ReasonCode } from '../findings.ts';
import type { DatabaseError } from '../ports.ts';
import { worstFirst } from './loss.ts';
import { withoutParts } from './parts.ts';

/** The words of one reason code. Sentences with names between backticks; simple present, the object named. */
export interface ReasonText<Code extends ReasonCode> {
  readonly severity: 'data-loss' | 'error' | 'warning' | 'note';
  /** unknown: not a fault of the change, but nothing is proven; fail by its severity otherwise. */
  readonly blocks?: 'unknown';
  /** The proof that it speaks against. */
  readonly proof: ProofName | null;
  title(finding: FindingOf<Code>): string;
  seen(finding: FindingOf<Code>): string;
  hurts(finding: FindingOf<Code>): string;
  mend(finding: FindingOf<Code>): string;
  repair?(finding: FindingOf<Code>): { readonly language: 'sql' | 'sh' | 'yaml'; readonly text: string } | undefined;
}

export type ReasonTexts<Codes extends ReasonCode> = { readonly [Code in Codes]: ReasonText<Code> };

/** Differences that are told one by one; the rest is counted. */
export const TOLD = 4;

/** What is worth telling, the worst first. */
export function rootsOf(differences: readonly Difference[]): readonly Difference[] {
  return worstFirst(withoutParts(differences));
}

/** "trigger `touch` on `orders` is gone; and 2 more". */
export function tellDifferences(differences: readonly Difference[]): string {
  const roots = rootsOf(differences);
  const told = roots.slice(0, TOLD).map((difference) => describeDifference(difference, mark));
  const more = roots.length - told.length;
  return told.join('; ') + (more > 0 ? `; and ${more} more` : '');
}

/** What the server said, with its detail. */
export function tellError(error: DatabaseError): string {
  const state = error.sqlState === undefined ? '' : ` (SQLSTATE ${error.sqlState})`;
  const more = (label: string, text: string | undefined) =>
    text === undefined ? '' : ` ${label}: ${mark(text.replace(/\.$/, ''))}.`;
  return `PostgreSQL says ${mark(error.message)}${state}.${more('Detail', error.detail)}${more('Hint', error.hint)}`;
}

/** The name in the server's message that people look for first. */
export function objectOf({ object, message }: DatabaseError): string | undefined {
  return object ?? /"([^"]+)"/.exec(message)?.[1] ?? /^cannot (?:drop|alter) .*?(\S+) because /.exec(message)?.[1];
}

/** " at `orders`", or nothing. */
export function atObject(error: DatabaseError): string {
  const object = objectOf(error);
  return object === undefined ? '' : ` at ${mark(object)}`;
}

/** The last part of a path, marked. */
export function markFile(path: string): string {
  return mark(path.slice(path.lastIndexOf('/') + 1));
}

/** "`a`, `b`, `c` and 5 more". */
export function listSome(names: readonly string[], most = 3): string {
  const more = names.length - most;
  return names.slice(0, most).map(mark).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
