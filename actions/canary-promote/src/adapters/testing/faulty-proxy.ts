/** Stands before an API server and spoils what passes, as long as it is told to. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TrafficError } from '../../steering/traffic.ts';
import type { Cluster, KubeObject } from '../kubernetes/cluster.ts';

export type Fault = '409' | '429' | '500' | 'cut before' | 'cut behind' | 'hang';

export const faults: readonly Fault[] = ['409', '429', '500', 'cut before', 'cut behind', 'hang'];

export interface FaultyProxy {
  readonly url: URL;
  /** Undefined: everything passes. */
  fault: Fault | undefined;
  /** Requests that came. */
  readonly seen: () => number;
  close(): void;
}

/** Passes requests on through a cluster that has its own way to the server. */
export async function startFaultyProxy(behind: Cluster): Promise<FaultyProxy> {
  let seen = 0;
  const proxy = { fault: undefined as Fault | undefined };
  const server = createServer((request, response) => {
    seen += 1;
    void answer(behind, proxy.fault, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(proxy, {
    url: new URL(`http://127.0.0.1:${port}`),
    seen: () => seen,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  });
}

async function answer(behind: Cluster, fault: Fault | undefined, request: IncomingMessage, response: ServerResponse) {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  if (fault === 'hang') return;
  if (fault === 'cut before') {
    request.socket.destroy();
    return;
  }
  if (fault === '409' || fault === '429' || fault === '500') {
    response.writeHead(Number(fault), {
      'content-type': 'application/json',
      ...(fault === '429' ? { 'retry-after': '0' } : {}),
    });
    response.end(JSON.stringify({ kind: 'Status', message: `spoiled: ${fault}` }));
    return;
  }
  const { status, body } = await passed(behind, request, Buffer.concat(parts).toString());
  if (fault === 'cut behind') {
    // The effect is there, and nobody is told.
    request.socket.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const statuses = { missing: 404, conflict: 409, refused: 403, unavailable: 503 } as const;

async function passed(
  behind: Cluster,
  { method, url = '' }: IncomingMessage,
  text: string,
): Promise<{ readonly status: number; readonly body: KubeObject }> {
  const signal = AbortSignal.timeout(20_000);
  try {
    const value = text === '' ? {} : JSON.parse(text);
    if (method === 'PATCH') return { status: 200, body: await behind.patch(url, value, signal) };
    if (method === 'PUT') return { status: 200, body: await behind.replace(url, value, signal) };
    if (method === 'POST') return { status: 201, body: await behind.create(url, value, signal) };
    return { status: 200, body: await behind.get(url, signal) };
  } catch (error) {
    const code = error instanceof TrafficError ? error.code : 'unavailable';
    const status = code in statuses ? statuses[code as keyof typeof statuses] : 500;
    return { status, body: { kind: 'Status', message: error instanceof Error ? error.message : '' } };
  }
}
