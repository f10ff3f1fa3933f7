/** A real HAProxy in front of two releases, with an admin socket: asked and killed without any code of the adapter. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Arm, ServingPods } from './serving-pods.fixture.ts';

/** What HAProxy said at one moment. */
export interface ProxySeen {
  /** Percent of the weights that the canary has. */
  readonly weight: number;
  /** Requests that it sent to each release since it began. */
  readonly sent: Readonly<Record<Arm, number>>;
}

export interface FrontingProxy {
  /** Where requests go in. */
  readonly front: string;
  /** For people and the section `router` of a plan. */
  readonly router: {
    readonly kind: 'haproxy';
    readonly socket: string;
    readonly backend: string;
    readonly stable: readonly string[];
    readonly canary: readonly string[];
    readonly state: string;
  };
  seen(): Promise<ProxySeen>;
  /** The newest version of a value in the state folder; undefined: none. */
  kept(name: 'lease' | 'rollout'): unknown;
  /** Back to the weights of the configuration, and none of the state folder. */
  reset(): Promise<void>;
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const names = { stable: ['s1', 's2'], canary: ['c1', 'c2'] } as const;

export async function startFrontingProxy(command: string, pods: ServingPods): Promise<FrontingProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'shipgate-front-'));
  const [front, socket, state] = ['web.sock', 'admin.sock', 'state'].map((name) => join(folder, name));
  if (front === undefined || socket === undefined || state === undefined) throw new Error('unreachable');
  writeFileSync(join(folder, 'haproxy.cfg'), configurationOf(front, socket, pods));
  let child: ChildProcess | undefined;
  const kill = async () => {
    const ended = child === undefined || child.exitCode !== null ? undefined : once(child, 'exit');
    child?.kill('SIGKILL');
    await ended;
    child = undefined;
  };
  const start = async () => {
    child = await running(command, folder, socket);
  };
  await start();
  return {
    front,
    router: { kind: 'haproxy', socket, backend: 'web', ...names, state },
    seen: async () => seenIn(await ask(socket, 'show stat -1 4 -1')),
    reset: async () => {
      const weights = [...names.stable.map((name) => [name, 100]), ...names.canary.map((name) => [name, 0])];
      await ask(socket, weights.map(([name, weight]) => `set server web/${name} weight ${weight}`).join(';'));
      rmSync(state, { recursive: true, force: true });
    },
    kept: (name) => newestIn(state, name),
    kill,
    start,
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configurationOf(front: string, socket: string, { addresses }: ServingPods): string {
  const servers = (arm: Arm, weight: number) =>
    names[arm].map((name, at) => `  server ${name} ${addresses[arm][at]} weight ${weight} check inter 500ms fall 4`);
  return [
    'global',
    // One thread: round robin is exact then.
    '  nbthread 1',
    `  stats socket ${socket} mode 600 level admin`,
    'defaults',
    '  mode http',
    '  timeout connect 2s',
    '  timeout client 30s',
    '  timeout server 10s',
    'frontend web',
    `  bind ${front}`,
    '  default_backend web',
    'backend web',
    '  balance roundrobin',
    '  option httpchk GET /health',
    ...servers('stable', 100),
    ...servers('canary', 0),
    '',
  ].join('\n');
}

/** Until it answers on its socket. */
async function running(command: string, folder: string, socket: string): Promise<ChildProcess> {
  const child = spawn(command, ['-db', '-f', 'haproxy.cfg'], { cwd: folder, stdio: 'ignore' });
  while (!(await ask(socket, 'show info').catch(() => '')).includes(`Pid: ${child.pid}\n`)) {
    if (child.exitCode !== null) throw new Error(`expected HAProxy to run, got exit ${child.exitCode}`);
    await wait(20);
  }
  return child;
}

function ask(path: string, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(path, () => socket.write(`${line}\n`));
    socket.on('data', (part) => parts.push(part));
    socket.on('error', reject);
    socket.on('end', () => resolve(Buffer.concat(parts).toString()));
  });
}

/** HAProxy Management Guide, 9.1 "CSV format". */
function seenIn(csv: string): ProxySeen {
  const [head = '', ...lines] = csv.split('\n');
  const columns = head.replace('# ', '').split(',');
  const column = (name: string) => columns.indexOf(name);
  const rows = lines.map((line) => line.split(',')).filter((row) => row[column('pxname')] === 'web');
  const sum = (arm: Arm, name: string) =>
    rows
      .filter((row) => names[arm].some((each) => each === row[column('svname')]))
      .reduce((total, row) => total + Number(row[column(name)]), 0);
  const [canary, stable] = [sum('canary', 'weight'), sum('stable', 'weight')];
  return {
    weight: Math.round((canary / (canary + stable)) * 1000) / 10,
    sent: { canary: sum('canary', 'stot'), stable: sum('stable', 'stot') },
  };
}

function newestIn(state: string, name: string): unknown {
  const versions = (existsSync(state) ? readdirSync(state) : [])
    .map((file) => new RegExp(`^${name}\\.(\\d+)\\.json$`).exec(file)?.[1])
    .map(Number)
    .filter((version) => version > 0);
  if (versions.length === 0) return undefined;
  return JSON.parse(readFileSync(join(state, `${name}.${Math.max(...versions)}.json`), 'utf8'));
}
