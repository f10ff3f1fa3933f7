/** Port: what the readers of signatures ask of GitHub. Each throws GitHubError. */
import { GitHubClient, type GitHubSettings, odd } from '@shipgate/kit/github-client';
import { isRecord } from '@shipgate/kit/host';

type Fields = Readonly<Record<string, unknown>>;
type Parameters = Readonly<Record<string, string | number>>;

export interface SignoffApi {
  /** `path` below the repository, with its parameters in braces: `/pulls/{pull_number}`. */
  get(path: string, parameters: Parameters): Promise<Fields>;
  /** All pages of a list below the repository. */
  list(path: string, parameters: Parameters): Promise<readonly unknown[]>;
  /** A list that GitHub gives whole, without pages. */
  whole(path: string, parameters: Parameters): Promise<readonly unknown[]>;
  /** From the top of the API: `/orgs/{org}/teams/{team_slug}`. */
  outside(path: string, parameters: Parameters): Promise<Fields>;
}

/** GitHub itself. */
export function signoffApi(settings: GitHubSettings): SignoffApi {
  const client = new GitHubClient(settings);
  const record = (answer: unknown): Fields => (isRecord(answer) ? answer : {});
  return {
    get: async (path, parameters) => record(await client.ask('GET', path, parameters)),
    list: (path, parameters) => client.askAll(path, parameters),
    whole: async (path, parameters) => {
      const answer: unknown = await client.ask('GET', path, parameters);
      return Array.isArray(answer) ? answer : odd(path, 'a list');
    },
    outside: async (path, parameters) => record(await client.askOutside('GET', path, parameters)),
  };
}
