import type { Path } from './value.ts';

/** Where the pod template stands, by kind: https://kubernetes.io/docs/concepts/workloads/controllers and Argo's Rollout. */
export const POD_TEMPLATES: ReadonlyMap<string, Path> = new Map<string, Path>([
  ['Pod', []],
  ['PodTemplate', ['template']],
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job', 'Rollout'].map(
    (kind): [string, Path] => [kind, ['spec', 'template']],
  ),
  ['CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
]);

/** API groups in which a kind of that name is the one that is meant; a kind of the same name in another group is not. */
export const GROUPS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...['Pod', 'PodTemplate', 'ReplicationController', 'Service'].map((kind) => [kind, ['']] as const),
  ...['Deployment', 'DaemonSet', 'ReplicaSet'].map((kind) => [kind, ['apps', 'extensions']] as const),
  ['StatefulSet', ['apps']],
  ...['Job', 'CronJob'].map((kind) => [kind, ['batch']] as const),
  ['Rollout', ['argoproj.io']],
  ['Ingress', ['networking.k8s.io', 'extensions']],
  ['NetworkPolicy', ['networking.k8s.io', 'extensions']],
  ['HorizontalPodAutoscaler', ['autoscaling']],
  ['PodDisruptionBudget', ['policy']],
]);

/** Kinds that rules of ours judge. */
export const JUDGED_KINDS: ReadonlySet<string> = new Set(GROUPS.keys());

/** Whether an object is of this kind of Kubernetes (or of Argo), and not of another group that uses the name. */
export function isOf(object: { readonly kind: string; readonly group: string }, ...kinds: readonly string[]): boolean {
  return kinds.includes(object.kind) && (GROUPS.get(object.kind)?.includes(object.group) ?? false);
}

/** Users' own policies: https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/ */
export const ADMISSION_GROUP = 'admissionregistration.k8s.io';
export const POLICY_KIND = 'ValidatingAdmissionPolicy';
