import type { Knex } from 'knex';
import type { DeploymentFacts, DeploymentTelling, RunTelling, StatusFact } from '../github/facts';
import { environmentKey, newer } from '../github/facts';
import type { DeploymentRow, StatusRow } from './rows';

/** A deployment of one repository. */
interface DeploymentKey {
  readonly host: string;
  readonly repo_id: string;
  readonly gh_id: string;
}

/** What an event has changed. */
export interface Added {
  /** False: all of it was known. */
  readonly isNew: boolean;
  /** Keys of the environments whose state must be worked out anew. */
  readonly environments: readonly string[];
}

/** Adds what an event says of a deployment. The caller holds the lock of the repository. */
export async function addFacts(trx: Knex.Transaction, host: string, facts: DeploymentFacts): Promise<Added> {
  const key = { host, repo_id: facts.repository.id, gh_id: facts.deployment.id };
  const merged = await mergeDeployment(trx, key, facts);
  const added = facts.status === null ? NOTHING : await addStatus(trx, key, facts.status);
  return {
    isNew: merged.isNew || added.isNew,
    environments: [...new Set([...merged.environments, ...added.environments])],
  };
}

const NOTHING: Added = { isNew: false, environments: [] };

async function mergeDeployment(trx: Knex.Transaction, key: DeploymentKey, facts: DeploymentFacts): Promise<Added> {
  const known = await trx<DeploymentRow>('deployment').where(key).first();
  if (known === undefined) {
    const columns = columnsOf(facts.deployment, facts.run);
    await trx('deployment').insert({ ...key, ...columns });
    return { isNew: true, environments: [columns.environment_key] };
  }
  const toldBefore = tellingOf(known);
  const runBefore = runOf(known);
  const telling = newer(facts.deployment, toldBefore);
  const run = facts.run === null || runBefore === null ? (facts.run ?? runBefore) : newer(facts.run, runBefore);
  if (telling === toldBefore && run === runBefore) return NOTHING;
  const columns = columnsOf(telling, run);
  await trx('deployment').where(key).update(columns);
  const isSamePlace = telling.environment === known.environment && telling.createdAt === toldBefore.createdAt;
  return { isNew: true, environments: isSamePlace ? [] : [columns.environment_key, known.environment_key] };
}

/** Fields in the order of `DeploymentTelling` as read from an event: `newer` compares them as text. */
function tellingOf(row: DeploymentRow): DeploymentTelling {
  return {
    id: String(row.gh_id),
    commit: row.sha,
    ref: row.ref,
    environment: row.environment,
    creator: row.creator,
    version: row.version,
    createdAt: Number(row.created_at),
    toldAt: Number(row.told_at),
  };
}

function runOf(row: DeploymentRow): RunTelling | null {
  if (row.run_id === null) return null;
  return { id: row.run_id, url: row.run_url, actor: row.run_actor, toldAt: Number(row.run_told_at) };
}

function columnsOf(telling: DeploymentTelling, run: RunTelling | null) {
  return {
    sha: telling.commit,
    ref: telling.ref,
    environment: telling.environment,
    environment_key: environmentKey(telling.environment),
    creator: telling.creator,
    version: telling.version,
    created_at: telling.createdAt,
    told_at: telling.toldAt,
    run_id: run?.id ?? null,
    run_url: run?.url ?? null,
    run_actor: run?.actor ?? null,
    run_told_at: run?.toldAt ?? null,
  };
}

async function addStatus(trx: Knex.Transaction, key: DeploymentKey, status: StatusFact): Promise<Added> {
  const environment_key = environmentKey(status.environment);
  const added = await trx('deployment_status')
    .insert({
      ...key,
      status_id: status.id,
      state: status.state,
      description: status.description,
      environment: status.environment,
      environment_key,
      log_url: status.logUrl,
      environment_url: status.environmentUrl,
      created_at: status.createdAt,
    })
    .onConflict(['host', 'status_id'])
    .ignore()
    .returning('status_id');
  if (added.length === 0) return NOTHING;
  return { isNew: true, environments: status.state === 'success' ? [environment_key] : [] };
}

/** These deployments of a repository, in no order. */
export function deploymentsByIds(
  knex: Knex,
  repository: RepositoryKey,
  ids: readonly string[],
): Promise<DeploymentRow[]> {
  return knex<DeploymentRow>('deployment')
    .where(repository)
    .whereIn('gh_id', [...ids]);
}

/** Every status of these deployments, the newest first. */
export function statusesOf(knex: Knex, repository: RepositoryKey, ids: readonly string[]): Promise<StatusRow[]> {
  return knex<StatusRow>('deployment_status')
    .where(repository)
    .whereIn('gh_id', [...ids])
    .orderBy(['created_at', 'status_id'].map((column) => ({ column, order: 'desc' })));
}

export interface RepositoryKey {
  readonly host: string;
  readonly repo_id: string;
}

/** Commits of the newest deployments, with the time of each one's newest. */
export function deployedCommits(knex: Knex, repository: RepositoryKey, most: number) {
  return newestCommits(knex('deployment').where(repository), 'created_at', most);
}

/** The newest deployment of each of these commits comes before its older ones. */
export function deploymentsOfCommits(knex: Knex, repository: RepositoryKey, commits: readonly string[]) {
  return knex<DeploymentRow>('deployment')
    .where(repository)
    .whereIn('sha', [...commits])
    .orderBy(['created_at', 'gh_id'].map((column) => ({ column, order: 'desc' })));
}

/** Commits by the newest of their rows: `query` chooses the rows, `time` is the column of their time. */
export async function newestCommits(query: Knex.QueryBuilder, time: string, most: number) {
  const rows: { sha: string; at: number | string }[] = await query
    .groupBy('sha')
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'sha', order: 'desc' },
    ])
    .limit(most)
    .select('sha')
    .max(`${time} as at`);
  return rows.map(({ sha, at }) => ({ commit: sha, at: Number(at) }));
}
