import type { PlanPath } from '../canary/plan-path.ts';
import type { WrittenPlan } from '../canary/written-plan.ts';
import type { Finding } from '../schema-faults.ts';
import type { FaultWords } from '../source-text.ts';
import { suggest } from '../suggest.ts';
import { shownValue } from '../value-text.ts';
import { advisoryFault } from './advisory-id.ts';
import { dayFault } from './calendar-day.ts';
import { packageFault } from './package-pattern.ts';

const TARGETS = ['advisory', 'fingerprint', 'rule'];
const LEAST_REASON = 10;

/** Entries that allow nothing in particular, everything, or the same as another; days and ids that are none. */
export function allowFaults(policy: WrittenPlan): Finding[] {
  const entries = policy.entries(['allow']);
  return [
    ...entries.flatMap((entry) => [
      ...targetFaults(policy, entry),
      ...ruleFaults(policy, entry),
      ...valueFaults(policy, entry),
    ]),
    ...repeated(policy, entries),
  ];
}

function targetFaults(policy: WrittenPlan, entry: PlanPath): Finding[] {
  // What is no map, and a key that is misspelt, is told by the schema.
  const keys = policy.keys(entry);
  const known = Object.keys(policy.schemaAt(entry).properties ?? {});
  const isSlip = (key: string) => !known.includes(key) && suggest(key, TARGETS) !== undefined;
  if (keys.length === 0 || keys.some(isSlip)) return [];
  const given = TARGETS.filter((key) => policy.has([...entry, key]));
  if (given.length === 1) return [];
  const words = {
    title: given.length === 0 ? 'an allowance names nothing' : `an allowance has ${given.join(' and ')}`,
    expected: 'exactly one of advisory, fingerprint and rule',
    got: given.length === 0 ? 'none' : `${given.length} of them`,
    do: given.length === 0 ? 'say what is let through' : 'write an entry for each',
  };
  return [policy.finding(entry, words, 'key')];
}

/** A rule without a path would be switched off everywhere, which nobody meant who allowed one finding. */
function ruleFaults(policy: WrittenPlan, entry: PlanPath): Finding[] {
  if (!policy.has([...entry, 'rule']) || policy.has([...entry, 'path'])) return [];
  const words = {
    title: 'an allowance of a rule has no path',
    expected: 'the key path beside rule',
    got: 'no such key',
    do: 'add path: and the files in which it is let through',
  };
  return [policy.finding([...entry, 'rule'], words)];
}

function valueFaults(policy: WrittenPlan, entry: PlanPath): Finding[] {
  const judges: Readonly<Record<string, (value: string) => FaultWords | undefined>> = {
    advisory: advisoryFault,
    fingerprint: fingerprintFault,
    package: packageFault,
    reason: reasonFault,
    expires: dayFault,
  };
  return Object.entries(judges).flatMap(([key, judge]) => {
    const path = [...entry, key];
    const value = policy.value(path);
    // A fingerprint of digits alone, or a day without hyphens, is a number to YAML.
    const isText = typeof value === 'string' || (typeof value === 'number' && key !== 'reason');
    const words = isText && value !== '' ? judge(String(value)) : undefined;
    if (words === undefined) return [];
    return [policy.finding(path, words)];
  });
}

function fingerprintFault(text: string): FaultWords | undefined {
  if (/^[0-9a-f]{32}(:[1-9][0-9]*)?$/.test(text)) return undefined;
  return {
    title: 'a fingerprint is not one of ours',
    expected: '32 digits of 0-9 and a-f, as the reports print them, with :2 behind it for a second copy',
    got: /^[0-9.]+(e\+?[0-9]+)?$/i.test(text) ? 'a number' : shownValue(text),
    do: /^[0-9.]+(e\+?[0-9]+)?$/i.test(text) ? 'put it in quotes' : 'copy it from the report',
  };
}

function reasonFault(text: string): FaultWords | undefined {
  const length = [...text.trim()].length;
  if (length >= LEAST_REASON) return undefined;
  return {
    title: 'a reason is too short to be one',
    expected: `at least ${LEAST_REASON} characters`,
    got: shownValue(text.trim()),
    do: 'say why it may stay, and where that is written down',
  };
}

/** Of two entries for the same, nobody knows whose end counts. */
function repeated(policy: WrittenPlan, entries: readonly PlanPath[]): Finding[] {
  const seen = new Map<string, PlanPath>();
  return entries.flatMap((entry) => {
    const named = [...TARGETS, 'package', 'path'].map((key) => policy.text([...entry, key])?.toLowerCase() ?? '');
    if (named.every((text) => text === '')) return [];
    const key = JSON.stringify(named);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, entry);
    if (first === undefined) return [];
    const words = {
      title: 'security.allow has an entry twice',
      expected: 'one entry for what is let through',
      got: `the same as ${policy.line(first)}`,
      do: 'keep one of the two',
    };
    return [policy.finding(entry, words, 'key')];
  });
}
