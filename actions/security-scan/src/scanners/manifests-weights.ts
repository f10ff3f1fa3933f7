/** How much a rule for manifests weighs as a security finding, and what it is called. */
import type { Severity } from '../finding.ts';

export interface Weight {
  readonly severity: Severity;
  /** What is there, in a few words. */
  readonly title: string;
  readonly page: string;
  readonly cwe?: readonly string[];
}

const DOCS = 'https://kubernetes.io/docs/';
const STANDARDS = `${DOCS}concepts/security/pod-security-standards/`;
const ROOT = ['CWE-250'];

function weight(severity: Severity, title: string, page: string, cwe?: readonly string[]): Weight {
  return { severity, title, page: page.startsWith('http') ? page : DOCS + page, ...(cwe === undefined ? {} : { cwe }) };
}

/** Whoever is in the container has the node, or a secret lies open: nothing else must go wrong first. */
const HIGH: readonly (readonly [rule: string, Weight])[] = [
  ['privileged', weight('high', 'privileged container', STANDARDS, ROOT)],
  ['host-process', weight('high', 'Windows container as a process of its host', STANDARDS, ROOT)],
  ['host-namespaces', weight('high', 'pod in the namespaces of its host', STANDARDS, ROOT)],
  ['host-path', weight('high', 'volume that is a path of the host', STANDARDS, ROOT)],
  ['capabilities-added', weight('high', 'container with capabilities beyond the usual ones', STANDARDS, ROOT)],
  ['literal-secrets', weight('high', 'secret written out in env', 'concepts/configuration/secret/', ['CWE-798'])],
];

/** A wall less: a fault in the program goes further, traffic is read on its way, or a neighbour on the node suffers. */
const MEDIUM: readonly (readonly [rule: string, Weight])[] = [
  ['capabilities', weight('medium', 'container that keeps capabilities', STANDARDS, ROOT)],
  ['privilege-escalation', weight('medium', 'container that can gain rights', STANDARDS, ROOT)],
  ['run-as-non-root', weight('medium', 'container that may run as root', STANDARDS, ROOT)],
  ['run-as-user', weight('medium', 'container that runs as user 0', STANDARDS, ROOT)],
  ['seccomp', weight('medium', 'container without a seccomp profile', STANDARDS)],
  ['seccomp-not-off', weight('medium', 'seccomp switched off', STANDARDS)],
  ['apparmor', weight('medium', 'AppArmor switched off', STANDARDS)],
  ['selinux', weight('medium', 'SELinux options of its own', STANDARDS)],
  ['proc-mount', weight('medium', 'unmasked /proc', STANDARDS)],
  ['sysctls', weight('medium', 'unsafe sysctl', STANDARDS)],
  ['host-ports', weight('medium', 'port of the host', STANDARDS)],
  ['host-probes', weight('medium', 'probe or hook that asks another host', STANDARDS)],
  ['volume-types', weight('medium', 'volume that reaches outside', STANDARDS)],
  ['image-tag', weight('medium', 'image that changes under its name', 'concepts/containers/images/#image-names')],
  ['ingress-tls', weight('medium', 'host without TLS', 'concepts/services-networking/ingress/#tls', ['CWE-319'])],
  ['no-node-port', weight('medium', 'port open on every node', 'concepts/services-networking/service/#type-nodeport')],
  ...(['ingress', 'egress'] as const).map((way): readonly [string, Weight] => [
    `network-policy-${way}`,
    weight('medium', `pods without a network policy for ${way}`, 'concepts/services-networking/network-policies/'),
  ]),
  [
    'resource-limits',
    weight('medium', 'container without limits', 'concepts/configuration/manage-resources-containers/', ['CWE-770']),
  ],
];

const PROBES = 'concepts/configuration/liveness-readiness-startup-probes/';

/** The service itself stops serving, or a break-in that happened is easier to keep: nobody gets in by it. */
const LOW: readonly (readonly [rule: string, Weight])[] = [
  [
    'read-only-root-filesystem',
    weight('low', 'container with a writable image', 'tasks/configure-pod-container/security-context/'),
  ],
  [
    'resource-requests',
    weight('low', 'container without requests', 'concepts/configuration/manage-resources-containers/'),
  ],
  ['liveness-probe', weight('low', 'container without a liveness probe', PROBES)],
  ['readiness-probe', weight('low', 'container without a readiness probe', PROBES)],
  ['probes-differ', weight('low', 'liveness and readiness probe that are the same', PROBES)],
  ['replicas', weight('low', 'service of one pod', 'concepts/workloads/controllers/deployment/')],
  ['hpa-target', weight('low', 'autoscaler that cannot scale', 'tasks/run-application/horizontal-pod-autoscale/')],
  [
    'pdb-min-available',
    weight('low', 'disruption budget that does not protect', 'tasks/run-application/configure-pdb/'),
  ],
  ['service-selects', weight('low', 'Service without pods behind it', 'concepts/services-networking/service/')],
];

/** By rule. Rules that are advice have none: they are right only where somebody asks for them. */
export const WEIGHTS: ReadonlyMap<string, Weight> = new Map([...HIGH, ...MEDIUM, ...LOW]);
