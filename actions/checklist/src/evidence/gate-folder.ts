/** Verdicts in folders of this machine: what earlier jobs left, as downloaded. Edge file. */
import type { Stats } from 'node:fs';
import { lstat, opendir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { archiveLimits } from './gate-archive.ts';
import { brokenAt, type Found, type Place, readFound } from './gate-verdicts.ts';

export interface FolderLimits {
  readonly mostEntries: number;
  readonly mostDepth: number;
}

const folderLimits: FolderLimits = { mostEntries: 20_000, mostDepth: 12 };

/** There is more in the folder than is looked at: what is not seen may be newer. */
export class FolderTooLarge extends Error {}

/**
 * Every file `verdict.json` below these folders. Links are not followed; a folder that is not there holds nothing.
 * Throws FolderTooLarge, and what the file system says of a folder that cannot be read.
 */
export async function verdictsInFolders(
  folders: readonly string[],
  limits: FolderLimits = folderLimits,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const folder of folders) {
    const open: { path: string; depth: number }[] = [{ path: folder, depth: 0 }];
    let entries = 0;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const entry of await entriesOf(next, limits)) {
        entries += 1;
        if (entries > limits.mostEntries || next.depth > limits.mostDepth)
          throw new FolderTooLarge(`the folder ${basename(folder)} holds more than can be looked at`);
        const path = join(next.path, entry.name);
        if (entry.isDirectory) open.push({ path, depth: next.depth + 1 });
        else if (entry.name === 'verdict.json') found.push(await fileAt(folder, path));
      }
    }
  }
  return found;
}

interface Entry {
  readonly name: string;
  readonly isDirectory: boolean;
}

/** One too many at most. */
async function entriesOf({ path, depth }: { path: string; depth: number }, limits: FolderLimits): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of await opendir(path)) {
      entries.push({ name: entry.name, isDirectory: entry.isDirectory() });
      if (entries.length > limits.mostEntries) break;
    }
  } catch (error) {
    if (depth > 0 || !isMissing(error)) throw error;
  }
  return entries;
}

async function fileAt(folder: string, path: string): Promise<Found> {
  const [facts, name] = [await lstat(path), relative(folder, path)];
  const place: Place = { source: join(basename(folder), name), name, at: facts.mtime };
  const why = whyUnread(facts);
  return why === undefined ? readFound({ bytes: await readFile(path), place }) : brokenAt(place, why);
}

function whyUnread(facts: Stats): string | undefined {
  if (!facts.isFile()) return 'it is no plain file';
  return facts.size > archiveLimits.mostBytes ? 'it is too large' : undefined;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
