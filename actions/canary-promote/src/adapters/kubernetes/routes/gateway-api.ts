/**
 * Weights of an HTTPRoute: proportions among backendRefs, 1 when not written. Only rules that have exactly the pair are read and moved.
 * https://gateway-api.sigs.k8s.io/reference/spec/#backendref
 */
import type { GatewayOptions } from '../../../plan/router.ts';
import type { KubeObject, PatchOperation } from '../cluster.ts';
import type { RouteRules } from '../route-rules.ts';
import { agreed, unfit } from './unfit.ts';

type Options = Pick<GatewayOptions, 'httpRoute' | 'stable' | 'canary'>;

export function gatewayRoutes(options: Options): RouteRules {
  return {
    kind: 'HTTPRoute',
    path: (namespace) =>
      `/apis/gateway.networking.k8s.io/v1/namespaces/${encodeURIComponent(namespace)}/httproutes/${encodeURIComponent(options.httpRoute)}`,
    read: (object) => {
      const { canary } = agreedPairs(object, options);
      return { canary, live: canary };
    },
    operations: (object, weight) => operations(agreedPairs(object, options).pairs, weight),
  };
}

interface Pair {
  readonly name: string;
  readonly path: string;
  readonly canary: number;
  readonly backends: readonly Backend[];
}

interface Backend {
  readonly at: number;
  readonly arm: 'stable' | 'canary' | 'other';
  /** The reference as the object has it. */
  readonly written: unknown;
  readonly weight: number | undefined;
}

function agreedPairs(
  object: KubeObject,
  options: Options,
): { readonly pairs: readonly Pair[]; readonly canary: number } {
  const pairs = pairsIn(object, options);
  return { pairs, canary: agreed(pairs, `a rule with ${options.stable} and ${options.canary}`) };
}

function pairsIn(object: KubeObject, options: Options): readonly Pair[] {
  const { rules } = Object(object['spec']);
  return (Array.isArray(rules) ? rules : []).flatMap((rule: unknown, index) => pairOf(rule, index, options));
}

function pairOf(rule: unknown, index: number, options: Options): readonly Pair[] {
  const { name: given, backendRefs } = Object(rule);
  const name = typeof given === 'string' ? `rule ${given}` : `rules[${index}]`;
  const backends = (Array.isArray(backendRefs) ? backendRefs : []).map((each: unknown, at) =>
    backendOf(each, at, options),
  );
  const arms = backends.map(({ arm }) => arm);
  if (!arms.includes('stable') || !arms.includes('canary')) return [];
  if (backends.length !== 2)
    throw unfit(`${name} with the pair alone`, `${backends.length} backends`, 'take the others out');
  return [{ name, path: `/spec/rules/${index}/backendRefs`, canary: percentOf(name, backends), backends }];
}

function backendOf(each: unknown, at: number, { stable, canary }: Options): Backend {
  const { name, kind = 'Service', group = '', weight } = Object(each);
  const isService = kind === 'Service' && group === '';
  const arm = !isService ? 'other' : name === stable ? 'stable' : name === canary ? 'canary' : 'other';
  return { at, arm, written: each, weight: typeof weight === 'number' ? weight : undefined };
}

function percentOf(name: string, backends: readonly Backend[]): number {
  const sum = backends.reduce((all, { weight = 1 }) => all + weight, 0);
  if (sum <= 0) throw unfit(`weights of ${name} above 0`, 'none', 'give stable a weight');
  const canary = backends.find(({ arm }) => arm === 'canary')?.weight ?? 1;
  return (100 * canary) / sum;
}

/** Weights are whole numbers up to 1,000,000: fractions of a percent get a larger sum. */
function operations(pairs: readonly Pair[], weight: number): readonly PatchOperation[] {
  const scale = [1, 10, 100, 1000].find((each) => Number.isInteger(Math.round(weight * each * 1e6) / 1e6));
  if (scale === undefined || weight < 0 || weight > 100)
    throw unfit('a weight from 0 to 100 with at most three decimals', `${weight} %`, 'round the step');
  return pairs.flatMap(({ path, backends }) =>
    backends.flatMap((each): readonly PatchOperation[] => {
      const to = Math.round((each.arm === 'canary' ? weight : 100 - weight) * scale);
      const at = `${path}/${each.at}/weight`;
      // The whole of it, when there is no weight to be tested: that there still is none.
      if (each.weight === undefined)
        return [
          { op: 'test', path: `${path}/${each.at}`, value: each.written },
          { op: 'add', path: at, value: to },
        ];
      return [
        { op: 'test', path: `${path}/${each.at}/name`, value: Object(each.written).name },
        { op: 'test', path: at, value: each.weight },
        { op: 'replace', path: at, value: to },
      ];
    }),
  );
}
