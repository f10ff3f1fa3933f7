/** Pods of two releases that really answer, count what they answered, and fail by a rule: so that one run is like the next. */
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';

export type Arm = 'stable' | 'canary';

export interface ServingPods {
  /** host:port of each pod. */
  readonly addresses: Readonly<Record<Arm, readonly string[]>>;
  /** From now on every n-th request of this release is answered 500; 0: none. */
  failEvery(arm: Arm, n: number): void;
  /** Answered so far, and how many of them with 500. */
  served(arm: Arm): { readonly requests: number; readonly bad: number };
  /** `targets` of a source of kind scrape. */
  readonly targets: readonly { readonly url: string; readonly pod: string; readonly arm: Arm }[];
  close(): void;
}

class Release {
  requests = 0;
  bad = 0;
  failEvery = 0;
  readonly version: string;
  constructor(version: string) {
    this.version = version;
  }

  /** The code of the next answer. */
  next(): 200 | 500 {
    this.requests += 1;
    const isBad = this.failEvery > 0 && this.requests % this.failEvery === 0;
    if (isBad) this.bad += 1;
    return isBad ? 500 : 200;
  }
}

/** Two pods of each release. `lane` is a label of each series, for one Prometheus that sees several services. */
export async function startServingPods(lane: string): Promise<ServingPods> {
  const releases = { stable: new Release('v1'), canary: new Release('v2') };
  const servers: Server[] = [];
  const start = async (arm: Arm): Promise<readonly string[]> =>
    await Promise.all(
      [1, 2].map(async (n) => {
        const server = podOf(releases[arm], `lane="${lane}",version="${releases[arm].version}",pod="${arm}-${n}"`);
        servers.push(server);
        server.listen(0, '127.0.0.1');
        await once(server, 'listening');
        const address = server.address();
        return `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
      }),
    );
  const addresses = { stable: await start('stable'), canary: await start('canary') };
  const targetsOf = (arm: Arm) =>
    addresses[arm].map((address, at) => ({ url: `http://${address}/metrics`, pod: `${arm}-${at + 1}`, arm }));
  return {
    addresses,
    targets: [...targetsOf('canary'), ...targetsOf('stable')],
    failEvery: (arm, n) => {
      releases[arm].failEvery = n;
    },
    served: (arm) => ({ requests: releases[arm].requests, bad: releases[arm].bad }),
    close: () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

function podOf(release: Release, labels: string): Server {
  const counted = { 200: 0, 500: 0 };
  return createServer(({ url }, response) => {
    if (url === '/health') answer(response, 200, 'well\n');
    else if (url === '/metrics') answer(response, 200, pageOf(labels, counted));
    else {
      const code = release.next();
      counted[code] += 1;
      answer(response, code, '');
    }
  });
}

function answer(response: ServerResponse, code: number, body: string): void {
  response.writeHead(code, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(body);
}

/** https://prometheus.io/docs/instrumenting/exposition_formats/ */
function pageOf(labels: string, counted: Readonly<Record<string, number>>): string {
  const lines = Object.entries(counted).map(
    ([code, count]) => `http_requests_total{${labels},code="${code}"} ${count}`,
  );
  return ['# TYPE http_requests_total counter', ...lines, ''].join('\n');
}
