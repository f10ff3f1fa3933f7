import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { journal } from '../journal.fixture.ts';
import { journalOf, same, start } from '../rollout.fixture.ts';
import { httpProbe, withHealthProbe } from './health-probe.ts';
import { RecordedMetrics } from './recorded.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A service that answers with a status, or not at all, and the headers that it saw. */
async function service(status: number | 'hang'): Promise<{ readonly url: URL; readonly seen: (string | undefined)[] }> {
  const seen: (string | undefined)[] = [];
  server = createServer((request, response) => {
    seen.push(String(request.headers['canary']));
    if (status === 'hang') return;
    response.writeHead(status, { location: 'http://elsewhere.example.com/' }).end();
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/health`), seen };
}

describe('the health probe', () => {
  it.each([
    [200, 0],
    [204, 0],
    [302, 0],
    [404, 1],
    [500, 1],
    [503, 1],
    ['hang', 1],
  ] as const)('counts an answer of %s as %i failures', async (status, failures) => {
    const { url, seen } = await service(status);
    const metrics = withHealthProbe(new RecordedMetrics(journal(journalOf(same(10, 0)))), httpProbe(url, 200));
    const { readings } = await metrics.read({ from: start, to: start + 15_000 }, new AbortController().signal);
    expect(readings['health']).toEqual({ kind: 'health', probes: 1, failures });
    expect(readings['errors']?.kind).toBe('counts');
    expect(seen).toEqual(['true']);
  });

  it('counts a service that nobody can reach as a failure', async () => {
    const probe = httpProbe(new URL('http://127.0.0.1:1/health'), 200);
    expect(await probe.ask(new AbortController().signal)).toBe(false);
  });
});
