/** When what a change brought must not be executed. */
import type { Environment } from './host.ts';

/**
 * Why this run must not execute what a change brought: the event has the rights of the base repository
 * (https://docs.github.com/actions/reference/security/secure-use#mitigating-the-risks-of-untrusted-code-checkout), or the
 * job can ask for an OIDC token, which a child finds in the memory of its parent.
 */
export function whyNotToRun(eventName: string | undefined, env: Environment): string | undefined {
  if (eventName === 'pull_request_target' || eventName === 'workflow_run') return `no command is run on ${eventName}`;
  const asked = ['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_URL'];
  const holdsToken = asked.some((name) => env[name] !== undefined && env[name] !== '');
  return holdsToken ? 'no command is run in a job that can ask for an OIDC token' : undefined;
}
