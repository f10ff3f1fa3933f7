import { isOf, POD_TEMPLATES } from './kinds.ts';
import type { KubernetesObject } from './object.ts';
import type { Path, Value } from './value.ts';
import { isList, mapAt, textAt } from './value.ts';

/** Lists of containers in a pod: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec */
export const CONTAINER_LISTS = ['containers', 'initContainers', 'ephemeralContainers'] as const;

export type ContainerList = (typeof CONTAINER_LISTS)[number];

/** What of an object becomes pods. */
export interface Pod {
  /** With metadata and spec. For a Pod the object itself. */
  readonly template: ReadonlyMap<string, Value>;
  readonly spec: ReadonlyMap<string, Value>;
  /** Of the template, from the top of the object. */
  readonly path: Path;
  readonly containers: readonly Container[];
}

export interface Container {
  /** '' for one without a name. */
  readonly name: string;
  readonly list: ContainerList;
  readonly value: Value;
  /** From the top of the object. */
  readonly path: Path;
}

/** Whether an object of this kind has pods, whatever it holds. */
export function hasPods(object: KubernetesObject): boolean {
  return isOf(object, ...POD_TEMPLATES.keys());
}

/** The pod of an object; undefined when it has none, though its kind needs one, or when a list of containers is no list. */
export function podOf(object: KubernetesObject): Pod | undefined {
  const known = read.get(object);
  if (known !== undefined) return known.pod;
  const pod = readPod(object);
  read.set(object, { pod });
  return pod;
}

/** Objects never change, and every rule and every result asks for their pod. */
const read = new WeakMap<KubernetesObject, { readonly pod: Pod | undefined }>();

function readPod(object: KubernetesObject): Pod | undefined {
  const path = hasPods(object) ? POD_TEMPLATES.get(object.kind) : undefined;
  if (path === undefined) return undefined;
  const template = mapAt(object.value, ...path);
  const spec = mapAt(template, 'spec');
  if (template === undefined || spec === undefined) return undefined;
  const containers = CONTAINER_LISTS.map((list) => containersOf(spec, list, path));
  if (containers.includes(undefined) || containers[0]?.length === 0) return undefined;
  return { template, spec, path, containers: containers.flatMap((list) => list ?? []) };
}

function containersOf(spec: Value, list: ContainerList, path: Path): Container[] | undefined {
  const values = mapAt(spec)?.get(list) ?? [];
  if (!isList(values) || !values.every((value) => value instanceof Map)) return undefined;
  return values.map((value, index) => ({
    name: textAt(value, 'name') ?? '',
    list,
    value,
    path: [...path, 'spec', list, index],
  }));
}

/** Labels of the pods. */
export function podLabels(pod: Pod): ReadonlyMap<string, Value> {
  return mapAt(pod.template, 'metadata', 'labels') ?? new Map();
}
