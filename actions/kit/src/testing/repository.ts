/** Real git repositories in temporary folders, made the same every time: fixed names, fixed times, so fixed ids. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const author = { name: 'shipgate tests', email: 'tests@shipgate.invalid' };
const firstCommitAt = Date.UTC(2026, 0, 1) / 1000;

export class TestRepository {
  readonly folder: string;
  private clock = firstCommitAt;

  /** Takes an empty or missing folder, or an existing repository. */
  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  static create(folder: string, branch = 'main'): TestRepository {
    const repository = new TestRepository(folder);
    // Without the samples of hooks: hundreds of repositories are made.
    repository.git('init', '--quiet', '--template=', `--initial-branch=${branch}`);
    // As GitHub: any commit can be asked for by its id.
    appendFileSync(join(folder, '.git/config'), '[uploadpack]\n\tallowAnySHA1InWant = true\n');
    return repository;
  }

  /** A clone over file://, which honours depth (a clone of a plain path does not). One branch, or one commit, detached. */
  clone(folder: string, options: { depth?: number; branch?: string; commit?: string } = {}): TestRepository {
    const clone = new TestRepository(folder);
    const depth = options.depth === undefined || options.depth === 0 ? [] : [`--depth=${options.depth}`];
    clone.git('init', '--quiet', '--initial-branch=unused');
    clone.git('remote', 'add', 'origin', `file://${this.folder}`);
    if (options.commit !== undefined) {
      // As actions/checkout does it: the wanted commit by id; with depth 0 all branches and tags beside it.
      const all = depth.length === 0 ? ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*'] : [];
      clone.git('fetch', '--quiet', '--no-tags', ...depth, 'origin', ...all, options.commit);
      clone.git('checkout', '--quiet', '--detach', options.commit);
    } else {
      const branch = options.branch ?? 'main';
      clone.git('fetch', '--quiet', ...depth, 'origin', `+refs/heads/${branch}:refs/remotes/origin/${branch}`);
      clone.git('checkout', '--quiet', '-B', branch, `refs/remotes/origin/${branch}`);
    }
    return clone;
  }

  /** Runs git and gives its standard output without the last line end. Throws when git fails. */
  git(...args: string[]): string {
    const time = `${this.clock} +0000`;
    const env = {
      ...{ PATH: process.env['PATH'] ?? '', HOME: this.folder, LC_ALL: 'C' },
      ...{ GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_TERMINAL_PROMPT: '0' },
      ...{ GIT_AUTHOR_NAME: author.name, GIT_AUTHOR_EMAIL: author.email, GIT_AUTHOR_DATE: time },
      ...{ GIT_COMMITTER_NAME: author.name, GIT_COMMITTER_EMAIL: author.email, GIT_COMMITTER_DATE: time },
    };
    const options = {
      cwd: this.folder,
      env,
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'] as 'pipe'[],
    };
    return execFileSync('git', args, options).toString('utf8').replace(/\n$/, '');
  }

  /** Writes files of the working tree; null deletes. */
  write(files: Readonly<Record<string, string | Buffer | null>>): void {
    for (const [path, content] of Object.entries(files)) {
      const place = join(this.folder, path);
      if (content === null) {
        rmSync(place, { recursive: true });
        continue;
      }
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, content);
    }
  }

  /** Commits the whole working tree after writing the files, and gives the id. */
  commit(files: Readonly<Record<string, string | Buffer | null>> = {}, message = 'change'): string {
    this.clock += 60;
    this.write(files);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--no-gpg-sign', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** A merge commit of two commits, first parent first, on a detached HEAD. */
  merge(first: string, second: string, message = 'merge'): string {
    this.clock += 60;
    this.git('checkout', '--quiet', '--detach', first);
    this.git('merge', '--quiet', '--no-ff', '--no-gpg-sign', '--message', message, second);
    return this.git('rev-parse', 'HEAD');
  }

  checkout(rev: string, ...options: string[]): void {
    this.git('checkout', '--quiet', ...options, rev);
  }
}
