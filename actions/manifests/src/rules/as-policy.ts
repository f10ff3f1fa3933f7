import { ADMISSION_GROUP, GROUPS, POD_TEMPLATES, POLICY_KIND } from '../kinds.ts';
import { CONTAINER_LISTS } from '../pod.ts';
import { resourceOf } from '../policies/constraints.ts';
import type { Check, Rule } from './rule.ts';

/** The pod template of every kind that has one, as a variable of a policy. */
const TEMPLATE = `object.kind == 'Pod' ? object : (object.kind == 'PodTemplate' ? object.template
  : (object.kind == 'CronJob' ? object.spec.jobTemplate.spec.template : object.spec.template))`;

const SERVES = "object.kind != 'Pod' || object.spec.?restartPolicy.orValue('Always') == 'Always'";

/**
 * A rule of ours as the ValidatingAdmissionPolicy that a cluster (Kubernetes 1.29 and later) takes, so that the same rule
 * holds before a deployment and at it. Values for YAML or JSON.
 */
export function policyOf(rule: Rule): object {
  const validations = rule.checks.map((check) => ({ expression: whole(check), message: rule.title }));
  const served = rule.subjects === 'servers' ? { matchConditions: [{ name: 'serves', expression: SERVES }] } : {};
  return {
    apiVersion: `${ADMISSION_GROUP}/v1`,
    kind: POLICY_KIND,
    metadata: { name: `shipgate-${rule.name}` },
    spec: {
      failurePolicy: 'Fail',
      matchConstraints: { resourceRules: kindsOf(rule).map(resourceRule) },
      ...served,
      variables: [{ name: 'template', expression: TEMPLATE }],
      validations,
    },
  };
}

function kindsOf({ subjects }: Rule): readonly string[] {
  const withPods = [...POD_TEMPLATES.keys()];
  if (subjects === 'pods') return withPods;
  return subjects === 'servers' ? withPods.filter((kind) => !['Job', 'CronJob'].includes(kind)) : subjects;
}

function resourceRule(kind: string): object {
  const operations = ['CREATE', 'UPDATE'];
  return { apiGroups: GROUPS.get(kind) ?? [], apiVersions: ['*'], operations, resources: [resourceOf(kind)] };
}

/** The expression over all that it is meant for, as one expression over the object. */
function whole(check: Check): string {
  if (check.each === 'object') return check.expression;
  return `[variables.template].all(template, [template.spec].all(pod, ${ofPod(check)}))`;
}

function ofPod(check: Check): string {
  const { each, expression } = check;
  if (each === 'pod') return expression;
  if (each === 'volume') return `pod.?volumes.orValue([]).all(volume, ${expression})`;
  const inner = each === 'env' ? `container.?env.orValue([]).all(env, ${expression})` : expression;
  return `(${containers(check)}).all(container, ${inner})`;
}

function containers({ lists = CONTAINER_LISTS, sidecarsOnly = false }: Check): string {
  const beside = ".filter(one, one.?restartPolicy.orValue('') == 'Always')";
  return lists
    .map((list) => `pod.?${list}.orValue([])${list === 'initContainers' && sidecarsOnly ? beside : ''}`)
    .join(' + ');
}
