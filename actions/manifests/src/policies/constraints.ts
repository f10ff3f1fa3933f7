import type { KubernetesObject } from '../object.ts';
import { labelsOf, selects } from '../selector.ts';
import type { Value } from '../value.ts';
import { at, listAt, textAt } from '../value.ts';

/** The resource of a kind, by the rule by which Kubernetes guesses it (meta.UnsafeGuessKindToResource). */
export function resourceOf(kind: string): string {
  const name = kind.toLowerCase();
  if (name === 'endpoints') return name;
  if (name.endsWith('s')) return `${name}es`;
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
}

/**
 * Whether matchConstraints cover the creation of an object; undefined when that depends on what no manifest says: labels
 * of the namespace, or a selector that is none.
 */
export function isCovered(constraints: Value, object: KubernetesObject): boolean | undefined {
  const rules = listAt(constraints, 'resourceRules');
  const excluded = listAt(constraints, 'excludeResourceRules');
  if (!rules.some((rule) => matches(rule, object)) || excluded.some((rule) => matches(rule, object))) return false;
  const selector = at(constraints, 'objectSelector');
  const isSelected = selector === undefined ? true : selects(selector, labelsOf(object.value));
  if (isSelected !== true) return isSelected;
  const namespaces = at(constraints, 'namespaceSelector');
  const asksLabels = listAt(namespaces, 'matchExpressions').length > 0 || sizeOf(at(namespaces, 'matchLabels')) > 0;
  return asksLabels && object.namespace !== undefined ? undefined : true;
}

function matches(rule: Value, object: KubernetesObject): boolean {
  const names = listAt(rule, 'resourceNames');
  const scope = textAt(rule, 'scope') ?? '*';
  return (
    has(listAt(rule, 'operations'), ['CREATE', '*']) &&
    has(listAt(rule, 'apiGroups'), [object.group, '*']) &&
    has(listAt(rule, 'apiVersions'), [object.version, '*']) &&
    has(listAt(rule, 'resources'), [resourceOf(object.kind), '*', '*/*']) &&
    (names.length === 0 || names.includes(object.name)) &&
    (scope === '*' || scope === (object.namespace === undefined ? 'Cluster' : 'Namespaced'))
  );
}

function has(values: readonly Value[], wanted: readonly string[]): boolean {
  return wanted.some((value) => values.includes(value));
}

function sizeOf(value: Value | undefined): number {
  return value instanceof Map ? value.size : 0;
}
