/**
 * A local stand-in for GitHub's OIDC provider and for the runner's token service, which on GitHub are two servers. It
 * signs RS256 with a key that is made anew for every issuer, and serves that key.
 *
 * Claims, header and times as https://docs.github.com/actions/reference/security/oidc shows them; asking for a token as
 * https://docs.github.com/actions/reference/security/oidc#methods-for-requesting-the-oidc-token says.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { type GitHubClaims, githubClaims } from './oidc-claims.ts';

export type { GitHubClaims } from './oidc-claims.ts';

/** Claims that shall differ; a claim that is `undefined` is left out of the token. */
export type ClaimChanges = {
  readonly [Name in keyof GitHubClaims | 'iss' | 'aud' | 'iat' | 'nbf' | 'exp' | 'jti']?: unknown;
};

export interface OidcIssuerSettings {
  /** What the job of this run has; the rest is as in `githubClaims`. */
  readonly claims?: ClaimChanges;
  /** Time in ms since 1970. */
  readonly now?: () => number;
}

export interface OidcIssuer {
  /** The claim `iss`, and the address below which `/.well-known/openid-configuration` is served. */
  readonly issuer: string;
  readonly jwksUri: string;
  /** ACTIONS_ID_TOKEN_REQUEST_URL. */
  readonly requestUrl: string;
  /** ACTIONS_ID_TOKEN_REQUEST_TOKEN. */
  readonly requestToken: string;
  /** What a job with `id-token: write` has in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Audiences of the tokens that were asked for over HTTP, in order. */
  readonly asked: readonly string[];
  /** Signs a token with the issuer's key. Every token has a `jti` of its own unless `claims` names one. */
  tokenFor(claims?: ClaimChanges, audience?: string): Promise<string>;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Listens on a free port of 127.0.0.1. */
export async function startOidcIssuer({ claims = {}, now = Date.now }: OidcIssuerSettings = {}): Promise<OidcIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keyId = randomUUID();
  const keys = [{ ...(await exportJWK(publicKey)), kid: keyId, alg: 'RS256', use: 'sig' }];
  const server = createServer();
  const issuer = await listen(server);
  const requestToken = randomUUID();
  const asked: string[] = [];

  const tokenFor = (changes: ClaimChanges = {}, audience?: string): Promise<string> => {
    const payload = { ...githubClaims({ ...claims, ...changes }), ...standardClaims(issuer, now()) };
    const aud = audience ?? `https://github.com/${payload.repository_owner}`;
    const changed = withoutUndefined({ ...payload, aud, ...claims, ...changes });
    return new SignJWT(changed as JWTPayload)
      .setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT' })
      .sign(privateKey);
  };

  const jwksUri = `${issuer}/.well-known/jwks`;
  const requestUrl = `${issuer}/token?api-version=2.0`;
  const answer = async ({ url = '/', headers }: IncomingMessage): Promise<Answer> => {
    const { pathname, searchParams } = new URL(url, issuer);
    if (pathname === '/.well-known/openid-configuration') return found({ ...metadata, issuer, jwks_uri: jwksUri });
    if (pathname === '/.well-known/jwks') return found({ keys });
    if (pathname !== '/token') return { status: 404, body: { message: 'not found' } };
    if (headers.authorization?.toLowerCase() !== `bearer ${requestToken}`)
      return { status: 401, body: { message: 'unknown request token' } };
    const audience = searchParams.get('audience') ?? undefined;
    const value = await tokenFor({}, audience);
    asked.push(audience ?? '');
    return found({ count: value.length, value });
  };
  serve(server, answer);

  const environment = { ACTIONS_ID_TOKEN_REQUEST_URL: requestUrl, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken };
  return {
    ...{ issuer, jwksUri, requestUrl, requestToken, environment, asked, tokenFor },
    close: () => close(server),
  };
}

/** As https://token.actions.githubusercontent.com/.well-known/openid-configuration. */
const metadata = {
  subject_types_supported: ['public', 'pairwise'],
  response_types_supported: ['id_token'],
  id_token_signing_alg_values_supported: ['RS256'],
  scopes_supported: ['openid'],
};

/** Good for 5 minutes, and for 10 minutes back, as the example of GitHub's page is. */
function standardClaims(issuer: string, now: number) {
  const iat = Math.floor(now / 1000);
  return { iss: issuer, iat, nbf: iat - 600, exp: iat + 300, jti: randomUUID() };
}

const found = (body: unknown): Answer => ({ status: 200, body });

function withoutUndefined(claims: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function serve(server: Server, answer: (request: IncomingMessage) => Promise<Answer>): void {
  server.on('request', (request, response) => {
    const fail = (error: unknown): Answer => ({ status: 500, body: { message: String(error) } });
    void answer(request)
      .catch(fail)
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
  });
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
