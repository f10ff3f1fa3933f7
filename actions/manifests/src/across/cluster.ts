import { grouped } from '../grouped.ts';
import { isOf } from '../kinds.ts';
import type { KubernetesObject } from '../object.ts';
import type { Pod } from '../pod.ts';
import { podLabels, podOf } from '../pod.ts';
import type { Finding } from '../result.ts';
import type { Path, Value } from '../value.ts';
import { at, textAt } from '../value.ts';

/** An object whose pods others may select. */
export interface Workload {
  readonly object: KubernetesObject;
  readonly pod: Pod;
  readonly labels: ReadonlyMap<string, Value>;
}

/** All objects that are judged together, as if they were one cluster. */
export interface Cluster {
  /** Those that are judged. */
  readonly objects: readonly KubernetesObject[];
  readonly workloads: readonly Workload[];
  /** All objects by namespace and kind, all workloads by namespace: what belongs together stands in one namespace. */
  objectsIn(place: string): readonly KubernetesObject[];
  workloadsIn(namespace: string): readonly Workload[];
}

interface Known {
  readonly workloads: readonly Workload[];
  readonly objectsIn: ReadonlyMap<string, readonly KubernetesObject[]>;
  readonly workloadsIn: ReadonlyMap<string, readonly Workload[]>;
}

/** A finding of a rule over several objects, at the object that it is said of. */
export interface ClusterFinding {
  readonly object: KubernetesObject;
  readonly finding: Finding;
}

/** A rule that needs more than one object. */
export interface ClusterRule {
  readonly name: string;
  readonly title: string;
  readonly hurts: string;
  readonly mend: string;
  judge(cluster: Cluster): ClusterFinding[];
}

/** What is wrong, and where in the object. */
export interface Fault {
  readonly path: Path;
  /** One sentence without its end. */
  readonly seen: string;
  readonly container?: string;
  /** The manifest has a shape that cannot be judged. */
  readonly isError?: boolean;
}

/** `context`: objects that are there too, and are judged elsewhere. */
export function clusterOf(objects: readonly KubernetesObject[], context: readonly KubernetesObject[] = []): Cluster {
  const own = knownOf(objects);
  const known = contexts.get(context) ?? knownOf(context);
  contexts.set(context, known);
  return {
    objects,
    workloads: own.workloads,
    objectsIn: (place) => joined(own.objectsIn.get(place), known.objectsIn.get(place)),
    workloadsIn: (namespace) => joined(own.workloadsIn.get(namespace), known.workloadsIn.get(namespace)),
  };
}

/** Many environments have the same one: of a repository with a thousand of them, it is sorted once. */
const contexts = new WeakMap<readonly KubernetesObject[], Known>();

function knownOf(objects: readonly KubernetesObject[]): Known {
  const workloads = objects.flatMap((object) => {
    const pod = podOf(object);
    return pod === undefined ? [] : [{ object, pod, labels: podLabels(pod) }];
  });
  const workloadsIn = grouped(workloads, ({ object }) => object.namespace ?? '');
  return { workloads, workloadsIn, objectsIn: grouped(objects, placeOf) };
}

function joined<T>(one: readonly T[] = [], two: readonly T[] = []): readonly T[] {
  if (two.length === 0) return one;
  return one.length === 0 ? two : [...one, ...two];
}

function placeOf({ namespace, kind }: Pick<KubernetesObject, 'namespace' | 'kind'>): string {
  return `${namespace ?? ''}/${kind}`;
}

/** Workloads in the namespace of an object. */
export function workloadsBeside(cluster: Cluster, object: KubernetesObject): readonly Workload[] {
  return cluster.workloadsIn(object.namespace ?? '');
}

/** One finding for each fault, or one pass. */
export function findingsOf(
  rule: Pick<ClusterRule, 'name' | 'title' | 'mend'>,
  object: KubernetesObject,
  faults: readonly Fault[],
): ClusterFinding[] {
  if (faults.length === 0) {
    return [{ object, finding: { rule: rule.name, result: 'pass', line: object.line, message: rule.title } }];
  }
  return faults.map(({ path, seen, container, isError }) => {
    const place = container === undefined ? {} : { container };
    const said = { line: object.lines.at(path), path, message: seen, mend: rule.mend };
    return { object, finding: { rule: rule.name, result: isError ? 'error' : 'fail', ...place, ...said } };
  });
}

/** Objects of a kind of Kubernetes, in the namespace of another object. */
export function beside(cluster: Cluster, { namespace }: KubernetesObject, kind: string): readonly KubernetesObject[] {
  return cluster.objectsIn(placeOf({ namespace, kind })).filter((one) => isOf(one, kind));
}

/** What an autoscaler names as its target. */
export function targetsOf(cluster: Cluster, autoscaler: KubernetesObject): readonly KubernetesObject[] {
  const kind = textAt(autoscaler.value, 'spec', 'scaleTargetRef', 'kind') ?? '';
  const near = cluster.objectsIn(placeOf({ namespace: autoscaler.namespace, kind }));
  return near.filter((object) => isTarget(autoscaler, object));
}

/** Autoscalers that name this object as their target. */
export function autoscalersOf(cluster: Cluster, object: KubernetesObject): readonly KubernetesObject[] {
  return beside(cluster, object, 'HorizontalPodAutoscaler').filter((one) => isTarget(one, object));
}

/** Whether an autoscaler names this object; another version of its group is the same object. */
function isTarget(autoscaler: KubernetesObject, object: KubernetesObject): boolean {
  const reference = at(autoscaler.value, 'spec', 'scaleTargetRef');
  const [group = '', version] = (textAt(reference, 'apiVersion') ?? `${object.group}/`).split('/');
  return (
    autoscaler.namespace === object.namespace &&
    textAt(reference, 'kind') === object.kind &&
    textAt(reference, 'name') === object.name &&
    (version === undefined ? '' : group) === object.group
  );
}

/** minReplicas of an autoscaler: 1 when it does not say; undefined for what is no whole number. */
export function minReplicas(autoscaler: KubernetesObject): bigint | undefined {
  const value = at(autoscaler.value, 'spec', 'minReplicas') ?? 1n;
  return typeof value === 'bigint' ? value : undefined;
}

/** Kinds with spec.replicas. */
export const SCALED_KINDS = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController', 'Rollout'];

/** How many pods a workload has at the least: of its autoscaler, else spec.replicas, 1 when it does not say. */
export function leastReplicas(cluster: Cluster, object: KubernetesObject): bigint | undefined {
  if (object.kind === 'Pod') return 1n;
  if (!isOf(object, ...SCALED_KINDS)) return undefined;
  const [autoscaler] = autoscalersOf(cluster, object);
  if (autoscaler !== undefined) return minReplicas(autoscaler);
  const value = at(object.value, 'spec', 'replicas') ?? 1n;
  return typeof value === 'bigint' ? value : undefined;
}
