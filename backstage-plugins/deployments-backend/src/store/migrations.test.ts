import type { Knex } from 'knex';
import { describe, expect, it } from 'vitest';
import { databaseKinds, rowCounts, TABLES } from '../testing/databases.fixture';
import { MIGRATIONS } from './migrate';

const kinds = await databaseKinds();
const directory = { directory: MIGRATIONS };
const hash = 'a'.repeat(64);
const key = { host: 'github.com', repo_id: '5001' };
const id = '5d0c1c1e-0000-4000-8000-000000000000';

/** One row in every table. */
async function fill(knex: Knex): Promise<void> {
  const delivery = { host: 'github.com', guid: 'g', event: 'ping', body_hash: hash, body: '{}' };
  await knex('delivery').insert({ ...delivery, received_at: 1, state: 'pending', attempts: 0, try_after: 1 });
  await knex('repository').insert({ ...key, heard_at: Date.now() });
  await knex('repository_name').insert({ ...key, name_key: 'a/b', full_name: 'A/b', told_at: 1 });
  const place = { environment: 'production', environment_key: 'production' };
  await knex('deployment').insert({
    ...key,
    ...place,
    gh_id: 4_000_000_000,
    sha: hash,
    ref: 'main',
    created_at: 1,
    told_at: 1,
  });
  await knex('deployment_status').insert({
    ...key,
    ...place,
    status_id: 9_007_199_254_740_991,
    gh_id: 4_000_000_000,
    state: 'success',
    created_at: 1,
  });
  await knex('current_state').insert({ ...key, ...place });
  const run = {
    run_id: '1',
    run_attempt: 1,
    gate: 'checklist',
    subject_hash: hash,
    body_hash: hash,
    sha: hash,
    ref: 'r',
  };
  await knex('gate_verdict').insert({
    ...key,
    ...run,
    id,
    is_gating: true,
    finished_at: 1,
    received_at: 1,
    summary: '{}',
    body: '{}',
  });
  await knex('token_use').insert({ issuer: 'i', jti: 'j', body_hash: hash, verdict_id: id, expires_at: 1 });
}

async function ourTables(knex: Knex): Promise<readonly string[]> {
  const present = await Promise.all(TABLES.map(async (name) => ((await knex.schema.hasTable(name)) ? [name] : [])));
  return present.flat();
}

describe.each(kinds)('migrations on $name', ({ empty }) => {
  it('go up, come down with rows, and go up again', async () => {
    const knex = await empty();
    for (let round = 0; round < 2; round += 1) {
      await knex.migrate.latest(directory);
      expect(await ourTables(knex)).toEqual([...TABLES]);
      await fill(knex);
      expect(Object.values(await rowCounts(knex))).toEqual(TABLES.map(() => 1));
      await knex.migrate.rollback(directory, true);
      expect(await ourTables(knex)).toEqual([]);
    }
  });

  it('keep numbers of GitHub exactly', async () => {
    const knex = await empty();
    await knex.migrate.latest(directory);
    await fill(knex);
    const { status_id } = await knex('deployment_status').first('status_id');
    expect(String(status_id)).toBe('9007199254740991');
  });
});
