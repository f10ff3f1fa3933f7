/** Facts of a run, for tests: nothing found by one scanner, and a policy that blocks what is new and high. */
import type { Facts, Policy } from './facts.ts';
import type { RawFinding } from './finding.ts';
import { advisoryClasses } from './identity/classes.ts';
import type { IdentifiedFinding } from './identity/identified.ts';
import type { AllowEntry } from './policy/allow.ts';
import { packagePattern } from './policy/package-range.ts';
import type { ScannerFacts } from './scanner-facts.ts';

export const GHSA = 'GHSA-2f4h-9q7m-c3vx';
export const CVE = 'CVE-2026-12345';

export function scannerFacts(changes: Partial<ScannerFacts> = {}): ScannerFacts {
  return {
    name: 'npm-audit',
    version: '11.19.1',
    outcome: 'clean',
    findings: 0,
    trouble: null,
    seen: '812 packages',
    durationMs: 2200,
    source: 'ran',
    required: true,
    hasNothing: false,
    ...changes,
  };
}

export const trouble = {
  expected: 'a report of advisories',
  got: '405 Method Not Allowed',
  mend: 'let the mirror pass this path on',
};

export function vulnerablePackage(changes: Partial<RawFinding> = {}): RawFinding {
  return {
    category: 'dependency',
    rule: GHSA,
    title: 'table-press 2.3.0 reads files outside its folder',
    severity: 'high',
    message: 'Path traversal in table-press',
    location: { path: 'package-lock.json', line: 4187, column: 5 },
    package: {
      purl: 'pkg:npm/table-press@2.3.0',
      name: 'table-press',
      version: '2.3.0',
      range: '<2.4.1',
      fixed: '2.4.1',
      via: ['order-forms'],
    },
    advisories: [GHSA],
    fix: 'npm update table-press',
    ...changes,
  };
}

export function foundSecret(changes: Partial<RawFinding> = {}): RawFinding {
  return {
    category: 'secret',
    rule: 'aws-access-key-id',
    title: 'AWS access key',
    severity: 'critical',
    message: 'rule aws-access-key-id matches; the value is not shown',
    location: { path: 'internal/export/s3.go', line: 18, column: 14, endColumn: 34 },
    advisories: [],
    fix: 'aws iam update-access-key --access-key-id <the key> --status Inactive',
    ...changes,
  };
}

export function identified(finding: RawFinding, changes: Partial<IdentifiedFinding> = {}): IdentifiedFinding {
  return {
    scanner: 'npm-audit',
    alsoBy: [],
    isKnown: false,
    finding,
    fingerprint: '0123456789abcdef0123456789abcdef',
    content: 'fedcba9876543210fedcba9876543210',
    ...changes,
  };
}

export function allowEntry(changes: Partial<AllowEntry> = {}): AllowEntry {
  const pattern = packagePattern('pkg:npm/table-press@>=2.0.0 <2.4.1');
  if ('got' in pattern) throw new Error(pattern.got);
  const reason = 'Build-time only; not in the image (ORD-911).';
  return { index: 0, advisory: GHSA, package: pattern, reason, expires: '2027-01-31', ...changes };
}

export const policy: Policy = {
  onError: 'block',
  unknownSeverity: 'high',
  failOn: { severity: 'high', state: 'new' },
  allow: [],
  horizonDays: 90,
  inline: false,
};

export function factsOf({
  policy: ofPolicy,
  ...changes
}: Partial<Omit<Facts, 'policy'>> & { readonly policy?: Partial<Policy> } = {}): Facts {
  return {
    policy: { ...policy, ...ofPolicy },
    policyFile: '.github/shipgate.yml',
    placeOf: (index) => ({ file: '.github/shipgate.yml', line: 90 + index, column: 7 }),
    scanners: [scannerFacts()],
    findings: [],
    classes: advisoryClasses([]),
    kev: null,
    today: '2026-11-20',
    base: { sha: '4c02d1a0b7a5d4c2e8f6a1b0d9c7e5f3a2b4d6c8', how: 'first parent of the merge commit' },
    found: [],
    ...changes,
  };
}
