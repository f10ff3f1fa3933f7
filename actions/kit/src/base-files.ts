/** Edge: what a change is compared with, from the checkout or from GitHub's API. */
import type { Base } from './base.ts';
import { findBase, pullRequestEvents } from './base.ts';
import type { CommittedFile, CommittedFiles, FileChange, Git } from './git.ts';
import type { Host } from './host.ts';

/** The base of the change, and a way to read it. Each reading throws BaseUnreadable. */
export interface BaseFiles {
  readonly sha: string;
  /** How it was found, for people: "first parent of the merge commit". */
  readonly how: string;
  /** Files that differ between the base and the working tree, below a folder. */
  changes(folder: string): Promise<readonly FileChange[]>;
  list(folder: string): Promise<readonly CommittedFile[]>;
  read(paths: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
}

export interface BaseUnknown {
  readonly expected: string;
  readonly got: string;
  readonly mend: string;
}

export type BaseFound =
  | { readonly kind: 'found'; readonly base: BaseFiles }
  | { readonly kind: 'unknown'; readonly unknown: BaseUnknown };

/** The base is known by its id, and its files cannot be had. */
export class BaseUnreadable extends Error {
  readonly unknown: BaseUnknown;
  constructor(unknown: BaseUnknown, cause: unknown) {
    super(unknown.got, { cause });
    this.unknown = unknown;
  }
}

export interface ApiSettings {
  readonly url: string | undefined;
  readonly token: string | undefined;
}

/** Finds the base, from the checkout, by deepening it, or from the API. */
export async function findBaseFiles(
  git: Git | null,
  host: Host,
  baseRef: string | undefined,
  api: ApiSettings,
): Promise<BaseFound> {
  if (git === null) {
    const mend = 'run in a checkout, or set `scope` to `all`';
    return { kind: 'unknown', unknown: { expected: 'a git repository', got: 'a folder without one', mend } };
  }
  const event = {
    name: host.event?.name ?? '',
    payload: host.event?.payload ?? {},
    ...(host.sha === undefined ? {} : { sha: host.sha }),
    ...(host.ref === undefined ? {} : { ref: host.ref }),
  };
  const remote = await openApi(host, api);
  const whyNoApi =
    host.repository === undefined ? 'the repository on GitHub is not known' : 'there is no address of the API';
  const found = await findBase(event, { git, api: remote, whyNoApi }, baseRef);
  if (found.kind !== 'unknown') return { kind: 'found', base: filesOf(git, found, remote) };
  const { expected, got, mend } = found;
  return { kind: 'unknown', unknown: { expected, got, mend } };
}

async function openApi(host: Host, { url, token }: ApiSettings) {
  if (host.kind !== 'github' || host.repository === undefined || url === undefined) return null;
  const { GitHubFiles } = await import('./github.ts');
  return new GitHubFiles({ apiUrl: url, repository: host.repository, ...(token === undefined ? {} : { token }) });
}

function filesOf(git: Git, base: Exclude<Base, { kind: 'unknown' }>, remote: CommittedFiles | null): BaseFiles {
  const { sha, how } = base;
  const from = base.kind === 'remote' && remote !== null ? remote : git;
  const tried = <Result>(reading: Promise<Result>) =>
    reading.catch((error: unknown) => {
      throw isRefusal(error) ? unreadable(sha, error) : error;
    });
  const changes = async (folder: string) =>
    from === git
      ? await git.changedFiles(sha, folder)
      : await git.changedFilesAgainst(await from.listFiles(sha, folder), folder);
  return {
    sha,
    how,
    changes: (folder) => tried(changes(folder)),
    list: (folder) => tried(from.listFiles(sha, folder)),
    read: (paths) => tried(from.readFiles(sha, paths)),
  };
}

/** What git or GitHub did not give; anything else is a fault of ours. */
function isRefusal(error: unknown): error is Error {
  return error instanceof Error && ['GitError', 'GitHubError', 'CommandError'].includes(error.name);
}

function unreadable(sha: string, error: Error): BaseUnreadable {
  const unknown = {
    expected: `the files of the base ${sha.slice(0, 7)}`,
    got: error.message,
    mend: 'set fetch-depth: 0 of actions/checkout (the whole history), so that nothing has to be asked for',
  };
  return new BaseUnreadable(unknown, error);
}

/** A change must not weaken its own gate: on these events what decides is read from the base. */
export function policyComesFromBase(host: Host): boolean {
  return [...pullRequestEvents, 'merge_group'].includes(host.event?.name ?? '');
}
