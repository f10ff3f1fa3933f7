import { createHmac } from 'node:crypto';
import type { Test } from 'supertest';
import { SECRET } from './backend.fixture';

let deliveries = 0;

/** A request as GitHub sends it. */
export interface SignedDelivery {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function signature(body: string, secret = SECRET, algorithm = 'sha256'): string {
  return `${algorithm}=${createHmac(algorithm, secret).update(body).digest('hex')}`;
}

/** With its own delivery id, and signed by the secret of github.com, unless `headers` say otherwise. */
export function delivery(
  event: string,
  payload: unknown,
  headers: Readonly<Record<string, string>> = {},
): SignedDelivery {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  deliveries += 1;
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-github-delivery': `72d3162e-cc78-11e3-81ab-${String(deliveries).padStart(12, '0')}`,
      'x-github-event': event,
      'x-hub-signature-256': signature(body),
      ...headers,
    },
  };
}

export function send(test: Test, { body, headers }: SignedDelivery): Test {
  return test.set(headers).send(body);
}

/** The smallest `deployment_status` that says something, of the repository with number 5001. */
export function statusPayload(
  changes: { deployment?: object; status?: object; repository?: object; run?: object } = {},
) {
  deliveries += 1;
  const time = '2026-11-20T10:00:00Z';
  return {
    action: 'created',
    deployment: {
      id: deliveries,
      sha: '9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70',
      ref: 'main',
      environment: 'production',
      payload: {},
      creator: { login: 'github-actions[bot]' },
      created_at: time,
      updated_at: time,
      ...changes.deployment,
    },
    deployment_status: {
      id: deliveries,
      state: 'success',
      environment: 'production',
      created_at: time,
      ...changes.status,
    },
    repository: { id: 5001, full_name: 'acme/order-service', ...changes.repository },
    workflow_run: changes.run ?? null,
  };
}
