/** What a rule of the GitHub stand-in gets and gives. */

/** A comment on a pull request. */
export interface StoredComment {
  readonly id: number;
  readonly login: string;
  body: string;
}

export interface SeededPullRequest {
  readonly number: number;
  /** Where the change comes from: a fork has another owner than the repository. */
  readonly head: { readonly owner: string; readonly branch: string; readonly sha: string };
  /** People close and merge. */
  state?: 'open' | 'closed';
  merged?: boolean;
  /** Default: main. */
  readonly base?: string;
  readonly title?: string;
  readonly body?: string;
  /** Grows and changes as the stand-in is asked to. */
  readonly comments: StoredComment[];
}

/** An analysis that code scanning took. */
export interface StoredAnalysis {
  readonly commit: string;
  readonly ref: string;
  readonly sarif: unknown;
}

/** A deployment with its statuses, oldest first. */
export interface StoredDeployment {
  readonly id: number;
  readonly sha: string;
  readonly environment: string;
  readonly payload: unknown;
  readonly description: string;
  readonly login: string;
  readonly transient: boolean;
  readonly production: boolean;
  /** Grows as the stand-in is asked to. */
  readonly statuses: StoredDeploymentStatus[];
}

export interface StoredDeploymentStatus {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly logUrl: string;
  readonly environmentUrl: string;
  readonly login: string;
}

export interface StoredIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly login: string;
  readonly state: 'open' | 'closed';
}

export interface SeededRepository {
  /** owner/name. */
  readonly name: string;
  /** Folder of a git repository; what it holds at the time of the request is what GitHub knows. */
  readonly folder: string;
  /** A private repository does not exist for who has no token. Default false. */
  readonly private?: boolean;
  /** Oldest first. Grows when it is a list that can. */
  readonly pullRequests?: SeededPullRequest[];
  /** Without it code scanning is off. Grows with what is uploaded. */
  readonly analyses?: StoredAnalysis[];
  /** Oldest first; grow as the stand-in is asked to. Without them it does not answer about them. */
  readonly deployments?: StoredDeployment[];
  readonly issues?: StoredIssue[];
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The stand-in does not know what GitHub would do here. */
export class UnknownSituation extends Error {}

export interface Question {
  readonly repository: SeededRepository;
  /** Path and query parameters, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly apiUrl: string;
  /** Of a request that has one; as the description wants it. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Whom the token belongs to. */
  readonly login: string;
}

export type Rule = (question: Question) => Answer;

/** https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#404-not-found-for-an-existing-resource */
export const notFound: Answer = {
  status: 404,
  body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' },
};
