/**
 * The order service as its production checklist sees it: probes, metrics, headers. It keeps no orders.
 * `node checklist/service.ts [--port 8080] [--fault <name>]`
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Fault, faults, isFault } from './fault.ts';
import { metricsPage } from './metrics-page.ts';

const version = '2.4.0';
/** As CORS_ALLOWED_ORIGINS in k8s/production/config.yaml. */
const allowedOrigins: readonly string[] = ['https://shop.example.com'];
/** Number of the newest file in migrations/. */
const schemaVersion = 16;

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body: string;
}

/** A service that is not yet listening; with a fault it is wrong in exactly that. */
export function orderService(fault?: Fault): Server {
  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://service').pathname;
    const answer = answerTo(request.method ?? 'GET', path, request, fault);
    send(response, answer, headersFor(request.headers.origin, path, fault));
  });
}

function answerTo(method: string, path: string, request: IncomingMessage, fault: Fault | undefined): Answer {
  if (method !== 'GET' && method !== 'HEAD' && fault !== 'csrf' && request.headers['x-csrf-token'] === undefined) {
    return json({ error: 'x-csrf-token is missing' }, 403);
  }
  const orderId = /^\/api\/v1\/orders\/(.+)$/.exec(path)?.[1];
  if (orderId !== undefined) return order(orderId, fault);
  switch (path) {
    case '/health':
      return fault === 'health'
        ? json({ status: 'failing', version }, 503)
        : json({ status: 'ok', version: versionWith(fault) });
    case '/ready':
      return ready(fault);
    case '/startup':
      return json({ status: fault === 'startup' ? 'starting' : 'started' }, fault === 'startup' ? 503 : 200);
    case '/metrics':
      return { type: 'text/plain; version=0.0.4; charset=utf-8', body: metricsPage(versionWith(fault), fault) };
    case '/session':
      return { ...json({ csrf: 'in the cookie' }), headers: { 'set-cookie': cookie(fault) } };
    case '/static/app.css':
      return { type: 'text/css', headers: cacheFor(fault), body: 'body { margin: 0 }\n' };
    case '/docs':
      return fault === 'docs'
        ? json({ error: 'not found' }, 404)
        : { type: 'text/html; charset=utf-8', body: swaggerUi };
    default:
      return json({ error: 'not found' }, 404);
  }
}

function ready(fault: Fault | undefined): Answer {
  const checks = { postgresql: 'ok', redis: 'ok', kafka: fault === 'ready' ? 'failing' : 'ok' };
  const schema = fault === 'schema' ? schemaVersion - 1 : schemaVersion;
  return json(
    { status: fault === 'ready' ? 'waiting' : 'ready', schemaVersion: schema, checks },
    fault === 'ready' ? 503 : 200,
  );
}

/** Only the form of the id is judged here. */
function order(id: string, fault: Fault | undefined): Answer {
  if (fault === 'validation' || /^[1-9][0-9]{0,17}$/.test(id)) return json({ id, state: 'new', currency: 'EUR' });
  return json({ error: 'order id must be a whole number' }, 400);
}

function headersFor(origin: string | undefined, path: string, fault: Fault | undefined): Record<string, string> {
  const found: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    vary: 'Origin',
  };
  if (fault !== 'xss') found['content-security-policy'] = "default-src 'self'; frame-ancestors 'none'";
  if (fault !== 'hsts') found['strict-transport-security'] = 'max-age=31536000; includeSubDomains';
  if (path.startsWith('/api/')) found['cache-control'] = 'no-store';
  const isAllowed = fault === 'cors' || allowedOrigins.includes(origin ?? '');
  if (origin !== undefined && isAllowed) found['access-control-allow-origin'] = origin;
  return found;
}

function cookie(fault: Fault | undefined): string {
  return `csrf=example; Path=/; Secure; SameSite=${fault === 'csrf' ? 'None' : 'Strict'}`;
}

function cacheFor(fault: Fault | undefined): Record<string, string> {
  return { 'cache-control': fault === 'browser-cache' ? 'no-store' : 'public, max-age=31536000, immutable' };
}

function versionWith(fault: Fault | undefined): string {
  return fault === 'version' ? '2.3.2' : version;
}

const swaggerUi = `<!doctype html>
<title>Order service: Swagger UI</title>
<link rel="stylesheet" href="/static/swagger-ui.css">
<div id="swagger-ui"></div>
<script src="/static/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: '/openapi.yaml', dom_id: '#swagger-ui' })</script>
`;

function json(value: unknown, status = 200): Answer {
  return { status, type: 'application/json', body: JSON.stringify(value) };
}

function send(response: ServerResponse, answer: Answer, headers: Readonly<Record<string, string>>): void {
  response.writeHead(answer.status ?? 200, {
    ...headers,
    ...answer.headers,
    'content-type': answer.type ?? 'text/plain',
  });
  response.end(answer.body);
}

if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8080' }, fault: { type: 'string' } } });
  if (values.fault !== undefined && !isFault(values.fault)) {
    throw new Error(`expected --fault to be one of ${faults.join(', ')}, got another`);
  }
  const server = orderService(values.fault);
  server.listen(Number(values.port), '127.0.0.1', () =>
    console.log(JSON.stringify({ level: 'info', address: server.address() })),
  );
}
