/** What the action asks of the world. Each method is one try; errors are told by `Refusal`. */
import type { Judgement } from '@shipgate/kit/retry';
import type { Comment } from './comment/assign.ts';

/** An answer that is none, or a no. `message` is ours; `said` is what the other side says, text from outside. */
export class Refusal extends Error {
  /** HTTP status; undefined when no answer came. */
  readonly status: number | undefined;
  readonly said: string | undefined;
  readonly judgement: Judgement;
  constructor(
    message: string,
    facts: { status?: number | undefined; said?: string | undefined; judgement: Judgement },
  ) {
    super(message);
    this.name = 'Refusal';
    this.status = facts.status;
    this.said = facts.said;
    this.judgement = facts.judgement;
  }
}

export interface PortalAnswer {
  readonly status: number;
  /** In seconds, as the answer says it. */
  readonly retryAfter: number | undefined;
  /** The answer's JSON; undefined when it is none, or above the cap. */
  readonly json: unknown;
}

export interface Portal {
  /** Throws Refusal when no answer comes in time. */
  post(body: string, token: string): Promise<PortalAnswer>;
}

export interface Identity {
  /** A token of GitHub for this job, good for a few minutes. Throws. */
  token(audience: string): Promise<string>;
}

export interface Discussion {
  /** Login of the token's account. */
  self(): Promise<string>;
  /** All comments of a pull request, the oldest first. */
  list(pullRequest: number): Promise<readonly Comment[]>;
  create(pullRequest: number, body: string): Promise<Comment>;
  update(comment: number, body: string): Promise<Comment>;
  /** Open pull requests of a branch, whose repository belongs to `owner`. */
  pullRequestsOf(
    owner: string,
    branch: string,
  ): Promise<readonly { readonly number: number; readonly commit: string }[]>;
}

export interface Analysis {
  readonly commit: string;
  readonly ref: string;
  /** SARIF as gzip in Base64. */
  readonly packed: string;
}

export interface CodeScanning {
  /** Tried again by itself. Resolves with the id of the upload, which GitHub then works on. */
  upload(analysis: Analysis): Promise<string>;
}

/** What it concludes; GitHub knows more. */
export type Conclusion = 'success' | 'failure' | 'neutral';

export interface CheckRunOutput {
  /** Plain text. */
  readonly title: string;
  readonly summary: string;
  readonly text: string;
}

export interface CheckRunContent {
  readonly externalId: string;
  readonly conclusion: Conclusion;
  /** ISO 8601, as completedAt; GitHub takes the present for undefined. */
  readonly startedAt: string | undefined;
  readonly completedAt: string | undefined;
  /** GitHub shows another one for the check runs of its own app. */
  readonly detailsUrl: string;
  readonly output: CheckRunOutput;
}

export interface KeptCheckRun {
  readonly id: number;
  readonly url: string;
  /** '' for none, as of the summary. */
  readonly externalId: string;
  readonly summary: string;
}

export interface CheckRuns {
  /** Those of this name on the commit that workflows made. */
  find(commit: string, name: string): Promise<readonly KeptCheckRun[]>;
  create(commit: string, name: string, content: CheckRunContent): Promise<KeptCheckRun>;
  update(id: number, content: CheckRunContent): Promise<KeptCheckRun>;
}
