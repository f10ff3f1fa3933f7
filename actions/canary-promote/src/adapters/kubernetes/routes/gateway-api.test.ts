import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../cluster.ts';
import { gatewayRoutes } from './gateway-api.ts';
import { patched } from './json-patch.fixture.ts';
import { refusalOf } from './unfit.fixture.ts';

const rules = gatewayRoutes({ httpRoute: 'orders', stable: 'orders', canary: 'orders-canary' });

const httpRoute = (...list: readonly unknown[]): KubeObject => ({
  metadata: { name: 'orders', namespace: 'shop' },
  spec: { rules: list },
});
const to = (name: string, weight?: number) => ({ name, port: 80, ...(weight === undefined ? {} : { weight }) });
const pair = (stable: number, canary: number) => ({ backendRefs: [to('orders', stable), to('orders-canary', canary)] });
const testers = {
  matches: [{ headers: [{ name: 'canary', value: 'true' }] }],
  backendRefs: [to('orders-canary')],
};

describe('the weights of an HTTPRoute', () => {
  it.each([
    ['9 and 1', httpRoute(pair(9, 1)), 10],
    ['100 and 0', httpRoute(pair(100, 0)), 0],
    ['none written: 1 each', httpRoute({ backendRefs: [to('orders'), to('orders-canary')] }), 50],
    ['3 for stable and none written', httpRoute({ backendRefs: [to('orders', 3), to('orders-canary')] }), 25],
    ['the canary first', httpRoute({ backendRefs: [to('orders-canary', 1), to('orders', 3)] }), 25],
    ['a rule of one backend beside', httpRoute(testers, pair(80, 20)), 20],
    ['a redirect beside', httpRoute({ filters: [{ type: 'RequestRedirect' }] }, pair(80, 20)), 20],
    ['pairs of other sums that agree', httpRoute(pair(9, 1), pair(90, 10)), 10],
    [
      'the kind and group of a Service written',
      httpRoute({ backendRefs: [{ ...to('orders', 9), kind: 'Service', group: '' }, to('orders-canary', 1)] }),
      10,
    ],
  ])('are proportions: %s', (_, object, canary) => {
    expect(rules.read(object)).toEqual({ canary, live: canary });
  });

  it.each([
    ['no rules', { spec: {} }, ['a rule with orders and orders-canary', 'got none']],
    ['no pair', httpRoute(testers), ['a rule with orders and orders-canary', 'got none']],
    [
      'a third backend',
      httpRoute(testers, { backendRefs: [to('orders', 8), to('orders-canary', 1), to('third', 1)] }),
      ['rules[1] with the pair alone', '3 backends'],
    ],
    ['no weight at all', httpRoute({ ...pair(0, 0), name: 'all' }), ['weights of rule all above 0']],
    ['pairs that disagree', httpRoute(pair(9, 1), pair(1, 1)), ['10 % in rules[0]', '50 % in rules[1]']],
    [
      'another group of the same names',
      httpRoute({ backendRefs: [{ ...to('orders', 9), group: 'serving.knative.dev' }, to('orders-canary', 1)] }),
      ['got none'],
    ],
    [
      'another kind of the same names',
      httpRoute({ backendRefs: [to('orders', 9), { ...to('orders-canary', 1), kind: 'ServiceImport' }] }),
      ['got none'],
    ],
  ])('are unfit with %s, and it says where', (_, object, parts) => {
    for (const part of parts) {
      expect(refusalOf(() => rules.read(object))).toContain(part);
      expect(refusalOf(() => rules.operations(object, 50))).toContain(part);
    }
  });

  it('are moved to a sum of 100 behind tests of all that was there', () => {
    expect(rules.operations(httpRoute(testers, pair(9, 1)), 25)).toEqual([
      { op: 'test', path: '/spec/rules/1/backendRefs/0/name', value: 'orders' },
      { op: 'test', path: '/spec/rules/1/backendRefs/0/weight', value: 9 },
      { op: 'replace', path: '/spec/rules/1/backendRefs/0/weight', value: 75 },
      { op: 'test', path: '/spec/rules/1/backendRefs/1/name', value: 'orders-canary' },
      { op: 'test', path: '/spec/rules/1/backendRefs/1/weight', value: 1 },
      { op: 'replace', path: '/spec/rules/1/backendRefs/1/weight', value: 25 },
    ]);
  });

  it('are added where none was written, behind a test that none is', () => {
    const object = httpRoute({ backendRefs: [to('orders'), to('orders-canary', 0)] });
    const operations = rules.operations(object, 10);
    expect(patched(object, operations)).toEqual(httpRoute(pair(90, 10)));
    expect(() => patched(httpRoute(pair(1, 0)), operations)).toThrow();
  });

  it.each([
    [12.5, [875, 125]],
    [0.1, [999, 1]],
    [33.33, [6667, 3333]],
    [0.001, [99_999, 1]],
    [99.9, [1, 999]],
  ])('of %d %% get a larger sum, exactly', (weight, [stable = 0, canary = 0]) => {
    const object = httpRoute(pair(1, 0));
    const moved = patched(object, rules.operations(object, weight));
    expect(moved).toEqual(httpRoute(pair(stable, canary)));
    expect(rules.read(moved).canary).toBe(weight);
  });

  it('are from 0 to 100 with at most three decimals', () => {
    for (const weight of [1 / 3, -1, 101, Number.NaN])
      expect(refusalOf(() => rules.operations(httpRoute(pair(1, 0)), weight))).toContain(`got ${weight} %`);
  });
});
