/** A checklist of a change beside that of its base: ticks are the change's, what is asked is the base's. Pure. */
import type { Finding, Place } from './findings.ts';
import type { ChecklistDocument, Item, MarkdownTrouble } from './markdown/model.ts';
import { isLabel } from './signoffs/label.ts';

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
  const now = new Set(head.items.filter(isAsked).map(({ id }) => id));
  const removed = [...before.values()].filter(({ id }) => !now.has(id));
  const pairs = head.items.map((item) => ({ item, old: isAsked(item) ? before.get(item.id) : undefined }));
  const parentOf = (items: readonly Item[], { parent }: Item) => (parent === undefined ? undefined : items[parent]?.id);
  const whole = new Set(base.items.flatMap((item) => parentOf(base.items, item) ?? []));
  const judged = pairs.map(({ item, old }) => {
    if (old === undefined) {
      // An item that stood alone answers for itself, whatever parts the change gives it.
      const parent = parentOf(head.items, item);
      const isNewPart = parent !== undefined && before.has(parent) && !whole.has(parent);
      return { item: isNewPart ? withoutParent(item) : item, findings: [] };
    }
    const isMoved = parentOf(head.items, item) !== parentOf(base.items, old);
    return { item: asAsked(item, old, isMoved), findings: altered(head.file, item, old, isMoved) };
  });
  return {
    document: { ...head, items: judged.map(({ item }) => item) },
    findings: [
      ...troubles,
      ...removed.map((item) => removedFinding(head.file, item)),
      ...judged.flatMap(({ findings }) => findings),
    ],
  };
}

/** Only a line with the label of a role is one of signatures; any other is an item, wherever it stands. */
export function withSignaturesOf(document: ChecklistDocument, labels: readonly string[]): ChecklistDocument {
  const items = document.items.map((item) => {
    const { signoff, ...rest } = item;
    return signoff !== undefined && labels.some((label) => isLabel(signoff.label, label)) ? item : rest;
  });
  return { ...document, items };
}

const isAsked = ({ signoff }: Item) => signoff === undefined;

/** The base's demands on the change's tick. Inside of another item it could become not applicable with that. */
function asAsked({ parent, ...item }: Item, old: Item, isMoved: boolean): Item {
  const { text, thresholds, ifApplicable, phase } = old;
  const kept = isMoved || parent === undefined ? {} : { parent };
  return { ...item, ...kept, text, thresholds, ifApplicable, phase };
}

function withoutParent({ parent: _parent, ...item }: Item): Item {
  return item;
}

function removedFinding(file: string, { id, text, line }: Item): Finding {
  return { code: 'item-removed', place: { file, line: 1, column: 1 }, item: { id, text }, line };
}

function altered(file: string, item: Item, old: Item, isMoved: boolean): readonly Finding[] {
  const place: Place = { file, line: item.line, column: item.column };
  const limits = (of: Item) => of.thresholds.map(({ text }) => text).join(', ') || 'no threshold';
  const parts = [
    limits(item) === limits(old) ? '' : `the base wants ${limits(old)}, this change ${limits(item)}`,
    item.ifApplicable && !old.ifApplicable ? 'this change adds "if applicable"' : '',
    item.phase?.id === old.phase?.id ? '' : 'this change moves it to another phase',
    isMoved ? 'this change moves it into another item, or out of one' : '',
  ].filter((part) => part !== '');
  // A tick of other words is no tick of these.
  if (plain(item.text) !== plain(old.text)) return [removedFinding(file, old)];
  if (parts.length === 0) return [];
  return [{ code: 'item-weakened', place, item: { id: item.id, text: old.text }, what: parts.join('; ') }];
}

/** Without what stands behind N/A, which is the change's to say. */
function plain(text: string): string {
  return text.replace(/\s*[—–-]*\s*(?:N\/A|Н\/П|не применимо)\s*[:—–-].*$/iu, '').trim();
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
    case 'not-an-item':
    case 'threshold-unreadable':
      return { code, place, expected, got };
  }
}
