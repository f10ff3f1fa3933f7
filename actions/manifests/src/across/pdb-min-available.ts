import type { KubernetesObject } from '../object.ts';
import { selects } from '../selector.ts';
import type { Value } from '../value.ts';
import { at, shown } from '../value.ts';
import type { Cluster, ClusterRule, Fault } from './cluster.ts';
import { findingsOf, leastReplicas, workloadsBeside } from './cluster.ts';

/** https://kubernetes.io/docs/tasks/run-application/configure-pdb/ */
export const pdbMinAvailable: ClusterRule = {
  name: 'pdb-min-available',
  title: 'the disruption budget protects pods and still lets a node be drained',
  hurts: 'a budget without room blocks every drain of a node; one that selects nothing protects nothing',
  mend: 'Select the pods of a workload, with minAvailable from 1 to below its replicas, or maxUnavailable of 1 or more.',
  judge(cluster) {
    const budgets = cluster.objects.filter(({ kind, group }) => kind === 'PodDisruptionBudget' && group === 'policy');
    return budgets.flatMap((object) => findingsOf(pdbMinAvailable, object, faultsOf(cluster, object)));
  },
};

const SELECTOR = ['spec', 'selector'];

function faultsOf(cluster: Cluster, budget: KubernetesObject): Fault[] {
  const selector = at(budget.value, ...SELECTOR);
  const near = workloadsBeside(cluster, budget);
  const found = near.map((workload) => ({ ...workload, isSelected: selects(selector, workload.labels) }));
  if (found.some(({ isSelected }) => isSelected === undefined)) {
    return [{ path: SELECTOR, seen: 'spec.selector is no label selector', isError: true }];
  }
  const selected = found.filter(({ isSelected }) => isSelected).map(({ object }) => object);
  if (selected.length === 0) return [{ path: SELECTOR, seen: 'its selector selects the pods of no manifest' }];
  const counts = selected.map((object) => leastReplicas(cluster, object));
  const unknown = selected.find((_, index) => counts[index] === undefined);
  const total = counts.reduce<bigint>((sum, count) => sum + (count ?? 0n), 0n);
  return roomFaults(budget, unknown === undefined ? total : undefined, unknown);
}

function roomFaults(
  budget: KubernetesObject,
  total: bigint | undefined,
  unknown: KubernetesObject | undefined,
): Fault[] {
  const available = at(budget.value, 'spec', 'minAvailable');
  const unavailable = at(budget.value, 'spec', 'maxUnavailable');
  if ((available === undefined) === (unavailable === undefined)) {
    return [{ path: ['spec'], seen: 'it needs one of minAvailable and maxUnavailable' }];
  }
  const field = available === undefined ? 'maxUnavailable' : 'minAvailable';
  const value = available ?? unavailable;
  const path = ['spec', field];
  if (total === undefined && isWholeAvailable(field, value)) {
    const name = `${unknown?.kind} ${unknown?.name}`;
    return [{ path, seen: `${name} does not say how many pods it has, so ${field} cannot be judged`, isError: true }];
  }
  // Where the number of pods is unknown, a share of a hundred shows whether there is room.
  const pods = total ?? 100n;
  const count = scaled(value, pods);
  if (count === undefined)
    return [{ path, seen: `${field} is ${shown(value)}, no number and no share`, isError: true }];
  if (field === 'maxUnavailable') {
    return count >= 1n ? [] : [{ path, seen: `maxUnavailable ${shown(value)} lets no pod go` }];
  }
  if (count < 1n) return [{ path, seen: `minAvailable ${shown(value)} protects no pod` }];
  return count < pods ? [] : [{ path, seen: `minAvailable ${shown(value)} of ${pods} replicas lets no pod go` }];
}

function isWholeAvailable(field: string, value: Value | undefined): boolean {
  return field === 'minAvailable' && typeof value === 'bigint';
}

/** A number, or a share of the pods, rounded up as Kubernetes rounds it (intstr.GetScaledValueFromIntOrPercent). */
function scaled(value: Value | undefined, pods: bigint): bigint | undefined {
  if (typeof value === 'bigint') return value >= 0n ? value : undefined;
  const share = typeof value === 'string' ? /^([0-9]{1,9})%$/.exec(value)?.[1] : undefined;
  return share === undefined ? undefined : (BigInt(share) * pods + 99n) / 100n;
}
