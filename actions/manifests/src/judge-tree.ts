import { clusterOf } from './across/cluster.ts';
import { CLUSTER_RULES } from './across/table.ts';
import { environmentsOf } from './environments.ts';
import { grouped } from './grouped.ts';
import { judgeObject } from './judge-object.ts';
import { isOf } from './kinds.ts';
import type { KubernetesObject } from './object.ts';
import { hasPods } from './pod.ts';
import type { Finding } from './result.ts';
import { BASELINE } from './rules/pod-security-baseline.ts';
import { RULES } from './rules/table.ts';
import { at, textAt } from './value.ts';

/** Rules that hold of what an object does not say, and so can be asked of a part of one. */
const OF_PARTS = [...BASELINE, ...RULES.filter(({ name }) => name === 'literal-secrets' || name === 'no-node-port')];

/** What the rules over single objects say of an object. Pure. */
export function judgeAlone(object: KubernetesObject): readonly Finding[] {
  return judgeObject(object, RULES);
}

/** What is wrong with a part of an object (a patch), whatever the whole may be: never a pass. Pure. */
export function judgePart(object: KubernetesObject): readonly Finding[] {
  return judgeObject(object, OF_PARTS).filter(({ result }) => result === 'fail');
}

/**
 * What the rules over several objects say of each object of a repository, one environment after the other, so that
 * whoever asks may stop. Pure.
 */
export function* judgeTogether(
  objects: readonly KubernetesObject[],
): Generator<ReadonlyMap<KubernetesObject, readonly Finding[]>> {
  for (const { own, context } of environmentsOf(objects)) {
    const cluster = clusterOf(own, context);
    const found = CLUSTER_RULES.flatMap((rule) => rule.judge(cluster));
    const groups = grouped(found, ({ object }) => object);
    yield new Map([...groups].map(([object, findings]) => [object, findings.map(({ finding }) => finding)]));
  }
}

/** Names of the workloads whose pods the objects have, for those that only refer to them. */
export function workloadNames(objects: readonly KubernetesObject[]): ReadonlySet<string> {
  return new Set(objects.filter(hasPods).map(({ kind, name, namespace }) => `${namespace}/${kind}/${name}`));
}

/**
 * Whether the pods of an object stand in another, which is among `names`: a Rollout with workloadRef and without a template.
 * https://argo-rollouts.readthedocs.io/en/stable/migrating/#reference-an-existing-deployment-from-a-rollout
 */
export function hasPodsElsewhere(object: KubernetesObject, names: ReadonlySet<string>): boolean {
  if (!isOf(object, 'Rollout') || at(object.value, 'spec', 'template') !== undefined) return false;
  const [kind, name] = ['kind', 'name'].map((field) => textAt(object.value, 'spec', 'workloadRef', field));
  return kind !== 'Rollout' && names.has(`${object.namespace}/${kind}/${name}`);
}
