/** A server that answers the way a test wants. What Prometheus answers is in the tests, with its source. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import type { Socket } from 'node:net';
import type { Plan } from '../../plan.ts';
import { type ConnectionOptions, connect } from './connection.ts';
import { PrometheusMetrics } from './metrics.ts';

export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly form: Readonly<Record<string, string>>;
}

export interface StandIn {
  readonly url: URL;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

export type Answer = (response: ServerResponse, asked: Asked) => void;

/** On a free port of this machine; `tls` makes it an https server. */
export async function startStandIn(answer: Answer, tls?: ServerOptions): Promise<StandIn> {
  const asked: Asked[] = [];
  const sockets = new Set<Socket>();
  const server = tls === undefined ? createServer() : createSecureServer(tls);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('request', async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString()));
    const one = { path: `${request.method} ${request.url}`, headers: request.headers, form };
    asked.push(one);
    answer(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: new URL(`${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}/`),
    asked,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** The whole adapter against an address. */
export function metricsAt(url: URL, plan: Plan, options: Partial<ConnectionOptions> = {}): PrometheusMetrics {
  return new PrometheusMetrics(plan, connect({ url, headers: {}, timeout: 2000, ...options }), url.host);
}

export const never: AbortSignal = new AbortController().signal;

type SeriesJson = readonly [
  labels: Readonly<Record<string, string>>,
  values: readonly (readonly [seconds: number, value: string])[],
];

export function matrix(...series: readonly SeriesJson[]): string {
  const result = series.map(([metric, values]) => ({ metric, values }));
  return JSON.stringify({ status: 'success', data: { resultType: 'matrix', result } });
}

export function vector(
  ...series: readonly (readonly [Readonly<Record<string, string>>, readonly [number, string]])[]
): string {
  const result = series.map(([metric, value]) => ({ metric, value }));
  return JSON.stringify({ status: 'success', data: { resultType: 'vector', result } });
}
