// A port of 127.0.0.1 that is free.
import { createServer } from 'node:net';

export const usualPort = 7007;

/** Somebody else listens on the port that was asked for. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
  constructor(port: number) {
    super(
      `expected: port ${port} of 127.0.0.1 to be free\ngot: another program listens on it\ndo: end it, or give another --port`,
    );
  }
}

/** The port that was asked for, or throws PortTakenError; when none was asked for, the usual one, or any that is free. */
export async function choosePort(asked: number | undefined): Promise<number> {
  const port = await bound(asked ?? usualPort);
  if (port !== null) return port;
  if (asked !== undefined) throw new PortTakenError(asked);
  return freePort();
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const port = await bound(0);
  if (port === null) throw new Error('expected a free port of 127.0.0.1, got none');
  return port;
}

/** Listens for a moment: the port, or null when it is taken. */
function bound(port: number): Promise<number | null> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? null) : null));
    });
  });
}
