/**
 * Flyway (flyway-core 10.22; PostgreSQLParser is the same up to 12.0), with its default prefixes and suffix.
 * Names: ResourceNameParser: prefix, version, `__`, description, `.sql`; the description may be missing. A name whose
 * version does not parse ("V2024_add.sql" says version "2024_add") is passed over in silence (`validateMigrationNaming`
 * is false). Folders are read with all that is below them: Scanner.
 * Order: MigrationVersion: `_` is `.`, parts compare as numbers, missing parts are 0: "1.0" is "1", "1.10" comes after
 * "1.9". Two migrations of one version are an error: CompositeMigrationResolver.
 * Pairing: `U<version>__*.sql` undoes `V<version>__*.sql`, whatever the descriptions (paid editions).
 * `R__*.sql` runs after the versioned ones whenever its text changes; it has no version and no way back: listed, not
 * proven.
 * Baselines (`B…`) and callbacks (`beforeMigrate.sql`, …) are not run here.
 * Out of order: `migrate` validates first and refuses a version below the highest applied one: MigrationInfoImpl,
 * "Detected resolved migration not applied to database" (`outOfOrder` is false).
 * Statements and transactions: flyway-statements.ts. Placeholders: flyway-placeholders.ts.
 */

import { flywayScript } from './flyway-statements.ts';
import { type FolderFile, filesBelow } from './folder.ts';
import type { Direction, Layout, Listing, MigrationEntry, Script } from './layout.ts';
import { collect, pair, type Reading } from './listing.ts';

const VERSION = /^[+-]?[0-9]+(?:[._][0-9]+)*$/;
const EXPECTED = 'V<version>__<description>.sql, the version of digits, dots and single underscores';

/** Parts of a version without trailing zeros, which do not count. */
function parts(version: string): readonly bigint[] {
  const numbers = version.split(/[._]/).map((part) => BigInt(part.replace(/^\+/, '')));
  return numbers.slice(0, numbers.findLastIndex((number) => number !== 0n) + 1);
}

function compare(a: string, b: string): number {
  const left = parts(a);
  const right = parts(b);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [l, r] = [left[at] ?? 0n, right[at] ?? 0n];
    if (l !== r) return l < r ? -1 : 1;
  }
  return 0;
}

function read({ base }: FolderFile): Reading {
  if (!base.endsWith('.sql')) return program(base);
  const id = base.slice(0, -'.sql'.length);
  if (id.startsWith('R__')) return { role: 'repeatable' };
  const prefix = id[0];
  if (prefix !== 'V' && prefix !== 'U') return { role: 'ignored' };
  const cut = id.indexOf('__');
  const version = id.slice(1, cut < 0 ? undefined : cut);
  if (!VERSION.test(version))
    return /^[VU][0-9]/.test(id) ? { role: 'skipped', expected: EXPECTED } : { role: 'ignored' };
  return { role: prefix === 'V' ? 'up' : 'down', version, name: cut < 0 ? '' : id.slice(cut + 2), id };
}

/** Migrations in Java are classes of the same names. */
function program(base: string): Reading {
  const version = /^V([0-9]+(?:_[0-9]+)*)__.*\.(?:java|kt|groovy|class)$/s.exec(base)?.[1];
  if (version === undefined) return { role: 'ignored' };
  return { role: 'program', version, expected: 'a SQL migration: this version runs no code' };
}

/** True for a name that Flyway runs as a versioned or repeatable SQL migration. */
export function isFlywayName(file: FolderFile): boolean {
  const { role } = read(file);
  return role === 'up' || role === 'down' || role === 'repeatable';
}

const configurationOf = (file: string): string => `${file}.conf`;

export const flyway: Layout = {
  tool: 'flyway',
  outOfOrder: 'refused',
  compare,
  list(folder: string, files: readonly string[]): Listing {
    return pair(collect(filesBelow(folder, files), read), compare, (version) => parts(version).join('.'));
  },
  script(
    entry: MigrationEntry,
    direction: Direction,
    text: string,
    extras: ReadonlyMap<string, string>,
  ): Script | null {
    const file = entry[direction];
    if (file === null) return null;
    const name = configurationOf(file);
    const configuration = extras.get(name);
    return flywayScript(file, text, configuration === undefined ? null : { file: name, text: configuration });
  },
  extras(entry: MigrationEntry, files: readonly string[]): readonly string[] {
    const wanted = [entry.up, ...(entry.down === null ? [] : [entry.down])].map(configurationOf);
    return files.filter((file) => wanted.includes(file));
  },
};
