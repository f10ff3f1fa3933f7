import type { Value } from './value.ts';
import { at, isList, listAt, mapAt, textAt } from './value.ts';

/**
 * Whether a label selector selects labels; undefined for a selector that is none (an operator that Kubernetes does not
 * know, labels that are no texts). An empty selector selects all, none selects nothing.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements
 */
export function selects(selector: Value | undefined, labels: ReadonlyMap<string, Value>): boolean | undefined {
  if (selector === undefined) return false;
  const wanted = at(selector, 'matchLabels') ?? new Map();
  const expressions = at(selector, 'matchExpressions') ?? [];
  if (!(selector instanceof Map && wanted instanceof Map && isList(expressions))) return undefined;
  const parts = [hasLabels(wanted, labels), ...expressions.map((expression) => holds(expression, labels))];
  if (parts.includes(undefined)) return undefined;
  return parts.every((part) => part === true);
}

/** A map of labels that all must be there: of a Service, of a ReplicationController. */
export function hasLabels(wanted: ReadonlyMap<string, Value>, labels: ReadonlyMap<string, Value>): boolean | undefined {
  const entries = [...wanted];
  if (entries.some(([, value]) => typeof value !== 'string')) return undefined;
  return entries.every(([key, value]) => labels.get(key) === value);
}

function holds(expression: Value, labels: ReadonlyMap<string, Value>): boolean | undefined {
  const key = textAt(expression, 'key');
  const values = listAt(expression, 'values');
  if (key === undefined) return undefined;
  const label = labels.get(key);
  switch (textAt(expression, 'operator')) {
    case 'In':
      return label !== undefined && values.includes(label);
    case 'NotIn':
      return label === undefined || !values.includes(label);
    case 'Exists':
      return label !== undefined;
    case 'DoesNotExist':
      return label === undefined;
    default:
      return undefined;
  }
}

/** Labels of an object. */
export function labelsOf(value: Value): ReadonlyMap<string, Value> {
  return mapAt(value, 'metadata', 'labels') ?? new Map();
}
