/**
 * Which objects may have changed since the last read, in one query: every changed catalog row is a new row version, so its xmin
 * is a transaction that started since then; rows that went away are seen by their number and the sum of their keys.
 */
import type { CatalogClass, CatalogSource } from './class.ts';
import { extensionMembers } from './classes/database.ts';

/** More transactions than this since the last read: everything is read again. */
export const MOST_TRANSACTIONS = 2000;

/** How a class's source is found in the stamps: sources that several classes share are read once. */
export function distinctSources(classes: readonly CatalogClass[]): readonly CatalogSource[] {
  const seen = new Map<string, CatalogSource>();
  for (const source of [extensionMembers, ...classes.flatMap((c) => c.sources)]) seen.set(sourceId(source), source);
  return [...seen.values()];
}

export function sourceId(source: CatalogSource): string {
  return `${source.mode} ${source.catalog} ${source.key} ${source.where}`;
}

/** SQL, prepared with one parameter: the first transaction id that the last read did not see. Rows: number of source, count, sum of keys, changed keys. */
export function stampsQuery(sources: readonly CatalogSource[]): string {
  const horizon = 'pg_snapshot_xmax(pg_current_snapshot())::text::bigint';
  const branches = sources.map((source, index) => {
    const key = source.kind === undefined ? `(${source.key})::text` : `${source.kind.column}::text || (${source.key})::text`;
    const counted = source.mode === 'details' ? 'NULL, NULL' : `count(*)::text, ${source.mode === 'members' ? `sum((${source.key})::int8)::text` : 'NULL'}`;
    return `SELECT ${index}, ${counted}, string_agg(${key}, ',') FILTER (WHERE xmin = ANY ((SELECT ids FROM fresh)::xid[])), NULL
    FROM ${source.catalog} WHERE ${source.where}`;
  });
  return `WITH fresh AS MATERIALIZED (
    SELECT ${horizon} AS horizon, (
      SELECT coalesce(array_agg((g % 4294967296)::text::xid), '{}') FROM generate_series($1, least(${horizon}, $1 + ${MOST_TRANSACTIONS}) - 1) g
    ) AS ids
  )
  SELECT -1, NULL, NULL, NULL, horizon::text FROM fresh
  UNION ALL ${branches.join('\n  UNION ALL ')}`;
}

export interface Stamp {
  readonly count: number;
  readonly sum: string;
  /** Keys of changed rows, with their kind where the source has kinds. */
  readonly changed: readonly { readonly key: string; readonly kind: string }[];
}

export interface Stamps {
  readonly horizon: bigint;
  readonly of: ReadonlyMap<string, Stamp>;
}

export function parseStamps(sources: readonly CatalogSource[], rows: readonly (readonly unknown[])[]): Stamps {
  const of = new Map<string, Stamp>();
  let horizon = 0n;
  for (const [index, count, sum, changed, xmax] of rows) {
    const source = sources[Number(index)];
    if (source === undefined) horizon = BigInt(String(xmax));
    else {
      const start = source.kind === undefined ? 0 : 1;
      const keys = changed === null ? [] : String(changed).split(',');
      const parsed = keys.map((text) => ({ key: text.slice(start), kind: text.slice(0, start) }));
      of.set(sourceId(source), { count: Number(count), sum: String(sum), changed: parsed });
    }
  }
  return { horizon, of };
}

/** Rows of a source came, changed or went. */
export function moved(before: Stamps, now: Stamps, source: CatalogSource): boolean {
  const old = before.of.get(sourceId(source));
  const stamp = now.of.get(sourceId(source));
  return (stamp?.changed.length ?? 0) > 0 || old?.count !== stamp?.count || old?.sum !== stamp?.sum;
}
