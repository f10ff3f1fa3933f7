import type { Container } from '../pod.ts';
import { at, listAt, shown, shownWords, textAt } from '../value.ts';
import { added, container, contexts, pod, quoted } from './pod-security-checks.ts';
import type { Rule } from './rule.ts';
import { containerText } from './rule.ts';

/**
 * Level baseline of the Pod Security Standards, as of Kubernetes 1.34:
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
 */
const about = { subjects: 'pods', level: 'baseline' } as const;

const hostProcess: Rule = {
  ...about,
  name: 'host-process',
  title: 'no Windows container is a process of its host',
  hurts: 'it has all that the node has',
  mend: 'Drop windowsOptions.hostProcess.',
  checks: contexts(
    (context) => `${context}.?windowsOptions.?hostProcess.orValue(false) == false`,
    'false',
    'windowsOptions',
    'hostProcess',
  ),
};

const hostNamespaces: Rule = {
  ...about,
  name: 'host-namespaces',
  title: 'pods do not share the namespaces of their host',
  hurts: 'the container sees the network, the processes or the memory of everything on the node',
  mend: 'Drop hostNetwork, hostPID and hostIPC.',
  checks: ['hostNetwork', 'hostPID', 'hostIPC'].map((field) =>
    pod(`pod.?${field}.orValue(false) == false`, 'false', field),
  ),
};

const privileged: Rule = {
  ...about,
  name: 'privileged',
  title: 'no container is privileged',
  hurts: 'a privileged container is root on its node',
  mend: 'Drop securityContext.privileged.',
  checks: [
    container(
      'container.?securityContext.?privileged.orValue(false) == false',
      'false',
      'securityContext',
      'privileged',
    ),
  ],
};

const ADDABLE = [
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP'],
  ...['SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
];

const capabilitiesAdded: Rule = {
  ...about,
  name: 'capabilities-added',
  title: 'containers add no capability beyond the usual ones',
  hurts: 'many capabilities are root in all but name',
  mend: 'Drop from securityContext.capabilities.add what is not needed.',
  checks: [
    {
      ...container(
        `container.?securityContext.?capabilities.?add.orValue([]).all(capability, capability in ${quoted(ADDABLE)})`,
        ...['', 'securityContext', 'capabilities', 'add'],
      ),
      seen: ({ container: one }) =>
        `${containerText(one)} adds ${added(one, ADDABLE)}, expected none beyond ${ADDABLE.join(', ')}`,
    },
  ],
};

const hostPath: Rule = {
  ...about,
  name: 'host-path',
  title: 'no volume is a path of the host',
  hurts: 'the container can read or change files of the node',
  mend: 'Use a volume of another kind than hostPath.',
  checks: [
    {
      each: 'volume',
      expression: '!has(volume.hostPath)',
      field: ['hostPath'],
      seen: ({ element }) =>
        `volume ${shown(at(element, 'name'))} is the path ${shown(at(element, 'hostPath', 'path'))} of the host, expected another kind of volume`,
    },
  ],
};

const hostPorts: Rule = {
  ...about,
  name: 'host-ports',
  title: 'containers take no port of the host',
  hurts: 'the port is open on the node, past every Service and network policy',
  mend: 'Drop ports[].hostPort and use a Service.',
  checks: [
    {
      ...container('container.?ports.orValue([]).all(port, port.?hostPort.orValue(0) == 0)', '', 'ports'),
      seen: ({ container: one }) => `${containerText(one)} takes ${shownPorts(one)} of the host, expected none`,
    },
  ],
};

function shownPorts(one: Container | undefined): string {
  const ports = listAt(one?.value, 'ports').map((port) => at(port, 'hostPort') ?? 0n);
  return `port ${shownWords(ports.filter((port) => port !== 0n).map(String)).replaceAll('"', '')}`;
}

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const HOOKS = ['postStart', 'preStop'].map((hook) => `lifecycle.?${hook}`);
const noHost = (holder: string) =>
  ['httpGet', 'tcpSocket'].map((way) => `container.?${holder}.?${way}.?host.orValue('') == ''`).join(' && ');

const hostProbes: Rule = {
  ...about,
  name: 'host-probes',
  title: 'probes and hooks ask no other host',
  hurts: 'the node can be made to send requests into networks that the pod cannot reach',
  mend: 'Drop host from httpGet and tcpSocket of probes and lifecycle hooks.',
  checks: [...PROBES, ...HOOKS].map((holder) => {
    const field = holder.split('.?');
    return {
      ...container(noHost(holder), '', ...field),
      seen: ({ container: one }) => `${field.join('.')} of ${containerText(one)} names a host, expected none`,
    };
  }),
};

const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/';

const appArmor: Rule = {
  ...about,
  name: 'apparmor',
  title: 'AppArmor stays on',
  hurts: 'without its profile the container may make system calls and open files that it never needs',
  mend: 'Use the AppArmor profile RuntimeDefault or Localhost, or name none.',
  checks: [
    ...contexts(
      (context) =>
        `!${context}.?appArmorProfile.hasValue() || ${context}.?appArmorProfile.?type.orValue('') in ['RuntimeDefault', 'Localhost']`,
      ...['RuntimeDefault or Localhost', 'appArmorProfile', 'type'],
    ),
    {
      each: 'pod',
      expression: `template.?metadata.?annotations.orValue({}).all(key, !key.startsWith('${APPARMOR}')
        || template.metadata.annotations[key] in ['', 'runtime/default']
        || template.metadata.annotations[key].startsWith('localhost/'))`,
      field: [],
      seen: () => `an annotation ${APPARMOR}… is set to something else, expected runtime/default or localhost/…`,
    },
  ],
};

const SELINUX = ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];

const seLinux: Rule = {
  ...about,
  name: 'selinux',
  title: 'SELinux options are the usual ones',
  hurts: 'a type, user or role of its own can take the container out of its confinement',
  mend: 'Drop seLinuxOptions.user and role, and use a type of the container_ kind.',
  checks: [
    ...contexts(
      (context) => `${context}.?seLinuxOptions.?type.orValue('') in ${quoted(SELINUX)}`,
      ...['a type such as container_t', 'seLinuxOptions', 'type'],
    ),
    ...contexts((context) => `${context}.?seLinuxOptions.?user.orValue('') == ''`, 'none', 'seLinuxOptions', 'user'),
    ...contexts((context) => `${context}.?seLinuxOptions.?role.orValue('') == ''`, 'none', 'seLinuxOptions', 'role'),
  ],
};

const procMount: Rule = {
  ...about,
  name: 'proc-mount',
  title: '/proc is masked',
  hurts: 'the container sees and can change settings of the kernel',
  mend: 'Drop securityContext.procMount.',
  checks: [
    container(
      "container.?securityContext.?procMount.orValue('Default') == 'Default'",
      ...['Default', 'securityContext', 'procMount'],
    ),
  ],
};

const seccompNotOff: Rule = {
  ...about,
  name: 'seccomp-not-off',
  title: 'seccomp is not switched off',
  hurts: 'the container may make every system call of the kernel',
  mend: 'Use the seccomp profile RuntimeDefault or Localhost.',
  checks: contexts(
    (context) =>
      `!${context}.?seccompProfile.hasValue() || ${context}.?seccompProfile.?type.orValue('') in ['RuntimeDefault', 'Localhost']`,
    ...['RuntimeDefault or Localhost', 'seccompProfile', 'type'],
  ),
};

const SYSCTLS = [
  ...['kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_unprivileged_port_start'],
  ...['net.ipv4.tcp_syncookies', 'net.ipv4.ping_group_range', 'net.ipv4.ip_local_reserved_ports'],
  ...['net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl'],
  ...['net.ipv4.tcp_keepalive_probes', 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'],
];

const sysctls: Rule = {
  ...about,
  name: 'sysctls',
  title: 'only safe sysctls are set',
  hurts: 'others switch protections off, or act on every container of the node',
  mend: 'Drop the sysctls that the standard does not name.',
  checks: [
    {
      ...pod(
        `pod.?securityContext.?sysctls.orValue([]).all(sysctl, sysctl.?name.orValue('') in ${quoted(SYSCTLS)})`,
        ...['', 'securityContext', 'sysctls'],
      ),
      seen: ({ pod: one }) => {
        const names = listAt(one?.spec, 'securityContext', 'sysctls').map((each) => textAt(each, 'name'));
        return `the pod sets ${shownWords(names.filter((name) => !SYSCTLS.includes(name ?? '')))}, expected safe sysctls alone`;
      },
    },
  ],
};

export const BASELINE: readonly Rule[] = [
  ...[hostProcess, hostNamespaces, privileged, capabilitiesAdded, hostPath, hostPorts, hostProbes],
  ...[appArmor, seLinux, procMount, seccompNotOff, sysctls],
];
