import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../cluster.ts';
import { istioRoutes } from './istio.ts';
import { patched } from './json-patch.fixture.ts';
import { refusalOf } from './unfit.fixture.ts';

const options = { virtualService: 'order-service', stable: 'blue', canary: 'green', routes: [] };
const rules = istioRoutes(options);
const hosts = istioRoutes({ ...options, stable: 'orders', canary: 'orders-canary' });

const virtualService = (...http: readonly unknown[]): KubeObject => ({
  metadata: { name: 'order-service', namespace: 'shop' },
  spec: { http },
});
const to = (subset: string, weight?: number) => ({
  destination: { host: 'order-service', subset },
  ...(weight === undefined ? {} : { weight }),
});
const toHost = (host: string, weight?: number) => ({
  destination: { host },
  ...(weight === undefined ? {} : { weight }),
});
const testers = { match: [{ headers: { canary: { exact: 'true' } } }], route: [to('green')] };
const pair = (canary: number, name?: string) => ({
  ...(name === undefined ? {} : { name }),
  route: [to('blue', 100 - canary), to('green', canary)],
});

describe('the weights of a VirtualService', () => {
  it.each([
    ['a pair', virtualService(pair(10)), 10],
    ['a pair behind a header route that goes wholly to the canary', virtualService(testers, pair(25)), 25],
    ['the canary written first', virtualService({ route: [to('green', 30), to('blue', 70)] }), 30],
    ['no weight of the canary', virtualService({ route: [to('blue', 100), to('green')] }), 0],
    ['no weight of stable', virtualService({ route: [to('blue'), to('green', 100)] }), 100],
    [
      'a redirect and a direct response',
      virtualService({ redirect: { uri: '/' } }, { directResponse: {} }, pair(5)),
      5,
    ],
    [
      'a third release in a route without the pair',
      virtualService({ route: [to('blue', 50), to('red', 50)] }, pair(5)),
      5,
    ],
    ['two pairs that agree', virtualService(pair(40, 'a'), pair(40, 'b')), 40],
  ])('are read with %s', (_, object, canary) => {
    expect(rules.read(object)).toEqual({ canary, live: canary });
  });

  it.each([
    ['short', virtualService({ route: [toHost('orders', 90), toHost('orders-canary', 10)] })],
    [
      'fully qualified',
      virtualService({
        route: [toHost('orders.shop.svc.cluster.local', 90), toHost('orders-canary.shop.svc.cluster.local', 10)],
      }),
    ],
  ])('are read by %s hosts', (_, object) => {
    expect(hosts.read(object).canary).toBe(10);
    const qualified = { stable: 'orders.shop.svc.cluster.local', canary: 'orders-canary.shop.svc.cluster.local' };
    expect(istioRoutes({ ...options, ...qualified }).read(object).canary).toBe(10);
  });

  it('never take the host of another namespace for ours', () => {
    const other = [toHost('orders.other.svc.cluster.local', 90), toHost('orders-canary.other.svc.cluster.local', 10)];
    expect(refusalOf(() => hosts.read(virtualService({ route: other })))).toMatch(/orders.*got none/);
  });

  it.each([
    ['no http', { spec: { tcp: [pair(10)], tls: [pair(10)] } }, ['http route with blue and green', 'got none']],
    ['no pair', virtualService(testers), ['http route with blue and green', 'got none']],
    ['another pair', virtualService({ route: [to('v1', 90), to('v2', 10)] }), ['got none']],
    [
      'a third destination',
      virtualService(testers, { route: [to('blue', 80), to('green', 10), to('red', 10)] }),
      ['http[1] with the pair alone', '3 destinations'],
    ],
    [
      'a destination twice',
      virtualService({ name: 'primary', route: [to('blue', 80), to('green', 10), to('green', 10)] }),
      ['http route primary', '3 destinations'],
    ],
    [
      'weights that make 90',
      virtualService({ route: [to('blue', 80), to('green', 10)] }),
      ['http[0]', 'got 80 and 10'],
    ],
    ['no weights', virtualService({ route: [to('blue'), to('green')] }), ['http[0]', 'got 0 and 0']],
    ['weights below 0', virtualService({ route: [to('blue', 110), to('green', -10)] }), ['http[0]', '110 and -10']],
    [
      'pairs that disagree',
      virtualService(pair(10, 'primary'), pair(20)),
      ['10 % in http route primary', '20 % in http[1]', 'name the ones to move'],
    ],
  ])('are unfit with %s, and it says where', (_, object, parts) => {
    for (const part of parts) {
      expect(refusalOf(() => rules.read(object))).toContain(part);
      expect(refusalOf(() => rules.operations(object, 50))).toContain(part);
    }
  });

  it('are those of the named routes alone', () => {
    const named = istioRoutes({ ...options, routes: ['primary'] });
    const object = virtualService(pair(100, 'testers'), pair(10, 'primary'), pair(70));
    expect(named.read(object).canary).toBe(10);
    expect(patched(object, named.operations(object, 25))).toEqual(
      virtualService(pair(100, 'testers'), pair(25, 'primary'), pair(70)),
    );
    expect(refusalOf(() => named.read(virtualService(pair(10, 'other'))))).toMatch(/primary.*none named primary/);
    const alone = virtualService({ name: 'primary', route: [to('green')] }, pair(10));
    expect(refusalOf(() => named.read(alone))).toContain('http route primary with blue and green');
  });

  it('are moved behind tests of all that was there', () => {
    expect(rules.operations(virtualService(testers, pair(10)), 25)).toEqual([
      { op: 'test', path: '/spec/http/1/route/0/destination', value: { host: 'order-service', subset: 'blue' } },
      { op: 'test', path: '/spec/http/1/route/0/weight', value: 90 },
      { op: 'replace', path: '/spec/http/1/route/0/weight', value: 75 },
      { op: 'test', path: '/spec/http/1/route/1/destination', value: { host: 'order-service', subset: 'green' } },
      { op: 'test', path: '/spec/http/1/route/1/weight', value: 10 },
      { op: 'replace', path: '/spec/http/1/route/1/weight', value: 25 },
    ]);
  });

  it('are added where none was written, behind a test that none is', () => {
    const object = virtualService({ route: [to('blue', 100), to('green')] });
    const operations = rules.operations(object, 25);
    expect(patched(object, operations)).toEqual(virtualService(pair(25)));
    expect(() => patched(virtualService({ route: [to('blue', 100), to('green', 0)] }), operations)).toThrow();
  });

  it('are whole and from 0 to 100', () => {
    for (const weight of [12.5, -1, 101, Number.NaN])
      expect(refusalOf(() => rules.operations(virtualService(pair(10)), weight))).toContain(`got ${weight} %`);
  });

  it('stand at a path that a name cannot leave', () => {
    const odd = istioRoutes({ ...options, virtualService: '../secrets/a b' });
    expect(odd.path('shop/x')).toBe(
      '/apis/networking.istio.io/v1/namespaces/shop%2Fx/virtualservices/..%2Fsecrets%2Fa%20b',
    );
  });
});
