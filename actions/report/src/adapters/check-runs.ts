/** Adapter: check runs by GitHub's API. Needs `checks: write`. https://docs.github.com/rest/checks/runs */
import { asRecord, GitHubClient, type GitHubSettings, odd, oneTry } from '@shipgate/kit/github-client';
import type { CheckRunContent, CheckRuns, KeptCheckRun } from '../ports.ts';
import { told } from './told.ts';

/** The app behind GITHUB_TOKEN: the check runs of another one are not ours to change. */
const app = 'github-actions';
const mostOfAName = 1_000;

/** One try each: what is kept is looked up anew before it is written again. */
export function gitHubCheckRuns(place: GitHubSettings): CheckRuns {
  const client = new GitHubClient({ ...place, policy: oneTry });
  return {
    find: (commit, name) =>
      told(async () => {
        const asked = { ref: commit, check_name: name, filter: 'all' };
        const list = { key: 'check_runs', most: mostOfAName };
        const all = (await client.askAll('/commits/{ref}/check-runs', asked, list)).map(asRecord);
        return all
          .filter((run) => run['name'] === name && asRecord(run['app'])['slug'] === app)
          .map((run) => checkRunOf(run));
      }),
    create: (commit, name, content) =>
      told(async () =>
        checkRunOf(await client.ask('POST', '/check-runs', { name, head_sha: commit, ...bodyOf(content) })),
      ),
    update: (id, content) =>
      told(async () =>
        checkRunOf(await client.ask('PATCH', '/check-runs/{check_run_id}', { check_run_id: id, ...bodyOf(content) })),
      ),
  };
}

function bodyOf({ externalId, conclusion, startedAt, completedAt, detailsUrl, output }: CheckRunContent): object {
  return {
    ...{ external_id: externalId, status: 'completed', conclusion, details_url: detailsUrl },
    ...{ started_at: startedAt, completed_at: completedAt, output: { ...output } },
  };
}

function checkRunOf(value: unknown): KeptCheckRun {
  const { id, html_url: url, external_id: externalId, output } = asRecord(value);
  const { summary } = asRecord(output);
  return Number.isSafeInteger(id) && typeof url === 'string'
    ? { id: Number(id), url, externalId: textOf(externalId), summary: textOf(summary) }
    : odd('check-runs', 'id and address of a check run');
}

/** Null where there is none. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
