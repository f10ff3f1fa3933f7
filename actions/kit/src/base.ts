/**
 * Which commit a change is compared with. `planBase` decides from the event, `findBase` gets hold of the commit:
 * from the checkout, by deepening it, from GitHub's API, in this order.
 */
import { type BaseUnknown, type ChangeEvent, giveBase, type MergePlan, planBase, short, unknown } from './base-plan.ts';
import { isCommitId } from './git-output.ts';

export { type ChangeEvent, planBase, pullRequestEvents } from './base-plan.ts';

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
  remoteBranch(name: string): Promise<string | null>;
  commitCount(): Promise<number>;
  fetch(shas: readonly string[], depth?: number): Promise<{ kind: 'fetched' } | { kind: 'failed'; got: string }>;
}

/** Port: what is asked of GitHub; `GitHubFiles` has it. Both throw when GitHub does not give it. */
export interface BaseApi {
  hasCommit(sha: string): Promise<boolean>;
  mergeBase(base: string, head: string): Promise<string>;
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
  if (plan.kind === 'merge') return search.merge(plan);
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

  async merge(plan: MergePlan): Promise<Base> {
    if (await this.isOfBase(plan)) return this.commit(plan.first, plan.how, plan.depth);
    return this.mergeBase(plan.otherwise.names, plan.otherwise.how);
  }

  /** A merge that somebody has made by hand may have any first parent, one with the same faults too. */
  private async isOfBase({ first, tips, branch, asksOrigin }: MergePlan): Promise<boolean> {
    if (tips.includes(first)) return true;
    for (const tip of tips) if (await this.shows(tip, first)) return true;
    if (branch === '') return false;
    if (asksOrigin) {
      const tracked = await this.git.resolve(`refs/remotes/origin/${branch}`);
      if (tracked !== null && (await this.shows(tracked, first))) return true;
      const tip = await this.git.remoteBranch(branch);
      if (tip !== null && (tip === first || (await this.fetchesWay(tip, first)))) return true;
    }
    return (await this.askApi((api) => api.mergeBase(branch, first))) === first;
  }

  /** Whether the checkout shows that `tip` has `commit` in its history. */
  private async shows(tip: string, commit: string): Promise<boolean> {
    if (tip === commit) return true;
    if (!(await this.git.hasCommit(tip)) || !(await this.git.hasCommit(commit))) return false;
    return (await this.git.mergeBase(commit, tip)) === commit;
  }

  private async fetchesWay(tip: string, commit: string): Promise<boolean> {
    for (const depth of depths) {
      if (!(await this.fetch([commit, tip], depth))) return false;
      if (await this.shows(tip, commit)) return true;
      if (!this.git.isShallow()) return false;
    }
    return false;
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
