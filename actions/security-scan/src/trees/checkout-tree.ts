/** Edge: the files that scanners look at, of the checkout. */
import { constants, lstatSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from '@shipgate/kit/git';
import { pathPattern } from '@shipgate/kit/path-pattern';
import type { Tree } from '../ports.ts';
import { followLinks } from './links.ts';

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
  if (git === null) return treeWithLinks({ top, folder, exclude, ...(await walk(top, folder)), submodules: [] });
  const [files, staged] = await Promise.all([git.workingFiles(folder), git.staged(folder)]);
  const of = (mode: string) => staged.filter((entry) => entry.mode === mode).map(({ path }) => path);
  const links = of('120000').filter((path) => lstatSync(join(top, path), { throwIfNoEntry: false }) !== undefined);
  const all = links.length === 0 || folder === '' ? files : await git.workingFiles('');
  return treeWithLinks({ top, folder, exclude, files, links, all, submodules: of('160000') });
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

export interface TreeContent extends Pick<TreeRequest, 'top' | 'folder' | 'exclude'> {
  /** All paths from the top. */
  readonly files: readonly string[];
  readonly links: readonly string[];
  readonly submodules: readonly string[];
  /** Files of the whole repository, to which links may lead. */
  readonly all: readonly string[];
}

export async function treeWithLinks({ top, folder, exclude, ...content }: TreeContent): Promise<Tree> {
  const { files, links, submodules, all } = content;
  const { found, lost } = await followLinks(top, kept(links, exclude), new Set(links.length === 0 ? [] : all));
  const targets = within(folder, [...found.keys()]).map(
    (path) => [path, join(top, found.get(fromTop(folder, path)) ?? '')] as const,
  );
  const modules = kept(
    submodules.map((path) => `${path}/`),
    exclude,
  ).map((path) => path.slice(0, -1));
  return {
    ...treeOf(join(top, folder), within(folder, kept(files, exclude)), new Map(targets)),
    lostLinks: within(folder, lost),
    submodules: within(folder, modules),
  };
}

/** `targets` are links, with the absolute paths of the files that are read in their place. */
export function treeOf(root: string, files: readonly string[], targets: ReadonlyMap<string, string> = new Map()): Tree {
  return {
    root,
    files,
    links: [...targets.keys()],
    read: (path) => readRegular(targets.get(path) ?? join(root, path)),
  };
}

function fromTop(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
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

async function walk(top: string, folder: string): Promise<Pick<TreeContent, 'files' | 'links' | 'all'>> {
  const files: string[] = [];
  const links: string[] = [];
  const visit = async (path: string): Promise<void> => {
    for (const entry of await readdir(join(top, path), { withFileTypes: true })) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory() && !['.git', 'node_modules'].includes(entry.name)) await visit(below);
      else if (entry.isFile()) files.push(below);
      else if (entry.isSymbolicLink()) links.push(below);
    }
  };
  await visit(folder);
  return { files: files.sort(), links: links.sort(), all: files };
}
