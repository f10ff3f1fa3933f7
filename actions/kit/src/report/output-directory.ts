/** The folder of a run's files. */
import { accessSync, closeSync, constants, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Fault } from '@shipgate/schemas';
import { visible } from '../escape.ts';
import { checkoutsAround, isWithin, linkWithin } from '../way.ts';
import type { FileText } from './view.ts';

/** Port: named files of one run, each there as a whole or not at all. */
export interface OutputFiles {
  /** Throws the error of the file system. A text in pieces is written as they come. */
  write(name: string, text: FileText): void;
}

/** The names that a run of a gate may write. */
export const outputNames = ['verdict.json', 'results.sarif', 'full.sarif', 'summary.md'] as const;

/** Where the files of a run go. */
export interface OutputPlace {
  /** Absolute. */
  readonly folder: string;
  /** Its name for people. */
  readonly shown: string;
  /** Folders that a change has filled: none of their links is followed, and no file of theirs is written through. */
  readonly checkouts: readonly string[];
}

/**
 * Makes the folder, or says why it cannot be written to. Files of these `names` that an earlier run left are removed, so that
 * none outlives its run.
 */
export function openOutputDirectory(
  { folder, shown, checkouts }: OutputPlace,
  names: readonly string[] = outputNames,
): OutputFiles | Fault {
  const foreign = checkoutsAround(checkouts);
  try {
    const link = linkWithin(foreign, folder);
    if (link !== undefined) return leadsAway(shown, link, foreign);
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    for (const name of names) rmSync(join(folder, name), { force: true });
  } catch (error) {
    return unwritable(shown, error);
  }
  return {
    write(name, text) {
      // What ran meanwhile may have put a link there.
      if (linkWithin(foreign, folder) !== undefined) throw Object.assign(new Error('a link'), { code: 'ELOOP' });
      const partial = join(folder, `.${name}.${process.pid}`);
      const file = createFile(partial);
      try {
        writePieces(file, typeof text === 'string' ? [text] : text);
      } finally {
        closeSync(file);
      }
      renameSync(partial, join(folder, name));
    },
  };
}

/** Opens a new file for writing in place of what has this name; a link is taken away, and nothing is written through it. */
export function createFile(path: string): number {
  rmSync(path, { force: true });
  return openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW);
}

/** The fault of a folder that would lead elsewhere. */
function leadsAway(shown: string, link: string, checkouts: readonly string[]): Fault {
  const checkout = checkouts.find((folder) => isWithin(folder, link)) ?? '';
  const name = visible(relative(checkout, link));
  return {
    title: 'the output directory leads through a link of the checkout',
    expected: 'a folder that no link in the checkout leads to: a change can point one anywhere',
    got: name === shown ? `${shown}, a link` : `${shown}, with the link ${name}`,
    do: 'remove the link, or give another folder as output-directory',
  };
}

/** Characters that are written at once. */
const AT_ONCE = 1 << 16;

function writePieces(file: number, pieces: Iterable<string>): void {
  let held = '';
  for (const piece of pieces) {
    held += piece;
    if (held.length < AT_ONCE) continue;
    writeFileSync(file, held);
    held = '';
  }
  writeFileSync(file, held);
}

/** The fault of a folder that refused. */
export function unwritable(shown: string, error: unknown): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return {
    title: 'the output directory cannot be written to',
    expected: 'a folder in which the verdict can be written',
    got: `${shown} (${code})`,
    do: 'give another folder as output-directory, or the right to write to this one',
  };
}
