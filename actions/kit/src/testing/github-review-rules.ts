/** What the GitHub stand-in answers about one pull request, its reviews and its commits; see ./github-rules.ts for how. */
import { nodeId, pullRequestBody, when } from './github-comment-rules.ts';
import { knownCommit, unprocessable } from './github-commit-rules.ts';
import { pageOf } from './github-pages.ts';
import { seededAuthor, seededUser } from './github-people-rules.ts';
import {
  type Answer,
  notFound,
  type Question,
  type Rule,
  type SeededPullRequest,
  type SeededRepository,
  UnknownSituation,
} from './github-rule.ts';
import { commitOf, git, lines, tryGit } from './github-rules.ts';
import type { SeededReview } from './github-seeds.ts';

export const reviewRules: Readonly<Record<string, Rule>> = {
  'pulls/get': getPullRequest,
  'pulls/list-reviews': listReviews,
  'pulls/list-commits': listCommits,
  'repos/list-pull-requests-associated-with-commit': listOfCommit,
};

/** https://docs.github.com/rest/pulls/pulls#get-a-pull-request */
function getPullRequest(question: Question): Answer {
  const { repository, directory, apiUrl } = question;
  const pull = pullRequestOf(question);
  if (pull === undefined) return notFound;
  const commits = commitsOf(repository, pull);
  const { merged = false, mergedBy } = pull;
  const by = mergedBy === undefined ? null : seededUser(directory, mergedBy, apiUrl);
  const merging = { mergeable: null, mergeable_state: 'unknown', merged, merged_by: by, maintainer_can_modify: false };
  const counts = { comments: pull.comments.length, review_comments: 0, commits: commits.length };
  const changes = numbersOf(repository, pull);
  return { status: 200, body: { ...seededPullRequest(question, pull), ...merging, ...counts, ...changes } };
}

/** https://docs.github.com/rest/pulls/reviews#list-reviews-for-a-pull-request: in chronological order. */
function listReviews(question: Question): Answer {
  const pull = pullRequestOf(question);
  if (pull === undefined) return notFound;
  return pageOf(pull.reviews ?? [], question, (review) => reviewBody(question, pull, review));
}

/** https://docs.github.com/rest/pulls/pulls#list-commits-on-a-pull-request: at most 250. */
function listCommits(question: Question): Answer {
  const { repository } = question;
  const pull = pullRequestOf(question);
  if (pull === undefined) return notFound;
  return pageOf(commitsOf(repository, pull).slice(0, 250), question, (sha) => knownCommit(repository, sha, question));
}

/**
 * https://docs.github.com/rest/commits/commits#list-pull-requests-associated-with-a-commit: the merged one that introduced
 * the commit; of a commit that is not on the default branch merged and open ones.
 */
function listOfCommit(question: Question): Answer {
  const { repository, parameters } = question;
  const { commit_sha: name = '' } = parameters;
  const sha = commitOf(repository, name);
  if (sha === null) return unprocessable(`No commit found for SHA: ${name}`);
  const isOnDefault = tryGit(repository, 'merge-base', '--is-ancestor', sha, 'refs/heads/main') !== null;
  const found = (repository.pullRequests ?? []).filter((pull) => {
    const isAsked = pull.merged === true || (!isOnDefault && (pull.state ?? 'open') === 'open');
    return isAsked && (pull.mergeCommit === sha || commitsOf(repository, pull).includes(sha));
  });
  return pageOf(found, question, (pull) => seededPullRequest(question, pull));
}

function pullRequestOf({ repository, parameters }: Question): SeededPullRequest | undefined {
  return repository.pullRequests?.find(({ number }) => number === Number(parameters['pull_number']));
}

function commitsOf(repository: SeededRepository, pull: SeededPullRequest): string[] {
  return lines(git(repository, 'rev-list', '--reverse', `${baseOf(repository, pull)}..${pull.head.sha}`));
}

function baseOf(repository: SeededRepository, { number, base = 'main', baseSha, merged }: SeededPullRequest): string {
  // The branch has gone on with the merge.
  if (merged === true && baseSha === undefined)
    throw new UnknownSituation(`pull request ${number} was merged, and the seed has no baseSha of it`);
  const sha = baseSha ?? commitOf(repository, base);
  if (sha === null) throw new UnknownSituation(`the branch ${base}, which is not there`);
  return sha;
}

function numbersOf(repository: SeededRepository, pull: SeededPullRequest) {
  const range = `${baseOf(repository, pull)}...${pull.head.sha}`;
  const counts = lines(git(repository, 'diff', '--numstat', range)).map((line) => line.split('\t').map(Number));
  const sum = (column: number) => counts.reduce((total, numbers) => total + (numbers[column] || 0), 0);
  return { additions: sum(0), deletions: sum(1), changed_files: counts.length };
}

/** With the author, the base and the merge as the seed has them. */
function seededPullRequest({ repository, directory, apiUrl }: Question, pull: SeededPullRequest) {
  const body = pullRequestBody(repository, pull, apiUrl);
  const { author, mergeCommit = null, merged = false, mergedAt = when, createdAt = when } = pull;
  return {
    ...body,
    ...(author === undefined ? {} : { user: seededAuthor(directory, author, apiUrl) }),
    base: { ...body.base, sha: baseOf(repository, pull) },
    ...{ created_at: createdAt, merge_commit_sha: mergeCommit, merged_at: merged ? mergedAt : null },
    ...(merged ? { closed_at: mergedAt, state: 'closed' } : {}),
  };
}

function reviewBody({ repository, directory, apiUrl }: Question, { number }: SeededPullRequest, review: SeededReview) {
  const { id, by, state, commit, submittedAt, body = '' } = review;
  const html = `https://github.com/${repository.name}/pull/${number}#pullrequestreview-${id}`;
  const pull = `${apiUrl}/repos/${repository.name}/pulls/${number}`;
  return {
    ...{ id, node_id: nodeId(id), user: seededUser(directory, by, apiUrl), body, state, commit_id: commit },
    ...{ submitted_at: submittedAt, html_url: html, pull_request_url: pull, author_association: 'MEMBER' },
    _links: { html: { href: html }, pull_request: { href: pull } },
  };
}
