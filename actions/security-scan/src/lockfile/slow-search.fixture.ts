/** The places of a lock's entries, found again in other ways than the index finds them: slow, and by the file's look. */
import { parse as parseToml } from 'smol-toml';
import { isMap, isScalar, parseDocument } from 'yaml';
import { indexLock } from './index-lock.ts';
import type { LockEntry, Lockfile } from './lockfile.ts';

/** `NAME VERSION LINE:COLUMN-END`, of one entry; `-` for no version. */
export function shown({ name, version, line, column, endColumn }: Omit<LockEntry, 'node'>): string {
  return `${name} ${version ?? '-'} ${line}:${column}-${endColumn}`;
}

/** A lock that must be one. */
export function lockOf(path: string, text: string): Lockfile {
  const lock = indexLock(path, Buffer.from(text));
  if (lock === undefined || 'fault' in lock) throw new Error(`${path}: ${lock?.fault ?? 'no lock by its name'}`);
  return lock;
}

export function shownEntries(path: string, text: string): readonly string[] {
  return lockOf(path, text).entries.map(shown);
}

/** By the kind of file that the name says. */
export function slowSearch(path: string, text: string): readonly string[] {
  if (/(?:package-lock|npm-shrinkwrap)\.json$/.test(path)) return npmEntries(text);
  if (path.endsWith('pnpm-lock.yaml')) return pnpmEntries(text);
  if (path.endsWith('yarn.lock')) return text.includes('\n__metadata:') ? berryEntries(text) : yarnEntries(text);
  return tomlEntries(path, text);
}

interface Key {
  readonly text: string;
  /** Of the key as it is written, quotes included. */
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
}

/** Keys of a map inside of a document, with their offsets, as the parser of YAML tells them: JSON is YAML too. */
function keysOf(node: unknown): readonly Key[] {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }): readonly Key[] => {
    if (!isScalar(key) || key.range == null) return [];
    return [{ text: String(key.value), start: key.range[0], end: key.range[1], value }];
  });
}

function below(node: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((within, name) => keysOf(within).find(({ text }) => text === name)?.value, node);
}

function textBelow(node: unknown, name: string): string | null {
  const value = below(node, name);
  return isScalar(value) && typeof value.value === 'string' ? value.value : null;
}

function documentOf(text: string): unknown {
  return parseDocument(text, { uniqueKeys: false, schema: 'failsafe' }).contents;
}

function placed(text: string, { start, end }: Key, name: string, version: string | null): string {
  const before = text.slice(0, start).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  return shown({ name, version, line: before.length, column, endColumn: column + end - start });
}

function npmEntries(text: string): readonly string[] {
  const root = documentOf(text);
  if (below(root, 'packages') === undefined) return nestedEntries(text, below(root, 'dependencies'));
  return keysOf(below(root, 'packages')).flatMap((key) => {
    const folder = key.text.split('node_modules/');
    if (folder.length === 1 || textBelow(key.value, 'link') === 'true') return [];
    return [placed(text, key, textBelow(key.value, 'name') ?? folder.at(-1) ?? '', textBelow(key.value, 'version'))];
  });
}

function nestedEntries(text: string, dependencies: unknown): readonly string[] {
  return keysOf(dependencies).flatMap((key) => {
    const version = textBelow(key.value, 'version') ?? '';
    const alias = version.startsWith('npm:') ? version.slice(4).split(/(?!^)@/) : undefined;
    const own = alias?.[0] ?? key.text;
    const exact = alias?.[1] ?? (/^\d/.test(version) ? version : null);
    return [placed(text, key, own, exact), ...nestedEntries(text, below(key.value, 'dependencies'))];
  });
}

function pnpmEntries(text: string): readonly string[] {
  const root = documentOf(text);
  const sign = textBelow(root, 'lockfileVersion')?.startsWith('5') ? '/' : '@';
  return keysOf(below(root, 'packages')).flatMap((key) => {
    const [bare = ''] = key.text.replace(/^\//, '').split('(');
    const at = bare.lastIndexOf(sign, sign === '@' ? undefined : bare.search(/\/\d/));
    const version = bare.slice(at + 1).replace(/_.*$/, '');
    if (at < 1 || !/^\d/.test(version)) return [];
    // The index marks the colon too.
    return [placed(text, { ...key, end: key.end + 1 }, bare.slice(0, at), version)];
  });
}

function berryEntries(text: string): readonly string[] {
  return keysOf(documentOf(text)).flatMap((key) => {
    const version = textBelow(key.value, 'version');
    const resolution = textBelow(key.value, 'resolution');
    if (resolution === null || version === '0.0.0-use.local') return [];
    const start = text.lastIndexOf('\n', key.start) + 1;
    return [placed(text, { ...key, start }, resolution.slice(0, resolution.indexOf('@', 1)), version)];
  });
}

/** Blocks, between empty lines. */
function yarnEntries(text: string): readonly string[] {
  const rows = text.split('\n').map((row) => row.replace(/\r$/, ''));
  return rows.flatMap((row, index) => {
    const isHead = /^["\w@]/.test(row) && row.endsWith(':');
    if (!isHead) return [];
    const [first = ''] = row.slice(0, -1).replaceAll('"', '').split(', ');
    const alias = first.split('@npm:')[1];
    const pattern = alias?.includes('@', 1) ? alias : first;
    const version = /"(.*)"/.exec(rows[index + 1] ?? '')?.[1] ?? null;
    const name = pattern.slice(0, pattern.indexOf('@', 1));
    return [shown({ name, version, line: index + 1, column: 1, endColumn: row.length })];
  });
}

/** The lines that say `name = "..."` behind the head of a table, in their order. */
function tomlEntries(path: string, text: string): readonly string[] {
  const toml = parseToml(text) as Record<string, readonly Record<string, unknown>[]>;
  const key = path.includes('pylock') ? 'packages' : 'package';
  const tables = toml[key] ?? [];
  const rows = text.split('\n').map((row) => row.replace(/\r$/, ''));
  let from = 0;
  return tables.flatMap((table) => {
    const own = `name = "${String(table['name'])}"`;
    const index = rows.findIndex((row, at) => at >= from && row === own && rows[at - 1] === `[[${key}]]`);
    from = index + 1;
    const source = JSON.stringify([table['source'], table['directory']]);
    if (/"(?:editable|virtual|directory)"|"path":"\."/.test(source)) return [];
    const version = typeof table['version'] === 'string' ? table['version'] : null;
    const end = (rows[index] ?? '').length + 1;
    return [shown({ name: String(table['name']), version, line: index + 1, column: 1, endColumn: end })];
  });
}
