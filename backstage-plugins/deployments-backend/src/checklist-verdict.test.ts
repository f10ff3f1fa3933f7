import type { EntityDeployments, GateResult } from '@shipgate/backstage-plugin-deployments-common';
import type { Verdict } from '@shipgate/schemas';
import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestReplica } from './testing/backend.fixture';
import { startReplica } from './testing/backend.fixture';
import { databaseKinds } from './testing/databases.fixture';
import type { Claims, LocalIssuer } from './testing/issuer.fixture';
import { pullRequestClaims, pushClaims, startIssuer } from './testing/issuer.fixture';
import { checklistEvidence, checklistVerdict } from './testing/verdict.fixture';

const kinds = await databaseKinds();
let issuer: LocalIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());

describe.each(kinds)('a verdict of a checklist on $name', (kind) => {
  let knex: Knex;
  let replica: TestReplica;
  beforeEach(async () => {
    knex = await kind.migrated();
    replica = await startReplica({ knex, issuer: issuer.url });
    return () => replica.stop();
  });

  const post = async (claims: Claims, verdict: Verdict) => {
    const authorization = `Bearer ${await issuer.sign(claims)}`;
    return replica.judged(replica.post('/verdicts').set({ authorization }).send(verdict));
  };
  const gates = async (): Promise<readonly GateResult[]> => {
    const { body } = await replica.judged(replica.get('/entities/component/default/order-service'));
    return (body as EntityDeployments).releases.flatMap((release) => release.gates);
  };

  it('is answered with who has signed and how far the phases are', async () => {
    const { status, body } = await post(pushClaims(issuer.url, { environment: 'production' }), checklistVerdict());
    expect(status).toBe(201);
    expect(await gates()).toMatchObject([
      {
        ...{ id: body.id, gate: 'checklist', outcome: 'fail', isGating: true, environment: 'production' },
        checklist: {
          signatures: [
            { role: 'lead', label: 'Руководитель разработки', state: 'proven', login: 'dev-lead' },
            { role: 'devops', label: 'Руководитель DevOps', state: 'stale', login: null },
          ],
          phases: checklistEvidence().phases,
          override: null,
        },
      },
    ]);
  });

  it('is kept whole', async () => {
    const { body } = await post(pushClaims(issuer.url), checklistVerdict());
    const kept = await replica.judged(replica.get(`/entities/component/default/order-service/verdicts/${body.id}`));
    expect((kept.body as Verdict).evidence).toEqual(checklistEvidence());
  });

  it('tells what two people let through', async () => {
    const at = '2026-11-20T10:00:00Z';
    const people = ['boris-ops', 'dev-lead'].map((login, index) => ({ login, id: 12 + index, at }));
    const override = { reason: 'payments are down', expires: '2026-11-20T18:00:00Z' };
    await post(pushClaims(issuer.url), checklistVerdict(checklistEvidence({ override: { ...override, people } })));
    expect((await gates())[0]?.checklist?.override).toEqual({ ...override, people: ['boris-ops', 'dev-lead'] });
  });

  it('says nothing of signatures and phases when the gate could not begin', async () => {
    await post(pushClaims(issuer.url), checklistVerdict({}));
    expect(await gates()).toMatchObject([{ gate: 'checklist' }]);
    expect((await gates())[0]).not.toHaveProperty('checklist');
  });

  it('of a pull request names its environment itself, since no job of it has begun, and does not gate', async () => {
    const { status } = await post(pullRequestClaims(issuer.url), checklistVerdict());
    expect(status).toBe(201);
    expect(await gates()).toMatchObject([{ environment: 'production', isGating: false }]);
  });

  it('of a run that a review started is kept as that of a pull request, and does not gate', async () => {
    const claims = pullRequestClaims(issuer.url, { event_name: 'pull_request_review' });
    const verdict = checklistVerdict();
    const subject = { ...verdict.subject, commit: 'a'.repeat(40), event: 'pull_request_review' };
    expect((await post(claims, { ...verdict, subject })).status).toBe(201);
    expect(await gates()).toMatchObject([{ event: 'pull_request_review', isGating: false }]);
  });

  it('from a job of another environment is refused with 422', async () => {
    const { status, body } = await post(pushClaims(issuer.url, { environment: 'staging' }), checklistVerdict());
    expect([status, body.error.faults]).toMatchObject([422, [{ path: 'subject.environment' }]]);
  });

  it('with a signature of no known state is refused with 422', async () => {
    const odd = JSON.parse(JSON.stringify(checklistVerdict()).replace('"stale"', '"trusted"')) as Verdict;
    const { status, body } = await post(pushClaims(issuer.url), odd);
    expect([status, body.error.reason, await gates()]).toEqual([422, 'schema', []]);
  });
});
