/**
 * Whose migrations lie in a folder. Names decide first, annotations in the files next; nothing is guessed between two
 * tools.
 */
import { hasDbmateMarker } from './dbmate.ts';
import { foreignTool, type Read } from './elsewhere.ts';
import { isFlywayName } from './flyway.ts';
import { type FolderFile, filesBelow } from './folder.ts';
import { PAIRED_NAME } from './golang-migrate.ts';
import { hasGooseAnnotation } from './goose-annotations.ts';
import type { Layout, Tool } from './layout.ts';
import { NO_TRANSACTION } from './sqlx.ts';
import { layouts } from './tools.ts';

/** A tool that would read some of the files. */
export interface Candidate {
  readonly tool: Tool;
  /**
   * What shows it, for people: "3 files with '-- +goose Up', such as 0002_add.sql". Names are as they are: escape to
   * print.
   */
  readonly why: string;
  readonly files: readonly string[];
}

export type Detection =
  /** `misfits`: files of the folder that another tool would run and this one does not, or runs wrongly. */
  | { readonly kind: 'found'; readonly layout: Layout; readonly why: string; readonly misfits: readonly Candidate[] }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Candidate[] }
  /** `seen`: some of the files that are there. `hint`: what they look like and what to do, when that is known. */
  | { readonly kind: 'none'; readonly seen: readonly string[]; readonly hint: string | null };

export interface DetectOptions {
  /** Said by the user: wins, but is checked. */
  readonly tool?: Tool;
  /** Text of the nearest file of this name in the migration folder or above it, null when there is none. */
  readonly readNear?: (name: string) => string | null;
}

const SEEN = 5;

/**
 * Finds the tool of the folder's files (paths from the top of the repository); `read` gives the text of one of them.
 */
export function detectLayout(
  folder: string,
  files: readonly string[],
  read: Read,
  options: DetectOptions = {},
): Detection {
  const below = filesBelow(folder, files);
  const candidates = findCandidates(below, read, options.readNear ?? (() => null));
  if (options.tool) return checkGiven(options.tool, folder, files, below, candidates);
  const [first, second] = candidates;
  if (first === undefined) return { kind: 'none', seen: seen(below), hint: hint(below, read) };
  if (second !== undefined) return { kind: 'ambiguous', candidates };
  return { kind: 'found', layout: layouts[first.tool], why: first.why, misfits: [] };
}

function checkGiven(
  tool: Tool,
  folder: string,
  files: readonly string[],
  below: readonly FolderFile[],
  candidates: readonly Candidate[],
): Detection {
  const layout = layouts[tool];
  const { migrations, repeatable } = layout.list(folder, files);
  const misfits = candidates.filter((candidate) => !agree(tool, candidate.tool));
  if (migrations.length > 0 || repeatable.length > 0)
    return { kind: 'found', layout, why: 'the input tool says so', misfits };
  const [other] = misfits;
  const advice = other ? `The files are those of ${other.tool}: ${other.why}.` : '';
  return { kind: 'none', seen: seen(below), hint: `No file is a migration of ${tool}. ${advice}`.trim() };
}

/** golang-migrate and sqlx read the same pairs. */
function agree(a: Tool, b: Tool): boolean {
  const bothReadPairs = [a, b].every((tool) => tool === 'golang-migrate' || tool === 'sqlx');
  return a === b || bothReadPairs;
}

function findCandidates(
  below: readonly FolderFile[],
  read: Read,
  readNear: (name: string) => string | null,
): readonly Candidate[] {
  const sql = below.filter(({ base }) => base.endsWith('.sql'));
  const direct = sql.filter(({ parents, base }) => parents.length === 0 && /^[0-9]/.test(base));
  const texts = new Map(direct.map(({ path }) => [path, read(path)]));
  const textOf = ({ path }: FolderFile): string => texts.get(path) ?? '';

  const ofGoose = direct.filter((file) => hasGooseAnnotation(textOf(file)));
  const ofDbmate = direct.filter((file) => hasDbmateMarker(textOf(file)));
  const plain = direct.filter((file) => !ofGoose.includes(file) && !ofDbmate.includes(file));
  const ofFlyway = sql.filter(isFlywayName);
  const ofDiesel = below.filter(
    ({ base, parents }) => base === 'up.sql' && parents.length === 1 && !parents[0]?.startsWith('.'),
  );
  return [
    candidate('goose', "with '-- +goose Up'", ofGoose),
    candidate('dbmate', "with '-- migrate:up'", ofDbmate),
    candidate('flyway', 'named V<version>__<description>.sql or R__<description>.sql', ofFlyway),
    candidate('diesel', 'named <version>_<name>/up.sql', ofDiesel),
    ...plainCandidates(plain, textOf, below, readNear),
  ].filter((found) => found !== null);
}

/** Files without annotations: pairs, which golang-migrate and sqlx share, and simple ones, which only sqlx runs. */
function plainCandidates(
  plain: readonly FolderFile[],
  textOf: (file: FolderFile) => string,
  below: readonly FolderFile[],
  readNear: (name: string) => string | null,
): (Candidate | null)[] {
  const paired = plain.filter(({ base }) => PAIRED_NAME.test(base));
  const sign = sqlxSign(plain, textOf, readNear);
  if (sign === null) return [candidate('golang-migrate', 'named <version>_<title>.up.sql or .down.sql', paired)];
  // Tools that keep a journal of plain files beside them are not sqlx, whatever stands in a Cargo.toml above.
  if (paired.length === 0 && below.some(({ base }) => base === '_journal.json' || base === 'atlas.sum')) return [];
  return [
    candidate(
      'sqlx',
      `named <version>_<description>.sql (${sign})`,
      plain.filter(({ base }) => base.includes('_')),
    ),
  ];
}

function sqlxSign(
  plain: readonly FolderFile[],
  textOf: (file: FolderFile) => string,
  readNear: (name: string) => string | null,
): string | null {
  if (plain.some((file) => textOf(file).startsWith(NO_TRANSACTION))) return `a file starts with '${NO_TRANSACTION}'`;
  return /\bsqlx\b/.test(readNear('Cargo.toml') ?? '') ? 'Cargo.toml names sqlx' : null;
}

function candidate(tool: Tool, what: string, files: readonly FolderFile[]): Candidate | null {
  const [example] = files;
  if (example === undefined) return null;
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  const such = files.length === 1 ? '' : 'such as ';
  return { tool, why: `${count} ${what}, ${such}${example.relative}`, files: files.map(({ path }) => path) };
}

function seen(below: readonly FolderFile[]): string[] {
  return below.slice(0, SEEN).map(({ relative }) => relative);
}

function hint(below: readonly FolderFile[], read: Read): string | null {
  const foreign = foreignTool(below, read);
  if (foreign) {
    return `This looks like ${foreign.tool} (${foreign.file}), which this version does not read.`;
  }
  const plain = below.find(({ base, parents }) => parents.length === 0 && /^[0-9].*\.sql$/s.test(base));
  if (plain === undefined) return null;
  return (
    `${plain.relative} has no way back and no annotation ('-- +goose Up', '-- migrate:up'): ` +
    'say tool: sqlx if sqlx runs it, or give each file a .up.sql and a .down.sql.'
  );
}
