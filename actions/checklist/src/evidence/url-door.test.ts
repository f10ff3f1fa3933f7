import { afterEach, describe, expect, it } from 'vitest';
import type { Address } from './address.ts';
import { type Handler, type LocalServer, startServer } from './local-server.fixture.ts';
import { type Identity, selfSigned } from './self-signed.fixture.ts';
import { type DoorOptions, type Passage, shownUrl, UrlDoor } from './url-door.ts';

const running: LocalServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function serve(handler: Handler, identity?: Identity): Promise<LocalServer> {
  const server = await startServer(handler, identity);
  running.push(server);
  return server;
}

const here: Address = { address: '127.0.0.1', family: 4 };

/** A resolver that is asked by name and counts. */
function resolver(...answers: readonly (readonly Address[])[]) {
  const asked: string[] = [];
  const resolve = async (name: string) => answers[Math.min(asked.push(name), answers.length) - 1] ?? [];
  return { asked, resolve };
}

function ask(
  url: string,
  options: DoorOptions,
  more: { timeoutMs?: number; signal?: AbortSignal; headers?: Record<string, string> } = {},
): Promise<Passage> {
  return new UrlDoor(options).ask({ url, timeoutMs: 5_000, signal: new AbortController().signal, ...more });
}

describe('the door', () => {
  it('gives status, headers and body, and asks with the name as host', async () => {
    const { port } = await serve((request, response) => {
      response.writeHead(201, { 'x-said': ['a', 'b'] }).end(`${request.headers.host} ${request.headers['x-asked']}`);
    });
    const { asked, resolve } = resolver([here]);
    const passage = await ask(
      `http://orders.test:${port}/a?b=c`,
      { hosts: ['orders.test'], resolve },
      { headers: { 'x-asked': 'yes' } },
    );
    expect(passage).toMatchObject({ kind: 'answered', status: 201, headers: { 'x-said': 'a, b' } });
    expect(passage.kind === 'answered' && passage.body.toString()).toBe(`orders.test:${port} yes`);
    expect(asked).toEqual(['orders.test']);
  });

  it.each([
    'file:///etc/passwd',
    'ftp://example.com/',
    'data:text/plain,x',
    'orders',
    '',
    `https://example.com/${'a'.repeat(2_000)}`,
  ])('refuses %s', async (url) => {
    expect(await ask(url, { hosts: [] })).toMatchObject({ kind: 'refused' });
  });

  it('refuses credentials in the URL, and does not repeat them', async () => {
    const passage = await ask('https://user:hunter2@example.com/', { hosts: [] });
    expect(passage).toMatchObject({ kind: 'refused', why: 'expected a URL without credentials, got one with them' });
    expect(JSON.stringify(passage)).not.toContain('hunter2');
  });

  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://[fe80::1]/',
  ])('refuses %s, which is nobody’s but ours', async (url) => {
    expect(await ask(url, { hosts: [] })).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('leads to a private address'),
    });
  });

  it('refuses a name that leads to a private address, also one among public ones', async () => {
    const { connections, port } = await serve((_, response) => void response.end());
    const both = resolver([{ address: '93.184.216.34', family: 4 }, here]);
    expect(await ask(`http://evil.test:${port}/`, { hosts: [], ...both })).toMatchObject({ kind: 'refused' });
    expect(connections()).toBe(0);
  });

  it('resolves once: a name that turns to another address afterwards leads nowhere else', async () => {
    const { connections, port } = await serve((_, response) => void response.end('inside'));
    // First an address of nobody (RFC 5737), which is made public by the list; then, for whoever asks again, our own.
    const turning = resolver([{ address: '192.0.2.1', family: 4 }], [here]);
    const passage = await ask(`http://turning.test:${port}/`, { hosts: ['192.0.2.1'], ...turning }, { timeoutMs: 300 });
    expect(passage).toMatchObject({ kind: 'failed' });
    expect([turning.asked.length, connections()]).toEqual([1, 0]);
  });

  it('opens for a host, a host with its port, and an address of the policy', async () => {
    const { port } = await serve((_, response) => void response.end());
    const status = async (hosts: readonly string[]) => (await ask(`http://127.0.0.1:${port}/`, { hosts })).kind;
    expect([
      await status(['127.0.0.1']),
      await status([`127.0.0.1:${port}`]),
      await status(['127.0.0.1:1']),
      await status(['localhost']),
    ]).toEqual(['answered', 'answered', 'refused', 'refused']);
    expect((await ask(`http://Orders.test.:${port}/`, { hosts: ['orders.test'], ...resolver([here]) })).kind).toBe(
      'answered',
    );
  });

  it('opens for a metadata address only when the address itself is listed', async () => {
    const leading = resolver([{ address: 'fd20:ce::254', family: 6 }]);
    expect(await ask('http://monitoring.test/', { hosts: ['monitoring.test'], ...leading })).toMatchObject({
      kind: 'refused',
    });
    const listed = await ask('http://monitoring.test/', { hosts: ['fd20:ce::254'], ...leading }, { timeoutMs: 200 });
    expect(listed.kind).not.toBe('refused');
  });

  it('reports a redirect and does not follow it', async () => {
    const inside = await serve((_, response) => void response.end('secret'));
    const { port } = await serve(
      (_, response) => void response.writeHead(302, { location: `http://127.0.0.1:${inside.port}/` }).end(),
    );
    const passage = await ask(`http://127.0.0.1:${port}/`, { hosts: ['127.0.0.1'] });
    expect(passage).toMatchObject({
      kind: 'answered',
      status: 302,
      headers: { location: `http://127.0.0.1:${inside.port}/` },
    });
    expect(inside.connections()).toBe(0);
  });

  it('ends when the time is over, in the name, the connection and the answer, and when the run ends', async () => {
    const { port } = await serve((_, response) => void response.write('beginning'));
    const late = { kind: 'failed', code: 'timeout' };
    expect(await ask(`http://127.0.0.1:${port}/`, { hosts: ['127.0.0.1'] }, { timeoutMs: 100 })).toMatchObject(late);
    expect(
      await ask('http://slow.test/', { hosts: [], resolve: () => new Promise(() => undefined) }, { timeoutMs: 50 }),
    ).toMatchObject(late);
    const ended = new AbortController();
    ended.abort();
    expect(await ask(`http://127.0.0.1:${port}/`, { hosts: ['127.0.0.1'] }, { signal: ended.signal })).toMatchObject(
      late,
    );
  });

  it('reads up to the cap, and takes no part of an answer for the whole', async () => {
    const { port } = await serve((request, response) => {
      if (request.url === '/broken')
        response.writeHead(200, { 'content-length': '10' }).write('1234', () => response.destroy());
      else if (request.url === '/zip') response.writeHead(200, { 'content-encoding': 'gzip' }).end('x');
      else response.end('x'.repeat(Number(request.url?.slice(1))));
    });
    const get = (path: string) => ask(`http://127.0.0.1:${port}/${path}`, { hosts: ['127.0.0.1'], largestBody: 1_000 });
    expect([await get('1000'), await get('1001'), await get('broken'), await get('zip')]).toMatchObject([
      { kind: 'answered' },
      { kind: 'failed', code: 'too-large' },
      { kind: 'failed', code: 'network' },
      { kind: 'failed', code: 'encoded' },
    ]);
    const { largestBody: _, ...plain } = { largestBody: 0, hosts: ['127.0.0.1'] };
    expect(await ask(`http://127.0.0.1:${port}/${5 * 1024 * 1024 + 1}`, plain)).toMatchObject({
      kind: 'failed',
      code: 'too-large',
    });
  });

  it('says that nobody listens, or that the name leads nowhere', async () => {
    const { port, stop } = await startServer(() => undefined);
    await stop();
    expect(await ask(`http://127.0.0.1:${port}/`, { hosts: ['127.0.0.1'] })).toEqual({
      kind: 'failed',
      code: 'network',
      why: 'the connection is refused',
    });
    const nowhere = async () => {
      throw new Error('ENOTFOUND');
    };
    expect(await ask('http://nowhere.test/', { hosts: [], resolve: nowhere })).toMatchObject({
      code: 'network',
      why: 'its name leads to no address',
    });
  });

  it('survives a header that could not be sent', async () => {
    expect(await ask('http://127.0.0.1:9/', { hosts: ['127.0.0.1'] }, { headers: { a: 'b\r\nc: d' } })).toMatchObject({
      kind: 'failed',
    });
  });
});

describe('the door over TLS', () => {
  const good = selfSigned('orders.test', 61);
  const old = selfSigned('orders.test', -1);
  const options = (identity: Identity) => ({
    hosts: ['orders.test', 'other.test'],
    ca: identity.cert,
    ...resolver([here]),
  });

  it('gives the facts of the certificate', async () => {
    const { port } = await serve((_, response) => void response.end('x'), good);
    const passage = await ask(`https://orders.test:${port}/`, options(good));
    expect(passage).toMatchObject({ kind: 'answered', certificate: { authorized: true, names: ['DNS:orders.test'] } });
    const days =
      passage.kind === 'answered' ? ((passage.certificate?.validTo.getTime() ?? 0) - Date.now()) / 86_400_000 : 0;
    expect(Math.round(days)).toBe(61);
  });

  it.each([
    ['nobody trusts it', good, 'orders.test', undefined, 'its certificate is not trusted'],
    ['it has expired', old, 'orders.test', old.cert, 'its certificate has expired'],
    ['it is for another name', good, 'other.test', good.cert, 'its certificate is for another name'],
  ])('does not believe a certificate when %s, whatever the environment says', async (_, identity, host, ca, why) => {
    const { port } = await serve((__, response) => void response.end('x'), identity);
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      const { ca: own, ...rest } = options(identity);
      const passage = await ask(`https://${host}:${port}/`, ca === undefined ? rest : { ...rest, ca: own });
      expect(passage).toEqual({ kind: 'failed', code: 'certificate', why });
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    }
  });

  it('says that the other side does not speak TLS', async () => {
    const { port } = await serve((_, response) => void response.end('x'));
    expect(await ask(`https://orders.test:${port}/`, options(good))).toMatchObject({ kind: 'failed', code: 'tls' });
  });
});

describe('a URL for people', () => {
  it('has no query and no credentials', () => {
    expect(shownUrl('https://user:hunter2@Orders.test/health?token=x#y')).toBe('https://orders.test/health');
    expect(shownUrl('https://orders.test')).toBe('https://orders.test');
    expect(shownUrl('nonsense')).toBe('a URL that cannot be read');
  });
});
