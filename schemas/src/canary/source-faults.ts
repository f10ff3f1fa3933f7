import type { Finding } from '../schema-faults.ts';
import type { FaultWords } from '../source-text.ts';
import { listText, shownValue } from '../value-text.ts';
import type { PlanPath } from './plan-path.ts';
import { isSecretName, isVariableName, nameOfVariable } from './secrets.ts';
import type { WrittenPlan } from './written-plan.ts';

interface SourceKind {
  readonly needs: string;
  readonly may: readonly string[];
}

const KINDS: Readonly<Record<string, SourceKind>> = {
  prometheus: {
    needs: 'url',
    may: ['url', 'token-env', 'basic-env', 'headers-env', 'ca-file', 'cert-file', 'key-file', 'timeout'],
  },
  scrape: { needs: 'targets', may: ['targets', 'timeout'] },
  recorded: { needs: 'file', may: ['file'] },
};

/** Keys of another kind, secrets in the file, pods that are missing or there twice. */
export function sourceFaults(plan: WrittenPlan): Finding[] {
  return [
    ...secretFaults(plan),
    ...kindFaults(plan),
    ...pairFaults(plan),
    ...targetFaults(plan),
    ...serviceFaults(plan),
  ];
}

function kindFaults(plan: WrittenPlan): Finding[] {
  const name = plan.text(['source', 'kind']) ?? '';
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (kind === undefined) return [];
  const known = Object.keys(plan.schemaAt(['source']).properties ?? {});
  const strange = plan
    .keys(['source'])
    .filter((key) => key !== 'kind' && known.includes(key) && !kind.may.includes(key));
  const findings = strange.map((key) => {
    const owner = Object.keys(KINDS).find((each) => KINDS[each]?.may.includes(key));
    const words = {
      title: `key "${key}" does not belong to a source of kind ${name}`,
      expected: listText(kind.may),
      got: shownValue(key),
    };
    return plan.finding(['source', key], { ...words, do: `remove it, or write kind: ${owner}` }, 'key');
  });
  if (plan.has(['source', kind.needs])) return findings;
  const words = {
    title: `a source of kind ${name} has no ${kind.needs}`,
    expected: `the key ${kind.needs}`,
    got: 'no such key',
  };
  return [...findings, plan.finding(['source'], { ...words, do: `add ${kind.needs}: ...` }, 'key')];
}

/** What a file names is read by everyone who reads the repository, so what looks like a secret is not shown again. */
function secretFaults(plan: WrittenPlan): Finding[] {
  const source = plan
    .keys(['source'])
    .filter(isSecretName)
    .map((key): PlanPath => ['source', key]);
  const targets = plan.entries(['source', 'targets']);
  const inTargets = targets.flatMap((target) =>
    plan
      .keys(target)
      .filter(isSecretName)
      .map((key) => [...target, key]),
  );
  const misused = variablePaths(plan).filter(
    (path) => plan.text(path) !== undefined && !isVariableName(plan.text(path)),
  );
  const addresses = [['source', 'url'], ...targets.map((target) => [...target, 'url'])];
  const withUser = addresses.filter((path) => /^https?:\/\/[^\s/]*@/.test(plan.text(path) ?? ''));
  return [
    ...[...source, ...inTargets].map((path) => plan.finding(path, secretInFile(String(path.at(-1))), 'key')),
    ...misused.map((path) => plan.finding(path, noVariable(String(path.at(-1))))),
    ...withUser.map((path) => plan.finding(path, userInAddress)),
  ];
}

function variablePaths(plan: WrittenPlan): PlanPath[] {
  const headers = plan.keys(['source', 'headers-env']).map((key) => ['source', 'headers-env', key]);
  return [['source', 'token-env'], ['source', 'basic-env'], ...headers];
}

function secretInFile(key: string): FaultWords {
  const meant = nameOfVariable(key);
  return {
    title: `${key} must not stand in the file`,
    expected: `${meant}: the name of an environment variable that holds it`,
    got: shownValue(key),
    do: `hand it over from a secret of the repository, write ${meant}, and revoke what was committed`,
  };
}

function noVariable(key: string): FaultWords {
  return {
    title: `${key} does not name an environment variable`,
    expected: 'capital letters, digits and _, such as PROMETHEUS_TOKEN',
    got: 'something else, which is not shown, for it may be the secret',
    do: 'write the name; if it is the secret, revoke it',
  };
}

const userInAddress: FaultWords = {
  title: 'an address holds a user or a password',
  expected: 'an address without @',
  got: 'an address with one, which is not shown',
  do: 'write basic-env: the name of a variable that holds user:password, and revoke what was committed',
};

function pairFaults(plan: WrittenPlan): Finding[] {
  const has = (key: string) => plan.has(['source', key]);
  const findings: Finding[] = [];
  for (const [one, other] of [
    ['cert-file', 'key-file'],
    ['key-file', 'cert-file'],
  ] as const) {
    if (!has(one) || has(other)) continue;
    const words = {
      title: `${one} has no ${other}`,
      expected: 'a client certificate and its key',
      got: `${one} alone`,
    };
    findings.push(plan.finding(['source', one], { ...words, do: `add ${other}` }, 'key'));
  }
  if (has('token-env') && has('basic-env')) {
    const words = { title: 'two ways to sign in', expected: 'token-env or basic-env', got: 'both' };
    const related = plan.place(['source', 'token-env']);
    findings.push(plan.finding(['source', 'basic-env'], { ...words, do: 'keep one of the two', related }, 'key'));
  }
  return findings;
}

function targetFaults(plan: WrittenPlan): Finding[] {
  const targets = plan.entries(['source', 'targets']);
  if (targets.length === 0) return [];
  const first = new Map<string, PlanPath>();
  const twice = targets.flatMap((target) => {
    const path = [...target, 'pod'];
    const pod = plan.text(path);
    if (pod === undefined) return [];
    const before = first.get(pod);
    first.set(pod, before ?? path);
    if (before === undefined) return [];
    const words = {
      title: `pod "${pod}" is there twice`,
      expected: 'each pod once',
      got: shownValue(pod),
      related: plan.place(before),
    };
    return [plan.finding(path, { ...words, do: 'rename or remove one of the two' })];
  });
  const arms = targets.map((target) => plan.text([...target, 'arm']));
  const missing = ['canary', 'stable'].filter((arm) => !arms.includes(arm));
  if (missing.length === 0 || arms.some((arm) => arm === undefined)) return twice;
  const words = {
    title: `no target is ${missing.join(' or ')}`,
    expected: 'pods of both releases',
    got: 'one release',
  };
  return [
    ...twice,
    plan.finding(['source', 'targets'], { ...words, do: `add a target with arm: ${missing[0]}` }, 'key'),
  ];
}

/** One Prometheus knows many services; the default selectors would count them all. */
function serviceFaults(plan: WrittenPlan): Finding[] {
  const isShared = plan.text(['source', 'kind']) === 'prometheus';
  if (!isShared || plan.has(['metrics']) || typeof plan.beside('/service/name') === 'string') return [];
  const words = {
    title: 'nothing says which service is counted',
    expected: 'metrics, or service.name at the top of the file for the default ones',
    got: 'neither',
    do: 'add metrics with the selectors of the service',
  };
  return [plan.finding(['source'], words, 'key')];
}
