import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { choosePort, freePort, PortTakenError, usualPort } from './port.ts';

async function taken<T>(port: number, work: () => Promise<T>): Promise<T> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  try {
    return await work();
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

describe('the port of the portal', () => {
  it('is the one that was asked for', async () => {
    const port = await freePort();
    expect(await choosePort(port)).toBe(port);
  });

  it('is refused with what to do when somebody else listens there', async () => {
    const port = await freePort();
    await taken(port, async () => {
      await expect(choosePort(port)).rejects.toThrow(PortTakenError);
      await expect(choosePort(port)).rejects.toThrow('give another --port');
    });
  });

  it('is a free one when none was asked for', async () => {
    const port = await choosePort(undefined);
    // Whether or not the usual one was free on this machine, somebody takes the one that was chosen.
    const next = await taken(port, () => choosePort(undefined));
    expect(next).not.toBe(port);
    expect([port === usualPort, next === usualPort]).not.toEqual([true, true]);
  });
});
