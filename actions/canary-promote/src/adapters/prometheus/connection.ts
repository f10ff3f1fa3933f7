/** Edge: one POST to the HTTP API, with its authentication, limits and faults. What it holds is never in a message. */
import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Trouble } from '../../strata.ts';
import { connectionTrouble } from '../connection-trouble.ts';
import { isTrouble, trouble } from '../trouble.ts';

export interface ConnectionOptions {
  /** With the path that stands in front of /api/v1. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** PEM. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** Milliseconds, for connecting, asking and reading together. */
  readonly timeout: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

export interface Connection {
  /** Never rejects. An aborted signal ends it at once. */
  post(path: string, form: Readonly<Record<string, string>>, signal: AbortSignal): Promise<HttpAnswer | Trouble>;
}

/** Bytes of one answer, unpacked. */
const LARGEST = 64 * 1024 * 1024;
const MOST_REDIRECTS = 3;

export function connect(options: ConnectionOptions): Connection {
  const { ca, cert, key } = options;
  const tls = { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) };
  // Idle sockets must not keep the process.
  const agents = {
    'http:': new PlainAgent({ keepAlive: true }),
    'https:': new SecureAgent({ keepAlive: true, ...tls }),
  };
  return {
    async post(path, form, signal) {
      let url = new URL(`${options.url.pathname.replace(/\/+$/, '')}${path}`, options.url);
      const body = new URLSearchParams(form).toString();
      const deadline = AbortSignal.timeout(options.timeout);
      for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
        const got = await send({ url, body, headers: options.headers, agents, signal, deadline }).catch(
          (error: unknown) => connectionTrouble(error, { begun: false, signal, deadline }),
        );
        if (isTrouble(got) || got.location === undefined) return got;
        const next = redirected(url, got.location);
        if (isTrouble(next)) return next;
        url = next;
      }
      return trouble('source-refused', `expected an answer, got more than ${MOST_REDIRECTS} redirects`);
    },
  };
}

/** A credential goes to the host it was given for, and never from an encrypted connection to a plain one. */
function redirected(from: URL, location: string): URL | Trouble {
  const to = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  const known = to !== undefined && (to.protocol === 'https:' || to.protocol === from.protocol);
  if (to !== undefined && known && to.hostname === from.hostname && to.port === from.port) return to;
  return trouble('source-refused', 'expected an answer, got a redirect to another host');
}

interface Question {
  readonly url: URL;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly agents: { readonly 'http:': PlainAgent; readonly 'https:': SecureAgent };
  readonly signal: AbortSignal;
  readonly deadline: AbortSignal;
}

type Sent = HttpAnswer & { readonly location: string | undefined };

function send({ url, body, headers, agents, signal, deadline }: Question): Promise<Sent | Trouble> {
  return new Promise((resolve) => {
    let begun = false;
    const failed = (error: unknown) => resolve(connectionTrouble(error, { begun, signal, deadline }));
    const options = {
      method: 'POST',
      signal: AbortSignal.any([signal, deadline]),
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip',
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
        ...headers,
      },
    };
    const heard = (response: IncomingMessage) => {
      begun = true;
      readText(response).then((text) => resolve(typeof text === 'string' ? sent(response, text) : text), failed);
    };
    const sender =
      url.protocol === 'https:'
        ? secureRequest(url, { ...options, agent: agents['https:'] }, heard)
        : plainRequest(url, { ...options, agent: agents['http:'] }, heard);
    sender.on('error', failed);
    sender.end(body);
  });
}

function sent({ statusCode = 0, headers }: IncomingMessage, text: string): Sent {
  const isRedirect = [301, 302, 303, 307, 308].includes(statusCode);
  return { status: statusCode, text, location: isRedirect ? (headers.location ?? '') : undefined };
}

/** Rejects when the answer ends early. */
async function readText(response: IncomingMessage): Promise<string | Trouble> {
  const packed = response.headers['content-encoding'] === 'gzip';
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of packed ? unpacked(response) : response) {
    const bytes = Buffer.from(part);
    size += bytes.byteLength;
    if (size > LARGEST) {
      response.destroy();
      return trouble('source-incomplete', `expected an answer of at most ${LARGEST / 1024 / 1024} MiB, got more`);
    }
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}

function unpacked(response: IncomingMessage): Readable {
  const plain = createGunzip();
  response.on('error', (error) => plain.destroy(error));
  return response.pipe(plain);
}
