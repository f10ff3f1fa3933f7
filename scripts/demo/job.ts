// One run of a workflow of the service, as its jobs see it: the gate's, and the one that reports. Pure.
import type { ActionRequest } from '@shipgate/kit/testing/harness';
import type { ClaimChanges } from '@shipgate/kit/testing/oidc-issuer';
import { ownerId, type ReleaseName, repository, repositoryId, workflowRefs } from './service.ts';

export interface Job {
  readonly release: ReleaseName;
  readonly commit: string;
  /** What main was before the push. */
  readonly before: string;
  /** As GitHub counts runs. */
  readonly runId: string;
  /** Of a rollout, which somebody starts by hand; without it the run is that of a push to main. */
  readonly environment?: string;
  /** Of a push; without it the one that tries its migrations. */
  readonly workflow?: 'push' | 'scan';
}

const ref = 'refs/heads/main';
const actor = 'dev-lead';

/** What the runner's files and variables say of the run. */
export function runnerFacts({ release, commit, before, runId, environment }: Job): Pick<
  ActionRequest,
  'repository' | 'event'
> & {
  readonly env: Readonly<Record<string, string>>;
} {
  const about = { full_name: repository.slug, name: repository.name, default_branch: 'main' };
  const push = { ref, before, after: commit, forced: false, repository: about };
  const dispatch = { ref, inputs: { version: release }, repository: about };
  const payload = environment === undefined ? push : dispatch;
  return {
    repository: repository.slug,
    event: { name: eventOf(environment), sha: commit, ref, payload },
    env: { GITHUB_RUN_ID: runId, GITHUB_ACTOR: actor },
  };
}

function eventOf(environment: string | undefined): 'push' | 'workflow_dispatch' {
  return environment === undefined ? 'push' : 'workflow_dispatch';
}

/** What the OIDC token of the run's jobs says. */
export function tokenClaims({ commit, runId, environment, workflow = 'push' }: Job): ClaimChanges {
  const workflowRef = workflowRefs[environment === undefined ? workflow : 'rollout'];
  return {
    ...{ repository: repository.slug, repository_id: String(repositoryId) },
    ...{ repository_owner: repository.owner, repository_owner_id: String(ownerId) },
    ...{ ref, ref_protected: 'true', sha: commit, event_name: eventOf(environment), actor },
    ...{ workflow_ref: workflowRef, job_workflow_ref: workflowRef, workflow_sha: commit, job_workflow_sha: commit },
    ...{ run_id: runId, run_attempt: '1', environment },
  };
}
