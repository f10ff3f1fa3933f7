/**
 * Names that the server makes by itself get a number when they are taken: orders_id_seq1. The same object under another number is
 * noise. Source: makeObjectName and ChooseRelationName in PostgreSQL's indexcmds.c. Pure.
 */
import { classOf, identityOf, nameParts, splitOn } from './object-name.ts';
import type { Catalog } from './object-rows.ts';

export interface Rename {
  /** Ids of the same object: in what was expected, and in what is there. */
  readonly from: string;
  readonly to: string;
}

const GENERATED = /^(.+)_(seq|pkey|key|idx|fkey|check|excl|stat)\d*$/s;
/** Their generated names hold no column. */
const WITHOUT_COLUMN = new Set(['pkey', 'check']);
/** Longer names are cut (NAMEDATALEN), so that little of table and column may be left; in bytes. */
const LONGEST_WHOLE_NAME = 58;
/** A name in printed SQL, as it stands there. */
const PRINTED_NAME = /"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*/gu;

/** Pairs of a gone and a new object that are the same but for the number behind a generated name, theirs or another one's. */
export function findRenames(
  expected: Catalog,
  got: Catalog,
  gone: readonly string[],
  fresh: readonly string[],
): readonly Rename[] {
  let pairs = candidates(expected, got, gone, fresh);
  for (;;) {
    const undo = undoing(pairs);
    const kept = pairs.filter(({ from, to }) => isSame(expected.get(from), got.get(to), undo));
    if (kept.length === pairs.length) break;
    pairs = kept;
  }
  return pairs.length === 0 ? [] : [...pairs, ...namedAfter(pairs, expected, got, gone, fresh)];
}

/** Gives printed SQL the expected names back. */
export function undoing(renames: readonly Rename[]): (text: string) => string {
  const names = new Map(renames.map(({ from, to }) => [printedName(to), printedName(from)]));
  return names.size === 0 ? (text) => text : (text) => text.replaceAll(PRINTED_NAME, (name) => names.get(name) ?? name);
}

function candidates(
  expected: Catalog,
  got: Catalog,
  gone: readonly string[],
  fresh: readonly string[],
): readonly Rename[] {
  const free = new Map<string, string[]>();
  for (const id of fresh) {
    const stem = generatedStem(id, got.get(id) ?? '{}');
    if (stem !== undefined) free.set(stem, [...(free.get(stem) ?? []), id]);
  }
  const pairs: Rename[] = [];
  for (const from of gone) {
    const ids = free.get(generatedStem(from, expected.get(from) ?? '{}') ?? '') ?? [];
    const found = ids.findIndex((id) => withoutNumbers(got.get(id) ?? '') === withoutNumbers(expected.get(from) ?? ''));
    const to = found < 0 ? undefined : ids.splice(found, 1)[0];
    if (to !== undefined) pairs.push({ from, to });
  }
  return pairs;
}

/** What is called after a renamed object, such as a comment on it. */
function namedAfter(
  pairs: readonly Rename[],
  expected: Catalog,
  got: Catalog,
  gone: readonly string[],
  fresh: readonly string[],
): readonly Rename[] {
  const paired = new Set(pairs.flatMap(({ from, to }) => [from, to]));
  const left = new Set(gone.filter((id) => !paired.has(id)));
  const undo = undoing(pairs);
  return fresh
    .filter((to) => !paired.has(to))
    .map((to) => ({ from: `${classOf(to)}\t${undo(identityOf(to))}`, to }))
    .filter(({ from, to }) => left.has(from) && isSame(expected.get(from), got.get(to), undo));
}

/** The same attributes, once renamed objects have their old names. */
function isSame(expected: string | undefined, got: string | undefined, undo: (text: string) => string): boolean {
  const before: Record<string, unknown> = JSON.parse(expected ?? '{}');
  const after: Record<string, unknown> = JSON.parse(got ?? '{}');
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].every(
    (name) => name in before && name in after && undo(String(after[name])) === String(before[name]),
  );
}

/** What two objects share whose generated names differ by a number only; undefined for a name that people gave. */
function generatedStem(id: string, attributes: string): string | undefined {
  const [name, on] = splitOn(identityOf(id));
  const parts = nameParts(name);
  const short = parts.at(-1) ?? '';
  const [, base = '', label = ''] = GENERATED.exec(short) ?? [];
  if (label === '' || !isGenerated(classOf(id), { short, base, label, on }, attributes)) return undefined;
  return [classOf(id), ...parts.slice(0, -1), base, label, on].join('\t');
}

interface NameOnTable {
  readonly short: string;
  readonly base: string;
  readonly label: string;
  readonly on: string;
}

function isGenerated(className: string, { short, base, label, on }: NameOnTable, attributes: string): boolean {
  if (!['sequence', 'index', 'constraint', 'statistics object'].includes(className)) return false;
  const object: Record<string, unknown> = JSON.parse(attributes);
  const owner = nameParts(String(object['owned by'] ?? '').replace(/^\w+ /, ''));
  if (className === 'sequence' && owner.length === 0) return false;
  if (Buffer.byteLength(short) >= LONGEST_WHOLE_NAME) return true;
  if (className === 'sequence') return base === owner.slice(-2).join('_');
  const table = nameParts(on).at(-1) ?? '';
  if (base === table) return WITHOUT_COLUMN.has(label);
  return (
    base.startsWith(`${table}_`) && beginsWithColumn(base.slice(table.length + 1), String(object['definition'] ?? ''))
  );
}

/** Expressions are called expr, or after their function; columns by their name. */
function beginsWithColumn(text: string, definition: string): boolean {
  const names = (definition.match(PRINTED_NAME) ?? []).flatMap(nameParts);
  return [...names, 'expr'].some((name) => text === name || text.startsWith(`${name}_`));
}

function withoutNumbers(text: string): string {
  return text.replaceAll(/(_(?:seq|pkey|key|idx|fkey|check|excl|stat))\d+(?![\w$])/g, '$1');
}

/** The last part of the name, as printed SQL has it. */
function printedName(id: string): string {
  const [name] = splitOn(identityOf(id));
  return name.match(/("(?:[^"]|"")*"|[^".]+)$/)?.[1] ?? name;
}
