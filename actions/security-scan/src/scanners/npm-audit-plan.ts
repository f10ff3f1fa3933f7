/** Which folders of a tree npm can audit, and which packages nobody could look at. Pure. */

export interface AuditPlan {
  /** Locks of npm, one for each folder: the one that npm would use. */
  readonly locks: readonly string[];
  /** Locks of other package managers; `beside` is the lock of npm in the same folder. */
  readonly foreign: readonly { readonly file: string; readonly beside: string | undefined }[];
  /** package.json files without a lock in their folder; `above` is the nearest lock of npm, which may hold them. */
  readonly without: readonly { readonly file: string; readonly above: string | undefined }[];
}

const foreignNames = ['yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'];

const ownNames: ReadonlySet<string> = new Set([
  ...['package.json', 'package-lock.json', 'npm-shrinkwrap.json'],
  ...foreignNames,
]);

/** Whether an audit of npm's packages has to look at a file, or to tell of it. */
export function isOfNpm(file: string): boolean {
  return ownNames.has(file.slice(folderOf(file).length)) && !file.split('/').includes('node_modules');
}

export function planAudit(files: readonly string[]): AuditPlan {
  const own = files.filter((file) => !file.split('/').includes('node_modules'));
  const known = new Set(own);
  const named = (name: string) => own.filter((file) => file === name || file.endsWith(`/${name}`));
  // npm reads the shrinkwrap first and then no other.
  const shrinkwraps = named('npm-shrinkwrap.json');
  const locks = named('package-lock.json').filter((file) => !known.has(`${folderOf(file)}npm-shrinkwrap.json`));
  const all = [...shrinkwraps, ...locks].sort();
  const ofNpm = new Map(all.map((file) => [folderOf(file), file]));
  const foreign = foreignNames.flatMap(named).sort();
  const ofOthers = new Set(foreign.map(folderOf));
  const without = named('package.json').flatMap((file) => {
    const folder = foldersAbove(file).find((each) => ofNpm.has(each) || ofOthers.has(each));
    const above = folder === undefined ? undefined : ofNpm.get(folder);
    // One of another package manager is told itself, with all that it may hold.
    return folder === folderOf(file) || (folder !== undefined && above === undefined) ? [] : [{ file, above }];
  });
  return { locks: all, foreign: foreign.map((file) => ({ file, beside: ofNpm.get(folderOf(file)) })), without };
}

/** With a slash behind it; the top is empty. */
export function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

/** Its own first, then one after the other up to the top. */
function foldersAbove(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return [...parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`).reverse(), ''];
}
