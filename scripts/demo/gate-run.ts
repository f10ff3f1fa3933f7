// One run of the built gate, as a process, and the files that it left.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommandLine } from '@shipgate/kit/testing/harness';
import type { Verdict } from '@shipgate/schemas';
import { validateVerdict } from '@shipgate/schemas';
import { disagreements } from './expectation.ts';
import type { Trial } from './trials.ts';

export const entry = 'actions/migrate-gate/dist/index.cjs';

export interface GateRun {
  readonly trial: Trial;
  readonly exitCode: number | null;
  readonly seconds: number;
  /** What it printed, with colours, and without the place of the repository on this machine. */
  readonly log: string;
  readonly summary: string;
  /** Undefined when there is none, or one that does not fit its schema. */
  readonly verdict: Verdict | undefined;
  /** Where it is not what was expected. */
  readonly wrong: readonly string[];
}

/** Where the processes of a demo work. Absolute. */
export interface Ground {
  readonly root: string;
  /** Receives a folder per run. */
  readonly output: string;
  readonly temporary: string;
}

export async function runGate(trial: Trial, { root, output, temporary }: Ground): Promise<GateRun> {
  const directory = join(output, trial.name);
  const ended = await runCommandLine({
    entry: join(root, entry),
    args: [...trial.flags, '--output-directory', directory],
    cwd: trial.folder,
    temporary: join(temporary, trial.name),
    env: { FORCE_COLOR: '1' },
  });
  const read = (name: string) => (existsSync(join(directory, name)) ? readFileSync(join(directory, name), 'utf8') : '');
  const text = read('verdict.json');
  const verdict: unknown = text === '' ? undefined : JSON.parse(text);
  const judged = validateVerdict(verdict);
  return {
    trial,
    exitCode: ended.exitCode,
    seconds: ended.durationMs / 1000,
    log: `${ended.stdout}${ended.stderr}`.replaceAll(`${root}/`, ''),
    summary: read('summary.md'),
    verdict: judged.ok ? judged.verdict : undefined,
    wrong: disagreements(trial.expected, { exitCode: ended.exitCode, timedOut: ended.timedOut, verdict }),
  };
}

/** As a person would type it at the top of the repository. */
export function commandOf({ flags }: Trial): string {
  return ['node', entry, ...flags].join(' ');
}
