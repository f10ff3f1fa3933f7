import { describe, expect, it } from 'vitest';
import { badRules, changed, GOOD, judged, resultsOf } from '../manifests.fixture.ts';
import { OWN_RULES } from '../rule-names.ts';

type Path = readonly (string | number)[];
type Row = readonly [rule: string, kind: string, path: Path, value?: unknown, also?: readonly string[]];

const SPEC: Path = ['spec', 'template', 'spec'];
const APP: Path = [...SPEC, 'containers', 0];
const SIDECAR: Path = [...SPEC, 'initContainers', 1];
const SETUP: Path = [...SPEC, 'initContainers', 0];
const DEBUG: Path = [...SPEC, 'ephemeralContainers', 0];
const env = (name: string, value: unknown) => [{ name, value }];

/** Each row changes one field of the good service; the named rule fails by it, and no rule but those in `also`. */
const ROWS: readonly Row[] = [
  ['resource-requests', 'Deployment', [...APP, 'resources', 'requests', 'memory'], undefined],
  ['resource-requests', 'Deployment', [...APP, 'resources', 'requests', 'cpu'], undefined, ['hpa-target']],
  ['resource-requests', 'Deployment', [...APP, 'resources', 'requests', 'cpu'], '0'],
  ['resource-requests', 'Deployment', [...SIDECAR, 'resources', 'requests', 'cpu'], undefined],
  ['resource-limits', 'Deployment', [...APP, 'resources', 'limits', 'memory'], undefined],
  ['resource-limits', 'Deployment', [...APP, 'resources', 'limits', 'cpu'], undefined],
  ['resource-limits', 'Deployment', [...APP, 'resources', 'limits', 'cpu'], 'much'],
  ['liveness-probe', 'Deployment', [...APP, 'livenessProbe'], undefined],
  ['liveness-probe', 'Deployment', [...APP, 'livenessProbe'], { periodSeconds: 5 }],
  ['readiness-probe', 'Deployment', [...APP, 'readinessProbe'], undefined],
  ['probes-differ', 'Deployment', [...APP, 'livenessProbe', 'httpGet', 'path'], '/ready'],
  ['image-tag', 'Deployment', [...APP, 'image'], 'registry.example:5000/order'],
  ['image-tag', 'Deployment', [...APP, 'image'], 'order:latest'],
  ['image-tag', 'Deployment', [...APP, 'image'], 'order@sha256:abc'],
  ['image-tag', 'Deployment', [...APP, 'image'], ''],
  ['image-tag', 'Deployment', [...APP, 'image'], undefined],
  ['image-tag', 'Deployment', [...SETUP, 'image'], 'setup'],
  ['image-tag', 'Deployment', [...DEBUG, 'image'], 'debug:latest'],
  ['literal-secrets', 'Deployment', [...APP, 'env'], env('DATABASE_PASSWORD', 'hunter2')],
  ['literal-secrets', 'Deployment', [...APP, 'env'], env('dbPassword', 'hunter2')],
  ['literal-secrets', 'Deployment', [...APP, 'env'], env('SECRET_KEY', '7')],
  ['literal-secrets', 'Deployment', [...APP, 'env'], env('SIGNING_KEY', 'abc')],
  ['literal-secrets', 'Deployment', [...APP, 'env'], env('OPENAI_API_KEY', 'sk-abc')],
  ['literal-secrets', 'Deployment', [...APP, 'env'], env('ACCESS_TOKEN', '$(USER)-abc')],
  ['literal-secrets', 'Deployment', [...APP, 'env'], env('DATABASE_URL', 'postgres://order:hunter2@db/order')],
  ['literal-secrets', 'Deployment', [...APP, 'env'], env('REDIS_URL', 'redis://:hunter2@cache')],
  ['literal-secrets', 'Deployment', [...APP, 'env'], env('AWS_ACCESS_KEY_ID', 'AKIAABCDEFGHIJKLMNOP')],
  ['literal-secrets', 'Deployment', [...APP, 'env'], env('SECRET', '/etcpasswd/abc')],
  ['literal-secrets', 'Deployment', [...SETUP, 'env'], env('PASSWORD', 'hunter2')],
  ['read-only-root-filesystem', 'Deployment', [...APP, 'securityContext', 'readOnlyRootFilesystem'], undefined],
  ['read-only-root-filesystem', 'Deployment', [...SETUP, 'securityContext', 'readOnlyRootFilesystem'], false],
  ['service-account-token', 'Deployment', [...SPEC, 'automountServiceAccountToken'], undefined],
  ['service-account-token', 'Deployment', [...SPEC, 'automountServiceAccountToken'], true],
  ['graceful-shutdown', 'Deployment', [...APP, 'lifecycle'], undefined],
  ['graceful-shutdown', 'Deployment', [...SPEC, 'terminationGracePeriodSeconds'], 0],
  ['ingress-tls', 'Ingress', ['spec', 'tls'], undefined],
  ['ingress-tls', 'Ingress', ['spec', 'tls', 0, 'hosts'], ['order.example.com']],
  ['ingress-tls', 'Ingress', ['spec', 'tls', 0, 'hosts'], ['*.example.com', 'other.example.com']],
  ['ingress-tls', 'Ingress', ['spec', 'rules', 0, 'host'], '*.shop.example.org'],
  ['no-node-port', 'Service', ['spec', 'type'], 'NodePort'],
  ['replicas', 'HorizontalPodAutoscaler', ['spec', 'minReplicas'], 1, ['hpa-target', 'pdb-min-available']],
  ['hpa-target', 'HorizontalPodAutoscaler', ['spec', 'maxReplicas'], 2],
  ['hpa-target', 'HorizontalPodAutoscaler', ['spec', 'scaleTargetRef', 'name'], 'orders'],
  ['pdb-min-available', 'PodDisruptionBudget', ['spec', 'minAvailable'], 3],
  ['network-policy-ingress', 'NetworkPolicy', ['spec', 'policyTypes'], ['Egress']],
  ['network-policy-egress', 'NetworkPolicy', ['spec', 'policyTypes'], ['Ingress']],
  ['service-selects', 'Service', ['spec', 'selector', 'app'], 'orders'],
  ['service-selects', 'Service', ['spec', 'ports', 0, 'targetPort'], 'https'],
];

describe('rules', () => {
  it('all hold for a good service, and each has judged it', () => {
    const { results, troubles, objects } = judged(GOOD);
    expect(troubles).toEqual([]);
    expect(objects).toBe(6);
    expect(results.filter(({ result }) => result !== 'pass')).toEqual([]);
    expect(new Set(results.map(({ rule }) => rule))).toEqual(new Set(OWN_RULES.keys()));
  });

  for (const [rule, kind, path, value, also = []] of ROWS) {
    it(`${rule} fails by one field of a ${kind}: ${path.join('.')} is ${JSON.stringify(value)}`, () => {
      expect(badRules(changed(GOOD, kind, path, value))).toEqual([rule, ...also].toSorted());
    });
  }

  it('name the container and the line of the field', () => {
    const [result] = resultsOf(GOOD.replace('memory: 64Mi}', 'memory: none}'), 'resource-requests').filter(
      (one) => one.result === 'fail' && one.container === 'app',
    );
    expect(result).toMatchObject({ file: 'k8s/order.yaml', kind: 'Deployment', namespace: 'shop', name: 'order' });
    expect(GOOD.split('\n')[(result?.line ?? 0) - 1]).toContain('requests: {cpu: 100m, memory: 64Mi}');
    expect(result?.message).toBe(
      'container app has resources.requests.memory "none", expected an amount such as 128Mi',
    );
  });

  it('never print the value of a secret', () => {
    const text = changed(GOOD, 'Deployment', [...APP, 'env'], env('DATABASE_URL', 'postgres://u:hunter2@db'));
    expect(JSON.stringify(judged(text).results)).not.toContain('hunter2');
  });
});

describe('literal secrets', () => {
  it.each([
    ['TOKEN_TTL', '3600'],
    ['MAX_OUTPUT_TOKENS', '4096'],
    ['PASSWORD_FILE', '/run/secrets/password'],
    ['SECRET_NAME', 'order'],
    ['CACHE_KEY', 'orders'],
    ['PUBLIC_KEY', 'abc'],
    ['DATABASE_PASSWORD', '$(FROM_SECRET)'],
    ['DATABASE_PASSWORD', ''],
    ['REQUIRE_TOKEN', 'true'],
    ['KEYBOARD', 'qwerty'],
    ['MYSQL_ALLOW_EMPTY_PASSWORD', '1'],
    ['GOOGLE_APPLICATION_CREDENTIALS', '/etc/cloud/key.json'],
    ['DATABASE_URL', 'postgres://order@db/order'],
    ['HOMEPAGE', 'https://example.com/a:b@c'],
  ])('are not %s=%s', (name, value) => {
    expect(badRules(changed(GOOD, 'Deployment', [...APP, 'env'], env(name, value)))).toEqual([]);
  });
});

describe('rules that depend on what else is there', () => {
  const job = (restartPolicy: string, kind: string) => `
apiVersion: ${kind === 'Pod' ? 'v1' : 'batch/v1'}
kind: ${kind}
metadata: {name: once}
spec: ${kind === 'Pod' ? '' : '{template: {spec: '}{restartPolicy: ${restartPolicy}, containers: [{name: a, image: a:1}]}${kind === 'Pod' ? '' : '}}'}
`;

  it('ask no probes of what runs once', () => {
    expect(resultsOf(job('Never', 'Pod'), 'liveness-probe')).toEqual([]);
    expect(resultsOf(job('Never', 'Job'), 'liveness-probe')).toEqual([]);
    expect(resultsOf(job('Always', 'Pod'), 'liveness-probe')).toMatchObject([{ result: 'fail' }]);
  });

  it('take resources of the whole pod for those of its containers', () => {
    const without = changed(GOOD, 'Deployment', [...APP, 'resources'], undefined);
    const resources = { requests: { cpu: 1, memory: '1Gi' }, limits: { cpu: 2.5, memory: '1Gi' } };
    expect(badRules(changed(without, 'Deployment', [...SPEC, 'resources'], resources))).toEqual([]);
  });

  it('let probes ask the same when liveness is more patient', () => {
    const same = changed(GOOD, 'Deployment', [...APP, 'livenessProbe', 'httpGet', 'path'], '/ready');
    expect(badRules(changed(same, 'Deployment', [...APP, 'livenessProbe', 'failureThreshold'], 6))).toEqual([]);
    expect(badRules(changed(same, 'Deployment', [...APP, 'livenessProbe', 'failureThreshold'], 3))).not.toEqual([]);
  });

  const shapes: readonly (readonly [what: string, spec: object])[] = [
    ['no list of containers', {}],
    ['an empty one', { containers: [] }],
    ['a word for it', { containers: 'app' }],
    ['a word for a container', { containers: ['app'] }],
    ['a word for env', { containers: [{ name: 'a', env: 'x' }] }],
    ['a word for its security', { securityContext: 'x', containers: [{ name: 'a' }] }],
    ['a list for security of a container', { containers: [{ name: 'a', securityContext: [] }] }],
    ['a word for a profile', { containers: [{ name: 'a', securityContext: { seccompProfile: 'x' } }] }],
    ['a word for a variable', { containers: [{ name: 'a', env: ['x'] }] }],
    ['a map for volumes', { containers: [{ name: 'a' }], volumes: {} }],
  ];

  it.each(shapes)('give an error for a pod with %s', (_what, spec) => {
    const results = resultsOf(changed(GOOD, 'Deployment', SPEC, spec), 'privileged');
    expect(results).toMatchObject([{ result: 'error' }]);
  });

  it('judge no kind of another group that has a name of Kubernetes', () => {
    const text = GOOD.replace('apiVersion: v1\nkind: Service', 'apiVersion: serving.knative.dev/v1\nkind: Service');
    expect(resultsOf(text, 'no-node-port')).toEqual([]);
    expect(resultsOf(text, 'service-selects')).toEqual([]);
  });
});

describe('what is seen', () => {
  const CONTAINER = ['spec', 'template', 'spec', 'containers', 0];
  it.each([
    ['run-as-non-root', [...CONTAINER, 'securityContext', 'runAsNonRoot'], false, 'false, expected true'],
    ['privilege-escalation', [...CONTAINER, 'securityContext', 'allowPrivilegeEscalation'], undefined, 'has no'],
    ['image-tag', [...CONTAINER, 'image'], 'app:latest', 'has image "app:latest", expected the tag of a version'],
    [
      'capabilities',
      [...CONTAINER, 'securityContext', 'capabilities', 'add'],
      ['SYS_TIME'],
      'adds the capabilities "SYS_TIME"',
    ],
    ['host-ports', [...CONTAINER, 'ports'], [{ containerPort: 1, hostPort: 8080 }], 'takes port 8080 of the host'],
    ['volume-types', ['spec', 'template', 'spec', 'volumes'], [{ name: 'a', nfs: {} }], '"a" is of the kind "nfs"'],
    [
      'host-path',
      ['spec', 'template', 'spec', 'volumes'],
      [{ name: 'a', hostPath: { path: '/etc' } }],
      'the path "/etc"',
    ],
    ['sysctls', ['spec', 'template', 'spec', 'securityContext', 'sysctls'], [{ name: 'kernel.x' }], 'sets "kernel.x"'],
  ])('of %s is the value, and what is expected', (rule, path, value, words) => {
    const [message] = resultsOf(changed(GOOD, 'Deployment', path, value), rule)
      .filter(({ result }) => result === 'fail')
      .map((one) => one.message);
    expect(message).toContain(words);
    expect(message).toContain(', expected ');
    expect(message).not.toMatch(/nothing|undefined/);
  });

  it('of an Ingress is the host without a certificate', () => {
    const rules = ['a', 'b'].map((name) => ({ host: `${name}.example.com` }));
    const text = changed(GOOD, 'Ingress', ['spec', 'rules'], rules);
    const open = changed(text, 'Ingress', ['spec', 'tls'], [{ hosts: ['a.example.com'], secretName: 'a' }]);
    expect(resultsOf(open, 'ingress-tls')[0]?.message).toBe(
      'host "b.example.com" of spec.rules is in no spec.tls[].hosts, expected every host there, with the secret of its certificate',
    );
  });
});
