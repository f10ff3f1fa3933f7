import type { ScannerSummary, SecuritySummary, SuppressedFinding } from '@shipgate/backstage-plugin-deployments-common';
import { MOST_SUPPRESSED } from '@shipgate/backstage-plugin-deployments-common';
import type { SecurityFinding, SecurityScanner, Verdict } from '@shipgate/schemas';
import { isSecurityScanVerdict } from '@shipgate/schemas';

/** Undefined for another gate, and for a scan that could not begin. */
export function securitySummary(verdict: Verdict): SecuritySummary | undefined {
  if (!isSecurityScanVerdict(verdict)) return undefined;
  const { scanners, counts, findings = [] } = verdict.evidence;
  if (scanners === undefined || counts === undefined) return undefined;
  const suppressed = findings.filter(({ state }) => state === 'suppressed');
  return {
    scanners: scanners.map(scannerSummary),
    counts,
    suppressed: suppressed.toSorted(worstFirst).slice(0, MOST_SUPPRESSED).map(suppressedFinding),
  };
}

function scannerSummary({ name, version, outcome, findings, reason, seen, required }: SecurityScanner): ScannerSummary {
  return { name, version, outcome, findings, reason, seen, required: required ?? true };
}

const order = ['critical', 'high', 'medium', 'low'];

function worstFirst(one: SecurityFinding, two: SecurityFinding): number {
  return order.indexOf(one.severity) - order.indexOf(two.severity);
}

function suppressedFinding({ title, severity, advisories, rule, location, allow }: SecurityFinding): SuppressedFinding {
  return {
    title,
    severity,
    id: advisories[0] ?? rule,
    location: location === null ? null : placeOf(location),
    reason: allow?.reason ?? null,
    expires: allow?.expires ?? null,
  };
}

function placeOf({ path, line }: NonNullable<SecurityFinding['location']>): SuppressedFinding['location'] {
  return line === undefined ? { file: path } : { file: path, line };
}
