/**
 * A local GitHub: an HTTP server on 127.0.0.1 that routes and validates by GitHub's own OpenAPI description
 * (../../github-api, a cut), requests and its own answers alike, and answers by ./github-rules.ts and its like. What it
 * does not know it answers with 501 and keeps in `faults`, which a test shall find empty.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Context, OpenAPIBackend, type Request } from 'openapi-backend';
import { commentRules } from './github-comment-rules.ts';
import { deploymentRules } from './github-deployment-rules.ts';
import { gitWriteRules } from './github-git-rules.ts';
import { issueRules } from './github-issue-rules.ts';
import { pullRules } from './github-pull-rules.ts';
import { type Answer, notFound, type Rule, type SeededRepository, UnknownSituation } from './github-rule.ts';
import { gitRules } from './github-rules.ts';
import { scanningRules } from './github-scanning-rules.ts';

export type {
  SeededPullRequest,
  SeededRepository,
  StoredAnalysis,
  StoredComment,
  StoredDeployment,
  StoredDeploymentStatus,
  StoredIssue,
} from './github-rule.ts';

/** By operationId of GitHub's OpenAPI description. */
const rules: Readonly<Record<string, Rule>> = {
  ...gitRules,
  ...gitWriteRules,
  ...pullRules,
  ...commentRules,
  ...scanningRules,
  ...deploymentRules,
  ...issueRules,
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

export interface StandInSeed {
  readonly repositories: readonly SeededRepository[];
  /** Tokens that are good for every repository. Any other one is answered 401. */
  readonly tokens?: readonly string[];
  /** Tokens that only read, as that of a pull request from a fork. */
  readonly readOnlyTokens?: readonly string[];
  /** Whom the tokens belong to. Default: that of GITHUB_TOKEN. */
  readonly login?: string;
}

interface PlannedFailure {
  readonly failure: Failure;
  readonly operation: string | undefined;
  left: number;
}

const description = new URL('../../github-api/openapi.json', import.meta.url);

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
    const definition = JSON.parse(readFileSync(description, 'utf8'), nullableAsUnion) as ConstructorParameters<
      typeof OpenAPIBackend
    >[0]['definition'];
    const ajvOpts = { strict: false, validateFormats: false, allErrors: true };
    const backend = new OpenAPIBackend({ definition, quick: true, ajvOpts });
    backend.register('notFound', () => ({
      status: 501,
      body: { message: 'the cut of the description has no such operation' },
    }));
    backend.register('validationFail', (context: Context) => ({
      status: 501,
      body: { message: invalid(context.validation.errors) },
    }));
    let standIn: GitHubStandIn | undefined;
    const server = createServer((request, response) => void standIn?.serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    standIn = new GitHubStandIn(server, backend, seed);
    const rulesOf = Object.entries(rules).map(([operation, rule]) => {
      return [operation, (context: Context) => standIn.answer(context, operation, rule)] as const;
    });
    backend.register(Object.fromEntries(rulesOf));
    await backend.init();
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
    const headers = failure?.kind === 'status' ? failure.headers : {};
    const length = Buffer.byteLength(body);
    response.writeHead(answer.status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': length,
      ...headers,
    });
    if (failure?.kind === 'cut') response.write(body.slice(0, body.length / 2), () => response.destroy());
    else response.end(body);
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
    const allowed = this.authorise(String(headers['authorization'] ?? ''));
    if (allowed === 'bad' || allowed === 'nobody') return badCredentials;
    return { status: 200, body: { data: { viewer: { login: this.login } } } };
  }

  private answer(context: Context, operation: string, rule: Rule): Answer {
    const parameters = { ...context.request.query, ...context.request.params } as Record<string, string>;
    const allowed = this.authorise(String(context.request.headers['authorization'] ?? ''));
    if (allowed === 'bad') return badCredentials;
    const name = `${parameters['owner']}/${parameters['repo']}`.toLowerCase();
    const repository = this.seed.repositories.find((one) => one.name.toLowerCase() === name);
    const hidden = repository === undefined || (repository.private === true && allowed === 'nobody');
    const isWrite = context.request.method.toLowerCase() !== 'get';
    if (isWrite && allowed === 'nobody') return badCredentials;
    const body = (context.request.requestBody ?? {}) as Record<string, unknown>;
    const question = { parameters, apiUrl: this.apiUrl, body, login: this.login };
    const answer = hidden
      ? notFound
      : isWrite && allowed === 'reader'
        ? notAccessible
        : rule({ ...question, repository });
    const verdict = this.backend.validator.validateResponse(answer.body, operation, answer.status);
    if (!verdict.valid) this.faults.push(`own answer to ${operation} ${answer.status}: ${invalid(verdict.errors)}`);
    return verdict.valid ? answer : { status: 501, body: { message: invalid(verdict.errors) } };
  }

  private get login(): string {
    return this.seed.login ?? 'github-actions[bot]';
  }

  private authorise(header: string): 'nobody' | 'reader' | 'writer' | 'bad' {
    if (header === '') return 'nobody';
    const token = header.replace(/^(?:token|bearer) /i, '');
    if (this.seed.readOnlyTokens?.includes(token)) return 'reader';
    return this.seed.tokens?.includes(token) ? 'writer' : 'bad';
  }

  private nextFailure(operation: string | null): Failure | undefined {
    const planned = this.failures.find(
      (one) => one.left > 0 && (one.operation === undefined || one.operation === operation),
    );
    if (planned !== undefined) planned.left -= 1;
    return planned?.failure;
  }
}

/** https://docs.github.com/rest/authentication/authenticating-to-the-rest-api#failed-login-limit */
const badCredentials: Answer = { status: 401, body: { message: 'Bad credentials', status: '401' } };

/** https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible */
const notAccessible: Answer = {
  status: 403,
  body: {
    message: 'Resource not accessible by integration',
    documentation_url: 'https://docs.github.com/rest',
    status: '403',
  },
};

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

/** OpenAPI allows `nullable` without `type` beside oneOf and $ref; ajv does not. */
function nullableAsUnion(_key: string, node: unknown): unknown {
  if (typeof node !== 'object' || node === null || !('nullable' in node) || 'type' in node || node.nullable !== true)
    return node;
  const { nullable: _, ...rest } = node;
  return { anyOf: [rest, { enum: [null] }] };
}

function failed(failure: Extract<Failure, { kind: 'status' }>): Answer {
  return {
    status: failure.status,
    body: { message: failure.message ?? 'told to fail', status: String(failure.status) },
  };
}

function invalid(errors: Context['validation']['errors']): string {
  const faults = (errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`.trim());
  return faults.length === 0 ? 'not as the description says' : [...new Set(faults)].join('; ');
}
