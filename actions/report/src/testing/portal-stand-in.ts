/**
 * A local Backstage as far as report knows it: takes a verdict with a token that the issuer signed, once for each token
 * (docs/decisions/0006-verdicts-in-backstage.md), or answers as it is told to.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, jwtVerify } from 'jose';

/** How a request is answered instead. */
export type Instead =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  /** Text that is no JSON, such as a page to sign in. */
  | { readonly status: number; readonly page: string }
  /** Taken, and never answered. */
  | 'hang'
  /** Taken and kept, and the connection ends before the answer. */
  | 'lose';

export interface Taken {
  readonly tokenId: string;
  readonly verdict: unknown;
  readonly body: string;
}

export interface PortalStandIn {
  /** The input backstage-url. */
  readonly url: string;
  /** What was kept, in order. */
  readonly taken: readonly Taken[];
  /** Path, method and content type of every request. */
  readonly requests: readonly string[];
  /** The next requests get these answers, one each. */
  answer(...instead: readonly Instead[]): void;
  close(): Promise<void>;
}

export interface PortalSettings {
  readonly issuer: string;
  readonly jwksUri: string;
  readonly audience?: string;
}

export async function startPortal({ issuer, jwksUri, audience = 'shipgate' }: PortalSettings): Promise<PortalStandIn> {
  const keys = createRemoteJWKSet(new URL(jwksUri));
  const taken: Taken[] = [];
  const requests: string[] = [];
  const planned: Instead[] = [];

  const keep = async (request: IncomingMessage, body: string): Promise<Instead> => {
    if (request.url !== '/api/deployments/verdicts') return refused(404, 'NotFoundError', 'no such route');
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const tokenId = await jwtVerify(token, keys, { issuer, audience, algorithms: ['RS256'] }).then(
      ({ payload }) => payload.jti ?? '',
      (error: unknown) => error,
    );
    if (typeof tokenId !== 'string') return refused(401, 'AuthenticationError', String(tokenId));
    const before = taken.find((one) => one.tokenId === tokenId);
    if (before !== undefined && before.body !== body)
      return refused(409, 'ConflictError', 'the token sent another one');
    if (before === undefined) taken.push({ tokenId, body, verdict: JSON.parse(body) });
    return { status: before === undefined ? 201 : 200, body: { id: tokenId } };
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requests.push(`${request.method} ${request.url} ${request.headers['content-type']}`);
    const body = await textOf(request);
    const instead = planned.shift();
    if (instead === 'hang') return;
    const answer = instead === undefined || instead === 'lose' ? await keep(request, body) : instead;
    if (instead === 'lose' || typeof answer === 'string') response.destroy();
    else if ('page' in answer) response.writeHead(answer.status, { 'content-type': 'text/html' }).end(answer.page);
    else {
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(JSON.stringify(answer.body ?? {}));
    }
  };

  const server = createServer((request, response) => void serve(request, response));
  const url = await listen(server);
  return { url, taken, requests, answer: (...instead) => void planned.push(...instead), close: () => close(server) };
}

/** As Backstage's own error handler writes it. */
export function refused(status: number, name: string, message: string): Extract<Instead, { body?: unknown }> {
  return { status, body: { error: { name, message }, request: { method: 'POST' }, response: { statusCode: status } } };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
