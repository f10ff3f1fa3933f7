/**
 * golang-migrate (github.com/golang-migrate/migrate v4).
 * Names: source/parse.go, `^([0-9]+)_(.*)\.(down|up)\.(.*)$`, whatever the extension; a version beyond uint64 does not
 * parse and the file is passed over. Only the folder itself is read: source/iofs/iofs.go, Init.
 * Pairing: by version alone, the titles may differ; two files of one version and direction are an error:
 * source/migration.go.
 * Order: numeric, "001" is "1".
 * Sending: database/postgres and database/pgx, Run: the whole file in one Exec without arguments, which is one message
 * of the simple query protocol, so its statements are one implicit transaction unless the file says BEGIN itself
 * (PostgreSQL manual, "Multiple Statements in a Simple Query"). `x-multi-statement`, a part of the database URL, is not
 * seen here.
 * Out of order: migrate.go, readUp goes to the next version above the recorded one, so a lower new one never runs.
 */
import { type FolderFile, filesBelow } from './folder.ts';
import type { Direction, Layout, Listing, MigrationEntry, Script } from './layout.ts';
import { collect, pair, type Reading } from './listing.ts';
import { compareIntegers } from './order.ts';

export const PAIRED_NAME = /^([0-9]+)_([^\n]*)\.(down|up)\.([^\n]*)$/;
const EXPECTED = '<version>_<title>.up.sql or <version>_<title>.down.sql';
const LARGEST_UINT64 = (1n << 64n) - 1n;

function read({ base, parents }: FolderFile): Reading {
  if (parents.length > 0) return { role: 'ignored' };
  const match = PAIRED_NAME.exec(base);
  if (match === null)
    return /^[0-9].*\.sql$/s.test(base) ? { role: 'skipped', expected: EXPECTED } : { role: 'ignored' };
  const [, version = '', name = '', direction] = match;
  if (BigInt(version) > LARGEST_UINT64) return { role: 'skipped', expected: `a version up to ${LARGEST_UINT64}` };
  return { role: direction === 'up' ? 'up' : 'down', version, name, id: `${version}_${name}` };
}

export const golangMigrate: Layout = {
  tool: 'golang-migrate',
  outOfOrder: 'skipped',
  compare: compareIntegers,
  list(folder: string, files: readonly string[]): Listing {
    return pair(collect(filesBelow(folder, files), read), compareIntegers, (version) => String(BigInt(version)));
  },
  script(entry: MigrationEntry, direction: Direction, text: string): Script | null {
    const file = entry[direction];
    if (file === null) return null;
    // runStatement sends nothing for a blank file.
    return { file, chunks: text.trim() === '' ? [] : [{ sql: text, offset: 0 }], transaction: 'none' };
  },
  extras: () => [],
};
