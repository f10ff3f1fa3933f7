import { isOf } from '../kinds.ts';
import type { Cluster, ClusterRule, Fault } from './cluster.ts';
import { autoscalersOf, findingsOf, leastReplicas, SCALED_KINDS } from './cluster.ts';

/** An autoscaler overrides spec.replicas, so its minReplicas is what counts where there is one. */
export const replicas: ClusterRule = {
  name: 'replicas',
  title: 'at least two pods run',
  hurts: 'one node that goes down, or one rollout, takes the whole service with it',
  mend: 'Set spec.replicas, or minReplicas of its HorizontalPodAutoscaler, to 2 or more.',
  judge(cluster) {
    const scaled = cluster.objects.filter((object) => isOf(object, ...SCALED_KINDS));
    return scaled.flatMap((object) => findingsOf(replicas, object, faultsOf(cluster, object)));
  },
};

function faultsOf(cluster: Cluster, object: Parameters<typeof leastReplicas>[1]): Fault[] {
  const path = ['spec', 'replicas'];
  const least = leastReplicas(cluster, object);
  if (least === undefined) return [{ path, seen: 'the number of replicas is no whole number', isError: true }];
  if (least >= 2n) return [];
  const [autoscaler] = autoscalersOf(cluster, object);
  const said = autoscaler === undefined ? 'spec.replicas is' : `its autoscaler ${autoscaler.name} has minReplicas`;
  return [{ path, seen: `${said} ${least}, wanted at least 2` }];
}
