/** What the GitHub stand-in answers about deployments and their statuses; see ./github-rules.ts for how. */
import { nodeId, userBody, when } from './github-comment-rules.ts';
import {
  type Answer,
  notFound,
  type Question,
  type Rule,
  type SeededRepository,
  type StoredDeployment,
  type StoredDeploymentStatus,
  UnknownSituation,
} from './github-rule.ts';

export const deploymentRules: Readonly<Record<string, Rule>> = {
  'repos/create-deployment': createDeployment,
  'repos/create-deployment-status': createStatus,
  'repos/list-deployment-statuses': listStatuses,
  'repos/list-deployments': listDeployments,
};

/** https://docs.github.com/en/rest/deployments/deployments#create-a-deployment, without merging and without contexts. */
function createDeployment({ repository, apiUrl, body, login }: Question): Answer {
  if (body['auto_merge'] !== false) throw new UnknownSituation('a deployment that merges');
  const contexts = body['required_contexts'];
  if (!Array.isArray(contexts) || contexts.length > 0) throw new UnknownSituation('a deployment with contexts');
  const ref = String(body['ref']);
  if (!/^[0-9a-f]{40}$/.test(ref)) throw new UnknownSituation('a deployment of a branch or a tag');
  const environment = String(body['environment'] ?? 'production');
  const deployment: StoredDeployment = {
    ...{ id: deploymentsOf(repository).length + 1, sha: ref, login, environment, payload: body['payload'] ?? '' },
    description: shortEnough(body['description']),
    transient: body['transient_environment'] === true,
    production: Boolean(body['production_environment'] ?? environment === 'production'),
    statuses: [],
  };
  deploymentsOf(repository).push(deployment);
  return { status: 201, body: deploymentBody(repository, deployment, apiUrl) };
}

/** https://docs.github.com/en/rest/deployments/deployments#list-deployments: newest first, 30 a page. */
function listDeployments({ repository, parameters, apiUrl }: Question): Answer {
  const { sha = 'none', environment = 'none', ref = 'none', task = 'none' } = parameters;
  if (ref !== 'none' || task !== 'none') throw new UnknownSituation('deployments by ref or task');
  const found = deploymentsOf(repository)
    .filter((one) => (sha === 'none' || one.sha === sha) && (environment === 'none' || one.environment === environment))
    .toReversed();
  return { status: 200, body: paged(found, parameters).map((one) => deploymentBody(repository, one, apiUrl)) };
}

/** https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status */
function createStatus({ repository, parameters, apiUrl, body, login }: Question): Answer {
  const deployment = deploymentOf(repository, parameters);
  if (deployment === undefined) return notFound;
  if (body['environment'] !== undefined) throw new UnknownSituation('a status that changes the environment');
  const state = String(body['state']);
  const status = statusOf(repository, {
    ...{ login, state, description: shortEnough(body['description']) },
    logUrl: String(body['log_url'] ?? body['target_url'] ?? ''),
    environmentUrl: String(body['environment_url'] ?? ''),
  });
  deployment.statuses.push(status);
  if (state === 'success' && body['auto_inactive'] !== false) deactivate(repository, deployment, login);
  return { status: 201, body: statusBody(repository, deployment, status, apiUrl) };
}

/**
 * https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status, `auto_inactive`: prior deployments of the
 * environment, neither transient nor production, whose state is success.
 */
function deactivate(repository: SeededRepository, { id, environment }: StoredDeployment, login: string): void {
  for (const prior of deploymentsOf(repository)) {
    if (prior.id >= id || prior.environment !== environment || prior.transient || prior.production) continue;
    if (prior.statuses.at(-1)?.state !== 'success') continue;
    const inactive = { login, state: 'inactive', description: '', logUrl: '', environmentUrl: '' };
    prior.statuses.push(statusOf(repository, inactive));
  }
}

/** https://docs.github.com/en/rest/deployments/statuses#list-deployment-statuses: newest first, 30 a page. */
function listStatuses({ repository, parameters, apiUrl }: Question): Answer {
  const deployment = deploymentOf(repository, parameters);
  if (deployment === undefined) return notFound;
  const found = paged(deployment.statuses.toReversed(), parameters);
  return { status: 200, body: found.map((status) => statusBody(repository, deployment, status, apiUrl)) };
}

/** Seeded ones may have ids of their own: those that are made here follow them. */
function statusOf(repository: SeededRepository, facts: Omit<StoredDeploymentStatus, 'id'>): StoredDeploymentStatus {
  const ids = deploymentsOf(repository).flatMap(({ statuses }) => statuses.map(({ id }) => id));
  return { id: Math.max(0, ...ids) + 1, ...facts };
}

function deploymentsOf({ name, deployments }: SeededRepository): StoredDeployment[] {
  if (deployments === undefined) throw new UnknownSituation(`${name} was seeded without deployments`);
  return deployments;
}

function deploymentOf(repository: SeededRepository, parameters: Question['parameters']) {
  return deploymentsOf(repository).find(({ id }) => id === Number(parameters['deployment_id']));
}

function paged<T>(all: readonly T[], parameters: Question['parameters']): readonly T[] {
  const [size, page] = [Number(parameters['per_page'] ?? 30), Number(parameters['page'] ?? 1)];
  return all.slice((page - 1) * size, page * size);
}

/** The page gives the limit, and not what GitHub does beyond it. */
function shortEnough(description: unknown): string {
  const text = String(description ?? '');
  if (text.length > 140) throw new UnknownSituation('a description of more than 140 characters');
  return text;
}

function deploymentBody({ name }: SeededRepository, deployment: StoredDeployment, apiUrl: string) {
  const { id, sha, environment, payload, description, login, transient, production } = deployment;
  const at = `${apiUrl}/repos/${name}`;
  return {
    ...{ id, node_id: nodeId(id), sha, ref: sha, task: 'deploy', payload, description, environment },
    ...{ original_environment: environment, creator: userBody(login, apiUrl), created_at: when, updated_at: when },
    ...{ transient_environment: transient, production_environment: production, repository_url: at },
    ...{ url: `${at}/deployments/${id}`, statuses_url: `${at}/deployments/${id}/statuses` },
  };
}

function statusBody(
  { name }: SeededRepository,
  { id: deployment, environment }: StoredDeployment,
  { id, state, description, logUrl, environmentUrl, login }: StoredDeploymentStatus,
  apiUrl: string,
) {
  const at = `${apiUrl}/repos/${name}`;
  return {
    ...{ id, node_id: nodeId(id), state, description, environment, creator: userBody(login, apiUrl) },
    ...{ log_url: logUrl, target_url: logUrl, environment_url: environmentUrl, created_at: when, updated_at: when },
    ...{ url: `${at}/deployments/${deployment}/statuses/${id}`, deployment_url: `${at}/deployments/${deployment}` },
    repository_url: at,
  };
}
