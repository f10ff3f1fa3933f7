/** What the GitHub stand-in answers about issues; see ./github-rules.ts for how. Pull requests, which GitHub lists too, are left out. */
import { nodeId, userBody, when } from './github-comment-rules.ts';
import {
  type Answer,
  type Question,
  type Rule,
  type SeededRepository,
  type StoredIssue,
  UnknownSituation,
} from './github-rule.ts';

export const issueRules: Readonly<Record<string, Rule>> = {
  'issues/create': createIssue,
  'issues/list-for-repo': listIssues,
};

/** https://docs.github.com/en/rest/issues/issues#create-an-issue by who may write: a label that is not there yet is made. */
function createIssue({ repository, apiUrl, body, login }: Question): Answer {
  const { title, body: text = '', labels = [], ...others } = body;
  if (Object.keys(others).length > 0) throw new UnknownSituation(`an issue with ${Object.keys(others).join()}`);
  if (String(title).length > 256 || String(text).length > 65_536)
    throw new UnknownSituation('an issue of more than 256 characters in the title or 65,536 in the body');
  const names = Array.isArray(labels) ? labels.map(String) : [];
  const all = issuesOf(repository);
  const number = Math.max(0, ...all.map((one) => one.number)) + 1;
  const issue: StoredIssue = {
    ...{ number, title: String(title), body: String(text), labels: names, login, state: 'open' },
  };
  all.push(issue);
  return { status: 201, body: issueBody(repository, issue, apiUrl) };
}

/** https://docs.github.com/en/rest/issues/issues#list-repository-issues: open ones, newest first, 30 a page; labels: all of them. */
function listIssues({ repository, parameters, apiUrl }: Question): Answer {
  const { state = 'open', labels = '', per_page: size = '30', page = '1', owner: _, repo: __, ...others } = parameters;
  if (Object.keys(others).length > 0) throw new UnknownSituation(`issues by ${Object.keys(others).join()}`);
  const wanted = labels === '' ? [] : labels.toLowerCase().split(',');
  const found = issuesOf(repository).filter((issue) => {
    const held = issue.labels.map((label) => label.toLowerCase());
    return (state === 'all' || issue.state === state) && wanted.every((label) => held.includes(label));
  });
  const from = (Number(page) - 1) * Number(size);
  const shown = found.toReversed().slice(from, from + Number(size));
  return { status: 200, body: shown.map((issue) => issueBody(repository, issue, apiUrl)) };
}

function issuesOf({ name, issues }: SeededRepository): StoredIssue[] {
  if (issues === undefined) throw new UnknownSituation(`${name} was seeded without issues`);
  return issues;
}

function issueBody({ name }: SeededRepository, issue: StoredIssue, apiUrl: string) {
  const { number, title, body, labels, login, state } = issue;
  const at = `${apiUrl}/repos/${name}`;
  const url = `${at}/issues/${number}`;
  const [owner] = name.split('/');
  return {
    ...{ id: number, node_id: nodeId(number), number, title, body, state, locked: false, comments: 0 },
    ...{ url, repository_url: at, labels_url: `${url}/labels{/name}`, comments_url: `${url}/comments` },
    ...{ events_url: `${url}/events`, html_url: `https://github.com/${name}/issues/${number}` },
    ...{ user: userBody(login, apiUrl), assignee: null, assignees: [], milestone: null },
    ...{ created_at: when, updated_at: when, closed_at: state === 'closed' ? when : null },
    author_association: login === owner ? 'OWNER' : 'NONE',
    labels: labels.map((label) => ({ name: label, color: 'ededed', default: false })),
  };
}
