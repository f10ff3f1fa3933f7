import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../refusal';

/** What a signature is tried against. */
export interface SignedHost {
  readonly host: string;
  readonly webhookSecrets: readonly string[];
}

/**
 * The host whose secret signed the body, by `X-Hub-Signature-256`
 * (https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries). `named` is what
 * `X-GitHub-Enterprise-Host` says; without it every host is tried. Throws Refusal 401.
 */
export function signingHost(
  body: Uint8Array,
  signature: string | undefined,
  hosts: readonly SignedHost[],
  named: string | undefined,
): string {
  if (signature === undefined) throw refused('signature-missing', 'no X-Hub-Signature-256');
  const [, hex] = /^sha256=([0-9a-f]{64})$/.exec(signature) ?? [];
  if (hex === undefined) throw refused('signature-malformed', 'something else in X-Hub-Signature-256');
  const candidates = hosts.filter(({ host }) => named === undefined || host === named.toLowerCase());
  if (candidates.length === 0) throw refused('unknown-host', 'a delivery of a host that is not configured');
  const given = Buffer.from(hex, 'hex');
  // Every secret is tried, whether or not one has fitted: the time taken does not tell which.
  const fitting = candidates.filter(
    ({ webhookSecrets }) => webhookSecrets.filter((secret) => signs(secret, body, given)).length > 0,
  );
  const [first] = fitting;
  if (first === undefined) throw refused('signature-wrong', 'a signature by another secret or of another body');
  return first.host;
}

function signs(secret: string, body: Uint8Array, given: Uint8Array): boolean {
  return timingSafeEqual(createHmac('sha256', secret).update(body).digest(), given);
}

function refused(reason: string, got: string): Refusal {
  return new Refusal(401, reason, `expected: sha256=HMAC of the body by the webhook's secret; got: ${got}`);
}
