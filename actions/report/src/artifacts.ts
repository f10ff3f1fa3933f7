/** Edge: the verdicts and SARIF files below a folder of downloaded artifacts. Links are not followed, sizes are capped. */
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Fault } from '@shipgate/schemas';

/** A verdict.json, and the results.sarif of the same folder. */
export interface ArtifactFile {
  /** For people: the folder as it was given, and the path below it, with `/`. */
  readonly shown: string;
  readonly path: string;
  readonly sarif: { readonly shown: string; readonly path: string } | null;
}

export interface FoundArtifacts {
  /** By path. */
  readonly files: readonly ArtifactFile[];
  readonly troubles: readonly Fault[];
}

export const limits = {
  verdicts: 500,
  entries: 20_000,
  depth: 16,
  verdictBytes: 16 * 1024 * 1024,
  sarifBytes: 64 * 1024 * 1024,
} as const;

interface Walk {
  readonly folder: string;
  readonly given: string;
  readonly files: ArtifactFile[];
  readonly troubles: Fault[];
  entries: number;
}

/** The folder itself, its links resolved; a fault when it is none, or leads out of `roots` (null: anywhere). */
export function openFolder(folder: string, given: string, roots: readonly string[] | null): string | Fault {
  let real: string;
  try {
    real = realpathSync(folder);
    readdirSync(real);
  } catch (error) {
    return noFolder(given, codeOf(error));
  }
  const isInside = roots === null || roots.some((root) => isBelow(real, realpathSync(root)));
  return isInside ? real : noFolder(given, 'a folder outside of the workspace and of RUNNER_TEMP');
}

/** `folder` from openFolder; `given` is its name for people. */
export function findArtifacts(folder: string, given: string): FoundArtifacts {
  const walk: Walk = { folder, given: given.replace(/\/+$/, ''), files: [], troubles: [], entries: 0 };
  look(walk, folder, 0);
  if (walk.entries > limits.entries || walk.files.length > limits.verdicts)
    return { files: [], troubles: [tooMany(walk)] };
  if (walk.files.length === 0 && walk.troubles.length === 0) return { files: [], troubles: [nothing(given)] };
  return { files: walk.files, troubles: walk.troubles };
}

function look(walk: Walk, folder: string, depth: number): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  walk.entries += entries.length;
  if (walk.entries > limits.entries || walk.files.length > limits.verdicts) return;
  const regular = (name: string) => entries.some((entry) => entry.name === name && entry.isFile());
  if (regular('verdict.json')) {
    const at = (name: string) => ({ path: join(folder, name), shown: shownPath(walk, join(folder, name)) });
    walk.files.push({ ...at('verdict.json'), sarif: regular('results.sarif') ? at('results.sarif') : null });
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < limits.depth) look(walk, path, depth + 1);
    else if (entry.isDirectory()) walk.troubles.push(odd(walk, path, `folders more than ${limits.depth} deep`));
    else if (entry.isSymbolicLink()) walk.troubles.push(odd(walk, path, 'a link'));
    else if (isOurs(entry.name) && !entry.isFile()) walk.troubles.push(odd(walk, path, 'no regular file'));
  }
}

const isOurs = (name: string) => name === 'verdict.json' || name === 'results.sarif';

/** The bytes of a file, or why they are not read. A link, also one that came in between, is not followed. */
export function readCapped(file: { readonly path: string; readonly shown: string }, limit: number): Buffer | Fault {
  let descriptor: number;
  try {
    descriptor = openSync(file.path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    return unreadable(file.shown, codeOf(error));
  }
  try {
    const facts = fstatSync(descriptor);
    if (!facts.isFile()) return unreadable(file.shown, 'no regular file');
    if (facts.size > limit) return unreadable(file.shown, `${facts.size.toLocaleString('en-US')} bytes`, limit);
    return readAll(descriptor, facts.size);
  } catch (error) {
    return unreadable(file.shown, codeOf(error));
  } finally {
    closeSync(descriptor);
  }
}

function readAll(descriptor: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const read = readSync(descriptor, bytes, length, size - length, length);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}

function isBelow(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`);
}

function shownPath({ folder, given }: Walk, path: string): string {
  return [given, ...relative(folder, path).split(sep)].join('/');
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return { ENOENT: 'nothing there', ENOTDIR: 'a file', ELOOP: 'a link', EACCES: 'no right to read it' }[code] ?? code;
}

function noFolder(given: string, got: string): Fault {
  return {
    title: `there is no folder of verdicts ${given}`,
    expected: 'a folder in the workspace or in RUNNER_TEMP with the downloaded artifacts',
    got,
    do: 'let actions/download-artifact write to it before this step, or name its folder as verdicts',
  };
}

function nothing(given: string): Fault {
  return {
    title: 'no verdict was found',
    expected: `one or more files verdict.json below ${given}`,
    got: 'none',
    do: "see that the gate's job uploads its output folder with if: always(), and that this job needs it",
  };
}

function tooMany({ given, entries, files }: Walk): Fault {
  const most = limits.entries.toLocaleString('en-US');
  return {
    title: `there is too much below ${given}`,
    expected: `at most ${limits.verdicts} verdicts, and at most ${most} files and folders`,
    got: files.length > limits.verdicts ? `${limits.verdicts + 1} verdicts and more` : `${entries} entries and more`,
    do: 'download only the artifacts of the gates, by a pattern of their names',
  };
}

function odd(walk: Walk, path: string, got: string): Fault {
  return {
    title: `${shownPath(walk, path)} is not read`,
    expected: 'files and folders, as an artifact holds them',
    got,
    do: 'download the artifacts into a folder of their own',
  };
}

function unreadable(shown: string, got: string, limit?: number): Fault {
  return {
    title: `${shown} cannot be read`,
    expected: limit === undefined ? 'a file that can be read' : `at most ${limit.toLocaleString('en-US')} bytes`,
    got,
    do: limit === undefined ? 'download the artifacts again' : 'let the gate look at less, or split its work',
  };
}
