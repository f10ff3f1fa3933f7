/** Edge: signatures of a run that needs none, or that has nobody to ask: only the subject is made. */
import type { Git } from '@shipgate/kit/git';
import type { GitHubFiles } from '@shipgate/kit/github';
import type { GitHubSettings } from '@shipgate/kit/github-client';
import type { Environment } from '@shipgate/kit/host';
import { labelsOf } from '../checklists.ts';
import type { Occasion } from '../outside.ts';
import type { Policy } from '../policy.ts';
import type { SignoffTrouble } from '../signoffs/candidate.ts';
import type { Gathered } from '../signoffs/gather.ts';
import { History, type OpenTrees } from '../signoffs/history.ts';

/** undefined: GitHub has to be asked. */
export async function signoffsWithoutGitHub(
  occasion: Occasion & { readonly policy: Policy },
  env: Environment,
): Promise<Gathered | undefined> {
  const { inputs, site, configuration, policy } = occasion;
  const commit = commitOf(occasion);
  if (commit === undefined) return nothingGathered(null, 'the commit is not known: run in a checkout of git');
  const settings = githubSettings(occasion, env);
  const isNeeded = (policy.roles.length > 0 || policy.breakGlass !== undefined) && inputs.when === 'before';
  if (isNeeded && settings !== undefined) return undefined;
  const history = new History(treesOf(site.git, settings), configuration.files, labelsOf(configuration.section));
  const subject = await history.subject(commit).catch(() => null);
  return nothingGathered(subject, isNeeded ? 'this is no run of GitHub Actions, so nobody can be asked' : undefined);
}

function nothingGathered(subject: string | null, why: string | undefined): Gathered {
  const kinds = ['review', 'commit-comment', 'signed-commit', 'environment'] as const;
  const troubles: SignoffTrouble[] = why === undefined ? [] : [{ what: 'GitHub', got: why, need: undefined, kinds }];
  const signoffs = { subject, candidates: [], authors: [], memberships: new Map(), troubles };
  return { signoffs, overrides: [], overrideMembers: new Map() };
}

export function commitOf({ context: { host }, site }: Occasion): string | undefined {
  return host.commit ?? site.git?.head() ?? undefined;
}

/** undefined: there is no GitHub that could be asked. */
export function githubSettings({ inputs, context: { host } }: Occasion, env: Environment): GitHubSettings | undefined {
  const apiUrl = env['GITHUB_API_URL'];
  if (host.kind !== 'github' || host.repository === undefined || apiUrl === undefined) return undefined;
  return { apiUrl, repository: host.repository, ...(inputs.token === undefined ? {} : { token: inputs.token }) };
}

/** From the checkout where it has the commit, else from GitHub. */
export function treesOf(git: Git | null, settings: GitHubSettings | undefined): OpenTrees {
  let remote: GitHubFiles | null = null;
  return async (commit) => {
    if (git !== null && (await git.hasCommit(commit))) return git;
    if (settings !== undefined) remote ??= new (await import('@shipgate/kit/github')).GitHubFiles(settings);
    if (remote !== null && (await remote.hasCommit(commit).catch(() => false))) return remote;
    return null;
  };
}
