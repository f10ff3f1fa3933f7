/**
 * Edge: HAProxy's runtime API, one line a connection. In this mode HAProxy answers every command of the line with text and an empty
 * line, and closes. HAProxy Management Guide, 9.3 "Unix Socket commands".
 */
import { connect, type Socket } from 'node:net';
import { TrafficError } from '../../steering/traffic.ts';
import { type Calls, Unavailable } from '../calls.ts';

/** Bytes of the answers to one line: tens of thousands of servers. */
const LARGEST = 16 * 1024 * 1024;
/** Characters of one line, which must fit into HAProxy's buffer: `tune.bufsize` is 16,384 by itself. */
const LONGEST = 15_000;

export class RuntimeApi {
  readonly address: string;
  private readonly calls: Calls;

  /** Path of a unix socket, or host:port. Throws TrafficError `unfit` for anything else. */
  constructor(address: string, calls: Calls) {
    endpointOf(address);
    this.address = address;
    this.calls = calls;
  }

  /**
   * The answer to each command, in their order, without its end. `write` when a command changes something: a connection that is cut
   * behind the request is `unknown-effect` then, and Unavailable otherwise. One line: HAProxy has all of the commands, or none.
   * The caller answers for it that a command holds no text that could begin another one.
   */
  async run(kind: 'read' | 'write', commands: readonly string[], signal: AbortSignal): Promise<readonly string[]> {
    const line = commands.join(';');
    if (line.length > LONGEST || /[\r\n\\]/.test(line)) throw unfitLine(line);
    return await this.calls.run(kind, signal, (limited) => this.exchange(kind, line, commands.length, limited));
  }

  private exchange(kind: string, line: string, count: number, signal: AbortSignal): Promise<readonly string[]> {
    return new Promise((resolve, reject) => {
      const socket = connect(endpointOf(this.address));
      const heard = new Heard(count);
      let isSent = false;
      const end = (error?: Error & { readonly code?: unknown }) => {
        signal.removeEventListener('abort', abort);
        socket.destroy();
        if (heard.isWhole) resolve(heard.answers);
        else if (heard.size > LARGEST) reject(tooLarge());
        else reject(this.failure(isSent && kind === 'write', error));
      };
      const abort = () => end();
      signal.addEventListener('abort', abort);
      socket.on('connect', () => {
        isSent = true;
        socket.write(`${line}\n`);
      });
      listen(socket, heard, end);
    });
  }

  private failure(isUnknown: boolean, cause: (Error & { readonly code?: unknown }) | undefined): TrafficError {
    const code = typeof cause?.code === 'string' ? cause.code : 'an answer without its end';
    const text = `expected a whole answer of HAProxy at ${this.address}, got ${code}`;
    if (code === 'EACCES' || code === 'EPERM')
      return new TrafficError('refused', `${text}; let the user of the runner open the socket`, { cause });
    return isUnknown
      ? new TrafficError('unknown-effect', `${text}; the command may have been carried out`, { cause })
      : new Unavailable(text, undefined, { cause });
  }
}

function listen(socket: Socket, heard: Heard, end: (error?: Error) => void): void {
  socket.on('data', (bytes) => {
    heard.add(bytes);
    if (heard.isWhole || heard.size > LARGEST) end();
  });
  socket.on('error', end);
  socket.on('close', () => end());
}

/** Answers as they come. An empty line ends each, and stands in none. */
class Heard {
  size = 0;
  private readonly count: number;
  private readonly parts: Buffer[] = [];

  constructor(count: number) {
    this.count = count;
  }

  add(bytes: Buffer): void {
    this.size += bytes.byteLength;
    this.parts.push(bytes);
  }

  get answers(): readonly string[] {
    const answers: string[] = [];
    let lines: string[] = [];
    // Behind the last line break is what has no end yet.
    for (const line of Buffer.concat(this.parts).toString('utf8').split('\n').slice(0, -1)) {
      if (line !== '') lines.push(line);
      else {
        answers.push(lines.join('\n'));
        lines = [];
      }
    }
    return answers;
  }

  get isWhole(): boolean {
    const last = this.parts.at(-1);
    // The whole text is looked at only where an empty line may end it.
    const mayEnd = last?.at(-1) === 0x0a && (last.at(-2) ?? 0x0a) === 0x0a;
    return mayEnd && this.answers.length >= this.count;
  }
}

function endpointOf(address: string): { readonly path: string } | { readonly host: string; readonly port: number } {
  if (address.includes('/')) return { path: address };
  const [, six, four, digits] = /^(?:\[([0-9a-fA-F:.]+)\]|([\w.-]+)):(\d{1,5})$/.exec(address) ?? [];
  const host = six ?? four;
  const port = Number(digits);
  if (host !== undefined && port > 0 && port < 65_536) return { host, port };
  throw new TrafficError(
    'unfit',
    `router: expected the path of HAProxy's socket, or host:port; got ${JSON.stringify(address)}`,
  );
}

function unfitLine(line: string): TrafficError {
  return new TrafficError(
    'unfit',
    `expected a command line of at most ${LONGEST} characters without line breaks and backslashes, got one of ${line.length}; name fewer servers`,
  );
}

function tooLarge(): TrafficError {
  return new TrafficError('unfit', `expected an answer of at most ${LARGEST / 1024 / 1024} MiB, got more`);
}
