import type { PlanPath } from '../canary/plan-path.ts';
import { WrittenPlan } from '../canary/written-plan.ts';
import { segmentsOf } from '../places.ts';
import type { Finding, JudgedDocument } from '../schema-faults.ts';
import { listText, shownValue } from '../value-text.ts';
import { allowFaults } from './allow-faults.ts';
import { reportFault } from './report-name.ts';
import { scannerFault, scannerWordFault } from './scanner-name.ts';

/** Where the policy stands in the document. A policy that is a file of its own is read as if it stood here. */
const SECURITY_POINTER = '/security';

/** Adds to what the schema found what only the policy as a whole can show, in words that fit better than a pattern's. */
export function withSecurityFaults(document: JudgedDocument, findings: readonly Finding[]): Finding[] {
  const policy = new WrittenPlan(document, SECURITY_POINTER);
  const own = [
    ...scannerFaults(policy),
    ...reportFaults(policy),
    ...timeFaults(policy),
    ...contractFaults(policy),
    ...allowFaults(policy),
  ];
  const told = new Set(own.map(({ pointer }) => pointer));
  // One slip, one fault: ours says more than that the form is wrong.
  const isTold = ({ keyword, pointer }: Finding) =>
    ['pattern', 'enum', 'type', 'minLength'].includes(keyword) && told.has(pointer) && isOurs(pointer);
  return [...findings.filter((finding) => !isTold(finding)), ...own];
}

function isOurs(pointer: string): boolean {
  return segmentsOf(pointer)[0] === SECURITY_POINTER.slice(1);
}

function scannerFaults(policy: WrittenPlan): Finding[] {
  const word = policy.text(['scanners']);
  if (word !== undefined && word !== '' && !['auto', 'none'].includes(word))
    return [policy.finding(['scanners'], scannerWordFault(word))];
  return policy.entries(['scanners']).flatMap((path) => {
    const name = policy.text(path);
    const words = name === undefined || name === '' ? undefined : scannerFault(name);
    return words === undefined ? [] : [policy.finding(path, words)];
  });
}

function reportFaults(policy: WrittenPlan): Finding[] {
  return policy.entries(['reports']).flatMap((path) => {
    const text = policy.text(path);
    const words = text === undefined || text === '' ? undefined : reportFault(text);
    return words === undefined ? [] : [policy.finding(path, words)];
  });
}

/** A timer of Node holds 31 bits of milliseconds. */
const LONGEST_S = 24 * 86_400;

function timeFaults(policy: WrittenPlan): Finding[] {
  const seconds = policy.seconds(['timeout']);
  if (seconds === undefined || (seconds > 0 && seconds <= LONGEST_S)) return [];
  const words = { title: 'security.timeout is no time for a scanner', expected: 'more than 0s, and at most 24d' };
  return [policy.finding(['timeout'], { ...words, got: shownValue(policy.value(['timeout'])), do: 'give 5m' })];
}

/** A contract that nobody looks at would be promised and not kept; two entries for one file say it twice. */
function contractFaults(policy: WrittenPlan): Finding[] {
  const entries = policy.entries(['contracts']);
  const keys = entries.map((entry) =>
    JSON.stringify([policy.text([...entry, 'tool']), policy.text([...entry, 'path'])]),
  );
  return entries.flatMap((entry, index) => [
    ...leftOut(policy, entry),
    ...(keys.indexOf(keys[index] ?? '') === index ? [] : [policy.finding(entry, again(keys, index, policy, entries))]),
  ]);
}

function again(keys: readonly string[], index: number, policy: WrittenPlan, entries: readonly PlanPath[]) {
  const first = entries[keys.indexOf(keys[index] ?? '')];
  const got = first === undefined ? 'the same' : `the same as ${policy.line(first)}`;
  return {
    title: 'security.contracts has an entry twice',
    expected: 'each entry once',
    got,
    do: 'keep one of the two',
  };
}

const TOOLS = ['buf', 'oasdiff', 'openapi-diff'];

function leftOut(policy: WrittenPlan, entry: PlanPath): Finding[] {
  const tool = policy.text([...entry, 'tool']);
  const scanners = policy.value(['scanners']) ?? 'auto';
  const isNone = scanners === 'none';
  if (tool === undefined || !TOOLS.includes(tool) || (!isNone && !Array.isArray(scanners))) return [];
  const listed = Array.isArray(scanners) ? scanners : [];
  const reports = policy.entries(['reports']).map((path) => policy.text(path)?.split('=')[0]);
  if (listed.includes(tool) || reports.includes(tool)) return [];
  const words = {
    title: `contract of ${tool}, which security.scanners leaves out`,
    expected: `${tool} among the scanners`,
    got: isNone ? 'none' : listText(listed.map(shownValue)),
    do: `add ${tool} to scanners, or remove the contract`,
  };
  return [policy.finding([...entry, 'tool'], words)];
}
