/** Reads a folder of the working tree. What lies outside the repository is never read, wherever a link points. */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Files below the folder, sorted, from the top with /; links that lead out are among them. Or what is there instead. */
export type FolderRead = { readonly files: readonly string[] } | { readonly why: string };

/** Beyond this a file is no migration that anybody reviews. */
const LARGEST_FILE = 16 * 1024 * 1024;
const MOST_FILES = 20_000;

/** All files below `folder` (absolute). A folder that is named like a script is among them: it shall be told, not passed over. */
export function listFolder(top: string, folder: string): FolderRead {
  const files: string[] = [];
  const open = [folder];
  try {
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const entry of readdirSync(next, { withFileTypes: true })) {
        const path = join(next, entry.name);
        if (entry.name === '.git' || entry.name === 'node_modules') continue;
        if (entry.isDirectory() && !entry.name.endsWith('.sql')) open.push(path);
        else files.push(relative(top, path).split(sep).join('/'));
      }
      // Silence about the rest would be a pass for files that nobody read.
      if (files.length > MOST_FILES) return { why: 'one with more than 20,000 files' };
    }
  } catch (error) {
    return { why: codeOf(error) === 'ENOENT' ? 'none' : whyNot(error) };
  }
  return { files: files.sort((a, b) => (a < b ? -1 : 1)) };
}

/** A text, or why it cannot be read. `missing`: there is nothing of this name, not even a link. */
export type TextRead = { readonly text: string } | { readonly why: string; readonly missing?: true };

/** The text of a file, without byte order mark. */
export function readText(top: string, file: string): TextRead {
  const read = readBytes(top, file);
  return 'bytes' in read ? decode(read.bytes) : read;
}

type BytesRead = { readonly bytes: Uint8Array } | Extract<TextRead, { why: string }>;

export function readBytes(top: string, file: string): BytesRead {
  const path = join(top, file);
  try {
    const inside = relative(realpathSync(top), realpathSync(path));
    if (inside === '..' || inside.startsWith(`..${sep}`)) return { why: 'a link that leads out of the repository' };
    const stat = statSync(path);
    if (!stat.isFile()) return { why: whatInstead(path) };
    if (stat.size > LARGEST_FILE) return { why: `${Math.round(stat.size / 1024 / 1024)} MB` };
    return { bytes: readFileSync(path) };
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return { why: whyNot(error) };
    return isLink(path) ? { why: 'a link to nothing' } : { why: 'nothing under this name', missing: true };
  }
}

function whatInstead(path: string): string {
  const what = statSync(path).isDirectory() ? 'a folder' : 'something that is no file';
  return isLink(path) ? `a link to ${what}` : what;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'an error';
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'no permission to read it',
  ENOTDIR: 'a file',
  ELOOP: 'a link that leads to itself',
};

function whyNot(error: unknown): string {
  const code = codeOf(error);
  return reasons[code] ?? code;
}

/** UTF-8 or nothing: migration tools send what they read, and the server refuses the rest. `mark: 'kept'`: with its byte order mark. */
export function decode(bytes: Uint8Array, mark: 'kept' | 'taken-off' = 'taken-off'): TextRead {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: mark === 'kept' }).decode(bytes);
    return text.includes('\0') ? { why: 'a file with NUL characters' } : { text };
  } catch {
    return { why: 'bytes that are not UTF-8' };
  }
}
