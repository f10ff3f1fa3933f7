/** What the projects of a tree ask for, beside what its locks and requirements pin: what nobody pins, nobody audits. */
import { posix } from 'node:path';
import { parse } from 'smol-toml';
import type { Trouble } from '../finding.ts';
import { type Lockfile, pythonName } from '../lockfile/lockfile.ts';
import { readRequirements } from '../lockfile/requirements.ts';
import type { Tree } from '../ports.ts';
import { at, listAt, recordOf, textAt, textOf } from '../reports/json.ts';
import { named } from './program-answer.ts';

export interface Asking {
  readonly path: string;
  /** Normalised; null where the file asks for packages whose names cannot be read from it. */
  readonly names: ReadonlySet<string> | null;
  /** Requirements that it names, from the top of the tree. */
  readonly files: readonly string[];
  /** Of the project itself, normalised. */
  readonly own: string | undefined;
}

const ASKING = /^(?:pyproject\.toml|setup\.py|setup\.cfg|Pipfile|[\w.-]*requirements[\w.-]*\.in)$/;

/** By its name, outside of installed packages. */
export function isAsking(path: string): boolean {
  return ASKING.test(posix.basename(path)) && !path.split('/').includes('node_modules');
}

/** Projects that ask for something, in the order of the tree. */
export async function askingFiles(tree: Tree): Promise<readonly Asking[]> {
  const found: Asking[] = [];
  for (const path of tree.files) {
    if (!isAsking(path)) continue;
    const asking = askingOf(path, textOf(await tree.read(path).catch(() => Buffer.alloc(0))));
    if (asking.names === null || asking.names.size + asking.files.length > 0 || asking.own !== undefined)
      found.push(asking);
  }
  return found;
}

/** Whether it asks for anything at all. */
export function asks({ names, files }: Asking): boolean {
  return names === null || names.size + files.length > 0;
}

function askingOf(path: string, text: string): Asking {
  const name = posix.basename(path);
  const nothing = { path, files: [], own: undefined };
  if (name.endsWith('.in')) {
    const { pins, unpinned, unknown, includes } = readRequirements(text);
    const all = [...pins, ...unpinned.filter(({ kind }) => kind === 'range')].map((each) => each.name);
    const isOpen = all.length === 0 && unpinned.length + unknown.length + includes.length > 0;
    return { ...nothing, names: isOpen ? null : namesOf(all) };
  }
  if (name === 'setup.py') return { ...nothing, names: inScript(text) };
  if (name === 'setup.cfg') return { ...nothing, names: inConfiguration(text) };
  try {
    const toml: unknown = parse(text);
    return name === 'Pipfile' ? { ...nothing, names: inPipfile(toml) } : ofProject(path, toml);
  } catch {
    return { ...nothing, names: null };
  }
}

/** Tables and lists of pyproject.toml that name packages, those for development too. */
function ofProject(path: string, toml: unknown): Asking {
  const lists = [
    listAt(toml, 'project', 'dependencies') ?? [],
    ...listsUnder(at(toml, 'project', 'optional-dependencies')),
    ...listsUnder(at(toml, 'dependency-groups')),
    ...listsUnder(at(toml, 'tool', 'pdm', 'dev-dependencies')),
    listAt(toml, 'tool', 'uv', 'dev-dependencies') ?? [],
  ];
  const poetry = recordOf(at(toml, 'tool', 'poetry')) ?? {};
  const groups = Object.values(recordOf(at(poetry, 'group')) ?? {}).map((group) => at(group, 'dependencies'));
  const tables = [at(poetry, 'dependencies'), at(poetry, 'dev-dependencies'), ...groups];
  const keys = tables.flatMap((table) => Object.keys(recordOf(table) ?? {})).filter((key) => key !== 'python');
  const own = textAt(toml, 'project', 'name') ?? textAt(poetry, 'name');
  const texts = lists.flat().filter((each) => typeof each === 'string');
  return {
    path,
    names: namesOf([...texts, ...keys]),
    files: dynamicFiles(toml).map((file) => posix.join(posix.dirname(path), file)),
    own: own === undefined ? undefined : pythonName(own),
  };
}

function listsUnder(table: unknown): readonly (readonly unknown[])[] {
  return Object.keys(recordOf(table) ?? {}).map((key) => listAt(table, key) ?? []);
}

/** https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html#dynamic-metadata */
function dynamicFiles(toml: unknown): readonly string[] {
  const dynamic = at(toml, 'tool', 'setuptools', 'dynamic');
  const extras = Object.values(recordOf(at(dynamic, 'optional-dependencies')) ?? {});
  return [at(dynamic, 'dependencies'), ...extras].flatMap((each) => {
    const file = textAt(each, 'file');
    return file === undefined ? (listAt(each, 'file') ?? []).filter((one) => typeof one === 'string') : [file];
  });
}

function inPipfile(toml: unknown): ReadonlySet<string> {
  const others = new Set(['source', 'requires', 'scripts', 'pipenv']);
  const tables = Object.entries(recordOf(toml) ?? {}).filter(([key]) => !others.has(key));
  return namesOf(tables.flatMap(([, table]) => Object.keys(recordOf(table) ?? {})));
}

/** A list of texts can be read; what a program makes of them cannot. */
function inScript(text: string): ReadonlySet<string> | null {
  const lists = [...text.matchAll(/\binstall_requires\s*=\s*(?:\[([^\]]*)\])?/g)];
  if (lists.some(([, list]) => list === undefined)) return null;
  return namesOf(lists.flatMap(([, list = '']) => [...list.matchAll(/(["'])(.*?)\1/g)].map(([, , name = '']) => name)));
}

function inConfiguration(text: string): ReadonlySet<string> {
  const lists = [...text.matchAll(/^install_requires\s*=[ \t]*(.*(?:\r?\n[ \t]+.*)*)/gm)];
  return namesOf(lists.flatMap(([, list = '']) => list.split('\n').map((line) => line.trim())));
}

function namesOf(requirements: readonly string[]): ReadonlySet<string> {
  const names = requirements.map((each) => /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/.exec(each)?.[0]);
  return new Set(names.flatMap((name) => (name === undefined ? [] : pythonName(name))));
}

/** A trouble for each project that asks for a package which no lock of its own pins. */
export function unpinnedOf(asking: readonly Asking[], locks: readonly Lockfile[]): readonly Trouble[] {
  const own = new Set(asking.flatMap((each) => each.own ?? []));
  return asking.flatMap((each) => {
    const near = locks.filter(({ path }) => isNear(path, each.path));
    const pinned = (name: string) => near.some((lock) => lock.named(name).length > 0);
    const missing = [...(each.names ?? [])].filter((name) => !own.has(name) && !pinned(name));
    if (each.names === null ? near.length > 0 : missing.length === 0) return [];
    return [alone(each.path, missing)];
  });
}

/** In its folder, above it (a workspace has one lock), or below (`requirements/prod.txt`). */
function isNear(lock: string, project: string): boolean {
  const [of, from] = [`${posix.dirname(lock)}/`, `${posix.dirname(project)}/`].map((each) =>
    each.replace(/^\.\/$/, ''),
  );
  return (from ?? '').startsWith(of ?? '') || (of ?? '').startsWith(from ?? '');
}

const mend =
  'Commit a lock of it (`pip-compile`, `poetry lock`, `uv lock`), give a report: `reports: pip-audit=FILE`, or exclude the project in the policy';

/** `missing`: what it asks for; none where that cannot be read. */
export function alone(file: string, missing: readonly string[]): Trouble {
  const what = missing.length === 0 ? 'packages' : named(missing);
  const got = `${posix.basename(file)} asks for ${what}, pinned nowhere`;
  return { expected: 'a file that pins the packages', got, mend, place: { file } };
}
