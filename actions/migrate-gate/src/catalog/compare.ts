import { catalogClasses } from './classes/index.ts';
import { findRenames, undoing } from './generated-names.ts';
import { classOf, shownName, withoutLastPart } from './object-name.ts';
import type { Catalog } from './object-rows.ts';

/** One object that is not as it was. */
export interface Difference {
  readonly class: string;
  /** As people call it, without the schema public. */
  readonly object: string;
  readonly change: 'gone' | 'new' | 'changed';
  /** Of a changed object: what was expected and what is there, null for nothing. Of a gone one: what it was. */
  readonly attributes: readonly AttributeDifference[];
  /** Not worth a red gate by itself: why. */
  readonly noise: Noise | null;
}

export interface AttributeDifference {
  readonly name: string;
  readonly expected: string | null;
  readonly got: string | null;
}

/**
 * column-order: only the place among the table's columns differs. not-null-name: the name that PostgreSQL 18 gives to a NOT NULL constraint.
 * generated-name: the same object under a name that the server made unique by a number, such as orders_id_seq1.
 */
export type Noise = 'column-order' | 'not-null-name' | 'generated-name';

const CLASS_ORDER: ReadonlyMap<string, number> = new Map(catalogClasses.map((c, index) => [c.name, index]));
/** A column's number among its relation's columns: noise in a table, not in a view or a row type. */
const PLACES: ReadonlySet<string> = new Set(['position', 'place']);

/** What differs between two fingerprints, in the order of the catalog's classes and then by name. Empty if and only if they are equal. Pure. */
export function compareCatalogs(expected: Catalog, got: Catalog): readonly Difference[] {
  const gone = [...expected.keys()].filter((id) => !got.has(id));
  const fresh = [...got.keys()].filter((id) => !expected.has(id));
  const renames = findRenames(expected, got, gone, fresh);
  const renamed = new Set(renames.flatMap(({ from, to }) => [from, to]));
  const undo = undoing(renames);
  const differences: Difference[] = [];
  for (const id of gone) {
    // With what it was, so that it can be told how to bring it back.
    const attributes = attributeDifferences(expected.get(id) ?? '{}', '{}');
    if (!renamed.has(id)) differences.push({ ...whole(id, 'gone'), attributes });
  }
  for (const id of fresh) if (!renamed.has(id)) differences.push(whole(id, 'new'));
  for (const { from, to } of renames) {
    const names = { name: 'name', expected: shownName(from), got: shownName(to) };
    differences.push({ ...whole(from, 'changed'), attributes: [names], noise: 'generated-name' });
  }
  for (const [id, before] of expected) {
    const after = got.get(id);
    if (after !== undefined && after !== before) differences.push(changed(id, before, after, undo));
  }
  return withoutShiftedColumns(differences).toSorted(byClassAndName);
}

function whole(id: string, change: Difference['change']): Difference {
  return { class: classOf(id), object: shownName(id), change, attributes: [], noise: null };
}

function changed(id: string, before: string, after: string, undo: (text: string) => string): Difference {
  const found = attributeDifferences(before, after);
  // Never silent: texts that differ are told even where their values look the same.
  const all = found.length > 0 ? found : [{ name: 'attributes', expected: before, got: after }];
  const real = all.filter(({ expected, got }) => expected === null || got === null || undo(got) !== expected);
  const attributes = real.length > 0 ? real : all;
  return {
    ...whole(id, 'changed'),
    attributes,
    noise: real.length === 0 ? 'generated-name' : noiseOf(classOf(id), real),
  };
}

function noiseOf(className: string, attributes: readonly AttributeDifference[]): Noise | null {
  const names = attributes.map(({ name }) => name);
  if (className === 'column' && names.every((name) => name === 'position')) return 'column-order';
  if (className === 'constraint' && names.every((name) => name === 'name')) return 'not-null-name';
  return null;
}

function attributeDifferences(before: string, after: string): readonly AttributeDifference[] {
  const expected: Record<string, unknown> = JSON.parse(before);
  const got: Record<string, unknown> = JSON.parse(after);
  const names = [...new Set([...Object.keys(expected), ...Object.keys(got)])];
  return names
    .map((name) => ({ name, expected: textOf(expected[name]), got: textOf(got[name]) }))
    .filter((attribute) => attribute.expected !== attribute.got);
}

function textOf(value: unknown): string | null {
  return value === undefined ? null : String(value);
}

/** A column that came or went moves those behind it: that is told once, by the column itself. */
function withoutShiftedColumns(differences: readonly Difference[]): readonly Difference[] {
  const columns = differences.filter((d) => d.class === 'column');
  const relations = new Set(columns.filter((d) => d.change !== 'changed').map((d) => withoutLastPart(d.object)));
  return differences.flatMap((d) => {
    if (d.class !== 'column' || d.change !== 'changed' || !relations.has(withoutLastPart(d.object))) return [d];
    const attributes = d.attributes.filter(({ name }) => !PLACES.has(name));
    return attributes.length === 0 ? [] : [{ ...d, attributes }];
  });
}

function byClassAndName(a: Difference, b: Difference): number {
  const order = (d: Difference) => CLASS_ORDER.get(d.class) ?? CLASS_ORDER.size;
  return order(a) - order(b) || (a.object < b.object ? -1 : Number(a.object > b.object));
}
