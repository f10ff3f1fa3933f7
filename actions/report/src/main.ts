/** The action's entry, and the command's: wires the adapters, nothing else. */
import { actionsCoreFiles } from '@shipgate/kit/report/runner-files';
import { systemClock } from '@shipgate/kit/retry';
import { nodeRuntime } from '@shipgate/kit/runtime';
import manifest from '../package.json' with { type: 'json' };
import { gitHubCheckRuns } from './adapters/check-runs.ts';
import { gitHubCodeScanning, gitHubDiscussion } from './adapters/github.ts';
import { actionsIdentity } from './adapters/identity.ts';
import { httpPortal } from './adapters/portal.ts';
import { runSession } from './session.ts';

const { env } = process;
const { version, description } = manifest;
const apiUrl = env['GITHUB_API_URL'] ?? 'https://api.github.com';
const graphqlUrl = env['GITHUB_GRAPHQL_URL'] ?? 'https://api.github.com/graphql';
const userAgent = `shipgate-report/${version}`;

const around = { runtime: nodeRuntime(), runner: actionsCoreFiles() };

runSession({ name: 'report', version, description }, around, ({ outsideMarks, debug }) => ({
  identity: actionsIdentity(outsideMarks),
  hasIdentity: env['ACTIONS_ID_TOKEN_REQUEST_URL'] !== undefined && env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] !== undefined,
  portal: ({ endpoint }, timeoutMs) => httpPortal({ endpoint, timeoutMs, userAgent }),
  discussion: (token, repository) => gitHubDiscussion({ apiUrl, graphqlUrl, repository, token }),
  scanning: (token, repository) => gitHubCodeScanning({ apiUrl, graphqlUrl, repository, token }),
  checkRuns: (token, repository) => gitHubCheckRuns({ apiUrl, repository, token }),
  clock: systemClock,
  debug,
})).then((code) => {
  process.exitCode = code;
});
