import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of the repository. `path` counts from its top, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A broken rule, told by the object: where, and what is to be done. */
export interface Breach {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
}

const neverOurs = new Set(['node_modules', '.git', '.turbo', '.data', 'out', 'coverage', 'dist-types']);
/** Built by Backstage's tools and not committed, as `dist` of the gates is. */
const builtHere = /^backstage-plugins\/[^/]+\/dist$/;
const source = /\.(?:ts|tsx|mts|cts|js|mjs|cjs)$/;
const made = /(?:^|\/)(?:dist|generated)\//;

/** All paths of the tree below `root` that are ours, sorted. Needs no git, so that a downloaded archive can be checked too. */
export function listPaths(root: string): readonly string[] {
  const found: string[] = [];
  const open = [''];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (neverOurs.has(entry.name) || builtHere.test(path)) continue;
      if (entry.isDirectory()) open.push(path);
      else if (entry.isFile()) found.push(path);
    }
  }
  return found.sort();
}

/** Whether the file is code that somebody wrote, not made by a generator. */
export function isSource(path: string): boolean {
  return source.test(path) && !path.endsWith('.d.ts') && !made.test(path);
}

/** A test, or what only tests import: a fixture. */
export function isTest(path: string): boolean {
  return /\.(?:test|fixture)\.tsx?$/.test(path);
}

/** The written code of the tree, with its text. */
export function readSources(root: string, paths: readonly string[]): readonly SourceFile[] {
  return paths.filter(isSource).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
