import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandResult } from '@shipgate/kit/command';
import { runCommand } from '@shipgate/kit/command';
import type { Verdict } from '@shipgate/schemas';
import { afterAll, describe, expect, it } from 'vitest';
import { startLoadedService } from './loaded-service.fixture.ts';

const entry = join(import.meta.dirname, '..', 'dist', 'index.cjs');
/** The oldest Node that the built file runs on, where a machine has it beside ours. */
const older = '/usr/bin/node';

const plan = `steps: [{ weight: 10, hold: 1s, max: 20s }, { weight: 50, hold: 1s, max: 20s }, { weight: 100, hold: 1s, max: 20s }]
interval: 250ms
request-timeout: 250ms
triggers: { health: { path: /health, failures: 3, window: 10s } }
metrics: [{ name: errors, critical: true, total: http_requests_total, bad: 'http_requests_total{code=~"5.."}' }]
`;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function workspace(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'canary-promote-run-'));
  folders.push(folder);
  return folder;
}

const home = (folder: string) => ({ PATH: process.env['PATH'] ?? '', HOME: folder });

function run(argv: readonly [string, ...string[]], cwd: string): Promise<CommandResult> {
  return runCommand({ argv, cwd, env: home(cwd), timeoutMs: 60_000, maxOutputBytes: 1 << 20 });
}

/** Decides the samples of `live` again with the built gate, in another folder, at another time. */
async function replay(folder: string, node: string): Promise<CommandResult & { readonly bytes: string }> {
  const out = mkdtempSync(join(folder, 'replayed-'));
  const result = await run([node, entry, '--replay', 'live/samples.jsonl', '--output-directory', out], folder);
  const file = join(out, 'verdict.json');
  return { ...result, bytes: existsSync(file) ? readFileSync(file, 'utf8') : String(result.stderr) };
}

interface LiveRun {
  /** Every line so far that went to samples.jsonl, whole or not. */
  lines(): number;
  readonly child: ChildProcess;
  /** The exit code or the signal, and what was printed. */
  readonly ended: Promise<string>;
}

/** The built gate on a service under load. */
async function live(folder: string, canaryErrors: number): Promise<LiveRun> {
  const service = await startLoadedService(canaryErrors);
  writeFileSync(join(folder, 'plan.yml'), plan + service.source);
  const flags = ['--plan', 'plan.yml', '--version', 'v2', '--stable-version', 'v1', '--output-directory', 'live'];
  const child = spawn(process.execPath, [entry, ...flags], { cwd: folder, env: home(folder) });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      service.hear(chunk.toString());
    });
  }
  const samples = join(folder, 'live/samples.jsonl');
  return {
    child,
    lines: () => (existsSync(samples) ? readFileSync(samples, 'utf8').split('\n').length : 0),
    ended: new Promise((resolve) => {
      child.once('close', (code, signal) => {
        void service.close().then(() => resolve(`${code ?? signal}\n${printed}`));
      });
    }),
  };
}

describe('a file of traces', () => {
  it('is answered line by line, and a line that is none is said beside the answers', async () => {
    const folder = workspace();
    const cells = Array.from({ length: 20 }, (_, i) => [(i + 1) * 15, 0, 150, 15, 1350, 6]);
    const trace = { id: 'bad', interval: 15, steps: [{ weight: 10, from: 0, to: 300 }], cells };
    const lines = [trace, { id: 'none' }, { ...trace, id: 'again' }];
    writeFileSync(join(folder, 'traces.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const { stdout, stderr, exitCode } = await run([process.execPath, entry, '--replay', 'traces.jsonl'], folder);
    const answers = String(stdout).trimEnd().split('\n');
    expect(answers.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({ id: 'bad', decision: 'rollback', reason: 'error-rate-higher' }),
      expect.objectContaining({ id: 'again', decision: 'rollback', reason: 'error-rate-higher' }),
    ]);
    expect(String(stderr)).toContain('traces.jsonl:2');
    expect(exitCode).toBe(2);
  });
});

describe('a live run', () => {
  it.each([
    ['is promoted to the end', 0.004, 0, 'finish'],
    ['goes back', 0.05, 1, 'rollback'],
  ] as const)('that %s is decided again offline to the same bytes', async (_how, rate, code, action) => {
    const folder = workspace();
    const { ended } = await live(folder, rate);
    expect(await ended).toMatch(new RegExp(`^${code}\n`));
    const written = readFileSync(join(folder, 'live/verdict.json'), 'utf8');
    expect(JSON.parse(written)).toMatchObject({ evidence: { decision: { action } } });
    for (const node of [process.execPath, ...(existsSync(older) ? [older] : [])]) {
      const { bytes, exitCode } = await replay(folder, node);
      expect(bytes).toBe(written);
      expect(exitCode).toBe(code);
    }
  });

  it('that is killed leaves samples that are decided as far as they go, a line that was cut off left out', async () => {
    const folder = workspace();
    const { child, ended, lines } = await live(folder, 0.004);
    await expect.poll(lines, { timeout: 20_000, interval: 20 }).toBeGreaterThan(5);
    child.kill('SIGKILL');
    expect(await ended).toMatch(/^SIGKILL\n/);
    expect(existsSync(join(folder, 'live/verdict.json'))).toBe(false);
    const whole = await replay(folder, process.execPath);
    const verdict = JSON.parse(whole.bytes) as Verdict;
    expect([whole.exitCode, verdict.outcome]).toEqual([2, 'unknown']);
    appendFileSync(join(folder, 'live/samples.jsonl'), '{"event":"stratum","stratum":{"from":17');
    expect((await replay(folder, process.execPath)).bytes).toBe(whole.bytes);
  });
});
