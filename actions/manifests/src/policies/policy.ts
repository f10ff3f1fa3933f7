import type { Expression } from '../cel/expression.ts';
import { expressionOf } from '../cel/expression.ts';
import { POLICY_KIND } from '../kinds.ts';
import type { KubernetesObject } from '../object.ts';
import type { ManifestTrouble } from '../read.ts';
import type { Value } from '../value.ts';
import { at, isList, listAt, textAt } from '../value.ts';

/**
 * A ValidatingAdmissionPolicy of the user's own:
 * https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export interface Policy {
  readonly name: string;
  /** As results and `rules:` name it. */
  readonly rule: string;
  /** `Ignore`: an error does not count in a cluster. It still is no pass here. */
  readonly failurePolicy: 'Fail' | 'Ignore';
  readonly constraints: Value;
  readonly variables: readonly (readonly [name: string, expression: Expression])[];
  readonly conditions: readonly { readonly name: string; readonly expression: Expression }[];
  readonly validations: readonly Validation[];
  /** apiVersion and kind of its parameters; undefined when it takes none. */
  readonly paramKind?: { readonly apiVersion: string; readonly kind: string };
}

export interface Validation {
  readonly expression: Expression;
  readonly message?: string;
  readonly messageExpression?: Expression;
}

/** Reads a policy; a trouble for one that a cluster would not take. */
export function readPolicy(object: KubernetesObject): Policy | ManifestTrouble {
  const spec = object.value.get('spec');
  const fault = shapeFault(object, spec);
  if (fault !== undefined) return { file: object.file, line: object.line, ...fault };
  const kind = textAt(spec, 'paramKind', 'kind');
  const apiVersion = textAt(spec, 'paramKind', 'apiVersion');
  return {
    name: object.name,
    rule: `${POLICY_KIND}/${object.name}`,
    failurePolicy: textAt(spec, 'failurePolicy') === 'Ignore' ? 'Ignore' : 'Fail',
    constraints: at(spec, 'matchConstraints') ?? new Map(),
    variables: named(listAt(spec, 'variables')).map(({ name, expression }) => [name, expression]),
    conditions: named(listAt(spec, 'matchConditions')),
    validations: listAt(spec, 'validations').map(validationOf),
    ...(kind === undefined || apiVersion === undefined ? {} : { paramKind: { apiVersion, kind } }),
  };
}

function named(values: readonly Value[]): { name: string; expression: Expression }[] {
  return values.map((value) => ({
    name: textAt(value, 'name') ?? '',
    expression: expressionOf(textAt(value, 'expression') ?? ''),
  }));
}

function validationOf(value: Value): Validation {
  const message = textAt(value, 'message');
  const words = textAt(value, 'messageExpression');
  return {
    expression: expressionOf(textAt(value, 'expression') ?? ''),
    ...(message === undefined ? {} : { message }),
    ...(words === undefined ? {} : { messageExpression: expressionOf(words) }),
  };
}

function shapeFault(
  object: KubernetesObject,
  spec: Value | undefined,
): Pick<ManifestTrouble, 'expected' | 'got'> | undefined {
  const policy = `in policy ${object.name}`;
  if (listAt(spec, 'matchConstraints', 'resourceRules').length === 0) {
    return { expected: 'spec.matchConstraints.resourceRules with at least one rule', got: `none ${policy}` };
  }
  if (listAt(spec, 'validations').length === 0) {
    return { expected: 'spec.validations with at least one expression', got: `none ${policy}` };
  }
  const lists = ['validations', 'variables', 'matchConditions'].filter((field) => {
    const value = at(spec, field) ?? [];
    return !isList(value) || value.some((entry) => textAt(entry, 'expression') === undefined);
  });
  return lists.length === 0
    ? undefined
    : { expected: `spec.${lists.join(', spec.')} as a list with an expression each`, got: `another shape ${policy}` };
}
