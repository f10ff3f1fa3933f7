import { ADMISSION_GROUP } from '../kinds.ts';
import type { KubernetesObject } from '../object.ts';
import { labelsOf, selects } from '../selector.ts';
import type { Value } from '../value.ts';
import { at, textAt } from '../value.ts';
import type { Policy } from './policy.ts';

/** The parameters with which a policy is judged, one after the other; or why there are none. */
export type Parameters = { readonly values: readonly Value[] } | { readonly missing: string };

/**
 * Parameters of a policy as its bindings name them, found among all objects that are known. A policy without paramKind
 * has null. https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#parameter-resources
 */
export function parametersOf(policy: Policy, object: KubernetesObject, known: readonly KubernetesObject[]): Parameters {
  const { paramKind } = policy;
  if (paramKind === undefined) return { values: [null] };
  const bindings = known.filter((one) => isBinding(one, policy));
  const candidates = known.filter(
    (one) => one.kind === paramKind.kind && textAt(one.value, 'apiVersion') === paramKind.apiVersion,
  );
  const values: Value[] = [];
  for (const binding of bindings) {
    const reference = at(binding.value, 'spec', 'paramRef');
    const found = candidates.filter((one) => isReferred(one, reference, object));
    values.push(...found.map((one) => one.value));
    const isAllowed = textAt(reference, 'parameterNotFoundAction') === 'Allow';
    if (found.length === 0 && !isAllowed) return { missing: `no ${paramKind.kind} that binding ${binding.name} names` };
  }
  return bindings.length === 0 ? { missing: `no binding that gives a ${paramKind.kind}` } : { values };
}

function isBinding(object: KubernetesObject, policy: Policy): boolean {
  if (object.kind !== 'ValidatingAdmissionPolicyBinding' || object.group !== ADMISSION_GROUP) return false;
  return textAt(object.value, 'spec', 'policyName') === policy.name;
}

function isReferred(candidate: KubernetesObject, reference: Value | undefined, judged: KubernetesObject): boolean {
  const namespace = textAt(reference, 'namespace') ?? judged.namespace;
  if (candidate.namespace !== undefined && candidate.namespace !== namespace) return false;
  const name = textAt(reference, 'name');
  if (name !== undefined) return candidate.name === name;
  return selects(at(reference, 'selector'), labelsOf(candidate.value)) === true;
}
