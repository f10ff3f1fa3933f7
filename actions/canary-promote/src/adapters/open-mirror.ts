/** Where the news of a rollout go, and what is done after a rollback: GitHub, and a hook. */
import type { Environment, Host } from '@shipgate/kit/host';
import { runUrl } from '../acting-run.ts';
import type { Configuration } from '../configuration.ts';
import type { Afterwards, RolledBack } from '../steering/after-rollback.ts';
import type { Mirror } from '../steering/mirror.ts';
import type { MirrorAbout } from '../telling.ts';
import { afterRollback } from './after-rollback.ts';
import { openDeploymentMirror } from './github-deployment.ts';

/** Undefined when the plan does not ask for it, or the run is none of GitHub's. */
export function openMirror(
  configuration: Configuration,
  host: Host,
  env: Environment,
  { rollout, log }: MirrorAbout,
): Mirror | undefined {
  const { plan, commit, names, environmentUrl, service, telling } = configuration;
  const { run } = host;
  const address = runUrl(host);
  if (!telling.deployment) return undefined;
  const github = githubOf(host, env);
  if (github === undefined || run === undefined || address === undefined || commit === undefined) {
    log('deployment: true does nothing outside of a job of GitHub');
    return undefined;
  }
  return openDeploymentMirror({
    ...{ github, rollout, version: names.canary, commit, log, environmentUrl },
    environment: plan.environment ?? 'production',
    description: `${service ?? host.repository ?? ''} ${names.canary ?? ''}`.trim(),
    runId: run.id,
    runUrl: address,
  });
}

/** Never rejects. */
export async function tellAfterRollback(
  configuration: Configuration,
  host: Host,
  env: Environment,
  facts: RolledBack,
): Promise<readonly Afterwards[]> {
  const { issueLabels, hookEnv } = configuration.telling;
  const github = githubOf(host, env);
  const hook = hookEnv === undefined ? undefined : { env: hookEnv, url: env[hookEnv] };
  const issue = issueLabels === undefined || github === undefined ? undefined : { labels: issueLabels };
  const settings = github ?? { apiUrl: 'https://api.github.com', repository: '/' };
  return await afterRollback({ github: settings, issue, hook, signal: AbortSignal.timeout(30_000) }, facts);
}

function githubOf({ kind, repository }: Host, env: Environment) {
  const token = [env['INPUT_GITHUB-TOKEN'], env['GITHUB_TOKEN']].find((each) => each !== undefined && each !== '');
  if (kind !== 'github' || repository === undefined) return undefined;
  const apiUrl = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  return { apiUrl, repository, ...(token === undefined ? {} : { token }) };
}
