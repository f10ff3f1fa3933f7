import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { Calls, Unavailable, usualLimits } from '../calls.ts';
import type { Cluster } from './cluster.ts';
import { httpCluster, waitIn } from './http-cluster.ts';

type Reply = (response: ServerResponse, request: IncomingMessage) => void;

const PATH = '/apis/coordination.k8s.io/v1/namespaces/orders/leases/one';
const limits = { ...usualLimits, timeout: 400, firstWait: 1, longestWait: 5, patience: 50 };
const signal = AbortSignal.timeout(60_000);
const opened: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

interface Stand {
  readonly cluster: Cluster;
  readonly asked: IncomingMessage[];
  close(): Promise<void>;
}

/** Answers with one reply after the other; the last one stays. */
async function stand(...replies: readonly Reply[]): Promise<Stand> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    // The body is read, as an API server does before it acts.
    request.resume().on('end', () => replies[Math.min(asked.length, replies.length) - 1]?.(response, request));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  opened.push(close);
  const cluster = httpCluster({
    description: 'stand',
    namespace: 'orders',
    url: new URL(`http://127.0.0.1:${port}/base/`),
    authenticate: (options) => {
      Object.assign(options, { headers: { ...options.headers, authorization: `Bearer ${asked.length}` } });
      return Promise.resolve();
    },
    calls: new Calls(limits),
  });
  return { cluster, asked, close };
}

const status =
  (code: number, message: string, headers: Readonly<Record<string, string>> = {}, more: object = {}): Reply =>
  (response) => {
    response.writeHead(code, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ kind: 'Status', status: 'Failure', code, message, ...more }));
  };
const fine: Reply = (response) => response.end(JSON.stringify({ kind: 'Lease', metadata: { name: 'one' } }));
const cut: Reply = (response) => response.destroy();
const half: Reply = (response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"kind":', () => response.destroy());
};
const hang: Reply = () => undefined;
const page: Reply = (response) => response.end('<html>a proxy</html>');

const read = (cluster: Cluster) => cluster.get(PATH, signal);
const write = (cluster: Cluster) => cluster.patch(PATH, [{ op: 'replace', path: '/spec/a', value: 1 }], signal);

/** In the words of the API server. */
const testFailed = status(
  422,
  'the server rejected our request due to an error in our request',
  {},
  {
    reason: 'Invalid',
    details: {},
  },
);
const invalid = status(
  422,
  `HTTPRoute "one" is invalid: spec.hostnames[0]: Invalid value: "test failed": ${'x'.repeat(900)}`,
  {},
  {
    reason: 'Invalid',
    details: { causes: [{ reason: 'FieldValueInvalid', field: 'spec.hostnames[0]' }] },
  },
);

describe('an API server that refuses', () => {
  it.each([
    ['404', status(404, 'leases "one" not found'), 'missing'],
    ['409', status(409, 'the object has been modified'), 'conflict'],
    ['a test of a JSON Patch that does not hold', testFailed, 'conflict'],
    ['a value that validation refuses, whatever words it has', invalid, 'refused'],
    ['400', status(400, 'no'), 'refused'],
    ['401', status(401, 'Unauthorized'), 'refused'],
    ['403', status(403, 'leases is forbidden'), 'refused'],
    ['a redirect, which is not followed', status(302, 'elsewhere', { location: '/other' }), 'refused'],
  ])('says %s once, as its code', async (_, reply, code) => {
    const { cluster, asked } = await stand(reply);
    await expect(write(cluster)).rejects.toMatchObject({ code });
    expect(asked).toHaveLength(1);
  });

  it('is quoted, but not at length', async () => {
    const { cluster } = await stand(invalid);
    const error = await write(cluster).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain('spec.hostnames[0]');
    expect(String(error).length).toBeLessThan(400);
  });
});

describe('an API server that is busy', () => {
  it.each([429, 500, 502, 503, 504])('answers %i, and is asked again', async (code) => {
    const { cluster, asked } = await stand(status(code, 'later', { 'retry-after': '0' }), fine);
    expect(await write(cluster)).toMatchObject({ kind: 'Lease' });
    expect(asked).toHaveLength(2);
  });

  it('is asked no more often than the tries of a call', async () => {
    const { cluster, asked } = await stand(status(500, 'broken'));
    await expect(read(cluster)).rejects.toMatchObject({ code: 'unavailable' });
    expect(asked).toHaveLength(limits.tries);
  });

  it.each(['20', new Date(Date.now() + 3_600_000).toUTCString()])(
    'asks for more patience than there is (%s), and is left alone',
    async (wait) => {
      const { cluster, asked } = await stand(status(429, 'later', { 'retry-after': wait }), fine);
      const error = await read(cluster).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Unavailable);
      expect(Object(error).waitMs).toBeGreaterThan(10_000);
      expect(asked).toHaveLength(1);
    },
  );

  it('asks for a wait in seconds or until a date', () => {
    const now = Date.parse('2026-11-20T14:00:00Z');
    expect(waitIn('7', now)).toBe(7_000);
    expect(waitIn('Fri, 20 Nov 2026 14:00:30 GMT', now)).toBe(30_000);
    expect(waitIn('Fri, 20 Nov 2026 13:00:00 GMT', now)).toBe(0);
    expect(waitIn('soon', now)).toBeUndefined();
    expect(waitIn(undefined, now)).toBeUndefined();
  });
});

describe('a connection that breaks', () => {
  const breaks = [
    ['is cut before the answer', cut],
    ['is cut within the answer', half],
    ['hangs', hang],
    ['gives a page that is no object', page],
  ] as const;

  it.each(breaks)('%s: a read is tried again', async (_, reply) => {
    const { cluster, asked } = await stand(reply, fine);
    expect(await read(cluster)).toMatchObject({ kind: 'Lease' });
    expect(asked).toHaveLength(2);
  });

  it.each(breaks)('%s: a write may have been done, and is not repeated', async (_, reply) => {
    const { cluster, asked } = await stand(reply, fine);
    await expect(write(cluster)).rejects.toMatchObject({ code: 'unknown-effect' });
    expect(asked).toHaveLength(1);
  });

  it('was never made: a write had no effect', async () => {
    const { cluster, asked, close } = await stand(fine);
    await close();
    await expect(write(cluster)).rejects.toMatchObject({ code: 'unavailable' });
    expect(asked).toHaveLength(0);
  });

  it('carries an answer that has no end, and is given up', async () => {
    const chunk = Buffer.alloc(1024 * 1024, ' ');
    const endless: Reply = (response) => {
      const more = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    const { cluster } = await stand(endless);
    await expect(write(cluster)).rejects.toMatchObject({ code: 'unknown-effect' });
  });
});

describe('a request', () => {
  it('goes below the path of the server, with what kind of patch it is and fresh credentials', async () => {
    const { cluster, asked } = await stand(fine);
    await write(cluster);
    await cluster.list('/api/v1/pods', { labelSelector: 'app=a b' }, signal);
    const [patch, list] = asked;
    expect(patch?.url).toBe(`/base${PATH}`);
    expect(patch?.headers).toMatchObject({ 'content-type': 'application/json-patch+json', authorization: 'Bearer 0' });
    expect(list?.url).toBe('/base/api/v1/pods?labelSelector=app%3Da+b');
    expect(list?.headers.authorization).toBe('Bearer 1');
  });

  it('ends with its signal', async () => {
    const { cluster, asked } = await stand(hang);
    const controller = new AbortController();
    const pending = cluster.get(PATH, controller.signal);
    controller.abort();
    await expect(pending).rejects.toMatchObject({ code: 'unavailable' });
    expect(asked.length).toBeLessThan(2);
  });
});
