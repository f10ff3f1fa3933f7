/** Edge: the files that scanners look at, of the checkout. */
import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from '@shipgate/kit/git';
import { pathPattern } from '@shipgate/kit/path-pattern';
import type { Tree } from '../ports.ts';

export interface TreeRequest {
  /** null outside of git: then every file below the folder counts, without `.git` and `node_modules`. */
  readonly git: Git | null;
  /** Top of the repository, absolute. */
  readonly top: string;
  /** Folder to scan, from the top; '' is the top itself. */
  readonly folder: string;
  /** Patterns of paths from the top that are left out. */
  readonly exclude: readonly string[];
}

/** Throws GitError when git does not answer. */
export async function checkoutTree({ git, top, folder, exclude }: TreeRequest): Promise<Tree> {
  const listed = git === null ? await walk(top, folder) : await git.workingFiles(folder);
  return treeOf(join(top, folder), within(folder, kept(listed, exclude)));
}

/** Of paths from the top those below a folder, from there. */
export function within(folder: string, paths: readonly string[]): readonly string[] {
  if (folder === '') return paths;
  return paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
}

export function kept(paths: readonly string[], exclude: readonly string[]): readonly string[] {
  const patterns = exclude.map((pattern) => pathPattern(pattern.endsWith('/') ? `${pattern}**` : pattern));
  return patterns.length === 0 ? paths : paths.filter((path) => !patterns.some((pattern) => pattern.matches(path)));
}

export function treeOf(root: string, files: readonly string[]): Tree {
  return { root, files, read: (path) => readRegular(join(root, path)) };
}

/** A link in the place of a file is not followed, wherever it leads. */
async function readRegular(file: string): Promise<Buffer> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    if (!(await handle.stat()).isFile()) throw new Error('no regular file');
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

async function walk(top: string, folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const visit = async (path: string): Promise<void> => {
    for (const entry of await readdir(join(top, path), { withFileTypes: true })) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory() && !['.git', 'node_modules'].includes(entry.name)) await visit(below);
      else if (entry.isFile()) found.push(below);
    }
  };
  await visit(folder);
  return found.sort();
}
