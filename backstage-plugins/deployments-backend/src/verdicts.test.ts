import type { Verdict } from '@shipgate/schemas';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestReplica } from './testing/backend.fixture';
import { startReplica } from './testing/backend.fixture';
import { databaseKinds, rowCounts } from './testing/databases.fixture';
import type { Claims, LocalIssuer } from './testing/issuer.fixture';
import { pullRequestClaims, pushClaims, startIssuer } from './testing/issuer.fixture';
import { exampleVerdict } from './testing/verdict.fixture';

const kinds = await databaseKinds();
let issuer: LocalIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());

describe.each(kinds)('a verdict on $name', (kind) => {
  let knex: Knex;
  let replica: TestReplica;
  beforeAll(async () => {
    knex = await kind.migrated();
    replica = await startReplica({ knex, issuer: issuer.url });
  });

  const post = async (claims: Claims, body: string | object, type = 'application/json') => {
    const token = await issuer.sign(claims);
    return replica.judged(
      replica
        .post('/verdicts')
        .set({ authorization: `Bearer ${token}`, 'content-type': type })
        .send(body),
    );
  };
  const read = (id: string) => replica.judged(replica.get(`/entities/component/default/order-service/verdicts/${id}`));

  it('is kept whole, about the job that the token proves, and everybody who looks is told', async () => {
    replica.signals.length = 0;
    const claims = pushClaims(issuer.url, { environment: 'production', run_attempt: '2' });
    const verdict = exampleVerdict('red-drift');
    const { status, body } = await post(claims, verdict);
    expect(status).toBe(201);
    const subject = {
      ...verdict.subject,
      repository: 'acme/order-service',
      commit: claims['sha'],
      ref: 'refs/heads/main',
      event: 'push',
      environment: 'production',
      run: { id: claims['run_id'], attempt: 2 },
    };
    expect((await read(body.id)).body).toEqual({ ...verdict, subject });
    expect(replica.signals).toHaveLength(1);
    expect(await knex('gate_verdict').where({ id: body.id }).first('is_gating')).toEqual({
      is_gating: expect.toSatisfy(Boolean),
    });
  });

  it('of a pull request is kept, but does not gate', async () => {
    const { status, body } = await post(pullRequestClaims(issuer.url), exampleVerdict('green'));
    expect(status).toBe(201);
    const { is_gating } = await knex('gate_verdict').where({ id: body.id }).first('is_gating');
    expect(Boolean(is_gating)).toBe(false);
  });

  const queue = 'refs/heads/gh-readonly-queue/main/pr-71-9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70';
  const queued = (ref: string) =>
    pullRequestClaims(issuer.url, {
      event_name: 'merge_group',
      ref,
      job_workflow_ref: `acme/order-service/.github/workflows/release.yml@${ref}`,
    });

  it('of a merge queue is kept, but does not gate: the change has brought its own workflow along', async () => {
    const { status, body } = await post(queued(queue), exampleVerdict('green'));
    expect(status).toBe(201);
    const { is_gating } = await knex('gate_verdict').where({ id: body.id }).first('is_gating');
    expect(Boolean(is_gating)).toBe(false);
  });

  it('that calls a branch a merge queue is refused with 403', async () => {
    const { status, body } = await post(queued('refs/heads/main'), exampleVerdict('green'));
    expect([status, body.error.reason]).toEqual([403, 'ref']);
  });

  it('of a pull request that calls a workflow of the protected branch is kept', async () => {
    const job_workflow_ref = 'acme/order-service/.github/workflows/gate.yml@refs/heads/main';
    expect((await post(pullRequestClaims(issuer.url, { job_workflow_ref }), exampleVerdict('green'))).status).toBe(201);
  });

  it('of a pull request names the head, and the token the merge commit: what the token says is kept', async () => {
    const claims = pullRequestClaims(issuer.url);
    const subject = { commit: 'a'.repeat(40), event: 'pull_request', path: 'head' };
    const { status, body } = await post(claims, exampleVerdict('green', { subject }));
    expect(status).toBe(201);
    expect((await read(body.id)).body.subject).toMatchObject({ commit: claims['sha'], path: 'head' });
  });

  it('of an earlier attempt is taken from a job that runs again, under the attempt that the token proves', async () => {
    const claims = pushClaims(issuer.url, { run_attempt: '3' });
    const subject = { run: { id: String(claims['run_id']), attempt: 1 } };
    const { status, body } = await post(claims, exampleVerdict('green', { subject }));
    expect(status).toBe(201);
    expect((await read(body.id)).body.subject.run.attempt).toBe(3);
  });

  it('that says itself what the token says is no contradiction', async () => {
    const claims = pushClaims(issuer.url);
    const run = { id: String(claims['run_id']), attempt: 1 };
    const subject = {
      repository: 'acme/order-service',
      commit: String(claims['sha']),
      ref: 'refs/heads/main',
      event: 'push',
      run,
    };
    expect((await post(claims, exampleVerdict('green', { subject }))).status).toBe(201);
  });

  const contradictions: readonly [string, Verdict['subject']][] = [
    ['subject.repository', { repository: 'acme/payments' }],
    ['subject.commit', { commit: 'a'.repeat(40) }],
    ['subject.ref', { ref: 'refs/heads/other' }],
    ['subject.event', { event: 'schedule' }],
    ['subject.environment', { environment: 'production' }],
    ['subject.run.id', { run: { id: '1', attempt: 1 } }],
    ['subject.run.attempt', { run: { id: '77', attempt: 2 } }],
  ];
  it.each(contradictions)('that contradicts the token in %s is refused with 422', async (path, subject) => {
    const before = await rowCounts(knex);
    replica.audit.length = 0;
    const { status, body } = await post(pushClaims(issuer.url, { run_id: '77' }), exampleVerdict('green', { subject }));
    expect([status, body.error.reason]).toEqual([422, 'subject']);
    expect(body.error.faults.map((fault: { path: string }) => fault.path)).toEqual([path]);
    expect(replica.audit[0]?.meta).toMatchObject({ reason: 'subject', repositoryId: '5001' });
    expect(await rowCounts(knex)).toEqual(before);
  });

  it.each([
    ['no JSON', 'gate: migrate-gate', 'application/json', 400, 'not-json'],
    ['another content type', '{}', 'text/plain', 415, 'content-type'],
    ['too large', `"${'x'.repeat(10_000_000)}"`, 'application/json', 413, 'too-large'],
    [
      'nested too deeply',
      JSON.stringify(exampleVerdict('other-gate')).replace(
        /}$/,
        `,"evidence":{"x":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`,
      ),
      'application/json',
      422,
      'too-deep',
    ],
    ['an empty object', '{}', 'application/json', 422, 'schema'],
    [
      'a pass over a reason that blocks',
      JSON.stringify({ ...exampleVerdict('red-drift'), outcome: 'pass' }),
      'application/json',
      422,
      'schema',
    ],
  ])('that is %s is refused', async (_what, text, type, status, reason) => {
    const before = await rowCounts(knex);
    const answer = await post(pushClaims(issuer.url), text, type);
    expect([answer.status, answer.body.error.reason]).toEqual([status, reason]);
    expect(await rowCounts(knex)).toEqual(before);
  });

  it('that is none by the schema is answered with every fault and its place', async () => {
    const { body } = await post(pushClaims(issuer.url), { ...exampleVerdict('green'), outcome: 'fine', reasons: 1 });
    const paths = body.error.faults.map((fault: { path: string }) => fault.path);
    expect(paths).toEqual(expect.arrayContaining(['outcome', 'reasons']));
  });

  it('that is sent twice at once is kept once', async () => {
    const claims = pushClaims(issuer.url);
    const tokens = [claims, { ...claims, jti: 'second' }, claims, { ...claims, jti: 'third' }];
    const answers = await Promise.all(tokens.map((one) => post(one, exampleVerdict('green'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('of another path of the same run is another verdict', async () => {
    const claims = pushClaims(issuer.url);
    await post(claims, exampleVerdict('green'));
    const other = exampleVerdict('red-drift', { subject: { service: 'order-service', path: 'billing/migrations' } });
    expect((await post({ ...claims, jti: 'path' }, other)).status).toBe(201);
  });
});
