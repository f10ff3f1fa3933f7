/** Whatever stands around a pair: a move changes the weights of the pair, and nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../../../scripts/vitest/thoroughly.ts';
import type { KubeObject } from '../cluster.ts';
import type { RouteRules } from '../route-rules.ts';
import { gatewayRoutes } from './gateway-api.ts';
import { istioRoutes } from './istio.ts';
import { patched } from './json-patch.fixture.ts';

/** As it comes from a server: no two places share a value. */
const received = (object: KubeObject): KubeObject => JSON.parse(JSON.stringify(object));

interface Made {
  /** The same route with the pair at any percent. */
  readonly at: (percent: number) => KubeObject;
}

/** Things that a route may hold and that we know nothing about. */
const anything = fc.dictionary(
  fc.constantFrom('match', 'mirror', 'retries', 'timeout', 'headers', 'matches', 'filters', 'a/b~c'),
  fc.jsonValue({ maxDepth: 2 }),
  { maxKeys: 4, noNullPrototype: true },
);
const percent = fc.nat(100);
const isSwapped = fc.boolean();
/** Rules without the pair, and where among them the rules with the pair stand. */
const layout = <T>(other: fc.Arbitrary<T>) => fc.array(fc.option(other, { nil: undefined }), { maxLength: 6 });

const to = (subset: string, weight?: number) => ({
  destination: { host: 'orders', subset },
  ...(weight === undefined ? {} : { weight }),
});
const virtualServices: fc.Arbitrary<Made> = fc
  .record({
    places: layout(
      fc.tuple(anything, fc.constantFrom([to('green')], [to('blue')], [to('red', 40), to('blue', 60)], undefined)),
    ),
    pair: anything,
    rest: anything,
    isSwapped,
  })
  .map(({ places, pair, rest, isSwapped: swapped }) => ({
    at: (canary) => {
      const both = [to('blue', 100 - canary), to('green', canary)];
      const own = { ...pair, route: swapped ? both.toReversed() : both };
      const http = places.map((place) => (place === undefined ? own : { ...place[0], route: place[1] }));
      const other = [{ route: [to('blue', 70), to('green', 30)] }];
      return received({ metadata: {}, spec: { ...rest, http: [...http, own], tcp: other, tls: other } });
    },
  }));

const backend = (name: string, weight?: number) => ({ name, port: 80, ...(weight === undefined ? {} : { weight }) });
const httpRoutes: fc.Arbitrary<Made> = fc
  .record({
    places: layout(
      fc.tuple(
        anything,
        fc.constantFrom([backend('green')], [backend('blue', 0)], [backend('red'), backend('blue')], undefined),
      ),
    ),
    pair: anything,
    rest: anything,
    isSwapped,
  })
  .map(({ places, pair, rest, isSwapped: swapped }) => ({
    at: (canary) => {
      const both = [backend('blue', 100 - canary), backend('green', canary)];
      const own = { ...pair, backendRefs: swapped ? both.toReversed() : both };
      const rules = places.map((place) => (place === undefined ? own : { ...place[0], backendRefs: place[1] }));
      return received({ metadata: {}, spec: { ...rest, rules: [...rules, own] } });
    },
  }));

const pair = { stable: 'blue', canary: 'green' };
const kinds: readonly { readonly name: string; readonly rules: RouteRules; readonly routes: fc.Arbitrary<Made> }[] = [
  {
    name: 'a VirtualService',
    rules: istioRoutes({ ...pair, virtualService: 'orders', routes: [] }),
    routes: virtualServices,
  },
  { name: 'an HTTPRoute', rules: gatewayRoutes({ ...pair, httpRoute: 'orders' }), routes: httpRoutes },
];

describe.each(kinds)('a move of $name', ({ rules, routes }) => {
  it('changes the weights of the pair, and nothing else', () => {
    fc.assert(
      fc.property(routes, percent, percent, ({ at }, from, next) => {
        const object = at(from);
        expect(rules.read(object).canary).toBe(from);
        expect(patched(object, rules.operations(object, next))).toEqual(at(next));
        expect(object).toEqual(at(from));
      }),
      { numRuns: runs(300) },
    );
  });

  it('does not apply to other weights than those that were seen', () => {
    fc.assert(
      fc.property(routes, percent, percent, percent, ({ at }, from, other, next) => {
        fc.pre(from !== other);
        const operations = rules.operations(at(from), next);
        expect(() => patched(at(other), operations)).toThrow();
      }),
      { numRuns: runs(300) },
    );
  });
});
