/** Files as projects have them, each with one number that is a canary's weight. */

export interface ForeignFile {
  readonly name: string;
  readonly text: string;
  readonly pointer: string;
  readonly weight: number;
  /** The line of the number, and the same with 100. */
  readonly before: string;
  readonly after: string;
}

export const helmValues: ForeignFile = {
  name: 'values of a Helm chart',
  pointer: '/canary/weight',
  weight: 0,
  before: 'weight: 0    # percent, set by the pipeline',
  after: 'weight: 100    # percent, set by the pipeline',
  text: `# Default values for orders.
# This is a YAML-formatted file.

replicaCount: 3
image:
    repository: registry.example/orders
    tag: "1.10"   # never a number

# -- Extra flags
extraArgs: [--weight=0, '--log=json',
  "--x"]

canary:
    enabled: yes
    # weight: 50
    weight: 0    # percent, set by the pipeline

nodeSelector: {}
tolerations: []
script: |
  weight: 0
  echo "done"

`,
};

export const foreignFiles: readonly ForeignFile[] = [
  helmValues,
  {
    name: 'an Istio VirtualService',
    pointer: '/spec/http/1/route/1/weight',
    weight: 10,
    before: 'weight: 10',
    after: 'weight: 100',
    text: `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: orders
  labels: {app: orders, "tier": 'back'}
spec:
  hosts:
  - orders
  http:
  - match:
    - headers:
        canary:
          exact: "true"
    route:
    - destination: {host: orders, subset: canary}
      weight: 100
  - route:
    - destination:
        host: orders
        subset: stable
      weight: 90
    - destination:
        host: orders
        subset: canary
      weight: 10
`,
  },
  {
    name: 'a JSON patch of Kustomize',
    pointer: '/1/value',
    weight: 25,
    before: 'value: 25',
    after: 'value: 100',
    text: `- op: replace
  path: /spec/rules/0/backendRefs/0/weight
  value: 75
- op: replace
  path: /spec/rules/0/backendRefs/1/weight
  value: 25
# EOF`,
  },
  {
    name: 'a kustomization with a patch of its own',
    pointer: '/commonAnnotations/nginx.ingress.kubernetes.io~1canary-weight',
    weight: 5,
    before: `nginx.ingress.kubernetes.io/canary-weight: '5'`,
    after: `nginx.ingress.kubernetes.io/canary-weight: '100'`,
    text: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
- ../base
commonAnnotations:
  nginx.ingress.kubernetes.io/canary: 'true'
  nginx.ingress.kubernetes.io/canary-weight: '5'
patches:
- target: {kind: Ingress}
  patch: |-
    - op: replace
      path: /metadata/annotations/weight
      value: "5"
`,
  },
  {
    name: 'an Argo CD Application with Helm parameters',
    pointer: '/spec/source/helm/parameters/1/value',
    weight: 50,
    before: 'value: "50"',
    after: 'value: "100"',
    text: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: orders
  finalizers:
    - resources-finalizer.argocd.argoproj.io
spec:
  project: default
  source:
    repoURL: https://git.example/orders.git
    targetRevision: HEAD
    helm:
      valueFiles: [values.yaml]
      parameters:
        - name: image.tag
          value: v2
        - name: canary.weight
          value: "50"
  syncPolicy: {automated: {selfHeal: true}}
`,
  },
  {
    name: 'a JSON file of parameters',
    pointer: '/canary/weight',
    weight: 2.5,
    before: '"weight": 2.5,',
    after: '"weight": 100,',
    text: '{\n\t"stable": {"weight": 97.5},\n\t"canary": {\n\t\t"weight": 2.5,\n\t\t"note": "\\ud83d\\udea6 \\/ 2.5"\n\t}\n}\n',
  },
];
