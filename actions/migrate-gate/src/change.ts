/** Edge: which migrations are new, from the checkout or from GitHub's API. */
import { allowedEnvironment } from '@shipgate/kit/command';
import type { Base } from '@shipgate/kit/base';
import { findBase } from '@shipgate/kit/base';
import type { CommittedFile, CommittedFiles, FileChange, Git } from '@shipgate/kit/git';
import { gitEnvironmentNames, openGit } from '@shipgate/kit/git';
import type { Host } from '@shipgate/kit/host';

/** The repository that holds the working folder; null outside of git. */
export async function openRepository(host: Host, env: Readonly<Record<string, string | undefined>>): Promise<Git | null> {
  const options = { env: allowedEnvironment(gitEnvironmentNames, env), workspace: host.workspace };
  const opened = await openGit(host.workspace, options);
  return opened.kind === 'repository' ? opened.git : null;
}

/** The base of the change, and a way to read it. */
export interface BaseFiles {
  readonly sha: string;
  readonly how: string;
  /** Files that differ between the base and the working tree, below a folder. */
  changes(folder: string): Promise<readonly FileChange[]>;
  list(folder: string): Promise<readonly CommittedFile[]>;
  read(paths: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
}

export type BaseFound =
  | { readonly kind: 'found'; readonly base: BaseFiles }
  | { readonly kind: 'unknown'; readonly expected: string; readonly got: string; readonly mend: string };

export interface ApiSettings {
  readonly url: string | undefined;
  readonly token: string | undefined;
}

/** Finds the base, from the checkout, by deepening it, or from the API. */
export async function findBaseFiles(git: Git | null, host: Host, baseRef: string | undefined, api: ApiSettings): Promise<BaseFound> {
  if (git === null) {
    return { kind: 'unknown', expected: 'a git repository', got: 'a folder without one', mend: 'run in a checkout, or set `scope` to `all`' };
  }
  const event = {
    name: host.event?.name ?? '',
    payload: host.event?.payload ?? {},
    ...(host.sha === undefined ? {} : { sha: host.sha }),
    ...(host.ref === undefined ? {} : { ref: host.ref }),
  };
  const remote = await openApi(host, api);
  const whyNoApi = host.repository === undefined ? 'the repository on GitHub is not known' : 'there is no address of the API';
  const found = await findBase(event, { git, api: remote, whyNoApi }, baseRef);
  return found.kind === 'unknown' ? found : { kind: 'found', base: filesOf(git, found, remote) };
}

async function openApi(host: Host, { url, token }: ApiSettings) {
  if (host.kind !== 'github' || host.repository === undefined || url === undefined) return null;
  const { GitHubFiles } = await import('@shipgate/kit/github');
  return new GitHubFiles({ apiUrl: url, repository: host.repository, ...(token === undefined ? {} : { token }) });
}

function filesOf(git: Git, base: Exclude<Base, { kind: 'unknown' }>, remote: CommittedFiles | null): BaseFiles {
  const { sha, how } = base;
  const from = base.kind === 'remote' && remote !== null ? remote : git;
  return {
    sha,
    how,
    changes: async (folder) =>
      from === git ? await git.changedFiles(sha, folder) : await git.changedFilesAgainst(await from.listFiles(sha, folder), folder),
    list: (folder) => from.listFiles(sha, folder),
    read: (paths) => from.readFiles(sha, paths),
  };
}
