/** Pipfile.lock: JSON, `default` and `develop` by name. Source: pipenv's documentation, "Pipfile and Pipfile.lock". */
import { at, type JsonRecord, recordOf, textAt } from '../reports/json.ts';
import { parsedJson } from './json-lock.ts';
import { linesOf } from './lines.ts';
import { type LockEntry, type LockFault, type Lockfile, lockfileOf } from './lockfile.ts';

interface Place {
  readonly part: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export function pipfileLock(path: string, text: string): Lockfile | LockFault {
  // A key that stands twice means its last value.
  const places = new Map<string, Place>();
  let part = '';
  const read = parsedJson(text, (key, depth, start, end) => {
    if (depth === 1) part = key;
    if (depth === 2 && part !== '_meta') places.set(`${part} ${key}`, { part, name: key, start, end });
  });
  if ('fault' in read) return read;
  const json = recordOf(read.json) ?? {};
  if (!['_meta', 'default', 'develop'].some((key) => recordOf(at(json, key)) !== undefined)) {
    return { fault: 'neither "default" nor "develop"', line: 1, column: 1 };
  }
  const lines = linesOf(text);
  const entries = [...places.values()].flatMap((place) => entryOf(place, json, lines.at(place.start)));
  return lockfileOf(path, 'python', entries);
}

function entryOf(
  { part, name, start, end }: Place,
  json: JsonRecord,
  place: { readonly line: number; readonly column: number },
): readonly LockEntry[] {
  const value = at(json, part, name);
  // A folder of the project itself.
  if (textAt(value, 'path') !== undefined) return [];
  const version = /^={2,3}\s*(.+)$/.exec(textAt(value, 'version') ?? '')?.[1] ?? null;
  return [{ name, version, node: '', ...place, endColumn: place.column + end - start }];
}
