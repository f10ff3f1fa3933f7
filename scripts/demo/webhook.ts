// Sends a webhook as GitHub does: JSON, signed with the secret.
import { createHmac, randomUUID } from 'node:crypto';
import type { Webhook } from './history.ts';

export interface Receiver {
  /** Address of the route. */
  readonly url: string;
  readonly secret: string;
}

/** https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries */
export function signatureOf(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** Sends one, and throws unless it is accepted. */
export async function sendWebhook({ event, payload }: Webhook, { url, secret }: Receiver): Promise<void> {
  const body = JSON.stringify(payload);
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/demo',
      'x-github-event': event,
      'x-github-delivery': randomUUID(),
      'x-hub-signature-256': signatureOf(body, secret),
    },
    body,
  });
  const text = await response.text();
  if (response.status === 202) return;
  throw new Error(
    `expected the portal to accept a ${event} webhook (202), got ${response.status}: ${text.slice(0, 300)}`,
  );
}
