/**
 * Which commit a change is compared with. `planBase` decides from the event, `findBase` gets hold of the commit:
 * from the checkout, by deepening it, from GitHub's API, in this order.
 *
 * Events and their fields: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 * and https://docs.github.com/webhooks/webhook-events-and-payloads.
 */
import { isCommitId } from './git.ts';

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
  /** The best common ancestor of HEAD and the first of these names that there is. */
  | { readonly kind: 'merge-base'; readonly names: readonly string[]; readonly how: string }
  | BaseUnknown;

export interface BaseUnknown {
  readonly kind: 'unknown';
  readonly expected: string;
  readonly got: string;
  readonly mend: string;
}

export type Base =
  /** The checkout holds it. */
  | { readonly kind: 'commit'; readonly sha: string; readonly how: string }
  /** Only GitHub's API holds it: read it with GitHubFiles. */
  | { readonly kind: 'remote'; readonly sha: string; readonly how: string }
  | BaseUnknown;

/** Port: what is asked of the checkout; `Git` has it. */
export interface BaseGit {
  head(): string | null;
  isShallow(): boolean;
  parents(sha: string): Promise<readonly string[]>;
  resolve(rev: string): Promise<string | null>;
  hasCommit(sha: string): Promise<boolean>;
  mergeBase(a: string, b: string): Promise<string | null>;
  commitCount(): Promise<number>;
  fetch(shas: readonly string[], depth?: number): Promise<{ kind: 'fetched' } | { kind: 'failed'; got: string }>;
}

/** Port: what is asked of GitHub; `GitHubFiles` has it. Both throw when GitHub does not give it. */
export interface BaseApi {
  hasCommit(sha: string): Promise<boolean>;
  mergeBase(base: string, head: string): Promise<string>;
}

/** Events whose run is about the change of a pull request. */
export const pullRequestEvents: readonly string[] = ['pull_request', 'pull_request_review', 'pull_request_target'];

const giveBase = 'set the input base-ref to the branch to compare with, or scope to all';

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
  const mergeBase: BasePlan = {
    kind: 'merge-base',
    names: [base],
    how: 'merge base of HEAD and the base of the pull request',
  };
  // First, because the last commit of the pull request may itself be a merge.
  if (head === change) return mergeBase;
  // GITHUB_SHA is GitHub's merge for pull_request and pull_request_review, but the base branch for pull_request_target.
  const isMerge =
    parents.length === 2 && (parents[1] === change || (event.name !== 'pull_request_target' && head === event.sha));
  const first = parents[0];
  if (isMerge && first !== undefined)
    return { kind: 'commit', sha: first, how: 'first parent of the merge commit', depth: 2 };
  if (head === base || (event.name === 'pull_request_target' && head === event.sha)) {
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

/** Edge: finds the planned commit. `api` is null where GitHub cannot be asked; `whyNot` says why. */
export async function findBase(
  event: ChangeEvent,
  ports: { readonly git: BaseGit; readonly api: BaseApi | null; readonly whyNoApi?: string },
  baseRef?: string,
): Promise<Base> {
  const head = ports.git.head();
  if (head === null)
    return unknown('a commit', 'a repository without commits', 'commit the migrations, or set scope to all');
  const plan = planBase(event, { head, parents: await ports.git.parents(head) }, baseRef);
  if (plan.kind === 'unknown') return plan;
  const search = new Search(ports, head);
  return plan.kind === 'commit'
    ? search.commit(plan.sha, plan.how, plan.depth)
    : search.mergeBase(plan.names, plan.how);
}

/** Depths of history to fetch when the merge base cannot be seen. Beyond the last, GitHub's API knows it faster. */
const depths = [100, 2_000];

class Search {
  private readonly git: BaseGit;
  private readonly api: BaseApi | null;
  private readonly head: string;
  /** What was tried in vain, in words. */
  private readonly tried: string[] = [];
  private readonly whyNoApi: string;
  constructor(ports: { git: BaseGit; api: BaseApi | null; whyNoApi?: string }, head: string) {
    this.git = ports.git;
    this.api = ports.api;
    this.head = head;
    this.whyNoApi = ports.whyNoApi ?? 'no repository or token is known';
  }

  async commit(sha: string, how: string, depth: number): Promise<Base> {
    if (await this.git.hasCommit(sha)) return { kind: 'commit', sha, how };
    if (await this.fetch([sha])) return { kind: 'commit', sha, how: `${how}, fetched` };
    if (await this.askApi(async (api) => ((await api.hasCommit(sha)) ? sha : null))) {
      return { kind: 'remote', sha, how: `${how}, read from GitHub's API` };
    }
    return this.notFound(`the commit ${short(sha)} (${how})`, depth);
  }

  async mergeBase(names: readonly string[], how: string): Promise<Base> {
    const target = await this.target(names);
    if (target !== null) {
      const seen = await this.git.mergeBase(this.head, target);
      if (seen !== null) return this.held(seen, how);
      if (!this.git.isShallow())
        this.tried.push('a checkout with the whole history, where the two have no common commit');
      else if (await this.deepen(target)) {
        const deeper = await this.git.mergeBase(this.head, target);
        if (deeper !== null) return this.held(deeper, `${how}, fetched`);
      }
    }
    const name = target ?? names.find((one) => !one.startsWith('origin/')) ?? '';
    const found = await this.askApi((api) => api.mergeBase(name, this.head));
    if (found === null) return this.notFound(how, 0);
    if (await this.git.hasCommit(found)) return this.held(found, how);
    if (await this.fetch([found])) return this.held(found, `${how}, fetched`);
    return { kind: 'remote', sha: found, how: `${how}, read from GitHub's API` };
  }

  private held(sha: string, how: string): Base {
    return { kind: 'commit', sha, how: sha === this.head ? `${how}, which is HEAD itself` : how };
  }

  private async target(names: readonly string[]): Promise<string | null> {
    for (const name of names) {
      const sha = await this.git.resolve(name);
      if (sha !== null) return sha;
    }
    const id = names.find(isCommitId);
    if (id !== undefined && (await this.fetch([id]))) return id;
    if (id === undefined) this.tried.push(`no branch, tag or commit ${names.join(' or ')}`);
    return null;
  }

  private async deepen(target: string): Promise<boolean> {
    for (const depth of depths) {
      if (!(await this.fetch([this.head, target], depth))) return false;
      if ((await this.git.mergeBase(this.head, target)) !== null) return true;
    }
    this.tried.push(`no common commit within ${depths.at(-1)} commits`);
    return false;
  }

  private async fetch(shas: readonly string[], depth?: number): Promise<boolean> {
    const result = await this.git.fetch(shas, depth);
    if (result.kind === 'failed') this.tried.push(`deepening it failed (${result.got})`);
    return result.kind === 'fetched' && this.git.hasCommit(shas.at(-1) ?? '');
  }

  private async askApi(question: (api: BaseApi) => Promise<string | null>): Promise<string | null> {
    if (this.api === null) {
      this.tried.push(`the API was not asked (${this.whyNoApi})`);
      return null;
    }
    try {
      const answer = await question(this.api);
      if (answer === null) this.tried.push('the API does not know the commit');
      return answer;
    } catch (error) {
      this.tried.push(error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  private async notFound(expected: string, depth: number): Promise<BaseUnknown> {
    const count = await this.git.commitCount();
    const checkout = `a checkout of ${count} ${count === 1 ? 'commit' : 'commits'}`;
    const mend = `set fetch-depth: ${depth} of actions/checkout${depth === 0 ? ' (the whole history)' : ''}`;
    return unknown(expected, [checkout, ...this.tried].join('; '), this.git.isShallow() ? mend : giveBase);
  }
}

function unknown(expected: string, got: string, mend: string): BaseUnknown {
  return { kind: 'unknown', expected, got, mend };
}

const short = (sha: string) => sha.slice(0, 7);

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
