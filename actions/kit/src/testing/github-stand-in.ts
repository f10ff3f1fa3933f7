/**
 * A local GitHub: an HTTP server on 127.0.0.1 that routes and validates by GitHub's own OpenAPI description
 * (../../github-api, a cut), requests and its own answers alike, and answers by ./github-rules.ts and its like. What it
 * does not know it answers with 501 and keeps in `faults`, which a test shall find empty.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context, OpenAPIBackend, Request } from 'openapi-backend';
import { type AccessSeed, accessOf, badCredentials, notAccessible } from './github-access.ts';
import { checkRules } from './github-check-rules.ts';
import { commentRules } from './github-comment-rules.ts';
import { commitRules } from './github-commit-rules.ts';
import { deploymentRules } from './github-deployment-rules.ts';
import { describedBackend, faultText, ready } from './github-description.ts';
import { gitWriteRules } from './github-git-rules.ts';
import { issueRules } from './github-issue-rules.ts';
import { peopleRules, permissionRules } from './github-people-rules.ts';
import { pullRules } from './github-pull-rules.ts';
import { reviewRules } from './github-review-rules.ts';
import {
  type Answer,
  notFound,
  type Rule,
  type SeededRepository,
  UnknownSituation,
  type WorldQuestion,
} from './github-rule.ts';
import { gitRules } from './github-rules.ts';
import { blobAt, runRules } from './github-run-rules.ts';
import { scanningRules } from './github-scanning-rules.ts';
import type { SeededPerson, SeededTeam } from './github-seeds.ts';

export type {
  SeededPullRequest,
  SeededRepository,
  StoredAnalysis,
  StoredComment,
  StoredDeployment,
  StoredDeploymentStatus,
  StoredIssue,
} from './github-rule.ts';
export type * from './github-seeds.ts';

/** By operationId of GitHub's OpenAPI description. */
const rules: Readonly<Record<string, Rule>> = {
  ...gitRules,
  ...gitWriteRules,
  ...pullRules,
  ...commentRules,
  ...scanningRules,
  ...deploymentRules,
  ...issueRules,
  ...permissionRules,
  ...reviewRules,
  ...commitRules,
  ...runRules,
  ...checkRules,
};

/** How the next requests go wrong. */
export type Failure =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly message?: string;
    }
  /** The request is taken and never answered. */
  | { readonly kind: 'hang' }
  /** The head of the answer says its length, and the connection ends after half of it. */
  | { readonly kind: 'cut' }
  /** As GitHub does with a tree of more than 100,000 entries. */
  | { readonly kind: 'truncated-tree' };

export interface LoggedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Null when the description has no such operation. */
  readonly operation: string | null;
  /** Whether a token was sent; never the token. */
  readonly authenticated: boolean;
  /** Null when the request was left hanging. */
  status: number | null;
}

export interface StandInSeed extends AccessSeed {
  readonly repositories: readonly SeededRepository[];
  /** Whom the tokens belong to. Default: that of GITHUB_TOKEN. */
  readonly login?: string;
  readonly people?: readonly SeededPerson[];
  readonly teams?: readonly SeededTeam[];
}

interface PlannedFailure {
  readonly failure: Failure;
  readonly operation: string | undefined;
  left: number;
}

export class GitHubStandIn {
  /** GITHUB_API_URL; GITHUB_GRAPHQL_URL is `/graphql` below it. */
  readonly apiUrl: string;
  readonly requests: LoggedRequest[] = [];
  /** Requests that the stand-in could not answer truthfully, and answers of its own that broke the description. */
  readonly faults: string[] = [];
  private readonly server: Server;
  private readonly seed: StandInSeed;
  private readonly backend: OpenAPIBackend;
  private readonly failures: PlannedFailure[] = [];

  private constructor(server: Server, backend: OpenAPIBackend, seed: StandInSeed) {
    this.server = server;
    this.backend = backend;
    this.seed = seed;
    this.apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(seed: StandInSeed): Promise<GitHubStandIn> {
    const backend = describedBackend();
    let standIn: GitHubStandIn | undefined;
    const server = createServer((request, response) => void standIn?.serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    standIn = new GitHubStandIn(server, backend, seed);
    for (const [operation, rule] of Object.entries(rules))
      backend.register(operation, (context: Context) => standIn.answerOfRepository(context, operation, rule));
    for (const [operation, rule] of Object.entries(peopleRules))
      backend.register(operation, (context: Context) => standIn.answer(context, operation, rule));
    await ready(backend);
    return standIn;
  }

  /** Lets the next `times` requests (of one operation, or all) go wrong. Failures are used up in the order given. */
  fail(failure: Failure, { times = 1, operation }: { times?: number; operation?: string } = {}): void {
    this.failures.push({ failure, operation, left: times });
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    const blob = method === 'GET' ? blobAt(this.seed.repositories, url) : undefined;
    if (blob !== undefined) return this.serveBlob(blob, request, response);
    const [path = '/', query = ''] = url.split('?');
    const asked = {
      method,
      path,
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: request.headers,
      body: await readBody(request),
    } as Request;
    const isGraphql = path === '/graphql';
    const operation = isGraphql ? 'graphql' : (this.backend.router.matchOperation(asked)?.operationId ?? null);
    const logged: LoggedRequest = {
      method,
      url,
      operation,
      authenticated: 'authorization' in request.headers,
      status: null,
    };
    this.requests.push(logged);
    const failure = this.nextFailure(operation);
    if (failure?.kind === 'hang') return;
    const answer = failure?.kind === 'status' ? failed(failure) : await this.truth(asked, logged);
    logged.status = answer.status;
    const whole = failure?.kind === 'truncated-tree' ? { ...(answer.body as object), truncated: true } : answer.body;
    const body = whole === undefined ? '' : JSON.stringify(whole);
    const headers = failure?.kind === 'status' ? failure.headers : answer.headers;
    const length = Buffer.byteLength(body);
    response.writeHead(answer.status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': length,
      ...headers,
    });
    if (failure?.kind === 'cut') response.write(body.slice(0, body.length / 2), () => response.destroy());
    else response.end(body);
  }

  /**
   * https://docs.github.com/rest/actions/artifacts#download-an-artifact: the address needs no token. The storage behind it
   * refuses a request that has one: https://github.com/cloudposse/atmos/issues/2680
   */
  private serveBlob(bytes: Uint8Array, request: IncomingMessage, response: ServerResponse): void {
    const failure = this.nextFailure('blob');
    const authenticated = 'authorization' in request.headers;
    const told = failure?.kind === 'status' ? failure.status : 200;
    const status = authenticated ? 403 : told;
    this.requests.push({ method: 'GET', url: request.url ?? '', operation: 'blob', authenticated, status });
    if (authenticated) this.faults.push('the token was sent to where artifacts are stored');
    response.writeHead(status, { 'content-type': 'application/zip' }).end(status === 200 ? bytes : '');
  }

  private async truth(asked: Request, logged: LoggedRequest): Promise<Answer> {
    let answer: Answer;
    try {
      const isGraphql = logged.operation === 'graphql';
      answer = isGraphql ? this.viewer(asked) : ((await this.backend.handleRequest(asked)) as Answer);
    } catch (error) {
      answer = { status: 501, body: { message: error instanceof Error ? error.message : String(error) } };
      if (!(error instanceof UnknownSituation)) this.faults.push(`the stand-in broke: ${String(error)}`);
    }
    if (answer.status === 501) this.faults.push(`${logged.method} ${logged.url}: ${JSON.stringify(answer.body)}`);
    return answer;
  }

  /** GraphQL is not in the description: https://docs.github.com/graphql/reference/queries#viewer, and nothing else. */
  private viewer({ headers, body }: Request): Answer {
    if ((body as { query?: unknown } | undefined)?.query !== '{ viewer { login } }')
      throw new UnknownSituation('another query than that for the login of the viewer');
    const { kind } = accessOf(this.seed, String(headers['authorization'] ?? ''));
    if (kind === 'bad' || kind === 'nobody') return badCredentials;
    return { status: 200, body: { data: { viewer: { login: this.login } } } };
  }

  private answerOfRepository(context: Context, operation: string, rule: Rule): Answer {
    return this.answer(context, operation, (question, access) => {
      const name = `${question.parameters['owner']}/${question.parameters['repo']}`.toLowerCase();
      const repository = this.seed.repositories.find((one) => one.name.toLowerCase() === name);
      if (repository === undefined || (repository.private === true && access === 'nobody')) return notFound;
      const isWrite = context.request.method.toLowerCase() !== 'get';
      return isWrite && access === 'reader' ? notAccessible : rule({ ...question, repository });
    });
  }

  private answer(
    { request }: Context,
    operation: string,
    rule: (question: WorldQuestion, access: 'nobody' | 'reader' | 'writer') => Answer,
  ): Answer {
    const { kind, seesMembers } = accessOf(this.seed, String(request.headers['authorization'] ?? ''));
    if (kind === 'bad' || (kind === 'nobody' && request.method.toLowerCase() !== 'get')) return badCredentials;
    const parameters = { ...request.query, ...request.params } as Record<string, string>;
    const { people = [], teams = [] } = this.seed;
    const answer = rule(
      {
        ...{ parameters, apiUrl: this.apiUrl, login: this.login, directory: { people, teams, seesMembers } },
        asked: `${request.path}?${new URLSearchParams(request.query as Record<string, string>)}`,
        body: (request.requestBody ?? {}) as Record<string, unknown>,
      },
      kind,
    );
    const verdict = this.backend.validator.validateResponse(answer.body, operation, answer.status);
    if (!verdict.valid) this.faults.push(`own answer to ${operation} ${answer.status}: ${faultText(verdict.errors)}`);
    return verdict.valid ? answer : { status: 501, body: { message: faultText(verdict.errors) } };
  }

  private get login(): string {
    return this.seed.login ?? 'github-actions[bot]';
  }

  private nextFailure(operation: string | null): Failure | undefined {
    const planned = this.failures.find(
      (one) => one.left > 0 && (one.operation === undefined || one.operation === operation),
    );
    if (planned !== undefined) planned.left -= 1;
    return planned?.failure;
  }
}

/** Undefined for a request without one, and for one that is no JSON. */
async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}

function failed(failure: Extract<Failure, { kind: 'status' }>): Answer {
  return {
    status: failure.status,
    body: { message: failure.message ?? 'told to fail', status: String(failure.status) },
  };
}
