/** From facts to findings that are decided and reasons that are told. No I/O, no clock. */
import type { Cause } from './causes.ts';
import type { DecidedFinding } from './decided.ts';
import type { Facts } from './facts.ts';
import type { Category, Severity } from './finding.ts';
import { severities } from './finding.ts';
import { sameId } from './identity/advisories.ts';
import type { IdentifiedFinding } from './identity/identified.ts';
import { type AllowEntry, AllowList, standingOf } from './policy/allow.ts';
import { findAllowances } from './policy/allowances.ts';
import type { ScannerFacts } from './scanner-facts.ts';

export interface Decision {
  /** Worst first: those that block, then new ones, by severity. */
  readonly findings: readonly DecidedFinding[];
  readonly causes: readonly Cause[];
}

/** How many findings are told as reasons of their own; the others are counted. */
export const TOLD = { blocking: 200, other: 10 } as const;

export function decide(facts: Facts): Decision {
  const list = new AllowList(facts.policy.allow, facts.classes);
  const findings = facts.findings.map((finding) => decideFinding(finding, facts, list)).toSorted(worstFirst);
  const causes = [
    ...facts.found,
    ...tellFindings(findings),
    ...facts.scanners.flatMap((scanner) => findScanner(scanner, facts)),
    ...(hasLooked(facts) ? [] : [{ code: 'nothing-scanned' as const }]),
    ...findNotCompared(facts),
    ...findUnasked(facts, findings),
    ...findAllowances(facts, findings),
  ];
  return { findings, causes };
}

/** Or it is told otherwise, for a scanner that had to, why nobody has. */
function hasLooked({ scanners, policy }: Facts): boolean {
  const isTold = ({ required, hasNothing }: ScannerFacts) => required && !hasNothing && policy.onError === 'block';
  return scanners.some((scanner) => scanner.outcome !== 'not-run' || isTold(scanner));
}

function decideFinding(found: IdentifiedFinding, facts: Facts, list: AllowList): DecidedFinding {
  const { policy, kev, today } = facts;
  const exploited = kev !== null && found.finding.advisories.some((id) => kev.cves.has(sameId(id)));
  const severity = exploited ? 'critical' : (found.finding.severity ?? policy.unknownSeverity);
  const entries = list.about(found);
  const standing = (entry: AllowEntry) => standingOf(entry, today, policy.horizonDays);
  const holding = entries.find((entry) => ['in-force', 'ending'].includes(standing(entry)));
  const expired = holding === undefined ? entries.find((entry) => standing(entry) === 'expired') : undefined;
  const inline = policy.inline ? found.finding.suppressedBy : undefined;
  const isSuppressed = holding !== undefined || inline !== undefined;
  const state = isSuppressed ? 'suppressed' : found.isKnown ? 'known' : 'new';
  const entry = holding ?? expired;
  const counts = state === 'new' || (state === 'known' && (policy.failOn.state === 'any' || expired !== undefined));
  return {
    ...found,
    severity,
    state,
    kev: exploited,
    ...(entry === undefined ? {} : { entry }),
    hasExpired: expired !== undefined && !isSuppressed,
    ...(inline === undefined || holding !== undefined
      ? {}
      : { inlineReason: inline.reason ?? `let through ${inline.kind}` }),
    isBlocking: counts && isAtLeast(severity, policy.failOn.severity),
  };
}

function isAtLeast(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(limit);
}

const stateOrder = ['new', 'known', 'suppressed'];

function worstFirst(one: DecidedFinding, two: DecidedFinding): number {
  return (
    Number(two.isBlocking) - Number(one.isBlocking) ||
    stateOrder.indexOf(one.state) - stateOrder.indexOf(two.state) ||
    severities.indexOf(one.severity) - severities.indexOf(two.severity) ||
    Number(two.kev) - Number(one.kev)
  );
}

const CODES = {
  secret: 'secret-found',
  dependency: 'vulnerable-package',
  code: 'code-weakness',
  manifest: 'manifest-weakness',
  contract: 'contract-broken',
} as const satisfies Record<Category, Cause['code']>;

/** What blocks, and what is new: known and suppressed findings are in the tables. */
function tellFindings(findings: readonly DecidedFinding[]): readonly Cause[] {
  const blocking = findings.filter(({ isBlocking }) => isBlocking);
  const other = findings.filter(({ isBlocking, state }) => !isBlocking && state === 'new');
  return [...tellSome(blocking, TOLD.blocking, true), ...tellSome(other, TOLD.other, false)];
}

function tellSome(findings: readonly DecidedFinding[], most: number, isBlocking: boolean): readonly Cause[] {
  const told = findings
    .slice(0, most)
    .map((finding): Cause => ({ code: CODES[finding.finding.category], finding, isBlocking }));
  const count = findings.length - told.length;
  return count === 0 ? told : [...told, { code: 'more-findings', count, isBlocking }];
}

/** A scanner that nobody asked for by name is only told when it did not run; one that broke blocks all the same. */
function findScanner(scanner: ScannerFacts, { policy }: Facts): readonly Cause[] {
  const blocks = policy.onError === 'block';
  if (scanner.outcome === 'error') return [{ code: 'scanner-error', scanner, isBlocking: blocks }];
  if (scanner.outcome === 'not-run' && !scanner.hasNothing)
    return [{ code: 'scanner-not-run', scanner, isBlocking: blocks && scanner.required }];
  return [];
}

function findNotCompared({ scanners }: Facts): readonly Cause[] {
  const some = scanners.filter(({ notCompared }) => notCompared !== undefined);
  return some.length === 0 ? [] : [{ code: 'not-compared', scanners: some }];
}

/** npm tells an advisory by its GHSA alone, and the catalogue by its CVE: who counts on the catalogue has to know. */
function findUnasked({ kev }: Facts, findings: readonly DecidedFinding[]): readonly Cause[] {
  if (kev === null) return [];
  const isUnasked = ({ state, finding: { advisories } }: DecidedFinding) =>
    state !== 'suppressed' && advisories.length > 0 && !advisories.some((id) => /^CVE-/i.test(id));
  const some = findings.filter(isUnasked);
  const by = [...new Set(some.map(({ scanner }) => scanner))];
  return some.length === 0 ? [] : [{ code: 'kev-unasked', count: some.length, by }];
}
