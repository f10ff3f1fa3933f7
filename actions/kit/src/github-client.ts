/**
 * Requests to GitHub's API: tried again while that may help, capped in time, with errors that hold no token. Edge file:
 * the client library is slow to load and comes lazily, with the first request.
 */
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

/** Asks about one repository. Every method throws GitHubError. */
export class GitHubClient {
  private readonly settings: GitHubSettings;
  private client: Promise<Request> | undefined;
  constructor(settings: GitHubSettings) {
    this.settings = settings;
  }

  /** `path` below /repos/OWNER/NAME, with its parameters in braces. Resolves with an object or a list. */
  ask(method: 'GET' | 'POST' | 'PATCH', path: string, parameters: RequestParameters): Promise<object> {
    const [owner = '', repo = ''] = this.settings.repository.split('/');
    return this.request(`${method} /repos/{owner}/{repo}${path}`, nameOf(path), { owner, repo, ...parameters });
  }

  /** A query without variables; `url` is GITHUB_GRAPHQL_URL. Resolves with `data`. */
  async query(url: string, query: string): Promise<Record<string, unknown>> {
    const answer = asRecord(await this.request(`POST ${url}`, 'graphql', { query }));
    return 'errors' in answer ? odd('graphql', 'data without errors') : asRecord(answer['data']);
  }

  private request(route: string, what: string, parameters: RequestParameters): Promise<object> {
    const { policy = defaultPolicy, clock = systemClock } = this.settings;
    return retry(() => this.attempt(route, what, parameters), judge, policy, clock);
  }

  private async attempt(route: string, what: string, parameters: RequestParameters): Promise<object> {
    const { timeoutMs = 20_000, now = Date.now } = this.settings;
    this.client ??= connect(this.settings);
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const request = await this.client;
      const answer = await request(route, { ...parameters, request: { signal } });
      // The library hides an answer that broke off: what it could read comes as text.
      if (signal.aborted) throw timeout(what, timeoutMs);
      return typeof answer.data === 'object' && answer.data !== null ? answer.data : odd(what, 'whole JSON');
    } catch (error) {
      if (error instanceof GitHubError) throw error;
      throw signal.aborted ? timeout(what, timeoutMs) : fromHttp(error, what, now());
    }
  }
}

type Request = (route: string, parameters: Record<string, unknown>) => Promise<{ data: unknown }>;

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
