/**
 * Requests to GitHub's API: tried again while that may help, capped in time, with errors that hold no token. Edge file:
 * the client library is slow to load and comes lazily, with the first request.
 */
import { placeOf, readAtMost } from './github-storage.ts';
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

interface ErrorFacts {
  readonly status?: number;
  readonly said?: string | undefined;
  readonly judgement?: Judgement;
}

/** GitHub did not give what was asked for. `message` holds no token and nothing of an answer. */
export class GitHubError extends Error {
  readonly code: GitHubErrorCode;
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** What GitHub says of it: text from outside. */
  readonly said: string | undefined;
  /** Worth another try: see `judge`. */
  readonly judgement: Judgement;
  constructor(code: GitHubErrorCode, message: string, more: ErrorFacts = {}) {
    super(message);
    this.name = 'GitHubError';
    this.code = code;
    this.status = more.status;
    this.said = more.said;
    this.judgement = more.judgement ?? { kind: 'final' };
  }
}

const defaultPolicy: RetryPolicy = { attempts: 4, firstWaitMs: 500, longestWaitMs: 8_000, patienceMs: 60_000 };

/** One try, and no other: for what must not be done twice. */
export const oneTry: RetryPolicy = { ...defaultPolicy, attempts: 1 };

export type RequestParameters = Readonly<Record<string, unknown>>;

export interface ListSettings {
  /** Where the list is, in an answer that holds more than it: `workflow_runs`. */
  readonly key?: string;
  /** Entries; a longer list is refused. Default 1,000. */
  readonly most?: number;
}

/** Asks about one repository, and about people. Every method throws GitHubError. */
export class GitHubClient {
  private readonly settings: GitHubSettings;
  private client: Promise<Request> | undefined;
  constructor(settings: GitHubSettings) {
    this.settings = settings;
  }

  /** `path` below /repos/OWNER/NAME, with its parameters in braces. Resolves with an object or a list. */
  ask(method: 'GET' | 'POST' | 'PATCH', path: string, parameters: RequestParameters): Promise<object> {
    const { route, ...all } = this.below(method, path, parameters);
    return this.request(route, nameOf(path), all);
  }

  /** `path` from the top, with its parameters in braces: `/users/{username}`. Resolves with an object or a list. */
  askOutside(method: 'GET', path: string, parameters: RequestParameters): Promise<object> {
    return this.request(`${method} ${path}`, nameOf(path), parameters);
  }

  /**
   * All entries of a list below /repos/OWNER/NAME, page after page
   * (https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api). A list that GitHub cuts off, or that is
   * longer than `most`, is refused (`truncated`): a part of it proves nothing.
   */
  async askAll(
    path: string,
    parameters: RequestParameters,
    { key, most = 1_000 }: ListSettings = {},
  ): Promise<unknown[]> {
    const [what, all]: [string, unknown[]] = [nameOf(path), []];
    for (let page = 1; ; page += 1) {
      const answer = await this.tries(what, { ...this.below('GET', path, parameters), per_page: 100, page });
      const list = key === undefined ? answer.data : asRecord(answer.data)[key];
      if (!Array.isArray(list)) return odd(what, `a list${key === undefined ? '' : ` (${key})`}`);
      all.push(...(list as unknown[]));
      if (all.length > most) throw tooLong(what, `more than ${most} entries`);
      // A proxy may take the header away; a page that is not full is the last one all the same.
      const isLast = list.length < 100 || answer.headers['link'] !== undefined;
      if (isLast && !String(answer.headers['link'] ?? '').includes('rel="next"')) {
        const total = asRecord(answer.data)['total_count'];
        if (typeof total === 'number' && total > all.length)
          throw tooLong(what, `${total} entries and gives ${all.length}`);
        return all;
      }
      if (list.length === 0) return odd(what, 'entries on a page that another one follows');
    }
  }

  /**
   * Bytes below /repos/OWNER/NAME that GitHub keeps elsewhere: it answers with an address, which is asked without the token
   * (https://docs.github.com/rest/actions/artifacts#download-an-artifact). More than `mostBytes` are refused (`truncated`).
   */
  download(path: string, parameters: RequestParameters, mostBytes: number): Promise<Buffer> {
    const { policy = defaultPolicy, clock = systemClock } = this.settings;
    const what = nameOf(path);
    return retry(() => this.fetchBytes(what, this.below('GET', path, parameters), mostBytes), judge, policy, clock);
  }

  /** A query without variables; `url` is GITHUB_GRAPHQL_URL. Resolves with `data`. */
  async query(url: string, query: string): Promise<Record<string, unknown>> {
    const answer = asRecord(await this.request(`POST ${url}`, 'graphql', { query }));
    return 'errors' in answer ? odd('graphql', 'data without errors') : asRecord(answer['data']);
  }

  private below(method: string, path: string, parameters: RequestParameters): Asked {
    const [owner = '', repo = ''] = this.settings.repository.split('/');
    return { route: `${method} /repos/{owner}/{repo}${path}`, owner, repo, ...parameters };
  }

  private async request(route: string, what: string, parameters: RequestParameters): Promise<object> {
    return (await this.tries(what, { route, ...parameters })).data;
  }

  private tries(what: string, asked: Asked): Promise<GitHubAnswer<object>> {
    const { policy = defaultPolicy, clock = systemClock } = this.settings;
    return retry(() => this.attempt(what, asked), judge, policy, clock);
  }

  private attempt(what: string, { route, ...parameters }: Asked): Promise<GitHubAnswer<object>> {
    return this.timed(what, async (signal) => {
      const request = await this.connected();
      const answer = await request(route, { ...parameters, request: { signal } });
      // The library hides an answer that broke off: what it could read comes as text.
      if (signal.aborted) throw timeout(what, this.timeoutMs);
      const { data, ...others } = answer;
      return typeof data === 'object' && data !== null ? { ...others, data } : odd(what, 'whole JSON');
    });
  }

  private fetchBytes(what: string, { route, ...parameters }: Asked, mostBytes: number): Promise<Buffer> {
    return this.timed(what, async (signal) => {
      const options = { signal, redirect: 'manual', parseSuccessResponseBody: false };
      const request = await this.connected();
      const { status, headers, data } = await request(route, { ...parameters, request: options });
      await (data instanceof ReadableStream ? data.cancel() : undefined);
      const place = placeOf(headers['location'], this.settings.apiUrl);
      if (status !== 302 || place === undefined) return odd(what, 'an address with https to get the bytes from');
      const { token: _, ...anonymous } = this.settings;
      const storage = await connect({ ...anonymous, apiUrl: place.origin });
      const stored = await storage(`GET ${place.href.replace(/[{}]/g, encodeURIComponent)}`, { request: options });
      if (stored.status !== 200 || !(stored.data instanceof ReadableStream))
        return odd(what, 'the bytes at the address');
      const bytes = await readAtMost(stored.data, mostBytes);
      if (bytes !== undefined) return bytes;
      throw new GitHubError('truncated', `GitHub gives more than ${mostBytes} bytes (${what})`);
    });
  }

  /** Errors as GitHubError, a request that takes too long among them. */
  private async timed<T>(what: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const signal = AbortSignal.timeout(this.timeoutMs);
    try {
      return await work(signal);
    } catch (error) {
      if (error instanceof GitHubError) throw error;
      const { now = Date.now } = this.settings;
      throw signal.aborted ? timeout(what, this.timeoutMs) : fromHttp(error, what, now());
    }
  }

  private connected(): Promise<Request> {
    this.client ??= connect(this.settings);
    return this.client;
  }

  private get timeoutMs(): number {
    return this.settings.timeoutMs ?? 20_000;
  }
}

/** A route with its parameters. */
type Asked = { readonly route: string } & RequestParameters;

interface GitHubAnswer<Data> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data: Data;
}

type Request = (route: string, parameters: Record<string, unknown>) => Promise<GitHubAnswer<unknown>>;

function tooLong(what: string, listed: string): GitHubError {
  return new GitHubError('truncated', `GitHub lists ${listed} (${what}); a part of the list proves nothing`);
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

/** `/git/trees/{sha}` is `git/trees`, for messages. */
function nameOf(path: string): string {
  return path
    .split('/')
    .filter((segment) => segment !== '' && !segment.startsWith('{'))
    .join('/');
}

/** No record: an empty one. */
export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Throws: an answer that is none of GitHub's, or a cut one. */
export function odd(what: string, expected: string): never {
  throw new GitHubError('odd-answer', `GitHub's answer (${what}) does not hold ${expected}`, {
    judgement: { kind: 'again' },
  });
}

function timeout(what: string, ms: number): GitHubError {
  const message = `GitHub did not answer (${what}) within ${ms / 1000} s`;
  return new GitHubError('timed-out', message, { judgement: { kind: 'again' } });
}

/** Whether a failure is worth another try. */
export const judge = (error: unknown): Judgement =>
  error instanceof GitHubError ? error.judgement : { kind: 'final' };

function fromHttp(error: unknown, what: string, now: number): GitHubError {
  const response = asRecord(asRecord(error)['response']);
  const status = response['status'];
  if (typeof status !== 'number') {
    const why = asRecord(asRecord(error)['cause'])['code'] ?? (error instanceof Error ? error.message : String(error));
    return new GitHubError('unreachable', `GitHub cannot be reached: ${String(why)}`, { judgement: { kind: 'again' } });
  }
  const message = asRecord(response['data'])['message'];
  const said = typeof message === 'string' ? message : undefined;
  const judgement = judgeAnswer(status, asRecord(response['headers']), said ?? '', now);
  return new GitHubError(status === 404 ? 'not-found' : 'refused', `the API answered ${status} (${what})`, {
    status,
    said,
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
