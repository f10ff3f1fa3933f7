import type { KubernetesObject } from '../object.ts';
import { hasLabels } from '../selector.ts';
import type { Value } from '../value.ts';
import { at, listAt, mapAt, shown, textAt } from '../value.ts';
import type { Cluster, ClusterRule, Fault, Workload } from './cluster.ts';
import { findingsOf, workloadsBeside } from './cluster.ts';

/** https://kubernetes.io/docs/concepts/services-networking/service/ ; one without selector has endpoints of its own. */
export const serviceSelects: ClusterRule = {
  name: 'service-selects',
  title: 'the Service selects pods that listen on its ports',
  hurts: 'every request to it fails, though all pods are healthy',
  mend: 'Let spec.selector equal labels of the pods, and targetPort a port of their containers.',
  judge(cluster) {
    const services = cluster.objects.filter(
      ({ kind, group, value }) => kind === 'Service' && group === '' && hasSelector(value),
    );
    return services.flatMap((object) => findingsOf(serviceSelects, object, faultsOf(cluster, object)));
  },
};

function hasSelector(value: Value): boolean {
  return at(value, 'spec', 'selector') !== undefined && textAt(value, 'spec', 'type') !== 'ExternalName';
}

const SELECTOR = ['spec', 'selector'];

function faultsOf(cluster: Cluster, service: KubernetesObject): Fault[] {
  const wanted = mapAt(service.value, ...SELECTOR);
  const near = workloadsBeside(cluster, service);
  const found = near.map(({ labels }) => (wanted === undefined ? undefined : hasLabels(wanted, labels)));
  if (wanted === undefined || found.includes(undefined)) {
    return [{ path: SELECTOR, seen: 'spec.selector is no map of labels', isError: true }];
  }
  const selected = near.filter((_, index) => found[index] === true);
  if (selected.length === 0) return [{ path: SELECTOR, seen: 'its selector selects the pods of no manifest' }];
  return listAt(service.value, 'spec', 'ports').flatMap((port, index) => {
    const target = at(port, 'targetPort') ?? at(port, 'port');
    const without = selected.find((workload) => !listens(workload, target));
    if (without === undefined) return [];
    const seen = `its targetPort ${shown(target)} is no port of a container of ${without.object.kind} ${without.object.name}`;
    return [{ path: ['spec', 'ports', index, 'targetPort'], seen }];
  });
}

/** By number, or by the name of a port. Ports need not be declared: where none is, nobody knows of a number that it is wrong. */
function listens({ pod }: Workload, target: Value | undefined): boolean {
  const ports = pod.containers.flatMap(({ value }) => listAt(value, 'ports'));
  const field = typeof target === 'string' ? 'name' : 'containerPort';
  if (ports.length === 0 && typeof target !== 'string') return target !== undefined;
  return target !== undefined && ports.some((port) => at(port, field) === target);
}
