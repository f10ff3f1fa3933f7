/** Which folders of a tree npm can audit, and which packages nobody could look at. Pure. */

export interface AuditPlan {
  /** Locks of npm, one for each folder: the one that npm would use. */
  readonly locks: readonly string[];
  /** Locks of other package managers, in folders that have none of npm. */
  readonly foreign: readonly string[];
  /** package.json files with no lock in their folder or above it. */
  readonly lockless: readonly string[];
}

const foreignNames = ['yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'];

export function planAudit(files: readonly string[]): AuditPlan {
  const own = files.filter((file) => !file.split('/').includes('node_modules'));
  const known = new Set(own);
  const named = (name: string) => own.filter((file) => file === name || file.endsWith(`/${name}`));
  // npm reads the shrinkwrap first and then no other.
  const shrinkwraps = named('npm-shrinkwrap.json');
  const locks = named('package-lock.json').filter((file) => !known.has(`${folderOf(file)}npm-shrinkwrap.json`));
  const all = [...shrinkwraps, ...locks].sort();
  const withNpm = new Set(all.map(folderOf));
  const foreign = foreignNames.flatMap(named).filter((file) => !withNpm.has(folderOf(file)));
  const locked = new Set([...withNpm, ...foreign.map(folderOf)]);
  const lockless = named('package.json').filter((file) => !foldersAbove(file).some((folder) => locked.has(folder)));
  return { locks: all, foreign: foreign.sort(), lockless };
}

/** With a slash behind it; the top is empty. */
export function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

function foldersAbove(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return [...parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`), ''];
}
