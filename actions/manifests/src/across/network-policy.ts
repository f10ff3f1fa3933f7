import type { KubernetesObject } from '../object.ts';
import { selects } from '../selector.ts';
import { at, isList, listAt } from '../value.ts';
import type { Cluster, ClusterRule, Fault, Workload } from './cluster.ts';
import { beside, findingsOf } from './cluster.ts';

type Direction = 'Ingress' | 'Egress';

export const networkPolicyIngress: ClusterRule = {
  name: 'network-policy-ingress',
  title: 'a NetworkPolicy says who may reach the pods',
  hurts: 'every pod of the cluster may open connections to them',
  mend: 'Add a NetworkPolicy in their namespace that selects the pods, with policyTypes Ingress.',
  judge: (cluster) => judge(networkPolicyIngress, 'Ingress', cluster),
};

export const networkPolicyEgress: ClusterRule = {
  name: 'network-policy-egress',
  title: 'a NetworkPolicy says whom the pods may reach',
  hurts: 'whoever breaks into them may send data anywhere',
  mend: 'Add a NetworkPolicy in their namespace that selects the pods, with policyTypes Egress.',
  judge: (cluster) => judge(networkPolicyEgress, 'Egress', cluster),
};

function judge(rule: ClusterRule, direction: Direction, cluster: Cluster) {
  return cluster.workloads.flatMap((workload) =>
    findingsOf(rule, workload.object, faultsOf(cluster, workload, direction)),
  );
}

function faultsOf(cluster: Cluster, { object, pod, labels }: Workload, direction: Direction): Fault[] {
  const policies = beside(cluster, object, 'NetworkPolicy').filter((policy) => isFor(policy, direction));
  // A policy without podSelector selects every pod of its namespace, as an empty one does.
  const found = policies.map((policy) => selects(at(policy.value, 'spec', 'podSelector') ?? new Map(), labels));
  if (found.includes(true)) return [];
  const odd = policies[found.indexOf(undefined)];
  if (odd !== undefined) {
    return [{ path: [], seen: `podSelector of NetworkPolicy ${odd.name} is no label selector`, isError: true }];
  }
  const path = [...pod.path, 'metadata', 'labels'];
  return [{ path, seen: `no NetworkPolicy for ${direction} selects its pods in namespace ${object.namespace}` }];
}

/** Without policyTypes it is for Ingress, and for Egress when it has rules for it: https://kubernetes.io/docs/concepts/services-networking/network-policies/ */
function isFor(policy: KubernetesObject, direction: Direction): boolean {
  const types = at(policy.value, 'spec', 'policyTypes');
  if (isList(types) && types.length > 0) return types.includes(direction);
  return direction === 'Ingress' || listAt(policy.value, 'spec', 'egress').length > 0;
}
