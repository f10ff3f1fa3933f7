import type { DatabaseService } from '@backstage/backend-plugin-api';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

export const MIGRATIONS = resolvePackagePath('@shipgate/backstage-plugin-deployments-backend', 'migrations');

/** The plugin's database with the newest tables, unless Backstage is told not to migrate. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (database.migrations?.skip !== true) await knex.migrate.latest({ directory: MIGRATIONS });
  return knex;
}
