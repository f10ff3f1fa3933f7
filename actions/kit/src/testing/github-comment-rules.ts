/** What the GitHub stand-in answers about pull requests and their comments; see ./github-rules.ts for how. */
import {
  type Answer,
  notFound,
  type Question,
  type Rule,
  type SeededPullRequest,
  type SeededRepository,
  type StoredComment,
  UnknownSituation,
} from './github-rule.ts';

export const commentRules: Readonly<Record<string, Rule>> = {
  'issues/list-comments': listComments,
  'issues/create-comment': createComment,
  'issues/update-comment': updateComment,
  'pulls/list': listPullRequests,
};

/** Of no meaning, and the same in every run. */
export const when = '2026-11-20T14:00:00Z';

/** https://docs.github.com/rest/issues/comments#list-issue-comments: by ascending id, 30 a page. */
function listComments({ repository, parameters, apiUrl }: Question): Answer {
  const pull = pullRequestOf(repository, parameters);
  if (pull === undefined) return notFound;
  const [size, page] = [Number(parameters['per_page'] ?? 30), Number(parameters['page'] ?? 1)];
  const comments = pull.comments.toSorted((a, b) => a.id - b.id).slice((page - 1) * size, page * size);
  return { status: 200, body: comments.map((comment) => commentBody(repository, pull, comment, apiUrl)) };
}

/** https://docs.github.com/rest/issues/comments#create-an-issue-comment */
function createComment({ repository, parameters, apiUrl, body, login }: Question): Answer {
  const pull = pullRequestOf(repository, parameters);
  if (pull === undefined) return notFound;
  const ids = (repository.pullRequests ?? []).flatMap(({ comments }) => comments.map(({ id }) => id));
  const comment = { id: Math.max(1000, ...ids) + 1, login, body: shortEnough(body['body']) };
  pull.comments.push(comment);
  return { status: 201, body: commentBody(repository, pull, comment, apiUrl) };
}

/** https://docs.github.com/rest/issues/comments#update-an-issue-comment: who may write may edit the comments of others. */
function updateComment({ repository, parameters, apiUrl, body }: Question): Answer {
  const id = Number(parameters['comment_id']);
  for (const pull of repository.pullRequests ?? []) {
    const comment = pull.comments.find((one) => one.id === id);
    if (comment === undefined) continue;
    comment.body = shortEnough(body['body']);
    return { status: 200, body: commentBody(repository, pull, comment, apiUrl) };
  }
  return notFound;
}

/** https://docs.github.com/rest/pulls/pulls#list-pull-requests: `head` is `user:branch`, the state is open by default. */
function listPullRequests({ repository, parameters, apiUrl }: Question): Answer {
  const { state = 'open', head, base } = parameters;
  if (base !== undefined || (head !== undefined && !head.includes(':')))
    throw new UnknownSituation('pull requests by base, or by a head without an owner');
  const found = (repository.pullRequests ?? []).filter((pull) => {
    const isAsked = state === 'all' || state === (pull.state ?? 'open');
    return isAsked && (head === undefined || head === `${pull.head.owner}:${pull.head.branch}`);
  });
  return { status: 200, body: found.map((pull) => pullRequestBody(repository, pull, apiUrl)) };
}

function pullRequestOf({ pullRequests = [] }: SeededRepository, parameters: Question['parameters']) {
  return pullRequests.find(({ number }) => number === Number(parameters['issue_number']));
}

function shortEnough(body: unknown): string {
  if (String(body).length > 65_536) throw new UnknownSituation('a comment of more than 65,536 characters');
  return String(body);
}

function commentBody(
  { name }: SeededRepository,
  { number }: SeededPullRequest,
  comment: StoredComment,
  apiUrl: string,
) {
  const { id, login, body } = comment;
  return {
    ...{ id, node_id: nodeId(id), body, user: userBody(login, apiUrl), created_at: when, updated_at: when },
    url: `${apiUrl}/repos/${name}/issues/comments/${id}`,
    html_url: `https://github.com/${name}/pull/${number}#issuecomment-${id}`,
    issue_url: `${apiUrl}/repos/${name}/issues/${number}`,
    author_association: 'NONE',
  };
}

/** https://docs.github.com/en/rest/pulls/pulls#list-pull-requests: one of the list. */
export function pullRequestBody(repository: SeededRepository, pull: SeededPullRequest, apiUrl: string) {
  const { number, head, state = 'open', base: branch = 'main', title = `Change ${number}`, merged = false } = pull;
  const at = `${apiUrl}/repos/${repository.name}`;
  const html = `https://github.com/${repository.name}/pull/${number}`;
  const [owner = '', name = ''] = repository.name.split('/');
  const base = { label: `${owner}:${branch}`, ref: branch, sha: '0'.repeat(40) };
  return {
    ...{ id: number, node_id: nodeId(number), number, state, title, body: pull.body ?? null, locked: false },
    ...{ url: `${at}/pulls/${number}`, html_url: html, diff_url: `${html}.diff`, patch_url: `${html}.patch` },
    ...{ issue_url: `${at}/issues/${number}`, comments_url: `${at}/issues/${number}/comments` },
    ...{ commits_url: `${at}/pulls/${number}/commits`, review_comments_url: `${at}/pulls/${number}/comments` },
    ...{ review_comment_url: `${at}/pulls/comments{/number}`, statuses_url: `${at}/statuses/${head.sha}` },
    ...{ created_at: when, updated_at: when, merge_commit_sha: null },
    ...{ closed_at: state === 'open' ? null : when, merged_at: merged ? when : null },
    ...{
      assignee: null,
      labels: [],
      milestone: null,
      auto_merge: null,
      author_association: 'NONE',
      _links: links(at, pull),
    },
    user: userBody(head.owner, apiUrl),
    head: {
      ...{ label: `${head.owner}:${head.branch}`, ref: head.branch, sha: head.sha },
      ...{
        user: userBody(head.owner, apiUrl),
        repo: repositoryBody(`${head.owner}/${name}`, apiUrl, head.owner !== owner),
      },
    },
    base: { ...base, user: userBody(owner, apiUrl), repo: repositoryBody(repository.name, apiUrl, false) },
  };
}

function links(at: string, { number, head }: SeededPullRequest) {
  const href = (path: string) => ({ href: `${at}/${path}` });
  return {
    ...{ self: href(`pulls/${number}`), html: href(`pulls/${number}`), issue: href(`issues/${number}`) },
    ...{ comments: href(`issues/${number}/comments`), review_comments: href(`pulls/${number}/comments`) },
    ...{ review_comment: href('pulls/comments{/number}'), commits: href(`pulls/${number}/commits`) },
    statuses: href(`statuses/${head.sha}`),
  };
}

const addresses = [
  ...['archive', 'assignees', 'blobs', 'branches', 'collaborators', 'comments', 'commits', 'compare', 'contents'],
  ...['contributors', 'deployments', 'downloads', 'events', 'forks', 'git_commits', 'git_refs', 'git_tags', 'hooks'],
  ...[
    'issue_comment',
    'issue_events',
    'issues',
    'keys',
    'labels',
    'languages',
    'merges',
    'milestones',
    'notifications',
  ],
  ...['pulls', 'releases', 'stargazers', 'statuses', 'subscribers', 'subscription', 'tags', 'teams', 'trees'],
];

/** https://docs.github.com/rest/repos/repos#get-a-repository; addresses without the variables at their ends. */
export function repositoryBody(fullName: string, apiUrl: string, fork: boolean) {
  const [owner = '', name = ''] = fullName.split('/');
  const at = `${apiUrl}/repos/${fullName}`;
  const html = `https://github.com/${fullName}`;
  return {
    ...Object.fromEntries(addresses.map((address) => [`${address}_url`, `${at}/${address.replace('_', '/')}`])),
    ...{ id: 74, node_id: nodeId(74), name, full_name: fullName, owner: userBody(owner, apiUrl), private: false, fork },
    ...{ url: at, html_url: html, clone_url: `${html}.git`, svn_url: html, mirror_url: null, homepage: null },
    ...{ git_url: `git://github.com/${fullName}.git`, ssh_url: `git@github.com:${fullName}.git`, description: null },
    ...{ default_branch: 'main', language: null, license: null, archived: false, disabled: false, size: 1 },
    ...{ has_downloads: true, has_issues: true, has_projects: true, has_wiki: true, has_pages: false },
    ...{ forks: 0, forks_count: 0, open_issues: 0, open_issues_count: 0, stargazers_count: 0, watchers: 0 },
    ...{ watchers_count: 0, pushed_at: when, created_at: when, updated_at: when },
  };
}

/** https://docs.github.com/rest/users/users#get-a-user; the account of an app ends in [bot]. */
export function userBody(login: string, apiUrl: string) {
  const at = `${apiUrl}/users/${encodeURIComponent(login)}`;
  const lists = ['events', 'followers', 'following', 'gists', 'organizations', 'received_events', 'repos', 'starred'];
  return {
    ...Object.fromEntries([...lists, 'subscriptions'].map((name) => [`${name}_url`, `${at}/${name}`])),
    ...{ login, id: login.length, node_id: nodeId(login.length), url: at, html_url: `https://github.com/${login}` },
    ...{ avatar_url: 'https://avatars.githubusercontent.com/u/1', gravatar_id: '', site_admin: false },
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
  };
}

export const nodeId = (id: number) => Buffer.from(String(id)).toString('base64');
