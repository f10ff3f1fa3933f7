/**
 * dbmate (github.com/amacneil/dbmate v2, read at 2.35).
 * Names: pkg/dbmate/db.go, `^(\d+).*\.sql$`, the version is the leading digits as text; only the folder itself is read.
 * Order: by file name, byte by byte, so "10_x" runs before "1_x" and "9_x".
 * Sections: pkg/dbmate/migration.go. One or more pairs of `-- migrate:up` and `-- migrate:down`, each pair in that
 * order, both required; before the first only blank lines and `--` comments. The section is sent with its marker line.
 * Transaction: each section by itself, unless its marker line says `transaction:false`.
 * Sending: one Exec without arguments, which is one message of the simple query protocol.
 * Out of order: db.go, Migrate applies everything that is not recorded, low ones too (`--strict` refuses; it is not
 * seen here).
 * With PostgreSQL a file with several pairs is recorded twice under one primary key, so dbmate fails at the second;
 * file mode runs the SQL of all pairs, in the order of the file, as dbmate documents it.
 */

import { placeOf } from '../sql/place.ts';
import { type FolderFile, filesBelow } from './folder.ts';
import {
  type Chunk,
  type Direction,
  type Layout,
  type Listing,
  type MigrationEntry,
  type Script,
  ScriptError,
} from './layout.ts';
import { collect, pair, type Reading } from './listing.ts';
import { compareText } from './order.ts';

// Go's \s is [\t\n\f\r ] and its (?m)^ and $ know only "\n"; JavaScript's are wider.
const SPACE = '[\\t\\n\\f\\r ]';
const MARKER_END = `(?:${SPACE}*(?![^\\n])|${SPACE}+[^\\t\\n\\f\\r ]+)`;
const marker = (direction: string): RegExp =>
  new RegExp(`(?<![^\\n])--${SPACE}*migrate:${direction}${MARKER_END}`, 'g');
const UP = marker('up');
const DOWN = marker('down');

interface Section {
  readonly sql: string;
  readonly offset: number;
  readonly transactional: boolean;
}

/** True when dbmate would take the text for a migration. */
export function hasDbmateMarker(text: string): boolean {
  return text.search(UP) >= 0;
}

function read({ base, parents }: FolderFile): Reading {
  const version = /^([0-9]+)[^\n]*\.sql$/.exec(base)?.[1];
  if (parents.length > 0 || version === undefined) return { role: 'ignored' };
  const id = base.slice(0, -'.sql'.length);
  return { role: 'both', version, name: id.slice(version.length).replace(/^_/, ''), id };
}

/** Start of the section: blank lines and comments above it are free. */
function checkHead(file: string, text: string, firstUp: number): void {
  const head = text.slice(0, firstUp);
  for (const { 0: line, index } of head.matchAll(/[^\n]+/g)) {
    if (/^[\t\f\r ]*(?:--|$)/.test(line)) continue;
    const { line: at } = placeOf(text, index);
    throw new ScriptError(file, at, 1, "nothing but comments before '-- migrate:up'", line.trim());
  }
}

function sections(file: string, text: string, direction: Direction): Section[] {
  const ups = [...text.matchAll(UP)].map(({ index }) => index);
  const [firstUp] = ups;
  if (firstUp === undefined) throw new ScriptError(file, 1, 1, "a line '-- migrate:up'", 'none');
  checkHead(file, text, firstUp);
  return ups.map((start, nth) => {
    const end = ups[nth + 1] ?? text.length;
    const down = downMarker(file, text, start, end);
    return direction === 'up' ? section(text, start, down) : section(text, down, end);
  });
}

/** Offset of the one `-- migrate:down` between two offsets. */
function downMarker(file: string, text: string, start: number, end: number): number {
  const downs = [...text.slice(start, end).matchAll(DOWN)].map(({ index }) => start + index);
  const [first, second] = downs;
  if (first !== undefined && second === undefined) return first;
  const { line } = placeOf(text, second ?? start);
  const expected = "one '-- migrate:down' after each '-- migrate:up'";
  throw new ScriptError(file, line, 1, expected, second === undefined ? 'none' : 'a second one');
}

function section(text: string, start: number, end: number): Section {
  const sql = text.slice(start, end);
  const [markerLine = ''] = sql.split('\n', 1);
  const options = markerLine.replace(/^--[\t\f\r ]*migrate:(?:up|down)/, '').trim();
  const pairs = options.split(/[\t\f\r ]+/).map((option) => option.split(':'));
  // The last mention counts; a word with two colons is no option.
  const last = pairs.findLast(([name, , ...rest]) => name === 'transaction' && rest.length === 0);
  return { sql, offset: start, transactional: last?.[1] !== 'false' };
}

function assemble(file: string, parts: readonly Section[]): Script {
  const [only] = parts;
  if (parts.length === 1 && only) {
    return {
      file,
      chunks: [{ sql: only.sql, offset: only.offset }],
      transaction: only.transactional ? 'wrapped' : 'none',
    };
  }
  // Each section has a transaction of its own: its BEGIN and COMMIT are messages too.
  const chunks = parts.flatMap(({ sql, offset, transactional }): Chunk[] => {
    const chunk = { sql, offset };
    if (!transactional) return [chunk];
    return [{ sql: 'BEGIN', offset }, chunk, { sql: 'COMMIT', offset: offset + sql.length }];
  });
  return { file, chunks, transaction: 'none' };
}

export const dbmate: Layout = {
  tool: 'dbmate',
  outOfOrder: 'applied',
  // By file name: after the digits there is a "_" in every name that `dbmate new` makes.
  compare: (a, b) => compareText(`${a}_`, `${b}_`),
  list(folder: string, files: readonly string[]): Listing {
    const listing = pair(collect(filesBelow(folder, files), read), compareText, (version) => version, true);
    return { ...listing, migrations: listing.migrations.toSorted((a, b) => compareText(a.up, b.up)) };
  },
  script(entry: MigrationEntry, direction: Direction, text: string): Script | null {
    return assemble(entry.up, sections(entry.up, text, direction));
  },
  extras: () => [],
};
