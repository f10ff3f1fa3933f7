import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OidcIssuer, startOidcIssuer } from './oidc-issuer.ts';

let oidc: OidcIssuer;
beforeEach(async () => {
  oidc = await startOidcIssuer({ claims: { run_id: '99' } });
});
afterEach(() => oidc.close());

const ask = (query: string, token = oidc.requestToken) =>
  fetch(`${oidc.requestUrl}${query}`, { headers: { authorization: `bearer ${token}` } });

describe('the OIDC issuer', () => {
  it('gives a job a token that verifies against the served key, issuer and audience', async () => {
    const { value } = (await (await ask('&audience=ship%20gate')).json()) as { value: string };
    const keys = createRemoteJWKSet(new URL(oidc.jwksUri));
    const { payload, protectedHeader } = await jwtVerify(value, keys, {
      ...{ issuer: oidc.issuer, audience: 'ship gate', algorithms: ['RS256'] },
    });
    expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'JWT' });
    expect(payload).toMatchObject({
      ...{ repository: 'acme/orders', repository_id: '74', repository_owner_id: '65', run_id: '99' },
      ...{ sub: 'repo:acme@65/orders@74:ref:refs/heads/main', ref_protected: 'true', event_name: 'push' },
    });
    expect([(payload.exp ?? 0) - (payload.iat ?? 0), (payload.iat ?? 0) - (payload.nbf ?? 0)]).toEqual([300, 600]);
    expect(oidc.asked).toEqual(['ship gate']);
  });

  it('names itself in the discovery document', async () => {
    const document = await (await fetch(`${oidc.issuer}/.well-known/openid-configuration`)).json();
    expect(document).toMatchObject({ issuer: oidc.issuer, jwks_uri: oidc.jwksUri });
  });

  it('gives no token to who does not know the request token', async () => {
    expect((await ask('', 'guessed')).status).toBe(401);
    expect(oidc.asked).toEqual([]);
  });

  it('gives every token an id of its own', async () => {
    const [one, other] = [decodeJwt(await oidc.tokenFor()), decodeJwt(await oidc.tokenFor())];
    expect(one.jti).not.toBe(other.jti);
  });

  it('lets a test change and leave out any claim, times and issuer too', async () => {
    const token = await oidc.tokenFor({ iss: 'https://elsewhere', exp: 1, jti: 'again', sha: undefined }, 'aud');
    expect(decodeJwt(token)).toMatchObject({ iss: 'https://elsewhere', exp: 1, jti: 'again', aud: 'aud' });
    expect(decodeJwt(token)).not.toHaveProperty('sha');
    expect(decodeProtectedHeader(token).alg).toBe('RS256');
  });

  it.each([
    [{ environment: 'production' }, 'repo:acme@65/orders@74:environment:production'],
    [{ event_name: 'pull_request' }, 'repo:acme@65/orders@74:pull_request'],
    [{ repository: 'other/thing', repository_id: '5' }, 'repo:other@65/thing@5:ref:refs/heads/main'],
  ])('makes the subject of %j as GitHub does', async (claims, sub) => {
    expect(decodeJwt(await oidc.tokenFor(claims)).sub).toBe(sub);
  });

  it('has the default audience of GitHub: the address of the owner', async () => {
    expect(decodeJwt(await oidc.tokenFor()).aud).toBe('https://github.com/acme');
  });
});
