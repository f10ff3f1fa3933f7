/** The GitOps repository that a plan names, with its record and its lock in refs of the same repository. */
import { createHash } from 'node:crypto';
import type { Environment } from '@shipgate/kit/host';
import { ConfigurationError } from '@shipgate/schemas';
import type { Configuration } from '../../configuration.ts';
import type { GitopsOptions } from '../../plan/router.ts';
import type { CallCount } from '../../steering/call-count.ts';
import { checkedLease } from '../../steering/lease.ts';
import { Lock, slowTimes } from '../../steering/lock.ts';
import type { OpenRouter } from '../../steering/open-router.ts';
import { checkedRecord } from '../../steering/record-text.ts';
import { RecordedMover } from '../../steering/recorded-mover.ts';
import type { Mover } from '../../steering/traffic.ts';
import { Calls } from '../calls.ts';
import { oneTryClient } from '../github-calls.ts';
import { machineTimer } from '../timer.ts';
import { GitRefCell } from './git-ref-cell.ts';
import { GitStore } from './git-store.ts';
import { GitopsMover } from './gitops-mover.ts';
import type { ReadLive } from './live-weight.ts';
import { PullRequestMover } from './pull-request-mover.ts';
import { PullRequests } from './pull-requests.ts';
import { RepositoryApi } from './repository-api.ts';

export interface GitopsParts {
  readonly options: GitopsOptions;
  readonly places: Configuration['places'];
  /** Of this run, for the lock. */
  readonly identity: string;
  readonly env: Environment;
  /** Calls of its own: a cluster that is down must not keep GitHub from being asked. */
  readonly live: { readonly read: ReadLive; readonly calls: Calls } | undefined;
}

/** GITHUB_API_URL says which GitHub. Throws ConfigurationError without a token, TrafficError `unfit` for a path that is none. */
export function openGitops({ options, places, identity, env, live }: GitopsParts): OpenRouter {
  const { repository, tokenEnv } = options;
  const token = env[tokenEnv];
  if (token === undefined || token === '') throw withoutToken(places, tokenEnv);
  const calls = new Calls();
  const apiUrl = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  const api = new RepositoryApi(repository, oneTryClient({ apiUrl, repository, token }), calls);
  const store = new GitStore(api);
  const name = nameOf(options);
  const about = `${options.branch}:${options.file}`;
  const part = (what: string) => ({ store, name: `${name}-${what}`, description: `${what} of ${about}` });
  const record = new GitRefCell({ ...part('record'), parse: checkedRecord });
  const lease = new GitRefCell({ ...part('lock'), parse: checkedLease });
  return {
    traffic: new RecordedMover(moverOf(options, api, store, live?.read), record),
    lock: new Lock(lease, machineTimer, identity, slowTimes),
    managed: 'accept',
    count: () => (live === undefined ? calls.count : sum(calls.count, live.calls.count)),
  };
}

function moverOf(options: GitopsOptions, api: RepositoryApi, store: GitStore, readLive?: ReadLive): Mover {
  if (!options.pullRequest) return new GitopsMover(store, options, readLive);
  const head = `shipgate/${nameOf(options)}-change`;
  const pulls = new PullRequests(api, { head, base: options.branch });
  return new PullRequestMover({ store, place: options, pulls, head, readLive });
}

/** Of the refs behind "shipgate/": the same for one number of one branch, whatever plan names it; another one for any other. */
export function nameOf({ branch, file, pointer }: Pick<GitopsOptions, 'branch' | 'file' | 'pointer'>): string {
  const words = file
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(-40);
  const hash = createHash('sha256')
    .update(JSON.stringify([branch, file, pointer]))
    .digest('hex');
  return `${words.replace(/^-/, '')}-${hash.slice(0, 12)}`.replace(/^-/, '');
}

function withoutToken(places: Configuration['places'], name: string): ConfigurationError {
  const words = {
    title: `the variable ${name} is not set`,
    expected: `a token with contents: write of the GitOps repository in ${name}`,
    got: 'no value',
    do: 'give it to the step, as env: of an App token for that repository alone: docs/configuration.md#canary',
  };
  return new ConfigurationError([places.faultAt(['router', 'token-env'], words)]);
}

function sum(one: CallCount, other: CallCount): CallCount {
  return {
    sent: one.sent + other.sent,
    failed: one.failed + other.failed,
    repeated: one.repeated + other.repeated,
    opened: one.opened + other.opened,
    keptBack: one.keptBack + other.keptBack,
  };
}
