/** Calls of a Kubernetes API server over HTTP. https://kubernetes.io/docs/reference/using-api/api-concepts/ */
import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isRecord } from '@shipgate/kit/host';
import { TrafficError } from '../../steering/traffic.ts';
import { type Calls, Unavailable } from '../calls.ts';
import type { Cluster, KubeObject } from './cluster.ts';

/** Adds agent, certificates and headers to the options of one request: credentials outlive none. */
export type Authenticate = (options: RequestOptions) => Promise<void>;

export interface ServerOptions {
  readonly description: string;
  readonly namespace: string;
  readonly url: URL;
  readonly authenticate: Authenticate;
  readonly calls: Calls;
}

/** Bytes of one answer. */
const LARGEST = 32 * 1024 * 1024;

export function httpCluster(server: ServerOptions): Cluster {
  const ask = async (
    method: string,
    path: string,
    signal: AbortSignal,
    body?: { readonly type: string; readonly value: unknown },
  ): Promise<KubeObject> => {
    const kind = method === 'GET' ? 'read' : 'write';
    return await server.calls.run(kind, signal, (each) =>
      send(server, kind, { method, path, ...(body && { body }) }, each),
    );
  };
  return {
    description: server.description,
    namespace: server.namespace,
    get: (path, signal) => ask('GET', path, signal),
    list: async (path, query, signal) => {
      const { items } = await ask('GET', `${path}?${new URLSearchParams(query)}`, signal);
      return Array.isArray(items) ? items.filter((item): item is KubeObject => isRecord(item)) : [];
    },
    patch: (path, operations, signal) =>
      ask('PATCH', path, signal, { type: 'application/json-patch+json', value: operations }),
    create: (path, object, signal) => ask('POST', path, signal, { type: 'application/json', value: object }),
    replace: (path, object, signal) => ask('PUT', path, signal, { type: 'application/json', value: object }),
  };
}

interface Question {
  readonly method: string;
  readonly path: string;
  readonly body?: { readonly type: string; readonly value: unknown };
}

async function send(
  { url, authenticate }: ServerOptions,
  kind: 'read' | 'write',
  { method, path, body }: Question,
  signal: AbortSignal,
): Promise<KubeObject> {
  const text = body === undefined ? undefined : JSON.stringify(body.value);
  const options: RequestOptions = {
    method,
    signal,
    headers: {
      accept: 'application/json',
      'user-agent': 'shipgate-canary-promote',
      ...(body === undefined ? {} : { 'content-type': body.type, 'content-length': Buffer.byteLength(text ?? '') }),
    },
  };
  try {
    await authenticate(options);
  } catch (error) {
    throw new TrafficError('refused', `the kubeconfig gives no credentials: ${firstLine(error)}`, { cause: error });
  }
  const target = new URL(`${url.pathname.replace(/\/+$/, '')}${path}`, url);
  const { status, headers, answer } = await exchange(target, options, text).catch((error: unknown) => {
    throw connectionError(error, kind);
  });
  if (status >= 200 && status < 300) return objectIn(answer, kind);
  throw refusalOf(status, headers, answer);
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly answer: string;
}

function exchange(target: URL, options: RequestOptions, body: string | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = (target.protocol === 'https:' ? secureRequest : plainRequest)(target, options, (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        size += part.byteLength;
        parts.push(part);
        if (size > LARGEST) response.destroy(new Error(`an answer of more than ${LARGEST} bytes`));
      });
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, answer: Buffer.concat(parts).toString('utf8') });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** A write was answered as done, though nobody can read how: it must not be done again. */
function objectIn(text: string, kind: 'read' | 'write'): KubeObject {
  const value = parsed(text);
  if (isRecord(value)) return value;
  const message = 'expected an object of the API as JSON, got something else';
  throw kind === 'write' ? new TrafficError('unknown-effect', message) : new Unavailable(message);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What was never connected had no effect; what was cut off may have had one. */
function connectionError(error: unknown, kind: 'read' | 'write'): TrafficError {
  const code = isRecord(error) || error instanceof Error ? String(Object(error).code ?? '') : '';
  const text = `expected an answer of the API server, got ${code === '' ? firstLine(error) : code}`;
  const neverMade = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code);
  if (/CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_/.test(code)) return new TrafficError('refused', text, { cause: error });
  if (kind === 'read' || neverMade) return new Unavailable(text, undefined, { cause: error });
  return new TrafficError('unknown-effect', text, { cause: error });
}

/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/ */
function refusalOf(status: number, headers: IncomingMessage['headers'], answer: string): TrafficError {
  const body = parsed(answer);
  const said = isRecord(body) && typeof body['message'] === 'string' ? body['message'] : '';
  const text = `the API server answers ${status}${said === '' ? '' : `: ${said.slice(0, 300)}`}`;
  if (status === 429 || status >= 500) return new Unavailable(text, waitIn(headers['retry-after']));
  if (status === 404) return new TrafficError('missing', text);
  if (status === 409 || (status === 422 && isTestFailure(said))) return new TrafficError('conflict', text);
  return new TrafficError('refused', text);
}

/**
 * A `test` of a JSON Patch that did not hold, or a path that is no more. The API server says so in words only, and its message
 * begins with them: that of validation quotes values, which may have any words.
 */
function isTestFailure(message: string): boolean {
  return message.startsWith('the server rejected our request due to an error in our request');
}

/** RFC 9110, 10.2.3: seconds, or a date. Milliseconds; undefined for neither. */
export function waitIn(value: string | undefined, now: number = Date.now()): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').slice(0, 200);
}
