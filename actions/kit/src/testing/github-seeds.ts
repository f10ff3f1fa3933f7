/**
 * What the GitHub stand-in can be told of people, reviews, workflow runs and check runs: plain data, so that a scenario can
 * keep it in a file. Logins refer to `people`, by the present login or a former one; times are ISO 8601.
 */

/** An account. Who is named in a seed and is none of the people makes the stand-in answer 501. */
export interface SeededPerson {
  readonly id: number;
  /** The present login. */
  readonly login: string;
  /** Logins before renames. Somebody else may have one of them by now. */
  readonly formerly?: readonly string[];
  /** Default User. */
  readonly type?: 'User' | 'Bot';
  /** The account is gone: what it did stays, without a user. */
  readonly deleted?: boolean;
}

export interface SeededTeam {
  readonly org: string;
  readonly slug: string;
  /** Nobody's token sees it. Default false. */
  readonly hidden?: boolean;
  readonly members: readonly SeededMember[];
}

export interface SeededMember {
  readonly login: string;
  readonly role?: 'member' | 'maintainer';
  /** `pending`: invited, not there yet. Default active. */
  readonly state?: 'active' | 'pending';
}

/** Who is who, as far as the token may see it. */
export interface Directory {
  readonly people: readonly SeededPerson[];
  readonly teams: readonly SeededTeam[];
  /** Whether the token has `Members: read` of the organisation. That of a workflow never has it. */
  readonly seesMembers: boolean;
}

export interface SeededReview {
  readonly id: number;
  readonly by: string;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
  readonly commit: string;
  readonly submittedAt: string;
  readonly body?: string;
}

export interface SeededCommitComment {
  readonly id: number;
  readonly commit: string;
  readonly by: string;
  readonly body: string;
  readonly createdAt: string;
  /** Default createdAt: never edited. */
  readonly updatedAt?: string;
}

/** What GitHub knows of a commit beyond git. */
export interface SeededCommitFacts {
  /** Whose account the author's address belongs to. */
  readonly author?: string;
  readonly committer?: string;
  /** Default unsigned. */
  readonly verification?: { readonly verified: boolean; readonly reason: string };
}

export interface SeededRun {
  readonly id: number;
  readonly event: string;
  readonly commit: string;
  readonly branch?: string;
  /** Where the head comes from; default the repository itself. */
  readonly headRepository?: string;
  readonly attempt?: number;
  readonly status?: 'queued' | 'in_progress' | 'completed' | 'waiting';
  readonly conclusion?: 'success' | 'failure' | 'cancelled' | null;
  readonly createdAt: string;
  readonly by: string;
  /** Path of the workflow file. */
  readonly workflow?: string;
  readonly artifacts?: readonly SeededArtifact[];
  readonly approvals?: readonly SeededApproval[];
}

/** An uploaded artifact, of files or of an archive as it is. */
export interface SeededArtifact {
  readonly id: number;
  readonly name: string;
  readonly createdAt: string;
  readonly expired?: boolean;
  /** By path in the archive; what is no text is written as JSON. */
  readonly files?: Readonly<Record<string, unknown>>;
  readonly archive?: Uint8Array;
}

/** Of a deployment to environments that need one. */
export interface SeededApproval {
  readonly environments: readonly string[];
  readonly state: 'approved' | 'rejected' | 'pending';
  readonly by: string;
  readonly comment?: string;
}

export interface SeededCheckRun {
  readonly id: number;
  readonly name: string;
  readonly commit: string;
  /** Slug of the app that made it. Default github-actions. */
  readonly app?: string;
  externalId?: string;
  status?: 'queued' | 'in_progress' | 'completed';
  conclusion?: string | null;
  startedAt?: string;
  completedAt?: string | null;
  detailsUrl?: string;
  output?: { readonly title?: string; readonly summary?: string; readonly text?: string };
}
