/** Where programs are looked for: never where a change has put its own. */
import { delimiter, isAbsolute } from 'node:path';
import { checkoutsAround, isWithin, realWay } from './way.ts';

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
  const hostile = checkoutsAround(folders);
  return searchPath(path, (folder) => hostile.some((checkout) => isWithin(checkout, folder)));
}
