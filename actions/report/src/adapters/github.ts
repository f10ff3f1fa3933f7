/** Adapter: comments and code scanning by GitHub's API. */
import { asRecord, GitHubClient, type GitHubSettings, odd, oneTry } from '@shipgate/kit/github-client';
import type { Comment } from '../comment/assign.ts';
import type { CodeScanning, Discussion } from '../ports.ts';
import { Refusal } from '../ports.ts';
import { told } from './told.ts';

export interface GitHubPlace extends GitHubSettings {
  /** GITHUB_GRAPHQL_URL. */
  readonly graphqlUrl: string;
}

const perPage = 100;
const mostPages = 30;

/** One try each: what is kept is looked up anew before it is written again, so that nothing is written twice. */
export function gitHubDiscussion(place: GitHubPlace): Discussion {
  const client = new GitHubClient({ ...place, policy: oneTry });
  const path = '/issues/{issue_number}/comments';
  return {
    self: () =>
      told(async () => {
        // GET /user refuses the token of an app, and GITHUB_TOKEN is one: https://docs.github.com/rest/users/users#get-the-authenticated-user
        const { viewer } = await client.query(place.graphqlUrl, '{ viewer { login } }');
        const { login } = asRecord(viewer);
        return typeof login === 'string' && login !== '' ? login : odd('graphql', 'the login of the viewer');
      }),
    list: (pullRequest) =>
      told(async () => {
        const comments: Comment[] = [];
        for (let page = 1; page <= mostPages; page += 1) {
          const some = await client.ask('GET', path, { issue_number: pullRequest, per_page: perPage, page });
          if (!Array.isArray(some)) return odd('issues/comments', 'a list');
          comments.push(...some.map(commentOf));
          if (some.length < perPage) return comments;
        }
        throw new Refusal(`more than ${mostPages * perPage} comments`, { judgement: { kind: 'final' } });
      }),
    create: (pullRequest, body) =>
      told(async () => commentOf(await client.ask('POST', path, { issue_number: pullRequest, body }))),
    update: (comment, body) =>
      told(async () =>
        commentOf(await client.ask('PATCH', '/issues/comments/{comment_id}', { comment_id: comment, body })),
      ),
    pullRequestsOf: (owner, branch) =>
      told(async () => {
        const found = await client.ask('GET', '/pulls', {
          head: `${owner}:${branch}`,
          state: 'open',
          per_page: perPage,
        });
        return Array.isArray(found) ? found.map(pullRequestOf) : odd('pulls', 'a list');
      }),
  };
}

export function gitHubCodeScanning(place: GitHubPlace): CodeScanning {
  const client = new GitHubClient(place);
  return {
    upload: ({ commit, ref, packed }) =>
      told(async () => {
        const analysis = { commit_sha: commit, ref, sarif: packed };
        const { id } = asRecord(await client.ask('POST', '/code-scanning/sarifs', analysis));
        return typeof id === 'string' ? id : odd('code-scanning/sarifs', 'the id of the upload');
      }),
  };
}

function commentOf(value: unknown): Comment {
  const { id, body = '', html_url: url, user } = asRecord(value);
  // The account of a comment may be gone; then nobody's login fits.
  const { login = '' } = asRecord(user);
  const isWhole = Number.isSafeInteger(id) && typeof body === 'string' && typeof url === 'string';
  return isWhole && typeof login === 'string'
    ? { id: Number(id), body, url, login }
    : odd('issues/comments', 'id, text, address and author of a comment');
}

function pullRequestOf(value: unknown): { readonly number: number; readonly commit: string } {
  const { number, head } = asRecord(value);
  const { sha } = asRecord(head);
  return Number.isSafeInteger(number) && typeof sha === 'string'
    ? { number: Number(number), commit: sha }
    : odd('pulls', 'number and head of a pull request');
}
