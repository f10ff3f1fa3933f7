import type { Verdict } from '@shipgate/schemas';
import type { EntityDeployments } from './entity-deployments';

/** What the client needs of Backstage's discovery API, in the browser and in a backend alike. */
export interface Discovery {
  getBaseUrl(pluginId: string): Promise<string>;
}

/** What the client needs of a fetch that carries the caller's identity. */
export interface Fetch {
  fetch(input: string, init?: { readonly headers?: Record<string, string> }): Promise<Response>;
}

/** An answer other than 2xx. `status` is the HTTP status; 0 when no answer came. */
export class DeploymentsError extends Error {
  readonly status: number;
  /** The backend's name of the error, such as NotAllowedError; null when the answer was none of the backend's. */
  readonly reason: string | null;
  /** For the people who run the portal: finds the request in the backend's log. */
  readonly requestId: string | null;
  constructor(message: string, status: number, details: { reason?: string | null; requestId?: string | null } = {}) {
    super(message);
    this.name = 'DeploymentsError';
    this.status = status;
    this.reason = details.reason ?? null;
    this.requestId = details.requestId ?? null;
  }
}

export interface DeploymentsApi {
  /** `entityRef` as `component:default/order-service`. Rejects with DeploymentsError. */
  entity(entityRef: string): Promise<EntityDeployments>;
  /** One verdict, whole. Rejects with DeploymentsError. */
  verdict(entityRef: string, id: string): Promise<Verdict>;
}
