/**
 * sqlx (crate sqlx-core 0.8 and 0.9, src/migrate; sqlx-cli).
 * Names: source.rs, resolve: the folder's own files, cut at the first `_`; those without `_` or not ending in `.sql`
 * are passed over; of the rest the first part must parse as i64, or the whole folder is refused. migration_type.rs:
 * `.up.sql` and `.down.sql` are the two ways of one migration, any other `.sql` is a simple one without a way back.
 * Order: by version as a number. Versions are the primary key of `_sqlx_migrations`, so two of one version cannot both
 * run.
 * Transaction: source.rs, a file that starts with `-- no-transaction` runs without one; sqlx-postgres/src/migrate.rs
 * wraps every other file. Each file decides for itself. Sending: the whole file in one message of the simple query
 * protocol.
 * Out of order: migrator.rs, run (and sqlx-cli) applies every version that is not recorded yet, low ones too.
 */
import { type FolderFile, filesBelow } from './folder.ts';
import type { Direction, Layout, Listing, MigrationEntry, Script } from './layout.ts';
import { collect, pair, type Reading } from './listing.ts';
import { compareIntegers } from './order.ts';

/** What a file without a transaction must start with. */
export const NO_TRANSACTION = '-- no-transaction';
const LARGEST_INT64 = (1n << 63n) - 1n;

function read({ base, parents }: FolderFile): Reading {
  const cut = base.indexOf('_');
  if (parents.length > 0 || !base.endsWith('.sql')) return { role: 'ignored' };
  const expected = '<version>_<description>.sql, .up.sql or .down.sql, the version a whole number';
  if (cut < 0) return /^[0-9]/.test(base) ? { role: 'skipped', expected } : { role: 'ignored' };
  const number = integer(base.slice(0, cut));
  if (number === null) return { role: 'refused', expected };
  const rest = base.slice(cut + 1);
  const role = rest.endsWith('.down.sql') ? 'down' : 'up';
  const name = rest.replace(/(?:\.up|\.down)?\.sql$/, '');
  return { role, version: number, name, id: `${base.slice(0, cut)}_${name}` };
}

/**
 * The digits as they stand in the name (BigInt refuses a plus sign, which Rust's parse takes), or null when they are no
 * i64.
 */
function integer(text: string): string | null {
  if (!/^[+-]?[0-9]+$/.test(text)) return null;
  const digits = text.replace(/^\+/, '');
  const value = BigInt(digits);
  return value > LARGEST_INT64 || value < -LARGEST_INT64 - 1n ? null : digits;
}

export const sqlx: Layout = {
  tool: 'sqlx',
  outOfOrder: 'applied',
  compare: compareIntegers,
  list(folder: string, files: readonly string[]): Listing {
    return pair(collect(filesBelow(folder, files), read), compareIntegers, (version) => String(BigInt(version)));
  },
  script(entry: MigrationEntry, direction: Direction, text: string): Script | null {
    const file = entry[direction];
    if (file === null) return null;
    const transaction = text.startsWith(NO_TRANSACTION) ? 'none' : 'wrapped';
    return { file, chunks: [{ sql: text, offset: 0 }], transaction };
  },
  extras: () => [],
};
