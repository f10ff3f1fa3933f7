/** What routers read of a Deployment. https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/deployment-v1/ Pure. */
import type { KubeObject } from './cluster.ts';

export function deploymentPath(namespace: string, name: string): string {
  return `/apis/apps/v1/namespaces/${encodeURIComponent(namespace)}/deployments/${encodeURIComponent(name)}`;
}

/** spec.replicas, which is 1 when it is not written. */
export function wantedOf(object: KubeObject): number {
  const { replicas } = Object(object['spec']);
  return typeof replicas === 'number' ? replicas : 1;
}

/** The controller has seen the newest spec, so that the status speaks of it. */
export function isObserved(object: KubeObject): boolean {
  const { observedGeneration } = Object(object['status']);
  const generation = object.metadata?.['generation'];
  return typeof generation !== 'number' || Number(observedGeneration) >= generation;
}

/** Ready pods; -1 while the controller has not seen the newest spec. */
export function readyOf(object: KubeObject): number {
  const { readyReplicas } = Object(object['status']);
  if (!isObserved(object)) return -1;
  return typeof readyReplicas === 'number' ? readyReplicas : 0;
}

export function annotation(object: KubeObject, name: string): string | undefined {
  return object.metadata?.annotations?.[name];
}
