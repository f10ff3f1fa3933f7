import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

/** The top of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** One thing that `npm run check` proves and `npm run fix` mends. Arguments are those of Node. */
export interface Step {
  readonly name: string;
  readonly check: readonly string[];
  /** Null where there is nothing that a program could mend. */
  readonly fix: readonly string[] | null;
  /** Whether the last line that it prints belongs behind its `ok`. */
  readonly says?: boolean;
}

const biome = [
  'node_modules/@biomejs/biome/bin/biome',
  'check',
  '--error-on-warnings',
  '--max-diagnostics=50',
  '--colors=off',
];

/** In the order in which `fix` must write: what is generated first, then formatting, then the bundles made of it. */
export const steps: readonly Step[] = [
  generator('schemas', 'scripts/generate-schemas.ts'),
  generator('action-docs', 'scripts/action-docs.ts'),
  { name: 'biome', check: [...biome, '.'], fix: [...biome, '--write', '.'] },
  types('types', '.'),
  types('plugin-types', 'backstage-plugins'),
  { name: 'house', check: ['scripts/house.ts'], fix: null, says: true },
  { name: 'reason-docs', check: ['scripts/reason-docs.ts'], fix: null, says: true },
  generator('dist', 'scripts/build.ts'),
];

/** The project says by itself what it emits; a check writes nothing. */
function types(name: string, project: string): Step {
  const check = ['node_modules/typescript/bin/tsc', '-p', project, '--noEmit', '--pretty', 'false'];
  return { name, check, fix: null };
}

function generator(name: string, script: string): Step {
  return { name, check: [script, '--check'], fix: [script, '--write'] };
}

export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  /** What it printed, both streams as they came. */
  readonly output: string;
}

/** Runs the step as a process of its own, in `folder`; never throws. */
export function runStep(name: string, args: readonly string[], folder: string = root): Promise<StepResult> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NO_COLOR: '1',
      PATH: `${join(folder, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
    },
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((settle) => {
    const settleWith = (ok: boolean, extra: string): void => {
      const seconds = (performance.now() - startedAt) / 1000;
      settle({ name, ok, seconds, output: Buffer.concat(chunks).toString('utf8') + extra });
    };
    child.once('error', (error) => settleWith(false, `could not start: ${error.message}\n`));
    child.once('close', (code, signal) => settleWith(code === 0, signal === null ? '' : `ended by ${signal}\n`));
  });
}

/** `ok    types        1.2 s`, and the step's own words behind it when it has some. */
export function lineOf(result: StepResult, says: boolean): string {
  const words = says && result.ok ? (result.output.trimEnd().split('\n').at(-1) ?? '') : '';
  const time = `${result.seconds.toFixed(1)} s`;
  return `${result.ok ? 'ok  ' : 'FAIL'}  ${result.name.padEnd(12)} ${time.padStart(6)}${words === '' ? '' : `  ${words}`}`;
}

/** Runs them all, one after the other, whatever the ones before said; prints a line each and what the failing ones printed. */
export async function runSteps(
  list: readonly (readonly [Step, readonly string[]])[],
  print: (line: string) => void,
  folder: string = root,
): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  for (const [step, args] of list) {
    const result = await runStep(step.name, args, folder);
    results.push(result);
    print(lineOf(result, step.says ?? false));
    if (!result.ok) print(indented(result.output));
  }
  return results;
}

function indented(output: string): string {
  const lines = output.trimEnd().split('\n');
  return lines.map((line) => (line === '' ? '' : `      ${line}`)).join('\n');
}

/** All checks. True when every one holds. */
export async function check(print: (line: string) => void): Promise<boolean> {
  const list = steps.map((step) => [step, step.check] as const);
  const failed = (await runSteps(list, print)).filter(({ ok }) => !ok);
  if (failed.length > 0)
    print(`${failed.length} of ${list.length} checks fail: ${failed.map(({ name }) => name).join(', ')}`);
  return failed.length === 0;
}

/** Everything that a program can mend. True when nothing is left that it could not. */
export async function fix(print: (line: string) => void): Promise<boolean> {
  const list = steps.flatMap((step) => (step.fix === null ? [] : [[step, step.fix] as const]));
  return (await runSteps(list, print)).every(({ ok }) => ok);
}
