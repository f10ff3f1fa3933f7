// The portal as a process: one Backstage backend that serves the built app and the API on 127.0.0.1.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { type PortalSettings, portalEnvironment, portalUrl } from './settings.ts';

const longestStartMs = 120_000;
const longestStopMs = 8_000;
const shownLines = 25;
/** Characters: a request's line goes on with much that is said before. */
const longestLine = 240;

/** The portal did not start, or ended unasked; the message is for people and holds the last lines of its log. */
export class PortalError extends Error {
  override readonly name = 'PortalError';
}

export interface Portal {
  readonly url: string;
  readonly logFile: string;
  /** Resolves when the process ends without having been asked to; never otherwise. */
  readonly died: Promise<PortalError>;
  /** Ends the process and waits until it is gone. May be called again. */
  stop(): Promise<void>;
}

/** Starts the portal and waits until it answers. Throws PortalError. The app must be built. */
export async function startPortal(settings: PortalSettings): Promise<Portal> {
  rmSync(settings.data, { recursive: true, force: true });
  mkdirSync(settings.data, { recursive: true });
  const logFile = join(settings.data, 'portal.log');
  const child = start(settings, logFile);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
  });
  const unwatch = endWithUs(child);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), longestStopMs);
    await ended;
    clearTimeout(timer);
    unwatch();
  };
  const failed = async (what: string): Promise<PortalError> =>
    new PortalError(`the portal ${what}; the end of its log:\n${lastLines(logFile)}`);
  const problem = await Promise.race([started(child), ended.then((how) => `did not start (${how})`)]);
  if (problem !== null) {
    await stop();
    throw await failed(problem);
  }
  let asked = false;
  return {
    ...{ url: portalUrl(settings.port), logFile },
    died: new Promise((resolve) => {
      void ended.then(async (how) => (asked ? undefined : resolve(await failed(`ended by itself (${how})`))));
    }),
    stop: () => {
      asked = true;
      return stop();
    },
  };
}

function start(settings: PortalSettings, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a');
  try {
    const transform = ['--require', '@backstage/cli-node/config/nodeTransform.cjs'];
    return spawn(process.execPath, [...transform, 'src/index.ts', '--config', '../app-config.yaml'], {
      cwd: join(settings.root, 'backstage-plugins/backend'),
      env: portalEnvironment(settings, process.env),
      // Over the fourth it says that it has started; when we are gone it closes, and the portal ends.
      stdio: ['ignore', log, log, 'ipc'],
    });
  } finally {
    closeSync(log);
  }
}

/** Null once it has started, else what is wrong. */
function started(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(`did not start within ${longestStartMs / 1000} s`), longestStartMs);
    child.on('message', (message) => {
      if (typeof message !== 'object' || !('type' in message) || message.type !== 'started') return;
      clearTimeout(timer);
      resolve(null);
    });
    child.once('exit', () => clearTimeout(timer));
  });
}

/** Ends the process when ours ends without a stop; returns how to give that up. */
function endWithUs(child: ChildProcess): () => void {
  const end = (): void => {
    child.kill('SIGTERM');
  };
  process.once('exit', end);
  return () => process.off('exit', end);
}

function lastLines(file: string): string {
  const lines = stripVTControlCharacters(readFileSync(file, 'utf8')).trimEnd().split('\n').slice(-shownLines);
  return lines.map((line) => `  ${line.slice(0, longestLine)}`).join('\n');
}
