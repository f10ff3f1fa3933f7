/** A policy for a checklist that has none yet: every item with the kind of evidence that fits, to be edited. Pure. */
import type { ChecklistDocument, Item } from '../markdown/model.ts';
import { suggestEvidence } from './guesses.ts';

/** YAML with comments; it fits the schema as it is. `files` are the checklists in order. */
export function policySkeleton(documents: readonly ChecklistDocument[]): string {
  const items = documents.flatMap((document) => document.items);
  const signoffs = items.flatMap(({ signoff }) => (signoff === undefined ? [] : [signoff.label]));
  const names = roleNames(signoffs);
  const [before, after] = [phaseNames(documents, false), phaseNames(documents, true)];
  const afterText = after.length === 0 ? '' : `, after: [${after.join(', ')}]`;
  return [
    '# A policy for the gate checklist. As a file of its own: input `policy`. Or indented below `checklist:` in .github/shipgate.yml.',
    '# Take the # away before `evidence:` and before the entries that you have, and mend them. An item without evidence is only claimed.',
    '# `after:` names the phases that are watched behind a deployment (input when: after).',
    filesText(documents),
    'claims: accept # reject: a tick without evidence does not count',
    'freshness: 7d',
    '',
    ...(names.length === 0
      ? []
      : [
          'roles:',
          ...names.map(([name, label]) => `  ${name}: { label: ${JSON.stringify(label)}, users: ['?'] } # who signs?`),
          '',
        ]),
    'gates:',
    `  production: { phases: [${before.join(', ')}]${afterText}, signatures: [${names.map(([name]) => name).join(', ')}] }`,
    '',
    '#evidence:',
    ...documents.flatMap(evidenceText),
    '',
  ].join('\n');
}

function filesText(documents: readonly ChecklistDocument[]): string {
  const files = documents.map(({ file }) => JSON.stringify(file));
  return files.length === 1 ? `file: ${files[0]}` : `files: [${files.join(', ')}]`;
}

/** Phases with a number first by it; others by their anchor. Those of signatures have no item of their own. */
function phaseNames(documents: readonly ChecklistDocument[], after: boolean): readonly string[] {
  const names = documents.flatMap(({ items }) =>
    items.flatMap(({ phase, signoff }) =>
      phase === undefined || signoff !== undefined || isAfterwards(phase.title) !== after
        ? []
        : [String(phase.number ?? JSON.stringify(phase.id))],
    ),
  );
  return [...new Set(names)];
}

/** A heading that speaks of the time behind the deployment. A guess, which whoever edits the policy sees. */
function isAfterwards(title: string): boolean {
  const russian =
    /(?:^|\s)(?:после|первые)\s+(?:deployment|развёрт|развёрн|разверт|релиз|депло|выклад|запуск|выход|ввод|сутки|\d+ час)/i;
  const english = /(?:after|post)[- ](?:the )?(?:deploy|release|launch|go-?live)|first 24|hypercare/i;
  return russian.test(title) || english.test(title);
}

/** Latin words of the label where it has some; role-1 and so on otherwise. */
function roleNames(labels: readonly string[]): readonly (readonly [string, string])[] {
  const used = new Set<string>();
  return labels.map((label, index) => {
    const words = label.toLowerCase().match(/[a-z][a-z0-9]*/g) ?? [];
    const plain = words.join('-').slice(0, 50) || `role-${index + 1}`;
    const name = used.has(plain) ? `${plain}-${index + 1}` : plain;
    used.add(name);
    return [name, label] as const;
  });
}

function evidenceText({ items }: ChecklistDocument): readonly string[] {
  const own = items.filter(({ signoff }) => signoff === undefined);
  return own.flatMap((item, index) => {
    const before = own[index - 1]?.phase?.id;
    const heading = item.phase === undefined || item.phase.id === before ? [] : ['', `#  # ${item.phase.title}`];
    return [...heading, ...entryText(item, own)];
  });
}

function entryText(item: Item, all: readonly Item[]): readonly string[] {
  const guess = suggestEvidence(item);
  const text = item.text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').slice(0, 80);
  const entry = `{ item: ${JSON.stringify(shortestEnd(item, all))}, ${guess} }`;
  return [`#  - ${entry} # line ${item.line}: ${text}`];
}

/** The shortest end of an id, from a / on, that no other item has. */
export function shortestEnd({ id }: Pick<Item, 'id'>, all: readonly Pick<Item, 'id'>[]): string {
  const parts = id.split('/');
  for (let count = 1; count < parts.length; count += 1) {
    const end = parts.slice(-count).join('/');
    if (all.filter((other) => other.id === end || other.id.endsWith(`/${end}`)).length === 1) return end;
  }
  return id;
}
