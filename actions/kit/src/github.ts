/** What the gates read from GitHub's REST API when the checkout does not hold it. */
import { createHash } from 'node:crypto';
import { type CommittedFile, type CommittedFiles, plainFolder } from './git.ts';
import { asRecord, GitHubClient, GitHubError, type GitHubSettings, odd } from './github-client.ts';

const blobsAtOnce = 6;

/** Files of a commit, and what `base.ts` asks. Every method throws GitHubError. */
export class GitHubFiles implements CommittedFiles {
  private readonly client: GitHubClient;
  private readonly listings = new Map<string, Promise<readonly CommittedFile[]>>();
  constructor(settings: GitHubSettings) {
    this.client = new GitHubClient(settings);
  }

  /** https://docs.github.com/rest/git/commits#get-a-commit-object */
  async hasCommit(sha: string): Promise<boolean> {
    try {
      return (await this.get('/git/commits/{sha}', { sha }))['sha'] === sha;
    } catch (error) {
      if (error instanceof GitHubError && error.code === 'not-found') return false;
      throw error;
    }
  }

  /**
   * Best common ancestor of two commits or branches (https://docs.github.com/rest/commits/commits#compare-two-commits).
   * One commit a page: the files and commits of the comparison are not wanted.
   */
  async mergeBase(base: string, head: string): Promise<string> {
    const answer = await this.get('/compare/{basehead}', { basehead: `${base}...${head}`, per_page: 1 });
    const sha = asRecord(answer['merge_base_commit'])['sha'];
    return typeof sha === 'string' && /^[0-9a-f]{40,64}$/.test(sha)
      ? sha
      : odd('compare', 'a merge_base_commit with an id');
  }

  listFiles(rev: string, folder: string): Promise<readonly CommittedFile[]> {
    const path = plainFolder(folder);
    const key = `${rev}:${path}`;
    const listing = this.listings.get(key) ?? this.list(rev, path);
    this.listings.set(key, listing);
    return listing;
  }

  /** What lies directly in a folder of a commit, folders (040000) and submodules (160000) too; '' is the top. */
  async listTree(rev: string, folder: string): Promise<readonly CommittedFile[]> {
    const path = plainFolder(folder);
    const sha = await this.treeAt(rev, path);
    const prefix = path === '' ? '' : `${path}/`;
    const entries = sha === null ? [] : await this.tree(sha, false);
    return entries.map((entry) => ({ path: prefix + entry.path, mode: entry.mode, sha: entry.sha }));
  }

  async readFiles(rev: string, paths: readonly string[]): Promise<Map<string, Buffer>> {
    const wanted = [...new Set(paths)];
    if (wanted.length === 0) return new Map();
    const known = new Map((await this.listFiles(rev, commonFolder(wanted))).map((file) => [file.path, file.sha]));
    const missing = wanted.find((path) => !known.has(path));
    if (missing !== undefined) throw new GitHubError('file-not-found', `${rev} has no file ${JSON.stringify(missing)}`);
    const contents = new Map<string, Buffer>(wanted.map((path) => [path, Buffer.alloc(0)]));
    const open = [...wanted];
    const worker = async () => {
      for (let path = open.shift(); path !== undefined; path = open.shift()) {
        contents.set(path, await this.blob(known.get(path) ?? ''));
      }
    };
    await Promise.all(Array.from({ length: blobsAtOnce }, worker));
    return contents;
  }

  /** Goes down to the folder first: the tree of a whole repository may be too large for one answer. */
  private async list(rev: string, folder: string): Promise<readonly CommittedFile[]> {
    const sha = await this.treeAt(rev, folder);
    if (sha === null) return [];
    const prefix = folder === '' ? '' : `${folder}/`;
    const blobs = (await this.tree(sha, true)).filter((one) => one.type === 'blob');
    return blobs.map(({ path, mode, sha: id }) => ({ path: prefix + path, mode, sha: id }));
  }

  /** The id by which the tree of a folder can be asked for; null when the commit has no such folder. */
  private async treeAt(rev: string, folder: string): Promise<string | null> {
    let sha = rev;
    for (const segment of folder === '' ? [] : folder.split('/')) {
      const entry = (await this.tree(sha, false)).find((one) => one.path === segment && one.type === 'tree');
      if (entry === undefined) return null;
      sha = entry.sha;
    }
    return sha;
  }

  /** https://docs.github.com/rest/git/trees#get-a-tree, which takes the id of a commit for that of its tree. */
  private async tree(sha: string, recursive: boolean): Promise<TreeEntry[]> {
    const answer = await this.get('/git/trees/{sha}', recursive ? { sha, recursive: '1' } : { sha });
    if (answer['truncated'] !== false) {
      throw new GitHubError('truncated', `GitHub cut the list of files of ${sha} off: it is too long for one answer`);
    }
    const entries = answer['tree'];
    return Array.isArray(entries) ? entries.map(treeEntry) : odd('tree', 'a list of files');
  }

  /** https://docs.github.com/rest/git/blobs#get-a-blob. The id proves that the content is whole. */
  private async blob(sha: string): Promise<Buffer> {
    const answer = await this.get('/git/blobs/{sha}', { sha });
    if (answer['encoding'] !== 'base64') return odd('blob', 'content in base64');
    const content = Buffer.from(String(answer['content']), 'base64');
    const got = createHash(sha.length === 40 ? 'sha1' : 'sha256')
      .update(`blob ${content.length}\0`)
      .update(content);
    return got.digest('hex') === sha ? content : odd('blob', `content whose id is ${sha}`);
  }

  private async get(path: string, parameters: Record<string, string | number>): Promise<Record<string, unknown>> {
    return asRecord(await this.client.ask('GET', path, parameters));
  }
}

interface TreeEntry extends CommittedFile {
  readonly type: string;
}

function treeEntry(entry: unknown): TreeEntry {
  const { path, mode, sha, type } = asRecord(entry);
  const texts = [path, mode, sha, type];
  if (!texts.every((one) => typeof one === 'string')) return odd('tree', 'path, mode, id and type of every file');
  return { path: String(path), mode: String(mode), sha: String(sha), type: String(type) };
}

/** The folder, from the top of the repository, that holds all these files. */
function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split('/').slice(0, -1));
  const length = first.findIndex((segment, index) => others.some((other) => other[index] !== segment));
  return first.slice(0, length < 0 ? first.length : length).join('/');
}
