/**
 * What to write, for each rule: a few lines of YAML that hold to it, from `spec` of the pod on; rules over Services, Ingresses
 * and several objects have theirs from the top of such an object on. Names and numbers are examples.
 */
const app = (...lines: readonly string[]) => ['containers:', '  - name: app', ...lines.map((line) => `    ${line}`)];
const context = (...lines: readonly string[]) => app('securityContext:', ...lines.map((line) => `  ${line}`));

const LINES: Readonly<Record<string, readonly string[]>> = {
  'resource-requests': app('resources:', '  requests: { cpu: 100m, memory: 128Mi } # what it uses on a usual day'),
  'resource-limits': app('resources:', '  limits: { cpu: "1", memory: 256Mi }'),
  'liveness-probe': app('livenessProbe:', '  httpGet: { path: /health/live, port: 8080 }'),
  'readiness-probe': app('readinessProbe:', '  httpGet: { path: /health/ready, port: 8080 }'),
  'probes-differ': app(
    'livenessProbe: { httpGet: { path: /health/live, port: 8080 }, failureThreshold: 6 }',
    'readinessProbe: { httpGet: { path: /health/ready, port: 8080 } }',
  ),
  'image-tag': app('image: registry.example.com/app:1.4.2 # or app@sha256:… with its 64 digits'),
  'literal-secrets': app(
    'env:',
    '  - name: DATABASE_PASSWORD',
    '    valueFrom:',
    '      secretKeyRef: { name: app, key: database-password }',
  ),
  'ingress-tls': [
    'spec:',
    '  tls:',
    '    - hosts: [shop.example.com] # every host of spec.rules',
    '      secretName: shop-tls',
    '  rules: [{ host: shop.example.com }]',
  ],
  'no-node-port': ['spec:', '  type: ClusterIP # and an Ingress before it; or LoadBalancer'],
  'read-only-root-filesystem': context('readOnlyRootFilesystem: true'),
  'service-account-token': ['automountServiceAccountToken: false # true only with a serviceAccountName of its own'],
  'graceful-shutdown': [
    'terminationGracePeriodSeconds: 30 # above what preStop waits',
    ...app('lifecycle:', '  preStop: { sleep: { seconds: 5 } }'),
  ],
  'host-process': ['securityContext:', '  windowsOptions: { hostProcess: false }'],
  'host-namespaces': ['hostNetwork: false', 'hostPID: false', 'hostIPC: false'],
  privileged: context('privileged: false'),
  'capabilities-added': context('capabilities:', '  add: [] # or NET_BIND_SERVICE'),
  'host-path': ['volumes:', '  - name: data', '    emptyDir: {} # or persistentVolumeClaim, configMap, secret'],
  'host-ports': app('ports:', '  - containerPort: 8080 # no hostPort: a Service leads to it'),
  'host-probes': app('livenessProbe:', '  httpGet: { path: /health/live, port: 8080 } # no host'),
  apparmor: ['securityContext:', '  appArmorProfile: { type: RuntimeDefault }'],
  selinux: ['securityContext:', '  seLinuxOptions: { type: container_t } # no user, no role'],
  'proc-mount': context('procMount: Default'),
  'seccomp-not-off': ['securityContext:', '  seccompProfile: { type: RuntimeDefault }'],
  sysctls: ['securityContext:', '  sysctls: [] # or safe ones, such as net.ipv4.tcp_syncookies'],
  'volume-types': ['volumes:', '  - name: data', '    persistentVolumeClaim: { claimName: data }'],
  'privilege-escalation': context('allowPrivilegeEscalation: false'),
  'run-as-non-root': ['securityContext: # of the pod, so of all its containers', '  runAsNonRoot: true'],
  'run-as-user': ['securityContext:', '  runAsUser: 10001 # any number above 0'],
  seccomp: ['securityContext: # of the pod, so of all its containers', '  seccompProfile: { type: RuntimeDefault }'],
  capabilities: context('capabilities:', '  drop: [ALL]'),
  replicas: ['spec:', '  replicas: 2 # or minReplicas: 2 of its HorizontalPodAutoscaler'],
  'hpa-target': [
    'spec:',
    '  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: app }',
    '  minReplicas: 2',
    '  maxReplicas: 6',
  ],
  'pdb-min-available': [
    'spec:',
    '  maxUnavailable: 1',
    '  selector:',
    '    matchLabels: { app: app } # the labels of the pods',
  ],
  'network-policy-ingress': [
    'kind: NetworkPolicy # apiVersion: networking.k8s.io/v1',
    'spec:',
    '  podSelector: { matchLabels: { app: app } } # the labels of the pods',
    '  policyTypes: [Ingress]',
    '  ingress: [{ from: [{ podSelector: { matchLabels: { app: gateway } } }] }] # who may come',
  ],
  'network-policy-egress': [
    'kind: NetworkPolicy # apiVersion: networking.k8s.io/v1',
    'spec:',
    '  podSelector: { matchLabels: { app: app } } # the labels of the pods',
    '  policyTypes: [Egress]',
    '  egress: [{ to: [{ podSelector: { matchLabels: { app: database } } }] }] # where it may go',
  ],
  'service-selects': [
    'spec:',
    '  selector: { app: app } # the labels of the pods',
    '  ports: [{ port: 80, targetPort: 8080 }] # a containerPort of theirs',
  ],
};

/** By the name of the rule: 1 to 6 lines of YAML, without a line end; undefined for policies of others. */
export function exampleOf(rule: string): string | undefined {
  return Object.hasOwn(LINES, rule) ? LINES[rule]?.join('\n') : undefined;
}
