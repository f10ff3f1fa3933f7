/** The claims that GitHub puts into the OIDC token of a job: https://docs.github.com/actions/reference/security/oidc. */

/** GitHub's own claims; numbers and booleans are texts. */
export interface GitHubClaims {
  readonly sub: string;
  readonly repository: string;
  readonly repository_id: string;
  readonly repository_owner: string;
  readonly repository_owner_id: string;
  readonly repository_visibility: string;
  readonly ref: string;
  readonly ref_type: string;
  readonly ref_protected: string;
  readonly sha: string;
  /** Of a pull request; else ''. */
  readonly head_ref: string;
  readonly base_ref: string;
  readonly event_name: string;
  readonly workflow: string;
  readonly workflow_ref: string;
  readonly workflow_sha: string;
  /** The workflow that holds the job: another one than `workflow_ref` when it is a reusable one. */
  readonly job_workflow_ref: string;
  readonly job_workflow_sha: string;
  readonly run_id: string;
  readonly run_number: string;
  readonly run_attempt: string;
  readonly runner_environment: string;
  readonly actor: string;
  readonly actor_id: string;
  /** Only of a job with `environment:`. */
  readonly environment?: string;
}

/** What a push to main of acme/orders has, but for the changes; what depends on a changed claim follows it. */
export function githubClaims(changes: { readonly [Name in keyof GitHubClaims]?: unknown } = {}): GitHubClaims {
  const text = (name: keyof GitHubClaims, otherwise: string) => {
    const value = changes[name];
    return typeof value === 'string' ? value : otherwise;
  };
  const repository = text('repository', 'acme/orders');
  const ref = text('ref', 'refs/heads/main');
  const sha = text('sha', 'a'.repeat(40));
  const workflowRef = text('workflow_ref', `${repository}/.github/workflows/gates.yml@${ref}`);
  const facts = {
    repository,
    repository_id: text('repository_id', '74'),
    repository_owner: text('repository_owner', repository.split('/')[0] ?? ''),
    repository_owner_id: text('repository_owner_id', '65'),
    repository_visibility: text('repository_visibility', 'private'),
    ref,
    ref_type: text('ref_type', ref.startsWith('refs/tags/') ? 'tag' : 'branch'),
    ref_protected: text('ref_protected', 'true'),
    sha,
    head_ref: text('head_ref', ''),
    base_ref: text('base_ref', ''),
    event_name: text('event_name', 'push'),
    workflow: text('workflow', 'gates'),
    workflow_ref: workflowRef,
    workflow_sha: text('workflow_sha', sha),
    job_workflow_ref: text('job_workflow_ref', workflowRef),
    job_workflow_sha: text('job_workflow_sha', sha),
    run_id: text('run_id', '4711'),
    run_number: text('run_number', '12'),
    run_attempt: text('run_attempt', '1'),
    runner_environment: text('runner_environment', 'github-hosted'),
    actor: text('actor', 'shipgate-tests'),
    actor_id: text('actor_id', '12'),
  };
  const environment = text('environment', '');
  return {
    ...{ ...facts, sub: text('sub', subject(facts, environment)) },
    ...(environment === '' ? {} : { environment }),
  };
}

/**
 * `repo:OWNER@ID/REPO@ID:context`, as repositories made after 2026-07-15 have it; the environment goes before the event:
 * https://docs.github.com/actions/reference/security/oidc#example-subject-claims
 */
function subject(facts: Omit<GitHubClaims, 'sub' | 'environment'>, environment: string): string {
  const [owner = '', name = ''] = facts.repository.split('/');
  const repository = `${owner}@${facts.repository_owner_id}/${name}@${facts.repository_id}`;
  if (environment !== '') return `repo:${repository}:environment:${environment}`;
  const isPullRequest = facts.event_name === 'pull_request' || facts.event_name === 'pull_request_target';
  return `repo:${repository}:${isPullRequest ? 'pull_request' : `ref:${facts.ref}`}`;
}
