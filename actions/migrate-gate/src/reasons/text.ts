import { mark } from '@shipgate/kit/report/sentence';
import type { Difference } from '../catalog/compare.ts';
import { describeDifference, quoteName } from '../catalog/describe.ts';
import type { FindingOf, ProofName, ReasonCode } from '../findings.ts';
import type { DatabaseError } from '../ports.ts';

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
const TOLD = 4;

/** "trigger `touch` on `orders` is gone, and 2 more". */
export function tellDifferences(differences: readonly Difference[]): string {
  const roots = withoutParts(differences);
  const told = roots.slice(0, TOLD).map((difference) => describeDifference(difference, mark));
  const more = roots.length - told.length;
  return told.join('; ') + (more > 0 ? `; and ${more} more` : '');
}

/** Without columns, constraints and the like of a table that is itself gone or new: they go without saying. */
export function withoutParts(differences: readonly Difference[]): readonly Difference[] {
  const relations = differences.filter((d) => d.change !== 'changed' && /table|view|sequence|type$/.test(d.class));
  const isPart = (d: Difference) =>
    relations.some(
      (relation) =>
        relation !== d &&
        relation.change === d.change &&
        (d.object.startsWith(`${relation.object}.`) || d.object.endsWith(` on ${relation.object}`) || isOwnSequence(d, relation)),
    );
  return differences.filter((d) => !isPart(d));
}

function isOwnSequence(d: Difference, relation: Difference): boolean {
  return d.class === 'sequence' && d.object.startsWith(`${relation.object}_`);
}

/** "trigger `touch` on `orders`". */
export function nameDifference(difference: Difference): string {
  return `${difference.class} ${quoteName(difference.object, mark)}`;
}

/** What the server said, with its detail. */
export function tellError(error: DatabaseError): string {
  const state = error.sqlState === undefined ? '' : ` (SQLSTATE ${error.sqlState})`;
  const detail = error.detail === undefined ? '' : ` Detail: ${mark(error.detail)}.`;
  const hint = error.hint === undefined ? '' : ` Hint: ${mark(error.hint)}.`;
  return `PostgreSQL says ${mark(error.message)}${state}.${detail}${hint}`;
}

/** The name in a server's message that people look for first. */
export function objectOfError(error: DatabaseError): string {
  return error.object ?? /"([^"]+)"/.exec(error.message)?.[1] ?? '';
}

/** " at `orders`", or nothing. */
export function atObject(error: DatabaseError): string {
  const object = objectOfError(error);
  return object === '' ? '' : ` at ${mark(object)}`;
}
