/** From facts to the gate's result: decided, judged, told. Pure. */
import type { GateResult } from '@shipgate/kit/gate';
import type { Host } from '@shipgate/kit/host';
import { outcomeOf } from '@shipgate/kit/verdict';
import type { Reason, Subject } from '@shipgate/schemas';
import type { Decision } from './decide.ts';
import { buildEvidence } from './evidence.ts';
import type { Facts } from './facts.ts';
import { listProofs } from './proofs.ts';
import { blocksOf, tellFinding } from './reasons.ts';
import { headlineOf, viewOf } from './view.ts';

export interface ReportInput {
  readonly facts: Facts;
  readonly decision: Decision;
  readonly subject: Subject;
  readonly policyCommit: string | null;
  readonly host: Host;
  readonly now: Date;
  docs(code: string): string;
}

/** What people let through must be what is there: by whose rules and of which commit is no matter of theirs. */
const GROUND: ReadonlySet<string> = new Set(['base-unreachable', 'other-checkout', 'not-committed']);

export function report({ facts, decision, subject, policyCommit, host, now, docs }: ReportInput): GateResult {
  const override = facts.mode === 'enforce' ? facts.override.override : undefined;
  const reasons = decision.findings.map((finding): Reason => {
    const blocks = blocksOf(finding);
    if (override === undefined || blocks === 'no' || GROUND.has(finding.code))
      return tellFinding(finding, docs, { blocks });
    const allowance = { by: 'override' as const, reason: override.reason, expires: override.expires.slice(0, 10) };
    return tellFinding(finding, docs, { blocks: 'no', allowance });
  });
  const proofs = listProofs(facts, decision, override !== undefined);
  const outcome = outcomeOf(reasons, proofs);
  const shown = { facts, decision, reasons, outcome, host, now, policyCommit };
  return {
    reasons,
    proofs,
    evidence: buildEvidence(facts, decision, policyCommit),
    subject,
    headline: headlineOf(shown),
    view: viewOf(shown),
    advisory: facts.mode === 'report',
  };
}
