import type { JWTVerifyGetKey } from 'jose';
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify } from 'jose';
import type { OidcSettings } from '../config/settings';
import { asError, Refusal } from '../refusal';
import type { JobClaims } from './claims';
import { readClaims } from './claims';

/** Seconds by which the clocks of GitHub and of this machine may differ. */
const SKEW_S = 30;
/** A token is made for one request: GitHub lets it live for minutes. Older ones were kept by somebody. */
const OLDEST_S = 600;
const KEYS_TIMEOUT_MS = 5_000;
const KEYS_MAX_AGE_MS = 600_000;
/** However many tokens name a key that is not there, GitHub is asked again only so often. */
const KEYS_COOLDOWN_MS = 30_000;

export interface TrustedIssuer {
  readonly host: string;
  readonly settings: Pick<OidcSettings, 'issuer' | 'audience'>;
}

interface Issuer extends TrustedIssuer {
  readonly keys: JWTVerifyGetKey;
}

/**
 * Verifies tokens of GitHub Actions: RS256 by a key of the issuer, issuer, audience, times, and the shape of the claims.
 * Knows nothing of policy. Usable by itself, such as in a handler of Backstage's `externalTokenHandlersServiceRef`.
 */
export class TokenVerifier {
  private readonly issuers: ReadonlyMap<string, Issuer>;
  private readonly now: () => number;

  constructor(issuers: readonly TrustedIssuer[], now: () => number) {
    this.now = now;
    this.issuers = new Map(
      issuers.map((one) => [one.settings.issuer, { ...one, keys: remoteKeys(one.settings.issuer) }]),
    );
  }

  /** Throws Refusal: 401 for the token, 403 for the shape of its claims, 503 when GitHub's keys cannot be had. */
  async verify(token: string): Promise<JobClaims> {
    const issuer = this.issuerOf(token);
    const payload = await this.verified(token, issuer);
    if (payload.aud !== issuer.settings.audience) throw refused('audience', 'another audience, or several');
    return readClaims(issuer.host, payload);
  }

  /** The issuer is read before the signature is checked, only to choose whose keys the token must stand up to. */
  private issuerOf(token: string): Issuer {
    let named: unknown;
    try {
      named = decodeJwt(token).iss;
    } catch (error) {
      throw refused('malformed', asError(error).message);
    }
    const issuer = typeof named === 'string' ? this.issuers.get(named) : undefined;
    if (issuer === undefined) throw refused('issuer', 'an issuer that is not configured');
    return issuer;
  }

  private async verified(token: string, { settings, keys }: Issuer) {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer: settings.issuer,
        audience: settings.audience,
        clockTolerance: SKEW_S,
        maxTokenAge: OLDEST_S,
        requiredClaims: ['exp', 'nbf', 'iat', 'jti'],
        currentDate: new Date(this.now()),
      });
      return payload;
    } catch (error) {
      throw translated(asError(error));
    }
  }
}

function remoteKeys(issuer: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks`), {
    timeoutDuration: KEYS_TIMEOUT_MS,
    cacheMaxAge: KEYS_MAX_AGE_MS,
    cooldownDuration: KEYS_COOLDOWN_MS,
  });
}

/** Whatever jose does not call a fault of the token is a fault of the way to the keys. */
function translated(error: Error): Refusal {
  if (error instanceof errors.JWTExpired) {
    return error.claim === 'iat'
      ? refused('too-old', `issued more than ${OLDEST_S} s ago`)
      : refused('expired', error.message);
  }
  if (error instanceof errors.JWTClaimValidationFailed) return refused(claimReason(error), error.message);
  const known = TOKEN_FAULTS.find(([kind]) => error instanceof kind);
  if (known !== undefined) return refused(known[1], error.message);
  return new Refusal(
    503,
    'keys-unreachable',
    `expected: the issuer's keys; got: ${error.message}; do: send it again later`,
  );
}

const TOKEN_FAULTS = [
  [errors.JOSEAlgNotAllowed, 'algorithm'],
  [errors.JWKSNoMatchingKey, 'key'],
  [errors.JWKSMultipleMatchingKeys, 'key'],
  [errors.JWSSignatureVerificationFailed, 'signature'],
  [errors.JWSInvalid, 'malformed'],
  [errors.JWTInvalid, 'malformed'],
  [errors.JOSENotSupported, 'algorithm'],
] as const;

const CLAIM_REASONS: Readonly<Record<string, string>> = {
  aud: 'audience',
  iss: 'issuer',
  nbf: 'not-yet',
  iat: 'issued-later',
};

function claimReason({ claim, reason }: errors.JWTClaimValidationFailed): string {
  return reason === 'missing' ? `no-${claim}` : (CLAIM_REASONS[claim] ?? `claim-${claim}`);
}

function refused(reason: string, got: string): Refusal {
  return new Refusal(401, `token-${reason}`, `expected: a fresh token of GitHub Actions for this backend; got: ${got}`);
}
