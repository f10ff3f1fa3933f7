// A release of a very small service: pods that answer requests, and count them as Prometheus reads it.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReleaseSettings {
  readonly pods: number;
  /** How many requests the release works on at once; one more is answered with 503. */
  readonly pool: number;
  /** Numbers from 0 to 1. */
  readonly next: () => number;
}

export interface Release {
  readonly addresses: readonly string[];
  /** From now on this part of the requests fails: the switch of a fault. */
  spoil(share: number): void;
  close(): void;
}

/** Seconds. */
const edges = [0.1, 0.25, 0.5, 1, 2];
/** Of a request's work, seconds: most take this long on average, one in fifty waits for something slow. */
const usual = 0.06;
const slow = { share: 0.02, seconds: 0.8 };
/** Requests that fail for reasons of their own. */
const failing = 0.001;

/** Starts the pods on free ports of 127.0.0.1. */
export async function startRelease({ pods, pool, next }: ReleaseSettings): Promise<Release> {
  let working = 0;
  let spoilt = failing;
  /** The code, and after how long. */
  const work = async (): Promise<number> => {
    if (working >= pool) return 503;
    working += 1;
    const seconds = -Math.log(1 - next()) * (next() < slow.share ? slow.seconds : usual);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    working -= 1;
    return next() < spoilt ? 500 : 200;
  };
  const servers = await Promise.all(Array.from({ length: pods }, () => startPod(work)));
  return {
    addresses: servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    spoil: (share) => {
      spoilt = share;
    },
    close: () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

async function startPod(work: () => Promise<number>): Promise<Server> {
  const counters = new Counters();
  const server = createServer((request, response) => {
    if (request.url === '/metrics') answer(response, 200, counters.page());
    else if (request.url === '/health') answer(response, 200, 'well\n');
    else {
      const begun = performance.now();
      void work().then((code) => {
        counters.count(code, (performance.now() - begun) / 1000);
        answer(response, code, '');
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function answer(response: ServerResponse, code: number, body: string): void {
  response.writeHead(code, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(body);
}

class Counters {
  private readonly codes = new Map([200, 500, 503].map((code) => [code, 0]));
  private readonly buckets = edges.map(() => 0);
  private requests = 0;
  private seconds = 0;

  count(code: number, seconds: number): void {
    this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    this.requests += 1;
    this.seconds += seconds;
    for (const [index, edge] of edges.entries())
      if (seconds <= edge) this.buckets[index] = (this.buckets[index] ?? 0) + 1;
  }

  /** https://prometheus.io/docs/instrumenting/exposition_formats/ */
  page(): string {
    const name = 'http_request_duration_seconds';
    const codes = [...this.codes].map(([code, count]) => `http_requests_total{code="${code}"} ${count}`);
    const buckets = edges.map((edge, index) => `${name}_bucket{le="${edge}"} ${this.buckets[index] ?? 0}`);
    return [
      ...['# TYPE http_requests_total counter', ...codes],
      ...[`# TYPE ${name} histogram`, ...buckets, `${name}_bucket{le="+Inf"} ${this.requests}`],
      ...[`${name}_sum ${this.seconds}`, `${name}_count ${this.requests}`, ''],
    ].join('\n');
  }
}
