/**
 * goose (github.com/pressly/goose v3, read at 3.29).
 * Names: migrate.go, collectMigrationsFS: `*.sql` and `*.go` of the folder itself. migration.go, NumericComponent: the
 * version is what stands before the first `_`, a number from 1 to the largest int64. A `.sql` file without one makes
 * goose's command (and goose.Up) refuse the folder; a `.go` file without one, and `_test.go`, is passed over.
 * Order: numeric. Two files of one version: goose panics.
 * Both directions stand in one file: see goose-statements.ts.
 * Out of order: up.go, a version that is missing below the highest recorded one is refused (`-allow-missing` is not
 * seen here).
 */
import { type FolderFile, filesBelow } from './folder.ts';
import { splitGoose } from './goose-statements.ts';
import type { Direction, Layout, Listing, MigrationEntry, Script } from './layout.ts';
import { collect, pair, type Reading } from './listing.ts';
import { compareIntegers } from './order.ts';

const LARGEST_INT64 = (1n << 63n) - 1n;

function read({ base, parents }: FolderFile): Reading {
  const extension = /\.(sql|go)$/.exec(base)?.[1];
  if (parents.length > 0 || extension === undefined || base.endsWith('_test.go')) return { role: 'ignored' };
  const version = versionOf(base);
  const id = base.slice(0, -extension.length - 1);
  if (extension === 'go') {
    const expected = 'a SQL migration: this version runs no Go code';
    return version === null ? { role: 'ignored' } : { role: 'program', version, expected };
  }
  if (version === null) return { role: 'refused', expected: '<version>_<name>.sql, the version a whole number from 1' };
  return { role: 'both', version, name: id.slice(id.indexOf('_') + 1), id };
}

function versionOf(base: string): string | null {
  const digits = /^\+?([0-9]+)_/.exec(base)?.[1];
  if (digits === undefined) return null;
  const value = BigInt(digits);
  return value >= 1n && value <= LARGEST_INT64 ? digits : null;
}

export const goose: Layout = {
  tool: 'goose',
  outOfOrder: 'refused',
  compare: compareIntegers,
  list(folder: string, files: readonly string[]): Listing {
    return pair(collect(filesBelow(folder, files), read), compareIntegers, (version) => String(BigInt(version)), true);
  },
  script(entry: MigrationEntry, direction: Direction, text: string): Script | null {
    const { statements, transaction, hasSection } = splitGoose(entry.up, text, direction);
    return hasSection ? { file: entry.up, chunks: statements, transaction } : null;
  },
  extras: () => [],
};
