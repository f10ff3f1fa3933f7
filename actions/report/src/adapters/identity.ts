/** Adapter: GitHub's OIDC token by @actions/core, loaded when a token is wanted. */
import type { Identity } from '../ports.ts';

/**
 * `outside` is called first: core masks the token by a workflow command on stdout, which between stop-commands marks
 * would be text, and the token would stand in the log.
 */
export function actionsIdentity(outside: () => void): Identity {
  return {
    async token(audience) {
      outside();
      const core = await import('@actions/core');
      return await core.getIDToken(audience);
    },
  };
}
