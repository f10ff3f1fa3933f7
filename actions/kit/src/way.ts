/** Paths of the machine: without links, and whether one lies in another. */
import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

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
