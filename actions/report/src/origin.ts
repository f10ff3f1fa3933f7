/** Which run and which change this job may report on: read from GitHub's environment and event, never from an artifact. */
import type { Host } from '@shipgate/kit/host';
import { isRecord } from '@shipgate/kit/host';
import type { Fault } from '@shipgate/schemas';

/** What the subject of a verdict must say. */
export interface ExpectedSubject {
  readonly repository: string;
  readonly commit: string;
  readonly run: { readonly id: string; readonly attempt: number };
  readonly event: string;
  /** Undefined where the event does not tell it. */
  readonly ref: string | undefined;
}

export type PullRequestOf =
  | { readonly kind: 'none' }
  | { readonly kind: 'number'; readonly number: number }
  /** To be looked for: GitHub does not name the pull request of a run from a fork. */
  | { readonly kind: 'of-branch'; readonly owner: string; readonly branch: string };

export interface Origin {
  readonly subject: ExpectedSubject;
  readonly pullRequest: PullRequestOf;
  /** Commit and ref that code scanning knows the change by. Null: nothing is uploaded. */
  readonly analysed: { readonly commit: string; readonly ref: string } | null;
  /** The change comes from another repository: the token of its run only reads, and there is no OIDC token. */
  readonly isFork: boolean;
  /** Reported on by another workflow, after the run (`workflow_run`). */
  readonly isFinishedRun: boolean;
}

type Payload = Readonly<Record<string, unknown>>;

/** The origin, or why there is none. */
export function readOrigin(host: Host): Origin | Fault {
  const { repository, commit, run, event } = host;
  if (host.kind === 'terminal') return notGitHub;
  if (event?.name === 'pull_request_target') return actsForTheBase('pull_request_target');
  if (repository === undefined || commit === undefined || run === undefined || event === undefined) return notGitHub;
  if (event.name === 'workflow_run') return finishedRun(repository, event.payload);
  const pull = recordIn(event.payload, 'pull_request');
  return {
    subject: { repository, commit, run, event: event.name, ref: host.ref },
    pullRequest: numberOf(pull),
    analysed: host.sha === undefined || host.ref === undefined ? null : { commit: host.sha, ref: host.ref },
    isFork: isForeign(nameOf(recordIn(pull, 'head'), 'repo'), pull, repository),
    isFinishedRun: false,
  };
}

/** https://docs.github.com/webhooks/webhook-events-and-payloads#workflow_run */
function finishedRun(repository: string, payload: Payload): Origin | Fault {
  const run = recordIn(payload, 'workflow_run');
  const { id, run_attempt: attempt, head_sha: commit, head_branch: branch, event } = run;
  const head = nameOf(run, 'head_repository');
  if (event === 'pull_request_target') return actsForTheBase('a workflow_run that follows pull_request_target');
  const isWhole = Number.isSafeInteger(id) && Number.isSafeInteger(attempt) && typeof event === 'string';
  if (!isWhole || typeof commit !== 'string' || typeof branch !== 'string' || head === undefined) return oddEvent;
  const [owner = ''] = head.split('/');
  return {
    subject: { repository, commit, run: { id: String(id), attempt: Number(attempt) }, event, ref: undefined },
    pullRequest: event === 'pull_request' ? { kind: 'of-branch', owner, branch } : { kind: 'none' },
    analysed: null,
    isFork: !isSame(head, repository),
    isFinishedRun: true,
  };
}

function recordIn(record: Payload, key: string): Payload {
  const value = record[key];
  return isRecord(value) ? value : {};
}

function nameOf(record: Payload, key: string): string | undefined {
  const name = recordIn(record, key)['full_name'];
  return typeof name === 'string' ? name : undefined;
}

function numberOf(pull: Payload): PullRequestOf {
  const { number } = pull;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0
    ? { kind: 'number', number }
    : { kind: 'none' };
}

/** A fork that was deleted has no name, and is a fork all the same. */
function isForeign(head: string | undefined, pull: Payload, repository: string): boolean {
  return 'head' in pull && (head === undefined || !isSame(head, repository));
}

/** GitHub does not tell names apart by case. */
export function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

const notGitHub: Fault = {
  title: 'it is not known whose verdicts may be reported',
  expected: 'a job of GitHub, which names its repository, commit and run',
  got: 'none of it in the environment',
  do: 'run it as a step of a workflow; elsewhere only --dry-run shows what would be sent',
};

const oddEvent: Fault = {
  title: 'the event of this run cannot be read',
  expected: 'the workflow_run of GitHub, with id, attempt, commit, branch and repository',
  got: 'an event without them',
  do: 'run the job again',
};

function actsForTheBase(event: string): Fault {
  return {
    title: 'verdicts are not reported for this event',
    expected: 'pull_request, push, merge_group, or a workflow_run that follows one of them',
    got: event,
    do: 'use "on: pull_request": pull_request_target gives the rights of the base to a run on a change that nobody has reviewed',
  };
}
