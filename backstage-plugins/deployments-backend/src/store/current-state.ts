import type { Knex } from 'knex';
import type { RepositoryKey } from './deployments';
import type { CurrentStateRow, DeploymentRow, StatusRow } from './rows';

/**
 * Works out one environment anew from the rows of its deployments and statuses: what runs there is the deployment with
 * the newest success. The caller holds the lock of the repository.
 */
export async function deriveState(
  trx: Knex.Transaction,
  repository: RepositoryKey,
  environmentKey: string,
): Promise<void> {
  const key = { ...repository, environment_key: environmentKey };
  const success = await trx<StatusRow>('deployment_status')
    .where({ ...key, state: 'success' })
    .orderBy(newestBy('status_id'))
    .first();
  const latest = await trx<DeploymentRow>('deployment').where(key).orderBy(newestBy('gh_id')).first();
  const environment = latest?.environment ?? success?.environment;
  if (environment === undefined) {
    await trx<CurrentStateRow>('current_state').where(key).delete();
    return;
  }
  const state = {
    environment,
    current_gh_id: success?.gh_id ?? null,
    since: success?.created_at ?? null,
    latest_gh_id: latest?.gh_id ?? null,
  };
  const keys = ['host', 'repo_id', 'environment_key'];
  await trx('current_state')
    .insert({ ...key, ...state })
    .onConflict(keys)
    .merge(state);
}

function newestBy(id: string) {
  return ['created_at', id].map((column) => ({ column, order: 'desc' }));
}

/** Every environment of a repository, in no order. */
export function statesOf(knex: Knex, repository: RepositoryKey): Promise<CurrentStateRow[]> {
  return knex<CurrentStateRow>('current_state').where(repository);
}
