import { describe, expect, it } from 'vitest';
import { badRules, changed, GOOD } from '../manifests.fixture.ts';
import { BASELINE } from './pod-security-baseline.ts';
import { RESTRICTED } from './pod-security-restricted.ts';

type Path = readonly (string | number)[];
type Row = readonly [rule: string, path: Path, value?: unknown, also?: readonly string[]];

const SPEC: Path = ['spec', 'template', 'spec'];
const CONTAINERS: readonly (readonly [string, Path])[] = [
  ['container', [...SPEC, 'containers', 0]],
  ['init container', [...SPEC, 'initContainers', 0]],
  ['sidecar', [...SPEC, 'initContainers', 1]],
  ['ephemeral container', [...SPEC, 'ephemeralContainers', 0]],
];
const context = (...path: Path): Path => ['securityContext', ...path];

/** Fields of a container, each with a value that the standard forbids. */
const OF_CONTAINERS: readonly Row[] = [
  ['host-process', context('windowsOptions', 'hostProcess'), true],
  ['privileged', context('privileged'), true],
  ['capabilities-added', context('capabilities', 'add'), ['NET_ADMIN'], ['capabilities']],
  ['capabilities', context('capabilities', 'add'), ['CHOWN']],
  ['capabilities', context('capabilities', 'drop'), ['NET_RAW']],
  ['capabilities', context('capabilities'), undefined],
  ['capabilities', context('capabilities', 'drop'), ['all']],
  ['apparmor', context('appArmorProfile'), { type: 'Unconfined' }],
  ['selinux', context('seLinuxOptions', 'type'), 'spc_t'],
  ['selinux', context('seLinuxOptions', 'user'), 'root_u'],
  ['selinux', context('seLinuxOptions', 'role'), 'sysadm_r'],
  ['proc-mount', context('procMount'), 'Unmasked'],
  ['seccomp-not-off', context('seccompProfile'), { type: 'Unconfined' }, ['seccomp']],
  ['privilege-escalation', context('allowPrivilegeEscalation'), undefined],
  ['privilege-escalation', context('allowPrivilegeEscalation'), true],
  ['run-as-non-root', context('runAsNonRoot'), false],
  ['run-as-user', context('runAsUser'), 0],
  ['host-probes', ['startupProbe'], { tcpSocket: { port: 80, host: '169.254.169.254' } }],
  ['host-probes', ['lifecycle', 'postStart'], { httpGet: { port: 80, host: 'db' } }],
  ['host-ports', ['ports'], [{ name: 'http', containerPort: 8080, hostPort: 80 }]],
];

/** Fields of the pod. */
const OF_PODS: readonly Row[] = [
  ['host-namespaces', ['hostNetwork'], true],
  ['host-namespaces', ['hostPID'], true],
  ['host-namespaces', ['hostIPC'], true],
  ['host-process', context('windowsOptions', 'hostProcess'), true],
  ['apparmor', context('appArmorProfile'), { type: 'Unconfined' }],
  ['selinux', context('seLinuxOptions', 'type'), 'spc_t'],
  ['selinux', context('seLinuxOptions', 'user'), 'root_u'],
  ['selinux', context('seLinuxOptions', 'role'), 'sysadm_r'],
  ['sysctls', context('sysctls'), [{ name: 'kernel.msgmax', value: '1' }]],
  ['host-path', ['volumes'], [{ name: 'a', hostPath: { path: '/' } }], ['volume-types']],
  ['volume-types', ['volumes'], [{ name: 'a', nfs: { server: 'a', path: '/' } }]],
  ['run-as-non-root', context('runAsNonRoot'), undefined],
  ['run-as-non-root', context('runAsNonRoot'), false],
  ['run-as-user', context('runAsUser'), 0],
  ['seccomp', context('seccompProfile'), undefined],
  ['seccomp-not-off', context('seccompProfile'), { type: 'Unconfined' }, ['seccomp']],
];

/** Values that the standard allows, one for each field that it speaks of. */
const ALLOWED: readonly (readonly [Path, unknown])[] = [
  [context('privileged'), false],
  [context('capabilities', 'add'), ['NET_BIND_SERVICE']],
  [context('appArmorProfile'), { type: 'Localhost', localhostProfile: 'a' }],
  [context('seLinuxOptions'), { type: 'container_t', level: 's0' }],
  [context('procMount'), 'Default'],
  [context('seccompProfile'), { type: 'Localhost', localhostProfile: 'a' }],
  [context('runAsNonRoot'), true],
  [context('runAsUser'), 1],
  [context('windowsOptions'), { hostProcess: false }],
  [['startupProbe'], { tcpSocket: { port: 80, host: '' } }],
];

describe('Pod Security', () => {
  for (const [kind, container] of CONTAINERS) {
    for (const [rule, path, value, also = []] of OF_CONTAINERS) {
      it(`${rule} fails by a field of one ${kind}: ${path.join('.')} is ${JSON.stringify(value)}`, () => {
        const text = changed(GOOD, 'Deployment', [...container, ...path], value);
        expect(badRules(text)).toEqual([rule, ...also].toSorted());
      });
    }

    it.each(ALLOWED)(`all hold for a ${kind} with %j as %j`, (path, value) => {
      expect(badRules(changed(GOOD, 'Deployment', [...container, ...path], value))).toEqual([]);
    });
  }

  for (const [rule, path, value, also = []] of OF_PODS) {
    it(`${rule} fails by a field of the pod: ${path.join('.')} is ${JSON.stringify(value)}`, () => {
      const text = changed(GOOD, 'Deployment', [...SPEC, ...path], value);
      expect(badRules(text)).toEqual([rule, ...also].toSorted());
    });
  }

  it('names a row for every rule of the standard', () => {
    const rows = new Set([...OF_CONTAINERS, ...OF_PODS].map(([rule]) => rule));
    expect([...BASELINE, ...RESTRICTED].map(({ name }) => name).filter((name) => !rows.has(name))).toEqual([]);
  });

  it.each(['Unconfined', 'unconfined', 'other'])('apparmor fails by an annotation %s', (value) => {
    const path = ['spec', 'template', 'metadata', 'annotations', 'container.apparmor.security.beta.kubernetes.io/app'];
    expect(badRules(changed(GOOD, 'Deployment', path, value))).toEqual(['apparmor']);
    expect(badRules(changed(GOOD, 'Deployment', path, 'localhost/a'))).toEqual([]);
    expect(badRules(changed(GOOD, 'Deployment', path, 'runtime/default'))).toEqual([]);
  });

  it('takes what containers set for what the pod leaves out', () => {
    const set = { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } };
    const all = { ...set, runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
    const text = CONTAINERS.reduce(
      (done, [, path]) => changed(done, 'Deployment', [...path, 'securityContext'], all),
      changed(GOOD, 'Deployment', [...SPEC, 'securityContext'], undefined),
    );
    expect(badRules(text)).toEqual([]);
    const [, [, init = []] = []] = CONTAINERS;
    expect(badRules(changed(text, 'Deployment', [...init, 'securityContext'], set))).toEqual([
      'run-as-non-root',
      'seccomp',
    ]);
  });

  it('asks of Windows only what Windows has', () => {
    const windows = changed(GOOD, 'Deployment', [...SPEC, 'os', 'name'], 'windows');
    const bare = CONTAINERS.reduce(
      (done, [, path]) => changed(done, 'Deployment', [...path, 'securityContext'], undefined),
      changed(windows, 'Deployment', [...SPEC, 'securityContext'], { runAsNonRoot: true }),
    );
    expect(badRules(bare)).toEqual([]);
    expect(badRules(changed(bare, 'Deployment', [...SPEC, 'os', 'name'], 'linux'))).toEqual([
      'capabilities',
      'privilege-escalation',
      'read-only-root-filesystem',
      'seccomp',
    ]);
    expect(badRules(changed(bare, 'Deployment', [...SPEC, 'securityContext'], {}))).toEqual(['run-as-non-root']);
  });

  it.each([
    [{ name: 'a' }, []],
    [{ name: 'a', emptyDir: null }, []],
    [{ name: 'a', later: {} }, ['volume-types']],
  ])('takes volume %j for what the API server makes of it', (volume, bad) => {
    expect(badRules(changed(GOOD, 'Deployment', [...SPEC, 'volumes'], [volume]))).toEqual(bad);
  });

  it.each([
    ['privileged: yes', 'privileged'],
    ['privileged: "true"', 'privileged'],
    ['runAsUser: 0x0', 'run-as-user'],
    ['runAsNonRoot: off', 'run-as-non-root'],
  ])('reads %s as kubectl does', (field, rule) => {
    const text = GOOD.replace('readOnlyRootFilesystem: true', `readOnlyRootFilesystem: true\n            ${field}`);
    expect(badRules(text)).toEqual([rule]);
  });
});
