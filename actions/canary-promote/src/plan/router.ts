/** What moves the traffic, as the plan says it. It is no part of the plan's hash: a context may change in mid-rollout. */

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
