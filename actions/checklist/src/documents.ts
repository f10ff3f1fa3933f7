/** A checklist of a change beside that of its base: ticks are the change's, what is asked is the base's. Pure. */
import type { Finding, Place } from './findings.ts';
import type { ChecklistDocument, Item, MarkdownTrouble } from './markdown/model.ts';

export interface JudgedDocument {
  readonly document: ChecklistDocument;
  readonly findings: readonly Finding[];
}

/** `base` undefined: there is none, or it has no such file. */
export function judgeDocument(head: ChecklistDocument, base: ChecklistDocument | undefined): JudgedDocument {
  // Whether N/A is an answer depends on the base, so it is judged with the item (rules/items.ts).
  const troubles = head.troubles
    .filter(({ code }) => code !== 'not-applicable-refused')
    .map((trouble) => troubleFinding(head, trouble));
  if (base === undefined) return { document: head, findings: troubles };
  const before = new Map(base.items.filter(isAsked).map((item) => [item.id, item]));
  const now = new Set(head.items.map(({ id }) => id));
  const removed = [...before.values()].filter(({ id }) => !now.has(id));
  const changed = head.items.map((item) => ({ item, old: before.get(item.id) }));
  return {
    document: { ...head, items: changed.map(({ item, old }) => (old === undefined ? item : asAsked(item, old))) },
    findings: [
      ...troubles,
      ...removed.map((item) => removedFinding(head.file, item)),
      ...changed.flatMap(({ item, old }) => (old === undefined ? [] : weakened(head.file, item, old))),
    ],
  };
}

const isAsked = ({ signoff }: Item) => signoff === undefined;

/** The base's demands on the change's tick. */
function asAsked(item: Item, old: Item): Item {
  return { ...item, thresholds: old.thresholds, ifApplicable: old.ifApplicable };
}

function removedFinding(file: string, { id, text, line }: Item): Finding {
  return { code: 'item-removed', place: { file, line: 1, column: 1 }, item: { id, text }, line };
}

function weakened(file: string, item: Item, old: Item): readonly Finding[] {
  const place: Place = { file, line: item.line, column: item.column };
  const tell = (what: string): Finding => ({
    code: 'item-weakened',
    place,
    item: { id: item.id, text: item.text },
    what,
  });
  const texts = (of: Item) => of.thresholds.map(({ text }) => text).join(', ') || 'no threshold';
  return [
    ...(texts(item) === texts(old) ? [] : [tell(`the base wants ${texts(old)}, this change ${texts(item)}`)]),
    ...(item.ifApplicable && !old.ifApplicable ? [tell('this change adds "if applicable"')] : []),
  ];
}

function troubleFinding({ file, items }: ChecklistDocument, trouble: MarkdownTrouble): Finding {
  const { code, line, column, expected, got } = trouble;
  const place = { file, line, column };
  const own =
    items.find((item) => item.line === line) ?? items.find(({ notApplicable }) => notApplicable?.line === line);
  const item = { id: own?.id ?? '', text: own?.text ?? '' };
  switch (code) {
    case 'no-items':
      return { code, place: { file, line: 1, column: 1 }, got };
    case 'too-large':
    case 'not-text':
      return { code: 'file-unreadable', place, expected, got };
    case 'not-applicable-without-reason':
      return { code: 'not-applicable-incomplete', place, item, missing: 'reason' };
    case 'not-applicable-refused':
      return { code, place, item, reason: got };
    case 'duplicate-id':
    case 'threshold-unreadable':
      return { code, place, expected, got };
  }
}
