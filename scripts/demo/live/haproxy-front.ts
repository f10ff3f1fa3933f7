// A real HAProxy in front of the two releases.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Front, type FrontSettings, routerSection, serverNames } from './front-settings.ts';

export async function startHaproxyFront(command: string, settings: FrontSettings): Promise<Front> {
  const { folder } = settings;
  const port = await freePort();
  writeFileSync(join(folder, 'haproxy.cfg'), configuration(settings, port));
  const child = spawn(command, ['-db', '-f', 'haproxy.cfg'], { cwd: folder, stdio: 'ignore' });
  const stop = async () => {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    child.kill('SIGKILL');
    await ended;
  };
  process.once('exit', () => child.kill('SIGKILL'));
  while (!existsSync(join(folder, 'admin.sock'))) {
    if (child.exitCode !== null) throw new Error(`expected HAProxy to run, got its end with ${child.exitCode}`);
    await wait(20);
  }
  return { name: 'HAProxy', url: `http://127.0.0.1:${port}`, router: routerSection(folder, settings), stop };
}

function configuration(settings: FrontSettings, port: number): string {
  const { folder, stable, canary } = settings;
  const names = serverNames(settings);
  const lines = (servers: readonly string[], addresses: readonly string[], weight: number) =>
    servers.map((name, at) => `  server ${name} ${addresses[at]} weight ${weight}`);
  return [
    'global',
    `  stats socket ${join(folder, 'admin.sock')} mode 600 level admin`,
    'defaults',
    '  mode http',
    '  timeout connect 2s',
    '  timeout client 10s',
    '  timeout server 10s',
    'frontend web',
    `  bind 127.0.0.1:${port}`,
    '  default_backend orders',
    'backend orders',
    '  balance roundrobin',
    ...lines(names.stable, stable, 100),
    ...lines(names.canary, canary, 0),
    '',
  ].join('\n');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
