/** The files of the checkout, as evidence may see them. */
import { createHash } from 'node:crypto';
import { constants, type Dirent, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Git, GitOptions } from '@shipgate/kit/git';
import { hasSigns, pathPattern, plainPath } from '@shipgate/kit/path-pattern';
import type { FileTrouble, RepositoryFiles, SeenFile } from '../ports.ts';
import { FileHistory } from './file-history.ts';
import { TreeState } from './tree-state.ts';

/** Bytes of the largest file that is read. */
const largest = 50 * 1024 * 1024;

/** Most files that a pattern is held against. */
const mostFiles = 200_000;

/** A file whose age may be hidden by a shallow clone. */
export interface DatedFile extends SeenFile {
  /** False: it was so at `at`, and maybe long before; a checkout with `fetch-depth: 0` tells. */
  readonly ageIsKnown: boolean;
}

/** False for a file of which a shallow clone shows only that it is older than `at`. */
export function ageIsKnown(file: SeenFile): boolean {
  return !('ageIsKnown' in file) || file.ageIsKnown !== false;
}

export class CheckoutFiles implements RepositoryFiles {
  private readonly top: string;
  private readonly git: Git | null;
  private readonly history: FileHistory | undefined;
  private tree: Promise<TreeState | undefined> | undefined;
  private realTop: Promise<string> | undefined;

  /** `top` is the top of the working tree. `options` are those that git was opened with. */
  constructor(top: string, git: Git | null, options: GitOptions = { env: {} }) {
    this.top = top;
    this.git = git;
    this.history = git === null ? undefined : new FileHistory(git, options);
  }

  /** Throws GitError when git does not answer. */
  async read(path: string): Promise<DatedFile | FileTrouble> {
    const plain = plainPath(path);
    if (plain === undefined) return refused('it is no path below the top of the repository');
    const real = await this.resolved(plain);
    if (typeof real !== 'string') return real;
    if (await this.isNested(real)) return refused('it lies in a repository of its own');
    const content = await contentOf(join(await this.resolvedTop(), real));
    if ('kind' in content) return content;
    const sha256 = createHash('sha256').update(content.bytes).digest('hex');
    const state = await this.stateOf(plain, real, content.bytes);
    const change = state === 'committed' ? await this.lastChange(real) : { at: content.at, isKnown: true };
    return { path: plain, bytes: content.bytes, sha256, state, at: change.at, ageIsKnown: change.isKnown };
  }

  /**
   * Files on the disk, and those of the commit that are no longer there. Links to folders are not followed, and
   * `node_modules` is not entered unless the pattern names it. Throws when there are more than 200,000 files.
   */
  async match(pattern: string): Promise<readonly string[]> {
    const plain = plainPath(pattern);
    if (plain === undefined) return [];
    if (!hasSigns(plain)) return (await isThere(join(this.top, plain))) ? [plain] : [];
    const { folder, matches } = pathPattern(plain);
    const found = new Set<string>();
    for (const path of (await this.loadedTree())?.committedPaths() ?? []) if (matches(path)) found.add(path);
    const skipped = plain.split('/').includes('node_modules') ? [] : ['node_modules'];
    for (const path of await filesBelow(this.top, folder, ['.git', ...skipped])) if (matches(path)) found.add(path);
    return [...found].sort();
  }

  /** In a submodule, or a checkout inside of this one: no commit here says what it holds. */
  private async isNested(real: string): Promise<boolean> {
    const names = real.split('/').slice(0, -1);
    for (let count = 1; count <= names.length; count += 1) {
      if (await isThere(join(await this.resolvedTop(), ...names.slice(0, count), '.git'))) return true;
    }
    return false;
  }

  /** With links followed, from the top. */
  private async resolved(plain: string): Promise<string | FileTrouble> {
    const top = await this.resolvedTop();
    try {
      const way = relative(top, await realpath(join(top, plain)));
      const isOutside = way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
      return (isOutside ? undefined : plainPath(way.replaceAll(sep, '/'))) ?? refused('it leads out of the repository');
    } catch (error) {
      return troubleOf(error);
    }
  }

  private resolvedTop(): Promise<string> {
    this.realTop ??= realpath(this.top);
    return this.realTop;
  }

  private async stateOf(plain: string, real: string, bytes: Buffer): Promise<SeenFile['state']> {
    if (this.git === null) return null;
    const tree = await this.loadedTree();
    return tree === undefined ? 'made' : tree.stateOf(plain, real, bytes);
  }

  private async lastChange(real: string): Promise<{ at: Date; isKnown: boolean }> {
    const tree = await this.loadedTree();
    if (tree === undefined || this.history === undefined) throw new Error('a committed file is in a commit');
    return this.history.lastChange(tree.head, real);
  }

  private loadedTree(): Promise<TreeState | undefined> {
    this.tree ??= this.git === null ? Promise.resolve(undefined) : TreeState.of(this.git);
    return this.tree;
  }
}

async function contentOf(file: string): Promise<{ bytes: Buffer; at: Date } | FileTrouble> {
  let handle: FileHandle | undefined;
  try {
    // A pipe without a writer would make the opening wait for ever.
    handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    const stats = await handle.stat();
    const trouble = unfit(stats);
    if (trouble !== undefined) return trouble;
    const buffer = Buffer.alloc(stats.size);
    const { bytesRead } = await handle.read(buffer, 0, stats.size, 0);
    return bytesRead === stats.size ? { bytes: buffer, at: stats.mtime } : refused('it changes while it is read');
  } catch (error) {
    return troubleOf(error);
  } finally {
    await handle?.close();
  }
}

function unfit(stats: Stats): FileTrouble | undefined {
  if (stats.isDirectory()) return refused('it is a folder');
  if (!stats.isFile()) return refused('it is no plain file');
  return stats.size > largest ? refused('it is larger than 50\u00a0MB') : undefined;
}

function troubleOf(error: unknown): FileTrouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  if (code === 'ELOOP') return refused('its links lead nowhere');
  if (code === 'ENAMETOOLONG') return refused('its name is too long');
  return refused('it may not be read');
}

function refused(why: string): FileTrouble {
  return { kind: 'refused', why };
}

/** A folder that is not there has no files; one that may not be read has files that nobody has seen. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (troubleOf(error).kind === 'missing') return [];
    throw error;
  }
}

async function isFolder(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined))?.isDirectory() ?? false;
}

async function isThere(file: string): Promise<boolean> {
  return (await lstat(file).catch(() => undefined)) !== undefined;
}

async function filesBelow(top: string, folder: string, skipped: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of await entriesOf(join(top, next))) {
      const path = next === '' ? entry.name : `${next}/${entry.name}`;
      if (entry.isDirectory()) folders.push(...(skipped.includes(entry.name) ? [] : [path]));
      else if (!(entry.isSymbolicLink() && (await isFolder(join(top, path))))) found.push(path);
    }
    if (found.length + folders.length > mostFiles)
      throw new Error(`more than ${mostFiles} files are below the folder of the pattern`);
  }
  return found;
}
