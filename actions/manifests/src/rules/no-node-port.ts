import { told } from '../value.ts';
import type { Rule } from './rule.ts';

/** https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport */
export const noNodePort: Rule = {
  name: 'no-node-port',
  title: 'no Service opens a port of the nodes',
  hurts: 'the port is open on every node, past the Ingress with its TLS and its limits',
  mend: 'Make it type ClusterIP behind an Ingress or a Gateway, or type LoadBalancer.',
  subjects: ['Service'],
  checks: [
    {
      each: 'object',
      expression: "object.?spec.?type.orValue('ClusterIP') in ['ClusterIP', 'LoadBalancer', 'ExternalName']",
      field: ['spec', 'type'],
      seen: ({ object }) => `the Service ${told(object, ['spec', 'type'], 'ClusterIP or LoadBalancer')}`,
    },
  ],
};
