import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allowedEnvironment, type CommandRequest, runCommand } from './command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipgate-command-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(argv: CommandRequest['argv'], more: Partial<CommandRequest> = {}) {
  const env = allowedEnvironment(['PATH'], process.env);
  return runCommand({ argv, cwd: folder, env, timeoutMs: 20_000, maxOutputBytes: 1_000_000, ...more });
}

function node(script: string, more: Partial<CommandRequest> = {}) {
  return run([process.execPath, '-e', script], more);
}

/** A zombie that nobody has reaped yet is dead too. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function waitUntil(condition: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('waited 10 s for a condition that did not come');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Parent and grandchild write their ids to files; the grandchild ignores SIGTERM and keeps the parent's output open. */
const stubbornFamily = `
  const { spawn } = require('node:child_process');
  const { writeFileSync } = require('node:fs');
  writeFileSync('parent', String(process.pid));
  const grandchild = 'process.on("SIGTERM", () => {}); require("node:fs").writeFileSync("grandchild", String(process.pid)); setInterval(() => {}, 1000)';
  spawn(process.execPath, ['-e', grandchild], { stdio: 'inherit' });
  setInterval(() => {}, 1000);
`;

const idOf = (name: string) => Number(readFileSync(join(folder, name), 'utf8'));

describe('runCommand', () => {
  it('gives exit code, both outputs and the duration', async () => {
    const result = await node('console.log("out"); console.error("err"); process.exit(3)');
    expect(result).toMatchObject({ exitCode: 3, signal: null, timedOut: false, truncated: false });
    expect(result.stdout.toString()).toBe('out\n');
    expect(result.stderr.toString()).toBe('err\n');
    expect(result.durationMs).toBeGreaterThan(0);
  });

  it('passes arguments as they are, never through a shell', async () => {
    const hostile = '$(touch owned); `touch owned` && touch owned';
    const result = await run([process.execPath, '-e', 'console.log(process.argv[1])', hostile]);
    expect(result.stdout.toString()).toBe(`${hostile}\n`);
    expect(existsSync(join(folder, 'owned'))).toBe(false);
  });

  it('hands over the environment that it was given and nothing else', async () => {
    const result = await node('console.log(JSON.stringify(process.env))', { env: { ONLY: 'this' } });
    expect(JSON.parse(result.stdout.toString())).toEqual({ ONLY: 'this' });
  });

  it('sends standard input and closes it', async () => {
    const result = await run(['cat'], { input: 'first\nsecond' });
    expect(result.stdout.toString()).toBe('first\nsecond');
  });

  it('gives a program that reads an empty standard input its end at once', async () => {
    expect((await run(['cat'])).exitCode).toBe(0);
  });

  it('survives a program that does not read its input', async () => {
    const result = await node('process.exit(0)', { input: Buffer.alloc(5_000_000) });
    expect(result.exitCode).toBe(0);
  });

  it('keeps the first bytes of a long output, says so, and lets the program finish', async () => {
    const script = 'process.stdout.write("x".repeat(3_000_000), () => { console.error("finished"); })';
    const result = await node(script, { maxOutputBytes: 1_000 });
    expect(result.stdout.toString()).toBe('x'.repeat(1_000));
    expect(result.truncated).toBe(true);
    expect(result.stderr.toString()).toBe('finished\n');
  });

  it('kills the whole group on timeout, even a grandchild that ignores SIGTERM', async () => {
    const running = node(stubbornFamily, { timeoutMs: 3_000, graceMs: 200 });
    await waitUntil(() => existsSync(join(folder, 'grandchild')));
    const result = await running;
    expect(result.timedOut).toBe(true);
    expect(result.exitCode).toBeNull();
    expect(result.signal).toBe('SIGTERM');
    await waitUntil(() => !isAlive(idOf('parent')) && !isAlive(idOf('grandchild')));
  });

  it('ends what a program leaves behind when it exits', async () => {
    const leaveBehind = `
      const { spawn } = require('node:child_process');
      const left = spawn('sleep', ['60'], { stdio: 'inherit' });
      require('node:fs').writeFileSync('left', String(left.pid));
      console.log('done');
      process.exit(0);
    `;
    const result = await node(leaveBehind, { graceMs: 200 });
    expect(result).toMatchObject({ exitCode: 0, timedOut: false });
    expect(result.stdout.toString()).toBe('done\n');
    await waitUntil(() => !isAlive(idOf('left')));
  });

  it('ends the whole group when it is told to stop, and calls that no timeout', async () => {
    const stop = new AbortController();
    const running = node(stubbornFamily, { stop: stop.signal, graceMs: 200 });
    await waitUntil(() => existsSync(join(folder, 'grandchild')));
    stop.abort();
    expect(await running).toMatchObject({ timedOut: false, exitCode: null, signal: 'SIGTERM' });
    await waitUntil(() => !isAlive(idOf('parent')) && !isAlive(idOf('grandchild')));
  });

  it('ends a program at once that was told to stop before it began', async () => {
    const result = await node('setInterval(() => {}, 1000)', { stop: AbortSignal.abort(), graceMs: 200 });
    expect(result).toMatchObject({ timedOut: false, exitCode: null });
  });

  it('takes the group with it when our own process is told to end', async () => {
    const ours = join(folder, 'ours.mjs');
    const request = {
      argv: [process.execPath, '-e', stubbornFamily],
      cwd: folder,
      timeoutMs: 60_000,
      maxOutputBytes: 100,
    };
    const module = JSON.stringify(new URL('./command.ts', import.meta.url).href);
    writeFileSync(
      ours,
      `import { runCommand } from ${module}; await runCommand({ ...${JSON.stringify(request)}, env: {} });`,
    );
    const child = spawn(process.execPath, [ours], { stdio: 'ignore' });
    await waitUntil(() => existsSync(join(folder, 'grandchild')));
    const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    child.kill('SIGTERM');
    expect(await ended).toBe('SIGTERM');
    await waitUntil(() => !isAlive(idOf('parent')) && !isAlive(idOf('grandchild')));
  });

  it('leaves no listener on our process behind', async () => {
    const before = process.listenerCount('SIGTERM');
    await node('0');
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });

  it('names a command that does not exist', async () => {
    await expect(run(['shipgate-no-such-command'])).rejects.toMatchObject({
      code: 'command-not-found',
      program: 'shipgate-no-such-command',
    });
  });

  it('tells a missing folder from a missing command', async () => {
    const missing = join(folder, 'missing');
    await expect(run(['cat'], { cwd: missing })).rejects.toMatchObject({ code: 'folder-not-found' });
  });

  it('names a file that is no program', async () => {
    writeFileSync(join(folder, 'text'), 'text');
    await expect(run([join(folder, 'text')])).rejects.toMatchObject({ code: 'command-not-executable' });
  });

  it('refuses a null byte instead of cutting the argument there', async () => {
    await expect(run(['cat', 'a\0b'])).rejects.toMatchObject({ code: 'command-not-started' });
  });
});

describe('allowedEnvironment', () => {
  it('takes only what is named and set', () => {
    const from = { PATH: '/bin', SECRET: 'x', EMPTY: '', UNSET: undefined };
    expect(allowedEnvironment(['PATH', 'EMPTY', 'UNSET', 'toString'], from)).toEqual({ PATH: '/bin', EMPTY: '' });
  });
});
