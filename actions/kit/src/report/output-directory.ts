/** The folder of a run's files. */
import { accessSync, constants, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '@shipgate/schemas';

/** Port: named files of one run, each there as a whole or not at all. */
export interface OutputFiles {
  /** Throws the error of the file system. */
  write(name: string, text: string): void;
}

/** The names that a run of a gate may write. */
export const outputNames = ['verdict.json', 'results.sarif', 'summary.md'] as const;

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
      writeFileSync(partial, text);
      renameSync(partial, join(folder, name));
    },
  };
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
