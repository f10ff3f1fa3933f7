import type { Path, Value } from './value.ts';
import { isList, textAt } from './value.ts';

/** Groups whose objects belong to no namespace, by kind: of the kinds that manifests of a service hold. */
const CLUSTER_WIDE: ReadonlySet<string> = new Set([
  ...['Namespace', 'Node', 'PersistentVolume', 'ClusterRole', 'ClusterRoleBinding', 'CustomResourceDefinition'],
  ...['StorageClass', 'IngressClass', 'PriorityClass', 'RuntimeClass', 'APIService', 'ClusterIssuer', 'CSIDriver'],
  ...['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration', 'VolumeSnapshotClass', 'GatewayClass'],
  ...['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding', 'MutatingAdmissionPolicy'],
]);

/** From 1; a column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds the line of a place in an object. */
export interface Lines {
  /** From 1: of the key or element, or of the nearest that is there above it. */
  at(path: Path): number;
  /** As `at`, with the column. */
  place(path: Path): Position;
}

/** One Kubernetes object of a file. */
export interface KubernetesObject {
  /** From the top of the repository. */
  readonly file: string;
  /** Where it begins, from 1. */
  readonly line: number;
  readonly kind: string;
  /** '' for the core group. */
  readonly group: string;
  readonly version: string;
  /** metadata.name, or generateName with a `*`; '' without both. */
  readonly name: string;
  /** `default` for an object that names none and needs one; undefined for one of the whole cluster. */
  readonly namespace: string | undefined;
  readonly value: ReadonlyMap<string, Value>;
  readonly lines: Lines;
  /** A text in it holds `{{`: a template that was not rendered, or a text that is a template itself. */
  readonly isTemplate: boolean;
}

/** The parts of an object by which others name it; undefined when it is none (no apiVersion or kind). */
export function identityOf(
  value: Value,
): Pick<KubernetesObject, 'kind' | 'group' | 'version' | 'name' | 'namespace'> | undefined {
  const apiVersion = textAt(value, 'apiVersion');
  const kind = textAt(value, 'kind');
  if (!(value instanceof Map) || !apiVersion || !kind) return undefined;
  const slash = apiVersion.indexOf('/');
  const generated = textAt(value, 'metadata', 'generateName');
  return {
    kind,
    group: slash === -1 ? '' : apiVersion.slice(0, slash),
    version: apiVersion.slice(slash + 1),
    name: textAt(value, 'metadata', 'name') ?? (generated === undefined ? '' : `${generated}*`),
    namespace: CLUSTER_WIDE.has(kind) ? undefined : (textAt(value, 'metadata', 'namespace') ?? 'default'),
  };
}

/** Offsets of keys and elements, by the map or list that has them. */
export type Offsets = WeakMap<object, ReadonlyMap<string | number, number>>;

/** Lines in an object by offsets that were taken when it was read. */
export class ObjectLines implements Lines {
  readonly #value: Value;
  readonly #offsets: Offsets;
  readonly #first: number;
  readonly #positionOf: (offset: number) => Position;

  constructor(value: Value, first: number, offsets: Offsets, positionOf: (offset: number) => Position) {
    this.#value = value;
    this.#first = first;
    this.#offsets = offsets;
    this.#positionOf = positionOf;
  }

  at(path: Path): number {
    return this.place(path).line;
  }

  place(path: Path): Position {
    let here: Value | undefined = this.#value;
    let offset = this.#first;
    for (const key of path) {
      if (here === null || typeof here !== 'object') break;
      offset = this.#offsets.get(here)?.get(key) ?? offset;
      here = isList(here) ? here[Number(key)] : here.get(String(key));
    }
    return this.#positionOf(offset);
  }
}
