/** What moves the traffic, as the plan says it. It is no part of the plan's hash: a context may change in mid-rollout. */
import type { CanaryLiveRoute, CanaryRouter } from '@shipgate/schemas';

export type RouterOptions = NoRouter | ActingRouter;

/** Somebody else moves the traffic, by what the run says. */
export interface NoRouter {
  readonly kind: 'none';
}

export type ActingRouter =
  | IstioOptions
  | GatewayOptions
  | BlueGreenOptions
  | ReplicaOptions
  | RollingOptions
  | ArgoOptions
  | HaproxyOptions
  | GitopsOptions;

export interface KubernetesPlace {
  /** Of the kubeconfig; undefined: its current one, or the cluster that the run is in. */
  readonly context: string | undefined;
  /** Undefined: the context's. */
  readonly namespace: string | undefined;
  /** A controller that would revert our changes: `refuse` to begin, or `accept` that it was told to leave the weights alone. */
  readonly managed: 'refuse' | 'accept';
  /** Deployment whose ready pods are stable's capacity; undefined: not known, and not looked at. */
  readonly stableDeployment: string | undefined;
}

export interface IstioOptions extends KubernetesPlace {
  readonly kind: 'istio';
  readonly virtualService: string;
  /** Subsets of one host, or hosts. */
  readonly stable: string;
  readonly canary: string;
  /** Names of http routes; empty: every one that has the pair. */
  readonly routes: readonly string[];
}

export interface GatewayOptions extends KubernetesPlace {
  readonly kind: 'gateway-api';
  readonly httpRoute: string;
  /** Names of the Services. */
  readonly stable: string;
  readonly canary: string;
}

export interface BlueGreenOptions extends KubernetesPlace {
  readonly kind: 'blue-green';
  readonly service: string;
  /** Key of its selector, and the two values. */
  readonly label: string;
  readonly stable: string;
  readonly canary: string;
}

/** Two Deployments behind one Service: the weight is the canary's part of the pods. */
export interface ReplicaOptions extends KubernetesPlace {
  readonly kind: 'replicas';
  readonly stable: string;
  readonly canary: string;
  /** Of both together; undefined: what stable had before. */
  readonly total: number | undefined;
}

/** One Deployment that Kubernetes rolls, held by pausing it; taken back as `kubectl rollout undo` does. */
export interface RollingOptions extends KubernetesPlace {
  readonly kind: 'rolling';
  readonly deployment: string;
}

export interface ArgoOptions extends KubernetesPlace {
  readonly kind: 'argo-rollouts';
  readonly rollout: string;
}

export interface HaproxyOptions {
  readonly kind: 'haproxy';
  /** Path of the runtime API's socket, or host:port. */
  readonly socket: string;
  readonly backend: string;
  /** Names of servers. */
  readonly stable: readonly string[];
  readonly canary: readonly string[];
  /** Folder for the record and the lock, on the machine of the runner. */
  readonly state: string;
}

export interface GitopsOptions {
  readonly kind: 'gitops';
  /** owner/name. */
  readonly repository: string;
  readonly branch: string;
  readonly file: string;
  /** JSON Pointer of the one scalar that is the canary's weight in percent. */
  readonly pointer: string;
  /** Variable with a token for that repository only. */
  readonly tokenEnv: string;
  /** Instead of a commit on the branch: a pull request that people merge. */
  readonly pullRequest: boolean;
  /** Where the weight arrives: read, never written. Undefined: the commit counts, and the measured share tells. */
  readonly live: IstioOptions | GatewayOptions | undefined;
}

/** Pure. `router` was read by `readCanaryPlan`, which finds what is missing in it. */
export function resolveRouter(router: CanaryRouter | undefined): RouterOptions {
  if (router === undefined || router.kind === 'none') return { kind: 'none' };
  const place = placeOf(router);
  switch (router.kind) {
    case 'istio':
      return {
        kind: 'istio',
        ...place,
        ...pairOf(router),
        virtualService: router['virtual-service'] ?? '',
        routes: router.routes ?? [],
      };
    case 'gateway-api':
      return { kind: 'gateway-api', ...place, ...pairOf(router), httpRoute: router['http-route'] ?? '' };
    case 'blue-green':
      return {
        kind: 'blue-green',
        ...place,
        ...pairOf(router),
        service: router.service ?? '',
        label: router.label ?? 'version',
      };
    case 'replicas':
      return { kind: 'replicas', ...place, ...pairOf(router), total: router.total };
    case 'rolling':
      return { kind: 'rolling', ...place, deployment: router.deployment ?? '' };
    case 'argo-rollouts':
      return { kind: 'argo-rollouts', ...place, rollout: router.rollout ?? '' };
    case 'haproxy':
      return resolveHaproxy(router);
    case 'gitops':
      return resolveGitops(router);
  }
}

function placeOf(router: CanaryRouter): KubernetesPlace {
  return {
    context: router.context,
    namespace: router.namespace,
    managed: router.managed ?? 'refuse',
    stableDeployment: router['stable-deployment'],
  };
}

function namesOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

function pairOf({ stable, canary }: Pick<CanaryRouter, 'stable' | 'canary'>): {
  readonly stable: string;
  readonly canary: string;
} {
  return { stable: namesOf(stable)[0] ?? '', canary: namesOf(canary)[0] ?? '' };
}

function resolveHaproxy(router: CanaryRouter): HaproxyOptions {
  return {
    kind: 'haproxy',
    socket: router.socket ?? '',
    backend: router.backend ?? '',
    stable: namesOf(router.stable),
    canary: namesOf(router.canary),
    state: router.state ?? '',
  };
}

function resolveGitops(router: CanaryRouter): GitopsOptions {
  return {
    kind: 'gitops',
    repository: router.repository ?? '',
    branch: router.branch ?? 'main',
    file: router.file ?? '',
    pointer: router.pointer ?? '',
    tokenEnv: router['token-env'] ?? '',
    pullRequest: router['pull-request'] ?? false,
    live: router.live === undefined ? undefined : resolveLive(router.live),
  };
}

function resolveLive(live: CanaryLiveRoute): IstioOptions | GatewayOptions {
  const place = {
    context: live.context,
    namespace: live.namespace,
    managed: 'accept',
    stableDeployment: undefined,
    stable: live.stable,
    canary: live.canary,
  } as const;
  if (live.kind === 'istio')
    return { kind: 'istio', ...place, virtualService: live['virtual-service'] ?? '', routes: [] };
  return { kind: 'gateway-api', ...place, httpRoute: live['http-route'] ?? '' };
}
