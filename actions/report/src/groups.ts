/** Verdicts that are told in one place, and which of them is told there. Pure. */
import type { Outcome, Verdict } from '@shipgate/schemas';
import type { ReadVerdict } from './verdicts.ts';

export interface VerdictGroup {
  /** The one that is told. */
  readonly one: ReadVerdict;
  readonly count: number;
}

/** In the order in which their places come up. */
export function groupVerdicts(
  verdicts: readonly ReadVerdict[],
  placeOf: (verdict: Verdict) => string,
): readonly VerdictGroup[] {
  const groups = groupsBy(verdicts, ({ verdict }) => placeOf(verdict));
  return groups.map((group) => ({ one: toShow(group), count: group.length }));
}

/** What has one key together, in the order of the keys; no group is empty. */
export function groupsBy<One>(all: readonly One[], keyOf: (one: One) => string): readonly (readonly One[])[] {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

const badness: readonly Outcome[] = ['fail', 'unknown', 'pass'];

/** Of the last attempt the worst, so that a green one never hides a red one. */
function toShow(group: readonly ReadVerdict[]): ReadVerdict {
  const attempt = ({ verdict }: ReadVerdict) => verdict.subject.run?.attempt ?? 0;
  return group.reduce((best, one) => {
    if (attempt(one) !== attempt(best)) return attempt(one) > attempt(best) ? one : best;
    return badness.indexOf(one.verdict.outcome) < badness.indexOf(best.verdict.outcome) ? one : best;
  });
}
