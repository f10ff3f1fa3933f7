/** poetry.lock, uv.lock, pdm.lock (`[[package]]`) and pylock.toml (`[[packages]]`, PEP 751). */
import { parse, TomlError } from 'smol-toml';
import { at, type JsonRecord, listAt, recordOf, textAt } from '../reports/json.ts';
import { columnsOf, eachLine } from './lines.ts';
import { type LockEntry, type LockFault, type Lockfile, lockfileOf } from './lockfile.ts';

/** What a tool writes into every lock: a file without it is cut, or is none. Poetry writes it last. */
const always: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)(?:poetry|pdm)\.lock$/, 'metadata'],
  [/(?:^|\/)uv\.lock$/, 'version'],
  [/(?:^|\/)pylock(?:\.[^./]+)?\.toml$/, 'lock-version'],
];

/** An entry's place is the line with its name. What is no TOML is a fault: a lock that is cut must not be a shorter one. */
export function tomlLock(path: string, text: string): Lockfile | LockFault {
  const toml = parsed(text);
  if ('fault' in toml) return toml;
  const wanted = always.find(([pattern]) => pattern.test(path))?.[1];
  if (wanted !== undefined && at(toml, wanted) === undefined) return { fault: `no "${wanted}"`, line: 1, column: 1 };
  const key = wanted === 'lock-version' ? 'packages' : 'package';
  const tables = listAt(toml, key) ?? [];
  const places = placesIn(text, key);
  const isOther = at(toml, key) !== undefined && listAt(toml, key) === undefined;
  if (isOther || places.length !== tables.length) {
    return { fault: `"${key}" in another form than tools write it`, line: 1, column: 1 };
  }
  return lockfileOf(
    path,
    'python',
    tables.flatMap((table, index): readonly LockEntry[] => {
      const [name, place] = [textAt(table, 'name'), places[index]];
      if (name === undefined || place === undefined || isOwnFolder(path, table)) return [];
      return [{ name, version: textAt(table, 'version') ?? null, node: '', ...place }];
    }),
  );
}

function parsed(text: string): object | LockFault {
  try {
    return parse(text);
  } catch (error) {
    // The message goes on with a piece of the file.
    if (error instanceof TomlError) return { fault: 'broken TOML', line: error.line, column: error.column };
    return { fault: 'TOML that cannot be read', line: 1, column: 1 };
  }
}

type Place = Pick<LockEntry, 'line' | 'column' | 'endColumn'>;

/** For each table its line with the name, or its own where the name stands in another way. */
function placesIn(text: string, key: string): readonly Place[] {
  const places: Place[] = [];
  const head = new RegExp(`^\\s*\\[\\[\\s*${key}\\s*\\]\\]`);
  let isInside = false;
  for (const { text: row, line } of eachLine(text)) {
    if (/^\s*\[/.test(row)) {
      isInside = head.test(row);
      if (isInside) places.push({ line, ...columnsOf(row) });
    } else if (isInside && /^\s*name\s*=/.test(row)) places[places.length - 1] = { line, ...columnsOf(row) };
  }
  return places;
}

/**
 * A folder of the project itself, in the words of the tool that wrote the lock. Words of another tool it does not know, and
 * installs from the index all the same; so does a word that stands beside an address.
 */
function isOwnFolder(path: string, table: unknown): boolean {
  const source = recordOf(at(table, 'source')) ?? {};
  if (path.endsWith('poetry.lock')) return textAt(source, 'type') === 'directory';
  if (path.endsWith('pdm.lock')) return textAt(table, 'path')?.startsWith('.') === true;
  if (path.endsWith('uv.lock')) {
    return has(source, ['editable', 'virtual', 'directory']) && !has(source, ['registry', 'git', 'url', 'path']);
  }
  const directory = recordOf(at(table, 'directory'));
  return directory !== undefined && !has(recordOf(table) ?? {}, ['wheels', 'sdist', 'archive', 'vcs']);
}

function has(record: JsonRecord, keys: readonly string[]): boolean {
  return keys.some((key) => Object.hasOwn(record, key));
}
