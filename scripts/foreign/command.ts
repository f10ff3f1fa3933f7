import { dirname } from 'node:path';
import { allowedEnvironment, runCommand } from '@shipgate/kit/command';

const shownLines = 30;

/**
 * What a foreign app's programs see of our environment. Not `CI`, under which Backstage's build takes a warning of any
 * package for an error; and our Node before any other, since the apps want 22 or 24.
 */
export function foreignEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const allowed = allowedEnvironment(
    ['PATH', 'HOME', 'TMPDIR', 'npm_config_registry', 'NODE_EXTRA_CA_CERTS'],
    process.env,
  );
  return { ...allowed, PATH: `${dirname(process.execPath)}:${allowed['PATH'] ?? ''}`, ...more };
}

/** Runs a program to its end; rejects with the last lines that it printed when that is not 0, or not within the time. */
export async function runForeign(
  argv: readonly [string, ...string[]],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  timeoutMs = 1_200_000,
): Promise<void> {
  const maxOutputBytes = 8 * 1024 * 1024;
  const result = await runCommand({ argv, cwd, env: foreignEnvironment(env), timeoutMs, maxOutputBytes });
  if (result.exitCode === 0) return;
  const said = `${result.stdout}${result.stderr}`.trim().split('\n').slice(-shownLines).join('\n');
  const how = result.timedOut ? `no end after ${timeoutMs / 1000} s` : `exit code ${result.exitCode ?? 'none'}`;
  throw new Error(`${argv.join(' ')} in ${cwd} (${how}):\n${said}`);
}
