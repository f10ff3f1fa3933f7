/** Webhooks of deployments in GitHub's shape, made from a seed: the same seed gives the same history. */

export interface Webhook {
  readonly event: 'deployment' | 'deployment_status';
  readonly payload: Readonly<Record<string, unknown>>;
}

interface Repository {
  readonly id: number;
  readonly fullName: string;
}

const REPOSITORIES: readonly Repository[] = [
  { id: 5001, fullName: 'acme/order-service' },
  { id: 5002, fullName: 'acme/payments' },
  { id: 5003, fullName: 'Acme/Search' },
];
const ENVIRONMENTS = ['development', 'staging', 'Staging', 'production', 'Production', 'pr/12'];
const STATES = [
  'queued',
  'waiting',
  'in_progress',
  'success',
  'success',
  'success',
  'failure',
  'error',
  'inactive',
  'held',
];
const PEOPLE = ['mona', 'octo-lead', 'github-actions[bot]', null];
const PAYLOADS = [{}, '{}', '', null, { version: 'v2.0.1' }, '{"version":"v3"}', { version: 7 }, 'not json'];
const START = Date.parse('2026-11-01T08:00:00Z');

/** A small generator of numbers (Park and Miller's), good enough to shuffle a history. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = (seed % 2147483646) + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/**
 * `count` events: several repositories (one renamed half-way), environments in two spellings, roll-backs (an old commit
 * again), attempts of one run, failures, states that nobody knows, several events in one second.
 */
export function githubHistory(count: number, seed = 7): readonly Webhook[] {
  const below = numbersFrom(seed);
  const history: Webhook[] = [];
  for (let number = 1; history.length < count; number += 1)
    history.push(...oneDeployment(number, history.length, count, below));
  return history.slice(0, count);
}

function oneDeployment(number: number, done: number, count: number, below: (below: number) => number): Webhook[] {
  const pick = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;
  const repository = renamed(pick(REPOSITORIES), done > count / 2);
  const environment = pick(ENVIRONMENTS);
  const made = START + done * 20_000;
  const run = below(5) === 0 ? null : runOf(repository, number, pick(PEOPLE), pick(PEOPLE));
  const deployment = {
    id: 90_000 + number,
    // Of forty commits: an old one comes again, which is a roll-back.
    sha: String(below(40)).padStart(2, '0').repeat(20),
    ref: pick(['main', 'v1.2.3', 'refs/heads/release', 'feature/ä']),
    task: 'deploy',
    payload: pick(PAYLOADS),
    original_environment: environment,
    environment,
    description: null,
    creator: userOf(pick(PEOPLE)),
    created_at: isoSeconds(made),
    updated_at: isoSeconds(made),
  };
  const base = { repository: repositoryOf(repository), sender: userOf('mona'), workflow: null };
  const first: Webhook = {
    event: 'deployment',
    payload: { ...base, action: 'created', deployment, workflow_run: run },
  };
  const statuses = Array.from({ length: 1 + below(4) }, (_, index): Webhook => {
    const at = made + (index + 1) * below(3) * 500;
    const now = below(8) === 0 ? pick(ENVIRONMENTS) : environment;
    const deployment_status = statusOf(number * 10 + index, pick(STATES), now, at);
    const told = { ...deployment, environment: now, updated_at: isoSeconds(at) };
    return {
      event: 'deployment_status',
      payload: { ...base, action: 'created', deployment: told, deployment_status, workflow_run: run },
    };
  });
  return [first, ...statuses];
}

function renamed(repository: Repository, isLate: boolean): Repository {
  return isLate && repository.id === 5002 ? { ...repository, fullName: 'acme/billing' } : repository;
}

function statusOf(id: number, state: string, environment: string, at: number) {
  return {
    id: 700_000 + id,
    state,
    description: `is ${state}`,
    environment,
    target_url: '',
    log_url: `https://github.com/acme/logs/${id}`,
    environment_url: id % 3 === 0 ? 'https://shop.acme.example' : '',
    creator: userOf('mona'),
    created_at: isoSeconds(at),
    updated_at: isoSeconds(at),
  };
}

function runOf({ fullName }: Repository, number: number, actor: string | null, starter: string | null) {
  return {
    id: 19_000_000_000 + (number >> 1),
    run_attempt: 1 + (number % 2),
    html_url: `https://github.com/${fullName}/actions/runs/${19_000_000_000 + (number >> 1)}`,
    actor: userOf(actor),
    triggering_actor: userOf(starter),
    event: 'push',
  };
}

function repositoryOf({ id, fullName }: Repository) {
  return { id, full_name: fullName, name: fullName.split('/')[1], private: true };
}

function userOf(login: string | null) {
  return login === null ? null : { login, id: login.length, type: 'User' };
}

/** GitHub's times have no milliseconds. */
function isoSeconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
