/** Phase 4. */
import { changed, faulty } from '../mutation.ts';

const limits = 'лимиты-ресурсов-установлены';
const health = 'health-checks-настроены';
const autoscaler = 'horizontal-pod-autoscaler';
const budget = 'pod-disruption-budget';
const network = 'network-policies-настроены';
const mesh = 'service-mesh-istiolinkerd-если-применимо';

export const kubernetes = [
  ...changed(
    'k8s/production/deployment.yaml',
    [limits, '            limits: { cpu: 1000m, memory: 2Gi }\n', ''],
    [limits, 'requests: { cpu: 250m, memory: 512Mi }', 'requests: { cpu: 25m, memory: 512Mi }'],
    [
      health,
      'httpGet: { path: /health, port: 8080 }\n            initialDelaySeconds: 30',
      'httpGet: { path: /metrics, port: 8080 }\n            initialDelaySeconds: 30',
    ],
    [
      health,
      '          readinessProbe:\n            httpGet: { path: /ready, port: 8080 }\n            initialDelaySeconds: 5\n            periodSeconds: 5\n',
      '',
    ],
  ),
  ...faulty([health, 'health'], [health, 'ready'], [health, 'version']),
  ...changed(
    'k8s/production/autoscaling.yaml',
    [autoscaler, 'kind: Deployment, name: order-service', 'kind: Deployment, name: orders'],
    [autoscaler, 'averageUtilization: 70', 'averageUtilization: 95'],
    [autoscaler, 'averageUtilization: 80', 'averageUtilization: 95'],
    [autoscaler, 'minReplicas: 3', 'minReplicas: 1'],
  ),
  ...changed(
    'k8s/production/disruption.yaml',
    [budget, 'minAvailable: 2', 'minAvailable: 3'],
    [budget, 'minAvailable: 2', 'minAvailable: 1'],
  ),
  ...changed(
    'k8s/production/network-policies.yaml',
    [network, 'podSelector: {}', 'podSelector: { matchLabels: { app.kubernetes.io/name: another-service } }'],
    ['ingress-правила', 'kubernetes.io/metadata.name: ingress-nginx', 'kubernetes.io/metadata.name: default'],
    [
      'egress-правила',
      '- ipBlock: { cidr: 10.20.32.0/20 }\n      ports:\n        - { protocol: TCP, port: 5432 }\n        - { protocol: TCP, port: 6379 }',
      '- ipBlock: { cidr: 0.0.0.0/0 }\n      ports:\n        - { protocol: TCP, port: 5432 }\n        - { protocol: TCP, port: 6379 }',
    ],
  ),
  ...changed(
    'k8s/production/mesh.yaml',
    [mesh, 'mtls: { mode: STRICT }', 'mtls: { mode: PERMISSIVE }'],
    [mesh, '{ host: order-service, subset: canary }', '{ host: orders, subset: canary }'],
  ),
];
