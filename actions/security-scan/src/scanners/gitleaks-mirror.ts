/**
 * A folder with the files of a tree, for `gitleaks dir`: it would scan what git ignores as well, and no flag keeps it from
 * the `.gitleaksignore` of the folder that it scans.
 */
import { copyFile, link, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Tree } from '../ports.ts';
import { CONFIG, type GitleaksSettings, IGNORE, layOut } from './gitleaks-settings.ts';

export interface Mirror {
  /** The path in the tree of a path in the mirror. */
  original(path: string): string;
  /** Files of the tree that could not be laid out. */
  readonly unread: readonly string[];
}

const together = 64;

/** Trusted settings stand in the place of the tree's own, and those under another name, so that they are scanned too. */
export async function mirrorOf(tree: Tree, settings: GitleaksSettings, folder: string): Promise<Mirror> {
  const settingsOfOurs = new Set([...settings.keys(), CONFIG, IGNORE]);
  const taken = new Set([...tree.files, ...settingsOfOurs]);
  const names = new Map<string, string>();
  for (const path of tree.files) if (settingsOfOurs.has(path)) names.set(path, freeName(path, taken));
  const unread: string[] = [];
  for (let at = 0; at < tree.files.length; at += together) {
    await Promise.all(
      tree.files.slice(at, at + together).map(async (path) => {
        if (!(await lay(join(tree.root, path), join(folder, names.get(path) ?? path)))) unread.push(path);
      }),
    );
  }
  await layOut(settings, folder);
  const back = new Map([...names].map(([path, name]) => [name, path]));
  return { original: (path) => back.get(path) ?? path, unread };
}

function freeName(path: string, taken: ReadonlySet<string>): string {
  let name = `${path}.proposed`;
  while (taken.has(name)) name = `${name}.proposed`;
  return name;
}

/** A second name of the file where the file system has such, else a copy. */
async function lay(from: string, to: string): Promise<boolean> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await link(from, to);
    return true;
  } catch {
    return await copyFile(from, to).then(
      () => true,
      () => false,
    );
  }
}
