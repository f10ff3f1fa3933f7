/**
 * A registry's advisories on this machine, for tests and the demo: what `npm audit` asks (POST of all packages with their
 * versions), and the documents of packages, from which npm learns whether there is a way out. Invented advisories only.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { satisfies } from 'semver';

/** An advisory in the words of the endpoint `/-/npm/v1/security/advisories/bulk`. */
export interface ServedAdvisory {
  readonly id: number;
  /** `https://github.com/advisories/GHSA-...`. */
  readonly url: string;
  readonly title: string;
  readonly severity: 'critical' | 'high' | 'moderate' | 'low' | 'info';
  readonly vulnerable_versions: string;
  readonly cwe?: readonly string[];
  readonly cvss?: { readonly score: number; readonly vectorString: string | null };
}

/** How it answers: `broken` sends half of an answer, `html` a page of a proxy, `hang` nothing. */
export type ServerMode = 'answer' | 'refuse' | 'fail' | 'hang' | 'html' | 'broken' | 'unauthorized';

export interface AdvisoryServerSetup {
  readonly advisories: Readonly<Record<string, readonly ServedAdvisory[]>>;
  /** Versions that a package has, with their dependencies: `{"a": {"1.0.1": {"b": "^1"}}}`. */
  readonly packages?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
}

export interface AdvisoryServer {
  /** `http://127.0.0.1:PORT/`. */
  readonly url: string;
  /** May be changed while it runs. */
  mode: ServerMode;
  /** Packages with versions, one for each question so far. */
  readonly asked: readonly Readonly<Record<string, readonly string[]>>[];
  close(): Promise<void>;
}

const BULK = '/-/npm/v1/security/advisories/bulk';

/** Starts on a free port of the loopback. */
export async function startAdvisoryServer(setup: AdvisoryServerSetup): Promise<AdvisoryServer> {
  const asked: Record<string, readonly string[]>[] = [];
  const state: { mode: ServerMode } = { mode: 'answer' };
  const server = createServer((request, response) => {
    answer(request, response, setup, state.mode, asked).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    get mode() {
      return state.mode;
    },
    set mode(mode) {
      state.mode = mode;
    },
    asked,
    close: () => closed(server),
  };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  setup: AdvisoryServerSetup,
  mode: ServerMode,
  asked: Record<string, readonly string[]>[],
): Promise<void> {
  if (request.method !== 'POST' || request.url !== BULK) return packument(request, response, setup);
  const question = await questionOf(request);
  asked.push(question);
  if (mode === 'hang') return;
  if (mode === 'answer') return json(response, 200, answersTo(question, setup));
  if (mode === 'broken') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"order-forms": [{"id": 1,');
    return;
  }
  if (mode === 'html') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>');
    return;
  }
  const [status, error] = refusals[mode];
  json(response, status, { error });
}

const refusals = {
  refuse: [405, 'method not allowed'],
  fail: [500, 'internal error'],
  unauthorized: [401, 'unauthorized'],
} as const;

async function questionOf(request: IncomingMessage): Promise<Record<string, readonly string[]>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
  return JSON.parse(text.toString('utf8')) as Record<string, readonly string[]>;
}

/** As the registry: advisories that touch one of the versions that were asked for. */
function answersTo(question: Record<string, readonly string[]>, { advisories }: AdvisoryServerSetup): object {
  const found = Object.entries(question).map(([name, versions]) => {
    const known = Object.hasOwn(advisories, name) ? (advisories[name] ?? []) : [];
    const touched = known.filter(({ vulnerable_versions: range }) =>
      versions.some((version) => satisfies(version, range, { includePrerelease: true, loose: true })),
    );
    return [name, touched.map((each) => ({ cwe: [], cvss: { score: 0, vectorString: null }, ...each }))] as const;
  });
  return Object.fromEntries(found.filter(([, touched]) => touched.length > 0));
}

function packument(request: IncomingMessage, response: ServerResponse, setup: AdvisoryServerSetup): void {
  const name = decodeURIComponent((request.url ?? '/').slice(1));
  const versions =
    setup.packages !== undefined && Object.hasOwn(setup.packages, name) ? setup.packages[name] : undefined;
  if (request.method !== 'GET' || versions === undefined) {
    json(response, 404, { error: 'not found' });
    return;
  }
  const all = Object.entries(versions).map(([version, dependencies]) => [
    version,
    { name, version, dependencies, dist: { tarball: `http://127.0.0.1/${name}-${version}.tgz` } },
  ]);
  json(response, 200, {
    name,
    'dist-tags': { latest: Object.keys(versions).at(-1) },
    versions: Object.fromEntries(all),
  });
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
