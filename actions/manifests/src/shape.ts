import type { Pod } from './pod.ts';
import type { Value } from './value.ts';
import { isList, mapAt } from './value.ts';

type Shape = 'map' | 'maps';

const CONTEXTS: readonly (readonly [field: string, shape: Shape])[] = [
  ...['seccompProfile', 'appArmorProfile', 'seLinuxOptions', 'windowsOptions'].map((field) => [field, 'map'] as const),
  ['capabilities', 'map'],
  ['sysctls', 'maps'],
];

const POD: readonly (readonly [field: string, shape: Shape])[] = [
  ['securityContext', 'map'],
  ['volumes', 'maps'],
  ['os', 'map'],
  ['resources', 'map'],
];

const CONTAINER: readonly (readonly [field: string, shape: Shape])[] = [
  ...['securityContext', 'resources', 'lifecycle'].map((field) => [field, 'map'] as const),
  ...['livenessProbe', 'readinessProbe', 'startupProbe'].map((field) => [field, 'map'] as const),
  ['env', 'maps'],
  ['ports', 'maps'],
];

/**
 * What of a pod has another shape than the API has (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/);
 * undefined when all is well. An optional field of another shape would look as if it were not there, and nothing may pass for that.
 */
export function shapeFault(pod: Pod | undefined): string | undefined {
  if (pod === undefined) return 'there is no pod template with a list of containers';
  const { spec, containers } = pod;
  const inPod = odd(spec, POD) ?? odd(spec.get('securityContext'), CONTEXTS, 'securityContext.');
  if (inPod !== undefined) return `spec.${inPod}`;
  for (const { name, value } of containers) {
    const inside = odd(value, CONTAINER) ?? odd(mapAt(value)?.get('securityContext'), CONTEXTS, 'securityContext.');
    if (inside !== undefined) return `container ${name}: ${inside}`;
  }
  return undefined;
}

function odd(holder: Value | undefined, fields: typeof POD, above = ''): string | undefined {
  const map = mapAt(holder);
  const found = fields.find(([field, shape]) => {
    const value = map?.get(field);
    return value !== undefined && !isOf(value, shape);
  });
  return found === undefined ? undefined : `${above}${found[0]} is no ${found[1] === 'map' ? 'map' : 'list of maps'}`;
}

function isOf(value: Value, shape: Shape): boolean {
  if (shape === 'map') return value instanceof Map;
  return isList(value) && value.every((entry) => entry instanceof Map);
}
