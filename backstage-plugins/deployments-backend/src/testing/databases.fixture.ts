import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import knexFactory from 'knex';
import { afterAll } from 'vitest';
import { realTool } from '../../../../scripts/real-tools';
import { MIGRATIONS } from '../store/migrate';
import { startPostgres } from './postgres.fixture';

/** A kind of database that this machine can start. */
export interface DatabaseKind {
  readonly name: string;
  /** A fresh database without tables. */
  empty(): Promise<Knex>;
  /** A fresh database with the newest tables. */
  migrated(): Promise<Knex>;
  /** Another pool to the same database, as a second replica has it; SQLite has one process and one connection. */
  replica(knex: Knex): Replica;
}

export interface Replica {
  readonly knex: Knex;
  close(): Promise<void>;
}

/** SQLite alone, for what no database can change. To be called at the top of a file. */
export function sqlite(): DatabaseKind {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  return kindOf(
    'SQLite',
    () => databases.init('SQLITE_3'),
    (knex) => ({ knex, close: async () => {} }),
  );
}

/** SQLite, and PostgreSQL where the machine has it (`realTool` notes it where not). To be awaited at the top of a file. */
export async function databaseKinds(): Promise<readonly DatabaseKind[]> {
  if (!(await hasPostgres())) return [sqlite()];
  const databases = TestDatabases.create({ ids: ['POSTGRES_15'] });
  return [sqlite(), kindOf('PostgreSQL', () => databases.init('POSTGRES_15'), anotherPool)];
}

function kindOf(name: string, empty: () => Promise<Knex>, replica: DatabaseKind['replica']): DatabaseKind {
  const migrated = async () => {
    const knex = await empty();
    await knex.migrate.latest({ directory: MIGRATIONS });
    return knex;
  };
  return { name, empty, migrated, replica };
}

async function hasPostgres(): Promise<boolean> {
  const program = realTool('postgres');
  if (program === null) return false;
  const server = await startPostgres(program);
  // Whatever version it is: this is the variable in which Backstage's TestDatabases look for a running server.
  process.env['BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING'] = server.url;
  // Hooks run last in, first out: the server stops after the databases on it are gone.
  afterAll(() => server.stop());
  return true;
}

function anotherPool({ client }: Knex): Replica {
  const knex = knexFactory({ client: 'pg', connection: client.config.connection, pool: { min: 0, max: 4 } });
  return { knex, close: () => knex.destroy() };
}

/** The number of rows in each of our tables. */
export async function rowCounts(knex: Knex): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) counts[table] = Number((await knex(table).count({ rows: '*' }))[0]?.rows);
  return counts;
}

export const TABLES = [
  'delivery',
  'repository',
  'repository_name',
  'deployment',
  'deployment_status',
  'current_state',
  'gate_verdict',
  'token_use',
] as const;
