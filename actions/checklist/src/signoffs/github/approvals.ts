/**
 * Approvals of the environments of a run (https://docs.github.com/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run).
 * They have no time and no commit, so only those of the run of this very commit count.
 */
import type { Role } from '../../policy.ts';
import type { Candidate } from '../candidate.ts';
import { signerIn, textOf } from './fields.ts';

export function approvalCandidates(
  approvals: readonly unknown[],
  roles: readonly Role[],
  run: { readonly commit: string; readonly subject: string | null },
): readonly Candidate[] {
  return approvals.flatMap((approval) => {
    if (textOf(approval, 'state') !== 'approved') return [];
    const names = environmentsOf(approval).map((name) => name.toLowerCase());
    return roles
      .filter(({ environment }) => environment !== undefined && names.includes(environment.toLowerCase()))
      .map((role): Candidate => {
        const signer = signerIn(approval, 'user');
        return { kind: 'environment', role: role.name, signer, commit: run.commit, subject: run.subject, at: null };
      });
  });
}

function environmentsOf(approval: unknown): readonly string[] {
  const environments = (approval as { environments?: unknown } | null)?.environments;
  return Array.isArray(environments) ? environments.flatMap((each: unknown) => textOf(each, 'name') ?? []) : [];
}
