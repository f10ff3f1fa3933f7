/** Edge: everything on GitHub that may be a signature for this commit. What could not be had is told, never left out. */
import { GitHubError } from '@shipgate/kit/github-client';
import type { Policy, SignatureKind } from '../policy.ts';
import type { Candidate, Membership, SignoffFacts, SignoffTrouble } from './candidate.ts';
import { membershipKey } from './candidate.ts';
import type { Owners } from './codeowners.ts';
import type { SignoffApi } from './github/api.ts';
import { approvalCandidates } from './github/approvals.ts';
import { commentCandidates, type OverrideComment, overrideComments } from './github/comments.ts';
import { commitIn, numberOf, partOf, signerIn } from './github/fields.ts';
import { groupOf, type People, saidBy } from './github/people.ts';
import { reviewActs } from './github/reviews.ts';
import { parentsOf, type SigningCommit, shaOf, signedCommitCandidates, writersOf } from './github/signed-commits.ts';
import type { History } from './history.ts';

export interface GatherInput {
  readonly commit: string;
  readonly environment: string | undefined;
  /** Number of the pull request that the run is about; undefined on other events. */
  readonly pullRequest: number | undefined;
  /** Id of the workflow run; undefined outside of GitHub. */
  readonly run: string | undefined;
  readonly policy: Pick<Policy, 'roles' | 'kinds' | 'breakGlass'>;
  /** Owners by path of CODEOWNERS. */
  readonly owners: ReadonlyMap<string, Owners>;
}

export interface Gathered {
  readonly signoffs: SignoffFacts;
  readonly overrides: readonly OverrideComment[];
  readonly overrideMembers: ReadonlyMap<number, Membership>;
}

const ALL_KINDS: readonly SignatureKind[] = ['review', 'commit-comment', 'signed-commit', 'environment'];
/** Commits that are looked back at for those that only sign. */
const LOOK_BACK = 20;

export class Gatherer {
  readonly #api: SignoffApi;
  readonly #history: History;
  readonly #people: People;
  readonly #troubles: SignoffTrouble[] = [];

  constructor(ports: { readonly api: SignoffApi; readonly history: History; readonly people: People }) {
    this.#api = ports.api;
    this.#history = ports.history;
    this.#people = ports.people;
  }

  async gather(input: GatherInput): Promise<Gathered> {
    const { commit, policy, environment } = input;
    const subject = await this.#history.subject(commit);
    // Signing may go on behind the merge, so what those commits were merged with counts too.
    const chain = input.pullRequest === undefined ? await this.#walk(commit) : [];
    const pulls = await this.#pulls(input, chain);
    const commits = [...(await this.#commits(pulls)), ...chain];
    const signing = await this.#signing(commits);
    const heads = pulls.flatMap((pull) => commitIn(partOf(pull, 'head'), 'sha') ?? []);
    const comments = await this.#comments(
      [...new Set([commit, ...chain.flatMap((each) => shaOf(each) ?? []), ...heads])],
      policy.breakGlass !== undefined,
    );
    const found = await Promise.all([
      this.#reviews(pulls),
      commentCandidates(comments, environment),
      signedCommitCandidates(signing, policy.roles),
      this.#approvals(input, subject),
    ]);
    const candidates = found.flat().filter(({ kind }) => policy.kinds.includes(kind));
    const unsigned = commits.filter((each) => !signing.some(({ sha }) => sha === shaOf(each)));
    const authors = [...pulls.flatMap((pull) => signerIn(pull, 'user')?.id ?? []), ...unsigned.flatMap(writersOf)];
    const overrides = policy.breakGlass === undefined ? [] : overrideComments(comments);
    return {
      signoffs: {
        subject,
        candidates,
        authors: [...new Set(authors)],
        memberships: await this.#memberships(input, candidates),
        troubles: this.#troubles,
      },
      overrides,
      overrideMembers: await this.#overrideMembers(input, overrides),
    };
  }

  /** A list of GitHub's, or a trouble and an empty one. */
  async #ask<T>(trouble: Omit<SignoffTrouble, 'got'>, ask: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      this.#troubles.push({ ...trouble, got: saidBy(error) });
      return otherwise;
    }
  }

  /** Those that hold the commits: https://docs.github.com/rest/commits/commits#list-pull-requests-associated-with-a-commit */
  async #pulls({ commit, pullRequest }: GatherInput, chain: readonly unknown[]): Promise<readonly unknown[]> {
    const trouble = { need: 'pull-requests: read', kinds: ALL_KINDS, hidesAuthors: true } as const;
    if (pullRequest !== undefined) {
      const ask = async () => [await this.#api.get('/pulls/{pull_number}', { pull_number: pullRequest })];
      return await this.#ask<readonly unknown[]>({ ...trouble, what: `pull request ${pullRequest}` }, ask, []);
    }
    const commits = chain.length === 0 ? [commit] : chain.flatMap((each) => shaOf(each) ?? []);
    const lists = await Promise.all(
      commits.map((sha) =>
        this.#ask<readonly unknown[]>(
          { ...trouble, what: `the pull requests of commit ${sha.slice(0, 7)}` },
          () => this.#api.list('/commits/{commit_sha}/pulls', { commit_sha: sha }),
          [],
        ),
      ),
    );
    return [...new Map(lists.flat().map((pull) => [numberOf(pull, 'number'), pull])).values()];
  }

  /** https://docs.github.com/rest/pulls/pulls#list-commits-on-a-pull-request */
  async #commits(pulls: readonly unknown[]): Promise<readonly unknown[]> {
    const path = '/pulls/{pull_number}/commits';
    const lists = await Promise.all(
      numbersOf(pulls).map((number) =>
        this.#ask<readonly unknown[]>(
          // Whoever wrote the change is not known without them, and may be who signed.
          {
            what: `the commits of pull request ${number}`,
            need: 'pull-requests: read',
            kinds: ALL_KINDS,
            hidesAuthors: true,
          },
          () => this.#wholeList(path, number),
          [],
        ),
      ),
    );
    return lists.flat();
  }

  /** GitHub lists 250 commits of a pull request at most; the authors of the others would not be known. */
  async #wholeList(path: string, number: number): Promise<readonly unknown[]> {
    const commits = await this.#api.list(path, { pull_number: number });
    if (commits.length < 250) return commits;
    throw new GitHubError('truncated', 'GitHub lists only the first 250 commits of a pull request');
  }

  /** From this commit back, as long as commits touch sign-off lines only, and the one before those: it is the change. */
  async #walk(commit: string): Promise<readonly unknown[]> {
    const found: unknown[] = [];
    for (let at: string | undefined = commit; at !== undefined && found.length < LOOK_BACK; ) {
      const ref: string = at;
      const one: unknown = await this.#ask(
        { what: `commit ${ref.slice(0, 7)}`, need: 'contents: read', kinds: ['signed-commit'], hidesAuthors: true },
        () => this.#api.get('/commits/{ref}', { ref }),
        undefined,
      );
      if (one === undefined) break;
      found.push(one);
      const parents = parentsOf(one);
      at = (await this.#history.signs(ref, parents)) === null ? undefined : parents[0];
    }
    return found;
  }

  async #signing(commits: readonly unknown[]): Promise<readonly SigningCommit[]> {
    const found: SigningCommit[] = [];
    for (const commit of commits) {
      const sha = shaOf(commit);
      const labels = sha === undefined ? null : await this.#history.signs(sha, parentsOf(commit));
      const subject = sha === undefined || labels === null ? null : await this.#history.subject(sha);
      if (sha !== undefined && labels !== null && subject !== null) found.push({ commit, sha, labels, subject });
    }
    return found;
  }

  async #reviews(pulls: readonly unknown[]): Promise<readonly Candidate[]> {
    const path = '/pulls/{pull_number}/reviews';
    const lists = await Promise.all(
      numbersOf(pulls).map((number) =>
        this.#ask<readonly unknown[]>(
          { what: `the reviews of pull request ${number}`, need: 'pull-requests: read', kinds: ['review'] },
          () => this.#api.list(path, { pull_number: number }),
          [],
        ),
      ),
    );
    const acts = lists.flatMap(reviewActs);
    return await Promise.all(acts.map(async (act) => ({ ...act, subject: await this.#history.subject(act.commit) })));
  }

  async #comments(commits: readonly string[], forOverride: boolean): Promise<readonly unknown[]> {
    const path = '/commits/{commit_sha}/comments';
    const lists = await Promise.all(
      commits.map((commit) =>
        this.#ask<readonly unknown[]>(
          {
            what: `the comments on commit ${commit.slice(0, 7)}${forOverride ? ', break-glass among them' : ''}`,
            need: 'contents: read',
            kinds: ['commit-comment'],
          },
          () => this.#api.list(path, { commit_sha: commit }),
          [],
        ),
      ),
    );
    return lists.flat();
  }

  async #approvals({ run, commit, policy }: GatherInput, subject: string | null): Promise<readonly Candidate[]> {
    const isAsked = policy.roles.some(({ environment }) => environment !== undefined);
    if (run === undefined || !isAsked || !policy.kinds.includes('environment')) return [];
    const trouble = { what: `the approvals of run ${run}`, need: 'actions: read', kinds: ['environment'] as const };
    const ask = async () => {
      const about = await this.#api.get('/actions/runs/{run_id}', { run_id: run });
      const approvals = await this.#api.whole('/actions/runs/{run_id}/approvals', { run_id: run });
      const of = commitIn(about, 'head_sha') ?? '';
      return approvalCandidates(approvals, policy.roles, {
        commit: of === '' ? commit : of,
        subject: of === commit ? subject : of === '' ? null : await this.#history.subject(of),
      });
    };
    return await this.#ask<readonly Candidate[]>(trouble, ask, []);
  }

  async #memberships({ policy, owners }: GatherInput, candidates: readonly Candidate[]) {
    const memberships = new Map<string, Membership>();
    for (const { signer, role: named } of candidates) {
      if (signer === null) continue;
      for (const role of policy.roles.filter(({ name }) => (named ?? name) === name)) {
        const key = membershipKey(role.name, signer);
        if (memberships.has(key)) continue;
        const group = groupOf(role, owners.get(role.codeowners ?? ''));
        // Who may approve the environment is GitHub's to say: its required reviewers are the role.
        const isEnvironmentOnly = group.users.length + group.teams.length === 0 && role.environment !== undefined;
        const answer = isEnvironmentOnly ? { kind: 'member' as const } : await this.#people.membershipIn(group, signer);
        memberships.set(key, answer);
      }
    }
    return memberships;
  }

  async #overrideMembers({ policy }: GatherInput, overrides: readonly OverrideComment[]) {
    const members = new Map<number, Membership>();
    for (const { signer } of overrides) {
      if (signer === null || policy.breakGlass === undefined) continue;
      members.set(signer.id, await this.#people.membershipIn(policy.breakGlass, signer));
    }
    return members;
  }
}

function numbersOf(pulls: readonly unknown[]): readonly number[] {
  return pulls.flatMap((pull) => numberOf(pull, 'number') ?? []);
}
