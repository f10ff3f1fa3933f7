import { describe, expect, it } from 'vitest';
import { badRules, changed, GOOD, resultsOf } from '../manifests.fixture.ts';

const outcomes = (text: string, rule: string) => resultsOf(text, rule).map(({ result }) => result);
const without = (text: string, kind: string) =>
  text
    .split('---')
    .filter((document) => !document.includes(`kind: ${kind}\n`))
    .join('---');
const messages = (text: string, rule: string) => resultsOf(text, rule).map(({ message }) => message);

describe('replicas', () => {
  const alone = without(GOOD, 'HorizontalPodAutoscaler');

  it.each([
    [3, 'pass'],
    [2, 'pass'],
    [1, 'fail'],
    [0, 'fail'],
    [undefined, 'fail'],
    ['2', 'error'],
  ])('are judged by spec.replicas %j without an autoscaler', (count, outcome) => {
    expect(outcomes(changed(alone, 'Deployment', ['spec', 'replicas'], count), 'replicas')).toEqual([outcome]);
  });

  it('are judged by minReplicas of the autoscaler where there is one', () => {
    expect(outcomes(changed(GOOD, 'Deployment', ['spec', 'replicas'], 1), 'replicas')).toEqual(['pass']);
    const low = changed(GOOD, 'HorizontalPodAutoscaler', ['spec', 'minReplicas'], undefined);
    expect(messages(low, 'replicas')).toEqual(['its autoscaler order has minReplicas 1, wanted at least 2']);
  });

  it('are not taken from an autoscaler of another namespace or group', () => {
    const elsewhere = changed(GOOD, 'HorizontalPodAutoscaler', ['metadata', 'namespace'], 'other');
    expect(outcomes(changed(elsewhere, 'Deployment', ['spec', 'replicas'], 1), 'replicas')).toEqual(['fail']);
    const foreign = changed(GOOD, 'HorizontalPodAutoscaler', ['spec', 'scaleTargetRef', 'apiVersion'], 'x.dev/v1');
    expect(outcomes(changed(foreign, 'Deployment', ['spec', 'replicas'], 1), 'replicas')).toEqual(['fail']);
  });
});

describe('hpa-target', () => {
  it('scales a Rollout of Argo too', () => {
    const reference = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'order' };
    const text = changed(GOOD, 'HorizontalPodAutoscaler', ['spec', 'scaleTargetRef'], reference).replace(
      'apiVersion: apps/v1\nkind: Deployment',
      'apiVersion: argoproj.io/v1alpha1\nkind: Rollout',
    );
    expect(badRules(text)).toEqual([]);
  });

  it.each([
    ['in another namespace', ['metadata', 'namespace'], 'other'],
    ['of another kind', ['spec', 'scaleTargetRef', 'kind'], 'StatefulSet'],
    ['that it does not name', ['spec', 'scaleTargetRef'], undefined],
  ])('fails for a target %s', (_what, path, value) => {
    expect(outcomes(changed(GOOD, 'HorizontalPodAutoscaler', path, value), 'hpa-target')).toContain('fail');
  });

  it.each([
    ['memory', ['fail']],
    ['cpu', ['pass']],
  ])('needs requests for the resource it scales by: %s', (name, outcome) => {
    const path = ['spec', 'template', 'spec', 'containers', 0, 'resources', 'requests', 'memory'];
    const bare = changed(GOOD, 'Deployment', path, undefined);
    const metric = { type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization: 70 } } };
    expect(outcomes(changed(bare, 'HorizontalPodAutoscaler', ['spec', 'metrics'], [metric]), 'hpa-target')).toEqual(
      outcome,
    );
  });

  it('needs no requests for amounts and for metrics of others', () => {
    const bare = changed(GOOD, 'Deployment', ['spec', 'template', 'spec', 'containers', 0, 'resources'], undefined);
    const metric = { type: 'Resource', resource: { name: 'cpu', target: { type: 'AverageValue', averageValue: '1' } } };
    expect(outcomes(changed(bare, 'HorizontalPodAutoscaler', ['spec', 'metrics'], [metric]), 'hpa-target')).toEqual([
      'pass',
    ]);
    expect(outcomes(changed(bare, 'HorizontalPodAutoscaler', ['spec', 'metrics'], undefined), 'hpa-target')).toEqual([
      'fail',
    ]);
  });
});

describe('pdb-min-available', () => {
  const PDB = 'PodDisruptionBudget';

  it.each([
    [{ minAvailable: 1 }, 'pass'],
    [{ minAvailable: 3 }, 'fail'],
    [{ minAvailable: 0 }, 'fail'],
    [{ minAvailable: '66%' }, 'pass'],
    [{ minAvailable: '67%' }, 'fail'],
    [{ minAvailable: '100%' }, 'fail'],
    [{ minAvailable: 'most' }, 'error'],
    [{ maxUnavailable: 1 }, 'pass'],
    [{ maxUnavailable: '1%' }, 'pass'],
    [{ maxUnavailable: 0 }, 'fail'],
    [{ maxUnavailable: '0%' }, 'fail'],
    [{}, 'fail'],
    [{ minAvailable: 1, maxUnavailable: 1 }, 'fail'],
  ])('of three replicas: %j gives %s', (room, outcome) => {
    const spec = { selector: { matchLabels: { app: 'order' } }, ...room };
    expect(outcomes(changed(GOOD, PDB, ['spec'], spec), 'pdb-min-available')).toEqual([outcome]);
  });

  it.each([
    [{}, 'pass'],
    [undefined, 'fail'],
    [{ matchLabels: { app: 'other' } }, 'fail'],
    [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['order', 'cart'] }] }, 'pass'],
    [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['cart'] }] }, 'pass'],
    [{ matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, 'fail'],
    [{ matchLabels: { app: 'order' }, matchExpressions: [{ key: 'zone', operator: 'Exists' }] }, 'fail'],
    [{ matchExpressions: [{ key: 'app', operator: 'Like' }] }, 'error'],
    [{ matchLabels: ['app'] }, 'error'],
  ])('selects as Kubernetes does: %j gives %s', (selector, outcome) => {
    expect(outcomes(changed(GOOD, PDB, ['spec', 'selector'], selector), 'pdb-min-available')).toEqual([outcome]);
  });

  it('cannot judge a number of the pods of a DaemonSet, but a share', () => {
    const daemon = GOOD.replace('kind: Deployment\nmetadata', 'kind: DaemonSet\nmetadata');
    expect(outcomes(daemon, 'pdb-min-available')).toEqual(['error']);
    expect(outcomes(changed(daemon, PDB, ['spec', 'minAvailable'], '90%'), 'pdb-min-available')).toEqual(['pass']);
  });
});

describe('network policies', () => {
  const POLICY = 'NetworkPolicy';
  const both = (text: string) => [outcomes(text, 'network-policy-ingress'), outcomes(text, 'network-policy-egress')];

  it.each([
    ['of all pods', ['spec', 'podSelector'], {}, 'pass', 'pass'],
    ['without a selector', ['spec', 'podSelector'], undefined, 'pass', 'pass'],
    ['of other pods', ['spec', 'podSelector'], { matchLabels: { app: 'cart' } }, 'fail', 'fail'],
    ['of another namespace', ['metadata', 'namespace'], 'other', 'fail', 'fail'],
    ['without namespace', ['metadata', 'namespace'], undefined, 'fail', 'fail'],
    ['without types', ['spec', 'policyTypes'], undefined, 'pass', 'fail'],
    ['with a broken selector', ['spec', 'podSelector'], { matchExpressions: [{}] }, 'error', 'error'],
  ])('%s', (_what, path, value, ingress, egress) => {
    expect(both(changed(GOOD, POLICY, path, value))).toEqual([[ingress], [egress]]);
  });

  it('are for Egress without types when they have rules for it', () => {
    const untyped = changed(GOOD, POLICY, ['spec', 'policyTypes'], undefined);
    expect(both(changed(untyped, POLICY, ['spec', 'egress'], [{}]))).toEqual([['pass'], ['pass']]);
  });

  it('in the default namespace cover pods that name none', () => {
    const named = GOOD.replaceAll('namespace: shop', 'namespace: default');
    expect(badRules(changed(named, 'Deployment', ['metadata', 'namespace'], undefined))).toEqual([]);
  });
});

describe('service-selects', () => {
  it.each([
    ['by number', ['spec', 'ports', 0, 'targetPort'], 8080, ['pass']],
    ['by another number', ['spec', 'ports', 0, 'targetPort'], 8081, ['fail']],
    ['by its own port', ['spec', 'ports', 0], { port: 8080 }, ['pass']],
    ['by its own port, which nobody opens', ['spec', 'ports', 0], { port: 80 }, ['fail']],
    ['nothing, for it has endpoints of its own', ['spec', 'selector'], undefined, []],
    ['nothing, for it is a name of another host', ['spec', 'type'], 'ExternalName', []],
    ['by labels that are none', ['spec', 'selector'], { app: 7 }, ['error']],
    ['in another namespace', ['metadata', 'namespace'], 'other', ['fail']],
  ])('finds pods %s', (_what, path, value, outcome) => {
    expect(outcomes(changed(GOOD, 'Service', path, value), 'service-selects')).toEqual(outcome);
  });
});
