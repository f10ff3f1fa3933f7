import type { Knex } from 'knex';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestReplica } from './testing/backend.fixture';
import { OLD_SECRET, SECRET, SERVER_SECRET, startReplica } from './testing/backend.fixture';
import { rowCounts, sqlite } from './testing/databases.fixture';
import type { SignedDelivery } from './testing/webhook.fixture';
import { delivery, send, signature, statusPayload } from './testing/webhook.fixture';

const database = sqlite();
let knex: Knex;
let replica: TestReplica;

beforeAll(async () => {
  knex = await database.migrated();
  replica = await startReplica({ knex, issuer: 'http://127.0.0.1:9' });
});

const post = (sent: SignedDelivery) => replica.judged(send(replica.post('/webhooks/github'), sent));

/** A host of GitHub and the secret by which it signs now. */
interface Origin {
  readonly from: string;
  readonly secret: string;
  readonly named: Readonly<Record<string, string>>;
}
const origins: readonly Origin[] = [
  { from: 'github.com by the new secret', secret: SECRET, named: {} },
  { from: 'github.com by the old secret', secret: OLD_SECRET, named: {} },
  {
    from: 'a server that names itself',
    secret: SERVER_SECRET,
    named: { 'x-github-enterprise-host': 'GHE.acme.example' },
  },
];

/** What is wrong with a delivery, made of a good one. */
interface Fault {
  readonly what: string;
  readonly status: number;
  readonly reason: string;
  readonly spoil: (good: SignedDelivery, origin: Origin) => SignedDelivery;
}
const without = ({ body, headers }: SignedDelivery, name: string): SignedDelivery => ({
  body,
  headers: Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name)),
});
const withHeader = ({ body, headers }: SignedDelivery, name: string, value: string): SignedDelivery => ({
  body,
  headers: { ...headers, [name]: value },
});
const signed = 'x-hub-signature-256';

const faults: readonly Fault[] = [
  { what: 'no signature', status: 401, reason: 'signature-missing', spoil: (good) => without(good, signed) },
  {
    what: 'a signature by SHA-1 alone',
    status: 401,
    reason: 'signature-missing',
    spoil: (good, { secret }) =>
      withHeader(without(good, signed), 'x-hub-signature', signature(good.body, secret, 'sha1')),
  },
  {
    what: 'SHA-1 in the place of SHA-256',
    status: 401,
    reason: 'signature-malformed',
    spoil: (good, { secret }) => withHeader(good, signed, signature(good.body, secret, 'sha1')),
  },
  {
    what: 'another secret',
    status: 401,
    reason: 'signature-wrong',
    spoil: (good) => withHeader(good, signed, signature(good.body, 'another secret of somebody')),
  },
  {
    what: 'an empty secret',
    status: 401,
    reason: 'signature-wrong',
    spoil: (good) => withHeader(good, signed, signature(good.body, '')),
  },
  {
    what: 'the signature of another body',
    status: 401,
    reason: 'signature-wrong',
    spoil: (good, { secret }) => withHeader(good, signed, signature('{}', secret)),
  },
  {
    what: 'a body with a space more',
    status: 401,
    reason: 'signature-wrong',
    spoil: (good) => ({ ...good, body: `${good.body} ` }),
  },
  {
    what: 'a body cut off',
    status: 401,
    reason: 'signature-wrong',
    spoil: (good) => ({ ...good, body: good.body.slice(0, -1) }),
  },
  {
    what: 'a signature cut off',
    status: 401,
    reason: 'signature-malformed',
    spoil: (good) => withHeader(good, signed, good.headers[signed]?.slice(0, -2) ?? ''),
  },
  {
    what: 'a host that is not configured',
    status: 401,
    reason: 'unknown-host',
    spoil: (good) => withHeader(good, 'x-github-enterprise-host', 'ghe.example'),
  },
  {
    what: 'the name of the other host',
    status: 401,
    reason: 'signature-wrong',
    spoil: (good, { named }) =>
      withHeader(good, 'x-github-enterprise-host', Object.keys(named).length === 0 ? 'ghe.acme.example' : 'github.com'),
  },
  {
    what: 'no delivery id',
    status: 400,
    reason: 'header-x-github-delivery',
    spoil: (good) => without(good, 'x-github-delivery'),
  },
  { what: 'no event', status: 400, reason: 'header-x-github-event', spoil: (good) => without(good, 'x-github-event') },
  {
    what: 'an event that is none',
    status: 400,
    reason: 'header-x-github-event',
    spoil: (good) => withHeader(good, 'x-github-event', 'a b'),
  },
  {
    what: 'a form',
    status: 415,
    reason: 'content-type',
    spoil: (good) => withHeader(good, 'content-type', 'application/x-www-form-urlencoded'),
  },
  {
    what: 'an encoded body',
    status: 415,
    reason: 'content-encoding',
    spoil: (good) => withHeader(good, 'content-encoding', 'gzip'),
  },
  {
    what: 'ten megabytes',
    status: 413,
    reason: 'too-large',
    spoil: (good) => ({ ...good, body: ' '.repeat(10_000_000) }),
  },
];
const cases = origins.flatMap((origin) => faults.map((fault) => ({ ...fault, origin, from: origin.from })));

describe(`${cases.length} forged deliveries`, () => {
  it.each(cases)(
    '$from: $what is refused with $status, and its good twin is taken',
    async ({ status, reason, spoil, origin }) => {
      const plain = delivery('ping', { zen: `of ${origin.from}: ${reason} ${Math.random()}` }, origin.named);
      const good = withHeader(plain, signed, signature(plain.body, origin.secret));
      const before = await rowCounts(knex);
      replica.audit.length = 0;

      const refused = await post(spoil(good, origin));
      expect([refused.status, refused.body.error.reason]).toEqual([status, reason]);
      expect(replica.audit).toEqual([expect.objectContaining({ eventId: 'webhook-receive', status: 'failed' })]);
      expect(replica.audit[0]?.meta).toMatchObject({ reason, url: '/api/deployments/webhooks/github' });
      expect(await rowCounts(knex)).toEqual(before);

      expect((await post(good)).status).toBe(202);
      expect(replica.audit.slice(1)).toEqual([expect.objectContaining({ status: 'succeeded' })]);
    },
  );

  it('are audited too when they carry a token that Backstage cannot read', async () => {
    replica.audit.length = 0;
    const refused = await post(withHeader(without(delivery('ping', {}), signed), 'authorization', 'Bearer a.b.c'));
    expect(refused.status).toBe(401);
    expect(replica.audit).toHaveLength(1);
  });
});

describe('a delivery that comes again', () => {
  const taken = async () => {
    const good = delivery('deployment_status', statusPayload());
    expect((await post(good)).status).toBe(202);
    await replica.settled();
    return good;
  };

  it('with the same body is known, and changes nothing', async () => {
    const good = await taken();
    const before = await rowCounts(knex);
    const again = await post(good);
    expect([again.status, again.body.arrival]).toEqual([200, 'known']);
    expect(await rowCounts(knex)).toEqual(before);
  });

  it('under another id or as another event changes nothing: the signature covers the body alone', async () => {
    const good = await taken();
    const before = await rowCounts(knex);
    const replayed = [withHeader(good, 'x-github-delivery', 'mine'), withHeader(good, 'x-github-event', 'deployment')];
    for (const one of replayed) expect((await post(one)).status).toBe(200);
    expect(await rowCounts(knex)).toEqual(before);
  });

  it('with another body is refused with 409', async () => {
    const good = await taken();
    const before = await rowCounts(knex);
    replica.audit.length = 0;
    const other = delivery('deployment_status', statusPayload(), {
      'x-github-delivery': good.headers['x-github-delivery'] ?? '',
    });
    const refused = await post(other);
    expect([refused.status, refused.body.error.reason]).toEqual([409, 'delivery-reused']);
    expect(replica.audit).toEqual([expect.objectContaining({ status: 'failed' })]);
    expect(await rowCounts(knex)).toEqual(before);
  });
});
