/** One request to GitHub within `Calls`: what GitHub's refusals are for a rollout. */
import { GitHubClient, GitHubError, type GitHubSettings, oneTry } from '@shipgate/kit/github-client';
import { TrafficError } from '../steering/traffic.ts';
import { Unavailable } from './calls.ts';

/** A client that tries once: the tries again are those of `Calls`, which counts them. */
export function oneTryClient(settings: Omit<GitHubSettings, 'policy'>): GitHubClient {
  return new GitHubClient({ timeoutMs: 5_000, ...settings, policy: oneTry });
}

/**
 * Gives what `ask` gives; throws Unavailable for what may pass, TrafficError `refused` (401, 403, 422 and so on) and
 * `missing` (404, also the answer for a token that may not see it). `write`: what nobody knows the effect of is `unknown-effect`.
 */
export async function askOnce(kind: 'read' | 'write', ask: () => Promise<object>): Promise<object> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof GitHubError ? translated(kind, error) : error;
  }
}

function translated(kind: 'read' | 'write', error: GitHubError): TrafficError {
  const { status, judgement, message } = error;
  // https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api: nothing was done.
  const wasKeptOut = status === 403 || status === 429;
  if (judgement.kind === 'again') {
    if (kind === 'write' && !wasKeptOut) return new TrafficError('unknown-effect', message, { cause: error });
    return new Unavailable(message, judgement.waitMs, { cause: error });
  }
  return new TrafficError(error.code === 'not-found' ? 'missing' : 'refused', message, { cause: error });
}

/** Whether the token lacks a permission: https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible */
export function lacksPermission(error: unknown): boolean {
  return (
    error instanceof TrafficError &&
    error.code === 'refused' &&
    error.cause instanceof GitHubError &&
    error.cause.status === 403
  );
}
