import { parseAllDocuments, stringify } from 'yaml';
import type { ManifestFile, ManifestJudgement, ManifestResult } from './judgement.ts';
import { judgeManifests } from './judgement.ts';

/** An object as the tests change it. */
export type Plain = { [key: string]: unknown };

/** When the tests judge. */
export const NOW = new Date('2026-11-28T12:00:00Z');

/** A service that all rules hold for, in one file. */
export const GOOD = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: order, namespace: shop}
spec:
  replicas: 3
  selector: {matchLabels: {app: order}}
  template:
    metadata:
      labels: {app: order, tier: web}
      annotations: {owner: dev-lead}
    spec:
      automountServiceAccountToken: false
      terminationGracePeriodSeconds: 45
      os: {name: linux}
      securityContext:
        runAsNonRoot: true
        runAsUser: 1000
        seccompProfile: {type: RuntimeDefault}
        sysctls: [{name: net.ipv4.tcp_syncookies, value: "1"}]
      volumes:
        - name: tmp
          emptyDir: {}
      initContainers:
        - name: setup
          image: registry.example/setup:1.4.0
          securityContext: &context
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities: {drop: [ALL]}
        - name: proxy
          image: registry.example/proxy:2.0.1
          restartPolicy: Always
          resources: &resources
            requests: {cpu: 100m, memory: 64Mi}
            limits: {cpu: "1", memory: 256Mi}
          securityContext: *context
      ephemeralContainers:
        - name: debug
          image: registry.example/debug:1.0.0
          securityContext: *context
      containers:
        - name: app
          image: registry.example:5000/order@sha256:${'a'.repeat(64)}
          ports: [{name: http, containerPort: 8080}]
          env:
            - name: DATABASE_PASSWORD
              valueFrom: {secretKeyRef: {name: order, key: password}}
            - name: DATABASE_URL
              value: postgres://order:$(DATABASE_PASSWORD)@db/order
          resources: *resources
          livenessProbe:
            httpGet: {path: /health, port: http}
          readinessProbe:
            httpGet: {path: /ready, port: http}
          lifecycle: {preStop: {exec: {command: [sleep, "5"]}}}
          securityContext: *context
---
apiVersion: v1
kind: Service
metadata: {name: order, namespace: shop}
spec:
  selector: {app: order}
  ports: [{port: 80, targetPort: http}]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: order, namespace: shop}
spec:
  tls: [{hosts: [order.example.com, "*.shop.example.com"], secretName: tls}]
  rules: [{host: order.example.com}, {host: eu.shop.example.com}]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: order, namespace: shop}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: order}
  minReplicas: 3
  maxReplicas: 10
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: order, namespace: shop}
spec:
  minAvailable: 2
  selector: {matchLabels: {app: order}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: order, namespace: shop}
spec:
  podSelector:
    matchExpressions: [{key: tier, operator: In, values: [web]}]
  policyTypes: [Ingress, Egress]
`;

/** Objects of a text, for changes. */
export function objectsOf(text: string): Plain[] {
  return parseAllDocuments(text).flatMap((document) => {
    // By way of JSON no two places share a value, as two aliases do.
    const value: unknown = JSON.parse(JSON.stringify(document.toJS()));
    return isPlain(value) ? [value] : [];
  });
}

/** A text with one field of one object set, or taken away by undefined. */
export function changed(text: string, kind: string, path: readonly (string | number)[], value: unknown): string {
  const objects = objectsOf(text);
  const object = objects.find((one) => one['kind'] === kind);
  const holder = path.slice(0, -1).reduce<unknown>((here, key) => child(here, key), object);
  const last = path.at(-1);
  if (last === undefined || holder === null || typeof holder !== 'object')
    throw new Error(`no place ${path.join('.')}`);
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, value);
  return objects.map((one) => stringify(one, { aliasDuplicateObjects: false })).join('---\n');
}

function child(value: unknown, key: string | number): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  if (!Object.hasOwn(value, key)) Reflect.set(value, key, {});
  return Reflect.get(value, key);
}

function isPlain(value: unknown): value is Plain {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

export function judged(text: string, policies = '', now = NOW): ManifestJudgement {
  const own: ManifestFile[] = policies === '' ? [] : [{ path: 'policies.yaml', text: policies }];
  return judgeManifests({ files: [{ path: 'k8s/order.yaml', text }], policies: own, now });
}

/** Results of one rule. */
export function resultsOf(text: string, rule: string, policies = ''): readonly ManifestResult[] {
  return judged(text, policies).results.filter((result) => result.rule === rule);
}

/** Rules that do not hold, each once. */
export function badRules(text: string): string[] {
  const bad = judged(text).results.filter(({ result }) => result !== 'pass');
  return [...new Set(bad.map(({ rule }) => rule))].toSorted();
}
