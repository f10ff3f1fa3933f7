import type { Rule } from './rule.ts';

/** A wildcard stands for one label: https://kubernetes.io/docs/concepts/services-networking/ingress/#tls */
const COVERS = `certified == rule.host || (certified.startsWith('*.') && !rule.host.startsWith('*') && rule.host.contains('.')
  && rule.host.substring(rule.host.indexOf('.')) == certified.substring(1))`;

export const ingressTls: Rule = {
  name: 'ingress-tls',
  title: 'every host of an Ingress has TLS',
  hurts: 'requests and sessions of that host cross the network unencrypted',
  mend: 'Name every host of spec.rules in spec.tls[].hosts, with the secret of its certificate.',
  subjects: ['Ingress'],
  checks: [
    {
      each: 'object',
      expression: `object.spec.?tls.orValue([]).size() > 0 && object.spec.?rules.orValue([]).all(rule,
        rule.?host.orValue('') == '' || object.spec.tls.exists(tls, tls.?hosts.orValue([]).exists(certified, ${COVERS})))`,
      field: ['spec', 'tls'],
      seen: () => 'not every host of spec.rules is in spec.tls',
    },
  ],
};
