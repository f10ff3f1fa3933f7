/**
 * Reads the whole catalog, and after that only what has changed: a fingerprint costs about as much as the migration it follows.
 * Its promise, held by tests: an incremental read gives what a read of everything gives.
 */
import type { CatalogClass, CatalogSource } from './class.ts';
import { selectClass } from './class.ts';
import { eventTriggers } from './classes/database.ts';
import { catalogClasses } from './classes/index.ts';
import { KeyLedger } from './key-ledger.ts';
import type { ObjectRow, Reshaped, Snapshot } from './object-rows.ts';
import { ObjectRows } from './object-rows.ts';
import type { Stamp, Stamps } from './stamps.ts';
import {
  ageOf,
  decisiveSources,
  distinctSources,
  isRare,
  MOST_TRANSACTIONS,
  moved,
  parseStamps,
  sourceId,
  stampsQuery,
} from './stamps.ts';

/** Values of one result set, row by row. */
export type ResultSet = readonly (readonly unknown[])[];

/** Runs several statements as one message and gives the rows of each, values as text or null. */
export type RunStatements = (statements: readonly string[]) => Promise<readonly ResultSet[]>;

interface ClassRead {
  readonly class: CatalogClass;
  /** Keys to read again. */
  readonly keys: readonly string[] | 'all';
  /** Keys that are gone. */
  readonly lost: readonly string[];
}

/** What names mean, and that prepared plans are kept, whatever a session or its database has set. */
const MEANING = { search_path: '', plan_cache_mode: 'force_generic_plan' };
/** Definitions print in one way. */
const PRINTING = {
  DateStyle: 'ISO',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  extra_float_digits: '1',
  quote_all_identifiers: 'off',
  bytea_output: 'hex',
};
/** Statements of one message are one transaction, so these hold for that message alone. */
const openWith = (settings: Readonly<Record<string, string>>) => [
  'SET TRANSACTION READ ONLY',
  ...Object.entries(settings).map(([name, value]) => `SET LOCAL ${name} = '${value}'`),
];
/** Before statements that give numbers alone, as a look does twice per migration: nothing in them is printed in one way or another. */
const COUNT = openWith(MEANING);
const PRINT = openWith({ ...MEANING, ...PRINTING });

const SOURCES = new Map(catalogClasses.map((c) => [c, c.sources.map(sourceId)]));

export class CatalogReader {
  readonly #run: RunStatements;
  readonly #count: RunStatements;
  readonly #often = distinctSources(catalogClasses).filter((source) => !isRare(source));
  readonly #rare = distinctSources(catalogClasses).filter(isRare);
  readonly #rareIds = this.#rare.map(sourceId);
  readonly #ledger = new KeyLedger(catalogClasses);
  readonly #rows = new ObjectRows();
  readonly #kinds = new Map<string, string>();
  readonly #prepared = new Set<CatalogClass | 'stamps' | 'followers'>();
  #stamps: Stamps | undefined;

  constructor(run: RunStatements) {
    const after = (open: readonly string[]): RunStatements => {
      return async (statements) => (await run([...open, ...statements])).slice(open.length);
    };
    this.#run = after(PRINT);
    this.#count = after(COUNT);
  }

  /**
   * The catalog as it is now. `rareToo: false`, when since the last read only tables and indexes were made, changed or dropped: the
   * catalogs of operators, roles, text search and the like are then not looked at, and any change in them is seen by the next full read.
   * Where an event trigger may have answered with statements of its own, everything is looked at all the same.
   */
  async read({ rareToo: wanted = true } = {}): Promise<Snapshot> {
    const before = this.#stamps;
    const rareToo = wanted || before?.of.get(sourceId(eventTriggers))?.count !== 0;
    const now = await this.#readStamps(before, rareToo);
    if (before === undefined || mustReadAll(before, now)) await this.#readAll(rareToo ? now : undefined);
    else await this.#readChanged(before, now);
    this.#stamps = now;
    return this.#rows.snapshot();
  }

  /** The session lost its prepared statements: they are prepared again when they are needed. */
  forgetStatements(): void {
    this.#prepared.clear();
  }

  async #readStamps(before: Stamps | undefined, rareToo: boolean): Promise<Stamps> {
    if (!this.#prepared.has('stamps')) {
      const prepare = (name: string, sources: readonly CatalogSource[]) =>
        `PREPARE ${name} (int) AS ${stampsQuery(sources)}`;
      await this.#count([prepare('shipgate_stamps', this.#often), prepare('shipgate_rare_stamps', this.#rare)]);
      this.#prepared.add('stamps');
    }
    const queries = [`EXECUTE shipgate_stamps (${ageOf(before?.horizon ?? 0n)})`];
    const isWhole = rareToo || before === undefined;
    if (isWhole) queries.push(`EXECUTE shipgate_rare_stamps (${ageOf(before?.rareHorizon ?? 0n)})`);
    const sets = await this.#count(queries);
    const often = parseStamps(this.#often, sets[0] ?? []);
    if (!isWhole)
      return {
        ...often,
        rareHorizon: before.rareHorizon,
        of: new Map([...unchanged(before, this.#rareIds), ...often.of]),
      };
    const rare = parseStamps(this.#rare, sets.at(-1) ?? []);
    return { ...often, rareHorizon: rare.horizon, of: new Map([...rare.of, ...often.of]) };
  }

  /** `now`: stamps of every source, by which a class that has no object is passed over. */
  async #readAll(now?: Stamps): Promise<void> {
    const classes = catalogClasses.filter((c) => now === undefined || mayHaveObjects(c, now));
    const keys = this.#ledger.queries();
    const sets = await this.#run([...keys, ...classes.map((c) => selectClass(c).replace('{keys}', 'true'))]);
    this.#ledger.reset(sets.slice(0, keys.length));
    this.#rows.clear();
    classes.forEach((c, index) => {
      this.#rows.add(c, parseRows(sets[keys.length + index] ?? []));
    });
  }

  async #readChanged(before: Stamps, now: Stamps): Promise<void> {
    const suspects = this.#ledger.suspects(now);
    const present = suspects.length === 0 ? [] : await this.#count(this.#ledger.queries(suspects));
    const seen = { lost: this.#ledger.settle(now, suspects, present), kinds: this.#kinds };
    for (const { changed } of now.of.values())
      for (const { key, kind } of changed) if (kind !== '') this.#kinds.set(key, kind);
    const stirred = stirredSources(before, now, seen);
    const reads = catalogClasses
      .filter((c) => SOURCES.get(c)?.some((id) => stirred.has(id)))
      .map((c) => planRead(c, before, now, seen))
      .filter((read) => read !== undefined);
    if (reads.length === 0) return;
    const queries = reads.filter((read) => read.keys === 'all' || read.keys.length > 0);
    await this.#prepare(queries);
    const sets = queries.length === 0 ? [] : await this.#run(queries.map(statement));
    const reshaped = this.#apply(
      reads,
      new Map(queries.map((read, index) => [read.class, parseRows(sets[index] ?? [])])),
    );
    if (reshaped === 'names') await this.#readAll();
    else if (reshaped === 'columns') await this.#followColumns();
  }

  async #prepare(reads: readonly ClassRead[]): Promise<void> {
    const missing = reads
      .filter((read) => read.keys !== 'all' && !this.#prepared.has(read.class))
      .map((read) => read.class);
    if (missing.length === 0) return;
    await this.#run(
      missing.map(
        (c) => `PREPARE ${preparedName(c)} (oid[]) AS ${selectClass(c).replace('{keys}', `${c.key} = ANY ($1)`)}`,
      ),
    );
    for (const c of missing) this.#prepared.add(c);
  }

  #apply(reads: readonly ClassRead[], rows: ReadonlyMap<CatalogClass, readonly ObjectRow[]>): Reshaped {
    const shapes = reads.map((read) => {
      const keys = read.keys === 'all' ? 'all' : [...read.keys, ...read.lost];
      return this.#rows.replace(read.class, keys, rows.get(read.class) ?? []);
    });
    if (shapes.includes('names')) return 'names';
    return shapes.includes('columns') ? 'columns' : 'no';
  }

  /** A definition may print other aliases once a relation it uses has other columns. */
  async #followColumns(): Promise<void> {
    const classes = catalogClasses.filter((c) => c.followsColumns !== undefined && this.#rows.has(c));
    if (classes.length === 0) return;
    if (!this.#prepared.has('followers')) {
      const followers = catalogClasses.filter((c) => c.followsColumns !== undefined);
      await this.#run(
        followers.map(
          (c) => `PREPARE ${preparedName(c)}_all AS ${selectClass(c).replace('{keys}', `(${c.followsColumns})`)}`,
        ),
      );
      this.#prepared.add('followers');
    }
    const sets = await this.#run(classes.map((c) => `EXECUTE ${preparedName(c)}_all`));
    classes.forEach((c, index) => {
      const rows = parseRows(sets[index] ?? []);
      this.#rows.replace(
        c,
        rows.map((row) => row.key),
        rows,
      );
    });
  }
}

/** What decides how everything is read or printed has changed; or the gap is too long to be worth the bookkeeping. */
function mustReadAll(before: Stamps, now: Stamps): boolean {
  const gaps = [now.horizon - before.horizon, now.rareHorizon - before.rareHorizon];
  const isLong = gaps.some((gap) => gap > BigInt(MOST_TRANSACTIONS));
  return isLong || decisiveSources.some((source) => moved(before, now, source));
}

/** Planning a query takes ten times as long as finding that it has no rows. The first source holds the objects themselves. */
function mayHaveObjects({ sources: [first] }: CatalogClass, now: Stamps): boolean {
  return first === undefined || first.mode === 'details' || now.of.get(sourceId(first))?.count !== 0;
}

/** Sources in which rows came, changed or went: most statements stir few of them. */
function stirredSources(before: Stamps, now: Stamps, { lost }: Seen): ReadonlySet<string> {
  const stirred = new Set(lost.keys());
  for (const [id, { changed, count }] of now.of)
    if (changed.length > 0 || before.of.get(id)?.count !== count) stirred.add(id);
  return stirred;
}

/** Stamps of sources that were not looked at. */
function unchanged(before: Stamps, ids: readonly string[]): readonly (readonly [string, Stamp])[] {
  return ids.map((id) => [id, { count: before.of.get(id)?.count ?? 0, changed: [] }] as const);
}

function planRead(c: CatalogClass, before: Stamps, now: Stamps, seen: Seen): ClassRead | undefined {
  if (c.needs !== undefined && now.of.get(sourceId(c.needs))?.count === 0) return undefined;
  if (c.sources.some((source) => source.mode === 'members' && moved(before, now, source)))
    return { class: c, keys: 'all', lost: [] };
  const keys = new Set(c.sources.flatMap((source) => changedKeys(source, now)));
  const gone = new Set<string>();
  c.sources.forEach((source, index) => {
    // A row that is gone from the first source is an object that is gone; from another one, a detail to be read again.
    for (const key of seen.lost.get(sourceId(source)) ?? []) (index === 0 ? gone : keys).add(key);
  });
  for (const key of gone) keys.delete(key);
  const wanted = c.sources[0]?.kind?.of;
  for (const key of keys) {
    const kind = seen.kinds.get(key);
    if (wanted !== undefined && kind !== undefined && !wanted.includes(kind)) keys.delete(key);
  }
  return keys.size + gone.size > 0 ? { class: c, keys: [...keys], lost: [...gone] } : undefined;
}

interface Seen {
  /** Keys that are gone, by source. */
  readonly lost: ReadonlyMap<string, readonly string[]>;
  /** Kinds of relations as far as they were seen: an index's columns are no table's. */
  readonly kinds: ReadonlyMap<string, string>;
}

function changedKeys(source: CatalogSource, now: Stamps): readonly string[] {
  const changed = now.of.get(sourceId(source))?.changed ?? [];
  return changed.filter(({ kind }) => source.kind === undefined || source.kind.of.includes(kind)).map(({ key }) => key);
}

function statement(read: ClassRead): string {
  if (read.keys === 'all') return selectClass(read.class).replace('{keys}', 'true');
  return `EXECUTE ${preparedName(read.class)} ('{${read.keys.join(',')}}')`;
}

function preparedName(c: CatalogClass): string {
  return `shipgate_${c.name.replaceAll(' ', '_')}`;
}

function parseRows(rows: ResultSet): readonly ObjectRow[] {
  return rows.map(([key, part, identity, attributes]) => ({
    key: String(key),
    part: String(part),
    identity: String(identity),
    attributes: String(attributes),
  }));
}
