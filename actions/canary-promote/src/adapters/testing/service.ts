/** A small service of real HTTP for tests: each pod counts what it is told to have served, on a port of its own. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Counted, type Request } from './counted.ts';
import { type Spoiling, type Told, tell } from './spoiled.ts';

export type { Request } from './counted.ts';

export interface PodOptions {
  readonly pod: string;
  readonly release: string;
}

export interface ServiceOptions {
  readonly pods: readonly PodOptions[];
  /** Labels that each series carries; both. */
  readonly labels?: readonly ('version' | 'pod')[];
}

/** Since the service began, restarts of the pod left out of account. */
export interface Served {
  readonly requests: number;
  /** Answered 5xx. */
  readonly bad: number;
  /** Slower than a bound of a bucket, by the bound. */
  slowerThan(bound: number): number;
}

export interface TestPod extends PodOptions {
  /** http://127.0.0.1:port, with /metrics and /health. */
  readonly url: string;
}

export interface TestService {
  readonly pods: readonly TestPod[];
  handle(pod: string, request: Request): void;
  served(pod: string): Served;
  /** How often it was asked for its metrics, or for its health. */
  asked(pod: string, path?: '/metrics' | '/health'): number;
  /** Its counters begin anew. */
  restart(pod: string): void;
  /** Nobody listens any more, until `start`. */
  stop(pod: string): Promise<void>;
  start(pod: string): Promise<void>;
  /** Closes its connections and takes new ones. */
  disconnect(pod: string): void;
  setHealth(pod: string, health: boolean | 'hang' | number): void;
  /** undefined: it is well again. `since`: what frozen samples say of their age, seconds since the epoch; now. */
  spoil(pod: string, spoiling: Spoiling | undefined, since?: number): void;
  close(): Promise<void>;
}

export async function startService({ pods, labels = ['version', 'pod'] }: ServiceOptions): Promise<TestService> {
  const running = new Map<string, RunningPod>();
  for (const options of pods) {
    const pod = new RunningPod(options, labels);
    await pod.start();
    running.set(options.pod, pod);
  }
  const of = (name: string): RunningPod => {
    const pod = running.get(name);
    if (pod === undefined) throw new RangeError(`expected a pod of the service, got ${name}`);
    return pod;
  };
  return {
    pods: [...running.values()].map(({ options, url }) => ({ ...options, url })),
    handle: (pod, request) => of(pod).handle(request),
    served: (pod) => of(pod).served(),
    asked: (pod, path = '/metrics') => of(pod).asked[path],
    restart: (pod) => of(pod).restart(),
    stop: (pod) => of(pod).stop(),
    start: (pod) => of(pod).start(),
    disconnect: (pod) => of(pod).disconnect(),
    setHealth: (pod, health) => {
      of(pod).health = health;
    },
    spoil: (pod, spoiling, since) => of(pod).spoil(spoiling, since),
    close: async () => {
      await Promise.all([...running.values()].map((pod) => pod.stop()));
    },
  };
}

/** The second is where a spoiled pod sends people to, the third never answers in OpenMetrics. */
const PAGES = ['/metrics', '/moved', '/plain'];

class RunningPod {
  readonly options: PodOptions;
  readonly asked = { '/metrics': 0, '/health': 0 };
  health: boolean | 'hang' | number = true;
  private readonly labels: Readonly<Record<string, string>>;
  private readonly all = new Counted();
  private counted = new Counted();
  private spoiling: Spoiling | undefined;
  private frozen: Told['frozen'];
  private server: Server | undefined;
  private port = 0;

  constructor(options: PodOptions, labels: readonly ('version' | 'pod')[]) {
    this.options = options;
    const known = { version: options.release, pod: options.pod };
    this.labels = Object.fromEntries(labels.map((name) => [name, known[name]]));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  handle(request: Request): void {
    this.all.add(request);
    this.counted.add(request);
  }

  served(): Served {
    const { total } = this.all;
    const bad = this.all.withCode((code) => code >= 500);
    return { requests: total, bad, slowerThan: (bound) => this.all.slowerThan(bound) };
  }

  restart(): void {
    this.counted = new Counted();
  }

  spoil(spoiling: Spoiling | undefined, since = Date.now() / 1000): void {
    this.spoiling = spoiling;
    this.frozen = { series: this.counted.series(this.labels), since };
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => this.answer(request, response));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address === 'object' && address !== null) this.port = address.port;
  }

  disconnect(): void {
    this.server?.closeAllConnections();
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    this.server = undefined;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { url = '', headers } = request;
    if (url === '/health') this.answerHealth(response);
    else if (PAGES.includes(url)) {
      this.asked['/metrics'] += 1;
      const open = url !== '/plain' && headers.accept?.startsWith('application/openmetrics-text') === true;
      const told = { series: this.counted.series(this.labels), open, frozen: this.frozen };
      tell(response, told, url === '/moved' ? undefined : this.spoiling);
    } else response.writeHead(404).end();
  }

  private answerHealth(response: ServerResponse): void {
    this.asked['/health'] += 1;
    if (this.health === 'hang') return;
    const status = typeof this.health === 'number' ? this.health : this.health ? 200 : 503;
    response.writeHead(status, { location: 'http://127.0.0.2/' }).end();
  }
}
