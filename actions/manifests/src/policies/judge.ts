import type { Scope } from '../cel/expression.ts';
import { errorText } from '../cel/expression.ts';
import { Variables } from '../cel/variables.ts';
import type { KubernetesObject } from '../object.ts';
import type { Finding } from '../result.ts';
import type { Value } from '../value.ts';
import { isCovered, resourceOf } from './constraints.ts';
import { parametersOf } from './params.ts';
import type { Policy, Validation } from './policy.ts';

/**
 * What users' own policies say of one object, as if it were created: nothing of a policy that does not cover it, else one
 * pass, or one finding for each validation that does not hold or could not be worked out.
 */
export function judgeByPolicies(
  object: KubernetesObject,
  policies: readonly Policy[],
  known: readonly KubernetesObject[],
): Finding[] {
  return policies.flatMap((policy) => judgeByPolicy(object, policy, known));
}

function judgeByPolicy(object: KubernetesObject, policy: Policy, known: readonly KubernetesObject[]): Finding[] {
  const covered = isCovered(policy.constraints, object);
  if (covered === false) return [];
  if (covered === undefined) return [trouble(policy, object, 'it selects by labels of the namespace')];
  if (object.isTemplate) {
    const message = 'the object holds {{, so it is a template that was not rendered';
    return [{ rule: policy.rule, result: 'not-evaluated', line: object.line, message }];
  }
  const parameters = parametersOf(policy, object, known);
  if ('missing' in parameters) return [trouble(policy, object, `there is ${parameters.missing}`)];
  const findings = parameters.values.map((params) => judgeWith(object, policy, params));
  return merged(findings.filter((found) => found !== undefined));
}

/** Several parameters give one pass, not several. */
function merged(findings: readonly Finding[][]): Finding[] {
  const bad = findings.flat().filter(({ result }) => result !== 'pass');
  return bad.length > 0 ? bad : (findings[0] ?? []);
}

/** undefined when a match condition says that the policy is not for this object. */
function judgeWith(object: KubernetesObject, policy: Policy, params: Value): Finding[] | undefined {
  const scope = scopeOf(object, policy, params);
  try {
    if (policy.conditions.some(({ expression }) => bool(expression.evaluate(scope)) === false)) return undefined;
  } catch (error) {
    return [trouble(policy, object, `a match condition cannot be worked out: ${errorText(error)}`)];
  }
  const findings = policy.validations
    .map((validation) => judgeValidation(validation, object, policy, scope))
    .filter((finding) => finding !== undefined);
  if (findings.length > 0) return findings;
  return [{ rule: policy.rule, result: 'pass', line: object.line, message: `policy ${policy.name} holds` }];
}

function judgeValidation(
  validation: Validation,
  object: KubernetesObject,
  policy: Policy,
  scope: Scope,
): Finding | undefined {
  try {
    if (bool(validation.expression.evaluate(scope))) return undefined;
  } catch (error) {
    return trouble(policy, object, `${excerpt(validation.expression.text)} cannot be worked out: ${errorText(error)}`);
  }
  const message = messageOf(validation, scope);
  const mend = `Change the object so that ${excerpt(validation.expression.text)} is true.`;
  return { rule: policy.rule, result: 'fail', line: object.line, message, mend };
}

/** The expression's message when it gives one line of text, as in a cluster; else the fixed one. */
function messageOf(validation: Validation, scope: Scope): string {
  const fixed = validation.message ?? `failed expression: ${excerpt(validation.expression.text)}`;
  try {
    const words = validation.messageExpression?.evaluate(scope);
    return typeof words === 'string' && words.trim() !== '' && !words.includes('\n') ? words.trim() : fixed;
  } catch {
    return fixed;
  }
}

function trouble(policy: Policy, object: KubernetesObject, why: string): Finding {
  const result = policy.failurePolicy === 'Ignore' ? 'not-evaluated' : 'error';
  const message = `policy ${policy.name} was not judged: ${why}`;
  return {
    rule: policy.rule,
    result,
    line: object.line,
    message,
    mend: 'Change the policy so that it can be judged here.',
  };
}

function scopeOf(object: KubernetesObject, policy: Policy, params: Value): Scope {
  const base = { object: object.value, oldObject: null, params, namespaceObject: null, request: requestOf(object) };
  const variables = Variables.of(policy.variables, (expression, seen) =>
    expression.evaluate({ ...base, variables: seen }),
  );
  return { ...base, variables };
}

/** What of an AdmissionRequest is known before there is one: no user, no options. */
function requestOf(object: KubernetesObject): ReadonlyMap<string, Value> {
  const { group, version, kind } = object;
  return new Map<string, Value>([
    ['operation', 'CREATE'],
    ['kind', new Map(Object.entries({ group, version, kind }))],
    ['resource', new Map(Object.entries({ group, version, resource: resourceOf(kind) }))],
    ['name', object.name],
    ['namespace', object.namespace ?? ''],
    ['subResource', ''],
    ['dryRun', false],
  ]);
}

function bool(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Error('the expression gives no bool');
  return value;
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 120)}…` : line;
}
