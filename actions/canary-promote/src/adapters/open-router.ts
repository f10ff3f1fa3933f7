/** The router that a plan names, with its lock. */
import { hostname } from 'node:os';
import type { Environment, Host } from '@shipgate/kit/host';
import type { Configuration } from '../configuration.ts';
import type {
  ActingRouter,
  ArgoOptions,
  BlueGreenOptions,
  GatewayOptions,
  GitopsOptions,
  HaproxyOptions,
  IstioOptions,
  ReplicaOptions,
  RollingOptions,
} from '../plan/router.ts';
import { checkedLease } from '../steering/lease.ts';
import { Lock } from '../steering/lock.ts';
import type { OpenRouter } from '../steering/open-router.ts';
import { checkedRecord } from '../steering/record-text.ts';
import { RecordedMover } from '../steering/recorded-mover.ts';
import type { Traffic } from '../steering/traffic.ts';
import { Calls } from './calls.ts';
import { FileCell } from './file-cell.ts';
import { type GitopsParts, openGitops } from './gitops/open-gitops.ts';
import { HaproxyMover } from './haproxy/haproxy-mover.ts';
import { RuntimeApi } from './haproxy/runtime-api.ts';
import { ArgoTraffic } from './kubernetes/argo-rollouts.ts';
import type { Cluster } from './kubernetes/cluster.ts';
import { LeaseCell } from './kubernetes/lease-cell.ts';
import { ObjectTraffic } from './kubernetes/object-traffic.ts';
import { openCluster } from './kubernetes/open-cluster.ts';
import { ReplicaTraffic } from './kubernetes/replicas.ts';
import { RollingTraffic } from './kubernetes/rolling.ts';
import type { RouteRules } from './kubernetes/route-rules.ts';
import { blueGreenService } from './kubernetes/routes/blue-green.ts';
import { gatewayRoutes } from './kubernetes/routes/gateway-api.ts';
import { istioRoutes } from './kubernetes/routes/istio.ts';
import { machineTimer } from './timer.ts';

/** Undefined for `router: none`. Throws ConfigurationError. */
export async function openRouter(
  { router, places }: Configuration,
  host: Host,
  env: Environment,
): Promise<OpenRouter | undefined> {
  if (router.kind === 'none') return undefined;
  const identity = identityOf(host, env);
  if (router.kind !== 'gitops') return await openActing(router, identity);
  return openGitops({ options: router, places, identity, env, live: await openLive(router) });
}

type Rules = IstioOptions | GatewayOptions | BlueGreenOptions;

async function openActing(router: Exclude<ActingRouter, GitopsOptions>, identity: string): Promise<OpenRouter> {
  switch (router.kind) {
    case 'istio':
    case 'gateway-api':
    case 'blue-green':
      return await openObject(router, identity);
    case 'replicas':
    case 'rolling':
    case 'argo-rollouts':
      return await openPods(router, identity);
    case 'haproxy':
      return openHaproxy(router, identity);
  }
}

async function openObject(router: Rules, identity: string): Promise<OpenRouter> {
  const calls = new Calls();
  const cluster = await openCluster(router, calls);
  const rules = rulesOf(router);
  const traffic = new ObjectTraffic({ ...router, cluster, rules });
  return {
    traffic,
    lock: leaseOf(rules.kind, traffic.description, cluster, identity),
    managed: router.managed,
    count: () => calls.count,
  };
}

type Pods = ReplicaOptions | RollingOptions | ArgoOptions;

async function openPods(router: Pods, identity: string): Promise<OpenRouter> {
  const calls = new Calls();
  const cluster = await openCluster(router, calls);
  const { traffic, kind, name } = podTraffic(router, cluster);
  const lock = leaseOf(kind, name, cluster, identity);
  return { traffic, lock, managed: router.managed, count: () => calls.count };
}

function podTraffic(
  router: Pods,
  cluster: Cluster,
): { readonly traffic: Traffic; readonly kind: string; readonly name: string } {
  switch (router.kind) {
    case 'replicas':
      return { traffic: new ReplicaTraffic(router, cluster), kind: 'Deployment', name: router.canary };
    case 'rolling':
      return { traffic: new RollingTraffic(router, cluster), kind: 'Deployment', name: router.deployment };
    case 'argo-rollouts':
      return { traffic: new ArgoTraffic(router, cluster), kind: 'Rollout', name: router.rollout };
  }
}

/** Record and lock stand in a folder of the machine that HAProxy and the runner share. */
function openHaproxy(options: HaproxyOptions, identity: string): OpenRouter {
  const calls = new Calls();
  const mover = new HaproxyMover(options, new RuntimeApi(options.socket, calls));
  const folder = options.state;
  const about = `backend ${options.backend}`;
  const record = new FileCell({ folder, name: 'rollout', description: `record of ${about}`, parse: checkedRecord });
  const lease = new FileCell({ folder, name: 'lease', description: `lock of ${about}`, parse: checkedLease });
  const lock = new Lock(lease, machineTimer, identity);
  return { traffic: new RecordedMover(mover, record), lock, managed: 'accept', count: () => calls.count };
}

/** The route where a weight of a GitOps repository arrives: read, never written. */
async function openLive({ live }: GitopsOptions): Promise<GitopsParts['live']> {
  if (live === undefined) return undefined;
  const calls = new Calls();
  const cluster = await openCluster(live, calls);
  const route = new ObjectTraffic({ ...live, cluster, rules: rulesOf(live) });
  return { read: async (signal) => (await route.read(signal)).weight, calls };
}

function rulesOf(router: Rules): RouteRules {
  if (router.kind === 'istio') return istioRoutes(router);
  return router.kind === 'gateway-api' ? gatewayRoutes(router) : blueGreenService(router);
}

/** One lock for one object, whatever plan names it. */
function leaseOf(kind: string, description: string, cluster: Cluster, identity: string): Lock {
  const name = description.split('/').at(-1) ?? 'rollout';
  return new Lock(
    new LeaseCell(cluster, `shipgate-${kind.toLowerCase()}-${name}`.slice(0, 63)),
    machineTimer,
    identity,
  );
}

/** The same for every attempt of one job: GitHub runs them one after the other. At a terminal each process is its own. */
export function identityOf({ repository, run }: Host, env: Environment): string {
  if (repository === undefined || run === undefined) return `${hostname()}/${process.pid}/${Date.now()}`;
  return `${repository}/runs/${run.id}/${env['GITHUB_JOB'] ?? ''}`;
}
