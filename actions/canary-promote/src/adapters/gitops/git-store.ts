/** Objects and refs of a repository on GitHub: https://docs.github.com/en/rest/git. */
import { asRecord, type GitHubClient, GitHubError, odd } from '@shipgate/kit/github-client';
import { TrafficError } from '../../steering/traffic.ts';
import type { Calls } from '../calls.ts';
import { askOnce } from '../github-calls.ts';
import { Memory } from './memory.ts';

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
}

export interface TreeEntry {
  /** One name, without slashes. */
  readonly name: string;
  /** "100644", "100755", "120000" for a link, "040000" for a tree, "160000" for a submodule. */
  readonly mode: string;
  readonly sha: string;
}

/** A file to put into a tree: by its blob, or by its text. */
export type Put = { readonly path: string; readonly mode: string } & (
  | { readonly sha: string }
  | { readonly content: string }
);

/** Objects kept in memory: they never change. */
const KEPT = 200;

/**
 * Every method throws TrafficError. What makes an object may be done twice without harm, so its answer may be lost; what sets a
 * ref is a write. A ref is named as "heads/main".
 */
export class GitStore {
  /** owner/name. */
  readonly repository: string;
  private readonly client: GitHubClient;
  private readonly calls: Calls;
  private readonly commits = new Memory<Commit>(KEPT);
  private readonly trees = new Memory<readonly TreeEntry[]>(KEPT);
  private readonly blobs = new Memory<Buffer>(KEPT);

  /** The client tries once: `oneTryClient`. */
  constructor(repository: string, client: GitHubClient, calls: Calls) {
    this.repository = repository;
    this.client = client;
    this.calls = calls;
  }

  /** Undefined for none. https://docs.github.com/en/rest/git/refs#get-a-reference */
  async head(ref: string, signal: AbortSignal): Promise<string | undefined> {
    try {
      return await this.ask('GET', '/git/ref/{ref}', { ref }, signal, (answer) => {
        const { type, sha } = asRecord(answer['object']);
        return type === 'commit' ? idOf(sha, 'git/ref') : odd('git/ref', 'a commit');
      });
    } catch (error) {
      if (error instanceof TrafficError && error.code === 'missing') return undefined;
      throw error;
    }
  }

  /** https://docs.github.com/en/rest/git/commits#get-a-commit-object */
  commit(sha: string, signal: AbortSignal): Promise<Commit> {
    return this.commits.get(sha, () => this.ask('GET', '/git/commits/{sha}', { sha }, signal, commitOf));
  }

  /** https://docs.github.com/en/rest/git/trees#get-a-tree: a tree that is cut off is `unfit`. */
  tree(sha: string, signal: AbortSignal): Promise<readonly TreeEntry[]> {
    return this.trees.get(sha, async () => {
      const { entries, isWhole } = await this.ask('GET', '/git/trees/{sha}', { sha }, signal, treeOf);
      if (isWhole) return entries;
      const text = `expected a folder that GitHub lists whole, got one of more than ${entries.length} entries`;
      throw new TrafficError('unfit', `${this.repository}: ${text}; move the file`);
    });
  }

  /** https://docs.github.com/en/rest/git/blobs#get-a-blob */
  blob(sha: string, signal: AbortSignal): Promise<Buffer> {
    return this.blobs.get(sha, () => this.ask('GET', '/git/blobs/{sha}', { sha }, signal, bytesOf));
  }

  /** Gives its id. https://docs.github.com/en/rest/git/blobs#create-a-blob */
  createBlob(bytes: Buffer, signal: AbortSignal): Promise<string> {
    const blob = { content: bytes.toString('base64'), encoding: 'base64' };
    return this.ask('POST', '/git/blobs', blob, signal, ({ sha }) => idOf(sha, 'git/blobs'));
  }

  /** `base`: the tree that everything else is taken from. https://docs.github.com/en/rest/git/trees#create-a-tree */
  createTree(puts: readonly Put[], base: string | undefined, signal: AbortSignal): Promise<string> {
    const tree = puts.map((put) => ({ ...put, type: 'blob' }));
    const body = base === undefined ? { tree } : { tree, base_tree: base };
    return this.ask('POST', '/git/trees', body, signal, ({ sha }) => idOf(sha, 'git/trees'));
  }

  /** Author and committer are whom the token belongs to. https://docs.github.com/en/rest/git/commits#create-a-commit */
  createCommit(message: string, tree: string, parents: readonly string[], signal: AbortSignal): Promise<string> {
    return this.ask('POST', '/git/commits', { message, tree, parents }, signal, ({ sha }) => idOf(sha, 'git/commits'));
  }

  /**
   * Throws `conflict` when that is no fast-forward or the ref is gone. GitHub compares with the ref as it is, not with the one that
   * was seen: one that somebody set back to an ancestor of `sha` meanwhile goes forward again.
   * https://docs.github.com/en/rest/git/refs#update-a-reference
   */
  async forward(ref: string, sha: string, signal: AbortSignal): Promise<void> {
    await this.set('PATCH', '/git/refs/{ref}', { ref, sha, force: false }, signal);
  }

  /** Throws `conflict` when it is there. https://docs.github.com/en/rest/git/refs#create-a-reference */
  async create(ref: string, sha: string, signal: AbortSignal): Promise<void> {
    await this.set('POST', '/git/refs', { ref: `refs/${ref}`, sha }, signal);
  }

  /** A request about something else of the repository, as `ask` of GitHubClient; `read` gets its answer. */
  private async ask<T>(
    method: 'GET' | 'POST',
    path: string,
    parameters: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
    read: (answer: Record<string, unknown>) => T,
  ): Promise<T> {
    const box: { value?: T } = {};
    await this.calls.run('read', signal, () =>
      askOnce('read', async () => {
        box.value = read(asRecord(await this.client.ask(method, path, parameters)));
        return box;
      }),
    );
    return box.value as T;
  }

  private async set(
    method: 'POST' | 'PATCH',
    path: string,
    parameters: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await this.calls.run('write', signal, () => askOnce('write', () => this.client.ask(method, path, parameters)));
    } catch (error) {
      throw refusalOf(error, `${this.repository} ${String(parameters['ref'])}`);
    }
  }
}
