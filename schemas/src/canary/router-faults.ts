import type { Finding } from '../schema-faults.ts';
import type { FaultWords } from '../source-text.ts';
import { listText, shownValue } from '../value-text.ts';
import type { PlanPath } from './plan-path.ts';
import { isVariableName } from './secrets.ts';
import type { WrittenPlan } from './written-plan.ts';

interface RouterKind {
  readonly needs: readonly string[];
  readonly may: readonly string[];
}

const CLUSTER = ['context', 'namespace', 'managed', 'stable-deployment'];
const PAIR = ['stable', 'canary'];

const KINDS: Readonly<Record<string, RouterKind>> = {
  none: { needs: [], may: [] },
  istio: { needs: ['virtual-service', ...PAIR], may: [...CLUSTER, 'routes'] },
  'gateway-api': { needs: ['http-route', ...PAIR], may: CLUSTER },
  'argo-rollouts': { needs: ['rollout'], may: CLUSTER },
  replicas: { needs: PAIR, may: [...CLUSTER, 'total'] },
  rolling: { needs: ['deployment'], may: CLUSTER },
  'blue-green': { needs: ['service', ...PAIR], may: [...CLUSTER, 'label'] },
  haproxy: { needs: ['socket', 'backend', ...PAIR, 'state'], may: [] },
  gitops: { needs: ['repository', 'file', 'pointer', 'token-env'], may: ['branch', 'pull-request', 'live'] },
};

/** Keys of another kind, keys that are missing, pairs that are none, steps that the router cannot set. */
export function routerFaults(plan: WrittenPlan): Finding[] {
  const name = plan.text(['router', 'kind']) ?? '';
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (kind === undefined) return variableFaults(plan);
  return [
    ...strangeKeys(plan, name, kind),
    ...missingKeys(plan, name, kind),
    ...pairFaults(plan, name),
    ...liveFaults(plan),
    ...weightFaults(plan, name),
    ...variableFaults(plan),
  ];
}

function strangeKeys(plan: WrittenPlan, name: string, { needs, may }: RouterKind): Finding[] {
  const own = ['kind', ...needs, ...may];
  const known = Object.keys(plan.schemaAt(['router']).properties ?? {});
  const strange = plan.keys(['router']).filter((key) => known.includes(key) && !own.includes(key));
  return strange.map((key) => {
    const owners = Object.keys(KINDS).filter((each) => [...kindOf(each).needs, ...kindOf(each).may].includes(key));
    const words = {
      title: `key "${key}" does not belong to a router of kind ${name}`,
      expected: listText(own),
      got: shownValue(key),
      do: `remove it, or write kind: ${owners[0]}`,
    };
    return plan.finding(['router', key], words, 'key');
  });
}

function kindOf(name: string): RouterKind {
  return KINDS[name] ?? { needs: [], may: [] };
}

function missingKeys(plan: WrittenPlan, name: string, { needs }: RouterKind): Finding[] {
  return needs
    .filter((key) => !plan.has(['router', key]))
    .map((key) => {
      const words = { title: `a router of kind ${name} has no ${key}`, expected: `the key ${key}`, got: 'no such key' };
      return plan.finding(['router'], { ...words, do: `add ${key}: ...` }, 'key');
    });
}

/** Only servers of HAProxy come in lists; and nothing is both releases at once. */
function pairFaults(plan: WrittenPlan, name: string): Finding[] {
  const namesOf = (arm: string): readonly unknown[] => {
    const value = plan.value(['router', arm]);
    return Array.isArray(value) ? value : [value];
  };
  const lists = PAIR.filter((arm) => name !== 'haproxy' && plan.entries(['router', arm]).length > 0);
  const both = namesOf('stable').filter((each) => typeof each === 'string' && namesOf('canary').includes(each));
  return [
    ...lists.map((arm) =>
      plan.finding(['router', arm], {
        title: `a router of kind ${name} has one ${arm}`,
        expected: 'one name',
        got: 'a list',
        do: 'write the one name',
      }),
    ),
    ...(both.length === 0
      ? []
      : [
          plan.finding(['router', 'canary'], {
            title: `${both[0]} is both stable and canary`,
            expected: 'two that differ',
            got: `${both[0]} twice`,
            do: 'name the one that runs now as stable, and the new one as canary',
          }),
        ]),
  ];
}

function liveFaults(plan: WrittenPlan): Finding[] {
  const kind = plan.text(['router', 'live', 'kind']);
  const needs = { istio: 'virtual-service', 'gateway-api': 'http-route' }[kind ?? ''];
  if (needs === undefined || plan.has(['router', 'live', needs])) return [];
  const words = { title: `a route of kind ${kind} has no ${needs}`, expected: `the key ${needs}`, got: 'no such key' };
  return [plan.finding(['router', 'live'], { ...words, do: `add ${needs}: ...` }, 'key')];
}

/** What the routers themselves allow: Istio's weights are whole numbers, and a Service has one selector. */
function weightFaults(plan: WrittenPlan, name: string): Finding[] {
  const weights = plan.entries(['steps']).flatMap((step): [PlanPath, number][] => {
    const at = typeof plan.value(step) === 'object' ? [...step, 'weight'] : step;
    const weight = plan.number(at);
    return weight === undefined ? [] : [[at, weight]];
  });
  if (name === 'blue-green') return switchFaults(plan, weights);
  if (name !== 'istio') return [];
  return weights
    .filter(([, weight]) => !Number.isInteger(weight))
    .map(([at, weight]) =>
      plan.finding(at, {
        title: 'a VirtualService takes whole weights',
        expected: 'a whole number of percent',
        got: String(weight),
        do: `write ${Math.max(1, Math.round(weight))}`,
      }),
    );
}

function switchFaults(plan: WrittenPlan, weights: readonly (readonly [PlanPath, number])[]): Finding[] {
  const partial = weights.find(([, weight]) => weight !== 100);
  const isCanary = !plan.has(['steps']) && (plan.text(['strategy']) ?? 'canary') !== 'blue-green';
  if (partial === undefined && !isCanary) return [];
  const words = {
    title: 'a blue-green router knows all or nothing',
    expected: 'strategy: blue-green, or one step of weight 100',
    got: partial === undefined ? 'steps of the strategy canary' : `a step of weight ${partial[1]}`,
    do: 'write strategy: blue-green, or choose another router',
  };
  return [plan.finding(partial?.[0] ?? ['router', 'kind'], words)];
}

function variableFaults(plan: WrittenPlan): Finding[] {
  const paths: PlanPath[] = [
    ['router', 'token-env'],
    ['after-rollback', 'hook-env'],
  ];
  return paths
    .filter((path) => plan.text(path) !== undefined && !isVariableName(plan.text(path)))
    .map((path) => plan.finding(path, noVariable(String(path.at(-1)))));
}

function noVariable(key: string): FaultWords {
  return {
    title: `${key} does not name an environment variable`,
    expected: 'capital letters, digits and _, such as GITOPS_TOKEN',
    got: 'something else, which is not shown, for it may be the secret',
    do: 'write the name; if it is the secret, revoke it',
  };
}
