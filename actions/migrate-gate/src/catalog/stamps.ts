/**
 * Which objects may have changed since the last read, in one query: every changed catalog row is a new row version, so its xmin
 * is a transaction that started since then; where rows went away, there are fewer of them, or others came.
 */
import type { CatalogClass, CatalogSource } from './class.ts';
import { extensionMembers } from './classes/database.ts';
import { decisiveForPrinting } from './classes/index.ts';

/** More transactions than this since the last read: everything is read again. */
export const MOST_TRANSACTIONS = 2000;

/** A change in these means that everything is read again: what belongs to an extension is not read at all, the others change what is printed. */
export const decisiveSources: readonly CatalogSource[] = [extensionMembers, ...decisiveForPrinting];

/** How a class's source is found in the stamps: sources that several classes share are read once. */
export function distinctSources(classes: readonly CatalogClass[]): readonly CatalogSource[] {
  const seen = new Map<string, CatalogSource>();
  for (const source of [...decisiveSources, ...classes.flatMap((c) => c.sources)]) seen.set(sourceId(source), source);
  return [...seen.values()];
}

const ids = new WeakMap<CatalogSource, string>();

/** The same id, the same rows with the same keys. Asked for hundreds of times a read, so it is kept. */
export function sourceId(source: CatalogSource): string {
  const known = ids.get(source);
  if (known !== undefined) return known;
  const id = `${source.mode} ${source.catalog} ${source.kind?.column ?? ''} ${source.key} ${source.where}`;
  ids.set(source, id);
  return id;
}

/** Catalogs that hold a row or more for every table: each is aggregated by itself, the many small ones together. */
const LARGE = new Set(['pg_class', 'pg_attribute', 'pg_constraint', 'pg_index', 'pg_depend', 'pg_type']);

/** Catalogs that statements about tables and indexes write to. */
const TABLES = new Set([
  ...LARGE,
  'pg_attrdef',
  'pg_sequence',
  'pg_inherits',
  'pg_trigger',
  'pg_rewrite',
  'pg_description',
  'pg_statistic_ext',
  'pg_policy',
  'pg_foreign_table',
  'pg_publication_rel',
]);

/** Whether only statements about other things than tables and indexes lead here. */
export function isRare(source: CatalogSource): boolean {
  return !TABLES.has(source.catalog);
}

/** SQL, prepared with one parameter: the age of the first transaction that the last read did not see. Rows: number of source, count (NULL or of fresh rows alone for details), changed keys; a source without rows may be missing. */
export function stampsQuery(sources: readonly CatalogSource[]): string {
  // The oldest transaction that may still write: with one session, the next one.
  const horizon = 'pg_snapshot_xmin(pg_current_snapshot())::text::bigint';
  const large = sources.flatMap((source, index) => (LARGE.has(source.catalog) ? [aggregated(source, index)] : []));
  const small = sources.flatMap((source, index) => (LARGE.has(source.catalog) ? [] : [rowsOf(source, index)]));
  return `SELECT -1 AS source, NULL::bigint, NULL::text, ${horizon} AS horizon
  ${large.map((branch) => `UNION ALL ${branch}`).join('\n  ')}
  UNION ALL SELECT source, count(*), string_agg(kind::text || key::text, ',') FILTER (WHERE ${fresh('version')}), NULL
  FROM (${small.join('\n    UNION ALL ')}) rows GROUP BY source`;
}

/**
 * Whether the transaction that wrote the row is the last read's horizon or a later one: it is not older. Rows of initdb are infinitely
 * old (xid_age in PostgreSQL's xid.c).
 */
function fresh(version: string): string {
  return `age(${version}) <= $1`;
}

/** SQL: the parameter of a stampsQuery. Worked out once, when the query is called. */
export function ageOf(horizon: bigint): string {
  return `age('${horizon % 4_294_967_296n}'::xid)`;
}

function aggregated(source: CatalogSource, index: number): string {
  const key =
    source.kind === undefined ? `(${source.key})::text` : `${source.kind.column}::text || (${source.key})::text`;
  const from = `FROM ${source.catalog} WHERE (${source.where})`;
  // Details come and go with their objects, so that nobody counts them, and rows that are not fresh need not be looked at further.
  if (source.mode === 'details')
    return `SELECT ${index}, NULL, string_agg(${key}, ','), NULL ${from} AND ${fresh('xmin')}`;
  return `SELECT ${index}, count(*), string_agg(${key}, ',') FILTER (WHERE ${fresh('xmin')}), NULL ${from}`;
}

function rowsOf(source: CatalogSource, index: number): string {
  const kind = source.kind === undefined ? `''::"char"` : source.kind.column;
  const counted = source.mode === 'details' ? fresh('xmin') : 'true';
  return `SELECT ${index} AS source, (${source.key})::oid AS key, ${kind} AS kind, xmin AS version
    FROM ${source.catalog} WHERE ${counted} AND (${source.where})`;
}

export interface Stamp {
  /** Of details: of no meaning. */
  readonly count: number;
  /** Keys of changed rows, with their kind where the source has kinds. */
  readonly changed: readonly { readonly key: string; readonly kind: string }[];
}

export interface Stamps {
  /** First transaction id that was not seen; of the rare sources it may be an older one. */
  readonly horizon: bigint;
  readonly rareHorizon: bigint;
  readonly of: ReadonlyMap<string, Stamp>;
}

/** Rows of one stampsQuery. */
export function parseStamps(
  sources: readonly CatalogSource[],
  rows: readonly (readonly unknown[])[],
): { readonly horizon: bigint; readonly of: ReadonlyMap<string, Stamp> } {
  const of = new Map(sources.map((source) => [sourceId(source), NO_ROWS]));
  let horizon = 0n;
  for (const [index, count, changed, xmax] of rows) {
    const source = sources[Number(index)];
    if (source === undefined) horizon = BigInt(String(xmax));
    else of.set(sourceId(source), { count: Number(count), changed: parseKeys(source, changed) });
  }
  return { horizon, of };
}

const NO_ROWS: Stamp = { count: 0, changed: [] };

function parseKeys(source: CatalogSource, changed: unknown): Stamp['changed'] {
  const start = source.kind === undefined ? 0 : 1;
  const keys = changed === null ? [] : String(changed).split(',');
  return keys.map((text) => ({ key: text.slice(start), kind: text.slice(0, start) }));
}

/** Rows of a source came, changed or went: whoever went left one fewer, or another came. Not for details. */
export function moved(before: Stamps, now: Stamps, source: CatalogSource): boolean {
  const old = before.of.get(sourceId(source));
  const stamp = now.of.get(sourceId(source));
  return (stamp?.changed.length ?? 0) > 0 || old?.count !== stamp?.count;
}
