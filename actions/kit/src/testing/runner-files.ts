/**
 * The files through which a step speaks to the runner (GITHUB_OUTPUT and its like), and their reading:
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#environment-files.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const names = { GITHUB_OUTPUT: 'set_output', GITHUB_STEP_SUMMARY: 'step_summary', GITHUB_ENV: 'set_env' } as const;
const moreNames = { GITHUB_PATH: 'add_path', GITHUB_STATE: 'save_state' } as const;

export type RunnerFiles = Readonly<Record<keyof typeof names | keyof typeof moreNames, string>>;

/** Empty files below RUNNER_TEMP, as the runner lays them before a step. */
export function makeRunnerFiles(runnerTemp: string): RunnerFiles {
  const folder = join(runnerTemp, '_runner_file_commands');
  mkdirSync(folder, { recursive: true });
  const files = Object.entries({ ...names, ...moreNames }).map(([variable, name]) => {
    const file = join(folder, name);
    writeFileSync(file, '');
    return [variable, file] as const;
  });
  return Object.fromEntries(files) as unknown as RunnerFiles;
}

/** `NAME=VALUE` and `NAME<<MARK` … `MARK`. Throws as the runner fails the step: a line of neither form, a mark not closed. */
export function readKeyValues(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      values[nonEmpty(line.slice(0, equals), line)] = line.slice(equals + 1);
      continue;
    }
    if (heredoc < 0) throw new Error(`Invalid format ${JSON.stringify(line)}`);
    const mark = nonEmpty(line.slice(heredoc + 2), line);
    const end = lines.indexOf(mark, at + 1);
    if (end < 0) throw new Error(`Matching delimiter not found ${JSON.stringify(mark)}`);
    values[nonEmpty(line.slice(0, heredoc), line)] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return values;
}

function nonEmpty(part: string, line: string): string {
  if (part === '') throw new Error(`Invalid format ${JSON.stringify(line)}`);
  return part;
}

export const readRunnerFile = (file: string): string => readFileSync(file, 'utf8');
