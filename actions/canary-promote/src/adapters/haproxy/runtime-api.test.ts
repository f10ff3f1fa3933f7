import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { Calls, usualLimits } from '../calls.ts';
import { RuntimeApi } from './runtime-api.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipgate-api-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
const { signal } = new AbortController();

/** A server that hears one line, and answers by `answer`. */
async function listening(answer: (line: string, socket: Socket) => void): Promise<{ path: string; heard: string[] }> {
  const path = join(folder, `${servers.length}-${Math.trunc(performance.now() * 1000)}.sock`);
  const heard: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (bytes) => {
      heard.push(String(bytes));
      answer(String(bytes), socket);
    });
  });
  server.listen(path);
  await once(server, 'listening');
  servers.push(server);
  return { path, heard };
}

function apiOf(address: string, over: Partial<typeof usualLimits> = {}): RuntimeApi {
  return new RuntimeApi(address, new Calls({ ...usualLimits, firstWait: 5, longestWait: 10, ...over }));
}

describe('a line to the runtime API', () => {
  it('has an answer for each command, however the bytes arrive', async () => {
    const { path, heard } = await listening((_, socket) => {
      for (const byte of '1\n# ü\n\n\nno\n\n') socket.write(byte);
      socket.end();
    });
    expect(await apiOf(path).run('read', ['show a', 'set b', 'set c'], signal)).toEqual(['1\n# ü', '', 'no']);
    expect(heard).toEqual(['show a;set b;set c\n']);
  });

  it('needs no end of the connection once all answers have theirs', async () => {
    const { path } = await listening((_, socket) => socket.write('yes\n\n'));
    expect(await apiOf(path).run('read', ['show a'], signal)).toEqual(['yes']);
  });

  it.each(['', 'half a li', 'a line\n', '\n'])('that is answered by %j and cut is tried again', async (text) => {
    const { path, heard } = await listening((_, socket) => socket.end(text));
    await expect(apiOf(path).run('read', ['show a', 'show b'], signal)).rejects.toMatchObject({ code: 'unavailable' });
    expect(heard).toHaveLength(usualLimits.tries);
  });

  it('that changes something is never sent again when its answer is cut', async () => {
    const { path, heard } = await listening((_, socket) => socket.destroy());
    await expect(apiOf(path).run('write', ['set a'], signal)).rejects.toMatchObject({ code: 'unknown-effect' });
    expect(heard).toEqual(['set a\n']);
  });

  it('that changes something and never got out is known to have done nothing', async () => {
    const run = apiOf(join(folder, 'nobody.sock')).run('write', ['set a'], signal);
    await expect(run).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('that nobody answers ends with its time', async () => {
    const { path } = await listening(() => {});
    const quick = apiOf(path, { timeout: 50, tries: 1 });
    await expect(quick.run('read', ['show a'], signal)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(quick.run('write', ['set a'], signal)).rejects.toMatchObject({ code: 'unknown-effect' });
  });

  it('is left when the run is aborted', async () => {
    const control = new AbortController();
    const { path } = await listening(() => control.abort());
    await expect(apiOf(path).run('write', ['set a'], control.signal)).rejects.toMatchObject({ code: 'unknown-effect' });
  });

  it('takes no answer without end', async () => {
    const { path } = await listening((_, socket) => {
      const more = () => {
        while (!socket.destroyed && socket.write(Buffer.alloc(1 << 20, 'x')));
      };
      socket.on('drain', more);
      more();
    });
    await expect(apiOf(path).run('read', ['show a'], signal)).rejects.toMatchObject({ code: 'unfit' });
  });

  it.each(['a\nb', 'a\\', 'a\r', 'x'.repeat(15_001)])('is not sent when it could be two, or none: %#', async (line) => {
    const { path, heard } = await listening((_, socket) => socket.end('\n'));
    await expect(apiOf(path).run('write', [line], signal)).rejects.toMatchObject({ code: 'unfit' });
    expect(heard).toEqual([]);
  });

  it.each(['', 'host', 'host:0', 'host:65536', 'host:1:2', '::1:99', 'a b:1'])('does not go to %j', (address) => {
    expect(() => apiOf(address)).toThrow(expect.objectContaining({ code: 'unfit' }));
  });

  it.each(['/run/haproxy/admin.sock', './admin.sock', 'localhost:9999', '127.0.0.1:1', '[::1]:65535'])(
    'goes to %j',
    (address) => {
      expect(apiOf(address).address).toBe(address);
    },
  );
});
