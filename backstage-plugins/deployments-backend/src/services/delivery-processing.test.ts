import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { describe, expect, it } from 'vitest';
import { startReplica } from '../testing/backend.fixture';
import { databaseKinds, sqlite } from '../testing/databases.fixture';
import { statusPayload } from '../testing/webhook.fixture';
import { sha256 } from './body-hash';
import { DeliveryProcessing } from './delivery-processing';

const kinds = await databaseKinds();
const inMemory = sqlite();
const MINUTE = 60_000;

function replicaOn(knex: Knex) {
  const clock = { now: Date.parse('2026-11-20T10:00:00Z') };
  const told: unknown[] = [];
  const ports = {
    knex,
    logger: mockServices.logger.mock(),
    now: () => clock.now,
    tellChange: async (change: unknown) => void told.push(change),
  };
  return { clock, told, replica: new DeliveryProcessing(ports) };
}

function webhook(guid: string) {
  const body = JSON.stringify(statusPayload());
  return { host: 'github.com', guid, event: 'deployment_status', body, bodyHash: sha256(body) };
}

const stateOf = (knex: Knex, guid: string) => knex('delivery').where({ guid }).first('state', 'attempts', 'note');

describe.each(kinds)('a delivery on $name', (kind) => {
  it('that a crash left between storing and reading is taken up by the task, once its head start is over', async () => {
    const knex = await kind.migrated();
    const { clock, replica, told } = replicaOn(knex);
    await replica.keep(webhook('crashed'));
    expect(await replica.takeUp()).toBe(0);
    clock.now += MINUTE;
    expect(await replica.takeUp()).toBe(1);
    expect(await stateOf(knex, 'crashed')).toEqual({ state: 'processed', attempts: 1, note: null });
    expect(told).toHaveLength(1);
    expect(await replica.takeUp()).toBe(0);
  });

  it('that fails keeps its error, leaves no half of it, and is tried again later and later', async () => {
    const knex = await kind.migrated();
    const { clock, replica } = replicaOn(knex);
    await replica.keep(webhook('unlucky'));
    await knex.schema.renameTable('current_state', 'current_state_away');
    await replica.process('github.com', 'unlucky');
    const failed = await stateOf(knex, 'unlucky');
    expect(failed).toMatchObject({ state: 'pending', attempts: 1 });
    expect(failed.note).toContain('current_state');
    expect(await knex('deployment').select()).toEqual([]);
    clock.now += MINUTE;
    expect(await replica.takeUp()).toBe(1);
    expect(await stateOf(knex, 'unlucky')).toMatchObject({ state: 'pending', attempts: 2 });
    await knex.schema.renameTable('current_state_away', 'current_state');
    clock.now += MINUTE / 2;
    expect(await replica.takeUp()).toBe(0);
    clock.now += MINUTE;
    expect(await replica.takeUp()).toBe(1);
    expect(await stateOf(knex, 'unlucky')).toEqual({ state: 'processed', attempts: 3, note: null });
  });

  it('that fails again and again is kept as failed in the end', async () => {
    const knex = await kind.migrated();
    const { clock, replica } = replicaOn(knex);
    await replica.keep(webhook('hopeless'));
    await knex.schema.renameTable('current_state', 'current_state_away');
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await replica.takeUp();
      clock.now += 5 * 60 * MINUTE;
    }
    expect(await stateOf(knex, 'hopeless')).toMatchObject({ state: 'failed', attempts: 15 });
  });

  it('whose attempts ended the process each time is kept as failed in the end', async () => {
    const knex = await kind.migrated();
    const { clock, replica } = replicaOn(knex);
    await replica.keep(webhook('deadly'));
    // Each attempt was begun and never put off, as after a crash.
    await knex('delivery').where({ guid: 'deadly' }).update({ attempts: 15 });
    clock.now += MINUTE;
    await replica.takeUp();
    expect(await stateOf(knex, 'deadly')).toMatchObject({ state: 'failed', note: 'attempts ended the process' });
    expect(await knex('deployment').select()).toEqual([]);
  });

  it('that failed, or came under an event that gives nothing, is read when it is sent again', async () => {
    const knex = await kind.migrated();
    const { replica } = replicaOn(knex);
    const sent = webhook('first');
    await replica.keep({ ...sent, event: 'ping' });
    await replica.process('github.com', 'first');
    expect(await stateOf(knex, 'first')).toMatchObject({ state: 'not-used' });
    const again = await replica.keep({ ...sent, guid: 'second' });
    expect(again).toEqual({ kind: 'new', guid: 'first' });
    await replica.process('github.com', again.guid);
    expect(await stateOf(knex, 'first')).toEqual({ state: 'processed', attempts: 1, note: null });
    expect(await replica.keep({ ...sent, guid: 'third' })).toEqual({ kind: 'known', guid: 'third' });
    await knex('delivery').where({ guid: 'first' }).update({ state: 'failed' });
    expect(await replica.keep(sent)).toEqual({ kind: 'new', guid: 'first' });
  });

  it('that tells of the future counts as of when it came in, so that it is not the newest for good', async () => {
    const knex = await kind.migrated();
    const { clock, replica } = replicaOn(knex);
    const body = webhook('future').body.replaceAll(/"(?:created|updated)_at":"2[^"]*"/g, (part) =>
      part.replace(/"2\d{3}-/, '"2999-'),
    );
    await replica.keep({ ...webhook('future'), body, bodyHash: sha256(body) });
    await replica.process('github.com', 'future');
    const latest = clock.now + 5 * MINUTE;
    const times = await knex('deployment_status').pluck('created_at');
    expect(times.map(Number)).toEqual([latest]);
    expect((await knex('repository_name').pluck('told_at')).every((time) => Number(time) <= latest)).toBe(true);
  });
});

describe('the tasks of a backend', () => {
  it('take up what an earlier process left, and remove what is old', async () => {
    const knex = await inMemory.migrated();
    const { replica: earlier, clock } = replicaOn(knex);
    clock.now = Date.now() - 31 * 24 * 60 * MINUTE;
    await earlier.keep(webhook('left'));
    const token = { issuer: 'i', body_hash: 'h', verdict_id: '5d0c1c1e-0000-4000-8000-000000000000' };
    await knex('token_use').insert({ ...token, jti: 'old', expires_at: Date.now() - 3 * 60 * MINUTE });
    await knex('token_use').insert({ ...token, jti: 'new', expires_at: Date.now() + MINUTE });
    const backend = await startReplica({ knex, issuer: 'http://127.0.0.1:9' });
    await backend.runTask('take-up-deliveries');
    expect(await knex('deployment_status').select()).toHaveLength(1);
    await backend.runTask('remove-what-is-old');
    expect(await knex('delivery').select()).toEqual([]);
    expect(await knex('token_use').select('jti')).toEqual([{ jti: 'new' }]);
  });
});
