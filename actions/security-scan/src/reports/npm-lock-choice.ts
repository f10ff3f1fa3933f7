/** Which lock of the checkout a saved report of npm is about: the report does not say it. */
import type { Lockfile } from '../lockfile/lockfile.ts';
import type { ReportOrigin } from '../ports.ts';

export interface Chosen {
  readonly lock: Lockfile | undefined;
  /** Where findings are that no line is known for; null: nowhere. */
  readonly path: string | null;
}

/** The lock that has most of what the report names; of equal ones the nearest to the report's file, then to the top. */
export function chosenLock(origin: ReportOrigin, hits: (lock: Lockfile) => number): Chosen {
  const folder = origin.file.slice(0, origin.file.lastIndexOf('/') + 1);
  const ranked = (origin.locks ?? [])
    .filter(({ kind }) => kind === 'npm' || kind === 'pnpm' || kind === 'yarn')
    .map((lock) => ({
      lock,
      hits: hits(lock),
      beside: folderOf(lock.path) === folder,
      depth: lock.path.split('/').length,
    }))
    .toSorted(
      (one, two) =>
        two.hits - one.hits ||
        Number(two.beside) - Number(one.beside) ||
        one.depth - two.depth ||
        (one.lock.path < two.lock.path ? -1 : 1),
    );
  const [best] = ranked;
  if (best !== undefined && (best.hits > 0 || ranked.length === 1)) return { lock: best.lock, path: best.lock.path };
  const names = ['npm-shrinkwrap.json', 'package-lock.json', 'pnpm-lock.yaml', 'yarn.lock'];
  return { lock: undefined, path: names.find((name) => origin.has(name)) ?? null };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
