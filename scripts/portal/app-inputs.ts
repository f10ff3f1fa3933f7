// What the portal's app is built from, as one hash: the same sources and packages need no second build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside the packages: the versions of everything else, and what the build reads of the configuration. */
const besides = ['package-lock.json', 'backstage-plugins/app-config.yaml'];
const notBuiltIn = new Set(['node_modules', 'dist', 'dist-types', 'examples', 'migrations']);

/** Hash of every file that goes into the app of `root`, as 64 hex digits. */
export function hashOfApp(root: string): string {
  const hash = createHash('sha256');
  const files = [...besides, ...packagesOfApp(root).flatMap((folder) => filesBelow(root, folder))];
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Folders of the app and of what it depends on within this repository, sorted. */
export function packagesOfApp(root: string): readonly string[] {
  const folderOf = new Map(workspaceFolders(root).map((folder) => [manifest(root, folder).name, folder]));
  const found = new Set<string>();
  const add = (folder: string): void => {
    if (found.has(folder)) return;
    found.add(folder);
    for (const name of Object.keys(manifest(root, folder).dependencies ?? {})) {
      const other = folderOf.get(name);
      if (other !== undefined) add(other);
    }
  };
  add('backstage-plugins/app');
  return [...found].sort();
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function manifest(root: string, folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
}

function workspaceFolders(root: string): readonly string[] {
  const plugins = readdirSync(join(root, 'backstage-plugins')).map((name) => `backstage-plugins/${name}`);
  return [...plugins, 'schemas'].filter((folder) => existsSync(join(root, folder, 'package.json')));
}

function filesBelow(root: string, folder: string): readonly string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return notBuiltIn.has(entry.name) ? [] : filesBelow(root, path);
    return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
