import { createHash } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../scripts/vitest/thoroughly';
import { databaseKinds, sqlite } from '../testing/databases.fixture';
import type { Webhook } from '../testing/github-history.fixture';
import { githubHistory, numbersFrom } from '../testing/github-history.fixture';
import { DeliveryProcessing } from './delivery-processing';

const EVENTS = runs(2000, 800);
const NOW = Date.parse('2026-11-20T10:00:00Z');
/** SQLite has one process, and one connection in it. */
const withReplicas = (await databaseKinds()).filter(({ name }) => name !== 'SQLite');
const inMemory = sqlite();
const seeds = fc.integer({ min: 1, max: 1_000_000 });
const history = githubHistory(EVENTS);

const replicaOn = (knex: Knex) =>
  new DeliveryProcessing({ knex, logger: mockServices.logger.mock(), now: () => NOW, tellChange: async () => {} });

/** Takes a webhook in as the route does, and reads it. */
async function ingest(replica: DeliveryProcessing, { event, payload }: Webhook, guid: string): Promise<void> {
  const body = JSON.stringify(payload);
  const bodyHash = createHash('sha256').update(body).digest('hex');
  await replica.keep({ host: 'github.com', guid, event, body, bodyHash });
  await replica.process('github.com', guid);
}

/** Shuffled, and about every fourth event once more, under a new delivery id or the same one. */
function disorder(seed: number): readonly (readonly [Webhook, string])[] {
  const below = numbersFrom(seed);
  const arrivals = history.flatMap((webhook, index): (readonly [Webhook, string])[] => {
    const first = [webhook, `d-${index}`] as const;
    return below(4) > 0 ? [first] : [first, [webhook, below(2) === 0 ? `d-${index}` : `again-${index}`]];
  });
  for (let last = arrivals.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    const [one, two] = [arrivals[last], arrivals[other]];
    if (one !== undefined && two !== undefined) [arrivals[last], arrivals[other]] = [two, one];
  }
  return arrivals;
}

/** Every row that the events have made; deliveries by their body, since which id came first is chance. */
async function rows(knex: Knex): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = ['repository', 'repository_name', 'deployment', 'deployment_status', 'current_state'];
  const found: Record<string, readonly string[]> = {};
  for (const table of tables) found[table] = (await knex(table).select()).map(inOneForm).sort();
  found['delivery'] = (await knex('delivery').select('host', 'event', 'body_hash', 'state', 'note'))
    .map(inOneForm)
    .sort();
  return found;
}

/** PostgreSQL gives 64-bit integers as texts, SQLite as numbers. */
function inOneForm(row: object): string {
  const entries = Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? String(value) : value]);
  return JSON.stringify(Object.fromEntries(entries.sort(([one], [two]) => (String(one) < String(two) ? -1 : 1))));
}

async function rowsInOrder(): Promise<Awaited<ReturnType<typeof rows>>> {
  const knex = await inMemory.migrated();
  for (const [index, webhook] of history.entries()) await ingest(replicaOn(knex), webhook, `d-${index}`);
  return rows(knex);
}
const expected = rowsInOrder();

describe(`a history of ${EVENTS} events`, () => {
  it('holds what real ones hold', async () => {
    const { deployment = [], deployment_status = [], current_state = [], repository_name = [] } = await expected;
    expect(history).toHaveLength(EVENTS);
    expect(deployment.length + deployment_status.length).toBe(EVENTS);
    expect(repository_name).toHaveLength(4);
    expect(current_state.length).toBe(3 * 4);
  });

  it('says what runs where, as a plain reading of it does', async () => {
    const states = (await expected)['current_state'] ?? [];
    const running = states.map((row) => JSON.parse(row) as Record<string, string | null>);
    const found = running.flatMap(({ repo_id, environment_key, current_gh_id }) =>
      current_gh_id === null ? [] : [[`${repo_id} ${environment_key}`, String(current_gh_id)]],
    );
    expect(Object.fromEntries(found)).toEqual(runningBy(history));
  });

  it('ends in the same rows in any order and with any repetition', async () => {
    const want = await expected;
    const anyOrder = fc.asyncProperty(seeds, async (seed) => {
      const knex = await inMemory.migrated();
      await ingestAll(replicaOn(knex), disorder(seed));
      expect(await rows(knex)).toEqual(want);
    });
    await fc.assert(anyOrder, { numRuns: 2 });
  }, 300_000);

  it.each(withReplicas)(
    'ends in the same rows on $name when two replicas take it in at once, out of order',
    async (kind) => {
      const want = await expected;
      const anyOrder = fc.asyncProperty(seeds, async (seed) => {
        const knex = await kind.migrated();
        const other = kind.replica(knex);
        const arrivals = disorder(seed);
        // Every fifth event is taken in by both, at about the same time.
        const share = (worker: number) => arrivals.filter((_, index) => index % 5 === 0 || index % 2 === worker);
        await Promise.all([ingestAll(replicaOn(knex), share(0)), ingestAll(replicaOn(other.knex), share(1))]);
        expect(await rows(knex)).toEqual(want);
        await other.close();
      });
      await fc.assert(anyOrder, { numRuns: 1 });
    },
    300_000,
  );
});

/** Eight at a time, as a busy replica has them: events of one deployment are read at once. */
async function ingestAll(replica: DeliveryProcessing, arrivals: ReturnType<typeof disorder>): Promise<void> {
  for (let start = 0; start < arrivals.length; start += 8) {
    const together = arrivals.slice(start, start + 8);
    await Promise.all(together.map(([webhook, guid]) => ingest(replica, webhook, guid)));
  }
}

interface Success {
  readonly deployment: string;
  readonly at: number;
  readonly id: number;
}

/** What runs where, read from the history without a store: the newest success of each environment. */
function runningBy(webhooks: readonly Webhook[]): Readonly<Record<string, string>> {
  const newest = new Map<string, Success>();
  for (const { payload } of webhooks) {
    const { repository, deployment, deployment_status: status } = payload as unknown as Told;
    if (status?.state !== 'success') continue;
    const place = `${repository.id} ${status.environment.toLowerCase()}`;
    const one = { deployment: String(deployment.id), at: Date.parse(status.created_at), id: status.id };
    const best = newest.get(place);
    if (best === undefined || one.at > best.at || (one.at === best.at && one.id > best.id)) newest.set(place, one);
  }
  return Object.fromEntries([...newest].map(([place, { deployment }]) => [place, deployment]));
}

interface Told {
  readonly repository: { readonly id: number };
  readonly deployment: { readonly id: number };
  readonly deployment_status?: {
    readonly id: number;
    readonly state: string;
    readonly environment: string;
    readonly created_at: string;
  };
}
