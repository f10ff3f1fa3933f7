/** The built gate as a process of its own, with a plan in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Verdict, validateVerdict } from '@shipgate/schemas';

const entry = join(import.meta.dirname, '..', 'dist', 'index.cjs');

export interface GateFolder {
  readonly path: string;
  remove(): void;
}

export interface GateOptions {
  readonly folder: GateFolder;
  /** Plan as a value; YAML takes JSON. */
  readonly plan: unknown;
  /** Number of the workflow run that it says to be one of; without it each process is a person at a terminal. */
  readonly run?: number;
}

export interface GateProcess {
  readonly child: ChildProcess;
  /** All that was printed so far. */
  text(): string;
  readonly ended: Promise<GateEnd>;
}

export interface GateEnd {
  /** Exit code, or the name of the signal that ended it. */
  readonly code: number | string | null;
  readonly text: string;
  /** Absolute: where verdict.json, samples.jsonl and summary.md are. */
  readonly output: string;
  /** Undefined where it was not written. Throws when it does not fit its schema. */
  readonly verdict: Verdict | undefined;
}

export function gateFolder(): GateFolder {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'canary-promote-real-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

let outputs = 0;

export function startGate({ folder, plan, run }: GateOptions): GateProcess {
  outputs += 1;
  const output = `out-${outputs}`;
  writeFileSync(join(folder.path, 'plan.yml'), JSON.stringify(plan));
  const flags = ['--plan', 'plan.yml', '--version', 'v2', '--stable-version', 'v1', '--output-directory', output];
  const child = spawn(process.execPath, [entry, ...flags], {
    cwd: folder.path,
    env: { PATH: process.env['PATH'] ?? '', HOME: folder.path, ...jobOf(run) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part.toString()));
  const text = () => parts.join('');
  return {
    child,
    text,
    ended: once(child, 'close').then(([code, signal]: (number | string | null)[]) => ({
      code: code ?? signal ?? null,
      text: text(),
      output: join(folder.path, output),
      verdict: verdictIn(join(folder.path, output, 'verdict.json')),
    })),
  };
}

/** What makes two tries of one job the same holder of a lock. */
function jobOf(run: number | undefined): Readonly<Record<string, string>> {
  if (run === undefined) return {};
  return { GITHUB_REPOSITORY: 'acme/orders', GITHUB_RUN_ID: String(run), GITHUB_JOB: 'rollout' };
}

function verdictIn(file: string): Verdict | undefined {
  if (!existsSync(file)) return undefined;
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const checked = validateVerdict(value);
  if (!checked.ok) throw new Error(`expected a verdict of its schema, got ${JSON.stringify(checked)}`);
  return checked.verdict;
}
