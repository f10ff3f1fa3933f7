import { freezeFaults, windowFaults } from '../canary/calendar-faults.ts';
import type { PlanPath } from '../canary/plan-path.ts';
import { WrittenPlan } from '../canary/written-plan.ts';
import type { Finding, JudgedDocument } from '../schema-faults.ts';
import type { FaultWords } from '../source-text.ts';
import { suggest } from '../suggest.ts';
import { listText, shownValue } from '../value-text.ts';
import { evidenceFaults } from './evidence-faults.ts';

/** Where the policy stands in the document. A policy that is a file of its own is read as if it stood here. */
export const CHECKLIST_POINTER = '/checklist';

/** Adds to what the schema found what only the policy as a whole can show. */
export function withChecklistFaults(document: JudgedDocument, findings: readonly Finding[]): Finding[] {
  const policy = new WrittenPlan(document, CHECKLIST_POINTER);
  const own = [
    ...fileFaults(policy),
    ...roleFaults(policy),
    ...roleNameFaults(policy),
    ...answerFaults(policy),
    ...environmentFaults(policy),
    ...evidenceFaults(policy),
    ...breakGlassFaults(policy),
    ...freezeFaults(policy),
    ...policy.keys(['gates']).flatMap((name) => windowFaults(policy, ['gates', name])),
  ];
  return [...findings, ...own];
}

function fileFaults(policy: WrittenPlan): Finding[] {
  if (!policy.has(['file']) || !policy.has(['files'])) return [];
  const words = {
    title: 'checklist has file and files',
    expected: 'file or files',
    got: 'both',
    do: 'keep one of them',
  };
  return [policy.finding(['files'], words, 'key')];
}

const SIGNERS = ['users', 'teams', 'codeowners', 'environment'];

function roleFaults(policy: WrittenPlan): Finding[] {
  const names = policy.keys(['roles']);
  const empty = names.filter((name) => !SIGNERS.some((key) => policy.has(['roles', name, key])));
  const labels = names.map((name) => policy.text(['roles', name, 'label'])?.trim().toLowerCase() ?? '');
  return [
    ...empty.map((name) =>
      policy.finding(
        ['roles', name],
        {
          title: `role "${name}" has nobody who may sign`,
          expected: `at least one of ${listText(SIGNERS)}`,
          got: 'none',
          do: 'name a person or a team',
        },
        'key',
      ),
    ),
    ...names.flatMap((name, index) => {
      const first = labels.indexOf(labels[index] ?? '');
      if (first === index || labels[index] === '') return [];
      return [
        policy.finding(['roles', name, 'label'], {
          title: `two roles have one label`,
          expected: 'labels that differ',
          got: `the label of ${shownValue(names[first])}`,
          do: 'give each role the words of its own sign-off line',
        }),
      ];
    }),
  ];
}

/** Roles that somebody asks for and nobody defines; a phase whose role signs nowhere. */
function roleNameFaults(policy: WrittenPlan): Finding[] {
  const roles = policy.keys(['roles']);
  const asked: PlanPath[] = [
    ...policy.keys(['gates']).flatMap((name) => policy.entries(['gates', name, 'signatures'])),
    ...policy.entries(['phases']).map((phase) => [...phase, 'role']),
  ];
  return asked.flatMap((path) => {
    const role = policy.text(path);
    if (role === undefined || roles.includes(role)) return [];
    return [policy.finding(path, unknownName('role', role, roles, 'checklist.roles'))];
  });
}

/** Whoever answers for what is only claimed in a phase has to sign where that phase gates. */
function answerFaults(policy: WrittenPlan): Finding[] {
  const answering = policy.entries(['phases']).flatMap((path) => {
    const [phase, role] = [policy.value([...path, 'phase']), policy.text([...path, 'role'])];
    return role === undefined ? [] : [{ phase, role }];
  });
  return policy.keys(['gates']).flatMap((name) => {
    const gate = ['gates', name];
    if (!policy.has([...gate, 'signatures'])) return [];
    const signing = policy.entries([...gate, 'signatures']).map((path) => policy.text(path));
    const phases = policy.entries([...gate, 'phases']).map((path) => policy.value(path));
    const isGating = (phase: unknown) => !policy.has([...gate, 'phases']) || phases.includes(phase);
    return answering
      .filter(({ phase, role }) => isGating(phase) && !signing.includes(role))
      .map(({ phase, role }) => {
        const words = {
          title: `phase ${String(phase)} gates ${name}, and ${role}, who answers for it, does not sign`,
          expected: `${role} among the signatures`,
          got: signing.length === 0 ? 'no signature' : listText(signing.map(shownValue)),
          do: `add ${role} to the signatures, or take the phase out`,
        };
        return policy.finding([...gate, 'signatures'], words);
      });
  });
}

function environmentFaults(policy: WrittenPlan): Finding[] {
  const listed = policy.beside('/environments');
  if (!Array.isArray(listed)) return [];
  const names = listed.flatMap((each: unknown) => {
    const held: unknown = Object(each).name;
    return typeof held === 'string' ? [held] : [];
  });
  if (names.length === 0) return [];
  return policy
    .keys(['gates'])
    .filter((name) => !names.some((each) => each.toLowerCase() === name.toLowerCase()))
    .map((name) => policy.finding(['gates', name], unknownName('environment', name, names, 'environments'), 'key'));
}

function breakGlassFaults(policy: WrittenPlan): Finding[] {
  const at = ['break-glass'];
  if (!policy.has(at) || ['users', 'teams'].some((key) => policy.has([...at, key]))) return [];
  const words = {
    title: 'break-glass has nobody who may use it',
    expected: 'users or teams',
    got: 'neither',
    do: 'name two people or a team, or remove break-glass',
  };
  return [policy.finding(at, words, 'key')];
}

function unknownName(what: string, name: string, known: readonly string[], where: string): FaultWords {
  const guess = suggest(name, known);
  return {
    title: `${what} "${name}" is not listed`,
    expected: known.length === 0 ? `a ${what} of ${where}` : listText(known),
    got: shownValue(name),
    do: guess === undefined ? `choose one of ${where}, or add it there` : `did you mean "${guess}"?`,
  };
}
