/** The few calls that routers make of a Kubernetes API server. https://kubernetes.io/docs/reference/using-api/api-concepts/ */

export interface Cluster {
  /** For people: "context production". */
  readonly description: string;
  /** Of the plan, else of the context, else "default". */
  readonly namespace: string;
  /** All throw TrafficError. `path` is the whole of it: "/apis/apps/v1/namespaces/orders/deployments/order-service". */
  get(path: string, signal: AbortSignal): Promise<KubeObject>;
  /** Items of a list; `query` such as {labelSelector: "app=orders"}. */
  list(path: string, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<readonly KubeObject[]>;
  /** JSON Patch (RFC 6902). `conflict` for 409 and for a test that did not hold (422). */
  patch(path: string, operations: readonly PatchOperation[], signal: AbortSignal): Promise<KubeObject>;
  /** `conflict` when it exists. */
  create(path: string, object: KubeObject, signal: AbortSignal): Promise<KubeObject>;
  /** With the object's resourceVersion: `conflict` when it is another one now. */
  replace(path: string, object: KubeObject, signal: AbortSignal): Promise<KubeObject>;
}

/** An object of the API, read with care: it comes from outside. */
export interface KubeObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: {
    readonly name?: string;
    readonly namespace?: string;
    readonly resourceVersion?: string;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly labels?: Readonly<Record<string, string>>;
    readonly [key: string]: unknown;
  };
  readonly [key: string]: unknown;
}

/** RFC 6902; paths are JSON Pointers (RFC 6901). */
export type PatchOperation =
  | { readonly op: 'test' | 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

/** Where the record is kept on the object that holds the weights. */
export const RECORD_ANNOTATION = 'shipgate.dev/rollout';
