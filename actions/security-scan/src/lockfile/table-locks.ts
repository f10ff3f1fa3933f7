/** Locks that are lists of tables or of blocks of lines: found by their lines, which is all that a place needs. */
import { at, recordOf, textAt } from '../reports/json.ts';
import { positionAt, scanJson } from '../reports/json-scan.ts';
import { eachLine, linesOf } from './lines.ts';
import { type LockEntry, type LockFault, type Lockfile, lockfileOf } from './lockfile.ts';

/** Says that an entry is a folder of the project itself: `source = { editable = "." }`, `directory = {`, `path = "./x"`. */
const ownFolder =
  /^\s*(?:source\s*=\s*\{\s*(?:editable|virtual|directory)\b|directory\s*=\s*\{|path\s*=\s*["']\.|type\s*=\s*["']directory["'])/;

/** poetry.lock, uv.lock, pdm.lock (`[[package]]`) and pylock.toml (`[[packages]]`, PEP 751): the line with the name. */
export function tomlLock(path: string, text: string): Lockfile {
  const entries: LockEntry[] = [];
  const own = new Set<number>();
  let part: 'package' | 'source' | 'other' = 'other';
  for (const { text: row, line } of eachLine(text)) {
    if (/^\s*\[/.test(row)) {
      const isPackage = /^\s*\[\[\s*packages?\s*\]\]/.test(row);
      part = isPackage ? 'package' : /^\s*\[\s*packages?\.source\s*\]/.test(row) ? 'source' : 'other';
      if (isPackage) entries.push({ name: '', version: null, node: '', line, ...columns(row) });
      continue;
    }
    const last = entries.at(-1);
    if (part === 'other' || last === undefined) continue;
    if (ownFolder.test(row)) own.add(entries.length - 1);
    const [, key, , value = ''] =
      (part === 'package' ? /^\s*(name|version)\s*=\s*(["'])([^"']*)\2/.exec(row) : null) ?? [];
    if (key === 'name') entries[entries.length - 1] = { ...last, name: value, line, ...columns(row) };
    if (key === 'version') entries[entries.length - 1] = { ...last, version: value };
  }
  return lockfileOf(
    path,
    'python',
    entries.filter(({ name }, index) => name !== '' && !own.has(index)),
  );
}

function columns(line: string): { readonly column: number; readonly endColumn: number } {
  const text = line.trimEnd();
  return { column: text.length - text.trimStart().length + 1, endColumn: text.length + 1 };
}

/** Pipfile.lock: JSON, `default` and `develop` by name. */
export function pipfileLock(path: string, text: string): Lockfile | LockFault {
  const found: { part: string; name: string; start: number; end: number }[] = [];
  let part = '';
  const scan = scanJson(text, 0, (key, depth, start, end) => {
    if (depth === 1) part = key;
    if (depth === 2 && part !== '_meta') found.push({ part, name: key, start, end });
  });
  if ('fault' in scan) return { fault: `broken JSON: ${scan.fault}`, ...positionAt(text, scan.at) };
  if (text.slice(scan.end).trim() !== '')
    return { fault: 'something else behind the JSON document', ...positionAt(text, scan.end) };
  const json: unknown = JSON.parse(text);
  if (recordOf(json) === undefined) return { fault: 'JSON of another shape', line: 1, column: 1 };
  const lines = linesOf(text);
  const entries = found.flatMap(({ part: of, name, start, end }): readonly LockEntry[] => {
    // A folder of the project itself.
    if (textAt(at(json, of, name), 'path') !== undefined) return [];
    const { line, column } = lines.at(start);
    const version = /^={2,3}\s*(.+)$/.exec(textAt(at(json, of, name), 'version') ?? '')?.[1] ?? null;
    return [{ name, version, node: '', line, column, endColumn: column + end - start }];
  });
  return lockfileOf(path, 'python', entries);
}

/** yarn.lock of both kinds: `"a@^1", a@^1.2:` on a line of its own, then `version "1.2.3"` or `version: 1.2.3`. */
export function yarnLock(path: string, text: string): Lockfile {
  const entries: LockEntry[] = [];
  for (const { text: own, line } of eachLine(text)) {
    const head = /^("?)((?:@[^/@"\s]+\/)?[^@"\s,]+)@[^\n]*:$/.exec(own);
    const version = /^ {2}version:? "?([^"\s]+)"?$/.exec(own)?.[1];
    const real = /^ {2}resolution: "((?:@[^/@"]+\/)?[^@"]+)@/.exec(own)?.[1];
    const last = entries.at(-1);
    if (head?.[2] !== undefined) {
      entries.push({ name: aliased(own) ?? head[2], version: null, node: '', line, column: 1, endColumn: own.length });
    } else if (last !== undefined && (version !== undefined || real !== undefined)) {
      entries[entries.length - 1] = {
        ...last,
        ...(version === undefined ? {} : { version }),
        ...(real === undefined ? {} : { name: real }),
      };
    }
  }
  // A workspace of the project itself, which yarn 2 and later list too.
  return lockfileOf(
    path,
    'yarn',
    entries.filter(({ version }) => version !== '0.0.0-use.local'),
  );
}

/** `a@npm:b@^1`: installed is b. */
function aliased(head: string): string | undefined {
  return /^"?(?:@[^/@"\s]+\/)?[^@"\s,]+@npm:((?:@[^/@"\s]+\/)?[^@"\s,]+)@/.exec(head)?.[1];
}

const pnpmKey = /^ {2}(['"]?)\/?((?:@[^/@'"\s]+\/)?[^/@'"\s(]+)[@/](\d[^:('"\s_]*)[^\n]*:\s*$/;

/** pnpm-lock.yaml, versions 5 to 9: keys under `packages:`, as `/a/1.0.0:`, `/a@1.0.0:`, `a@1.0.0:`, with peers in brackets. */
export function pnpmLock(path: string, text: string): Lockfile {
  const entries: LockEntry[] = [];
  let inside = false;
  for (const { text: own, line } of eachLine(text)) {
    if (/^\S/.test(own)) inside = own.startsWith('packages:');
    const [, , name, version = null] = (inside ? pnpmKey.exec(own) : null) ?? [];
    if (name !== undefined) entries.push({ name, version, node: '', line, ...columns(own) });
  }
  return lockfileOf(path, 'pnpm', entries);
}
