import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitHubStandIn, type SeededPullRequest, type StoredAnalysis } from './github-stand-in.ts';

let pull: SeededPullRequest;
let analyses: StoredAnalysis[];
let standIn: GitHubStandIn;
beforeEach(async () => {
  pull = { number: 7, head: { owner: 'forker', branch: 'topic', sha: 'a'.repeat(40) }, comments: [] };
  analyses = [];
  standIn = await GitHubStandIn.start({
    repositories: [
      { name: 'acme/orders', folder: '/nowhere', pullRequests: [pull], analyses },
      { name: 'acme/off', folder: '/nowhere' },
    ],
    tokens: ['good'],
    readOnlyTokens: ['fork'],
  });
});
afterEach(() => standIn.stop());

const ask = async (method: string, path: string, body?: object, token = 'good') => {
  const response = await fetch(`${standIn.apiUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `token ${token}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
};

const comments = '/repos/acme/orders/issues/7/comments';

describe('comments of the GitHub stand-in', () => {
  afterEach(() => expect(standIn.faults).toEqual([]));

  it('are made, listed by page and changed, each answer as the description wants it', async () => {
    pull.comments.push({ id: 5, login: 'mallory', body: 'first' });
    const made = await ask('POST', comments, { body: 'second' });
    expect(made).toMatchObject({ status: 201, body: { body: 'second', user: { login: 'github-actions[bot]' } } });
    const changed = await ask('PATCH', `/repos/acme/orders/issues/comments/${made.body.id}`, { body: 'third' });
    expect(changed).toMatchObject({ status: 200, body: { id: made.body.id, body: 'third' } });
    const page = await ask('GET', `${comments}?per_page=1&page=2`);
    expect(page.body.map((one: { body: string }) => one.body)).toEqual(['third']);
  });

  it('are not there for a pull request or a comment that is not', async () => {
    expect((await ask('GET', '/repos/acme/orders/issues/8/comments')).status).toBe(404);
    expect((await ask('PATCH', '/repos/acme/orders/issues/comments/1', { body: 'x' })).status).toBe(404);
  });

  it.each([
    ['fork', 403],
    ['', 401],
    ['stolen', 401],
  ])('are not made with the token %j', async (token, status) => {
    expect((await ask('POST', comments, { body: 'x' }, token)).status).toBe(status);
    expect(pull.comments).toEqual([]);
  });

  it('belong to whom the token belongs, as GraphQL names it', async () => {
    const { body } = await ask('POST', '/graphql', { query: '{ viewer { login } }' });
    expect(body).toEqual({ data: { viewer: { login: 'github-actions[bot]' } } });
    expect((await ask('POST', '/graphql', { query: '{ viewer { login } }' }, '')).status).toBe(401);
  });
});

describe('pull requests of the GitHub stand-in', () => {
  it.each([
    ['forker:topic', [7]],
    ['acme:topic', []],
    ['forker:other', []],
  ])('are found by the head %s: %j', async (head, numbers) => {
    const { status, body } = await ask('GET', `/repos/acme/orders/pulls?head=${head}`);
    expect([status, standIn.faults]).toEqual([200, []]);
    expect(body.map((one: { number: number }) => one.number)).toEqual(numbers);
  });
});

describe('code scanning of the GitHub stand-in', () => {
  const upload = (sarif: string, repository = 'acme/orders') =>
    ask('POST', `/repos/${repository}/code-scanning/sarifs`, {
      ...{ commit_sha: 'b'.repeat(40), ref: 'refs/heads/main', sarif },
    });
  const packed = (text: string | Buffer) => gzipSync(text, { level: 0 }).toString('base64');
  afterEach(() => expect(standIn.faults).toEqual([]));

  it('takes what is gzip in Base64', async () => {
    expect(await upload(packed('{"version":"2.1.0"}'))).toMatchObject({
      status: 202,
      body: { id: expect.any(String) },
    });
    expect(analyses).toEqual([{ commit: 'b'.repeat(40), ref: 'refs/heads/main', sarif: { version: '2.1.0' } }]);
  });

  it('refuses what is not, what is above 10 MB, and everything where it is off', async () => {
    expect((await upload('plain')).status).toBe(400);
    expect((await upload(packed(Buffer.alloc(10 * 1024 * 1024 + 1)))).status).toBe(413);
    expect((await upload(packed('{}'), 'acme/off')).status).toBe(403);
    expect(analyses).toEqual([]);
  });
});

describe('what the GitHub stand-in does not know', () => {
  it.each([
    ['POST', '/graphql', { query: '{ viewer { email } }' }],
    ['GET', '/repos/acme/orders/pulls?base=main', undefined],
    ['POST', comments, { text: 'no body' }],
    ['POST', comments, { body: 'x'.repeat(65_537) }],
  ])('is answered 501: %s %s', async (method, path, body) => {
    expect((await ask(method, path, body)).status).toBe(501);
    expect(standIn.faults).toHaveLength(1);
  });
});
