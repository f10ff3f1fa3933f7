/** What was proven, how much of it was looked at, and what was not. Pure. */
import { counted } from '@shipgate/kit/verdict';
import type { Proof } from '@shipgate/schemas';
import type { Decision } from './decide.ts';
import type { DecidedFinding, FindingState } from './decided.ts';
import type { Facts, Policy } from './facts.ts';
import type { Severity } from './finding.ts';
import { troubleOf } from './reasons/scanners.ts';
import { plain } from './reasons/text.ts';
import type { ScannerFacts } from './scanner-facts.ts';

/** One for each scanner, and one for what they found. */
export function listProofs(facts: Facts, decision: Decision): readonly Proof[] {
  return [proofOfFindings(facts, decision), ...facts.scanners.map((scanner) => proofOf(scanner, facts.policy))];
}

function proofOfFindings({ scanners }: Facts, { findings }: Decision): Proof {
  const blocking = findings.filter(({ isBlocking }) => isBlocking).length;
  const counts = countStates(findings);
  const silent = askedOf(scanners).filter((scanner) => !answers(scanner)).length;
  const without = silent === 0 ? '' : `, without what ${counted(silent, 'scanner')} would have found`;
  const told = `${counts.new} new, ${counts.known} known, ${counts.suppressed} suppressed${without}`;
  const outcome = blocking > 0 ? 'fail' : scanners.some(answers) ? 'pass' : 'not-proven';
  return {
    name: 'Findings',
    required: true,
    outcome,
    seen:
      blocking > 0
        ? `${blocking} of ${counted(findings.length, 'finding')} ${blocking === 1 ? 'blocks' : 'block'}: ${told}`
        : told,
  };
}

function proofOf(scanner: ScannerFacts, policy: Policy): Proof {
  const name = plain(scanner.name, 60) || 'a scanner';
  const isAnswer = answers(scanner);
  return {
    name,
    required: mustAnswer(scanner, policy),
    outcome: isAnswer ? 'pass' : 'not-proven',
    seen: isAnswer ? tellSeen(scanner) : whyNot(scanner),
  };
}

function tellSeen({ outcome, findings, seen }: ScannerFacts): string {
  const found = outcome === 'clean' ? 'clean' : counted(findings ?? 0, 'finding');
  return seen === null || seen.trim() === '' ? found : `${found}; ${plain(seen)}`;
}

/** Why there is no answer, for people. */
export function whyNot(scanner: ScannerFacts): string {
  const { hasNothing, trouble, seen } = scanner;
  const nothing = trouble?.got ?? seen ?? '';
  if (hasNothing) return `nothing to look at${nothing === '' ? '' : `: ${plain(nothing)}`}`;
  return `${scanner.outcome === 'error' ? 'error' : 'not run'}: ${plain(troubleOf(scanner).got)}`;
}

export function answers({ outcome }: ScannerFacts): boolean {
  return outcome === 'clean' || outcome === 'findings';
}

/** Whether nothing passes without its answer: one that broke was looking at something, whether anybody named it or not. */
export function mustAnswer({ outcome, required, hasNothing }: ScannerFacts, { onError }: Policy): boolean {
  return onError === 'block' && !hasNothing && (required || outcome === 'error');
}

/** Those that had something to look at. */
export function askedOf(scanners: readonly ScannerFacts[]): readonly ScannerFacts[] {
  return scanners.filter(({ hasNothing }) => !hasNothing);
}

/** "3 of 4 scanners". */
export function tellAnswers(scanners: readonly ScannerFacts[], test: (scanner: ScannerFacts) => boolean): string {
  const asked = askedOf(scanners);
  return `${asked.filter(test).length} of ${counted(asked.length, 'scanner')}`;
}

export type StateCounts = Readonly<Record<FindingState, number>>;

export function countStates(findings: readonly DecidedFinding[]): StateCounts {
  const counts = { new: 0, known: 0, suppressed: 0 };
  for (const { state } of findings) counts[state] += 1;
  return counts;
}

/** Of one state, by severity. */
export function countSeverities(findings: readonly DecidedFinding[], state: FindingState): Record<Severity, number> {
  const counts = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const finding of findings) if (finding.state === state) counts[finding.severity] += 1;
  return counts;
}
