/** Edge: one GET of a metrics page, with its limits and faults. Addresses and contents are never in a message. */
import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { LARGEST_EXPOSITION } from '../../exposition/parse.ts';
import type { Trouble } from '../../strata.ts';
import { connectionTrouble } from '../connection-trouble.ts';
import { trouble } from '../trouble.ts';

export interface Page {
  /** As the answer says it; empty when it does not. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface PageReader {
  /** Never rejects. An aborted signal ends it at once. */
  get(url: URL, signal: AbortSignal): Promise<Page | Trouble>;
}

const MOST_REDIRECTS = 3;
/** OpenMetrics first: its end is marked, so that half of it is told from the whole. */
const ACCEPT =
  'application/openmetrics-text;version=1.0.0;q=0.9,application/openmetrics-text;version=0.0.1;q=0.8,text/plain;version=0.0.4;q=0.5,*/*;q=0.1';

interface Agents {
  readonly 'http:': PlainAgent;
  readonly 'https:': SecureAgent;
}

/** `timeout`: milliseconds, for connecting, asking and reading together. */
export function pageReader(timeout: number): PageReader {
  // Idle sockets must not keep the process.
  const agents = { 'http:': new PlainAgent({ keepAlive: true }), 'https:': new SecureAgent({ keepAlive: true }) };
  return {
    async get(first, signal) {
      const deadline = AbortSignal.timeout(timeout);
      let url = first;
      for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
        const got = await ask({ url, agents, signal, deadline });
        if (!(got instanceof URL)) return got;
        const known = got.protocol === 'https:' || got.protocol === url.protocol;
        if (!known || got.hostname !== url.hostname || got.port !== url.port) {
          return trouble('source-refused', 'expected an answer, got a redirect to another host');
        }
        url = got;
      }
      return trouble('source-refused', `expected an answer, got more than ${MOST_REDIRECTS} redirects`);
    },
  };
}

interface Question {
  readonly url: URL;
  readonly agents: Agents;
  readonly signal: AbortSignal;
  readonly deadline: AbortSignal;
}

/** The page, or where it is said to be. */
function ask(question: Question, isAgain = false): Promise<Page | URL | Trouble> {
  const { url, agents, signal, deadline } = question;
  return new Promise((resolve) => {
    let begun = false;
    const failed = (error: unknown) => {
      // A pod may close an idle connection at the moment that it is used again: that says nothing of the pod.
      const isStale = sender.reusedSocket && !begun && !signal.aborted && !deadline.aborted;
      resolve(isStale ? ask(question, true) : connectionTrouble(error, { begun, signal, deadline }));
    };
    const options = {
      signal: AbortSignal.any([signal, deadline]),
      headers: { accept: ACCEPT, 'accept-encoding': 'gzip' },
    };
    const heard = (response: IncomingMessage) => {
      begun = true;
      const said = statusOf(response, url);
      if (said === undefined) readPage(response).then(resolve, failed);
      else {
        // The rest is of no interest, and the socket may be used again.
        response.on('error', () => {}).resume();
        resolve(said);
      }
    };
    const sender =
      url.protocol === 'https:'
        ? secureRequest(url, { ...options, agent: !isAgain && agents['https:'] }, heard)
        : plainRequest(url, { ...options, agent: !isAgain && agents['http:'] }, heard);
    sender.on('error', failed);
    sender.end();
  });
}

/** undefined for an answer that is worth reading. */
function statusOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | Trouble | undefined {
  if (statusCode === 200) return undefined;
  const location = headers.location ?? '';
  const isRedirect = [301, 302, 303, 307, 308].includes(statusCode);
  if (isRedirect && URL.canParse(location, from.href)) return new URL(location, from.href);
  const detail = `expected a page of metrics, got HTTP ${statusCode}`;
  if (statusCode === 429) return trouble('source-rate-limited', detail);
  return trouble(statusCode >= 500 ? 'source-unavailable' : 'source-refused', detail);
}

/** Rejects when the answer ends early. */
async function readPage(response: IncomingMessage): Promise<Page | Trouble> {
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') {
    response.destroy();
    return trouble('source-incomplete', `expected a page as it is or as gzip, got ${encoding.slice(0, 20)}`);
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of encoding === 'gzip' ? unpacked(response) : response) {
    const bytes = Buffer.from(part);
    size += bytes.byteLength;
    if (size > LARGEST_EXPOSITION) {
      response.destroy();
      const most = LARGEST_EXPOSITION / 1024 / 1024;
      return trouble('source-incomplete', `expected a page of at most ${most} MiB, got more`);
    }
    parts.push(bytes);
  }
  return { type: response.headers['content-type'] ?? '', bytes: Buffer.concat(parts) };
}

function unpacked(response: IncomingMessage): Readable {
  const plain = createGunzip();
  response.on('error', (error) => plain.destroy(error));
  return response.pipe(plain);
}
