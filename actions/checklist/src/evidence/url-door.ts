/** The one door for every URL that comes from a file: nothing of the network behind us is shown to whoever wrote it. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { type Address, addressKind } from './address.ts';
import { type Answer, exchange, type Failure } from './exchange.ts';

export type { Answer, Certificate, Failure } from './exchange.ts';

/** Not asked: expected, got. */
export interface Refused {
  readonly kind: 'refused';
  /** One sentence without its end. */
  readonly why: string;
  readonly mend: string;
}

export type Passage = Answer | Failure | Refused;

export interface DoorRequest {
  readonly url: string;
  /** Default GET. */
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Of everything: the name, the connection, the answer. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface DoorOptions {
  /**
   * Names, names with port (`localhost:9090`) and addresses of the policy that may be private. A metadata address is
   * reached only when the address itself stands here.
   */
  readonly hosts: readonly string[];
  /** All addresses of a name; rejects when it has none. The system's own without it. */
  readonly resolve?: (name: string) => Promise<readonly Address[]>;
  /** Certificates in PEM to trust instead of Node's. */
  readonly ca?: string;
  /** Default 5 MB. */
  readonly largestBody?: number;
}

const defaultLargestBody = 5 * 1024 * 1024;
const longestUrl = 2_000;

export class UrlDoor {
  private readonly options: DoorOptions;
  private readonly hosts: ReadonlySet<string>;

  constructor(options: DoorOptions) {
    this.options = options;
    this.hosts = new Set(options.hosts.map((host) => host.toLowerCase()));
  }

  /** Never rejects. A redirect is an answer. */
  async ask(request: DoorRequest): Promise<Passage> {
    const url = readUrl(request.url);
    if ('kind' in url) return url;
    const end = new AbortController();
    const signal = AbortSignal.any([request.signal, end.signal]);
    const timer = setTimeout(() => end.abort(), request.timeoutMs);
    try {
      const addresses = await inTime(this.addressesOf(url), signal);
      if (!Array.isArray(addresses)) return addresses;
      const { method = 'GET', headers = {}, body } = request;
      const { ca, largestBody = defaultLargestBody } = this.options;
      return await exchange({ url, method, headers, body, addresses, largestBody, ca, signal });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Whether the policy names the URL's host. */
  lists(url: URL): boolean {
    return this.hosts.has(hostOf(url)) || this.hosts.has(`${hostOf(url)}:${portOf(url)}`);
  }

  private async addressesOf(url: URL): Promise<Address[] | Failure | Refused> {
    const host = hostOf(url);
    const resolve = this.options.resolve ?? systemAddresses;
    const addresses = isIP(host) === 0 ? await resolve(host).catch(() => []) : [addressOf(host)];
    if (addresses.length === 0) return { kind: 'failed', code: 'network', why: 'its name leads to no address' };
    // One address of ours among public ones is enough for a name that wants to lead us astray.
    return addresses.every(({ address }) => this.isOpen(url, address)) ? [...addresses] : behindTheDoor(host);
  }

  private isOpen(url: URL, address: string): boolean {
    if (this.hosts.has(address)) return true;
    const kind = addressKind(address);
    return kind === 'public' || (kind === 'private' && this.lists(url));
  }
}

/** A URL without query, fragment and credentials, for people; a text that is none as `a URL that cannot be read`. */
export function shownUrl(text: string): string {
  if (!URL.canParse(text)) return 'a URL that cannot be read';
  const { protocol, host, pathname } = new URL(text);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
}

function readUrl(text: string): URL | Refused {
  if (text.length > longestUrl || !URL.canParse(text))
    return refused('the URL cannot be read', 'Write a whole URL, as `https://orders.example.com/health`');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return refused('expected a URL of http or https, got another', 'Write a URL of http or https');
  }
  if (url.username !== '' || url.password !== '') {
    return refused(
      'expected a URL without credentials, got one with them',
      'Take the credentials out of the URL, and change them',
    );
  }
  return url;
}

function behindTheDoor(host: string): Refused {
  return refused(`${host} leads to a private address`, 'Name the host in `checklist.hosts` if it is meant to be asked');
}

function refused(why: string, mend: string): Refused {
  return { kind: 'refused', why, mend };
}

/** Lower case, without the brackets of IPv6 and the point at the end. */
function hostOf(url: URL): string {
  return url.hostname
    .replace(/^\[|\]$/gu, '')
    .replace(/\.$/u, '')
    .toLowerCase();
}

function portOf(url: URL): string {
  return url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
}

function addressOf(host: string): Address {
  return { address: host, family: isIP(host) === 6 ? 6 : 4 };
}

async function systemAddresses(name: string): Promise<readonly Address[]> {
  const found = await lookup(name, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}

/** The system's resolver cannot be stopped; it is left alone. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T | Failure> {
  const late: Failure = { kind: 'failed', code: 'timeout', why: 'its name was not resolved in time' };
  if (signal.aborted) return Promise.resolve(late);
  return new Promise((resolve, reject) => {
    const stop = () => resolve(late);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
