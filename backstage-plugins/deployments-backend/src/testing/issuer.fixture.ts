import { once } from 'node:events';
import { createServer } from 'node:http';
import type { CryptoKey, JWK, JWTHeaderParameters } from 'jose';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export type Claims = Readonly<Record<string, unknown>>;

/** Stands in for GitHub's token service: real keys, a real address that serves them. */
export interface LocalIssuer {
  /** Its address, which is what `iss` says. */
  readonly url: string;
  /** Signs with the key that is served, as RS256. */
  sign(claims: Claims): Promise<string>;
  /** Signs with anything. */
  signAs(claims: Claims, header: JWTHeaderParameters, key: CryptoKey | Uint8Array): Promise<string>;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  /** Of a key of the kind EC that is served too. */
  readonly ecKey: CryptoKey;
  /** From now on the keys are answered by this status. */
  answer(status: number): void;
  close(): Promise<void>;
}

export async function startIssuer(): Promise<LocalIssuer> {
  const rsa = await generateKeyPair('RS256', { extractable: true });
  const ec = await generateKeyPair('ES256', { extractable: true });
  const publicJwk = await exportJWK(rsa.publicKey);
  const keys = [
    { ...publicJwk, kid: 'rsa-1', use: 'sig' },
    { ...(await exportJWK(ec.publicKey)), kid: 'ec-1', use: 'sig' },
  ];
  let status = 200;
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/.well-known/jwks' ? status : 404;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected: a TCP port; got: none');
  const signAs: LocalIssuer['signAs'] = (claims, header, key) =>
    new SignJWT({ ...claims }).setProtectedHeader(header).sign(key);
  return {
    url: `http://127.0.0.1:${address.port}`,
    privateKey: rsa.privateKey,
    ecKey: ec.privateKey,
    publicJwk,
    signAs,
    sign: (claims) => signAs(claims, { alg: 'RS256', kid: 'rsa-1' }, rsa.privateKey),
    answer: (next) => {
      status = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const COMMIT = '9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70';
let tokens = 0;

/** Claims as GitHub writes them for a push to main (https://docs.github.com/actions/reference/security/oidc), times now. */
export function pushClaims(issuer: string, changes: Claims = {}): Claims {
  const now = Math.floor(Date.now() / 1000);
  tokens += 1;
  return {
    iss: issuer,
    aud: 'shipgate',
    sub: 'repo:acme@1001/order-service@5001:ref:refs/heads/main',
    jti: `token-${tokens}`,
    iat: now,
    nbf: now,
    exp: now + 300,
    repository: 'acme/order-service',
    repository_id: '5001',
    repository_owner: 'acme',
    repository_owner_id: '1001',
    sha: COMMIT,
    ref: 'refs/heads/main',
    ref_type: 'branch',
    ref_protected: 'true',
    event_name: 'push',
    run_id: String(19_532_781_000 + tokens),
    run_attempt: '1',
    actor: 'mona',
    job_workflow_ref: 'acme/order-service/.github/workflows/release.yml@refs/heads/main',
    ...changes,
  };
}

/** The same for a pull request. */
export function pullRequestClaims(issuer: string, changes: Claims = {}): Claims {
  return pushClaims(issuer, {
    event_name: 'pull_request',
    ref: 'refs/pull/71/merge',
    ref_protected: 'false',
    job_workflow_ref: 'acme/order-service/.github/workflows/release.yml@refs/pull/71/merge',
    ...changes,
  });
}
