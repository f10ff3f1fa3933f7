import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERY_RULE, judgeManifests } from './judgement.ts';
import { badRules, changed, GOOD, judged, NOW, objectsOf } from './manifests.fixture.ts';
import { DEFAULT_RULES, OWN_RULES, rulesOf } from './rule-names.ts';

describe('judging manifests', () => {
  it('never passes a template', () => {
    const template = GOOD.replace('replicas: 3', 'replicas: {{ .Values.replicas }}');
    const { results, objects } = judged(template);
    expect(objects).toBe(0);
    expect(results).toMatchObject([{ rule: EVERY_RULE, result: 'not-evaluated', file: 'k8s/order.yaml', line: 6 }]);
  });

  it('never passes anything when a mark of a template is put anywhere', () => {
    for (let at = 0; at < GOOD.length; at += 97) {
      const { results } = judged(`${GOOD.slice(0, at)}{{ x }}${GOOD.slice(at)}`);
      expect(results.filter(({ result }) => result === 'pass')).toEqual([]);
    }
  });

  it('sees objects of several files as one cluster', () => {
    const files = GOOD.split('---').map((text, index) => ({ path: `k8s/${index}.yaml`, text }));
    const { results } = judgeManifests({ files, policies: [], now: NOW });
    expect(results.filter(({ result }) => result !== 'pass')).toEqual([]);
  });

  it('judges pods of every kind that has them', () => {
    const pod = '{spec: {containers: [{name: a, image: a, securityContext: {privileged: true}}]}}';
    const of = (apiVersion: string, kind: string, spec: string) =>
      `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: a}, ${spec}}`;
    const texts = [
      of('v1', 'Pod', pod.slice(1, -1)),
      of('v1', 'PodTemplate', `template: ${pod}`),
      ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].map((kind) =>
        of('apps/v1', kind, `spec: {template: ${pod}}`),
      ),
      of('v1', 'ReplicationController', `spec: {template: ${pod}}`),
      of('batch/v1', 'Job', `spec: {template: ${pod}}`),
      of('batch/v1', 'CronJob', `spec: {jobTemplate: {spec: {template: ${pod}}}}`),
      of('argoproj.io/v1alpha1', 'Rollout', `spec: {template: ${pod}}`),
    ];
    for (const text of texts) expect(badRules(text)).toEqual(expect.arrayContaining(['privileged', 'image-tag']));
  });

  it('gives results, and never an error of its own, whatever stands where', () => {
    const places = objectsOf(GOOD).flatMap((object) =>
      placesIn(object).map((path) => [String(object['kind']), path] as const),
    );
    const junk = fc.constantFrom<unknown>(null, 7, -1, 0.5, '', 'x', true, [], {}, [[]], [null], { a: [1] }, '{', '%');
    fc.assert(
      fc.property(fc.constantFrom(...places), junk, ([kind, path], value) => {
        const { results, objects, troubles } = judged(changed(GOOD, kind, path, value));
        expect(objects + troubles.length).toBe(6);
        expect(results.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('gives nothing for no files', () => {
    expect(judgeManifests({ files: [], policies: [], now: NOW })).toEqual({ results: [], objects: 0, troubles: [] });
  });
});

describe('names of rules', () => {
  it('stand for one rule, for several, or for a policy of the user', () => {
    expect(rulesOf('replicas')).toEqual(['replicas']);
    expect(rulesOf('network-policy')).toEqual(['network-policy-ingress', 'network-policy-egress']);
    expect(rulesOf('ValidatingAdmissionPolicy/demo')).toEqual(['ValidatingAdmissionPolicy/demo']);
    expect(rulesOf('pod-security-restricted')).toHaveLength(16);
    expect(rulesOf('pod-security-baseline')).toHaveLength(12);
  });

  it('that nobody knows are told with the one that was meant', () => {
    expect(rulesOf('livenes-probe')).toEqual({
      unknown: 'there is no rule "livenes-probe"; did you mean liveness-probe?',
    });
    expect(rulesOf('zzz')).toEqual({ unknown: 'there is no rule "zzz"' });
  });

  it('are each there once', () => {
    expect(OWN_RULES.size).toBe(36);
    expect(DEFAULT_RULES).toHaveLength(32);
  });
});

function placesIn(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [...keys].flatMap((key) => [[...path, key], ...placesIn(Reflect.get(value, key), [...path, key])]);
}
