/** Requests about one repository on GitHub, through `Calls`; refusals say what GitHub says and what to do. */
import { type GitHubClient, GitHubError, type RequestParameters } from '@shipgate/kit/github-client';
import { TrafficError } from '../../steering/traffic.ts';
import type { Calls } from '../calls.ts';
import { askOnce, lacksPermission } from '../github-calls.ts';

export class RepositoryApi {
  /** owner/name. */
  readonly repository: string;
  private readonly client: GitHubClient;
  private readonly calls: Calls;

  /** The client tries once, and is one of that repository: `oneTryClient`. */
  constructor(repository: string, client: GitHubClient, calls: Calls) {
    this.repository = repository;
    this.client = client;
    this.calls = calls;
  }

  /** What may be done twice without harm: tried again when its answer is lost. Throws TrafficError. */
  async repeatable(
    method: 'GET' | 'POST',
    path: string,
    parameters: RequestParameters,
    signal: AbortSignal,
  ): Promise<unknown> {
    return await this.run('read', method, path, parameters, signal);
  }

  /** Done once: a lost answer is TrafficError `unknown-effect`. */
  async once(
    method: 'POST' | 'PATCH',
    path: string,
    parameters: RequestParameters,
    signal: AbortSignal,
  ): Promise<unknown> {
    return await this.run('write', method, path, parameters, signal);
  }

  private async run(
    kind: 'read' | 'write',
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    parameters: RequestParameters,
    signal: AbortSignal,
  ): Promise<unknown> {
    try {
      return await this.calls.run(kind, signal, () => askOnce(kind, () => this.client.ask(method, path, parameters)));
    } catch (error) {
      throw explained(error, this.repository);
    }
  }
}

/** What GitHub said to a refusal: text from outside. Empty for anything else. */
export function saidIn(error: unknown): { readonly status: number | undefined; readonly said: string } {
  const cause = error instanceof TrafficError ? error.cause : undefined;
  return cause instanceof GitHubError
    ? { status: cause.status, said: cause.said ?? '' }
    : { status: undefined, said: '' };
}

function explained(error: unknown, repository: string): unknown {
  if (!(error instanceof TrafficError) || (error.code !== 'refused' && error.code !== 'missing')) return error;
  const { said } = saidIn(error);
  const why = said === '' ? '' : ` and said ${JSON.stringify(said.slice(0, 200))}`;
  const todo =
    error.code === 'missing' || lacksPermission(error)
      ? '; the token needs contents: write, and pull-requests: write for pull requests, of that repository'
      : '';
  return new TrafficError(error.code, `${repository}: ${error.message}${why}${todo}`, { cause: error.cause });
}

/** The id of an object of git in an answer. Throws TrafficError `unavailable` for an answer that is none of GitHub's. */
export function idIn(value: unknown, what: string): string {
  if (typeof value === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value)) return value;
  throw strange(what, 'the id of an object');
}

export function strange(what: string, expected: string): TrafficError {
  return new TrafficError('unavailable', `expected ${expected} in GitHub's answer (${what}), got something else`);
}
