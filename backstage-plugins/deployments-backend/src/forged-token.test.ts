import type { JWTHeaderParameters } from 'jose';
import { exportSPKI, generateKeyPair, importJWK, UnsecuredJWT } from 'jose';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestReplica } from './testing/backend.fixture';
import { startReplica } from './testing/backend.fixture';
import { rowCounts, sqlite } from './testing/databases.fixture';
import type { Claims, LocalIssuer } from './testing/issuer.fixture';
import { pullRequestClaims, pushClaims, startIssuer } from './testing/issuer.fixture';
import { exampleVerdict } from './testing/verdict.fixture';

const seconds = () => Math.floor(Date.now() / 1000);
const database = sqlite();
let knex: Knex;
let issuer: LocalIssuer;
let replica: TestReplica;

beforeAll(async () => {
  issuer = await startIssuer();
  knex = await database.migrated();
  replica = await startReplica({ knex, issuer: issuer.url });
});
afterAll(() => issuer.close());

/** What is wrong with a token. `forge` may sign otherwise; `claims` change what is signed. */
interface Fault {
  readonly what: string;
  readonly status: 401 | 403;
  readonly reason: string;
  readonly claims?: () => Claims;
  readonly forge?: (claims: Claims) => Promise<string>;
}

const signedBy =
  (header: JWTHeaderParameters, key: () => Promise<Parameters<LocalIssuer['signAs']>[2]>) => async (claims: Claims) =>
    issuer.signAs(claims, header, await key());
const otherKey = async () => (await generateKeyPair('RS256')).privateKey;
const publicKeyAsSecret = async () => {
  const key = await importJWK(issuer.publicJwk, 'RS256', { extractable: true });
  if (key instanceof Uint8Array) throw new Error('expected: an RSA key; got: a secret');
  return new TextEncoder().encode(await exportSPKI(key));
};
const rs512 = async () => {
  const jwk = await crypto.subtle.exportKey('jwk', issuer.privateKey);
  return (await importJWK({ ...jwk, alg: 'RS512' }, 'RS512')) as CryptoKey;
};
const tampered = async (claims: Claims) => {
  const [head, , signature] = (await issuer.sign(claims)).split('.');
  const payload = Buffer.from(JSON.stringify({ ...claims, repository_id: '5001', run_id: '1' })).toString('base64url');
  return `${head}.${payload}.${signature}`;
};

const forged: readonly Fault[] = [
  {
    what: 'algorithm none',
    status: 401,
    reason: 'token-algorithm',
    forge: async (claims) => new UnsecuredJWT({ ...claims }).encode(),
  },
  {
    what: 'HS256 by the public key',
    status: 401,
    reason: 'token-algorithm',
    forge: signedBy({ alg: 'HS256', kid: 'rsa-1' }, publicKeyAsSecret),
  },
  {
    what: 'RS512 by the right key',
    status: 401,
    reason: 'token-algorithm',
    forge: signedBy({ alg: 'RS512', kid: 'rsa-1' }, rs512),
  },
  {
    what: 'ES256 by a key that is served',
    status: 401,
    reason: 'token-algorithm',
    forge: signedBy({ alg: 'ES256', kid: 'ec-1' }, async () => issuer.ecKey),
  },
  {
    what: 'a key id that is not served',
    status: 401,
    reason: 'token-key',
    forge: signedBy({ alg: 'RS256', kid: 'rsa-9' }, async () => issuer.privateKey),
  },
  {
    what: 'the right key id, another key',
    status: 401,
    reason: 'token-signature',
    forge: signedBy({ alg: 'RS256', kid: 'rsa-1' }, otherKey),
  },
  { what: 'claims changed after signing', status: 401, reason: 'token-signature', forge: tampered },
  {
    what: 'a token cut off',
    status: 401,
    reason: 'token-signature',
    forge: async (claims) => (await issuer.sign(claims)).slice(0, -4),
  },
  { what: 'no token at all but three dots', status: 401, reason: 'token-malformed', forge: async () => 'a.b.c' },
];
const stale: readonly Fault[] = [
  { what: 'another issuer', status: 401, reason: 'token-issuer', claims: () => ({ iss: 'https://issuer.example' }) },
  {
    what: 'the issuer with a slash more',
    status: 401,
    reason: 'token-issuer',
    claims: () => ({ iss: `${issuer.url}/` }),
  },
  { what: 'no issuer', status: 401, reason: 'token-issuer', claims: () => ({ iss: undefined }) },
  { what: 'no audience', status: 401, reason: 'token-no-aud', claims: () => ({ aud: undefined }) },
  { what: 'another audience', status: 401, reason: 'token-audience', claims: () => ({ aud: 'backstage' }) },
  { what: 'several audiences', status: 401, reason: 'token-audience', claims: () => ({ aud: ['shipgate', 'other'] }) },
  {
    what: 'a time of expiry that is past',
    status: 401,
    reason: 'token-expired',
    claims: () => ({ exp: seconds() - 60 }),
  },
  { what: 'no time of expiry', status: 401, reason: 'token-no-exp', claims: () => ({ exp: undefined }) },
  {
    what: 'a first time that is to come',
    status: 401,
    reason: 'token-not-yet',
    claims: () => ({ nbf: seconds() + 120 }),
  },
  { what: 'no first time', status: 401, reason: 'token-no-nbf', claims: () => ({ nbf: undefined }) },
  {
    what: 'a time of issue eleven minutes ago',
    status: 401,
    reason: 'token-too-old',
    claims: () => ({ iat: seconds() - 660 }),
  },
  {
    what: 'a time of issue that is to come',
    status: 401,
    reason: 'token-issued-later',
    claims: () => ({ iat: seconds() + 120 }),
  },
  { what: 'no time of issue', status: 401, reason: 'token-no-iat', claims: () => ({ iat: undefined }) },
  { what: 'no token id', status: 401, reason: 'token-no-jti', claims: () => ({ jti: undefined }) },
];
const missing = [
  'repository',
  'repository_id',
  'repository_owner_id',
  'sha',
  'ref',
  'ref_protected',
  'event_name',
  'run_id',
  'run_attempt',
  'job_workflow_ref',
];
const illFormed: readonly Fault[] = [
  ...missing.map(
    (name): Fault => ({
      what: `no ${name}`,
      status: 403,
      reason: `claim-${name.replaceAll('_', '-')}`,
      claims: () => ({ [name]: undefined }),
    }),
  ),
  {
    what: 'a repository number that is none',
    status: 403,
    reason: 'claim-repository-id',
    claims: () => ({ repository_id: '5001 or 1=1' }),
  },
  {
    what: 'a repository number that is no text',
    status: 403,
    reason: 'claim-repository-id',
    claims: () => ({ repository_id: 5001 }),
  },
  { what: 'a short commit', status: 403, reason: 'claim-sha', claims: () => ({ sha: '9b41c7e' }) },
  {
    what: 'an environment that is a list',
    status: 403,
    reason: 'claim-environment',
    claims: () => ({ environment: ['production'] }),
  },
];
const against: readonly Fault[] = [
  {
    what: 'another owner of the same name',
    status: 403,
    reason: 'owner',
    claims: () => ({ repository_owner_id: '1002' }),
  },
  {
    what: 'another repository of the same name',
    status: 403,
    reason: 'repository',
    claims: () => ({ repository_id: '5002' }),
  },
  ...['pull_request_target', 'workflow_run', 'issue_comment', 'release'].map(
    (event): Fault => ({
      what: `the event ${event}`,
      status: 403,
      reason: 'event',
      claims: () => ({ event_name: event }),
    }),
  ),
  {
    what: 'another workflow',
    status: 403,
    reason: 'workflow',
    claims: () => ({ job_workflow_ref: 'acme/other/.github/workflows/release.yml@refs/heads/main' }),
  },
  {
    what: 'a workflow in a deeper folder',
    status: 403,
    reason: 'workflow',
    claims: () => ({ job_workflow_ref: 'acme/order-service/.github/workflows/a/release.yml@refs/heads/main' }),
  },
  {
    what: 'a workflow of another branch',
    status: 403,
    reason: 'workflow',
    claims: () => ({ job_workflow_ref: 'acme/order-service/.github/workflows/release.yml@refs/heads/mine' }),
  },
  {
    what: 'a branch that looks like another',
    status: 403,
    reason: 'workflow',
    claims: () => ({
      job_workflow_ref: 'acme/order-service/.github/workflows/release.yml@refs/heads/x@refs/heads/main',
    }),
  },
];
const onPush: readonly Fault[] = [
  {
    what: 'a ref that is not protected',
    status: 403,
    reason: 'ref-not-protected',
    claims: () => ({ ref_protected: 'false' }),
  },
  {
    what: 'a protection that is no text',
    status: 403,
    reason: 'claim-ref-protected',
    claims: () => ({ ref_protected: true }),
  },
];
const onPullRequest: readonly Fault[] = [
  { what: 'the ref of a branch', status: 403, reason: 'ref', claims: () => ({ ref: 'refs/heads/main' }) },
  { what: 'the head of a pull request', status: 403, reason: 'ref', claims: () => ({ ref: 'refs/pull/71/head' }) },
  {
    what: 'the workflow of another pull request',
    status: 403,
    reason: 'workflow',
    claims: () => ({ job_workflow_ref: 'acme/order-service/.github/workflows/release.yml@refs/pull/72/merge' }),
  },
];

const everywhere = [...forged, ...stale, ...illFormed, ...against];
const cases = [
  ...[...everywhere, ...onPush].map((fault) => ({ ...fault, event: 'push', base: pushClaims })),
  ...[...everywhere, ...onPullRequest].map((fault) => ({ ...fault, event: 'pull_request', base: pullRequestClaims })),
];

const post = (token: string, body: object) =>
  replica.judged(replica.post('/verdicts').set('authorization', `Bearer ${token}`).send(body));

describe(`${cases.length} forged or stale tokens`, () => {
  it.each(cases)(
    '$event: $what is refused with $status, and its good twin is taken',
    async ({ status, reason, claims, forge, base }) => {
      const good = base(issuer.url);
      const bad = { ...good, ...claims?.() };
      const before = await rowCounts(knex);
      replica.audit.length = 0;

      const refused = await post(await (forge ?? issuer.sign)(bad), exampleVerdict('green'));
      expect([refused.status, refused.body.error.reason]).toEqual([status, reason]);
      expect(replica.audit).toEqual([expect.objectContaining({ eventId: 'verdict-receive', status: 'failed' })]);
      expect(replica.audit[0]?.meta).toMatchObject({ reason, method: 'POST', url: '/api/deployments/verdicts' });
      expect(await rowCounts(knex)).toEqual(before);

      expect((await post(await issuer.sign(good), exampleVerdict('green'))).status).toBe(201);
      expect(replica.audit.slice(1)).toEqual([expect.objectContaining({ status: 'succeeded' })]);
    },
  );
});

describe('a token that is used again', () => {
  it('with the same body gives the same verdict and changes nothing', async () => {
    const token = await issuer.sign(pushClaims(issuer.url));
    const first = await post(token, exampleVerdict('green'));
    const before = await rowCounts(knex);
    const again = await post(token, exampleVerdict('green'));
    expect([first.status, again.status, again.body]).toEqual([201, 200, first.body]);
    expect(await rowCounts(knex)).toEqual(before);
  });

  it.each(['push', 'pull_request'])('with another body is refused with 409, on %s', async (event) => {
    const claims = (event === 'push' ? pushClaims : pullRequestClaims)(issuer.url);
    const token = await issuer.sign(claims);
    await post(token, exampleVerdict('red-drift'));
    const before = await rowCounts(knex);
    replica.audit.length = 0;
    const again = await post(token, exampleVerdict('green'));
    expect([again.status, again.body.error.reason]).toEqual([409, 'token-used']);
    expect(replica.audit).toEqual([expect.objectContaining({ status: 'failed' })]);
    expect(await rowCounts(knex)).toEqual(before);
  });

  it('cannot turn a gate that failed into one that passes, whatever token comes', async () => {
    const claims = pushClaims(issuer.url);
    await post(await issuer.sign(claims), exampleVerdict('red-drift'));
    const before = await rowCounts(knex);
    const another = await post(await issuer.sign({ ...claims, jti: 'another' }), exampleVerdict('green'));
    expect([another.status, another.body.error.reason]).toEqual([409, 'verdict-stands']);
    expect(await rowCounts(knex)).toEqual(before);
  });
});

describe('no token', () => {
  it.each([undefined, 'Basic bW9uYTpwYXNz', 'Bearer'])('but %s is refused with 401', async (header) => {
    const test = replica.post('/verdicts');
    if (header !== undefined) test.set('authorization', header);
    replica.audit.length = 0;
    const answer = await replica.judged(test.send(exampleVerdict('green')));
    expect([answer.status, answer.body.error.reason]).toEqual([401, 'token-missing']);
    expect(replica.audit[0]?.meta).toMatchObject({ reason: 'token-missing' });
  });
});

describe("the issuer's keys", () => {
  it('that cannot be had are no fault of the token: 503, and nothing is stored', async () => {
    const other = await startIssuer();
    const behind = await startReplica({ knex, issuer: other.url });
    other.answer(500);
    const send = async () =>
      behind.judged(
        behind
          .post('/verdicts')
          .set('authorization', `Bearer ${await other.sign(pushClaims(other.url))}`)
          .send(exampleVerdict('green')),
      );
    const before = await rowCounts(knex);
    const failed = await send();
    expect([failed.status, failed.body.error.reason]).toEqual([503, 'keys-unreachable']);
    expect(behind.audit).toEqual([expect.objectContaining({ status: 'failed' })]);
    expect(await rowCounts(knex)).toEqual(before);
    other.answer(200);
    expect((await send()).status).toBe(201);
    await other.close();
    expect((await send()).status).toBe(201);
    await behind.stop();
  });
});
