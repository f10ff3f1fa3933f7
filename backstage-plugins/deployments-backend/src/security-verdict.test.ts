import type { EntityDeployments, GateResult } from '@shipgate/backstage-plugin-deployments-common';
import type { Verdict } from '@shipgate/schemas';
import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestReplica } from './testing/backend.fixture';
import { startReplica } from './testing/backend.fixture';
import { databaseKinds } from './testing/databases.fixture';
import type { LocalIssuer } from './testing/issuer.fixture';
import { pullRequestClaims, startIssuer } from './testing/issuer.fixture';
import { exampleVerdict } from './testing/verdict.fixture';

const kinds = await databaseKinds();
let issuer: LocalIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());

describe.each(kinds)('a verdict of security-scan on $name', (kind) => {
  let knex: Knex;
  let replica: TestReplica;
  beforeEach(async () => {
    knex = await kind.migrated();
    replica = await startReplica({ knex, issuer: issuer.url });
    return () => replica.stop();
  });

  const post = async (verdict: Verdict) => {
    const authorization = `Bearer ${await issuer.sign(pullRequestClaims(issuer.url))}`;
    return replica.judged(replica.post('/verdicts').set({ authorization }).send(verdict));
  };
  const gates = async (): Promise<readonly GateResult[]> => {
    const { body } = await replica.judged(replica.get('/entities/component/default/order-service'));
    return (body as EntityDeployments).releases.flatMap((release) => release.gates);
  };

  it.each(['security-red', 'security-unknown'] as const)('is taken and kept whole: %s', async (name) => {
    const verdict = exampleVerdict(name);
    const { status, body } = await post(verdict);
    expect(status).toBe(201);
    const { outcome, headline } = verdict;
    expect(await gates()).toMatchObject([{ id: body.id, gate: 'security-scan', outcome, headline, isGating: false }]);
    const kept = await replica.judged(replica.get(`/entities/component/default/order-service/verdicts/${body.id}`));
    expect((kept.body as Verdict).evidence).toEqual(verdict.evidence);
  });

  it('that counts no findings for a scanner without an answer is refused with 422', async () => {
    const odd = JSON.stringify(exampleVerdict('security-unknown')).replace('"findings":null', '"findings":0');
    const { status, body } = await post(JSON.parse(odd) as Verdict);
    expect([status, body.error.reason, await gates()]).toEqual([422, 'schema', []]);
  });
});
