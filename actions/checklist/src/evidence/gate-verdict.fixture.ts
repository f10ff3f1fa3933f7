/** Verdicts as gates write them, for tests. */
import { buildVerdict } from '@shipgate/kit/verdict';
import type { Subject, Verdict } from '@shipgate/schemas';

export const commit = 'c0ffee0'.padEnd(40, '1');
export const otherCommit = 'decade0'.padEnd(40, '2');
export const now = new Date('2026-11-28T12:00:00Z');

export interface VerdictFacts {
  readonly gate?: Verdict['gate'];
  readonly outcome?: Verdict['outcome'];
  readonly subject?: Subject;
  /** Minutes before `now`. */
  readonly minutesAgo?: number;
}

/** Of security-scan on a push, an hour ago, unless told otherwise: its evidence may be anything. */
export function verdictOf({
  gate = 'security-scan',
  outcome = 'pass',
  subject,
  minutesAgo = 60,
}: VerdictFacts = {}): Verdict {
  const finishedAt = new Date(now.getTime() - minutesAgo * 60_000);
  const verdict = buildVerdict({
    ...{ gate, version: '1.0.0', reasons: [], proofs: [], evidence: {} },
    subject: { repository: 'acme/orders', commit, event: 'push', ...subject },
    startedAt: new Date(finishedAt.getTime() - 1_000),
    finishedAt,
  });
  return { ...verdict, outcome };
}

export const textOf = (verdict: Verdict) => `${JSON.stringify(verdict, null, 2)}\n`;
