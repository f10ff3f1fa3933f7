/**
 * Pure: which commit a change is compared with, as far as the event says it. What the checkout must prove of it is part
 * of the plan; `findBase` (base.ts) follows it.
 *
 * Events and their fields: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 * and https://docs.github.com/webhooks/webhook-events-and-payloads.
 */
import { isCommitId } from './git-output.ts';

/** What started the run. Outside GitHub the name is ''. */
export interface ChangeEvent {
  /** GITHUB_EVENT_NAME. */
  readonly name: string;
  /** GITHUB_SHA. */
  readonly sha?: string;
  /** GITHUB_REF. */
  readonly ref?: string;
  /** The parsed file at GITHUB_EVENT_PATH. */
  readonly payload: unknown;
}

/** What the checkout holds. */
export interface CheckedOut {
  readonly head: string;
  /** As the commit names them, whether or not the checkout holds them. */
  readonly parents: readonly string[];
}

export type BasePlan =
  /** This commit. */
  | { readonly kind: 'commit'; readonly sha: string; readonly how: string; readonly depth: number }
  | MergeBasePlan
  | MergePlan
  | BaseUnknown;

/** The best common ancestor of HEAD and the first of these names that there is. */
export interface MergeBasePlan {
  readonly kind: 'merge-base';
  readonly names: readonly string[];
  readonly how: string;
}

/** HEAD looks like the merge commit of the pull request: its first parent, when it is proven to be of the base branch. */
export interface MergePlan {
  readonly kind: 'merge';
  readonly first: string;
  readonly how: string;
  readonly depth: number;
  /** Commits of the base branch, as the event has them; what they reach is of it too. */
  readonly tips: readonly string[];
  /** Its name; '' when the event has none. */
  readonly branch: string;
  /** Whether the checkout's `origin` can be asked for the branch: it is the repository of the event, and no fork. */
  readonly asksOrigin: boolean;
  /** When nothing proves it. */
  readonly otherwise: MergeBasePlan;
}

export interface BaseUnknown {
  readonly kind: 'unknown';
  readonly expected: string;
  readonly got: string;
  readonly mend: string;
}

/** Events whose run is about the change of a pull request. */
export const pullRequestEvents: readonly string[] = ['pull_request', 'pull_request_review', 'pull_request_target'];

/** What to do where nothing tells the base. */
export const giveBase = 'set the input base-ref to the branch to compare with, or scope to all';

/** Pure: what the event says about the base. An explicit `baseRef` (a name from outside) decides alone. */
export function planBase(event: ChangeEvent, checkedOut: CheckedOut, baseRef?: string): BasePlan {
  if (baseRef !== undefined && baseRef !== '') {
    return { kind: 'merge-base', names: [baseRef, `origin/${baseRef}`], how: `merge base of HEAD and ${baseRef}` };
  }
  switch (event.name) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_target':
      return planPullRequest(event, checkedOut);
    case 'merge_group':
      return planMergeGroup(event);
    case 'push':
      return planPush(event);
    default:
      return unknown(
        'an event that has a base: pull_request, merge_group or push',
        event.name === '' ? 'no event of GitHub' : `the event ${event.name}`,
        giveBase,
      );
  }
}

function planPullRequest(event: ChangeEvent, { head, parents }: CheckedOut): BasePlan {
  const base = textAt(event.payload, 'pull_request', 'base', 'sha');
  const change = textAt(event.payload, 'pull_request', 'head', 'sha');
  if (!isCommitId(base) || !isCommitId(change))
    return oddPayload('pull_request.base.sha and pull_request.head.sha', event);
  const mergeBase: MergeBasePlan = {
    kind: 'merge-base',
    names: [base],
    how: 'merge base of HEAD and the base of the pull request',
  };
  // First, because the last commit of the pull request may itself be a merge.
  if (head === change) return mergeBase;
  // GITHUB_SHA is GitHub's merge for pull_request and pull_request_review, but the base branch for pull_request_target.
  const onTarget = event.name === 'pull_request_target';
  const [first, second] = parents;
  const isTarget = onTarget && head === event.sha;
  if (!isTarget && parents.length === 2 && first !== undefined && second === change) {
    const how = 'first parent of the merge commit';
    const tips = onTarget && isCommitId(event.sha ?? '') ? [base, event.sha ?? ''] : [base];
    const branch = textAt(event.payload, 'pull_request', 'base', 'ref');
    // Anybody may merge this head into a commit of their own; only the one that GitHub names came from its repository.
    const asksOrigin = !onTarget && head === event.sha;
    return { kind: 'merge', first, how, depth: 2, tips, branch, asksOrigin, otherwise: mergeBase };
  }
  if (head === base || isTarget) {
    return unknown(
      `a checkout of the pull request (${short(change)}) or of its merge commit`,
      `a checkout of its base branch (${short(head)}), which holds nothing of the change`,
      'run the gate on the event pull_request',
    );
  }
  return mergeBase;
}

function planMergeGroup(event: ChangeEvent): BasePlan {
  const base = textAt(event.payload, 'merge_group', 'base_sha');
  if (!isCommitId(base)) return oddPayload('merge_group.base_sha', event);
  return { kind: 'commit', sha: base, how: 'base of the merge group', depth: 0 };
}

function planPush(event: ChangeEvent): BasePlan {
  const ref = event.ref ?? textAt(event.payload, 'ref');
  const before = textAt(event.payload, 'before');
  const branch = textAt(event.payload, 'repository', 'default_branch');
  if (ref.startsWith('refs/tags/')) {
    return unknown('a push to a branch', 'a push of a tag, which changes nothing', giveBase);
  }
  if (!isCommitId(before)) return oddPayload('before', event);
  if (!/^0+$/.test(before)) return { kind: 'commit', sha: before, how: 'the commit before the push', depth: 0 };
  if (branch === '') return oddPayload('repository.default_branch', event);
  if (ref === `refs/heads/${branch}`) {
    return unknown(
      'a commit before the push',
      `the first push of the default branch ${branch}`,
      'set the input scope to all',
    );
  }
  return {
    kind: 'merge-base',
    names: [`origin/${branch}`, branch],
    how: `merge base of HEAD and ${branch} (a new branch)`,
  };
}

function oddPayload(field: string, event: ChangeEvent): BaseUnknown {
  return unknown(`${field} in the payload of the event ${event.name}`, 'a payload without it', giveBase);
}

/** A base that nothing tells. */
export function unknown(expected: string, got: string, mend: string): BaseUnknown {
  return { kind: 'unknown', expected, got, mend };
}

/** An id as people read it. */
export const short = (sha: string) => sha.slice(0, 7);

/** The text at this place of the payload, or ''. */
function textAt(payload: unknown, ...path: readonly string[]): string {
  let node = payload;
  for (const key of path) {
    node =
      typeof node === 'object' && node !== null && Object.hasOwn(node, key)
        ? (node as Record<string, unknown>)[key]
        : undefined;
  }
  return typeof node === 'string' ? node : '';
}
