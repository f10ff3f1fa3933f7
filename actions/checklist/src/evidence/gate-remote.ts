/** Verdicts that GitHub keeps of a commit: in artifacts of its workflow runs, and in its check runs. Edge file. */
import { asRecord, type GitHubClient, GitHubError } from '@shipgate/kit/github-client';
import type { GateEntry } from './entry.ts';
import { verdictsInArchive } from './gate-archive.ts';
import { fencedJson } from './gate-fence.ts';
import { brokenAt, type Found, type Place, readFound } from './gate-verdicts.ts';

/** What is asked of a client of GitHub. */
export type GateApi = Pick<GitHubClient, 'askAll' | 'download'>;

export interface RemoteQuestion {
  readonly gate: GateEntry['gate'];
  readonly commit: string;
  /** owner/name. */
  readonly repository: string;
  readonly onPullRequest: boolean;
  readonly signal: AbortSignal;
}

/** Of an artifact: a verdict is small, and everything else is none. */
const mostArchiveBytes = 8 * 1024 * 1024;
const mostArchives = 100;

/**
 * In artifacts of runs on this commit outside of pull requests and forks: whoever opens those chooses what they upload.
 * Throws GitHubError. Needs `actions: read`.
 * https://docs.github.com/rest/actions/workflow-runs#list-workflow-runs-for-a-repository
 */
export async function verdictsInArtifacts(api: GateApi, question: RemoteQuestion): Promise<Found[]> {
  const runs = await api.askAll('/actions/runs', { head_sha: question.commit }, { key: 'workflow_runs' });
  const found: Found[] = [];
  let archives = 0;
  for (const run of runs.map(asRecord).filter((one) => isTrusted(one, question))) {
    question.signal.throwIfAborted();
    const artifacts = await api.askAll('/actions/runs/{id}/artifacts', { id: run['id'] }, { key: 'artifacts' });
    for (const artifact of artifacts.map(asRecord).filter((one) => isOurs(one, question.gate))) {
      question.signal.throwIfAborted();
      archives += 1;
      if (archives > mostArchives)
        throw new GitHubError('truncated', `more than ${mostArchives} artifacts of this commit may hold a verdict`);
      found.push(...(await verdictsOf(api, run, artifact)));
    }
  }
  return found;
}

function isTrusted(
  run: Readonly<Record<string, unknown>>,
  { commit, repository, onPullRequest }: RemoteQuestion,
): boolean {
  if (run['head_sha'] !== commit) return false;
  const event = String(run['event']);
  if (event.startsWith('pull_request')) return onPullRequest && event === 'pull_request';
  const head = asRecord(run['head_repository'])['full_name'];
  return typeof head === 'string' && head.toLowerCase() === repository.toLowerCase();
}

/** By its name, so that not every build has to be downloaded. */
function isOurs(artifact: Readonly<Record<string, unknown>>, gate: string): boolean {
  const name = String(artifact['name']).toLowerCase();
  return ['verdict', 'shipgate', gate].some((word) => name.includes(word));
}

async function verdictsOf(
  api: GateApi,
  run: Readonly<Record<string, unknown>>,
  artifact: Readonly<Record<string, unknown>>,
): Promise<Found[]> {
  const place: Place = {
    source: `${plainUrl(run['html_url'])}/artifacts/${String(artifact['id'])}`,
    ...{ name: String(artifact['name']).toLowerCase(), at: dateOf(artifact['created_at']) },
    run: { id: String(run['id']), event: String(run['event']) },
  };
  const archive = await archiveOf(api, artifact);
  const read = typeof archive === 'string' ? { refused: archive } : verdictsInArchive(archive);
  if ('refused' in read) return [brokenAt(place, read.refused)];
  return read.files.map(({ bytes }) => readFound({ bytes, place }));
}

/** A sentence when it cannot be had. */
async function archiveOf(api: GateApi, artifact: Readonly<Record<string, unknown>>): Promise<Buffer | string> {
  const [tooLarge, expired] = ['its artifact is too large for a verdict', 'its artifact has expired'];
  if (artifact['expired'] === true) return expired;
  if (!(Number(artifact['size_in_bytes']) <= mostArchiveBytes)) return tooLarge;
  try {
    return await api.download('/actions/artifacts/{id}/zip', { id: artifact['id'] }, mostArchiveBytes);
  } catch (error) {
    if (error instanceof GitHubError && error.code === 'truncated') return tooLarge;
    if (error instanceof GitHubError && error.status === 410) return expired;
    throw error;
  }
}

/**
 * In completed check runs of this commit that a workflow made, by their `external_id`: `shipgate/<gate>/…`. The text of such a
 * run holds the verdict as JSON in a fenced block. Throws GitHubError. Needs `checks: read`.
 * https://docs.github.com/rest/checks/runs#list-check-runs-for-a-git-reference
 */
export async function verdictsInCheckRuns(api: GateApi, { gate, commit }: RemoteQuestion): Promise<Found[]> {
  const asked = { ref: commit, filter: 'all', status: 'completed' };
  const all = await api.askAll('/commits/{ref}/check-runs', asked, { key: 'check_runs' });
  return all
    .map(asRecord)
    .filter((run) => run['status'] === 'completed' && run['head_sha'] === commit)
    .filter((run) => asRecord(run['app'])['slug'] === 'github-actions')
    .filter((run) => String(run['external_id']).startsWith(`shipgate/${gate}/`))
    .map((run) => {
      const place = { source: plainUrl(run['html_url']), at: dateOf(run['completed_at']), gate };
      const text = fencedJson(asRecord(run['output'])['text']);
      if (text === undefined) return brokenAt(place, 'the text of its check run holds no whole block of JSON');
      return readFound({ bytes: Buffer.from(text), place });
    });
}

/** Without query and credentials. */
function plainUrl(value: unknown): string {
  const url = URL.parse(String(value));
  return url === null || url.host === '' ? 'GitHub' : `https://${url.host}${url.pathname}`;
}

/** The end of time for none: what has no time of its own is not older than anything. */
function dateOf(value: unknown): Date {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return new Date(Number.isNaN(time) ? 8.64e15 : time);
}
