import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { exampleOf } from './examples.ts';
import { judgeManifests } from './judgement.ts';
import { NOW } from './manifests.fixture.ts';
import { OWN_RULES } from './rule-names.ts';
import { RULES } from './rules/table.ts';

const names = [...OWN_RULES.keys()];
const KINDS: Readonly<Record<string, string>> = {
  'ingress-tls': 'networking.k8s.io/v1 Ingress',
  'no-node-port': 'v1 Service',
  replicas: 'apps/v1 Deployment',
  'hpa-target': 'autoscaling/v2 HorizontalPodAutoscaler',
  'pdb-min-available': 'policy/v1 PodDisruptionBudget',
  'network-policy-ingress': 'networking.k8s.io/v1 NetworkPolicy',
  'network-policy-egress': 'networking.k8s.io/v1 NetworkPolicy',
  'service-selects': 'v1 Service',
};

/** What the pods and the workload of the examples over several objects are. */
const WORKLOAD = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'app', namespace: 'shop' },
  spec: {
    replicas: 2,
    template: {
      metadata: { labels: { app: 'app' } },
      spec: {
        containers: [{ name: 'app', ports: [{ containerPort: 8080 }], resources: { requests: { cpu: '100m' } } }],
      },
    },
  },
};

function objectOf(rule: string): object {
  const written = parse(exampleOf(rule) ?? '') as Record<string, unknown>;
  const metadata = { name: 'app', namespace: 'shop' };
  const [apiVersion, kind] = (KINDS[rule] ?? 'v1 Pod').split(' ');
  if (kind !== 'Pod') return { apiVersion, kind, metadata, ...written };
  // A container is there in any pod.
  return { apiVersion, kind, metadata, spec: { containers: [{ name: 'app' }], ...written } };
}

function outcomes(rule: string, object: object): readonly string[] {
  const isWorkload = 'kind' in object && object.kind === 'Deployment';
  const isAcross = !RULES.some(({ name }) => name === rule);
  const objects = isAcross && !isWorkload ? [object, WORKLOAD] : [object];
  const files = [{ path: 'k8s.yaml', text: objects.map((one) => stringify(one)).join('---\n') }];
  const { results } = judgeManifests({ files, policies: [], now: NOW });
  return results.filter((one) => one.rule === rule).map(({ result }) => result);
}

describe('what to write', () => {
  it.each(names)('is a few lines of YAML that hold to the rule %s', (rule) => {
    const text = exampleOf(rule) ?? '';
    expect(text.split('\n').length).toBeLessThanOrEqual(6);
    expect(text.split('\n').filter((line) => line.length > 100)).toEqual([]);
    const found = outcomes(rule, objectOf(rule));
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found)).toEqual(new Set(['pass']));
  });

  it('is not known for a policy of others', () => {
    for (const rule of ['ValidatingAdmissionPolicy/x', '*', 'constructor']) expect(exampleOf(rule)).toBeUndefined();
  });
});
