import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { EntityDeployments } from '@shipgate/backstage-plugin-deployments-common';
import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestReplica } from './testing/backend.fixture';
import { component, ORDER_SERVICE, SERVER_SECRET, startReplica } from './testing/backend.fixture';
import { databaseKinds } from './testing/databases.fixture';
import type { LocalIssuer } from './testing/issuer.fixture';
import { pullRequestClaims, pushClaims, startIssuer } from './testing/issuer.fixture';
import { exampleVerdict } from './testing/verdict.fixture';
import { delivery, send, signature, statusPayload } from './testing/webhook.fixture';

const kinds = await databaseKinds();
let issuer: LocalIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());

const onServer = {
  'github.com/project-slug': 'acme/order-service',
  'backstage.io/source-location': 'url:https://ghe.acme.example/acme/order-service/',
};
const entities = [
  ORDER_SERVICE,
  component('on-server', onServer),
  component('elsewhere', { ...onServer, 'backstage.io/source-location': 'url:https://git.example/x/y/' }),
  component('without', {}),
  component('hostile', { 'github.com/project-slug': '../../etc/passwd' }),
  component('silent', { 'github.com/project-slug': 'acme/silent' }),
];
const [old, current] = ['1'.repeat(40), '2'.repeat(40)];

describe.each(kinds)('an entity on $name', (kind) => {
  let knex: Knex;
  let replica: TestReplica;
  beforeAll(async () => {
    knex = await kind.migrated();
    replica = await startReplica({ knex, issuer: issuer.url, entities });
  });
  beforeEach(() => {
    replica.audit.length = 0;
    replica.decide(AuthorizeResult.ALLOW);
  });

  const read = (name: string) => replica.judged(replica.get(`/entities/component/default/${name}`));
  const deployments = async (name = 'order-service') => (await read(name)).body as EntityDeployments;
  const status = async (
    environment: string,
    sha: string,
    at: string,
    changes: Parameters<typeof statusPayload>[0] = {},
  ) => {
    const time = `2026-11-20T${at}:00Z`;
    const payload = statusPayload({
      ...changes,
      deployment: { environment, sha, created_at: time, updated_at: time, ...changes.deployment },
      status: { environment, created_at: time, ...changes.status },
    });
    await replica.judged(send(replica.post('/webhooks/github'), delivery('deployment_status', payload)));
    await replica.settled();
    return String(payload.deployment.id);
  };
  const verdict = async (claims: object, body: object) => {
    const token = await issuer.sign({ ...claims });
    const answer = await replica.judged(replica.post('/verdicts').set('authorization', `Bearer ${token}`).send(body));
    return String(answer.body.id);
  };

  it('that nothing is known of yet has its repository and nothing else', async () => {
    const repository = { host: 'github.com', slug: 'acme/silent', url: 'https://github.com/acme/silent', id: null };
    const entityRef = 'component:default/silent';
    expect(await deployments('silent')).toEqual({ entityRef, repository, asOf: null, environments: [], releases: [] });
    expect(replica.audit).toEqual([
      {
        eventId: 'entity-read',
        status: 'succeeded',
        severityLevel: 'low',
        meta: { entityRef, requestId: expect.any(String) },
      },
    ]);
  });

  it.each(['without', 'elsewhere', 'hostile'])('%s names no repository of a host that is known', async (name) => {
    expect((await deployments(name)).repository).toBe(null);
  });

  it('shows environments in pipeline order, what runs there, and what is on its way', async () => {
    await status('Production', old, '08:00', { deployment: { payload: { version: 'v1' } } });
    await status('zeta', current, '08:30');
    await status('staging', current, '09:00', {
      run: { id: 9, html_url: 'https://github.com/r/9', triggering_actor: { login: 'mona' } },
    });
    await status('production', current, '10:00', { status: { state: 'waiting', description: 'waits for a review' } });
    const { environments, asOf, repository } = await deployments();
    expect(environments.map(({ name, isProduction }) => [name, isProduction])).toEqual([
      ['staging', false],
      ['production', true],
      ['zeta', false],
    ]);
    const [staging, production] = environments;
    expect(staging).toMatchObject({
      current: { commit: current, version: 'main', by: 'mona', since: '2026-11-20T09:00:00.000Z' },
      latest: null,
    });
    expect(production?.current).toMatchObject({
      commit: old,
      version: 'v1',
      state: 'success',
      by: 'github-actions[bot]',
    });
    expect(production?.latest).toMatchObject({ commit: current, state: 'waiting', description: 'waits for a review' });
    expect(Date.parse(asOf ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect(repository?.id).toBe('5001');
  });

  it('shows the newest releases first, where they run and what the gates said', async () => {
    const claims = pushClaims(issuer.url, { sha: current });
    const id = await verdict(claims, exampleVerdict('red-drift'));
    const releases = (await deployments()).releases;
    expect(releases.map(({ commit, runsIn }) => [commit, runsIn])).toEqual([
      [current, ['staging', 'zeta']],
      [old, ['production']],
    ]);
    const [gate] = releases[0]?.gates ?? [];
    const { reasons, headline, tool } = exampleVerdict('red-drift');
    expect(gate).toMatchObject({
      id,
      gate: 'migrate-gate',
      outcome: 'fail',
      isGating: true,
      event: 'push',
      headline,
      toolVersion: tool.version,
    });
    expect(gate?.run.url).toBe(`https://github.com/acme/order-service/actions/runs/${claims['run_id']}/attempts/1`);
    expect(gate?.reasons.map(({ code }) => code)).toEqual(reasons.map(({ code }) => code));
    expect(gate?.reasons[0]).not.toHaveProperty('evidence');
  });

  it('shows what was only judged, by its ref', async () => {
    const sha = '3'.repeat(40);
    await verdict(pullRequestClaims(issuer.url, { sha }), exampleVerdict('green'));
    const release = (await deployments()).releases.find(({ commit }) => commit === sha);
    expect(release).toMatchObject({ version: 'pull/71/merge', runsIn: [], gates: [{ isGating: false }] });
  });

  it('is told apart by host: the same name on a server is another repository', async () => {
    const payload = statusPayload({ repository: { id: 9 } });
    const body = JSON.stringify(payload);
    const headers = {
      'x-github-enterprise-host': 'ghe.acme.example',
      'x-hub-signature-256': signature(body, SERVER_SECRET),
    };
    await replica.judged(send(replica.post('/webhooks/github'), delivery('deployment_status', body, headers)));
    await replica.settled();
    expect((await deployments('on-server')).repository).toMatchObject({ host: 'ghe.acme.example', id: '9' });
    expect((await deployments()).repository).toMatchObject({ host: 'github.com', id: '5001' });
  });

  it('keeps its history when its repository gets another name', async () => {
    await status('staging', current, '11:00', { repository: { full_name: 'acme/orders' } });
    expect((await deployments()).repository?.id).toBe('5001');
  });

  it('is answered by 304 while nothing changes', async () => {
    const first = await read('order-service');
    const again = await replica
      .get('/entities/component/default/order-service')
      .set('if-none-match', String(first.headers['etag']));
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it.each([
    ['proxy-7.1:a', 'proxy-7.1:a'],
    ['a b\u00e9', expect.stringMatching(/^[0-9a-f-]{36}$/)],
  ])('can be found in the record by the request id, as by %j', async (given, id) => {
    const answer = await replica.get('/entities/component/default/order-service').set('x-request-id', given);
    expect(answer.headers['x-request-id']).toEqual(id);
    expect(replica.audit[0]?.meta['requestId']).toBe(answer.headers['x-request-id']);
  });

  it('that the catalog does not show is 404, and audited', async () => {
    expect((await read('nobody')).status).toBe(404);
    expect(replica.audit).toEqual([
      expect.objectContaining({
        status: 'failed',
        meta: expect.objectContaining({ entityRef: 'component:default/nobody', reason: 'no-entity' }),
      }),
    ]);
  });

  it('that the caller may not read is 403, and audited', async () => {
    replica.decide(AuthorizeResult.DENY);
    expect((await read('order-service')).status).toBe(403);
    expect(replica.audit).toEqual([
      expect.objectContaining({
        status: 'failed',
        meta: expect.objectContaining({ entityRef: 'component:default/order-service', reason: 'permission' }),
      }),
    ]);
  });

  it.each(['/entities/component/default/order-service', '/entities/component/default/order-service/verdicts/x'])(
    'is not for callers without a name: %s',
    async (path) => {
      const answer = await replica.judged(replica.get(path).set('authorization', mockCredentials.none.header()));
      expect(answer.status).toBe(401);
    },
  );

  it.each(['x', '5d0c1c1e-0000-4000-8000-000000000000', "' or 1=1 --"])('has no verdict %s', async (id) => {
    const answer = await replica.judged(
      replica.get(`/entities/component/default/order-service/verdicts/${encodeURIComponent(id)}`),
    );
    expect([answer.status, answer.body.error.reason]).toEqual([404, 'no-verdict']);
  });

  it('shows no verdict of another repository, nor one to whom may not read', async () => {
    const id = await verdict(pushClaims(issuer.url), exampleVerdict('green'));
    const path = (name: string) => replica.judged(replica.get(`/entities/component/default/${name}/verdicts/${id}`));
    expect((await path('order-service')).status).toBe(200);
    expect((await path('on-server')).status).toBe(404);
    replica.decide(AuthorizeResult.DENY);
    expect((await path('order-service')).status).toBe(403);
    expect(replica.audit.at(-1)).toMatchObject({
      eventId: 'verdict-read',
      status: 'failed',
      meta: { verdict: id, reason: 'permission' },
    });
  });
});
