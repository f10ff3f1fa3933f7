import type { Knex } from 'knex';
import type { RepositoryName } from '../github/facts';
import type { RepositoryNameRow, RepositoryRow } from './rows';

/**
 * Lets one transaction at a time work on a repository, on however many replicas: PostgreSQL locks the row, and SQLite has
 * one connection. Notes that something of the repository came in.
 */
export async function lockRepository(trx: Knex.Transaction, host: string, repoId: string, now: number): Promise<void> {
  const key = { host, repo_id: repoId };
  const locked = () => trx<RepositoryRow>('repository').where(key).forUpdate().first();
  let row = await locked();
  if (row === undefined) {
    await trx<RepositoryRow>('repository')
      .insert({ ...key, heard_at: now })
      .onConflict(['host', 'repo_id'])
      .ignore();
    row = await locked();
  }
  if (Number(row?.heard_at) < now) await trx<RepositoryRow>('repository').where(key).update({ heard_at: now });
}

/** Remembers a name as of a moment. Of tellings of one name the newest counts. */
export async function rememberName(trx: Knex.Transaction, host: string, name: RepositoryName): Promise<void> {
  const key = { host, name_key: name.fullName.toLowerCase(), repo_id: name.id };
  const known = await trx<RepositoryNameRow>('repository_name').where(key).first();
  if (known === undefined) {
    await trx<RepositoryNameRow>('repository_name').insert({ ...key, full_name: name.fullName, told_at: name.toldAt });
    return;
  }
  const at = Number(known.told_at);
  const isNewer = name.toldAt > at || (name.toldAt === at && name.fullName > known.full_name);
  if (isNewer) {
    await trx<RepositoryNameRow>('repository_name')
      .where(key)
      .update({ full_name: name.fullName, told_at: name.toldAt });
  }
}

/** The repository that had this name last. Null: none has been heard of. */
export async function findRepository(knex: Knex, host: string, slug: string): Promise<RepositoryRow | null> {
  const name = await knex<RepositoryNameRow>('repository_name')
    .where({ host, name_key: slug.toLowerCase() })
    .orderBy([
      { column: 'told_at', order: 'desc' },
      { column: 'repo_id', order: 'desc' },
    ])
    .first('repo_id');
  if (name === undefined) return null;
  return (await knex<RepositoryRow>('repository').where({ host, repo_id: name.repo_id }).first()) ?? null;
}
