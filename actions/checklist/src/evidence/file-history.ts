/** When a file came to be what it is: what the kit's Git does not ask. */
import { isAbsolute, relative } from 'node:path';
import { runCommand } from '@shipgate/kit/command';
import { type Git, GitError, type GitOptions, gitEnvironment, isCommitId } from '@shipgate/kit/git';

export interface LastChange {
  /** Of the committer. */
  readonly at: Date;
  /**
   * Whether it is this commit that changed the file. The oldest commit of a shallow clone seems to have made all its files:
   * then the file is at least that old, and nobody here knows how old.
   */
  readonly isKnown: boolean;
}

const limits = { timeoutMs: 60_000, maxOutputBytes: 64 * 1024 };

export class FileHistory {
  private readonly git: Git;
  private readonly options: GitOptions;
  private readonly known = new Map<string, Promise<LastChange>>();

  constructor(git: Git, options: GitOptions) {
    this.git = git;
    this.options = options;
  }

  /** The last commit up to `head` that touched the path. Throws GitError. */
  lastChange(head: string, path: string): Promise<LastChange> {
    const asked = this.known.get(path) ?? this.ask(head, path);
    this.known.set(path, asked);
    return asked;
  }

  private async ask(head: string, path: string): Promise<LastChange> {
    const line = await this.log(head, path);
    const [sha = '', seconds = ''] = line.split(' ');
    if (!isCommitId(sha) || !/^\d{1,12}$/u.test(seconds)) {
      throw new GitError('git-failed', 'git log names no commit that touched the file');
    }
    return { at: new Date(Number(seconds) * 1000), isKnown: !(await this.isCutOff(sha)) };
  }

  private async isCutOff(sha: string): Promise<boolean> {
    if (!this.git.isShallow()) return false;
    const parents = await this.git.parents(sha);
    const there = await Promise.all(parents.map((parent) => this.git.hasCommit(parent)));
    return there.includes(false);
  }

  private async log(head: string, path: string): Promise<string> {
    const top = this.git.topLevel();
    const result = await runCommand({
      argv: [
        'git',
        ...settings(top, this.options.workspace),
        'log',
        '-1',
        '--no-show-signature',
        '--format=%H %ct',
        head,
        '--',
        path,
      ],
      cwd: top,
      env: { ...gitEnvironment(top, this.options), ...quiet },
      ...limits,
    });
    if (result.exitCode !== 0 || result.timedOut) throw new GitError('git-failed', 'git log did not answer');
    return result.stdout.toString('latin1').trim();
  }
}

/** As the kit's Git: no question to anybody, no hook or alias of the machine, paths are no patterns. */
const quiet = {
  ...{ GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '', SSH_ASKPASS: '', GIT_CONFIG_NOSYSTEM: '1', GIT_PAGER: 'cat' },
  ...{ LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_LITERAL_PATHSPECS: '1', GIT_NO_REPLACE_OBJECTS: '1' },
};

function settings(top: string, workspace: string | undefined): string[] {
  const all = ['core.quotePath=false', 'core.hooksPath=/dev/null', 'core.fsmonitor=false', 'core.askPass='];
  if (workspace !== undefined && isInside(top, workspace)) all.push('safe.directory=*');
  return all.flatMap((setting) => ['-c', setting]);
}

function isInside(folder: string, workspace: string): boolean {
  const way = relative(workspace, folder);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}
