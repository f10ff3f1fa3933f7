/** Edge: the files of the base, in a worktree that is made when it is first asked for. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommittedFile, Git } from '@shipgate/kit/git';
import { GitError } from '@shipgate/kit/git';
import type { Trouble } from '../finding.ts';
import type { Tree } from '../ports.ts';
import { treeWithLinks } from './checkout-tree.ts';

export interface BaseTreeRequest {
  readonly git: Git;
  readonly sha: string;
  readonly folder: string;
  readonly exclude: readonly string[];
  /** Absolute folder of this run, in which the worktree may be made. */
  readonly scratch: string;
}

export type BaseTreeOpened = { readonly tree: Tree } | { readonly trouble: Trouble };

export class BaseTree {
  private readonly request: BaseTreeRequest;
  private readonly path: string;
  private opened: Promise<BaseTreeOpened> | undefined;

  constructor(request: BaseTreeRequest) {
    this.request = request;
    this.path = join(request.scratch, 'base');
  }

  open(): Promise<BaseTreeOpened> {
    this.opened ??= this.make();
    return this.opened;
  }

  /** Takes the worktree away. What it cannot take away stays in the runner's folder for temporary files. */
  async close(): Promise<void> {
    const opened = await this.opened;
    if (opened === undefined || 'trouble' in opened) return;
    try {
      await this.request.git.removeWorktree(this.path);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      await rm(this.path, { recursive: true, force: true });
    }
  }

  private async make(): Promise<BaseTreeOpened> {
    const { git, sha, folder, exclude } = this.request;
    try {
      // Only GitHub may have the base: its files were read from there, one by one, and a scanner needs all of them.
      if (!(await git.hasCommit(sha)) && (await git.fetch([sha])).kind === 'failed') return { trouble: absent(sha) };
      await git.addWorktree(this.path, sha);
      const listed = await git.listFiles(sha, folder);
      const links = pathsOf(listed, '120000');
      const all = links.length === 0 || folder === '' ? listed : await git.listFiles(sha, '');
      const content = { files: pathsOf(listed, '100'), links, all: pathsOf(all, '100'), submodules: [] };
      return { tree: await treeWithLinks({ top: this.path, folder, exclude, ...content }) };
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      return { trouble: { expected: `the files of the base ${sha.slice(0, 7)}`, got: error.message, mend } };
    }
  }
}

function pathsOf(files: readonly CommittedFile[], mode: string): readonly string[] {
  return files
    .filter((file) => file.mode.startsWith(mode))
    .map(({ path }) => path)
    .sort();
}

const mend = 'set fetch-depth: 0 of actions/checkout, so that the checkout holds the base';

function absent(sha: string): Trouble {
  return { expected: `the base ${sha.slice(0, 7)} in the checkout`, got: 'a checkout without it', mend };
}
