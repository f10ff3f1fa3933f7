import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { verdictIn } from './run.fixture.ts';

describe('the process of a gate', () => {
  const script = fileURLToPath(new URL('runtime.fixture.ts', import.meta.url));
  const start = (deed: string, ...more: string[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'shipgate-process-'));
    const child = spawn(process.execPath, ['--no-warnings', script, '--deed', deed, ...more], {
      cwd: folder,
      env: { PATH: process.env['PATH'] },
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (data) => (output.stdout += data));
    child.stderr.on('data', (data) => (output.stderr += data));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    return { child, output, ended, verdict: () => verdictIn(readFileSync(join(folder, 'out/verdict.json'), 'utf8')) };
  };

  it('ends by itself with all of a large verdict on a slow pipe', async () => {
    const { child, output, ended } = start('large', '--json');
    child.stdout.pause();
    setTimeout(() => child.stdout.resume(), 300);
    expect(await ended).toBe(0);
    expect(output.stdout.length).toBeGreaterThan(1_000_000);
    expect(verdictIn(output.stdout).outcome).toBe('pass');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('writes a verdict when %s comes', async (signal) => {
    const { child, output, ended, verdict } = start('wait');
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill(signal);
    expect(await ended).toBe(2);
    expect(verdict().reasons).toMatchObject([
      { code: 'cancelled', seen: `${signal} came before the gate had decided.` },
    ]);
    expect(output.stderr).toBe('cleaned up\n');
    expect(output.stdout).toContain('UNKNOWN  security-scan: cancelled before it was proven');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('writes a verdict when %s comes while a command runs', async (signal) => {
    const { child, ended, verdict } = start('command');
    await new Promise((resolve) => child.stderr.once('data', resolve));
    child.kill(signal);
    expect(await ended).toBe(2);
    expect(verdict().reasons).toMatchObject([{ code: 'cancelled' }]);
  });

  it.each([
    ['stall', 'the gate stopped without an answer'],
    ['throw-late', 'late'],
  ])('is unknown, not silent: %s', async (deed, message) => {
    const { output, ended, verdict } = start(deed);
    expect(await ended).toBe(2);
    expect(verdict().reasons).toMatchObject([{ code: 'internal-error', evidence: { message } }]);
    expect(output.stdout).toContain(message);
  });

  it('survives a reader that goes away', async () => {
    const { child, ended, verdict } = start('large', '--json');
    child.stdout.destroy();
    expect(await ended).toBe(0);
    expect(verdict().outcome).toBe('pass');
  });
});
