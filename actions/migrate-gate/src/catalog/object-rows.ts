import type { CatalogClass } from './class.ts';
import { labelled } from './classes/types.ts';

/** One object as a class's SELECT gives it. */
export interface ObjectRow {
  readonly key: string;
  readonly part: string;
  readonly identity: string;
  readonly attributes: string;
}

/**
 * What a change of older objects means for others. names: one has another name (or an enum other labels), so that any definition
 * may print differently; columns: an older relation has other columns.
 */
export type Reshaped = 'names' | 'columns' | 'no';

/** Class, tab, identity -> attributes as JSON text with sorted keys. */
export type Catalog = ReadonlyMap<string, string>;

/** The objects read last, by class and key, and the catalogs that they and those before them made. */
export class ObjectRows {
  readonly #byClass = new Map<CatalogClass, Map<string, ObjectRow[]>>();
  readonly #objects = new Map<string, string>();
  /** What objects were in each version but the last, as far as the next one has them otherwise: most versions are never looked at again. */
  readonly #changes: ReadonlyMap<string, string | undefined>[] = [];
  readonly #touched = new Map<string, string | undefined>();
  #last = new Snapshot(0, () => new Map());

  clear(): void {
    for (const id of [...this.#objects.keys()]) this.#set(id, undefined);
    this.#byClass.clear();
  }

  has(c: CatalogClass): boolean {
    return (this.#byClass.get(c)?.size ?? 0) > 0;
  }

  /** The catalog as it is now, whatever comes later; the same one when everything is as it was, even if it was made anew. */
  snapshot(): Snapshot {
    const changes = new Map([...this.#touched].filter(([id, before]) => this.#objects.get(id) !== before));
    this.#touched.clear();
    if (changes.size === 0) return this.#last;
    this.#changes.push(changes);
    const version = this.#changes.length;
    this.#last = new Snapshot(this.#objects.size, () => this.#at(version));
    return this.#last;
  }

  #at(version: number): Catalog {
    const objects = new Map(this.#objects);
    for (const changes of [...this.#changes.slice(version), this.#touched].toReversed())
      for (const [id, before] of changes) put(objects, id, before);
    return objects;
  }

  #set(id: string, attributes: string | undefined): void {
    if (!this.#touched.has(id)) this.#touched.set(id, this.#objects.get(id));
    put(this.#objects, id, attributes);
  }

  add(c: CatalogClass, rows: readonly ObjectRow[]): void {
    if (rows.length === 0) return;
    const byKey = this.#byClass.get(c) ?? new Map<string, ObjectRow[]>();
    this.#byClass.set(c, byKey);
    for (const row of rows) {
      const list = byKey.get(row.key);
      if (list === undefined) byKey.set(row.key, [row]);
      else list.push(row);
      this.#set(objectId(c, row), row.attributes);
    }
  }

  /** Puts the rows in the place of all that these keys had. */
  replace(c: CatalogClass, keys: readonly string[] | 'all', rows: readonly ObjectRow[]): Reshaped {
    const old = this.#remove(c, keys);
    this.add(c, rows);
    const byKey = this.#byClass.get(c);
    const shapes = old.map(([key, before]) => reshape(c, before, byKey?.get(key)));
    if (shapes.includes('names')) return 'names';
    return shapes.includes('columns') ? 'columns' : 'no';
  }

  #remove(c: CatalogClass, keys: readonly string[] | 'all'): readonly (readonly [string, readonly ObjectRow[]])[] {
    const byKey = this.#byClass.get(c);
    if (byKey === undefined) return [];
    const removed: [string, readonly ObjectRow[]][] = [];
    for (const key of keys === 'all' ? [...byKey.keys()] : keys) {
      const rows = byKey.get(key);
      if (rows === undefined) continue;
      removed.push([key, rows]);
      byKey.delete(key);
      for (const row of rows) this.#set(objectId(c, row), undefined);
    }
    return removed;
  }
}

/** One fingerprint. */
export class Snapshot {
  /** How many objects there are. */
  readonly size: number;
  readonly #make: () => Catalog;
  #objects: Catalog | undefined;

  constructor(size: number, make: () => Catalog) {
    this.size = size;
    this.#make = make;
  }

  /** Worked out when somebody asks. */
  objects(): Catalog {
    this.#objects ??= this.#make();
    return this.#objects;
  }
}

function put(objects: Map<string, string>, id: string, attributes: string | undefined): void {
  if (attributes === undefined) objects.delete(id);
  else objects.set(id, attributes);
}

function objectId(c: CatalogClass, row: ObjectRow): string {
  return `${c.name}\t${row.identity}`;
}

function reshape(c: CatalogClass, before: readonly ObjectRow[], after: readonly ObjectRow[] | undefined): Reshaped {
  if (after === undefined) return 'no';
  const byPart = new Map(after.map((row) => [row.part, row]));
  const renamed = before.some((row) => byPart.has(row.part) && byPart.get(row.part)?.identity !== row.identity);
  if (renamed || (c.name === labelled.class && !sameLabels(before, after))) return 'names';
  const sameParts = before.length === after.length && before.every((row) => byPart.has(row.part));
  return c.name === 'column' && !sameParts ? 'columns' : 'no';
}

/** New labels behind the old ones leave every printed definition as it is, but telling that apart is not worth it. */
function sameLabels(before: readonly ObjectRow[], after: readonly ObjectRow[]): boolean {
  const labels = (rows: readonly ObjectRow[]) =>
    rows.map((row) => JSON.parse(row.attributes)[labelled.attribute]).join('\n');
  return labels(before) === labels(after);
}
