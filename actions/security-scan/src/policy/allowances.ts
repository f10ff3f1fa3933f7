/** What is to be told of the allow list itself. Pure. */
import type { Cause } from '../causes.ts';
import type { DecidedFinding } from '../decided.ts';
import type { Facts } from '../facts.ts';
import { type AllowEntry, daysBetween, ENDING_DAYS, standingOf } from './allow.ts';

export function findAllowances(facts: Facts, findings: readonly DecidedFinding[]): readonly Cause[] {
  const { policy } = facts;
  const used = new Map<AllowEntry, DecidedFinding[]>();
  for (const finding of findings) {
    if (finding.entry === undefined) continue;
    const some = used.get(finding.entry) ?? [];
    used.set(finding.entry, some);
    some.push(finding);
  }
  return policy.allow.flatMap((entry) => findEntry(entry, used.get(entry) ?? [], facts));
}

function findEntry(entry: AllowEntry, about: readonly DecidedFinding[], facts: Facts): readonly Cause[] {
  const place = facts.placeOf(entry.index);
  const { horizonDays } = facts.policy;
  const daysLeft = daysBetween(facts.today, entry.expires);
  switch (standingOf(entry, facts.today, horizonDays)) {
    case 'too-far':
      return [{ code: 'suppression-too-far', place, entry, horizonDays, daysLeft }];
    case 'expired': {
      const blocked = about.filter(({ isBlocking }) => isBlocking).length;
      if (about.length > 0) return [{ code: 'suppression-expired', place, entry, blocked }];
      return stale(entry, facts);
    }
    default: {
      if (about.length === 0) return stale(entry, facts);
      if (daysLeft > ENDING_DAYS) return [];
      return [{ code: 'suppression-ending', place, entry, daysLeft, count: about.length }];
    }
  }
}

/** An entry for nothing is told, unless a scanner that could have found its finding gave no answer. */
function stale(entry: AllowEntry, facts: Facts): readonly Cause[] {
  if (facts.scanners.some(({ outcome, hasNothing }) => outcome === 'error' || (outcome === 'not-run' && !hasNothing)))
    return [];
  return [{ code: 'suppression-stale', place: facts.placeOf(entry.index), entry }];
}
