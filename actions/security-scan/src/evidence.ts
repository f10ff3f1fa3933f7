/** The facts of a run as the verdict has them (schemas/verdict.schema.json, securityScanEvidence). Pure. */
import { cut } from '@shipgate/kit/escape';
import type { SecurityFinding, SecurityLocation, SecurityScanEvidence, SecurityScanner } from '@shipgate/schemas';
import type { CauseOf } from './causes.ts';
import type { Decision } from './decide.ts';
import type { DecidedFinding } from './decided.ts';
import type { Facts } from './facts.ts';
import type { Location, PackageFact } from './finding.ts';
import { answers, countSeverities, mustAnswer, whyNot } from './proofs.ts';
import { isPlace } from './reasons/place.ts';
import { targetOf } from './reasons/text.ts';
import type { ScannerFacts } from './scanner-facts.ts';

/** So many findings stand in the verdict, as its schema has it; all of them are in SARIF. */
export const LISTED = 1000;

const LONGEST = { title: 200, message: 1000, command: 2000 } as const;

/** What the SARIF files hold, when they were made. */
export interface SarifCounts {
  /** In the full file. */
  readonly results: number;
  /** In the file for code scanning. */
  readonly uploaded: number;
  /** Left out of it by GitHub's limits. */
  readonly dropped: number;
}

export interface EvidenceInput {
  readonly facts: Facts;
  readonly decision: Decision;
  readonly policyCommit: string | null;
  /** SARIF of the base that was read instead of scanning it. */
  readonly baseline?: string | null;
  readonly sarif?: SarifCounts;
}

export function buildEvidence({ facts, decision, policyCommit, baseline, sarif }: EvidenceInput): SecurityScanEvidence {
  const { policy, kev, base } = facts;
  const { findings } = decision;
  const sha = base?.sha ?? '';
  return {
    policy: { file: facts.policyFile, commit: policyCommit },
    failOn: policy.failOn,
    base: /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha) ? sha : null,
    baseline: baseline ?? null,
    scanners: facts.scanners.map((scanner) => scannerOf(scanner, facts)),
    counts: {
      new: countSeverities(findings, 'new'),
      known: countSeverities(findings, 'known'),
      suppressed: countSeverities(findings, 'suppressed'),
    },
    findings: findings.slice(0, LISTED).map(findingOf),
    omitted: Math.max(0, findings.length - LISTED),
    kev: kev === null ? null : { date: kev.date, count: kev.cves.size },
    allow: allowOf(decision),
    ...(sarif === undefined ? {} : { sarif: { ...sarif } }),
  };
}

function scannerOf(scanner: ScannerFacts, { policy }: Facts): SecurityScanner {
  const { name, version, outcome, findings, seen, durationMs, source, file } = scanner;
  const isAnswer = answers(scanner);
  return {
    name: there(name, 'unnamed'),
    version: version === '' ? null : version,
    outcome,
    // What a part of an answer found is among the findings; how much there is, nobody knows.
    findings: isAnswer ? findings : null,
    durationMs: Math.max(0, Math.round(durationMs)),
    reason: isAnswer ? null : whyNot(scanner),
    seen: seen === null || seen === '' ? null : seen,
    source,
    ...(file === undefined || file === '' ? {} : { file }),
    required: mustAnswer(scanner, policy),
  };
}

function findingOf(decided: DecidedFinding): SecurityFinding {
  const { finding, scanner, alsoBy, severity, state, kev, fingerprint, content, lineHash } = decided;
  const title = there(cut(finding.title, LONGEST.title), finding.rule);
  return {
    scanner: there(scanner, 'unnamed'),
    ...(alsoBy.length === 0 ? {} : { also: alsoBy.filter((name) => name !== '') }),
    rule: there(finding.rule, 'unnamed'),
    category: finding.category,
    title,
    severity,
    state,
    location: finding.location === null ? null : locationOf(finding.location),
    package: finding.package === undefined ? null : packageOf(finding.package),
    advisories: finding.advisories.filter((id) => id !== ''),
    kev,
    fingerprints: {
      'shipgateIdentity/v1': fingerprint,
      'shipgateContent/v1': content,
      ...(lineHash === undefined ? {} : { primaryLocationLineHash: lineHash }),
    },
    message: cut(finding.message, LONGEST.message),
    ...(finding.fix === undefined || finding.fix === '' ? {} : { fix: cut(finding.fix, LONGEST.command) }),
    ...(finding.commit === undefined || finding.commit === '' ? {} : { commit: finding.commit }),
    ...allowanceOf(decided),
  };
}

function there(text: string, otherwise: string): string {
  return text === '' ? otherwise || 'unnamed' : text;
}

function locationOf({ path, line, column, endLine, endColumn }: Location): SecurityLocation | null {
  if (path === '') return null;
  return {
    path,
    ...(isPlace(line) ? { line } : {}),
    ...(isPlace(column) ? { column } : {}),
    ...(isPlace(endLine) ? { endLine } : {}),
    ...(isPlace(endColumn) ? { endColumn } : {}),
  };
}

function packageOf({ purl, range, fixed, via }: PackageFact): SecurityFinding['package'] {
  if (!purl.startsWith('pkg:')) return null;
  const steps = via.filter((name) => name !== '');
  return {
    purl,
    range: range === '' ? null : range,
    fixed: fixed === '' ? null : fixed,
    ...(steps.length === 0 ? {} : { via: steps }),
  };
}

function allowanceOf({ state, entry, finding, inlineReason }: DecidedFinding): Pick<SecurityFinding, 'allow'> {
  if (state !== 'suppressed') return {};
  if (inlineReason !== undefined || entry === undefined) {
    const by = finding.suppressedBy?.kind ?? 'external';
    return { allow: { by, reason: finding.suppressedBy?.reason || null, expires: null } };
  }
  return { allow: { by: 'policy', reason: entry.reason, expires: entry.expires } };
}

function allowOf({ findings, causes }: Decision): SecurityScanEvidence['allow'] {
  const used = new Set(
    findings.flatMap(({ state, entry }) => (state === 'suppressed' && entry !== undefined ? [entry] : [])),
  );
  const count = (code: string) => causes.filter((cause) => cause.code === code).length;
  return {
    used: used.size,
    stale: count('suppression-stale'),
    expired: count('suppression-expired'),
    ending: endingsOf({ causes }).map(({ entry, daysLeft }) => ({
      index: entry.index,
      target: targetOf(entry) || 'unnamed',
      expires: entry.expires,
      daysLeft,
    })),
  };
}

/** Entries that end soon, in the order of the file. */
export function endingsOf({ causes }: Pick<Decision, 'causes'>): readonly CauseOf<'suppression-ending'>[] {
  return causes.filter((cause) => cause.code === 'suppression-ending');
}
