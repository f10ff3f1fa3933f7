import type { KubernetesObject } from '../object.ts';
import { podOf } from '../pod.ts';
import { at, listAt, shown, textAt } from '../value.ts';
import type { Cluster, ClusterRule, Fault } from './cluster.ts';
import { findingsOf, minReplicas, targetsOf } from './cluster.ts';

/** https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/ */
export const hpaTarget: ClusterRule = {
  name: 'hpa-target',
  title: 'the autoscaler has a target that it can scale',
  hurts: 'it does nothing, or scales down to one pod, and nobody sees it before the load comes',
  mend: 'Name a workload that is deployed, with minReplicas from 2 to maxReplicas, and give its containers requests.',
  judge(cluster) {
    const autoscalers = cluster.objects.filter(
      ({ kind, group }) => kind === 'HorizontalPodAutoscaler' && group === 'autoscaling',
    );
    return autoscalers.flatMap((object) => findingsOf(hpaTarget, object, faultsOf(cluster, object)));
  },
};

function faultsOf(cluster: Cluster, autoscaler: KubernetesObject): Fault[] {
  const targets = targetsOf(cluster, autoscaler);
  const reference = at(autoscaler.value, 'spec', 'scaleTargetRef');
  const name = `${textAt(reference, 'kind') ?? 'an object'} ${shown(textAt(reference, 'name'))}`;
  const missing = { path: ['spec', 'scaleTargetRef'], seen: `its target, ${name}, is in none of the manifests` };
  return [
    ...(targets.length === 0 ? [missing] : []),
    ...boundFaults(autoscaler),
    ...targets.flatMap((target) => requestFaults(autoscaler, target)),
  ];
}

function boundFaults(autoscaler: KubernetesObject): Fault[] {
  const least = minReplicas(autoscaler);
  const most = at(autoscaler.value, 'spec', 'maxReplicas');
  const path = ['spec', 'minReplicas'];
  if (least === undefined || typeof most !== 'bigint') {
    return [{ path, seen: 'minReplicas and maxReplicas are not both whole numbers', isError: true }];
  }
  const low = { path, seen: `minReplicas is ${least}, wanted at least 2` };
  const crossed = { path, seen: `minReplicas ${least} is above maxReplicas ${most}` };
  return [...(least < 2n ? [low] : []), ...(least > most ? [crossed] : [])];
}

/** A share of a resource is a share of what the containers request; without requests there is nothing to scale by. */
function requestFaults(autoscaler: KubernetesObject, target: KubernetesObject): Fault[] {
  const pod = podOf(target);
  const used = sharesOf(autoscaler);
  if (pod === undefined)
    return [{ path: [], seen: `${target.kind} ${target.name} has no readable pods`, isError: true }];
  const containers = pod.containers.filter(({ list }) => list === 'containers');
  return used.flatMap(({ resource, container: only }) => {
    const looked = only === undefined ? containers : containers.filter(({ name }) => name === only);
    const field = ['resources', 'requests', resource];
    const bare = looked.find(({ value }) => at(value, ...field) === undefined && at(pod.spec, ...field) === undefined);
    if (looked.length === 0)
      return [{ path: ['spec', 'metrics'], seen: `it scales by container ${only}, which is not there` }];
    if (bare === undefined) return [];
    const seen = `it scales by ${resource}, and container ${bare.name} of ${target.kind} ${target.name} requests none`;
    return [{ path: ['spec', 'metrics'], seen }];
  });
}

/** Resources of whose requests it wants a share; cpu when it says nothing at all. */
function sharesOf(autoscaler: KubernetesObject): { resource: string; container?: string }[] {
  const metrics = listAt(autoscaler.value, 'spec', 'metrics');
  const shares = metrics.flatMap((metric) => {
    const isContainer = textAt(metric, 'type') === 'ContainerResource';
    const source = at(metric, isContainer ? 'containerResource' : 'resource');
    const resource = textAt(source, 'name');
    const isShare = at(source, 'target', 'averageUtilization') ?? at(source, 'targetAverageUtilization');
    const container = textAt(source, 'container');
    if (resource === undefined || isShare === undefined) return [];
    return [{ resource, ...(container === undefined ? {} : { container }) }];
  });
  return metrics.length === 0 ? [{ resource: 'cpu' }] : shares;
}
