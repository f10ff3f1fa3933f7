/** One request to addresses that were resolved before, over node:http or node:https. No redirect is followed. */
import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as plainRequest,
  type RequestOptions,
} from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Address } from './address.ts';

export interface Certificate {
  readonly validTo: Date;
  readonly authorized: boolean;
  /** Subject alternative names: `DNS:orders.example.com`. */
  readonly names: readonly string[];
}

export interface Answer {
  readonly kind: 'answered';
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Of https. */
  readonly certificate?: Certificate;
}

export interface Failure {
  readonly kind: 'failed';
  /** `certificate`: it is expired, for another name, or nobody trusts it. `tls`: any other trouble of TLS. */
  readonly code: 'timeout' | 'network' | 'certificate' | 'tls' | 'too-large' | 'encoded';
  /** One sentence without its end: `nothing answered within 10 s`. */
  readonly why: string;
}

export interface Exchange {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly addresses: readonly Address[];
  readonly largestBody: number;
  /** Certificates in PEM that are trusted besides nobody; those of Node without it. */
  readonly ca?: string | undefined;
  readonly signal: AbortSignal;
}

/** Never rejects. */
export async function exchange(asked: Exchange): Promise<Answer | Failure> {
  try {
    const { message, certificate } = await send(asked);
    return await answerOf(message, certificate, asked.largestBody);
  } catch (error) {
    return failureOf(error, asked.signal);
  }
}

interface Heard {
  readonly message: IncomingMessage;
  readonly certificate: Certificate | undefined;
}

function send(asked: Exchange): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const request = asked.url.protocol === 'https:' ? secureRequest : plainRequest;
    const sent = request(asked.url, optionsOf(asked));
    sent.once('error', reject);
    sent.once('response', (message) => {
      const { socket } = message;
      resolve({ message, certificate: socket instanceof TLSSocket ? certificateOf(socket) : undefined });
    });
    sent.end(asked.body);
  });
}

function optionsOf({
  url,
  method,
  headers,
  body,
  addresses,
  ca,
  signal,
}: Exchange): RequestOptions & Record<string, unknown> {
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return {
    method,
    headers: { 'user-agent': 'shipgate-checklist', 'accept-encoding': 'identity', ...headers, ...length },
    lookup: pinned(addresses),
    // No connection of before, and no proxy of the environment: it would resolve the name once more.
    agent: false,
    maxHeaderSize: 32 * 1024,
    signal,
    // Said, since NODE_TLS_REJECT_UNAUTHORIZED=0 changes only the default.
    rejectUnauthorized: true,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(ca === undefined ? {} : { ca }),
  };
}

/** https://nodejs.org/api/net.html#socketconnectoptions-connectlistener: asks nobody, so the name cannot lead elsewhere now. */
function pinned(addresses: readonly Address[]): LookupFunction {
  return (_, options, tell) => {
    const [first] = addresses;
    if (first === undefined) tell(new Error('no address'), '', 0);
    else if (options.all === true) tell(null, [...addresses]);
    else tell(null, first.address, first.family);
  };
}

function certificateOf(socket: TLSSocket): Certificate | undefined {
  const { valid_to: validTo, subjectaltname: names = '' } = socket.getPeerCertificate();
  if (typeof validTo !== 'string') return undefined;
  return {
    validTo: new Date(validTo),
    authorized: socket.authorized,
    names: names.split(', ').filter((name) => name !== ''),
  };
}

async function answerOf(
  message: IncomingMessage,
  certificate: Certificate | undefined,
  largest: number,
): Promise<Answer | Failure> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message) {
    if (!Buffer.isBuffer(part)) continue;
    size += part.length;
    if (size > largest) {
      message.destroy();
      return failure('too-large', `the answer is larger than ${Math.floor(largest / 1024 / 1024)}\u00a0MB`);
    }
    parts.push(part);
  }
  if (!message.complete) return failure('network', 'the answer breaks off');
  const headers = headersOf(message.headers);
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return failure('encoded', 'the answer is compressed although that was not asked for');
  const answer = { kind: 'answered', status: message.statusCode ?? 0, headers, body: Buffer.concat(parts) } as const;
  return certificate === undefined ? answer : { ...answer, certificate };
}

function headersOf(headers: IncomingHttpHeaders): Record<string, string> {
  const made: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) made[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return made;
}

/** https://nodejs.org/api/tls.html#x509-certificate-error-codes, and Node's own for a name that does not fit. */
const certificateCodes = [
  ...[
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'CERT_REVOKED',
    'CERT_UNTRUSTED',
    'CERT_REJECTED',
    'INVALID_CA',
    'INVALID_PURPOSE',
  ],
  ...[
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT',
    'CERT_SIGNATURE_FAILURE',
  ],
  ...[
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'CERT_CHAIN_TOO_LONG',
    'HOSTNAME_MISMATCH',
  ],
  ...['ERR_TLS_CERT_ALTNAME_INVALID'],
];

function failureOf(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted) return failure('timeout', 'no whole answer came in time');
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'CERT_HAS_EXPIRED') return failure('certificate', 'its certificate has expired');
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return failure('certificate', 'its certificate is for another name');
  if (certificateCodes.includes(code)) return failure('certificate', 'its certificate is not trusted');
  if (/^(?:ERR_SSL_|ERR_TLS_|EPROTO$)/u.test(code)) return failure('tls', 'TLS cannot be agreed on');
  if (code === 'ECONNREFUSED') return failure('network', 'the connection is refused');
  if (code === 'ECONNRESET') return failure('network', 'the connection breaks off');
  return failure('network', 'it cannot be reached');
}

function failure(code: Failure['code'], why: string): Failure {
  return { kind: 'failed', code, why };
}
