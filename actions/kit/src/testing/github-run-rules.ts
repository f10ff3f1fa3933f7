/** What the GitHub stand-in answers about workflow runs, their approvals and artifacts; see ./github-rules.ts for how. */
import { archiveOf } from './github-artifact-file.ts';
import { nodeId, repositoryBody } from './github-comment-rules.ts';
import { pageOf } from './github-pages.ts';
import { seededAuthor } from './github-people-rules.ts';
import {
  type Answer,
  notFound,
  type Question,
  type Rule,
  type SeededRepository,
  UnknownSituation,
} from './github-rule.ts';
import { commitFacts, tryGit } from './github-rules.ts';
import type { SeededApproval, SeededArtifact, SeededRun } from './github-seeds.ts';

export const runRules: Readonly<Record<string, Rule>> = {
  'actions/list-workflow-runs-for-repo': listRuns,
  'actions/get-workflow-run': getRun,
  'actions/get-reviews-for-run': listApprovals,
  'actions/list-workflow-run-artifacts': listArtifacts,
  'actions/download-artifact': downloadArtifact,
};

/** https://docs.github.com/rest/actions/workflow-runs#list-workflow-runs-for-a-repository: newest first, of a search at most 1,000. */
function listRuns(question: Question): Answer {
  const { repository, parameters } = question;
  const { head_sha: sha, event, status, owner: _, repo: __, per_page: ___, page: ____, ...others } = parameters;
  if (Object.keys(others).length > 0) throw new UnknownSituation(`runs by ${Object.keys(others).join()}`);
  const found = runsOf(repository)
    .filter((run) => (sha === undefined || run.commit === sha) && (event === undefined || run.event === event))
    .filter((run) => status === undefined || status === statusOf(run) || status === conclusionOf(run))
    .toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || b.id - a.id);
  if (found.length > 1_000) throw new UnknownSituation('a search that finds more than 1,000 runs');
  return pageOf(found, question, (run) => runBody(question, run), 'workflow_runs');
}

/** https://docs.github.com/rest/actions/workflow-runs#get-a-workflow-run */
function getRun(question: Question): Answer {
  const run = runOf(question);
  return run === undefined ? notFound : { status: 200, body: runBody(question, run) };
}

/** https://docs.github.com/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run: without pages. */
function listApprovals(question: Question): Answer {
  const run = runOf(question);
  if (run === undefined) return notFound;
  return { status: 200, body: (run.approvals ?? []).map((approval) => approvalBody(question, approval)) };
}

/** https://docs.github.com/rest/actions/artifacts#list-workflow-run-artifacts */
function listArtifacts(question: Question): Answer {
  const { parameters } = question;
  const run = runOf(question);
  if (run === undefined) return notFound;
  if (parameters['direction'] !== undefined) throw new UnknownSituation('artifacts in another order');
  const { name } = parameters;
  const found = (run.artifacts ?? []).filter((artifact) => name === undefined || artifact.name === name);
  return pageOf(found, question, (artifact) => artifactBody(question, run, artifact), 'artifacts');
}

/** https://docs.github.com/rest/actions/artifacts#download-an-artifact: an address that needs no token, for a minute; 410 when it has expired. */
function downloadArtifact({ repository, parameters, apiUrl }: Question): Answer {
  const artifact = artifactsOf(repository).find(({ id }) => id === Number(parameters['artifact_id']));
  if (parameters['archive_format'] !== 'zip') throw new UnknownSituation('an archive that is no zip');
  if (artifact === undefined) return notFound;
  if (artifact.expired === true) return gone;
  return { status: 302, body: undefined, headers: { location: `${apiUrl}${blobPath(repository, artifact)}` } };
}

const gone: Answer = {
  status: 410,
  body: { message: 'Artifact has expired', documentation_url: 'https://docs.github.com/rest', status: '410' },
};

const blobPath = ({ name }: SeededRepository, { id }: SeededArtifact) => `/blobs/${name}/${id}?sig=once`;

/** The archive at an address that `download-artifact` gave; undefined for any other one. */
export function blobAt(repositories: readonly SeededRepository[], url: string): Uint8Array | undefined {
  for (const repository of repositories)
    for (const artifact of artifactsOf(repository))
      if (blobPath(repository, artifact) === url) return archiveOf(artifact);
  return undefined;
}

function artifactsOf({ runs = [] }: SeededRepository): SeededArtifact[] {
  return runs.flatMap(({ artifacts = [] }) => artifacts);
}

function runsOf({ name, runs }: SeededRepository): readonly SeededRun[] {
  if (runs === undefined) throw new UnknownSituation(`${name} was seeded without workflow runs`);
  return runs;
}

function runOf({ repository, parameters }: Question): SeededRun | undefined {
  return runsOf(repository).find(({ id }) => id === Number(parameters['run_id']));
}

const statusOf = ({ status = 'completed' }: SeededRun) => status;

function conclusionOf(run: SeededRun): string | null {
  return statusOf(run) === 'completed' ? (run.conclusion ?? 'success') : null;
}

function runBody({ repository, directory, apiUrl }: Question, run: SeededRun) {
  const { id, event, commit, branch = 'main', headRepository = repository.name, attempt = 1, createdAt, by } = run;
  const { workflow = '.github/workflows/ci.yml' } = run;
  const url = `${apiUrl}/repos/${repository.name}/actions/runs/${id}`;
  const actor = seededAuthor(directory, by, apiUrl);
  const addresses = ['jobs', 'logs', 'artifacts', 'cancel', 'rerun'].map((name) => [`${name}_url`, `${url}/${name}`]);
  return {
    ...{ id, node_id: nodeId(id), name: workflow, display_title: workflow, path: workflow, run_number: id },
    ...{ run_attempt: attempt, event, status: statusOf(run), conclusion: conclusionOf(run), workflow_id: 1 },
    ...{ head_sha: commit, head_branch: branch, head_commit: headCommit(repository, commit), pull_requests: [] },
    ...{ created_at: createdAt, updated_at: createdAt, run_started_at: createdAt, actor, triggering_actor: actor },
    ...{ url, html_url: `https://github.com/${repository.name}/actions/runs/${id}`, check_suite_url: `${url}/suite` },
    ...{ workflow_url: `${apiUrl}/repos/${repository.name}/actions/workflows/1`, ...Object.fromEntries(addresses) },
    repository: repositoryBody(repository.name, apiUrl, false),
    head_repository: repositoryBody(headRepository, apiUrl, headRepository !== repository.name),
  };
}

/** By folder and id: a commit never changes, and a list of runs on one would ask git for it again and again. */
const headCommits = new Map<string, object>();

/** Null for a commit that the repository does not have. */
function headCommit(repository: SeededRepository, sha: string): object | null {
  const key = `${repository.folder} ${sha}`;
  const known = headCommits.get(key);
  if (known !== undefined) return known;
  if (tryGit(repository, 'cat-file', '-e', `${sha}^{commit}`) === null) return null;
  const { tree, message, author, committer } = commitFacts(repository, sha);
  const person = ({ name, email }: { name: string; email: string }) => ({ name, email });
  const people = { author: person(author), committer: person(committer) };
  const made = { id: sha, tree_id: tree, message, timestamp: committer.date, ...people };
  headCommits.set(key, made);
  return made;
}

function artifactBody({ repository, apiUrl }: Question, run: SeededRun, artifact: SeededArtifact) {
  const { id, name, createdAt, expired = false } = artifact;
  const url = `${apiUrl}/repos/${repository.name}/actions/artifacts/${id}`;
  return {
    ...{ id, node_id: nodeId(id), name, size_in_bytes: archiveOf(artifact).length, url, expired },
    ...{ archive_download_url: `${url}/zip`, created_at: createdAt, updated_at: createdAt, expires_at: null },
    workflow_run: { id: run.id, repository_id: 74, head_repository_id: 74, head_sha: run.commit },
  };
}

function approvalBody({ directory, apiUrl }: Question, { environments, state, by, comment = '' }: SeededApproval) {
  return {
    ...{ state, comment, user: seededAuthor(directory, by, apiUrl) },
    environments: environments.map((name, index) => ({ id: index + 1, node_id: nodeId(index + 1), name })),
  };
}
