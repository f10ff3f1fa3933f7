/** What one check of one piece of evidence says, and how several become one. Pure. */
import { cut, visible } from '@shipgate/kit/escape';
import type { EvidenceKind, EvidenceOutcome, EvidenceResult } from './result.ts';

/** A result before it is known where it was seen. */
export type Judged = Omit<EvidenceResult, 'kind' | 'source'>;

/** A fact as wanted. There is nothing to mend. */
export function passed(seen: string, more: Partial<Judged> = {}): Judged {
  return { outcome: 'pass', seen, mend: 'Keep it so', ...more };
}

export function failed(seen: string, mend: string, more: Partial<Judged> = {}): Judged {
  return { outcome: 'fail', seen, mend, ...more };
}

export function stale(seen: string, mend: string, more: Partial<Judged> = {}): Judged {
  return { outcome: 'stale', seen, mend, ...more };
}

export function unknown(seen: string, mend: string, more: Partial<Judged> = {}): Judged {
  return { outcome: 'unknown', seen, mend, ...more };
}

const gravity: Readonly<Record<EvidenceOutcome, number>> = { fail: 3, stale: 2, unknown: 1, pass: 0 };

/** The gravest of several, the first among equals. Nothing looked at is nothing known. */
export function gravest(all: readonly Judged[]): Judged {
  const [first, ...others] = all;
  if (first === undefined) return unknown('nothing was looked at', 'Say in the evidence what must hold');
  return others.reduce((worst, each) => (gravity[each.outcome] > gravity[worst.outcome] ? each : worst), first);
}

/** Longest sentence, in code points: expressions of the policy stand in it. */
const longestSentence = 300;

/** What stands in the sentences came from outside, and is shown, not interpreted. */
export function resultOf(kind: EvidenceKind, source: string, judged: Judged): EvidenceResult {
  const sentence = (text: string) => visible(cut(text, longestSentence));
  return { kind, ...judged, source: sentence(source), seen: sentence(judged.seen), mend: sentence(judged.mend) };
}
