/** Pull requests of one branch of a repository into another: https://docs.github.com/en/rest/pulls/pulls. */
import { asRecord } from '@shipgate/kit/github-client';
import { TrafficError } from '../../steering/traffic.ts';
import { type RepositoryApi, saidIn, strange } from './repository-api.ts';

/** Both are names of branches of the repository. */
export interface PullRequestBranches {
  readonly head: string;
  readonly base: string;
}

/** Throws TrafficError. */
export class PullRequests {
  private readonly api: RepositoryApi;
  private readonly branches: PullRequestBranches;

  constructor(api: RepositoryApi, branches: PullRequestBranches) {
    this.api = api;
    this.branches = branches;
  }

  /** Its number; GitHub lets no two of one head and base be open. */
  async open(signal: AbortSignal): Promise<number | undefined> {
    return (await this.list('open', signal))[0]?.number;
  }

  /** Undefined for one that is not closed, or that the list does not hold yet. */
  async endOf(number: number, signal: AbortSignal): Promise<'merged' | 'declined' | undefined> {
    const found = (await this.list('closed', signal)).find((each) => each.number === number);
    return found === undefined ? undefined : found.isMerged ? 'merged' : 'declined';
  }

  /** Gives its number. `conflict` when somebody else was faster. */
  async create(title: string, body: string, signal: AbortSignal): Promise<number> {
    try {
      return numberIn(await this.api.once('POST', '/pulls', { title, body, ...this.branches }, signal));
    } catch (error) {
      if (saidIn(error).status !== 422 || (await this.open(signal)) === undefined) throw error;
      const text = `expected no pull request of ${this.branches.head}, got one: somebody else opened it`;
      throw new TrafficError('conflict', `${this.api.repository}: ${text}`, { cause: error });
    }
  }

  /** Those that changed last come first. */
  private async list(state: 'open' | 'closed', signal: AbortSignal) {
    const [owner = ''] = this.api.repository.split('/');
    const head = `${owner}:${this.branches.head}`;
    const query = { state, head, sort: 'updated', direction: 'desc', per_page: 100 };
    const answer = await this.api.repeatable('GET', '/pulls', query, signal);
    if (!Array.isArray(answer)) throw strange('pulls', 'a list');
    return answer
      .filter((each) => asRecord(asRecord(each)['base'])['ref'] === this.branches.base)
      .map((each) => ({ number: numberIn(each), isMerged: typeof asRecord(each)['merged_at'] === 'string' }));
  }
}

function numberIn(answer: unknown): number {
  const { number } = asRecord(answer);
  if (typeof number === 'number') return number;
  throw strange('pulls', 'a number');
}
