import type { Deployment, EntityDeployments } from '@shipgate/backstage-plugin-deployments-common';
import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestReplica } from './testing/backend.fixture';
import { startReplica } from './testing/backend.fixture';
import { databaseKinds } from './testing/databases.fixture';
import type { LocalIssuer } from './testing/issuer.fixture';
import { startIssuer } from './testing/issuer.fixture';
import { delivery, send, statusPayload } from './testing/webhook.fixture';

const kinds = await databaseKinds();
let issuer: LocalIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());

/** A status of a deployment, as the webhook tells it. `at` is minutes and seconds after 10 o'clock. */
interface Told {
  readonly id: number;
  readonly at: string;
  readonly state?: string;
  readonly description: string | null;
}

describe.each(kinds)('a rollout on $name', (kind) => {
  let knex: Knex;
  let replica: TestReplica;
  beforeEach(async () => {
    knex = await kind.migrated();
    replica = await startReplica({ knex, issuer: issuer.url });
    return () => replica.stop();
  });

  const tell = async (deployment: { id: number; environment: string }, ...told: readonly Told[]) => {
    for (const { id, at, state = 'in_progress', description } of told) {
      const created_at = `2026-11-20T10:${at}Z`;
      const status = { id, state, description, environment: deployment.environment, created_at };
      const payload = statusPayload({ deployment, status });
      await replica.judged(send(replica.post('/webhooks/github'), delivery('deployment_status', payload)));
    }
    await replica.settled();
  };
  const read = async () => {
    const answer = await replica.judged(replica.get('/entities/component/default/order-service'));
    return answer.body as EntityDeployments;
  };
  const rollout = async (): Promise<Deployment | null | undefined> => (await read()).environments[0]?.latest;
  const production = { id: 7001, environment: 'production' };

  it('shows its newest weight, and its lines in the order of GitHub whatever the order in which they come', async () => {
    await tell(
      production,
      { id: 13, at: '05:00', description: '25 %: waits for a person' },
      { id: 10, at: '00:00', state: 'queued', description: null },
      { id: 11, at: '01:00', description: '10 %: begins' },
      { id: 12, at: '01:00', description: '10 %: canary 0.40 % errors, stable 0.50 %' },
    );
    expect(await rollout()).toMatchObject({
      weight: 25,
      description: '25 %: waits for a person',
      steps: [
        { at: '2026-11-20T10:01:00.000Z', state: 'in_progress', description: '10 %: begins' },
        { description: '10 %: canary 0.40 % errors, stable 0.50 %' },
        { at: '2026-11-20T10:05:00.000Z', description: '25 %: waits for a person' },
      ],
    });
    await tell(production, {
      id: 14,
      at: '06:00',
      state: 'failure',
      description: 'back to 0 %: error-rate-higher at 25 %',
    });
    const end = await rollout();
    expect([end?.state, end?.weight, end?.steps.length]).toEqual(['failure', 0, 4]);
  });

  it('keeps the lines of one deployment from those of another', async () => {
    await tell(production, { id: 21, at: '01:00', description: '10 %: begins' });
    await tell({ id: 7002, environment: 'staging' }, { id: 22, at: '02:00', description: '50 %: begins' });
    const shown = (await read()).environments.map(({ name, latest }) => [name, latest?.weight, latest?.steps.length]);
    expect(shown).toEqual([
      ['staging', 50, 1],
      ['production', 10, 1],
    ]);
  });

  it('passes hostile lines on as text, cut, and takes no weight from them', async () => {
    const hostile = `<script>alert(1)</script>\u202E 100 %: promoted ${'x'.repeat(10_000)}`;
    await tell(production, { id: 31, at: '01:00', description: hostile });
    const shown = await rollout();
    expect(shown?.weight).toBeNull();
    expect(shown?.steps.map(({ description }) => description)).toEqual([hostile.slice(0, 1000)]);
  });

  it('is read with as many queries when there are many', async () => {
    const queries: string[] = [];
    await tell(production, { id: 41, at: '01:00', description: '10 %: begins' });
    knex.on('query', ({ sql }: { readonly sql: string }) => queries.push(sql));
    await read();
    const ofOne = queries.splice(0).length;
    for (const nth of [1, 2, 3, 4]) {
      const many = { id: 8000 + nth, environment: `region-${nth}` };
      await tell(many, { id: 100 * nth, at: '02:00', description: '10 %: begins' });
    }
    queries.length = 0;
    expect((await read()).environments).toHaveLength(5);
    expect([ofOne > 0, queries.length]).toEqual([true, ofOne]);
  });
});
