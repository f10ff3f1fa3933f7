/** Reads a checklist: pure, and a text of whatever shape gives a document, with what is wrong with it. */
import type { Env } from 'markdown-it';
import { MOST_NESTED, readBlocks } from './blocks.ts';
import { type ItemReading, readItem } from './item.ts';
import { Lines } from './lines.ts';
import type { ChecklistDocument, CodeBlock, Item, MarkdownTrouble, NotApplicable, Phase } from './model.ts';
import { nameItems } from './names.ts';
import { type NearMiss, nearMisses } from './near-miss.ts';
import { type Entry, type Outline, outlineOf } from './outline.ts';
import { refusalOf } from './refusal.ts';

/** A person who ticks one a second needs a day for these. */
const MOST_ITEMS = 100_000;

/** `file` is the path from the top of the repository. */
export function readChecklist(text: string, file: string): ChecklistDocument {
  const refused = refusalOf(text);
  if (refused !== undefined) return { file, items: [], phases: [], troubles: [refused] };
  const marked = text.startsWith('\u{feff}') ? text.slice(1) : text;
  const normal = marked.includes('\r') ? marked.replace(/\r\n?/g, '\n') : marked;
  const lines = new Lines(normal);
  const { tokens, env, tooDeepAt } = readBlocks(normal);
  const outline = outlineOf(tokens, lines, env);
  const count = outline.entries.length;
  if (count > MOST_ITEMS) return { file, items: [], phases: [], troubles: [tooMany(count)] };
  const troubles: MarkdownTrouble[] = [];
  const items = itemsOf(outline, env, lines, troubles);
  if (tooDeepAt !== undefined) troubles.push(tooDeep(tooDeepAt));
  if (items.length === 0) troubles.push(noItems());
  for (const miss of nearMisses(normal, new Set(items.map((item) => item.line)))) troubles.push(notAnItem(miss));
  troubles.sort((a, b) => a.line - b.line || a.column - b.column);
  return { file, items, phases: phasesOf(outline), troubles };
}

/** `troubles` gets what is wrong with them. */
function itemsOf({ entries }: Outline, env: Env, lines: Lines, troubles: MarkdownTrouble[]): Item[] {
  const readings = entries.map((entry) => readItem(entry, env, lines));
  const ids = nameItems(entries, readings, troubles);
  return entries.map((entry, index) => {
    const reading = readings[index] ?? readItem(entry, env, lines);
    for (const trouble of reading.troubles) troubles.push(trouble);
    const declared = declarationOf(reading, () => mayBeLeftOut(index, entries, readings));
    const isRefused = declared !== undefined && 'code' in declared;
    if (isRefused) troubles.push(declared);
    // One that is refused stays what it says: whoever judges the item decides by the base.
    return itemOf(entry, reading, ids[index] ?? '', isRefused ? refusedOf(reading) : declared);
  });
}

function itemOf(entry: Entry, reading: ItemReading, id: string, notApplicable: NotApplicable | undefined): Item {
  return {
    id,
    explicitId: reading.explicitId !== undefined,
    line: entry.task.line + 1,
    column: entry.column,
    text: reading.text,
    tick: entry.task.tick,
    depth: entry.depth,
    parent: entry.parent,
    phase: entry.heading?.phaseBelow,
    ifApplicable: reading.ifApplicable,
    notApplicable,
    codeBlocks: entry.codeBlocks?.map(withoutTextLine) ?? NO_CODE,
    thresholds: reading.thresholds,
    signoff: reading.signoff,
  };
}

const NO_CODE: readonly CodeBlock[] = [];

function withoutTextLine({ language, text, line }: CodeBlock): CodeBlock {
  return { language, text, line };
}

/** It or an item that it is inside of is `if applicable`. */
function mayBeLeftOut(index: number, entries: readonly Entry[], readings: readonly ItemReading[]): boolean {
  for (let at: number | undefined = index; at !== undefined; at = entries[at]?.parent) {
    if (readings[at]?.ifApplicable) return true;
  }
  return false;
}

function declarationOf(
  { declaration }: ItemReading,
  isAllowed: () => boolean,
): NotApplicable | MarkdownTrouble | undefined {
  if (declaration === undefined) return undefined;
  const { reason, owner, line, column } = declaration;
  if (reason === undefined) {
    const expected = 'a reason behind it, such as `N/A: no service mesh (owner: @login)`';
    return { code: 'not-applicable-without-reason', line, column, expected, got: 'N/A without a reason' };
  }
  if (!isAllowed()) {
    const expected = 'N/A only for an item that says `if applicable` or «если применимо», or is inside of one';
    return { code: 'not-applicable-refused', line, column, expected, got: `N/A: ${reason.slice(0, 120)}` };
  }
  return { reason, ...(owner === undefined ? {} : { owner }), line };
}

/** Those with a number, with or without items, and those that items are in. */
function phasesOf({ entries, headings }: Outline): Phase[] {
  const used = new Set(entries.map((entry) => entry.heading?.phaseBelow));
  return headings.map(({ phase }) => phase).filter((phase) => phase.number !== undefined || used.has(phase));
}

function refusedOf({ declaration }: ItemReading): NotApplicable | undefined {
  if (declaration?.reason === undefined) return undefined;
  const { reason, owner, line } = declaration;
  return { reason, ...(owner === undefined ? {} : { owner }), line };
}

function notAnItem({ line, text }: NearMiss): MarkdownTrouble {
  const expected = 'an item such as `- [ ] text`: a marker, a blank, `[ ]` or `[x]`, a blank';
  return { code: 'not-an-item', line, column: 1, expected, got: text };
}

function tooDeep(line: number): MarkdownTrouble {
  const expected = `at most ${MOST_NESTED / 2} lists inside of each other`;
  return { code: 'too-large', line, column: 1, expected, got: 'more: what is inside of them was not read' };
}

function tooMany(count: number): MarkdownTrouble {
  const expected = `at most ${MOST_ITEMS} items`;
  return { code: 'too-large', line: 1, column: 1, expected, got: `${count}, so none of them was read` };
}

function noItems(): MarkdownTrouble {
  const expected = 'at least one task item, such as `- [ ] All tests pass`';
  return { code: 'no-items', line: 1, column: 1, expected, got: 'a file without any' };
}
