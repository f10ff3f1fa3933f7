/** The lock files of a tree, each read once. */
import type { Tree } from '../ports.ts';
import { indexLock, isLock } from './index-lock.ts';
import type { Lockfile } from './lockfile.ts';

/** All that can be read, for `ReportOrigin.locks`. One that cannot is left out: here a place is lost and no finding. */
export async function readLocks(tree: Pick<Tree, 'files' | 'links' | 'read'>): Promise<readonly Lockfile[]> {
  const locks: Lockfile[] = [];
  for (const path of [...tree.files, ...(tree.links ?? [])].filter(isLock)) {
    const bytes = await tree.read(path).catch(() => undefined);
    const lock = bytes === undefined ? undefined : indexLock(path, bytes);
    if (lock !== undefined && !('fault' in lock)) locks.push(lock);
  }
  return locks;
}
