/** Paths of the machine: without links, and whether one lies in another. */
import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, parse, relative, sep } from 'node:path';

/** Whether it lies in the folder and is not the folder itself. Both absolute; links are not followed. */
export function isBelow(top: string, path: string): boolean {
  const way = relative(top, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Whether it is the folder, or lies in it. */
export function isWithin(top: string, path: string): boolean {
  return path === top || isBelow(top, path);
}

/** Without links, as far as the path exists. */
export function realWay(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realWay(parent), basename(path));
  }
}

/**
 * What a change may have filled: these folders and the checkouts that hold them, without links. A whole file system is none,
 * since all that the machine has is in it.
 */
export function checkoutsAround(folders: readonly string[]): readonly string[] {
  const all = folders.map(realWay).flatMap((folder) => [folder, checkoutOf(folder)]);
  return [...new Set(all)].filter((folder) => dirname(folder) !== folder);
}

function checkoutOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return folder;
  }
}

/** As Linux has it. */
const MOST_LINKS = 40;

/**
 * The first symbolic link on the way to `path` (absolute) that itself lies in one of the folders (without links), the last
 * part included: a change may have put it there. Links elsewhere are followed.
 */
export function linkWithin(folders: readonly string[], path: string): string | undefined {
  const { root } = parse(path);
  const rest = path.slice(root.length).split(sep);
  let at = root;
  let links = 0;
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    const next = join(at, name);
    const found = lstatSync(next, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    if (!found.isSymbolicLink()) {
      at = next;
      continue;
    }
    links += 1;
    if (links > MOST_LINKS || folders.some((folder) => isWithin(folder, next))) return next;
    const target = readlinkSync(next);
    if (isAbsolute(target)) at = root;
    rest.unshift(...target.split(sep));
  }
  return undefined;
}
