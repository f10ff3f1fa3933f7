import type { ChecklistSummary, SignatureSummary } from '@shipgate/backstage-plugin-deployments-common';
import type { ChecklistOverride, ChecklistSignature, Verdict } from '@shipgate/schemas';
import { isChecklistVerdict } from '@shipgate/schemas';

/** Undefined for another gate, and for a checklist that could not begin. */
export function checklistSummary(verdict: Verdict): ChecklistSummary | undefined {
  if (!isChecklistVerdict(verdict)) return undefined;
  const { signatures, phases, override } = verdict.evidence;
  if (signatures === undefined && phases === undefined) return undefined;
  return {
    signatures: (signatures ?? []).map(signatureSummary),
    phases: phases ?? [],
    override: override === undefined ? null : overrideSummary(override),
  };
}

function signatureSummary({ role, label, state, proven }: ChecklistSignature): SignatureSummary {
  return { role, label, state, login: state === 'proven' ? (proven?.login ?? null) : null };
}

function overrideSummary({ reason, expires, people }: ChecklistOverride) {
  return { reason, expires, people: people.map(({ login }) => login) };
}
