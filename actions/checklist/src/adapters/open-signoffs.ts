/** Edge: signatures, from GitHub where it can be asked. */
import { pullRequestEvents } from '@shipgate/kit/base';
import type { Git } from '@shipgate/kit/git';
import { GitHubFiles } from '@shipgate/kit/github';
import type { GitHubSettings } from '@shipgate/kit/github-client';
import type { Environment } from '@shipgate/kit/host';
import { baseText } from '../configuration.ts';
import type { Occasion } from '../outside.ts';
import type { Policy } from '../policy.ts';
import type { SignoffTrouble } from '../signoffs/candidate.ts';
import { CODEOWNERS_FILES, type Owners, ownersOf } from '../signoffs/codeowners.ts';
import { type Gathered, Gatherer } from '../signoffs/gather.ts';
import { signoffApi } from '../signoffs/github/api.ts';
import { numberOf, partOf } from '../signoffs/github/fields.ts';
import { People } from '../signoffs/github/people.ts';
import { History, type OpenTrees } from '../signoffs/history.ts';

export async function gatherSignoffs(
  occasion: Occasion & { readonly policy: Policy },
  env: Environment,
): Promise<Gathered> {
  const { inputs, context, site, configuration, policy } = occasion;
  const { host, progress } = context;
  const commit = host.commit ?? site.git?.head() ?? undefined;
  const settings = githubSettings(occasion, env);
  const history = new History(treesOf(site.git, settings), configuration.files);
  if (commit === undefined) return withoutGitHub(null, 'the commit is not known: run in a checkout of git');
  const isNeeded = (policy.roles.length > 0 || policy.breakGlass !== undefined) && inputs.when === 'before';
  if (!isNeeded) return withoutGitHub(await subjectOrNull(history, commit));
  if (settings === undefined) {
    return withoutGitHub(
      await subjectOrNull(history, commit),
      'this is no run of GitHub Actions, so nobody can be asked',
    );
  }
  progress.stage('signatures', 'asking GitHub', '..');
  const api = signoffApi(settings);
  const teamToken = inputs['team-token'];
  const teamApi = teamToken === undefined ? null : signoffApi({ ...settings, token: teamToken });
  const gatherer = new Gatherer({ api, history, people: new People(teamApi) });
  return await gatherer.gather({
    commit,
    environment: configuration.environment,
    pullRequest: pullRequestOf(occasion),
    run: host.run?.id,
    policy,
    owners: await ownersFor(policy, occasion),
  });
}

function githubSettings({ inputs, context: { host } }: Occasion, env: Environment): GitHubSettings | undefined {
  const apiUrl = env['GITHUB_API_URL'];
  if (host.kind !== 'github' || host.repository === undefined || apiUrl === undefined) return undefined;
  return { apiUrl, repository: host.repository, ...(inputs.token === undefined ? {} : { token: inputs.token }) };
}

function pullRequestOf({ context: { host } }: Occasion): number | undefined {
  if (!pullRequestEvents.includes(host.event?.name ?? '')) return undefined;
  return numberOf(partOf(host.event?.payload, 'pull_request'), 'number');
}

/** From the checkout where it has the commit, by fetching it, else from GitHub. */
function treesOf(git: Git | null, settings: GitHubSettings | undefined): OpenTrees {
  const remote = settings === undefined ? null : new GitHubFiles(settings);
  return async (commit) => {
    if (git !== null && (await git.hasCommit(commit))) return git;
    if (remote !== null && (await remote.hasCommit(commit).catch(() => false))) return remote;
    return null;
  };
}

async function subjectOrNull(history: History, commit: string): Promise<string | null> {
  return await history.subject(commit).catch(() => null);
}

function withoutGitHub(subject: string | null, why?: string): Gathered {
  const kinds = ['review', 'commit-comment', 'signed-commit', 'environment'] as const;
  const troubles: SignoffTrouble[] =
    why === undefined ? [] : [{ what: 'GitHub', got: why, need: 'pull-requests: read', kinds: [...kinds] }];
  const signoffs = { subject, candidates: [], authors: [], memberships: new Map(), troubles };
  return { signoffs, overrides: [], overrideMembers: new Map() };
}

/** CODEOWNERS of the base on a change, of the commit otherwise; the first of its places that is there. */
async function ownersFor(
  policy: Policy,
  { configuration: { base }, files }: Occasion,
): Promise<ReadonlyMap<string, Owners>> {
  const paths = policy.roles.flatMap(({ codeowners }) => codeowners ?? []);
  if (paths.length === 0) return new Map();
  for (const place of CODEOWNERS_FILES) {
    const text =
      base === undefined ? await committedText(files, place) : (await baseText(base, place))?.toString('utf8');
    if (text !== undefined) return new Map(paths.map((path) => [path, ownersOf(text, path)]));
  }
  return new Map();
}

async function committedText(files: Occasion['files'], place: string): Promise<string | undefined> {
  const read = await files.read(place);
  return 'bytes' in read && read.state === 'committed' ? read.bytes.toString('utf8') : undefined;
}
