/** What the GitHub stand-in answers when a pull request is to be opened; see ./github-comment-rules.ts for the list of them. */
import { execFileSync } from 'node:child_process';
import { pullRequestBody } from './github-comment-rules.ts';
import { type Answer, type Question, type Rule, type SeededRepository, UnknownSituation } from './github-rule.ts';

export const pullRules: Readonly<Record<string, Rule>> = { 'pulls/create': createPullRequest };

/** https://docs.github.com/en/rest/pulls/pulls#create-a-pull-request, of a branch of the same repository: never two of one head and base. */
function createPullRequest({ repository, apiUrl, body }: Question): Answer {
  const { pullRequests } = repository;
  if (pullRequests === undefined) throw new UnknownSituation(`${repository.name} was seeded without pull requests`);
  const [owner = ''] = repository.name.split('/');
  const [branch, base, title] = [String(body['head']), String(body['base']), body['title']];
  if (branch.includes(':') || typeof title !== 'string')
    throw new UnknownSituation('a pull request of a fork or an issue');
  if (headOf(repository, branch) === null || headOf(repository, base) === null)
    throw new UnknownSituation('a pull request of branches that are not there');
  const isSame = ({ state = 'open', head, base: other = 'main' }: (typeof pullRequests)[number]) =>
    state === 'open' && head.owner === owner && head.branch === branch && other === base;
  if (pullRequests.some(isSame)) return refused(`A pull request already exists for ${owner}:${branch}.`);
  const pull = {
    number: Math.max(0, ...pullRequests.map(({ number }) => number)) + 1,
    // The branch may go on.
    head: {
      owner,
      branch,
      get sha() {
        return headOf(repository, branch) ?? '0'.repeat(40);
      },
    },
    ...{ base, title, body: String(body['body'] ?? ''), comments: [] },
  };
  pullRequests.push(pull);
  const counts = { additions: 1, deletions: 1, changed_files: 1, commits: 1, comments: 0, review_comments: 0 };
  const merging = { mergeable: null, mergeable_state: 'unknown', merged: false, merged_by: null };
  const whole = { ...pullRequestBody(repository, pull, apiUrl), ...counts, ...merging, maintainer_can_modify: false };
  return { status: 201, body: whole };
}

/** https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed */
function refused(message: string): Answer {
  const errors = [{ resource: 'PullRequest', code: 'custom', message }];
  return {
    status: 422,
    body: { message: 'Validation Failed', errors, documentation_url: 'https://docs.github.com/rest' },
  };
}

function headOf({ folder }: SeededRepository, branch: string): string | null {
  try {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `refs/heads/${branch}`];
    const options = { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] as 'pipe'[] };
    return execFileSync('git', args, options).toString().trim();
  } catch {
    return null;
  }
}
