import { createServer } from 'node:net';
import { join } from 'node:path';
import { runCommand } from '@shipgate/kit/command';
import { describe, expect, it } from 'vitest';
import { freePort } from '../portal/port.ts';
import { root } from '../steps.ts';

/** Only with arguments and variables that are refused: the demo writes into the repository. */
async function demo(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const result = await runCommand({
    argv: [process.execPath, join(root, 'scripts/demo.ts'), ...args],
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    timeoutMs: 60_000,
    maxOutputBytes: 1024 * 1024,
  });
  return { exitCode: result.exitCode, said: `${result.stdout}${result.stderr}` };
}

describe('the demo', () => {
  it('says how it is called when it does not know a flag', async () => {
    const { exitCode, said } = await demo(['--prot', '7007']);
    expect(exitCode).toBe(2);
    expect(said).toContain('got: "--prot"');
    expect(said).toContain('--no-portal   the gate alone');
  });

  it('does not start a portal in production', async () => {
    const { exitCode, said } = await demo([], { NODE_ENV: 'production' });
    expect(exitCode).toBe(2);
    expect(said).toContain('got: NODE_ENV=production');
  });

  it('says that the port is taken, and what to do', async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    try {
      const { exitCode, said } = await demo(['--port', String(port)]);
      expect(exitCode).toBe(1);
      expect(said).toContain(`expected: port ${port} of 127.0.0.1 to be free`);
      expect(said).not.toContain('    at ');
    } finally {
      other.close();
    }
  });
});
