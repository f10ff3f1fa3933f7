// Builds the portal's app when what it is built from has changed; the backend serves what lies in its dist.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowedEnvironment, runCommand } from '@shipgate/kit/command';
import { withLock } from '../bootstrap-lock.mjs';
import { hashOfApp } from './app-inputs.ts';

const app = 'backstage-plugins/app';
const command = 'node_modules/@backstage/cli-module-build/bin/backstage-cli-module-build';
/** A slow machine with other work to do; an idle one takes 10 to 20 s. */
const longestBuildMs = 300_000;
const shownLines = 30;

/** The app could not be built; the message is for people and holds what the build said last. */
export class AppBuildError extends Error {
  override readonly name = 'AppBuildError';
}

/** Milliseconds that the build took; null when the last one is still good. One build at a time, across processes. */
export async function buildApp(root: string, onStart: () => void): Promise<number | null> {
  const stamp = join(root, app, 'dist/.built-from');
  let took: number | null = null;
  await withLock(join(root, '.data', 'app-build'), async () => {
    const wanted = hashOfApp(root);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
    onStart();
    took = await build(root);
    writeFileSync(stamp, wanted);
  });
  return took;
}

async function build(root: string): Promise<number> {
  // Without CI, under which Backstage's build takes a warning of any package for an error.
  const env = allowedEnvironment(['PATH', 'HOME', 'TMPDIR'], process.env);
  const result = await runCommand({
    argv: [process.execPath, join(root, command), 'package', 'build', '--config', '../app-config.yaml'],
    cwd: join(root, app),
    env: { ...env, NODE_ENV: 'production' },
    timeoutMs: longestBuildMs,
    maxOutputBytes: 4 * 1024 * 1024,
  });
  if (result.exitCode === 0) return result.durationMs;
  const said = `${result.stdout}${result.stderr}`.trim().split('\n').slice(-shownLines).join('\n');
  const how = result.timedOut ? `no end after ${longestBuildMs / 1000} s` : `exit code ${result.exitCode ?? 'none'}`;
  throw new AppBuildError(`the portal's app does not build (${how}):\n${said}`);
}
