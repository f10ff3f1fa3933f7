/** The folder of a run's files. */
import { accessSync, closeSync, constants, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '@shipgate/schemas';
import type { FileText } from './view.ts';

/** Port: named files of one run, each there as a whole or not at all. */
export interface OutputFiles {
  /** Throws the error of the file system. A text in pieces is written as they come. */
  write(name: string, text: FileText): void;
}

/** The names that a run of a gate may write. */
export const outputNames = ['verdict.json', 'results.sarif', 'full.sarif', 'summary.md'] as const;

/**
 * Makes the folder (absolute), or says why it cannot be written to. `shown` is its name for people. Files of these
 * `names` that an earlier run left are removed, so that none outlives its run.
 */
export function openOutputDirectory(
  folder: string,
  shown: string,
  names: readonly string[] = outputNames,
): OutputFiles | Fault {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    for (const name of names) rmSync(join(folder, name), { force: true });
  } catch (error) {
    return unwritable(shown, error);
  }
  return {
    write(name, text) {
      const partial = join(folder, `.${name}.${process.pid}`);
      if (typeof text === 'string') writeFileSync(partial, text);
      else writePieces(partial, text);
      renameSync(partial, join(folder, name));
    },
  };
}

/** Characters that are written at once. */
const AT_ONCE = 1 << 20;

function writePieces(file: string, pieces: Iterable<string>): void {
  const handle = openSync(file, 'w');
  try {
    let held = '';
    for (const piece of pieces) {
      held += piece;
      if (held.length < AT_ONCE) continue;
      writeFileSync(handle, held);
      held = '';
    }
    writeFileSync(handle, held);
  } finally {
    closeSync(handle);
  }
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
