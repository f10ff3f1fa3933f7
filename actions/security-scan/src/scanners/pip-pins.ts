/** What a tree pins for Python, in every kind of lock, and what nobody could look up. */
import { posix } from 'node:path';
import { valid } from '@renovatebot/pep440';
import type { Trouble } from '../finding.ts';
import { indexLock, isLock } from '../lockfile/index-lock.ts';
import { type LockEntry, type Lockfile, lockfileOf, pythonName } from '../lockfile/lockfile.ts';
import { type Requirements, readRequirements } from '../lockfile/requirements.ts';
import type { Tree } from '../ports.ts';
import { textOf } from '../reports/json.ts';
import { type Asking, askingFiles, isAsking, unpinnedOf } from './python-asked.ts';

export interface Pins {
  readonly locks: readonly Lockfile[];
  /** Each package and version once: the name normalised, the version without its local part. */
  readonly packages: readonly { readonly name: string; readonly version: string }[];
  readonly troubles: readonly Trouble[];
}

const pinThem = 'Pin it to one version (`pip-compile` writes such a file), or give a report: `reports: pip-audit=FILE`';

/** Locks of Python in a tree, without what pnpm and the like have. */
export function pythonLocks(files: readonly string[]): readonly string[] {
  return files.filter((file) => isLock(file) && !/(?:\.json|yarn\.lock|\.yaml)$/.test(file));
}

/** Whether an audit of Python's packages has to look at a file: what pins versions, and what asks for packages. */
export function isOfPython(file: string): boolean {
  return pythonLocks([file]).length > 0 || isAsking(file);
}

/** Locks, and requirements that a project names whatever those are called. */
export function pinningFiles({ files }: Tree, asking: readonly Asking[]): readonly string[] {
  const dynamic = asking.flatMap((each) => each.files).filter((file) => files.includes(file));
  return [...new Set([...pythonLocks(files), ...dynamic])];
}

function absentOf({ path, files }: Asking, tree: Tree): readonly Trouble[] {
  const got = 'a file that is not in the tree';
  const trouble = { expected: 'requirements of the tree', got, mend: pinThem, place: { file: path } };
  return files.some((file) => !tree.files.includes(file)) ? [trouble] : [];
}

type Found = { [Key in 'locks' | 'troubles']: Pins[Key][number][] };

/** Reads them all; requirements with the files that they ask for, whatever those are called. */
export async function collectPins(tree: Tree): Promise<Pins> {
  const found: Found = { locks: [], troubles: [] };
  const asking = await askingFiles(tree);
  const waiting = [...pinningFiles(tree, asking)];
  found.troubles.push(...asking.flatMap((each) => absentOf(each, tree)));
  const seen = new Set(waiting);
  for (const path of waiting) {
    const bytes = await tree.read(path).catch(() => undefined);
    if (bytes === undefined) found.troubles.push(unreadable(path));
    // What is no lock by its name is here because requirements ask for it.
    else if (path.endsWith('.txt') || !isLock(path)) {
      const asked = await addRequirements(path, bytes, tree, found);
      waiting.push(...asked.filter((file) => !seen.has(file)));
      for (const file of asked) seen.add(file);
    } else addLock(path, bytes, found);
  }
  found.troubles.push(...unpinnedOf(asking, found.locks));
  const packages = found.locks.flatMap(({ path, entries }) =>
    entries.flatMap((entry) => packageOf(path, entry, found.troubles)),
  );
  return { ...found, packages: [...new Map(packages.map((each) => [`${each.name} ${each.version}`, each])).values()] };
}

function addLock(path: string, bytes: Uint8Array, { locks, troubles }: Found): void {
  const lock = indexLock(path, bytes);
  if (lock === undefined) return;
  if (!('fault' in lock)) locks.push(lock);
  else {
    const place = { file: path, line: lock.line, column: lock.column };
    troubles.push({ expected: 'a lock file', got: lock.fault, mend: 'Write it anew', place });
  }
}

/** Gives the files that are asked for. */
async function addRequirements(
  path: string,
  bytes: Uint8Array,
  tree: Tree,
  { locks, troubles }: Found,
): Promise<readonly string[]> {
  const requirements = readRequirements(textOf(bytes));
  const constraints = await constraintsOf(path, requirements, tree);
  locks.push(lockfileOf(path, 'python', requirements.pins), ...constraints.used);
  troubles.push(...otherCoding(path, bytes), ...unpinned(path, requirements, constraints, tree));
  troubles.push(...constraints.troubles);
  return [...new Set(constraints.asked)];
}

function unreadable(file: string): Trouble {
  const mend = 'Commit it as a regular file';
  return { expected: 'a file that can be read', got: 'one that cannot', mend, place: { file } };
}

/** pip believes a comment that names the coding, and reads other lines by it than those that people see. */
function otherCoding(file: string, bytes: Uint8Array): readonly Trouble[] {
  const lines = textOf(bytes).split('\n').slice(0, 2);
  const line = lines.findIndex((each) => /^#.*coding[:\s=]+(?!(?:utf-?8|us-ascii|ascii)(?![-\w.]))[-\w.]/i.test(each));
  if (line < 0) return [];
  const mend = 'Take the comment out, and write the file in UTF-8';
  return [
    {
      expected: 'requirements in UTF-8',
      got: 'a comment that names another coding',
      mend,
      place: { file, line: line + 1 },
    },
  ];
}

/** Of `1.0+cu118` the index knows 1.0: a local part says how it was built (PEP 440). */
export function publicVersion(version: string): string {
  return version.replace(/\+.*$/, '');
}

function packageOf(path: string, entry: LockEntry, troubles: Trouble[]): readonly { name: string; version: string }[] {
  const version = entry.version === null ? null : publicVersion(entry.version);
  const isName = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(entry.name);
  if (isName && version !== null && valid(version) !== null) return [{ name: pythonName(entry.name), version }];
  const place = { file: path, line: entry.line, column: entry.column };
  const got = isName ? `${entry.name} ${entry.version === null ? 'without one' : 'with another word'}` : 'another name';
  troubles.push({ expected: 'a name and a version of PEP 440', got, mend: pinThem, place });
  return [];
}

interface Constraints {
  /** Names that a file of constraints pins. */
  readonly pins: ReadonlySet<string>;
  /** Names that one pins where a condition holds, and nobody knows whether it does. */
  readonly conditional: ReadonlySet<string>;
  readonly used: readonly Lockfile[];
  /** Files of requirements that are asked for with -r. */
  readonly asked: readonly string[];
  readonly troubles: readonly Trouble[];
}

/** Constraints may ask for other files too: what they ask for with -r is installed. */
async function constraintsOf(path: string, requirements: Requirements, tree: Tree): Promise<Constraints> {
  const wanted = new Set(requirements.unpinned.map(({ name }) => pythonName(name)));
  const found = { pins: new Set<string>(), conditional: new Set<string>() };
  const [used, asked, troubles]: [Lockfile[], string[], Trouble[]] = [[], [], []];
  const waiting = requirements.includes.map((each) => ({ ...each, from: path }));
  const seen = new Set<string>();
  for (const { path: written, line, constraint, from } of waiting) {
    const file = posix.join(posix.dirname(from), written);
    if (posix.isAbsolute(written) || !tree.files.includes(file)) {
      const got = 'a file that is not in the tree';
      troubles.push({ expected: 'requirements of the tree', got, mend: pinThem, place: { file: from, line } });
    } else if (!constraint) asked.push(file);
    else if (!seen.has(file)) {
      seen.add(file);
      const bytes = await tree.read(file).catch(() => undefined);
      if (bytes === undefined) troubles.push(unreadable(file));
      const read = readRequirements(textOf(bytes ?? Buffer.alloc(0)));
      waiting.push(...read.includes.map((each) => ({ ...each, from: file })));
      const own = read.pins.filter(({ name }) => wanted.has(pythonName(name)));
      for (const each of own)
        found[read.conditional.includes(each) ? 'conditional' : 'pins'].add(pythonName(each.name));
      used.push(lockfileOf(file, 'python', own));
    }
  }
  return { ...found, used, asked, troubles };
}

function unpinned(
  path: string,
  { unpinned: open, unknown }: Requirements,
  { pins, conditional }: Constraints,
  tree: Tree,
): readonly Trouble[] {
  const expected = 'a package pinned to one version';
  const wordsOf = (name: string) =>
    `${name} ${conditional.has(pythonName(name)) ? 'with == under a condition alone' : 'without =='}`;
  return [
    ...open
      .filter(({ kind, name }) => !(kind === 'address' && isOwnFolder(name, path, tree)))
      .filter(({ name }) => !pins.has(pythonName(name)))
      .map(({ name, kind, line, column }) => ({
        ...{ expected, mend: pinThem, place: { file: path, line, column } },
        got: kind === 'range' ? wordsOf(name) : 'an address, of which no index knows anything',
      })),
    ...unknown.map(({ line, column }) => ({
      expected,
      got: 'a line of no known form',
      mend: pinThem,
      place: { file: path, line, column },
    })),
  ];
}

/** The project itself, or a folder of it: its packages are those that are pinned here. pip takes it from where it runs. */
function isOwnFolder(address: string, path: string, { files }: Tree): boolean {
  const written = /^(?:file:)?([\w./-]*?)\/?(?:\[[^\]]*\])?$/.exec(address)?.[1];
  if (written === undefined || written.startsWith('/')) return false;
  return ['.', posix.dirname(path)].some((folder) => {
    const within = posix.normalize(posix.join(folder, written)).replace(/\/$/, '');
    return within === '.' || files.some((file) => file.startsWith(`${within}/`));
  });
}
