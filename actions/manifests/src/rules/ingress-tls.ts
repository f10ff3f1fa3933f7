import { at, listAt, shownWords, type Value } from '../value.ts';
import type { Rule } from './rule.ts';

/** A wildcard stands for one label: https://kubernetes.io/docs/concepts/services-networking/ingress/#tls */
const COVERS = `certified == rule.host || (certified.startsWith('*.') && !rule.host.startsWith('*') && rule.host.contains('.')
  && rule.host.substring(rule.host.indexOf('.')) == certified.substring(1))`;

/** Hosts without an entry of their own or a wildcard; the expression decides, this only names them. */
function uncovered(object: Value): string {
  const texts = (values: readonly Value[]) => values.filter((value) => typeof value === 'string');
  const certified = texts(listAt(object, 'spec', 'tls').flatMap((tls) => listAt(tls, 'hosts')));
  const hosts = texts(listAt(object, 'spec', 'rules').map((rule) => at(rule, 'host') ?? ''));
  const isCovered = (host: string) =>
    certified.includes(host) || certified.includes(`*${host.slice(host.indexOf('.'))}`);
  const open = hosts.filter((host) => host !== '' && !isCovered(host));
  if (open.length === 0) return 'spec.tls has no certificate';
  return `${open.length === 1 ? 'host' : 'hosts'} ${shownWords(open)} of spec.rules ${open.length === 1 ? 'is' : 'are'} in no spec.tls[].hosts`;
}

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
      seen: ({ object }) => `${uncovered(object)}, expected every host there, with the secret of its certificate`,
    },
  ],
};
