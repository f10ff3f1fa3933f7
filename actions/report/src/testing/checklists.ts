/** Verdicts of checklist for tests: a release that wants two signatures, but for what a test wants. */
import type { ChecklistEvidence, ChecklistItem, ChecklistSignature, Reason, Verdict } from '@shipgate/schemas';
import { head, red, runId } from './verdicts.ts';

const file = 'docs/production-checklist.ru.md';

export const signed: ChecklistSignature = {
  ...{ role: 'lead', label: 'Руководитель разработки', line: 470, claimed: null, state: 'proven' },
  proven: { login: 'dev-lead', id: 11, kind: 'review', commit: head, at: '2026-11-20T10:00:00Z' },
};
export const stale: ChecklistSignature = {
  ...{ role: 'devops', label: 'Руководитель DevOps', line: 471, claimed: null, proven: null, state: 'stale' },
};
export const claimed: ChecklistSignature = {
  ...{ role: 'security', label: 'Руководитель безопасности', line: 472, proven: null, state: 'claimed' },
  claimed: { name: 'А. Иванова', date: '2026-11-19' },
};
export const owner: ChecklistSignature = {
  ...{ role: 'product', label: 'Product Owner', line: 473, claimed: null, state: 'proven' },
  proven: { login: 'product-owner', id: 14, kind: 'commit-comment', commit: head, at: '2026-11-20T11:00:00Z' },
};

export const reasons: readonly Reason[] = [
  checklistReason('contradiction', 7, {
    title: 'ticked, but coverage is 78.4 %, wanted more than 80 %',
    seen: '«Coverage должен быть >80%» wants > 80 %; `coverage.xml` has 78.4 %, of 2026-11-20.',
    mend: 'raise the coverage, or untick the item.',
  }),
  checklistReason('evidence-fails', 367, {
    title: '`CHANGELOG.md` has no entry for 2.4.0',
    seen: '«CHANGELOG обновлён» rests on evidence; `CHANGELOG.md`.',
    mend: 'write the entry.',
  }),
  checklistReason('evidence-fails', 368, {
    title: '`CHANGELOG.md` has no entry for 2.4.0',
    seen: '«Release notes готовы» rests on evidence; `CHANGELOG.md`.',
    mend: 'write the entry.',
  }),
  checklistReason('item-open', 90, {
    title: 'open: «Rollback проверен»',
    seen: '«Rollback проверен» is not ticked, and no evidence speaks for it.',
    mend: 'do it and tick it, or configure evidence for it.',
  }),
  checklistReason('signature-stale', 471, {
    title: 'Руководитель DevOps: signed something else',
    seen: "the review of `boris-ops` of 2026-11-19 is for subject `aa`; this commit's is `c0`.",
    mend: '`boris-ops` signs once more.',
    evidence: { role: 'devops', state: 'stale' },
  }),
  checklistReason('signature-claimed', 472, {
    title: 'Руководитель безопасности only claimed',
    seen: 'the Markdown says `А. Иванова, 2026-11-19`; a name in Markdown proves nobody.',
    mend: 'anyone of `acme/security-leads` approves the pull request, or comments on the commit.',
    evidence: { role: 'security', state: 'claimed' },
  }),
];

export function checklistReason(code: string, line: number, change: Partial<Reason>): Reason {
  return {
    ...{ code, severity: 'error', blocks: 'fail', title: code, seen: code, mend: code },
    ...{ hurts: 'whoever signs would sign what is not true.', location: { file, line, column: 1 }, evidence: {} },
    ...{ docs: `docs/reasons/checklist/${code}.md`, ...change },
  };
}

export function item(change: Partial<ChecklistItem> = {}): ChecklistItem {
  return {
    ...{ id: 'coverage', file, line: 7, phase: 'code', text: 'Coverage должен быть >80%', depth: 0 },
    ...{ state: 'done', claimed: true, gates: true, evidence: [], ...change },
  };
}

export function evidence(change: Partial<ChecklistEvidence> = {}): ChecklistEvidence {
  return {
    ...{ mode: 'enforce', when: 'before', subject: `c09e4d2${'0'.repeat(57)}` },
    ...{
      policy: { file: '.github/shipgate.yml', commit: head },
      items: [item(), item({ id: 'changelog', line: 367 })],
    },
    ...{ phases: [], signatures: [signed, stale, claimed, owner], ...change },
  };
}

/** Red, unless it is changed. */
export function checklist(change: Partial<Verdict> = {}): Verdict {
  return red({
    gate: 'checklist',
    headline: 'production is not ready, 4 items and 2 signatures, 1 ticked but false',
    subject: {
      ...{ service: 'order-service', repository: 'acme/orders', commit: head, ref: 'refs/pull/7/merge' },
      ...{ event: 'pull_request', environment: 'production', path: file, run: { id: runId, attempt: 1 } },
    },
    reasons: [...reasons],
    proofs: [{ name: 'Signatures', required: true, outcome: 'fail', seen: '2 of 4 roles have signed' }],
    evidence: evidence(),
    tool: { name: 'checklist', version: '0.1.0' },
    ...change,
  });
}

export function green(): Verdict {
  const by = (one: ChecklistSignature, login: string, id: number): ChecklistSignature => ({
    ...one,
    ...{ state: 'proven', proven: { login, id, kind: 'review', commit: head, at: '2026-11-20T12:00:00Z' } },
  });
  const headline = 'production is ready, 2 items and 4 signatures';
  const signatures = [signed, by(stale, 'boris-ops', 12), by(claimed, 'anna-sec', 13), owner];
  return checklist({ outcome: 'pass', headline, reasons: [], proofs: [], evidence: evidence({ signatures }) });
}

/** Two people let through what `checklist` finds. */
export function brokenGlass(): Verdict {
  const override = { reason: 'payments are down', expires: '2026-11-20T18:00:00.000Z' };
  const people = [
    { login: 'boris-ops', id: 12, at: '2026-11-20T13:50:00Z' },
    { login: 'dev-lead', id: 11, at: '2026-11-20T13:55:00Z' },
  ];
  const allowance = { by: 'override' as const, reason: override.reason, expires: '2026-11-20' };
  const told = checklistReason('break-glass', 1, {
    severity: 'warning',
    blocks: 'no',
    title: 'break-glass: `boris-ops` and `dev-lead` let this through',
  });
  return checklist({
    outcome: 'pass',
    headline: 'BREAK-GLASS by boris-ops and dev-lead until 2026-11-20T18:00Z: 4 items and 2 signatures',
    reasons: [...reasons.map((reason) => ({ ...reason, blocks: 'no' as const, allowance })), told],
    proofs: [],
    evidence: evidence({ override: { ...override, people } }),
  });
}
