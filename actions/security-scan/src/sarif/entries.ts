/** Findings of a run as the pieces of its text. Rules stand in the order of their first finding, so a run can be cut behind any. */
import type { DecidedFinding } from '../decided.ts';
import { lineOf } from './document.ts';
import type { ScannerRun } from './input.ts';
import { ruleIdOf, ruleOf } from './rule.ts';

export interface Entry {
  readonly decided: DecidedFinding;
  readonly ruleIndex: number;
  /** Rules of this entry and of those before it. */
  readonly rulesSoFar: number;
}

export interface Entries {
  readonly entries: readonly Entry[];
  readonly rules: readonly string[];
}

export function entriesOf(
  { findings, scanner }: Pick<ScannerRun, 'findings' | 'scanner'>,
  docs: (code: string) => string,
): Entries {
  const indexes = new Map<string, number>();
  const rules: string[] = [];
  const entries = findings.map((decided): Entry => {
    const id = ruleIdOf(decided);
    const known = indexes.get(id);
    const ruleIndex = known ?? rules.length;
    if (known === undefined) {
      indexes.set(id, ruleIndex);
      rules.push(lineOf(ruleOf(decided, scanner, docs)));
    }
    return { decided, ruleIndex, rulesSoFar: rules.length };
  });
  return { entries, rules };
}
