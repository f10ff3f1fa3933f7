// A Backstage that is not ours, with our packages from their tarballs: built, started, and ended.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FrontendSystem } from './app-folder.ts';
import { yarnOf } from './app-folder.ts';
import { foreignEnvironment, runForeign } from './command.ts';
import type { AppSettings } from './edits.ts';
import { addTarballs, addToSources, writeSettings } from './edits.ts';

const longestStartMs = 180_000;
const shownLines = 30;

export interface ForeignApp {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Installs the tarballs (package name -> file) into the app, and builds its frontend. */
export async function buildForeignApp(
  app: string,
  system: FrontendSystem,
  tarballs: ReadonlyMap<string, string>,
  settings: AppSettings,
): Promise<void> {
  addTarballs(app, tarballs);
  addToSources(app, system);
  const own = writeSettings(app, settings);
  await runForeign([process.execPath, yarnOf(app), 'install', '--mode=skip-build'], app);
  const config = ['--config', join(app, 'app-config.yaml'), '--config', own];
  await runForeign([process.execPath, yarnOf(app), 'run', 'build', ...config], join(app, 'packages/app'), {
    GITHUB_TOKEN: 'unused',
  });
}

/** Starts the app's backend from its sources, as `yarn start` does, and waits until it is ready. It serves the frontend too. */
export async function startForeignApp(app: string, port: number): Promise<ForeignApp> {
  const logFile = join(app, 'backend.log');
  const log = openSync(logFile, 'w');
  const transform = ['--require', '@backstage/cli-node/config/nodeTransform.cjs', 'src/index.ts'];
  const config = ['app-config.yaml', 'app-config.shipgate.yaml'].flatMap((name) => ['--config', join(app, name)]);
  const child = spawn(process.execPath, [...transform, ...config], {
    cwd: join(app, 'packages/backend'),
    env: foreignEnvironment({ GITHUB_TOKEN: 'unused' }),
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = new Promise<string>((settle) => {
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, signal) => settle(signal ?? `exit code ${code}`));
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(timer);
  };
  const url = `http://127.0.0.1:${port}`;
  const problem = await Promise.race([untilReady(url), ended]);
  if (problem === null) return { url, stop };
  await stop();
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-shownLines).join('\n');
  throw new Error(`the foreign backend did not start (${problem}); the end of its log:\n${lines}`);
}

/** Null once the backend says that every plugin of it has started. */
async function untilReady(url: string): Promise<string | null> {
  const giveUpAt = performance.now() + longestStartMs;
  while (performance.now() < giveUpAt) {
    const response = await fetch(`${url}/.backstage/health/v1/readiness`).catch(() => null);
    if (response?.ok === true) return null;
    await wait(500);
  }
  return `not ready within ${longestStartMs / 1000} s`;
}
