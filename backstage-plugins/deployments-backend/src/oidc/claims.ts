import { Refusal } from '../refusal';

/** What GitHub's token says of the job that holds it, read and checked for shape. */
export interface JobClaims {
  readonly host: string;
  readonly issuer: string;
  readonly tokenId: string;
  /** Milliseconds. */
  readonly issuedAt: number;
  /** Milliseconds. */
  readonly expiresAt: number;
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  readonly commit: string;
  readonly ref: string;
  readonly isRefProtected: boolean;
  readonly event: string;
  readonly runId: string;
  readonly attempt: number;
  readonly workflowRef: string;
  /** Null: the job runs in no environment. */
  readonly environment: string | null;
}

const NUMBER = /^[1-9][0-9]{0,18}$/;

/**
 * Reads the claims of a token whose signature, issuer, audience and times have been verified. `sub` is not read: its
 * form is the customer's to change (https://docs.github.com/actions/reference/security/oidc). Throws Refusal 403.
 */
export function readClaims(host: string, payload: Readonly<Record<string, unknown>>): JobClaims {
  const text = (key: string, shape: RegExp) => {
    const value = payload[key];
    if (typeof value === 'string' && shape.test(value)) return value;
    const message = `expected: the claim ${key} as GitHub Actions writes it; got: ${typeof value === 'string' ? 'another text' : typeof value}`;
    throw new Refusal(403, `claim-${key.replaceAll('_', '-')}`, message);
  };
  const time = (key: string) => Number(payload[key]) * 1000;
  return {
    host,
    issuer: text('iss', /./),
    tokenId: text('jti', /^[\x21-\x7e]{1,255}$/),
    issuedAt: time('iat'),
    expiresAt: time('exp'),
    repository: text('repository', /^[^/\s]{1,100}\/[^/\s]{1,100}$/),
    repositoryId: text('repository_id', NUMBER),
    ownerId: text('repository_owner_id', NUMBER),
    commit: text('sha', /^[0-9a-f]{40}([0-9a-f]{24})?$/),
    ref: text('ref', /^refs\/[^\s\0]{1,1000}$/),
    isRefProtected: text('ref_protected', /^(true|false)$/) === 'true',
    event: text('event_name', /^[a-z_]{1,100}$/),
    runId: text('run_id', NUMBER),
    attempt: Number(text('run_attempt', /^[1-9][0-9]{0,5}$/)),
    workflowRef: text('job_workflow_ref', /^[^\s\0]{1,2000}$/),
    environment: payload['environment'] === undefined ? null : text('environment', /^[^\0]{1,255}$/),
  };
}
