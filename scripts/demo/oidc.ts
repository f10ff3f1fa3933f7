// The demo's stand-in for GitHub's OIDC: one issuer that speaks for the jobs of the demo, one after the other.
import { type OidcIssuer, startOidcIssuer } from '@shipgate/kit/testing/oidc-issuer';
import { type Job, tokenClaims } from './job.ts';

export interface JobIssuer extends Pick<OidcIssuer, 'issuer' | 'environment' | 'close'> {
  /** From now on a token that is asked for is one of this job. */
  speakFor(job: Job): void;
}

/** Listens on a free port of 127.0.0.1. Until it speaks for a job, no token of its own fits the portal. */
export async function startJobIssuer(): Promise<JobIssuer> {
  // The issuer reads its claims anew for every token.
  const claims: Record<string, unknown> = {};
  const { issuer, environment, close } = await startOidcIssuer({ claims });
  return { issuer, environment, close, speakFor: (job) => Object.assign(claims, tokenClaims(job)) };
}
