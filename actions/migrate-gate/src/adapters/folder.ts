/** Reads a folder of the working tree. What lies outside the repository is never read, wherever a link points. */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface FolderContents {
  /** Files below the folder, sorted, from the top with /; links that lead out are among them. */
  readonly files: readonly string[];
}

/** Beyond this a file is no migration that anybody reviews. */
const LARGEST_FILE = 16 * 1024 * 1024;
const MOST_FILES = 20_000;

/** All files below `folder` (absolute), or null when there is no such folder. */
export function listFolder(top: string, folder: string): FolderContents | null {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isDirectory()) return null;
  const files: string[] = [];
  const open = [folder];
  for (let next = open.pop(); next !== undefined && files.length < MOST_FILES; next = open.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const path = join(next, entry.name);
      if (entry.name === '.git' || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) open.push(path);
      else files.push(relative(top, path).split(sep).join('/'));
    }
  }
  return { files: files.sort((a, b) => (a < b ? -1 : 1)) };
}

/** A text, or why it cannot be read. */
export type TextRead = { readonly text: string } | { readonly why: string };

export function readText(top: string, file: string): TextRead {
  const path = join(top, file);
  try {
    const inside = relative(realpathSync(top), realpathSync(path));
    if (inside.startsWith('..')) return { why: 'a link that leads out of the repository' };
    const stat = statSync(path);
    if (!stat.isFile()) return { why: lstatSync(path).isSymbolicLink() ? 'a link to something that is no file' : 'something that is no file' };
    if (stat.size > LARGEST_FILE) return { why: `${Math.round(stat.size / 1024 / 1024)} MB` };
    return decode(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'an error';
    return { why: code === 'EACCES' ? 'no permission to read it' : code === 'ENOENT' ? 'a link to nothing' : code };
  }
}

/** A text without byte order mark; migration tools send what they read, so anything but UTF-8 is refused by the server. */
export function decode(bytes: Uint8Array): TextRead {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? { why: 'a file with NUL characters' } : { text };
  } catch {
    return { why: 'bytes that are not UTF-8' };
  }
}
