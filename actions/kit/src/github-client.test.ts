import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitHubClient, type GitHubSettings } from './github-client.ts';
import { placeOf } from './github-storage.ts';
import { GitHubStandIn, type SeededRun, type StandInSeed } from './testing/github-stand-in.ts';

const sha = 'a'.repeat(40);
const people = [{ id: 11, login: 'dev-lead' }];
const runs: SeededRun[] = Array.from({ length: 201 }, (_, index) => ({
  ...{ id: index + 1, event: 'push', commit: sha, createdAt: '2026-11-20T14:00:00Z', by: 'dev-lead' },
  artifacts:
    index === 0
      ? [{ id: 9, name: 'verdict', createdAt: '2026-11-20T14:00:00Z', archive: Buffer.alloc(70_000, 7) }]
      : [],
}));

let standIn: GitHubStandIn;
beforeEach(async () => {
  const repositories = [{ name: 'acme/orders', folder: '/nowhere', runs }];
  const seed: StandInSeed = { repositories, people, tokens: ['good'] };
  standIn = await GitHubStandIn.start(seed);
});
afterEach(() => standIn.stop());

function client(more: Partial<GitHubSettings> = {}): GitHubClient {
  const clock = { random: () => 1, sleep: async () => undefined };
  const settings = { apiUrl: standIn.apiUrl, repository: 'acme/orders', token: 'good', clock };
  return new GitHubClient({ ...settings, ...more });
}
const operations = () => standIn.requests.map(({ operation }) => operation);

describe('all entries of a list', () => {
  it('come page after page, each once', async () => {
    const all = await client().askAll('/actions/runs', { head_sha: sha }, { key: 'workflow_runs' });
    expect(all.map((run) => (run as { id: number }).id)).toEqual(runs.map(({ id }) => id).toReversed());
    expect(standIn.requests.map(({ url }) => new URL(url, standIn.apiUrl).searchParams.get('page'))).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect(standIn.faults).toEqual([]);
  });

  it('are one page when they fit', async () => {
    expect(await client().askAll('/actions/runs/{id}/artifacts', { id: 1 }, { key: 'artifacts' })).toMatchObject([
      { id: 9 },
    ]);
    expect(standIn.requests).toHaveLength(1);
  });

  it('are refused when there are more than was said', async () => {
    const asked = client().askAll('/actions/runs', {}, { key: 'workflow_runs', most: 200 });
    await expect(asked).rejects.toMatchObject({
      code: 'truncated',
      message: expect.stringContaining('more than 200 entries'),
    });
  });

  it.each([
    [{ total_count: 3, runs: [{}, {}] }, '', 'truncated'],
    [{ total_count: 0, runs: [] }, '<https://api.github.com/?page=2>; rel="next"', 'odd-answer'],
  ])('are refused when the answers are %j with the link %j', async (body, link, code) => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', link }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await expect(client({ apiUrl }).askAll('/runs', {}, { key: 'runs' })).rejects.toMatchObject({ code });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it.each([
    ['/actions/runs', { key: 'runs' }],
    ['/actions/runs', {}],
  ])('are an odd answer where %s has no list at %j', async (path, settings) => {
    await expect(client().askAll(path, {}, settings)).rejects.toMatchObject({ code: 'odd-answer' });
  });
});

describe('paths outside of the repository', () => {
  it('are asked with the token, and name themselves in errors', async () => {
    expect(await client().askOutside('GET', '/users/{username}', { username: 'dev-lead' })).toMatchObject({ id: 11 });
    const nobody = client().askOutside('GET', '/users/{username}', { username: '../repos/acme' });
    await expect(nobody).rejects.toMatchObject({ code: 'not-found', message: 'the API answered 404 (users)' });
    expect(standIn.requests.every(({ authenticated }) => authenticated)).toBe(true);
  });
});

describe('a download', () => {
  const path = '/actions/artifacts/{id}/zip';

  it('follows one redirect, and leaves the token behind', async () => {
    expect(await client().download(path, { id: 9 }, 70_000)).toEqual(Buffer.alloc(70_000, 7));
    expect(standIn.requests.map(({ operation, authenticated }) => [operation, authenticated])).toEqual([
      ['actions/download-artifact', true],
      ['blob', false],
    ]);
    expect(standIn.faults).toEqual([]);
  });

  it('is refused above its cap', async () => {
    const message = 'GitHub gives more than 69999 bytes (actions/artifacts/zip)';
    await expect(client().download(path, { id: 9 }, 69_999)).rejects.toMatchObject({ code: 'truncated', message });
  });

  it('is tried again after a fault of the store, and fails when there is none', async () => {
    standIn.fail({ kind: 'status', status: 503 }, { operation: 'blob' });
    expect(await client().download(path, { id: 9 }, 70_000)).toHaveLength(70_000);
    expect(operations()).toEqual(['actions/download-artifact', 'blob', 'actions/download-artifact', 'blob']);
    await expect(client().download(path, { id: 8 }, 70_000)).rejects.toMatchObject({ code: 'not-found', status: 404 });
  });

  it.each([
    ['without an address', {}],
    ['to an address without encryption elsewhere', { location: 'ftp://example.org/zip' }],
    ['that goes on and on', { location: '/repos/acme/orders/actions/artifacts/9/zip' }],
  ])('does not follow a redirect %s', async (_, headers) => {
    standIn.fail({ kind: 'status', status: 302, headers }, { operation: 'actions/download-artifact', times: 8 });
    await expect(client().download(path, { id: 9 }, 70_000)).rejects.toMatchObject({ code: 'odd-answer' });
  });

  it('goes only where it is encrypted, unless the API is not', () => {
    expect(placeOf('https://store.example/a?b={c}', 'https://api.github.com')?.origin).toBe('https://store.example');
    for (const location of ['http://store.example/a', 'file:///etc/passwd', 7, undefined, 'http://['])
      expect(placeOf(location, 'https://api.github.com')).toBeUndefined();
  });
});
