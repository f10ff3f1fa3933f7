/** Edge: everything on GitHub that may be a signature for this commit. What could not be had is told, never left out. */
import { GitHubError } from '@shipgate/kit/github-client';
import type { Policy, SignatureKind } from '../policy.ts';
import type { Candidate, Membership, SignoffFacts, SignoffTrouble } from './candidate.ts';
import type { Owners } from './codeowners.ts';
import type { SignoffApi } from './github/api.ts';
import { approvalCandidates } from './github/approvals.ts';
import { commentCandidates, type OverrideComment, overrideComments } from './github/comments.ts';
import { commitIn, numberOf, partOf, signerIn } from './github/fields.ts';
import { type People, saidBy } from './github/people.ts';
import { requestsForChanges, reviewActs, voidedBy } from './github/reviews.ts';
import {
  isByWebFlow,
  parentsOf,
  type SigningCommit,
  shaOf,
  signedCommitCandidates,
  writersOf,
} from './github/signed-commits.ts';
import type { History } from './history.ts';
import { membershipsOf, overrideMembersOf } from './memberships.ts';

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
const HIDDEN_AUTHORS = { need: undefined, kinds: [], hidesAuthors: true } as const;
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
    const subject = await this.#subject(commit);
    // Signing may go on behind the merge, so what those commits were merged with counts too.
    const chain = input.pullRequest === undefined ? await this.#walk(commit) : [];
    const pulls = await this.#pulls(input, chain);
    const commits = [...(await this.#commits(pulls)), ...chain];
    const signing = await this.#signing(commits, commit);
    const heads = pulls.flatMap((pull) => commitIn(partOf(pull, 'head'), 'sha') ?? []);
    const comments = await this.#comments(
      [...new Set([commit, ...chain.flatMap((each) => shaOf(each) ?? []), ...heads])],
      policy.breakGlass !== undefined,
    );
    const reviews = await this.#reviews(pulls);
    const found = await Promise.all([
      this.#reviewCandidates(reviews, environment),
      commentCandidates(comments, environment),
      signedCommitCandidates(signing, policy.roles),
      this.#approvals(input, subject),
    ]);
    const takenBack = requestsForChanges(reviews);
    const candidates = found
      .flat()
      .filter(({ kind }) => policy.kinds.includes(kind))
      .map((candidate) => voidedBy(takenBack, candidate));
    const unsigned = commits
      .filter((each) => !signing.some(({ sha }) => sha === shaOf(each)))
      // Whoever presses the button of a known pull request wrote nothing of it.
      .filter((each) => pulls.length === 0 || parentsOf(each).length < 2 || !isByWebFlow(each));
    if (pulls.length === 0 && unsigned.some((each) => parentsOf(each).length > 1)) {
      this.#troubles.push({ what: 'who wrote what was merged', got: 'no pull request is known', ...HIDDEN_AUTHORS });
    }
    const authors = [...pulls.flatMap((pull) => signerIn(pull, 'user')?.id ?? []), ...unsigned.flatMap(writersOf)];
    const overrides = policy.breakGlass === undefined ? [] : overrideComments(comments);
    return {
      signoffs: {
        subject,
        candidates,
        authors: [...new Set(authors)],
        memberships: await membershipsOf(input, candidates, this.#people),
        troubles: this.#troubles,
      },
      overrides,
      overrideMembers: await overrideMembersOf(input, overrides, this.#people),
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
      at = (await this.#signs(ref, parents)) === null ? undefined : parents[0];
    }
    if (found.length >= LOOK_BACK) {
      const got = `the last ${LOOK_BACK} commits change nothing`;
      this.#troubles.push({ what: 'the commit that made the change', got, ...HIDDEN_AUTHORS });
    }
    return found;
  }

  /** Those that sign a line which is ticked at this commit still. */
  async #signing(commits: readonly unknown[], commit: string): Promise<readonly SigningCommit[]> {
    const ticked = await this.#guarded(() => this.#history.ticked(commit), []);
    const found: SigningCommit[] = [];
    for (const one of commits) {
      const sha = shaOf(one);
      const signed = sha === undefined ? null : await this.#signs(sha, parentsOf(one));
      const subject = sha === undefined || signed === null ? null : await this.#subject(sha);
      const labels = signed?.filter((label) => ticked.includes(label)) ?? [];
      if (sha !== undefined && signed !== null && subject !== null) found.push({ commit: one, sha, labels, subject });
    }
    return found;
  }

  async #reviews(pulls: readonly unknown[]): Promise<readonly unknown[]> {
    const path = '/pulls/{pull_number}/reviews';
    const lists = await Promise.all(
      numbersOf(pulls).map((number) =>
        this.#ask<readonly unknown[]>(
          // A request for changes takes back signatures of other kinds too.
          { what: `the reviews of pull request ${number}`, need: 'pull-requests: read', kinds: ALL_KINDS },
          () => this.#api.list(path, { pull_number: number }),
          [],
        ),
      ),
    );
    return lists.flat();
  }

  async #reviewCandidates(reviews: readonly unknown[], environment: string | undefined): Promise<readonly Candidate[]> {
    const acts = reviewActs(reviews, environment);
    return await Promise.all(
      acts.map(async (act) => {
        const ofCommit = await this.#subject(act.commit);
        // What it names must be what it was given on.
        const named = act.subject;
        return {
          ...act,
          subject: named === undefined || ofCommit === named ? ofCommit : `${named}, of another commit`,
        };
      }),
    );
  }

  /** As History.signs; a commit that GitHub does not give signs nothing. */
  #signs(commit: string, parents: readonly string[]): Promise<readonly string[] | null> {
    return this.#guarded<readonly string[] | null>(() => this.#history.signs(commit, parents), null);
  }

  #guarded<T>(ask: () => Promise<T>, otherwise: T): Promise<T> {
    return this.#ask({ what: 'a commit of this change', need: 'contents: read', kinds: ALL_KINDS }, ask, otherwise);
  }

  /** null when GitHub does not give the commit. */
  #subject(commit: string): Promise<string | null> {
    const trouble = { what: `the files of commit ${commit.slice(0, 7)}`, need: 'contents: read', kinds: ALL_KINDS };
    return this.#ask<string | null>(trouble, () => this.#history.subject(commit), null);
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
        subject: of === commit ? subject : of === '' ? null : await this.#subject(of),
      });
    };
    return await this.#ask<readonly Candidate[]>(trouble, ask, []);
  }
}

function numbersOf(pulls: readonly unknown[]): readonly number[] {
  return pulls.flatMap((pull) => numberOf(pull, 'number') ?? []);
}
