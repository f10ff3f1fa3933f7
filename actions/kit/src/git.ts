/**
 * What the gates ask of git, over the `git` program (2.31 or newer).
 *
 * Nothing from outside is ever read as an option or as a pattern: `resolve` alone takes such text, behind
 * `--end-of-options`; everything else takes full commit ids. Names come and go separated by NUL.
 */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandResult } from './command.ts';
import {
  assertCommitId,
  batchContents,
  below,
  type CommittedFile,
  type FileChange,
  failed,
  failureOf,
  inFolder,
  isCommitId,
  isFile,
  mergeChanges,
  mergeEdits,
  names,
  raise,
  text,
  treeEntries,
} from './git-output.ts';
import {
  type GitOptions,
  gitEnvironment,
  gitRunner,
  hiddenProgram,
  limits,
  type Run,
  type RunMore,
} from './git-runner.ts';
import { isWithin } from './way.ts';

export { type CommittedFile, type FileChange, GitError, isCommitId, plainFolder } from './git-output.ts';
export { type GitOptions, gitEnvironment, gitEnvironmentNames } from './git-runner.ts';

/** Port: the files of a commit, from the checkout or from GitHub. `rev` is a full commit id; folder '' is the whole tree. */
export interface CommittedFiles {
  /** In the order of git; empty when the commit has no such folder. */
  listFiles(rev: string, folder: string): Promise<readonly CommittedFile[]>;
  /** Throws when the commit lacks one of the paths. */
  readFiles(rev: string, paths: readonly string[]): Promise<Map<string, Buffer>>;
}

export type FetchResult = { readonly kind: 'fetched' } | { readonly kind: 'failed'; readonly got: string };

export type OpenedFolder =
  | { readonly kind: 'repository'; readonly git: Git }
  | { readonly kind: 'not-a-repository'; readonly got: string };

const pathsPerProcess = 500;

/** Opens the repository that holds the folder. Throws CommandError (git or the folder is missing) or GitError. */
export async function openGit(folder: string, options: GitOptions): Promise<OpenedFolder> {
  const trusted = options.workspace !== undefined && isWithin(options.workspace, folder);
  const env = gitEnvironment(folder, options);
  const run = gitRunner(folder, env, trusted);
  // One process for all that every run asks. HEAD comes last: git stops there in a repository without commits.
  const asked = run(['rev-parse', '--is-shallow-repository', '--show-toplevel', 'HEAD']);
  const result = await asked.catch((error: unknown) => {
    throw env['PATH'] === options.env['PATH'] ? error : hiddenProgram(error);
  });
  const [shallow, ...rest] = text(result.stdout).split('\n').slice(0, -1);
  // Without commits git still echoes the word HEAD. A folder's name may hold line breaks, so the ends count.
  const head = result.exitCode === 0 ? (rest.at(-1) ?? null) : null;
  const topLevel = rest.slice(0, -1).join('\n');
  if (topLevel === '') return { kind: 'not-a-repository', got: failureOf(result) };
  const state = { topLevel, shallow: shallow === 'true', head };
  return { kind: 'repository', git: new Git(gitRunner(topLevel, env, trusted), state) };
}

export class Git implements CommittedFiles {
  private readonly run: Run;
  private readonly state: { readonly topLevel: string; shallow: boolean; readonly head: string | null };
  /** Use `openGit`. */
  constructor(run: Run, state: { topLevel: string; shallow: boolean; head: string | null }) {
    this.run = run;
    this.state = state;
  }

  /** Absolute path of the working tree. */
  topLevel(): string {
    return this.state.topLevel;
  }

  /** Null in a repository without commits. */
  head(): string | null {
    return this.state.head;
  }

  /** Whether history was cut off, as `fetch-depth` of actions/checkout does. */
  isShallow(): boolean {
    return this.state.shallow;
  }

  /** The commit that a name from outside (branch, tag, id, expression) stands for, or null. */
  async resolve(rev: string): Promise<string | null> {
    if (rev === '' || rev.includes('\0')) return null;
    const result = await this.run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${rev}^{commit}`]);
    const sha = text(result.stdout).trim();
    return result.exitCode === 0 && isCommitId(sha) ? sha : null;
  }

  async hasCommit(sha: string): Promise<boolean> {
    assertCommitId(sha);
    return (await this.run(['cat-file', '-e', `${sha}^{commit}`])).exitCode === 0;
  }

  /** Parents as the commit itself names them: a shallow clone has the names, not the commits. */
  async parents(sha: string): Promise<readonly string[]> {
    assertCommitId(sha);
    const header = text((await this.successful(['cat-file', 'commit', sha])).stdout).split('\n\n', 1)[0] ?? '';
    return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1] ?? '');
  }

  /** Number of commits of HEAD's history that the checkout holds. */
  async commitCount(): Promise<number> {
    return this.state.head === null ? 0 : Number(text((await this.successful(['rev-list', '--count', 'HEAD'])).stdout));
  }

  /** Best common ancestor, or null when the checkout shows none. */
  async mergeBase(a: string, b: string): Promise<string | null> {
    assertCommitId(a);
    assertCommitId(b);
    const result = await this.run(['merge-base', a, b]);
    if (result.exitCode === 1) return null;
    if (result.exitCode !== 0) throw failed(['merge-base'], result);
    return text(result.stdout).trim();
  }

  /** The commit at the tip of a branch of `origin`, by a name from outside; null when it cannot be asked or has none. */
  async remoteBranch(name: string): Promise<string | null> {
    if (name === '' || name.includes('\0')) return null;
    const ref = `refs/heads/${name}`;
    const result = await this.run(['ls-remote', '--quiet', 'origin', ref], { timeoutMs: limits.fetchTimeoutMs });
    // git takes the name for a pattern, and for the end of longer ones.
    const [sha = ''] = text(result.stdout).split(`\t${ref}\n`, 1)[0]?.split('\n').slice(-1) ?? [];
    return result.exitCode === 0 && isCommitId(sha) ? sha : null;
  }

  /** What differs between the base and the working tree below the folder, files that git does not ignore included. */
  async changedFiles(base: string, folder: string): Promise<readonly FileChange[]> {
    assertCommitId(base);
    const [differing, untracked] = await Promise.all([this.diff([base], folder), this.untracked(folder)]);
    return mergeChanges(differing, untracked);
  }

  /** As `changedFiles`, against a base that only GitHub has. A file that was edited and then restored may count as M. */
  async changedFilesAgainst(base: readonly CommittedFile[], folder: string): Promise<readonly FileChange[]> {
    const [staged, edited, untracked] = await Promise.all([
      this.staged(folder),
      this.diff([], folder),
      this.untracked(folder),
    ]);
    const index = new Map(staged.filter(isFile).map((entry) => [entry.path, entry]));
    const known = new Map(base.map((file) => [file.path, file]));
    const changes: FileChange[] = [];
    for (const [path, file] of known) {
      const now = index.get(path);
      if (now === undefined) changes.push({ status: 'D', path });
      else if (now.sha !== file.sha || now.mode !== file.mode) changes.push({ status: 'M', path });
    }
    for (const path of index.keys()) if (!known.has(path)) changes.push({ status: 'A', path });
    return mergeChanges(mergeEdits(changes, edited), untracked);
  }

  async listFiles(rev: string, folder: string): Promise<readonly CommittedFile[]> {
    assertCommitId(rev);
    const listed = await this.successful(['ls-tree', '-r', '-z', '--full-tree', rev, ...inFolder(folder)]);
    return treeEntries(listed.stdout).filter(isFile);
  }

  /** What lies directly in a folder of a commit, folders (040000) and submodules (160000) too; '' is the top. */
  async listTree(rev: string, folder: string): Promise<readonly CommittedFile[]> {
    assertCommitId(rev);
    return treeEntries((await this.successful(['ls-tree', '-z', '--full-tree', rev, ...inFolder(folder)])).stdout);
  }

  async readFiles(rev: string, paths: readonly string[]): Promise<Map<string, Buffer>> {
    assertCommitId(rev);
    const wanted = [...new Set(paths)];
    const blobs = await this.blobsOf(rev, wanted);
    const ids = wanted.map(
      (path) => blobs.get(path) ?? raise('file-not-found', `${rev} has no file ${JSON.stringify(path)}`),
    );
    if (ids.length === 0) return new Map();
    const result = await this.successful(['cat-file', '--batch'], { input: `${ids.join('\n')}\n` });
    const contents = batchContents(result.stdout, ids.length);
    return new Map(wanted.map((path, index) => [path, contents[index] ?? Buffer.alloc(0)]));
  }

  /** Gets commits from `origin`: each alone, or with `depth` commits of history. A checkout without credentials cannot. */
  async fetch(shas: readonly string[], depth = 1): Promise<FetchResult> {
    for (const sha of shas) assertCommitId(sha);
    // --depth on a whole clone would cut its history off.
    const cut = this.state.shallow ? [`--depth=${Math.trunc(depth)}`] : [];
    const args = [
      'fetch',
      '--quiet',
      '--no-tags',
      '--no-recurse-submodules',
      '--no-write-fetch-head',
      ...cut,
      'origin',
      ...shas,
    ];
    const result = await this.run(args, { timeoutMs: limits.fetchTimeoutMs });
    return result.exitCode === 0 ? { kind: 'fetched' } : { kind: 'failed', got: failureOf(result) };
  }

  /**
   * Regular files of the working tree below a folder: those that git knows, and those that it neither knows nor ignores.
   * Links and submodules are none, and neither is what was deleted.
   */
  async workingFiles(folder: string): Promise<readonly string[]> {
    const [staged, deleted, untracked] = await Promise.all([
      this.staged(folder),
      this.successful(['ls-files', '--deleted', '-z', ...below(folder)]),
      this.untracked(folder),
    ]);
    const gone = new Set(names(deleted.stdout));
    const known = staged.filter(({ path, mode }) => mode.startsWith('100') && !gone.has(path));
    const loose = untracked.filter((path) =>
      lstatSync(join(this.topLevel(), path), { throwIfNoEntry: false })?.isFile(),
    );
    return [...new Set([...known.map(({ path }) => path), ...loose])].sort();
  }

  /** What git knows below a folder, links (120000) and submodules (160000) too, also where it was deleted. */
  async staged(folder: string): Promise<readonly CommittedFile[]> {
    return treeEntries((await this.successful(['ls-files', '--stage', '-z', ...below(folder)])).stdout);
  }

  /**
   * A second working tree with the files of a commit, at an absolute path that is not there yet. No hook runs, and large
   * files that stand elsewhere (LFS) are not fetched: their pointers are what the commit holds.
   */
  async addWorktree(folder: string, sha: string): Promise<void> {
    assertCommitId(sha);
    const settings = ['filter.lfs.smudge=', 'filter.lfs.process=', 'filter.lfs.required=false'];
    const args = ['worktree', 'add', '--quiet', '--detach', '--force', folder, sha];
    await this.successful(args, { settings, timeoutMs: limits.fetchTimeoutMs });
  }

  /** Takes a tree of `addWorktree` away again, with all that was written in it. */
  async removeWorktree(folder: string): Promise<void> {
    await this.successful(['worktree', 'remove', '--force', '--force', folder]);
  }

  private async diff(base: readonly string[], folder: string): Promise<FileChange[]> {
    const flags = [
      '--name-status',
      '-z',
      '--no-renames',
      '--no-ext-diff',
      '--no-textconv',
      '--ignore-submodules=dirty',
    ];
    const fields = names((await this.successful(['diff', ...flags, ...base, ...below(folder)])).stdout);
    const changes: FileChange[] = [];
    for (let at = 0; at + 1 < fields.length; at += 2) {
      const status = fields[at] === 'A' || fields[at] === 'D' ? fields[at] : 'M';
      changes.push({ status: status as FileChange['status'], path: fields[at + 1] ?? '' });
    }
    return changes;
  }

  private async untracked(folder: string): Promise<string[]> {
    return names(
      (await this.successful(['ls-files', '--others', '--exclude-standard', '-z', ...below(folder)])).stdout,
    );
  }

  private async blobsOf(rev: string, paths: readonly string[]): Promise<Map<string, string>> {
    const blobs = new Map<string, string>();
    for (let at = 0; at < paths.length; at += pathsPerProcess) {
      const some = paths.slice(at, at + pathsPerProcess);
      const result = await this.successful(['ls-tree', '-z', '--full-tree', rev, '--', ...some]);
      for (const entry of treeEntries(result.stdout).filter(isFile)) blobs.set(entry.path, entry.sha);
    }
    return blobs;
  }

  private async successful(args: readonly string[], more?: RunMore): Promise<CommandResult> {
    const result = await this.run(args, more);
    if (result.timedOut) raise('git-timed-out', `git ${args[0]} did not end within ${limits.timeoutMs / 1000} s`);
    if (result.truncated) raise('too-much-output', `git ${args[0]} printed more than ${limits.maxOutputBytes} bytes`);
    if (result.exitCode !== 0) throw failed(args, result);
    return result;
  }
}
