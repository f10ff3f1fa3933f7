import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL server of its own, without data of anybody. */
export interface ThrowAwayPostgres {
  /** Of its superuser. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Runs a server as long as somebody holds its input open, then removes its folder. A process that is killed, or a test
 * file that cannot be loaded and so runs no hook, lets go as well.
 */
const UNTIL_LET_GO = '"$0" "$@" & read -r _; kill -INT $!; wait; rm -rf "$PWD"';

/** Starts a server from the folder of the program `postgres`; PostgreSQL refuses to run as root, so then as another user. */
export async function startPostgres(program: string): Promise<ThrowAwayPostgres> {
  const programs = dirname(realpathSync(program));
  const folder = mkdtempSync(join(tmpdir(), 'shipgate-postgres-'));
  const user = userForServer();
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const as = { ...(user ?? {}), cwd: folder };
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--no-locale'];
  execFileSync(join(programs, 'initdb'), initdb, { ...as, stdio: 'pipe' });
  const port = await freePort();
  const options = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-F', '-c', 'max_connections=60'];
  const server = spawn('sh', ['-c', UNTIL_LET_GO, join(programs, 'postgres'), ...options], {
    ...as,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = once(server, 'exit');
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    server.stdin.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await whenReady(url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/** Null: whoever runs the tests is not root. */
function userForServer(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('expected: a TCP port; got: none');
  return address.port;
}

async function whenReady(url: string): Promise<void> {
  const end = Date.now() + 20_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end();
    }
  }
}
