/**
 * Reads the whole catalog, and after that only what has changed: a fingerprint costs about as much as the migration it follows.
 * Its promise, held by tests: an incremental read gives what a read of everything gives.
 */
import type { CatalogClass, CatalogSource } from './class.ts';
import { selectClass } from './class.ts';
import { catalogClasses } from './classes/index.ts';
import { KeyLedger } from './key-ledger.ts';
import type { ObjectRow, Reshaped } from './object-rows.ts';
import { ObjectRows } from './object-rows.ts';
import type { Stamps } from './stamps.ts';
import { decisiveSources, distinctSources, MOST_TRANSACTIONS, moved, parseStamps, sourceId, stampsQuery } from './stamps.ts';

/** One fingerprint: class, tab, identity -> attributes as JSON text with sorted keys. Never changed once given out. */
export type Catalog = ReadonlyMap<string, string>;

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

/** Whatever a session or its database has set: definitions print in one way, and prepared plans are kept. */
const SETTINGS = {
  search_path: '',
  DateStyle: 'ISO',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  extra_float_digits: '1',
  quote_all_identifiers: 'off',
  bytea_output: 'hex',
  plan_cache_mode: 'force_generic_plan',
};
const PREPARE_SETTINGS = `PREPARE shipgate_settings AS SELECT ${Object.entries(SETTINGS)
  .map(([name, value]) => `set_config('${name}', '${value}', true)`)
  .join(', ')}`;
const OPEN = ['BEGIN READ ONLY', 'EXECUTE shipgate_settings'];

export class CatalogReader {
  readonly #run: RunStatements;
  readonly #sources = distinctSources(catalogClasses);
  readonly #ledger = new KeyLedger(catalogClasses);
  readonly #rows = new ObjectRows();
  readonly #prepared = new Set<CatalogClass | 'stamps' | 'followers'>();
  #stamps: Stamps | undefined;

  constructor(run: RunStatements) {
    this.#run = run;
  }

  /** The catalog as it is now. */
  async read(): Promise<Catalog> {
    const before = this.#stamps;
    const now = await this.#readStamps(before?.horizon ?? 0n);
    if (before === undefined || mustReadAll(before, now)) await this.#readAll();
    else await this.#readChanged(before, now);
    await this.#run(['COMMIT']);
    this.#stamps = now;
    return this.#rows.catalog();
  }

  async #readStamps(horizon: bigint): Promise<Stamps> {
    if (!this.#prepared.has('stamps')) {
      await this.#run([PREPARE_SETTINGS, `PREPARE shipgate_stamps (bigint) AS ${stampsQuery(this.#sources)}`]);
      this.#prepared.add('stamps');
    }
    const sets = await this.#run([...OPEN, `EXECUTE shipgate_stamps (${horizon})`]);
    return parseStamps(this.#sources, sets.at(-1) ?? []);
  }

  async #readAll(): Promise<void> {
    const keys = this.#ledger.queries();
    const sets = await this.#run([...keys, ...catalogClasses.map((c) => selectClass(c).replace('{keys}', 'true'))]);
    this.#ledger.reset(sets.slice(0, keys.length));
    this.#rows.clear();
    catalogClasses.forEach((c, index) => {
      this.#rows.add(c, parseRows(sets[keys.length + index] ?? []));
    });
  }

  async #readChanged(before: Stamps, now: Stamps): Promise<void> {
    const suspects = this.#ledger.suspects(now);
    const present = suspects.length === 0 ? [] : await this.#run(this.#ledger.queries(suspects));
    const lost = this.#ledger.settle(now, suspects, present);
    const reads = catalogClasses.map((c) => planRead(c, before, now, lost)).filter((read) => read !== undefined);
    if (reads.length === 0) return;
    const queries = reads.filter((read) => read.keys === 'all' || read.keys.length > 0);
    await this.#prepare(queries);
    const sets = queries.length === 0 ? [] : await this.#run(queries.map(statement));
    const reshaped = this.#apply(reads, new Map(queries.map((read, index) => [read.class, parseRows(sets[index] ?? [])])));
    if (reshaped === 'names') await this.#readAll();
    else if (reshaped === 'columns') await this.#followColumns();
  }

  async #prepare(reads: readonly ClassRead[]): Promise<void> {
    const missing = reads.filter((read) => read.keys !== 'all' && !this.#prepared.has(read.class)).map((read) => read.class);
    if (missing.length === 0) return;
    await this.#run(missing.map((c) => `PREPARE ${preparedName(c)} (oid[]) AS ${selectClass(c).replace('{keys}', `${c.key} = ANY ($1)`)}`));
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
      await this.#run(followers.map((c) => `PREPARE ${preparedName(c)}_all AS ${selectClass(c).replace('{keys}', `(${c.followsColumns})`)}`));
      this.#prepared.add('followers');
    }
    const sets = await this.#run(classes.map((c) => `EXECUTE ${preparedName(c)}_all`));
    classes.forEach((c, index) => {
      const rows = parseRows(sets[index] ?? []);
      this.#rows.replace(c, rows.map((row) => row.key), rows);
    });
  }
}

/** What decides how everything is read or printed has changed; or the gap is too long to be worth the bookkeeping. */
function mustReadAll(before: Stamps, now: Stamps): boolean {
  const isLong = now.horizon - before.horizon > BigInt(MOST_TRANSACTIONS);
  return isLong || decisiveSources.some((source) => moved(before, now, source));
}

function planRead(c: CatalogClass, before: Stamps, now: Stamps, lost: ReadonlyMap<string, readonly string[]>): ClassRead | undefined {
  if (c.sources.some((source) => source.mode === 'members' && moved(before, now, source))) return { class: c, keys: 'all', lost: [] };
  const keys = new Set(c.sources.flatMap((source) => changedKeys(source, now)));
  const gone = new Set<string>();
  c.sources.forEach((source, index) => {
    // A row that is gone from the first source is an object that is gone; from another one, a detail to be read again.
    for (const key of lost.get(sourceId(source)) ?? []) (index === 0 ? gone : keys).add(key);
  });
  for (const key of gone) keys.delete(key);
  return keys.size + gone.size > 0 ? { class: c, keys: [...keys], lost: [...gone] } : undefined;
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
