import type { PlanPath } from '../canary/plan-path.ts';
import type { WrittenPlan } from '../canary/written-plan.ts';
import type { Finding } from '../schema-faults.ts';
import { listText, shownValue } from '../value-text.ts';

interface EvidenceKind {
  readonly needs: readonly string[];
  readonly may: readonly string[];
}

const BOTH = ['item', 'items', 'freshness'];

const KINDS: Readonly<Record<string, EvidenceKind>> = {
  gate: { needs: ['gate'], may: ['environment'] },
  report: { needs: ['format', 'file'], may: ['threshold', 'measure', 'commit-file'] },
  metric: {
    needs: ['url', 'query'],
    may: ['threshold', 'scrape', 'token-env', 'window', 'subject-label'],
  },
  http: {
    needs: ['url'],
    may: [
      ...['status', 'tls-days-left', 'hsts', 'cors', 'headers', 'matches', 'prometheus-page', 'redirects-to-https'],
      ...['version-at', 'timeout'],
    ],
  },
  manifest: { needs: ['rules'], may: [] },
  file: {
    needs: ['file'],
    may: ['matches', 'matches-not', 'has-version', 'dated', 'holds', 'value', 'names', 'threshold'],
  },
  command: { needs: ['command'], may: ['timeout', 'exit-codes', 'value', 'threshold', 'folder'] },
  attestation: { needs: ['file', 'predicate-type'], may: ['subject', 'key', 'holds'] },
};

/** Keys of another kind, keys that are missing, entries that prove nothing in particular. */
export function evidenceFaults(policy: WrittenPlan): Finding[] {
  return policy.entries(['evidence']).flatMap((entry) => {
    const name = policy.text([...entry, 'kind']) ?? '';
    const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
    if (kind === undefined) return [];
    return [
      ...itemFaults(policy, entry),
      ...strangeKeys(policy, entry, name, kind),
      ...missingKeys(policy, entry, name, kind),
      ...emptyFaults(policy, entry, name),
      ...patternFaults(policy, entry, name),
    ];
  });
}

function itemFaults(policy: WrittenPlan, entry: PlanPath): Finding[] {
  const given = ['item', 'items'].filter((key) => policy.has([...entry, key]));
  if (given.length === 1) return [];
  const words = {
    title: given.length === 0 ? 'evidence of no item' : 'evidence with item and items',
    expected: 'item or items',
    got: given.length === 0 ? 'neither' : 'both',
    do: given.length === 0 ? 'add item: and the id of the item that it proves' : 'keep one of the two',
  };
  return [policy.finding(entry, words, 'key')];
}

function strangeKeys(policy: WrittenPlan, entry: PlanPath, name: string, { needs, may }: EvidenceKind): Finding[] {
  const own = ['kind', ...BOTH, ...needs, ...may];
  const known = Object.keys(policy.schemaAt(entry).properties ?? {});
  const strange = policy.keys(entry).filter((key) => known.includes(key) && !own.includes(key));
  return strange.map((key) => {
    const owner = Object.entries(KINDS).find(([, kind]) => [...kind.needs, ...kind.may].includes(key))?.[0];
    const words = {
      title: `key "${key}" does not belong to evidence of kind ${name}`,
      expected: listText(own.filter((each) => each !== 'kind')),
      got: shownValue(key),
      do: owner === undefined ? 'remove it' : `remove it, or write kind: ${owner}`,
    };
    return policy.finding([...entry, key], words, 'key');
  });
}

function missingKeys(policy: WrittenPlan, entry: PlanPath, name: string, { needs }: EvidenceKind): Finding[] {
  return needs
    .filter((key) => !policy.has([...entry, key]))
    .map((key) => {
      const words = { title: `evidence of kind ${name} has no ${key}`, expected: `the key ${key}`, got: 'no such key' };
      return policy.finding(entry, { ...words, do: `add ${key}: ...` }, 'key');
    });
}

const statements = ['matches', 'matches-not', 'has-version', 'dated', 'holds', 'value', 'names'];

/** That a file is there says nothing of what the item asks. */
function emptyFaults(policy: WrittenPlan, entry: PlanPath, name: string): Finding[] {
  if (name !== 'file' || statements.some((key) => policy.has([...entry, key]))) return [];
  const file = policy.text([...entry, 'file']) ?? '';
  if (/(^|\/)(LICEN[CS]E|NOTICE|COPYING)[^/]*$/.test(file)) return [];
  const words = {
    title: 'evidence of kind file says nothing about the file',
    expected: `one of ${listText(statements)}`,
    got: 'only its name',
    do: 'say what the file has to hold: that it exists proves nothing',
  };
  return [policy.finding(entry, words, 'key')];
}

/** A page is one text, and one expression can say all of it. */
function patternFaults(policy: WrittenPlan, entry: PlanPath, name: string): Finding[] {
  const path = [...entry, 'matches'];
  if (name !== 'http' || policy.entries(path).length < 2) return [];
  const words = { title: 'evidence of kind http has one expression', expected: 'one text', got: 'a list of several' };
  return [policy.finding(path, { ...words, do: 'write an entry for each' })];
}
