import type { Knex } from 'knex';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestReplica } from './testing/backend.fixture';
import { startReplica } from './testing/backend.fixture';
import { databaseKinds } from './testing/databases.fixture';
import { delivery, send, statusPayload } from './testing/webhook.fixture';

const kinds = await databaseKinds();

describe.each(kinds)('webhooks on $name', (kind) => {
  let knex: Knex;
  let replica: TestReplica;
  beforeAll(async () => {
    knex = await kind.migrated();
    replica = await startReplica({ knex, issuer: 'http://127.0.0.1:9' });
  });

  const post = async (event: string, payload: unknown) => {
    const answer = await replica.judged(send(replica.post('/webhooks/github'), delivery(event, payload)));
    await replica.settled();
    return answer;
  };
  const lastDelivery = (guid: string) => knex('delivery').where({ guid }).first();

  it('become rows, and everybody who looks is told', async () => {
    replica.signals.length = 0;
    const payload = statusPayload({
      run: { id: 7, html_url: 'https://github.com/r/7', triggering_actor: { login: 'mona' } },
    });
    const answer = await post('deployment_status', payload);
    expect(answer.status).toBe(202);
    expect(await lastDelivery(answer.body.delivery)).toMatchObject({ state: 'processed', attempts: 1, note: null });
    const row = await knex('deployment').where({ gh_id: payload.deployment.id }).first();
    expect(row).toMatchObject({ run_actor: 'mona', environment_key: 'production', repo_id: '5001' });
    const message = { host: 'github.com', repositoryId: '5001' };
    expect(replica.signals).toEqual([{ channel: 'deployments', recipients: { type: 'broadcast' }, message }]);
  });

  it.each([
    ['ping', { zen: 'Keep it logically awesome.' }, 'not-used', 'the event ping is not read'],
    ['push', { ref: 'refs/heads/main' }, 'not-used', 'the event push is not read'],
    [
      'deployment_status',
      { ...statusPayload(), action: 'deleted' },
      'not-used',
      'the action deleted of deployment_status is not read',
    ],
    ['deployment_status', '{"not":', 'failed', 'the body is not a JSON object'],
    ['deployment_status', [1], 'failed', 'the body is not a JSON object'],
    [
      'deployment_status',
      {},
      'failed',
      'it lacks deployment.id, deployment.sha, deployment.environment, deployment.created_at, deployment_status.id, deployment_status.state, deployment_status.created_at, repository.id, repository.full_name',
    ],
    ['deployment_status', statusPayload({ deployment: { sha: 'main' } }), 'failed', 'it lacks deployment.sha'],
    ['deployment', statusPayload({ repository: { id: '5001' } }), 'failed', 'it lacks repository.id'],
  ])('of %s that are not read are kept with the reason', async (event, payload, state, note) => {
    const answer = await post(event, payload);
    expect(answer.status).toBe(202);
    expect(await lastDelivery(answer.body.delivery)).toMatchObject({ state, note });
  });

  it.each([
    ['an empty payload as text', { deployment: { payload: '{}' } }, {}],
    ['a payload as text', { deployment: { payload: '{"version":"v9"}' } }, { version: 'v9' }],
    ['no payload', { deployment: { payload: '' } }, { version: null }],
    ['a state that nobody knows', { status: { state: 'HELD_BY_MOON' } }, {}],
    ['no creator', { deployment: { creator: null } }, { creator: null }],
    ['a commit by SHA-256', { deployment: { sha: 'AB'.repeat(32) } }, { sha: 'ab'.repeat(32) }],
    ['a NUL and half a pair', { deployment: { environment: 'p\0\ud800' } }, { environment: 'p\uFFFD\uFFFD' }],
    [
      'a name that grows in lower case',
      { deployment: { environment: '\u0130'.repeat(300) } },
      { environment_key: 'i\u0307'.repeat(255) },
    ],
    ['a very long ref', { deployment: { ref: 'x'.repeat(100_000) } }, { ref: 'x'.repeat(1000) }],
  ])('with %s are normal', async (_what, changes, columns) => {
    const payload = statusPayload(changes);
    const answer = await post('deployment_status', payload);
    expect(await lastDelivery(answer.body.delivery)).toMatchObject({ state: 'processed' });
    expect(await knex('deployment').where({ gh_id: payload.deployment.id }).first()).toMatchObject(columns);
  });

  it('keep hostile text as data, and no address but a web address', async () => {
    const text = '<img src=x onerror=alert(1)>\n::add-mask::x';
    const status = { description: text, log_url: 'javascript:alert(1)', environment_url: 'data:text/html,x' };
    const payload = statusPayload({
      status,
      deployment: { ref: text },
      run: { id: 1, html_url: 'file:///etc/passwd' },
    });
    await post('deployment_status', payload);
    const row = await knex('deployment_status').where({ gh_id: payload.deployment.id }).first();
    expect(row).toMatchObject({ description: text, log_url: null, environment_url: null });
    expect(await knex('deployment').where({ gh_id: payload.deployment.id }).first()).toMatchObject({
      ref: text,
      run_url: null,
    });
  });
});
