import type { Value } from '../value.ts';
import { at, mapAt, shown } from '../value.ts';
import { added, container, pod, quoted } from './pod-security-checks.ts';
import type { Rule } from './rule.ts';
import { containerText } from './rule.ts';

/**
 * Level restricted of the Pod Security Standards, as of Kubernetes 1.34. It asks for all of baseline too.
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
const about = { subjects: 'pods', level: 'restricted' } as const;

/** Windows has none of these, and its pods may not set them: the standard leaves them out since 1.25. */
const unlessWindows = (expression: string) => `pod.?os.?name.orValue('') == 'windows' || (${expression})`;

const VOLUMES = [
  ...['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected'],
  'secret',
];

/** The kind of a volume is its other key. */
function kindOf(volume: Value | undefined): string {
  const keys = [...(mapAt(volume)?.keys() ?? [])];
  return shown(keys.find((key) => key !== 'name'));
}

const volumeTypes: Rule = {
  ...about,
  name: 'volume-types',
  title: 'volumes are of the kinds that reach nothing outside',
  hurts: 'volumes of other kinds reach into the node or the network with rights that are not the pod’s',
  mend: `Use ${VOLUMES.join(', ')}.`,
  checks: [
    {
      each: 'volume',
      // The API server makes an emptyDir of a volume that says nothing but its name.
      expression: [...VOLUMES.map((type) => `has(volume.${type})`), "volume.all(key, key == 'name')"].join(' || '),
      field: [],
      seen: ({ element }) =>
        `volume ${shown(at(element, 'name'))} is of the kind ${kindOf(element)}, expected ${VOLUMES.join(', ')}`,
    },
  ],
};

const privilegeEscalation: Rule = {
  ...about,
  name: 'privilege-escalation',
  title: 'containers cannot gain more rights than they start with',
  hurts: 'a program with the set-user-ID bit makes root of any user',
  mend: 'Set securityContext.allowPrivilegeEscalation to false.',
  checks: [
    container(
      unlessWindows('container.?securityContext.?allowPrivilegeEscalation.orValue(true) == false'),
      ...['false', 'securityContext', 'allowPrivilegeEscalation'],
    ),
  ],
};

const runAsNonRoot: Rule = {
  ...about,
  name: 'run-as-non-root',
  title: 'containers must run as another user than root',
  hurts: 'whoever breaks out of a container that runs as root is root on the node',
  mend: 'Set securityContext.runAsNonRoot to true for the pod, and nowhere to false.',
  checks: [
    pod('pod.?securityContext.?runAsNonRoot.orValue(true) == true', 'true', 'securityContext', 'runAsNonRoot'),
    container(
      `container.?securityContext.?runAsNonRoot.or(pod.?securityContext.?runAsNonRoot).orValue(false) == true`,
      ...['true', 'securityContext', 'runAsNonRoot'],
    ),
  ],
};

const runAsUser: Rule = {
  ...about,
  name: 'run-as-user',
  title: 'no container runs as user 0',
  hurts: 'whoever breaks out of a container that runs as root is root on the node',
  mend: 'Set securityContext.runAsUser to a number above 0, or drop it.',
  checks: [
    pod('pod.?securityContext.?runAsUser.orValue(1) > 0', 'a number above 0', 'securityContext', 'runAsUser'),
    container(
      'container.?securityContext.?runAsUser.orValue(1) > 0',
      'a number above 0',
      'securityContext',
      'runAsUser',
    ),
  ],
};

const PROFILES = quoted(['RuntimeDefault', 'Localhost']);

const seccomp: Rule = {
  ...about,
  name: 'seccomp',
  title: 'containers run under a seccomp profile',
  hurts: 'the container may make every system call of the kernel',
  mend: 'Set securityContext.seccompProfile.type of the pod to RuntimeDefault.',
  checks: [
    pod(
      unlessWindows(`!pod.?securityContext.?seccompProfile.hasValue()
        || pod.?securityContext.?seccompProfile.?type.orValue('') in ${PROFILES}`),
      ...['RuntimeDefault or Localhost', 'securityContext', 'seccompProfile', 'type'],
    ),
    container(
      unlessWindows(`(container.?securityContext.?seccompProfile.hasValue()
        ? container.?securityContext.?seccompProfile.?type.orValue('')
        : pod.?securityContext.?seccompProfile.?type.orValue('')) in ${PROFILES}`),
      ...['RuntimeDefault or Localhost', 'securityContext', 'seccompProfile', 'type'],
    ),
  ],
};

const capabilities: Rule = {
  ...about,
  name: 'capabilities',
  title: 'containers drop all capabilities',
  hurts: 'each capability is a part of what root may do',
  mend: 'Set securityContext.capabilities.drop to ["ALL"], and add NET_BIND_SERVICE at most.',
  checks: [
    {
      ...container(
        unlessWindows("'ALL' in container.?securityContext.?capabilities.?drop.orValue([])"),
        ...['', 'securityContext', 'capabilities', 'drop'],
      ),
      seen: (subject) =>
        `${containerText(subject.container)} does not drop all capabilities, expected securityContext.capabilities.drop with ALL`,
    },
    {
      ...container(
        unlessWindows(
          `container.?securityContext.?capabilities.?add.orValue([]).all(added, added == 'NET_BIND_SERVICE')`,
        ),
        ...['', 'securityContext', 'capabilities', 'add'],
      ),
      seen: ({ container: one }) =>
        `${containerText(one)} adds ${added(one, ['NET_BIND_SERVICE'])}, expected NET_BIND_SERVICE at most`,
    },
  ],
};

export const RESTRICTED: readonly Rule[] = [
  ...[volumeTypes, privilegeEscalation, runAsNonRoot, runAsUser, seccomp, capabilities],
];
