import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { DeploymentsError } from './client';
import { DeploymentsClient } from './deployments-client';

const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});

/** A backend that answers as told, and a client of it. */
async function clientOf(answer: (request: IncomingMessage, response: ServerResponse) => void, timeoutMs?: number) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  running.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const discovery = { getBaseUrl: async (id: string) => `http://127.0.0.1:${port}/api/${id}` };
  return new DeploymentsClient(discovery, { fetch: (input, init) => fetch(input, init) }, timeoutMs);
}

async function failure(work: Promise<unknown>): Promise<DeploymentsError> {
  const outcome = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof DeploymentsError) return outcome;
  throw new Error(`expected: a DeploymentsError; got: ${String(outcome)}`);
}

describe('the client', () => {
  it('asks for an entity and for a verdict, with every part encoded', async () => {
    const asked: (string | undefined)[] = [];
    const client = await clientOf((request, response) => {
      asked.push(request.url);
      response.end('{"ok":true}');
    });
    expect(await client.entity('component:default/order-service')).toEqual({ ok: true });
    await client.verdict('component:de fault/a?b#c', '../x');
    expect(asked).toEqual([
      '/api/deployments/entities/component/default/order-service',
      '/api/deployments/entities/component/de%20fault/a%3Fb%23c/verdicts/..%2Fx',
    ]);
  });

  it.each(['order-service', 'component:order-service', 'default/order-service', '', 'a:b/c/d'])(
    'refuses %j, which is no full entity ref',
    async (ref) => {
      const client = await clientOf((_request, response) => response.end('{}'));
      const error = await failure(client.entity(ref));
      expect([error.status, error.message]).toEqual([0, expect.stringContaining('KIND:NAMESPACE/NAME')]);
    },
  );

  it("passes on the backend's error: its status, name, message and request id", async () => {
    const client = await clientOf((_request, response) => {
      response.writeHead(403, { 'x-request-id': 'r-1' });
      response.end(JSON.stringify({ error: { name: 'NotAllowedError', message: 'not for you' } }));
    });
    const error = await failure(client.entity('component:default/a'));
    expect(error).toMatchObject({ status: 403, reason: 'NotAllowedError', message: 'not for you', requestId: 'r-1' });
  });

  it.each([['<html>gone</html>'], ['null'], ['{"error":"text"}'], ['']])(
    'names the status of an answer like %j that is none of the backend',
    async (text) => {
      const client = await clientOf((_request, response) => response.writeHead(502).end(text));
      const error = await failure(client.entity('component:default/a'));
      expect(error).toMatchObject({ status: 502, reason: null, requestId: null });
      expect(error.message).toContain('502');
    },
  );

  it('takes no page for an answer', async () => {
    const client = await clientOf((_request, response) => response.end('<html>sign in</html>'));
    expect(await failure(client.entity('component:default/a'))).toMatchObject({
      status: 200,
      message: expect.stringContaining('proxy'),
    });
  });

  it('gives up when no answer comes in time', async () => {
    const client = await clientOf(() => {}, 50);
    expect(await failure(client.entity('component:default/a'))).toMatchObject({
      status: 0,
      message: expect.stringContaining('0.05 s'),
    });
  });

  it('says what keeps it from the backend', async () => {
    const nowhere = new DeploymentsClient(
      { getBaseUrl: async () => 'http://127.0.0.1:1' },
      { fetch: (input) => fetch(input) },
    );
    expect(await failure(nowhere.entity('component:default/a'))).toMatchObject({
      status: 0,
      message: expect.stringContaining('cannot be reached'),
    });
  });
});
