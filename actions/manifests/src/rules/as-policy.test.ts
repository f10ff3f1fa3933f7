import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { changed, GOOD, judged } from '../manifests.fixture.ts';
import { policyOf } from './as-policy.ts';
import { RULES } from './table.ts';

const POLICIES = RULES.map((rule) => stringify(policyOf(rule))).join('---\n');
const SPEC = ['spec', 'template', 'spec'];

/** Rules of one object that fail, by our own way and by that of a cluster. */
function both(text: string): { own: string[]; cluster: string[] } {
  const names = new Set(RULES.map(({ name }) => name));
  const bad = judged(text, POLICIES).results.filter(({ result }) => result !== 'pass');
  const own = bad.filter(({ rule }) => names.has(rule)).map(({ rule }) => rule);
  const prefix = 'ValidatingAdmissionPolicy/shipgate-';
  const cluster = bad.filter(({ rule }) => rule.startsWith(prefix)).map(({ rule }) => rule.slice(prefix.length));
  return { own: [...new Set(own)].toSorted(), cluster: [...new Set(cluster)].toSorted() };
}

describe('a rule as a policy of a cluster', () => {
  it.each([
    ['nothing', 'Deployment', ['metadata', 'labels'], {}],
    ['all security contexts', 'Deployment', [...SPEC, 'containers', 0, 'securityContext'], undefined],
    [
      'the one of an init container',
      'Deployment',
      [...SPEC, 'initContainers', 0, 'securityContext'],
      { privileged: true },
    ],
    ['the one of an ephemeral container', 'Deployment', [...SPEC, 'ephemeralContainers', 0, 'securityContext'], {}],
    ['resources of a sidecar', 'Deployment', [...SPEC, 'initContainers', 1, 'resources'], undefined],
    ['the sidecar into an init container', 'Deployment', [...SPEC, 'initContainers', 1, 'restartPolicy'], undefined],
    ['a volume', 'Deployment', [...SPEC, 'volumes', 0], { name: 'a', hostPath: { path: '/' } }],
    ['no volume at all', 'Deployment', [...SPEC, 'volumes'], undefined],
    ['a secret', 'Deployment', [...SPEC, 'containers', 0, 'env', 0], { name: 'PASSWORD', value: 'x' }],
    ['probes', 'Deployment', [...SPEC, 'containers', 0, 'livenessProbe'], undefined],
    ['TLS', 'Ingress', ['spec', 'tls'], []],
    ['the type', 'Service', ['spec', 'type'], 'NodePort'],
  ])('says the same with %s changed', (_what, kind, path, value) => {
    const { own, cluster } = both(changed(GOOD, kind, path, value));
    expect(cluster).toEqual(own);
  });

  it('gives each rule the verdict of the good service', () => {
    const { results } = judged(GOOD, POLICIES);
    const policies = results.filter(({ rule }) => rule.startsWith('ValidatingAdmissionPolicy/'));
    expect(policies.every(({ result }) => result === 'pass')).toBe(true);
    expect(new Set(policies.map(({ rule }) => rule)).size).toBe(RULES.length);
  });
});
