/** Objects and refs of a repository on GitHub: https://docs.github.com/en/rest/git. */
import { asRecord } from '@shipgate/kit/github-client';
import { TrafficError } from '../../steering/traffic.ts';
import { Memory } from './memory.ts';
import { idIn, type RepositoryApi, saidIn, strange } from './repository-api.ts';

export interface Commit {
  readonly sha: string;
  readonly tree: string;
}

export interface TreeEntry {
  /** One name, without slashes. */
  readonly name: string;
  /** "100644", "100755", "120000" for a link, "040000" for a folder, "160000" for a submodule. */
  readonly mode: string;
  readonly sha: string;
}

/** A file to put into a tree; GitHub makes its blob. */
export interface Put {
  readonly path: string;
  readonly mode: string;
  readonly content: string;
}

/** Objects that stay in memory. */
const KEPT = 200;

/**
 * Every method throws TrafficError. An object may be made twice without harm, so that a lost answer is asked for again; what sets a
 * ref is done once. A ref is named as "heads/main".
 */
export class GitStore {
  /** owner/name. */
  readonly repository: string;
  private readonly api: RepositoryApi;
  private readonly commits = new Memory<Commit>(KEPT);
  private readonly trees = new Memory<readonly TreeEntry[]>(KEPT);
  private readonly blobs = new Memory<Buffer>(KEPT);
  private readonly bases = new Memory<string>(KEPT);

  constructor(api: RepositoryApi) {
    this.repository = api.repository;
    this.api = api;
  }

  /** Undefined for none. https://docs.github.com/en/rest/git/refs#get-a-reference */
  async head(ref: string, signal: AbortSignal): Promise<string | undefined> {
    try {
      const answer = await this.api.repeatable('GET', '/git/ref/{ref}', { ref }, signal);
      return idIn(asRecord(asRecord(answer)['object'])['sha'], 'git/ref');
    } catch (error) {
      if (error instanceof TrafficError && error.code === 'missing') return undefined;
      throw error;
    }
  }

  /** https://docs.github.com/en/rest/git/commits#get-a-commit-object */
  commit(sha: string, signal: AbortSignal): Promise<Commit> {
    return this.commits.get(sha, async () => {
      const answer = await this.api.repeatable('GET', '/git/commits/{sha}', { sha }, signal);
      return { sha, tree: idIn(asRecord(asRecord(answer)['tree'])['sha'], 'git/commits') };
    });
  }

  /** One folder. `unfit` when GitHub cuts it off. https://docs.github.com/en/rest/git/trees#get-a-tree */
  tree(sha: string, signal: AbortSignal): Promise<readonly TreeEntry[]> {
    return this.trees.get(sha, async () => {
      const answer = await this.api.repeatable('GET', '/git/trees/{sha}', { sha }, signal);
      const { tree, truncated } = asRecord(answer);
      if (!Array.isArray(tree)) throw strange('git/trees', 'a list of entries');
      if (truncated === true)
        throw new TrafficError(
          'unfit',
          `${this.repository}: expected a folder that GitHub lists whole, got a larger one`,
        );
      return tree.map(entryIn);
    });
  }

  /** https://docs.github.com/en/rest/git/blobs#get-a-blob */
  blob(sha: string, signal: AbortSignal): Promise<Buffer> {
    return this.blobs.get(sha, async () => {
      const answer = await this.api.repeatable('GET', '/git/blobs/{sha}', { sha }, signal);
      const { content, encoding } = asRecord(answer);
      if (typeof content !== 'string' || encoding !== 'base64') throw strange('git/blobs', 'content in base64');
      return Buffer.from(content, 'base64');
    });
  }

  /** Where two commits parted. https://docs.github.com/en/rest/commits/commits#compare-two-commits */
  mergeBase(base: string, head: string, signal: AbortSignal): Promise<string> {
    const basehead = `${base}...${head}`;
    return this.bases.get(basehead, async () => {
      const answer = await this.api.repeatable('GET', '/compare/{basehead}', { basehead, per_page: 1 }, signal);
      return idIn(asRecord(asRecord(answer)['merge_base_commit'])['sha'], 'compare');
    });
  }

  /** `base`: the tree that everything else stays as in. https://docs.github.com/en/rest/git/trees#create-a-tree */
  async createTree(puts: readonly Put[], base: string | undefined, signal: AbortSignal): Promise<string> {
    const tree = puts.map((put) => ({ ...put, type: 'blob' }));
    const body = base === undefined ? { tree } : { tree, base_tree: base };
    return idIn(asRecord(await this.api.repeatable('POST', '/git/trees', body, signal))['sha'], 'git/trees');
  }

  /** Author and committer are whom the token belongs to. https://docs.github.com/en/rest/git/commits#create-a-commit */
  async createCommit(message: string, tree: string, parents: readonly string[], signal: AbortSignal): Promise<string> {
    const answer = await this.api.repeatable('POST', '/git/commits', { message, tree, parents }, signal);
    const sha = idIn(asRecord(answer)['sha'], 'git/commits');
    this.commits.keep(sha, { sha, tree });
    return sha;
  }

  /**
   * Throws `conflict` when that is no fast-forward, or the ref is gone. GitHub compares with the ref as it is then: one that somebody
   * set back meanwhile to an ancestor of the commit goes forward again. https://docs.github.com/en/rest/git/refs#update-a-reference
   */
  async forward(ref: string, sha: string, signal: AbortSignal): Promise<void> {
    await this.set(ref, () => this.api.once('PATCH', '/git/refs/{ref}', { ref, sha, force: false }, signal));
  }

  /** Throws `conflict` when the ref is there. https://docs.github.com/en/rest/git/refs#create-a-reference */
  async create(ref: string, sha: string, signal: AbortSignal): Promise<void> {
    await this.set(ref, () => this.api.once('POST', '/git/refs', { ref: `refs/${ref}`, sha }, signal));
  }

  private async set(ref: string, deed: () => Promise<unknown>): Promise<void> {
    try {
      await deed();
    } catch (error) {
      const { status, said } = saidIn(error);
      const isLost = status === 422 && /not a fast.?forward|reference (?:already exists|does not exist)/i.test(said);
      if (!isLost && status !== 409) throw error;
      const text = `${this.repository} ${ref}: expected it as it was seen, got ${JSON.stringify(said.slice(0, 200))}`;
      throw new TrafficError('conflict', text, { cause: error });
    }
  }
}

function entryIn(entry: unknown): TreeEntry {
  const { path, mode, sha } = asRecord(entry);
  if (typeof path !== 'string' || typeof mode !== 'string') throw strange('git/trees', 'an entry with path and mode');
  return { name: path, mode, sha: idIn(sha, 'git/trees') };
}
