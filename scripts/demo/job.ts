// One run of the service's workflow, as its jobs see it: the gate's, and the one that reports. Pure.
import type { ActionRequest } from '@shipgate/kit/testing/harness';
import type { ClaimChanges } from '@shipgate/kit/testing/oidc-issuer';
import { ownerId, type ReleaseName, repository, repositoryId, workflowRef } from './service.ts';

export interface Job {
  readonly release: ReleaseName;
  readonly commit: string;
  /** What main was before the push. */
  readonly before: string;
  /** As GitHub counts runs. */
  readonly runId: string;
}

const ref = 'refs/heads/main';
const actor = 'dev-lead';

/** What the runner's files and variables say of the run. */
export function runnerFacts({ commit, before, runId }: Job): Pick<ActionRequest, 'repository' | 'event'> & {
  readonly env: Readonly<Record<string, string>>;
} {
  const about = { full_name: repository.slug, name: repository.name, default_branch: 'main' };
  const payload = { ref, before, after: commit, forced: false, repository: about };
  return {
    repository: repository.slug,
    event: { name: 'push', sha: commit, ref, payload },
    env: { GITHUB_RUN_ID: runId, GITHUB_ACTOR: actor },
  };
}

/** What the OIDC token of the run's jobs says. */
export function tokenClaims({ commit, runId }: Job): ClaimChanges {
  return {
    ...{ repository: repository.slug, repository_id: String(repositoryId) },
    ...{ repository_owner: repository.owner, repository_owner_id: String(ownerId) },
    ...{ ref, ref_protected: 'true', sha: commit, event_name: 'push', actor },
    ...{ workflow_ref: workflowRef, job_workflow_ref: workflowRef, workflow_sha: commit, job_workflow_sha: commit },
    ...{ run_id: runId, run_attempt: '1' },
  };
}
