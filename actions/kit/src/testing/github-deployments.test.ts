import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitHubStandIn, type StoredDeployment, type StoredIssue } from './github-stand-in.ts';

let deployments: StoredDeployment[];
let issues: StoredIssue[];
let standIn: GitHubStandIn;
beforeEach(async () => {
  [deployments, issues] = [[], []];
  const repositories = [
    { name: 'acme/orders', folder: '/nowhere', deployments, issues },
    { name: 'acme/bare', folder: '/nowhere' },
  ];
  standIn = await GitHubStandIn.start({ repositories, tokens: ['good'], readOnlyTokens: ['fork'] });
});
afterEach(() => standIn.stop());

const ask = async (method: string, path: string, body?: object, token = 'good') => {
  const response = await fetch(`${standIn.apiUrl}/repos/acme/${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `token ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
};
const sha = 'a'.repeat(40);
const plain = { ref: sha, auto_merge: false, required_contexts: [] };
const make = async (environment: string, more: object = {}) => {
  const { body } = await ask('POST', 'orders/deployments', { ...plain, environment, ...more });
  await ask('POST', `orders/deployments/${body.id}/statuses`, { state: 'success', auto_inactive: false });
};
const states = () => deployments.map(({ statuses }) => statuses.map(({ state }) => state).join(' '));

describe('deployments of the GitHub stand-in', () => {
  it('are made, found and told of, each answer as the description wants it', async () => {
    const made = await ask('POST', 'orders/deployments', { ...plain, payload: { a: 1 } });
    expect(made).toMatchObject({
      status: 201,
      body: { sha, environment: 'production', production_environment: true, payload: { a: 1 } },
    });
    await make('qa');
    const listed = await ask('GET', `orders/deployments?sha=${sha}&per_page=1`);
    expect(listed.body).toMatchObject([{ environment: 'qa', production_environment: false }]);
    expect((await ask('GET', 'orders/deployments?environment=production')).body).toMatchObject([{ id: made.body.id }]);
    const log = 'https://github.com/acme/orders/actions/runs/1';
    await ask('POST', 'orders/deployments/2/statuses', { state: 'failure', log_url: log });
    const statuses = await ask('GET', 'orders/deployments/2/statuses');
    expect(statuses.body).toMatchObject([{ state: 'failure', log_url: log, target_url: log }, { state: 'success' }]);
    expect((await ask('POST', 'orders/deployments/9/statuses', { state: 'error' })).status).toBe(404);
    expect((await ask('POST', 'orders/deployments', plain, 'fork')).status).toBe(403);
    expect(standIn.faults).toEqual([]);
  });

  it('become inactive behind a success, unless they are of production, transient or of another environment', async () => {
    await make('qa');
    await make('qa', { transient_environment: true });
    await make('qa', { production_environment: true });
    await make('test');
    await make('qa');
    await ask('POST', 'orders/deployments/5/statuses', { state: 'failure' });
    expect(states()).toEqual(['success', 'success', 'success', 'success', 'success failure']);
    await ask('POST', 'orders/deployments/5/statuses', { state: 'success' });
    expect(states()).toEqual(['success inactive', 'success', 'success', 'success', 'success failure success']);
    await ask('POST', 'orders/deployments/5/statuses', { state: 'success' });
    expect(states()[0]).toBe('success inactive');
  });

  it.each([
    ['that merges', { ref: sha, required_contexts: [] }],
    ['with contexts', { ref: sha, auto_merge: false }],
    ['of a branch', { ...plain, ref: 'main' }],
    ['with a long description', { ...plain, description: 'x'.repeat(141) }],
    ['without a ref', { auto_merge: false, required_contexts: [] }],
  ])('%s is unknown', async (_, body) => {
    expect((await ask('POST', 'orders/deployments', body)).status).toBe(501);
    expect(standIn.faults).toHaveLength(1);
  });
});

describe('issues of the GitHub stand-in', () => {
  it('are opened, and listed by label and page, newest first', async () => {
    for (const title of ['one', 'two', 'three']) {
      const labels = title === 'two' ? ['incident'] : ['Incident', 'late'];
      expect(await ask('POST', 'orders/issues', { title, labels })).toMatchObject({ status: 201, body: { title } });
    }
    const titles = async (query: string) =>
      (await ask('GET', `orders/issues?${query}`)).body.map((one: { title: string }) => one.title);
    expect(await titles('labels=incident')).toEqual(['three', 'two', 'one']);
    expect(await titles('labels=incident,late&per_page=1&page=2')).toEqual(['one']);
    expect(await titles('state=closed')).toEqual([]);
    expect(standIn.faults).toEqual([]);
  });

  it.each([
    ['GET', 'orders/issues?creator=mallory', undefined],
    ['POST', 'orders/issues', { title: 'x', assignees: ['mallory'] }],
    ['GET', 'bare/issues', undefined],
    ['GET', 'bare/deployments', undefined],
  ])('%s %s is unknown', async (method, path, body) => {
    expect((await ask(method, path, body)).status).toBe(501);
  });
});
