import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { root } from '../steps.ts';

const at = (path: string) => JSON.stringify(pathToFileURL(join(root, path)).href);
/** A process with a command of the kit under way, which tells how it is stopped and takes a moment to close. */
const code = `
const { stopping } = await import(${at('scripts/demo/stopping.ts')});
const { runCommand } = await import(${at('actions/kit/src/command.ts')});
const { stopped } = stopping();
const argv = [process.execPath, '-e', 'setTimeout(() => undefined, 60_000)'];
void runCommand({ argv, cwd: '.', env: {}, timeoutMs: 60_000, maxOutputBytes: 1000 });
console.log('runs');
const error = await stopped.catch((reason) => reason);
await new Promise((resolve) => setTimeout(resolve, Number(process.argv[1])));
console.log('closed');
process.exit(error.exitCode);
`;

/** Signals it as soon as it runs, once or twice; gives what it printed and its exit code. */
async function stop(signals: readonly NodeJS.Signals[], closesAfterMs: number) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, String(closesAfterMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said === 'runs\n') for (const signal of signals) child.kill(signal);
  });
  const exitCode = await new Promise((resolve) => child.once('close', resolve));
  return { said, exitCode };
}

describe('stopping', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)(
    'on %s lets everything be closed, although a command is under way, and ends with %i',
    async (signal, exitCode) => {
      expect(await stop([signal], 50)).toEqual({ said: 'runs\nclosed\n', exitCode });
    },
  );

  it('does not wait for the closing on a second signal', async () => {
    expect(await stop(['SIGINT', 'SIGTERM'], 50_000)).toMatchObject({ said: 'runs\n' });
  });
});
