import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { listedEvidence } from './evidence-list.fixture.ts';
import { type Fault, faults } from './fault.ts';
import { orderService } from './service.ts';

const paths = new Set([
  '/startup',
  ...listedEvidence().flatMap(({ url }) => (url === undefined ? [] : [url.replace('http://127.0.0.1:8080', '')])),
]);

/** Status, headers and body of all pages that the policy asks for, and for a foreign origin. */
async function pagesOf(fault?: Fault): Promise<readonly unknown[]> {
  const server = orderService(fault);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    return await Promise.all(
      [...paths].map(async (path) => {
        const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
          headers: { origin: 'https://foreign.example' },
        });
        const headers = [...answer.headers].filter(([name]) => name !== 'date');
        return [path, answer.status, headers, await answer.text()];
      }),
    );
  } finally {
    server.close();
  }
}

describe('the service of the example', () => {
  it('answers the same twice', async () => {
    expect(await pagesOf()).toEqual(await pagesOf());
  });

  it.each(faults)('answers otherwise with the fault %s', async (fault) => {
    expect(await pagesOf(fault)).not.toEqual(await pagesOf());
  });

  it('takes no write without the token against forgery', async () => {
    const server = orderService();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const write = (headers: Record<string, string>) =>
      fetch(`http://127.0.0.1:${port}/api/v1/orders/1`, { method: 'DELETE', headers }).then(({ status }) => status);
    expect([await write({}), await write({ 'x-csrf-token': 'from the cookie' })]).toEqual([403, 200]);
    server.close();
  });
});
