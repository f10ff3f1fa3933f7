// A believable fortnight of deployments of the example service, as GitHub's webhooks would tell it. Pure.
import { type Commits, type ReleaseName, repository, repositoryId } from './service.ts';

/** One webhook: the event's name, and the body as GitHub sends it but for fields that nobody reads. */
export interface Webhook {
  readonly event: 'deployment' | 'deployment_status';
  readonly payload: object;
}

type State = 'waiting' | 'in_progress' | 'failure' | 'success';

interface Step {
  readonly release: ReleaseName;
  readonly to: string;
  /** Login. */
  readonly by: string;
  /** Minutes before now at which the deployment was made. */
  readonly before: number;
  /** Each with the minutes after that, and the words of its status. */
  readonly states: readonly (readonly [State, number, string])[];
}

const minute = 60_000;
const hour = 60;
const day = 24 * hour;

/** Went well after `minutes`. */
const well = (minutes: number): Step['states'] => [
  ['in_progress', 0, 'The deployment has started.'],
  ['success', minutes, 'The smoke tests pass.'],
];

/** The production run of a release that does not get through: nothing of it is left when it ends. */
const goesBack: Step['states'] = [
  ['in_progress', 0, 'canary-promote: 10 % of the traffic.'],
  ['failure', 2, 'canary-promote: the traffic goes back to v1.4.0.'],
];

/** In the order in which it happened. v1.4.1 goes back in production; v1.4.2 needs a second try; v1.5.0 waits. */
const steps: readonly Step[] = [
  ...everywhere('v1.4.0', 12 * day, well(12)),
  ...everywhere('v1.4.1', 6 * day, goesBack),
  { release: 'v1.4.2', to: 'development', by: 'backend-dev', before: 2 * day + 3 * hour, states: well(2) },
  { release: 'v1.4.2', to: 'ci', by: 'backend-dev', before: 2 * day + 2 * hour, states: well(6) },
  { release: 'v1.4.2', to: 'staging', by: 'dev-lead', before: 2 * day, states: well(5) },
  {
    release: 'v1.4.2',
    to: 'pre-production',
    by: 'dev-lead',
    before: day + 5 * hour,
    states: [
      ['in_progress', 0, 'The deployment has started.'],
      ['failure', 9, 'The load test does not start: no free node.'],
    ],
  },
  { release: 'v1.4.2', to: 'pre-production', by: 'dev-lead', before: day + 4 * hour, states: well(11) },
  { release: 'v1.4.2', to: 'production', by: 'devops-lead', before: 22 * hour, states: well(5) },
  { release: 'v1.4.3', to: 'development', by: 'backend-dev', before: 5 * hour, states: well(2) },
  { release: 'v1.4.3', to: 'ci', by: 'backend-dev', before: 5 * hour - 10, states: well(6) },
  { release: 'v1.4.3', to: 'staging', by: 'dev-lead', before: 3 * hour, states: well(5) },
  { release: 'v1.5.0', to: 'development', by: 'backend-dev', before: 95, states: well(2) },
  { release: 'v1.5.0', to: 'ci', by: 'backend-dev', before: 80, states: well(6) },
  {
    release: 'v1.5.0',
    to: 'staging',
    by: 'dev-lead',
    before: 40,
    states: [['waiting', 0, 'migrate-gate fails on this commit.']],
  },
  {
    release: 'v1.4.3',
    to: 'pre-production',
    by: 'dev-lead',
    before: 6,
    states: [['in_progress', 1, 'The load test is running.']],
  },
];

function everywhere(release: ReleaseName, before: number, inProduction: Step['states']): readonly Step[] {
  return [
    { release, to: 'development', by: 'backend-dev', before: before + day, states: well(2) },
    { release, to: 'ci', by: 'backend-dev', before: before + day - 10, states: well(6) },
    { release, to: 'staging', by: 'dev-lead', before: before + 20 * hour, states: well(5) },
    { release, to: 'pre-production', by: 'dev-lead', before: before + 3 * hour, states: well(11) },
    { release, to: 'production', by: 'devops-lead', before, states: inProduction },
  ];
}

/** All webhooks of the history, in the order in which GitHub would send them. `now` in ms since 1970. */
export function deploymentHistory(commits: Commits, now: number): readonly Webhook[] {
  const timed = steps.flatMap((step, index) => webhooksOf(step, index, commits, now));
  return timed.sort((a, b) => a.at - b.at).map(({ webhook }) => webhook);
}

/** The `nth` (from 0) new deployment after the history: made and done well at once. */
export function newDeployment(
  release: { readonly commit: string; readonly version: string },
  to: string,
  now: number,
  nth: number,
): readonly [Webhook, Webhook] {
  const id = steps.length + nth;
  const deployment = deploymentOf({ ...release, to, by: 'dev-lead', id: firstId + id, at: now });
  const words = 'The smoke tests pass.';
  const status = statusOf(deployment, { id: firstStatusId + id * 10, state: 'success', at: now, words });
  return [
    created('deployment', { deployment }),
    created('deployment_status', { deployment, deployment_status: status }),
  ];
}

/** A deployment that is made while the demo runs, as GitHub's webhook tells it; `id` counts from 1. */
export function createdDeployment(made: Made): Webhook {
  return created('deployment', { deployment: deploymentOf(liveId(made)) });
}

export function createdStatus(
  made: Made,
  status: { readonly id: number; readonly state: string; readonly description: string; readonly at: number },
): Webhook {
  const deployment = deploymentOf(liveId(made));
  const told = { id: firstStatusId + 5_000 + status.id, state: status.state, at: status.at, words: status.description };
  return created('deployment_status', { deployment, deployment_status: statusOf(deployment, told) });
}

function liveId(made: Made): Made {
  return { ...made, id: firstId + 500 + made.id };
}

const firstId = 2_310_000_100;
const firstStatusId = 5_420_000_100;

interface Timed {
  readonly at: number;
  readonly webhook: Webhook;
}

function webhooksOf(step: Step, index: number, commits: Commits, now: number): readonly Timed[] {
  const at = now - step.before * minute;
  const { release: version, to, by } = step;
  const deployment = deploymentOf({ version, commit: commits[version], to, by, id: firstId + index, at });
  const statuses = step.states.map(([state, after, words], place) => {
    const id = firstStatusId + index * 10 + place;
    const status = statusOf(deployment, { id, state, at: at + after * minute, words });
    return {
      at: at + after * minute,
      webhook: created('deployment_status', { deployment, deployment_status: status }),
    };
  });
  return [{ at, webhook: created('deployment', { deployment }) }, ...statuses];
}

export interface Made {
  readonly id: number;
  readonly version: string;
  readonly commit: string;
  readonly to: string;
  readonly by: string;
  readonly at: number;
}

/** https://docs.github.com/webhooks/webhook-events-and-payloads#deployment */
function deploymentOf({ id, version, commit, to, by, at }: Made) {
  return {
    ...{ id, sha: commit, ref: version, task: 'deploy', payload: { version }, description: null },
    ...{ environment: to, original_environment: to },
    ...{ production_environment: to === 'production', transient_environment: false },
    ...{ creator: user(by), created_at: seconds(at), updated_at: seconds(at) },
  };
}

interface Told {
  readonly id: number;
  readonly state: string;
  readonly at: number;
  readonly words: string;
}

/** https://docs.github.com/webhooks/webhook-events-and-payloads#deployment_status */
function statusOf({ id: deploymentId, environment, creator }: ReturnType<typeof deploymentOf>, told: Told) {
  const run = `https://github.com/${repository.slug}/actions/runs/${runOf(deploymentId)}`;
  return {
    ...{ id: told.id, state: told.state, description: told.words, environment, creator },
    ...{ target_url: run, log_url: run, environment_url: siteOf(environment) },
    ...{ created_at: seconds(told.at), updated_at: seconds(told.at) },
  };
}

/** As examples/order-service/.github/shipgate.yml says. */
function siteOf(environment: string): string {
  if (environment === 'production') return 'https://orders.example.com';
  const short: Readonly<Record<string, string>> = { development: 'dev', 'pre-production': 'pre' };
  return `https://orders.${short[environment] ?? environment}.example.com`;
}

function created(event: Webhook['event'], parts: object): Webhook {
  const owner = { login: repository.owner, type: 'Organization' };
  const about = {
    ...{ id: repositoryId, name: repository.name, full_name: repository.slug, private: true, owner },
    html_url: `https://github.com/${repository.slug}`,
  };
  return { event, payload: { action: 'created', ...parts, repository: about, sender: user('github-actions[bot]') } };
}

const runOf = (deploymentId: number): number => 7_700_000_000 + (deploymentId % 1_000);

const user = (login: string) => ({ login, type: login.endsWith('[bot]') ? 'Bot' : 'User' });

/** As GitHub writes times: UTC, whole seconds. */
const seconds = (at: number): string => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
