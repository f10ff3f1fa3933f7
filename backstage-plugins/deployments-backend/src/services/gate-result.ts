import type { GateResult, ReasonSummary } from '@shipgate/backstage-plugin-deployments-common';
import type { Reason, Verdict } from '@shipgate/schemas';
import type { JobClaims } from '../oidc/claims';
import { checklistSummary } from './checklist-summary';
import { securitySummary } from './security-summary';

/** What the entity tab shows of a verdict; the id is added when it is read. */
export type GateSummary = Omit<GateResult, 'id'>;

/** `verdict` has the subject that the token proves. */
export function gateSummary(verdict: Verdict, claims: JobClaims, isGating: boolean): GateSummary {
  const run = { id: claims.runId, attempt: claims.attempt };
  const checklist = checklistSummary(verdict);
  const security = securitySummary(verdict);
  const path = `${claims.repository}/actions/runs/${run.id}/attempts/${run.attempt}`;
  return {
    gate: verdict.gate,
    outcome: verdict.outcome,
    headline: verdict.headline,
    isGating,
    event: claims.event,
    ref: claims.ref,
    environment: verdict.subject.environment ?? null,
    run: { ...run, url: `https://${claims.host}/${path}` },
    finishedAt: verdict.finishedAt,
    toolVersion: verdict.tool.version,
    reasons: verdict.reasons.map(withoutEvidence),
    proofs: verdict.proofs,
    ...(checklist === undefined ? {} : { checklist }),
    ...(security === undefined ? {} : { security }),
  };
}

function withoutEvidence({ evidence: _evidence, excerpt: _excerpt, ...reason }: Reason): ReasonSummary {
  return reason;
}
