/**
 * diesel (crates migrations_internals 2.3 and diesel_migrations 2.3).
 * Names: every folder directly below the migration folder that does not begin with `.` is a migration and must hold
 * `up.sql`, or diesel refuses them all: file_based_migrations.rs, from_path. Files beside the folders are passed over.
 * Version: the folder's name up to the first `_`, without its dashes: migrations_internals, version_from_string.
 * Order: MigrationVersion is a string and is compared by its bytes (diesel/src/migration/mod.rs), so "10" runs before
 * "9".
 * Transaction: metadata.toml beside up.sql. Without the file, or when it cannot be read, in a transaction; with the
 * file the key `run_in_transaction` is false when it is missing (serde's default for a bool): TomlMetadata. It holds
 * for both directions.
 * Sending: batch_execute, the whole file in one message of the simple query protocol; a file of 0 bytes is an error.
 * Out of order: migration_harness.rs, pending_migrations is everything that is not recorded, low ones too.
 */
import { parse } from 'smol-toml';
import { type FolderFile, filesBelow } from './folder.ts';
import { type Direction, type Layout, type Listing, type MigrationEntry, type Script, ScriptError } from './layout.ts';
import { collect, pair, type Reading } from './listing.ts';
import { compareText } from './order.ts';

const EXPECTED = '<version>_<name>/up.sql and <version>_<name>/down.sql';

const key = (version: string): string => version.replaceAll('-', '');

function compare(a: string, b: string): number {
  return compareText(key(a), key(b));
}

function read({ base, parents }: FolderFile, inMigration: boolean): Reading {
  const [id = ''] = parents;
  if (parents.length === 0)
    return /^[0-9].*\.sql$/s.test(base) ? { role: 'skipped', expected: EXPECTED } : { role: 'ignored' };
  if (id.startsWith('.')) return { role: 'ignored' };
  const cut = id.indexOf('_');
  const version = cut < 0 ? id : id.slice(0, cut);
  const name = cut < 0 ? '' : id.slice(cut + 1);
  if (parents.length === 1 && base === 'up.sql') return { role: 'up', version, name, id };
  if (parents.length === 1 && base === 'down.sql') return { role: 'down', version, name, id };
  return inMigration ? { role: 'ignored' } : { role: 'refused', expected: EXPECTED };
}

function runsInTransaction(metadata: string | undefined): boolean {
  if (metadata === undefined) return true;
  try {
    const value = parse(metadata)['run_in_transaction'];
    // diesel takes its default, true, for a file that it cannot deserialise.
    return value === undefined ? false : typeof value === 'boolean' ? value : true;
  } catch {
    return true;
  }
}

const metadataPath = (entry: MigrationEntry): string => `${entry.up.slice(0, -'up.sql'.length)}metadata.toml`;

export const diesel: Layout = {
  tool: 'diesel',
  outOfOrder: 'applied',
  compare,
  list(folder: string, files: readonly string[]): Listing {
    const below = filesBelow(folder, files);
    const held = below.filter(({ base, parents }) => parents.length === 1 && /^(?:up|down)\.sql$/.test(base));
    const migrations = new Set(held.map(({ parents }) => parents[0]));
    return pair(
      collect(below, (file) => read(file, migrations.has(file.parents[0]))),
      compare,
      key,
    );
  },
  script(
    entry: MigrationEntry,
    direction: Direction,
    text: string,
    extras: ReadonlyMap<string, string>,
  ): Script | null {
    const file = entry[direction];
    if (file === null) return null;
    if (text === '') throw new ScriptError(file, 1, 1, 'a file with SQL or at least a comment', 'an empty file');
    const transaction = runsInTransaction(extras.get(metadataPath(entry))) ? 'wrapped' : 'none';
    return { file, chunks: [{ sql: text, offset: 0 }], transaction };
  },
  extras(entry: MigrationEntry, files: readonly string[]): readonly string[] {
    return files.filter((file) => file === metadataPath(entry));
  },
};
