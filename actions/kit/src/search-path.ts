/** Where programs are looked for: never where a change has put its own. */
import { existsSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { isWithin, realWay } from './way.ts';

/**
 * The PATH without relative and empty parts, which mean the folder that a program runs in, and without those that are
 * `leftOut`; that is asked with links followed.
 */
export function searchPath(path: string, leftOut: (folder: string) => boolean): string {
  return path
    .split(delimiter)
    .filter((folder) => isAbsolute(folder) && !leftOut(realWay(folder)))
    .join(delimiter);
}

/** The PATH without what lies in one of these folders, or in the checkout that holds it. */
export function pathOutside(path: string, folders: readonly string[]): string {
  const checkouts = folders.map(realWay).flatMap((folder) => [folder, checkoutOf(folder)]);
  // A file system is no checkout: all programs are in it.
  const hostile = checkouts.filter((folder) => dirname(folder) !== folder);
  return searchPath(path, (folder) => hostile.some((checkout) => isWithin(checkout, folder)));
}

function checkoutOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return folder;
  }
}
