/**
 * How a migration tool lays out, orders, pairs and sends its files. One adapter per tool, no I/O: names and texts come
 * in.
 */

export type Tool = 'golang-migrate' | 'goose' | 'dbmate' | 'diesel' | 'sqlx' | 'flyway';
export type Direction = 'up' | 'down';

/** What the tool sends to the server for one direction of one migration. */
export interface Script {
  /** Path from the top of the repository. */
  readonly file: string;
  /** The parts as the tool sends them, one message each, with their place (UTF-16 offset) in the file's text. */
  readonly chunks: readonly Chunk[];
  /**
   * wrapped: BEGIN … COMMIT around all chunks; none: each chunk by itself (several statements in one message are one
   * implicit transaction).
   */
  readonly transaction: 'wrapped' | 'none';
}

export interface Chunk {
  readonly sql: string;
  readonly offset: number;
}

/** One migration as the names of its files tell it. */
export interface MigrationEntry {
  /** As the tool reads it from the name: "0014", "20240102030405", "2024-01-02-000000", "1.2". */
  readonly version: string;
  /** The rest of the name, without direction and extension: "orders_priority". */
  readonly name: string;
  /** How people call it, the file name without direction and extension: "0014_orders_priority". */
  readonly id: string;
  /** File (from the top of the repository) that holds the way up. */
  readonly up: string;
  /** File that holds the way down: the same one for goose and dbmate, null when there is none. */
  readonly down: string | null;
}

/** A fault of the folder that the names alone betray. */
export type ListingFault =
  | { readonly kind: 'duplicate-version'; readonly version: string; readonly files: readonly string[] }
  | { readonly kind: 'down-without-up'; readonly version: string; readonly file: string }
  /** The tool refuses to start because of this file's name. */
  | { readonly kind: 'refused-name'; readonly file: string; readonly expected: string }
  /** The tool runs this file, but it is a program, not SQL: file mode cannot prove it. */
  | { readonly kind: 'not-sql'; readonly version: string; readonly file: string; readonly expected: string }
  /** SQL named almost like a migration, which the tool passes over in silence. */
  | { readonly kind: 'skipped-name'; readonly file: string; readonly expected: string };

export interface Listing {
  /** In the order in which the tool runs them. */
  readonly migrations: readonly MigrationEntry[];
  readonly faults: readonly ListingFault[];
  /** Files of the folder that the tool does not run (README, seeds); repeatables that are not proven. */
  readonly ignored: readonly string[];
  readonly repeatable: readonly string[];
}

/** A fault inside a file that makes the tool refuse it. */
export class ScriptError extends Error {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What the tool would have accepted. */
  readonly expected: string;
  readonly got: string;
  constructor(file: string, line: number, column: number, expected: string, got: string) {
    super(`${file}:${line}:${column}: expected ${expected}, got ${got}`);
    this.file = file;
    this.line = line;
    this.column = column;
    this.expected = expected;
    this.got = got;
  }
}

export interface Layout {
  readonly tool: Tool;
  /**
   * What the tool does with a new migration whose version is below one that already ran. Source cited in the adapter.
   */
  readonly outOfOrder: 'applied' | 'skipped' | 'refused';
  /** Total order of versions as the tool sorts them; 0 = the same version. */
  compare(a: string, b: string): number;
  /**
   * Which of these files (paths from the top of the repository, all below `folder`) are migrations, how they pair, in
   * which order.
   */
  list(folder: string, files: readonly string[]): Listing;
  /**
   * The script of one direction, or null when the file has no such section. `extras`: texts of other files it needs
   * (diesel's metadata.toml). Throws ScriptError.
   */
  script(entry: MigrationEntry, direction: Direction, text: string, extras: ReadonlyMap<string, string>): Script | null;
  /** Other files that `script` wants to see for this entry. */
  extras(entry: MigrationEntry, files: readonly string[]): readonly string[];
}
