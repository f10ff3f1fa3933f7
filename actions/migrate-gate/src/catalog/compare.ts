import type { Catalog } from './reader.ts';

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

/** Suffixes of names that the server makes by itself (makeObjectName, ChooseRelationName in PostgreSQL's indexcmds.c). */
const GENERATED_NAME = /^(.*_(?:seq|pkey|key|idx|fkey|check|excl|stat|not_null))(\d*)$/;

/** What differs between two fingerprints, in the order of the catalog's classes. Pure. */
export function compareCatalogs(expected: Catalog, got: Catalog): readonly Difference[] {
  const gone = [...expected.keys()].filter((id) => !got.has(id));
  const fresh = [...got.keys()].filter((id) => !expected.has(id));
  const renames = findRenames(expected, got, gone, fresh);
  const renamed = new Set(renames.flatMap(({ from, to }) => [from, to]));
  const differences: Difference[] = [];
  for (const id of gone) {
    // With what it was, so that it can be told how to bring it back.
    const attributes = attributeDifferences(expected.get(id) ?? '{}', '{}');
    if (!renamed.has(id)) differences.push({ ...whole(id, 'gone'), attributes });
  }
  for (const id of fresh) if (!renamed.has(id)) differences.push(whole(id, 'new'));
  for (const { from, to } of renames) {
    const names = { name: 'name', expected: nameOf(from), got: nameOf(to) };
    differences.push({ ...whole(from, 'changed'), attributes: [names], noise: 'generated-name' });
  }
  for (const [id, before] of expected) {
    const after = got.get(id);
    if (after !== undefined && after !== before) differences.push(changed(id, before, after, renames));
  }
  return withoutShiftedColumns(differences);
}

interface Rename {
  readonly from: string;
  readonly to: string;
}

function whole(id: string, change: 'gone' | 'new' | 'changed'): Difference {
  return { class: classOf(id), object: nameOf(id), change, attributes: [], noise: null };
}

function changed(id: string, before: string, after: string, renames: readonly Rename[]): Difference {
  const all = attributeDifferences(before, after);
  const real = all.filter(({ expected, got }) => expected === null || got === null || undoRenames(got, renames) !== expected);
  const attributes = real.length > 0 ? real : all;
  return { ...whole(id, 'changed'), attributes, noise: real.length === 0 ? 'generated-name' : noiseOf(classOf(id), real) };
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
  const tables = new Set(differences.filter((d) => d.class === 'column' && d.change !== 'changed').map((d) => relationOf(d.object)));
  return differences.filter((d) => d.noise !== 'column-order' || !tables.has(relationOf(d.object)));
}

function relationOf(column: string): string {
  return column.slice(0, column.lastIndexOf('.'));
}

/** Pairs of a gone and a new object of one class that are the same but for a number behind a generated name. */
function findRenames(expected: Catalog, got: Catalog, gone: readonly string[], fresh: readonly string[]): readonly Rename[] {
  const free = new Set(fresh);
  const renames: Rename[] = [];
  for (const from of gone) {
    const stem = generatedStem(from);
    if (stem === undefined) continue;
    const same = (to: string) => undoRenames(got.get(to) ?? '', [{ from, to }]) === expected.get(from);
    const to = [...free].find((id) => generatedStem(id) === stem && same(id));
    if (to === undefined) continue;
    free.delete(to);
    renames.push({ from, to });
  }
  return renames;
}

/** Class, name without the number, and what it is on; undefined for a name that people gave. */
function generatedStem(id: string): string | undefined {
  const [name = '', on = ''] = nameOf(id).split(' on ');
  const match = GENERATED_NAME.exec(name);
  return match === null ? undefined : `${classOf(id)}\t${match[1]}\t${on}`;
}

function undoRenames(text: string, renames: readonly Rename[]): string {
  return renames.reduce((result, { from, to }) => {
    return result.replaceAll(new RegExp(`(?<![\\w$])${literal(shortName(to))}(?![\\w$])`, 'g'), () => shortName(from));
  }, text);
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Name without schema and without what it is on. */
function shortName(id: string): string {
  const name = nameOf(id).split(' on ')[0] ?? '';
  return name.slice(name.lastIndexOf('.') + 1);
}

function classOf(id: string): string {
  return id.slice(0, id.indexOf('\t'));
}

function nameOf(id: string): string {
  return id.slice(id.indexOf('\t') + 1).replaceAll(/(?<![\w$"])public\./g, '');
}
