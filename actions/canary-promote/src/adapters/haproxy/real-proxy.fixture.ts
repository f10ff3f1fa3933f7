/** A real HAProxy in a folder of its own, with small web servers behind it that say their names. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request, type Server } from 'node:http';
import { connect, createServer as createListener } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface RealProxyOptions {
  readonly stable: readonly string[];
  readonly canary: readonly string[];
  /** Of each server of stable, as configured. */
  readonly stableWeight?: number;
  readonly balance?: string;
  /** Further lines of the backend. */
  readonly more?: readonly string[];
}

export interface RealProxy {
  readonly folder: string;
  /** With all rights, and with those of an operator. */
  readonly socket: string;
  readonly operator: string;
  /** host:port of the same. */
  readonly address: string;
  /** Sends one line, and gives all that comes back. */
  ask(line: string): Promise<string>;
  /** Weights, by the beginning of the command that sets each; read without any code of the adapter. */
  weights(): Promise<ReadonlyMap<string, number>>;
  /** So many requests through the proxy: how many each server answered. */
  requests(count: number): Promise<Readonly<Record<string, number>>>;
  /** Ends a web server; it comes back on the same port. */
  stopServer(name: string): Promise<void>;
  startServer(name: string): Promise<void>;
  /** As a service manager does: a new process takes over the sockets, with the weights of the configuration. */
  reload(): Promise<void>;
  stop(): Promise<void>;
}

export async function startProxy(command: string, options: RealProxyOptions): Promise<RealProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'shipgate-haproxy-'));
  const ends = new WebServers();
  for (const name of [...options.stable, ...options.canary]) await ends.start(name, 0);
  const port = await freePort();
  const paths = { socket: join(folder, 'admin.sock'), operator: join(folder, 'operator.sock') };
  writeFileSync(join(folder, 'haproxy.cfg'), configuration(folder, port, options, ends));
  let child = await run(command, folder, []);
  const weights = async () => weightsIn(await exchange(paths.socket, 'show servers state web'));
  return {
    ...paths,
    folder,
    weights,
    address: `127.0.0.1:${port}`,
    ask: (line) => exchange(paths.socket, line),
    requests: (count) => requests(join(folder, 'web.sock'), count),
    stopServer: (name) => ends.stop(name),
    startServer: (name) => ends.start(name, ends.port(name)),
    reload: async () => {
      const ended = once(child, 'exit');
      child = await run(command, folder, ['-sf', String(child.pid)]);
      await ended;
    },
    stop: async () => {
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
      child.kill('SIGKILL');
      await ended;
      await ends.stopAll();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configuration(folder: string, port: number, options: RealProxyOptions, ends: WebServers): string {
  const { stable, canary, stableWeight = 100, balance = 'roundrobin', more = [] } = options;
  const server = (weight: number) => (name: string) =>
    `  server ${name} 127.0.0.1:${ends.port(name)} weight ${weight} check inter 100ms fall 1 rise 1`;
  return [
    'global',
    // One thread: round robin is exact then.
    '  nbthread 1',
    `  stats socket ${join(folder, 'admin.sock')} mode 600 level admin`,
    `  stats socket ${join(folder, 'operator.sock')} mode 600 level operator`,
    `  stats socket ipv4@127.0.0.1:${port} level admin`,
    'defaults',
    '  mode http',
    '  timeout connect 2s',
    '  timeout client 10s',
    '  timeout server 10s',
    'frontend web',
    `  bind ${join(folder, 'web.sock')}`,
    '  default_backend web',
    'backend web',
    `  balance ${balance}`,
    ...stable.map(server(stableWeight)),
    ...canary.map(server(0)),
    ...more.map((line) => `  ${line}`),
    '',
  ].join('\n');
}

/** Until it answers on its socket. */
async function run(command: string, folder: string, flags: readonly string[]): Promise<ChildProcess> {
  const child = spawn(command, ['-db', '-f', 'haproxy.cfg', ...flags], { cwd: folder, stdio: 'ignore' });
  const mine = `Pid: ${child.pid}\n`;
  const socket = join(folder, 'admin.sock');
  while (!existsSync(socket) || !(await exchange(socket, 'show info').catch(() => '')).includes(mine)) {
    if (child.exitCode !== null) throw new Error(`expected HAProxy to run, got exit ${child.exitCode}`);
    await wait(20);
  }
  return child;
}

function exchange(path: string, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(path, () => socket.write(`${line}\n`));
    socket.on('data', (part) => parts.push(part));
    socket.on('error', reject);
    socket.on('end', () => resolve(Buffer.concat(parts).toString()));
  });
}

function weightsIn(state: string): ReadonlyMap<string, number> {
  const rows = state.split('\n').filter((line) => / web /.test(line));
  return new Map(
    rows.map((row) => {
      const [, backend, , server, , , , weight] = row.split(' ');
      return [`HAProxy backend ${backend} set server ${backend}/${server} weight`, Number(weight)];
    }),
  );
}

async function requests(socketPath: string, count: number): Promise<Readonly<Record<string, number>>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const found: Record<string, number> = {};
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const sent = request({ socketPath, agent, path: '/' }, async (response) => {
        let name = '';
        for await (const part of response) name += String(part);
        const key = response.statusCode === 200 ? name : String(response.statusCode);
        found[key] = (found[key] ?? 0) + 1;
        resolve();
      });
      sent.on('error', reject);
      sent.end();
    });
  await Promise.all(Array.from({ length: count }, one));
  agent.destroy();
  return found;
}

class WebServers {
  private readonly running = new Map<string, Server>();
  private readonly ports = new Map<string, number>();

  port(name: string): number {
    return this.ports.get(name) ?? 0;
  }

  async start(name: string, port: number): Promise<void> {
    const server = createServer((_, response) => response.end(name));
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    this.ports.set(name, typeof address === 'object' && address !== null ? address.port : 0);
    this.running.set(name, server);
  }

  async stop(name: string): Promise<void> {
    const server = this.running.get(name);
    this.running.delete(name);
    server?.closeAllConnections();
    await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
  }

  async stopAll(): Promise<void> {
    for (const name of [...this.running.keys()]) await this.stop(name);
  }
}

async function freePort(): Promise<number> {
  const listener = createListener();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  await new Promise((resolve) => listener.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
