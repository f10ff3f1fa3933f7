/**
 * Weights of a VirtualService. Only http routes that have exactly the pair are read and moved: header routes to one release, other
 * rules, mirrors, tcp and tls stay as they are. https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
import type { IstioOptions } from '../../../plan/router.ts';
import type { KubeObject, PatchOperation } from '../cluster.ts';
import type { RouteRules } from '../route-rules.ts';
import { agreed, unfit } from './unfit.ts';

type Options = Pick<IstioOptions, 'virtualService' | 'stable' | 'canary' | 'routes'>;

export function istioRoutes(options: Options): RouteRules {
  return {
    kind: 'VirtualService',
    path: (namespace) =>
      `/apis/networking.istio.io/v1/namespaces/${encodeURIComponent(namespace)}/virtualservices/${encodeURIComponent(options.virtualService)}`,
    read: (object) => {
      const { canary } = agreedPairs(object, options);
      return { canary, live: canary };
    },
    operations: (object, weight) => operations(agreedPairs(object, options).pairs, weight),
  };
}

interface Pair {
  /** "http route primary" or "http[2]". */
  readonly name: string;
  readonly path: string;
  readonly canary: number;
  readonly destinations: readonly Destination[];
}

interface Destination {
  readonly at: number;
  readonly arm: 'stable' | 'canary' | 'other';
  /** The destination with its weight, as the object has it. */
  readonly written: unknown;
  /** Undefined: the key is not there. */
  readonly weight: number | undefined;
}

function agreedPairs(
  object: KubeObject,
  options: Options,
): { readonly pairs: readonly Pair[]; readonly canary: number } {
  const pairs = pairsIn(object, options);
  return { pairs, canary: agreed(pairs, `an http route with ${options.stable} and ${options.canary}`) };
}

function pairsIn(object: KubeObject, options: Options): readonly Pair[] {
  const { http } = Object(object['spec']);
  const routes: readonly unknown[] = Array.isArray(http) ? http : [];
  const missing = options.routes.filter((name) => !routes.some((route) => Object(route).name === name));
  if (missing.length > 0)
    throw unfit(
      `http routes ${options.routes.join(', ')}`,
      `none named ${missing.join(', ')}`,
      'name them as they are',
    );
  return routes.flatMap((route, index) => {
    const name: unknown = Object(route).name;
    const wanted = options.routes.length === 0 || (typeof name === 'string' && options.routes.includes(name));
    return wanted ? pairOf(route, index, { ...options, namespace: object.metadata?.namespace }) : [];
  });
}

type InNamespace = Options & { readonly namespace: string | undefined };

function pairOf(route: unknown, index: number, options: InNamespace): readonly Pair[] {
  const { name: given, route: list } = Object(route);
  const name = typeof given === 'string' ? `http route ${given}` : `http[${index}]`;
  const destinations = (Array.isArray(list) ? list : []).map((each: unknown, at) => destinationOf(each, at, options));
  const arms = destinations.map(({ arm }) => arm);
  // A header route goes wholly to one release.
  if (!arms.includes('stable') || !arms.includes('canary')) {
    if (options.routes.length === 0) return [];
    throw unfit(
      `${name} with ${options.stable} and ${options.canary}`,
      arms.join(', ') || 'none',
      'name another route',
    );
  }
  if (destinations.length !== 2)
    throw unfit(
      `${name} with the pair alone`,
      `${destinations.length} destinations`,
      'take the others out, or name routes',
    );
  const canary = percentOf(name, destinations);
  return [{ name, path: `/spec/http/${index}/route`, canary, destinations }];
}

function destinationOf(each: unknown, at: number, { stable, canary, namespace }: InNamespace): Destination {
  const { destination, weight } = Object(each);
  const { host, subset } = Object(destination);
  const isHost = (name: string) => typeof host === 'string' && fullHost(host, namespace) === fullHost(name, namespace);
  const isArm = (name: string) => (subset === undefined ? isHost(name) : subset === name);
  return {
    at,
    arm: isArm(stable) ? 'stable' : isArm(canary) ? 'canary' : 'other',
    written: each,
    weight: typeof weight === 'number' ? weight : undefined,
  };
}

/** A short name is that of the object's namespace. The domain of the cluster, "cluster.local", is not compared. */
function fullHost(host: string, namespace = ''): string {
  if (!host.includes('.')) return `${host}.${namespace}.svc`;
  return /^[^.]+\.[^.]+\.svc(?=\.|$)/.exec(host)?.[0] ?? host;
}

/** A weight that is not written is 0 where there are several. */
function percentOf(name: string, destinations: readonly Destination[]): number {
  const weights = destinations.map(({ weight = 0 }) => weight);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum !== 100 || weights.some((weight) => weight < 0))
    throw unfit(`weights of ${name} that make 100`, weights.join(' and '), 'write them so');
  return destinations.find(({ arm }) => arm === 'canary')?.weight ?? 0;
}

function operations(pairs: readonly Pair[], weight: number): readonly PatchOperation[] {
  if (!Number.isInteger(weight) || weight < 0 || weight > 100)
    throw unfit('a whole weight from 0 to 100, as Istio takes it', `${weight} %`, 'round the step');
  return pairs.flatMap(({ path, destinations }) =>
    destinations.flatMap((each): readonly PatchOperation[] => {
      const to = each.arm === 'canary' ? weight : 100 - weight;
      const at = `${path}/${each.at}/weight`;
      // The whole of it, when there is no weight to be tested: that there still is none.
      if (each.weight === undefined)
        return [
          { op: 'test', path: `${path}/${each.at}`, value: each.written },
          { op: 'add', path: at, value: to },
        ];
      return [
        { op: 'test', path: `${path}/${each.at}/destination`, value: Object(each.written).destination },
        { op: 'test', path: at, value: each.weight },
        { op: 'replace', path: at, value: to },
      ];
    }),
  );
}
