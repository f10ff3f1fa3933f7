/** Routes as people write them, with much around the pair that nobody may touch. */

import type { KubeObject } from './cluster.ts';
import type { RouteRules } from './route-rules.ts';
import { blueGreenService } from './routes/blue-green.ts';
import { gatewayRoutes } from './routes/gateway-api.ts';
import { istioRoutes } from './routes/istio.ts';

export interface RouteExample {
  readonly name: string;
  readonly kind: 'istio' | 'gateway-api' | 'blue-green';
  readonly rules: RouteRules;
  readonly object: KubeObject;
  readonly weights: readonly number[];
  /** Brings the object to another weight, as somebody else would. */
  readonly foreign: (object: KubeObject, weight: number) => KubeObject;
}

const stepped = [10, 25, 50, 100, 0];

const istioObject = {
  apiVersion: 'networking.istio.io/v1',
  kind: 'VirtualService',
  metadata: { name: 'order-service', annotations: { 'example.com/owner': 'team-orders', note: 'a "quoted" note\n' } },
  spec: {
    hosts: ['order-service', 'orders.example.com'],
    gateways: ['public', 'mesh'],
    http: [
      {
        name: 'testers',
        match: [{ headers: { canary: { exact: 'true' } } }],
        route: [{ destination: { host: 'order-service', subset: 'canary' } }],
        headers: { request: { set: { 'x-release': 'canary' } } },
      },
      {
        name: 'health',
        match: [{ uri: { exact: '/health' } }],
        directResponse: { status: 200 },
      },
      {
        name: 'primary',
        route: [
          { destination: { host: 'order-service', subset: 'stable', port: { number: 8080 } }, weight: 100 },
          { destination: { host: 'order-service', subset: 'canary', port: { number: 8080 } }, weight: 0 },
        ],
        retries: { attempts: 2, perTryTimeout: '1s', retryOn: 'connect-failure' },
        timeout: '5s',
        mirror: { host: 'audit' },
        mirrorPercentage: { value: 12.5 },
      },
    ],
  },
} as const;

const gatewayObject = {
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'order-service', labels: { team: 'orders' } },
  spec: {
    parentRefs: [{ name: 'public' }],
    hostnames: ['orders.example.com'],
    rules: [
      {
        matches: [{ headers: [{ type: 'Exact', name: 'canary', value: 'true' }] }],
        backendRefs: [{ name: 'order-service-canary', port: 8080 }],
      },
      {
        matches: [{ path: { type: 'PathPrefix', value: '/' } }],
        filters: [{ type: 'ResponseHeaderModifier', responseHeaderModifier: { set: [{ name: 'x-a', value: 'b' }] } }],
        backendRefs: [
          { name: 'order-service', port: 8080 },
          { name: 'order-service-canary', port: 8080, weight: 0 },
        ],
      },
    ],
  },
} as const;

const serviceObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'order-service', annotations: { 'example.com/owner': 'team-orders' } },
  spec: { selector: { app: 'order-service', version: 'blue' }, ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
} as const;

const copy = (object: KubeObject) => structuredClone(object);

export const routeExamples: readonly RouteExample[] = [
  {
    name: 'an Istio VirtualService',
    kind: 'istio',
    rules: istioRoutes({ virtualService: 'order-service', stable: 'stable', canary: 'canary', routes: [] }),
    object: istioObject,
    weights: stepped,
    foreign: (object, weight) => {
      const changed = copy(object);
      const { http } = Object(changed['spec']);
      const [stable, canary] = Object(Array.isArray(http) ? http[2] : {}).route;
      stable.weight = 100 - weight;
      canary.weight = weight;
      return changed;
    },
  },
  {
    name: 'a Gateway API HTTPRoute',
    kind: 'gateway-api',
    rules: gatewayRoutes({ httpRoute: 'order-service', stable: 'order-service', canary: 'order-service-canary' }),
    object: gatewayObject,
    weights: stepped,
    foreign: (object, weight) => {
      const changed = copy(object);
      const { rules } = Object(changed['spec']);
      const [stable, canary] = Object(Array.isArray(rules) ? rules[1] : {}).backendRefs;
      stable.weight = 100 - weight;
      canary.weight = weight;
      return changed;
    },
  },
  {
    name: 'a blue/green Service',
    kind: 'blue-green',
    rules: blueGreenService({ service: 'order-service', label: 'version', stable: 'blue', canary: 'green' }),
    object: serviceObject,
    weights: [100, 0],
    foreign: (object, weight) => {
      const changed = copy(object);
      Object(Object(changed['spec']).selector).version = weight > 50 ? 'green' : 'blue';
      return changed;
    },
  },
];
