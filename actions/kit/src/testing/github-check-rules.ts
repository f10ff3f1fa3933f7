/** What the GitHub stand-in answers about check runs; see ./github-rules.ts for how. */
import { nodeId, userBody, when } from './github-comment-rules.ts';
import { unprocessable } from './github-commit-rules.ts';
import { pageOf } from './github-pages.ts';
import {
  type Answer,
  notFound,
  type Question,
  type Rule,
  type SeededRepository,
  UnknownSituation,
} from './github-rule.ts';
import { commitOf } from './github-rules.ts';
import type { SeededCheckRun } from './github-seeds.ts';

export const checkRules: Readonly<Record<string, Rule>> = {
  'checks/list-for-ref': listForRef,
  'checks/create': createCheckRun,
  'checks/update': updateCheckRun,
};

/** The app behind GITHUB_TOKEN: https://docs.github.com/rest/checks/runs says that only apps write check runs. */
const actions = 'github-actions';

/** https://docs.github.com/rest/checks/runs#list-check-runs-for-a-git-reference: `latest` leaves out those that a newer one of the same name and app took over from. */
function listForRef(question: Question): Answer {
  const { repository, parameters } = question;
  const { ref = '', check_name: name, status, filter = 'latest', app_id: app } = parameters;
  if (app !== undefined) throw new UnknownSituation('check runs by app');
  const sha = commitOf(repository, ref.replace(/^(?:heads|tags)\//, ''));
  if (sha === null) return unprocessable(`No commit found for SHA: ${ref}`);
  const all = checkRunsOf(repository)
    .filter(({ commit }) => commit === sha)
    .toReversed();
  const newest = all.filter((one, index) => all.findIndex((other) => isOfOne(one, other)) === index);
  const found = (filter === 'all' ? all : newest).filter(
    (one) => (name === undefined || one.name === name) && (status === undefined || statusOf(one) === status),
  );
  return pageOf(found, question, (one) => checkRunBody(question, one), 'check_runs');
}

/** https://docs.github.com/rest/checks/runs#create-a-check-run: a conclusion makes it completed. */
function createCheckRun(question: Question): Answer {
  const { repository, body } = question;
  const { name, head_sha: sha, ...facts } = body;
  if (commitOf(repository, String(sha)) === null) return unprocessable(`No commit found for SHA: ${String(sha)}`);
  const all = checkRunsOf(repository);
  const made: SeededCheckRun = {
    id: Math.max(0, ...all.map(({ id }) => id)) + 1,
    name: String(name),
    commit: String(sha),
  };
  change(made, { status: 'queued', ...facts });
  all.push(made);
  return { status: 201, body: checkRunBody(question, made) };
}

/** https://docs.github.com/rest/checks/runs#update-a-check-run: only the app that made it may. */
function updateCheckRun(question: Question): Answer {
  const { repository, parameters, body } = question;
  const found = checkRunsOf(repository).find(({ id }) => id === Number(parameters['check_run_id']));
  if (found === undefined) return notFound;
  if (appOf(found) !== actions) return notTheirs;
  if ('name' in body && body['name'] !== found.name) throw new UnknownSituation('a check run that gets another name');
  change(found, body);
  return { status: 200, body: checkRunBody(question, found) };
}

/** https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible */
const notTheirs: Answer = {
  status: 403,
  body: { message: 'Invalid app_id', documentation_url: 'https://docs.github.com/rest/checks/runs', status: '403' },
};

function change(run: SeededCheckRun, body: Readonly<Record<string, unknown>>): void {
  const { status, conclusion, external_id: externalId, details_url: detailsUrl, output } = body;
  const { started_at: startedAt, completed_at: completedAt, actions: buttons } = body;
  if (buttons !== undefined) throw new UnknownSituation('a check run with buttons');
  if (status === 'queued' || status === 'in_progress' || status === 'completed') run.status = status;
  if (status !== undefined && status !== run.status) throw new UnknownSituation(`the status ${String(status)}`);
  if (typeof externalId === 'string') run.externalId = externalId;
  if (typeof detailsUrl === 'string') run.detailsUrl = detailsUrl;
  if (typeof startedAt === 'string') run.startedAt = startedAt;
  if (typeof output === 'object' && output !== null) run.output = { ...run.output, ...shown(output) };
  if (typeof conclusion !== 'string') {
    if (status === 'completed') throw new UnknownSituation('a completed check run without a conclusion');
    return;
  }
  Object.assign(run, {
    status: 'completed',
    conclusion,
    completedAt: typeof completedAt === 'string' ? completedAt : when,
  });
}

function shown(output: object): object {
  if ('annotations' in output || 'images' in output)
    throw new UnknownSituation('a check run with annotations or images');
  return output;
}

function checkRunsOf({ name, checkRuns }: SeededRepository): SeededCheckRun[] {
  if (checkRuns === undefined) throw new UnknownSituation(`${name} was seeded without check runs`);
  return checkRuns;
}

const appOf = ({ app = actions }: SeededCheckRun) => app;
const statusOf = ({ status = 'completed' }: SeededCheckRun) => status;
const isOfOne = (a: SeededCheckRun, b: SeededCheckRun) => a.name === b.name && appOf(a) === appOf(b);

function checkRunBody({ repository, apiUrl }: Question, run: SeededCheckRun) {
  const { id, name, commit, externalId = '', startedAt = when, detailsUrl, output = {} } = run;
  const isDone = statusOf(run) === 'completed';
  const url = `${apiUrl}/repos/${repository.name}/check-runs/${id}`;
  const html = `https://github.com/${repository.name}/runs/${id}`;
  const { title = null, summary = null, text = null } = output;
  return {
    ...{ id, node_id: nodeId(id), name, head_sha: commit, external_id: externalId, url, html_url: html },
    ...{
      details_url: detailsUrl ?? html,
      status: statusOf(run),
      conclusion: isDone ? (run.conclusion ?? 'success') : null,
    },
    ...{ started_at: startedAt, completed_at: isDone ? (run.completedAt ?? when) : null, check_suite: { id: 1 } },
    output: { title, summary, text, annotations_count: 0, annotations_url: `${url}/annotations` },
    ...{ app: appBody(appOf(run), apiUrl), pull_requests: [] },
  };
}

/** https://docs.github.com/rest/apps/apps#get-an-app */
function appBody(slug: string, apiUrl: string) {
  const html = `https://github.com/apps/${slug}`;
  return {
    ...{ id: slug === actions ? 15_368 : 1, slug, node_id: nodeId(1), owner: userBody('github', apiUrl), name: slug },
    ...{ description: null, external_url: html, html_url: html, created_at: when, updated_at: when },
    ...{ permissions: { checks: 'write' }, events: [] },
  };
}
