/** What a rule of the GitHub stand-in gets and gives. Seeds of people, reviews and runs: ./github-seeds.ts. */
import type {
  Directory,
  SeededCheckRun,
  SeededCommitComment,
  SeededCommitFacts,
  SeededReview,
  SeededRun,
} from './github-seeds.ts';

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
  /** Where the base branch stood when it was merged; without it, where the branch stands. */
  readonly baseSha?: string;
  /** Login; default the owner of the head. */
  readonly author?: string;
  readonly createdAt?: string;
  /** Of a merged one. */
  readonly mergeCommit?: string;
  readonly mergedBy?: string;
  readonly mergedAt?: string;
  /** Oldest first. */
  readonly reviews?: readonly SeededReview[];
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
  /** By login; who is not in it has `read` in a public repository and `none` in a private one. */
  readonly permissions?: Readonly<Record<string, Permission>>;
  /** By id of the commit: whose it is and whether it is signed. Without an entry: nobody's, unsigned. */
  readonly commitFacts?: Readonly<Record<string, SeededCommitFacts>>;
  /** Oldest first. Without them the stand-in does not answer about them. */
  readonly commitComments?: readonly SeededCommitComment[];
  readonly runs?: readonly SeededRun[];
  /** Grows as the stand-in is asked to. */
  readonly checkRuns?: SeededCheckRun[];
}

/** https://docs.github.com/rest/collaborators/collaborators#get-repository-permissions-for-a-user */
export type Permission = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

export interface Answer {
  readonly status: number;
  /** Bytes go out as they are; undefined: none. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The stand-in does not know what GitHub would do here. */
export class UnknownSituation extends Error {}

/** Of an operation outside of repositories. */
export interface WorldQuestion {
  readonly directory: Directory;
  /** Path and query, for the addresses of other pages. */
  readonly asked: string;
  /** Path and query parameters, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly apiUrl: string;
  /** Of a request that has one; as the description wants it. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Whom the token belongs to. */
  readonly login: string;
}

export interface Question extends WorldQuestion {
  readonly repository: SeededRepository;
}

export type Rule = (question: Question) => Answer;
export type WorldRule = (question: WorldQuestion) => Answer;

/** https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#404-not-found-for-an-existing-resource */
export const notFound: Answer = {
  status: 404,
  body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' },
};
