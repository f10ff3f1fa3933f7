/**
 * What the gates read from GitHub's REST API when the checkout does not hold it. Edge file: the client library is slow
 * to load and comes lazily, with the first request.
 */
import { createHash } from 'node:crypto';
import { type CommittedFile, type CommittedFiles, plainFolder } from './git.ts';
import { type Judgement, type RetryClock, type RetryPolicy, retry, systemClock } from './retry.ts';

export interface GitHubSettings {
  /** GITHUB_API_URL. */
  readonly apiUrl: string;
  /** owner/name: GITHUB_REPOSITORY. */
  readonly repository: string;
  /** Without a token only public repositories answer, and few times an hour. */
  readonly token?: string;
  /** For one request, its answer read. Default 20 s. */
  readonly timeoutMs?: number;
  readonly policy?: RetryPolicy;
  readonly clock?: RetryClock;
  /** Time in ms since 1970, for x-ratelimit-reset. */
  readonly now?: () => number;
}

export type GitHubErrorCode =
  | 'refused'
  | 'not-found'
  | 'timed-out'
  | 'unreachable'
  | 'odd-answer'
  | 'truncated'
  | 'file-not-found';

/** GitHub did not give what was asked for. `message` holds no token and no body of an answer. */
export class GitHubError extends Error {
  readonly code: GitHubErrorCode;
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** Worth another try: see `judge`. */
  readonly judgement: Judgement;
  constructor(code: GitHubErrorCode, message: string, more: { status?: number; judgement?: Judgement } = {}) {
    super(message);
    this.name = 'GitHubError';
    this.code = code;
    this.status = more.status;
    this.judgement = more.judgement ?? { kind: 'final' };
  }
}

const defaultPolicy: RetryPolicy = { attempts: 4, firstWaitMs: 500, longestWaitMs: 8_000, patienceMs: 60_000 };
const blobsAtOnce = 6;

/** Files of a commit, and what `base.ts` asks. Every method throws GitHubError. */
export class GitHubFiles implements CommittedFiles {
  private readonly settings: GitHubSettings;
  private client: Promise<Request> | undefined;
  private readonly listings = new Map<string, Promise<readonly CommittedFile[]>>();
  constructor(settings: GitHubSettings) {
    this.settings = settings;
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
    let sha = rev;
    for (const segment of folder === '' ? [] : folder.split('/')) {
      const entry = (await this.tree(sha, false)).find((one) => one.path === segment && one.type === 'tree');
      if (entry === undefined) return [];
      sha = entry.sha;
    }
    const prefix = folder === '' ? '' : `${folder}/`;
    const blobs = (await this.tree(sha, true)).filter((one) => one.type === 'blob');
    return blobs.map(({ path, mode, sha: id }) => ({ path: prefix + path, mode, sha: id }));
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

  private get(path: string, parameters: Record<string, string | number>): Promise<Record<string, unknown>> {
    const { policy = defaultPolicy, clock = systemClock } = this.settings;
    return retry(() => this.once(path, parameters), judge, policy, clock);
  }

  private async once(path: string, parameters: Record<string, string | number>): Promise<Record<string, unknown>> {
    const { timeoutMs = 20_000, repository, now = Date.now } = this.settings;
    this.client ??= connect(this.settings);
    const [owner = '', repo = ''] = repository.split('/');
    const signal = AbortSignal.timeout(timeoutMs);
    const what = path.split('/').slice(1, -1).join('/');
    try {
      const request = await this.client;
      const answer = await request(`GET /repos/{owner}/{repo}${path}`, {
        owner,
        repo,
        ...parameters,
        request: { signal },
      });
      // The library hides an answer that broke off: what it could read comes as text.
      if (signal.aborted) throw timeout(what, timeoutMs);
      return typeof answer.data === 'object' && answer.data !== null ? asRecord(answer.data) : odd(what, 'whole JSON');
    } catch (error) {
      if (error instanceof GitHubError) throw error;
      throw signal.aborted ? timeout(what, timeoutMs) : fromHttp(error, what, now());
    }
  }
}

type Request = (route: string, parameters: Record<string, unknown>) => Promise<{ data: unknown }>;

interface TreeEntry extends CommittedFile {
  readonly type: string;
}

async function connect(settings: GitHubSettings): Promise<Request> {
  const { GitHub } = await import('@actions/github/lib/utils');
  const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const auth = settings.token === undefined || settings.token === '' ? {} : { auth: `token ${settings.token}` };
  // getOctokit of the library demands a token; the class behind it does not.
  const octokit = new GitHub({
    ...auth,
    baseUrl: settings.apiUrl.replace(/\/+$/, ''),
    userAgent: 'shipgate',
    log: quiet,
  });
  return (route, parameters) => octokit.request(route, parameters);
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

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function odd(what: string, expected: string): never {
  throw new GitHubError('odd-answer', `GitHub's answer (${what}) does not hold ${expected}`, {
    judgement: { kind: 'again' },
  });
}

function timeout(what: string, ms: number): GitHubError {
  const message = `GitHub did not answer (${what}) within ${ms / 1000} s`;
  return new GitHubError('timed-out', message, { judgement: { kind: 'again' } });
}

const judge = (error: unknown): Judgement => (error instanceof GitHubError ? error.judgement : { kind: 'final' });

function fromHttp(error: unknown, what: string, now: number): GitHubError {
  const response = asRecord(asRecord(error)['response']);
  const status = response['status'];
  if (typeof status !== 'number') {
    const why = asRecord(asRecord(error)['cause'])['code'] ?? (error instanceof Error ? error.message : String(error));
    return new GitHubError('unreachable', `GitHub cannot be reached: ${String(why)}`, { judgement: { kind: 'again' } });
  }
  const judgement = judgeAnswer(
    status,
    asRecord(response['headers']),
    String(asRecord(response['data'])['message']),
    now,
  );
  return new GitHubError(status === 404 ? 'not-found' : 'refused', `the API answered ${status} (${what})`, {
    status,
    judgement,
  });
}

/**
 * What an answer other than 2xx asks for, as
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit says:
 * retry-after if present; else, with x-ratelimit-remaining 0, until x-ratelimit-reset; else at least a minute.
 */
export function judgeAnswer(status: number, headers: Record<string, unknown>, message: string, now: number): Judgement {
  if (status >= 500) return { kind: 'again' };
  const number = (name: string) => (headers[name] === undefined ? Number.NaN : Number(headers[name]));
  const retryAfter = number('retry-after');
  if (status !== 429 && status !== 403) return { kind: 'final' };
  if (retryAfter >= 0) return { kind: 'again', waitMs: retryAfter * 1_000 };
  if (number('x-ratelimit-remaining') === 0) {
    const reset = number('x-ratelimit-reset') * 1_000 - now;
    return { kind: 'again', waitMs: Number.isNaN(reset) ? 60_000 : Math.max(0, reset) };
  }
  return status === 429 || /rate limit/i.test(message) ? { kind: 'again', waitMs: 60_000 } : { kind: 'final' };
}
