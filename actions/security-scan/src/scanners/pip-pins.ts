/** What a tree pins for Python, in every kind of lock, and what nobody could look up. */
import { posix } from 'node:path';
import { valid } from '@renovatebot/pep440';
import type { Trouble } from '../finding.ts';
import { indexLock, isLock } from '../lockfile/index-lock.ts';
import { type LockEntry, type Lockfile, lockfileOf, pythonName } from '../lockfile/lockfile.ts';
import { type Requirements, readRequirements } from '../lockfile/requirements.ts';
import type { Tree } from '../ports.ts';
import { textOf } from '../reports/json.ts';

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

/** Reads them all; requirements with the files that they ask for. */
export async function collectPins(tree: Tree): Promise<Pins> {
  const locks: Lockfile[] = [];
  const troubles: Trouble[] = [];
  const waiting = [...pythonLocks(tree.files)];
  const seen = new Set(waiting);
  for (const path of waiting) {
    const bytes = await tree.read(path).catch(() => undefined);
    if (bytes === undefined) {
      troubles.push({
        expected: 'a file that can be read',
        got: 'one that cannot',
        mend: 'Commit it as a regular file',
        place: { file: path },
      });
      continue;
    }
    const lock = indexLock(path, bytes) ?? lockfileOf(path, 'python', []);
    if ('fault' in lock) {
      const place = { file: path, line: lock.line, column: lock.column };
      troubles.push({ expected: 'a lock file', got: lock.fault, mend: 'Write it anew', place });
    } else if (!path.endsWith('.txt')) locks.push(lock);
    else {
      const requirements = readRequirements(textOf(bytes));
      const constraints = await constraintsOf(path, requirements, tree);
      locks.push(lockfileOf(path, 'python', requirements.pins));
      troubles.push(...unpinned(path, requirements, constraints.pins), ...constraints.troubles);
      locks.push(...constraints.used);
      for (const file of constraints.asked) if (!seen.has(file)) waiting.push(seen.add(file) && file);
    }
  }
  const known = locks.flatMap(({ path, entries }) => entries.flatMap((entry) => packageOf(path, entry, troubles)));
  return {
    locks,
    packages: [...new Map(known.map((each) => [`${each.name} ${each.version}`, each])).values()],
    troubles,
  };
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
  readonly used: readonly Lockfile[];
  /** Files of requirements that are asked for with -r. */
  readonly asked: readonly string[];
  readonly troubles: readonly Trouble[];
}

async function constraintsOf(path: string, requirements: Requirements, tree: Tree): Promise<Constraints> {
  const wanted = new Set(requirements.unpinned.map(({ name }) => pythonName(name)));
  const found = { pins: new Set<string>(), used: [] as Lockfile[], asked: [] as string[], troubles: [] as Trouble[] };
  for (const { path: written, line, constraint } of requirements.includes) {
    const file = posix.join(posix.dirname(path), written);
    if (!tree.files.includes(file)) {
      const got = 'a file that is not in the tree';
      found.troubles.push({ expected: 'requirements of the tree', got, mend: pinThem, place: { file: path, line } });
    } else if (!constraint) found.asked.push(file);
    else {
      const { pins } = readRequirements(textOf(await tree.read(file)));
      const own = pins.filter(({ name }) => wanted.has(pythonName(name)));
      for (const { name } of own) found.pins.add(pythonName(name));
      found.used.push(lockfileOf(file, 'python', own));
    }
  }
  return found;
}

function unpinned(
  path: string,
  { unpinned: open, unknown }: Requirements,
  constrained: ReadonlySet<string>,
): readonly Trouble[] {
  const expected = 'a package pinned to one version';
  return [
    ...open
      // The project itself, or a folder of it: its packages are those that are pinned here.
      .filter(
        ({ kind, name }) =>
          !(kind === 'address' && /^(?:file:)?\.{0,2}(?:[\\/][\w.-]+)*[\\/]?(?:\[[^\]]*\])?$/.test(name)),
      )
      .filter(({ name }) => !constrained.has(pythonName(name)))
      .map(({ name, kind, line, column }) => ({
        ...{ expected, mend: pinThem, place: { file: path, line, column } },
        got: kind === 'range' ? `${name} without ==` : 'an address, of which no index knows anything',
      })),
    ...unknown.map(({ line, column }) => ({
      expected,
      got: 'a line of no known form',
      mend: pinThem,
      place: { file: path, line, column },
    })),
  ];
}
