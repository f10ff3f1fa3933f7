import { told } from '../value.ts';
import type { Check, Rule } from './rule.ts';
import { containerText } from './rule.ts';

const EXAMPLES = { cpu: '100m', memory: '128Mi' };

/**
 * An amount above nothing, of the container or of the whole pod (spec.resources, Kubernetes 1.34):
 * https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
function amount(part: 'requests' | 'limits', resource: 'cpu' | 'memory'): Check {
  const of = (holder: string) => `${holder}.?resources.?${part}.?${resource}`;
  const value = `string(${of('container')}.or(${of('pod')}).orValue('none'))`;
  return {
    each: 'container',
    lists: ['containers', 'initContainers'],
    sidecarsOnly: true,
    expression: `isQuantity(${value}) && quantity(${value}).isGreaterThan(quantity('0'))`,
    field: ['resources', part, resource],
    seen: ({ container }) =>
      `${containerText(container)} ${told(container?.value, ['resources', part, resource], `an amount such as ${EXAMPLES[resource]}`)}`,
  };
}

export const resourceRequests: Rule = {
  name: 'resource-requests',
  title: 'containers request cpu and memory',
  hurts: 'the scheduler packs pods without requests onto a full node, and they are evicted first',
  mend: 'Set resources.requests.cpu and resources.requests.memory to what the container uses on a usual day.',
  subjects: 'pods',
  checks: [amount('requests', 'cpu'), amount('requests', 'memory')],
};

export const resourceLimits: Rule = {
  name: 'resource-limits',
  title: 'containers have limits for cpu and memory',
  hurts: 'one leaking or looping container takes the memory and the processors of the whole node',
  mend: 'Set resources.limits.cpu and resources.limits.memory.',
  subjects: 'pods',
  checks: [amount('limits', 'cpu'), amount('limits', 'memory')],
};
