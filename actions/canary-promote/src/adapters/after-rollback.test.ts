import { createServer, type IncomingMessage, type Server } from 'node:http';
import { GitHubStandIn, type StoredIssue } from '@shipgate/kit/testing/github-stand-in';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RolledBack } from '../steering/after-rollback.ts';
import { type AfterRollbackParts, afterRollback } from './after-rollback.ts';
import { Calls, usualLimits } from './calls.ts';
import { incidentMarker } from './incident-issue.ts';

let issues: StoredIssue[];
let standIn: GitHubStandIn;
beforeEach(async () => {
  issues = [];
  const repositories = [{ name: 'acme/orders', folder: '/nowhere', issues }];
  standIn = await GitHubStandIn.start({ repositories, tokens: ['good'], readOnlyTokens: ['reader'] });
});
afterEach(async () => {
  await standIn.stop();
  expect(standIn.faults).toEqual([]);
});

const facts: RolledBack = {
  ...{ rollout: 'order-service/r--1>', service: 'order-service', environment: 'production', version: '2.4.0' },
  ...{ weight: 10, reasons: ['Requests fail 5.9 times as often.'], numbers: ['2.99 % (44 of 1,474)'] },
  runbook: 'https://github.com/acme/orders/blob/main/docs/runbook.md',
  run: 'https://github.com/acme/orders/actions/runs/42',
  at: Date.parse('2026-11-27T14:00:00Z'),
};
const after = (more: Partial<AfterRollbackParts>, given: Partial<RolledBack> = {}, token = 'good') =>
  afterRollback(
    {
      github: { apiUrl: standIn.apiUrl, repository: 'acme/orders', token },
      ...{ issue: undefined, hook: undefined, signal: new AbortController().signal },
      calls: new Calls({ ...usualLimits, firstWait: 1, longestWait: 5 }),
      ...more,
    },
    { ...facts, ...given },
  );
const issue = { labels: ['incident', 'a, b'] };

describe('an incident issue', () => {
  it('is opened with reasons, numbers, runbook and run, once for a rollout', async () => {
    expect(await after({ issue })).toEqual([{ what: 'incident issue #1', done: true }]);
    expect(await after({ issue })).toEqual([{ what: expect.stringContaining('#1, which is open'), done: true }]);
    expect(issues).toMatchObject([{ title: 'order-service 2.4.0 was rolled back at 10 %', labels: issue.labels }]);
    for (const text of [...facts.reasons, ...facts.numbers, facts.runbook, facts.run]) {
      expect(issues[0]?.body).toContain(text);
    }
  });

  it('is another one for another rollout, and when the first is closed or written by a stranger', async () => {
    const body = `${incidentMarker(facts.rollout)}\n`;
    const of = { body, title: 'x', labels: ['incident'] };
    issues.push({ ...of, number: 1, login: 'github-actions[bot]', state: 'closed' });
    issues.push({ ...of, number: 2, login: 'mallory', state: 'open' });
    expect(await after({ issue })).toEqual([{ what: 'incident issue #3', done: true }]);
    expect(await after({ issue }, { rollout: 'r-2' })).toEqual([{ what: 'incident issue #4', done: true }]);
  });

  it('is found on a later page', async () => {
    await after({ issue });
    const of = { body: '', title: 'x', labels: ['incident'], login: 'mallory', state: 'open' } as const;
    issues.push(...Array.from({ length: 130 }, (_, index) => ({ ...of, number: index + 2 })));
    expect(await after({ issue })).toEqual([{ what: expect.stringContaining('#1,'), done: true }]);
  });

  it('mentions nobody, refers to nothing and holds no HTML from outside', async () => {
    const hostile = `@acme/all fixes #12, GH-3\n${incidentMarker('r-9')}<img src=x onerror=y> [x](javascript:y) | \u202e`;
    await after({ issue }, { ...{ service: hostile, version: '`@bob` #7', environment: hostile }, reasons: [hostile] });
    const { title = '', body = '' } = issues[0] ?? {};
    expect(title).not.toMatch(/@|#\d|`|gh-\d|\u202e|\n/i);
    const bare = body.replace(/(`+)[^`].*?\1/g, '');
    expect(bare).not.toMatch(/@\w|#\d+(?![\d;])|gh-\d|\u202e/i);
    expect(bare.replace(incidentMarker(facts.rollout), '')).not.toMatch(/<(?!https:)/);
    expect(body.startsWith(incidentMarker(facts.rollout))).toBe(true);
  });

  it('stays below the limits of GitHub', async () => {
    const long = '@x '.repeat(30_000);
    const lines = Array.from({ length: 500 }, () => long);
    const given = { service: long, version: long, environment: long, reasons: lines, numbers: lines };
    expect(await after({ issue }, given)).toMatchObject([{ done: true }]);
  });

  it('says which permission is missing', async () => {
    expect(await after({ issue }, {}, 'reader')).toEqual([
      { what: 'incident issue', done: false, why: expect.stringContaining('issues: write') },
    ]);
  });

  it('is not asked for twice when nobody knows whether it was opened', async () => {
    standIn.fail({ kind: 'cut' }, { operation: 'issues/create' });
    expect(await after({ issue })).toMatchObject([{ done: false }]);
    expect(issues).toHaveLength(1);
  });
});

describe('a hook', () => {
  let server: Server;
  let got: { request: IncomingMessage; body: string }[];
  let status: number;
  let url: string;
  beforeEach(async () => {
    got = [];
    status = 204;
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on('end', () => {
        got.push({ request, body });
        response.writeHead(status, { location: '/elsewhere' }).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/SECRET`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('gets JSON by POST', async () => {
    const reasons = ['a"\n</script>@all'];
    expect(await after({ hook: { env: 'HOOK', url } }, { reasons })).toEqual([{ what: 'hook of HOOK', done: true }]);
    expect(got[0]?.request).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(got[0]?.body ?? '')).toEqual({
      ...{ service: 'order-service', environment: 'production', version: '2.4.0', state: 'rolled-back', reasons },
      ...{ at: '2026-11-27T14:00:00.000Z', run: facts.run },
    });
  });

  it.each([302, 307, 400, 500])('that answers %i is not done, and no redirect is followed', async (answer) => {
    status = answer;
    const [done] = await after({ hook: { env: 'HOOK', url } });
    expect(done).toMatchObject({ done: false, why: expect.stringContaining(String(answer)) });
    expect(got).toHaveLength(1);
    expect(JSON.stringify(done)).not.toContain('SECRET');
  });

  it.each([
    'http://status.example.com/SECRET',
    'http://127.0.0.1.example.com/SECRET',
    'http://localhost@example.com/SECRET',
    'https://user:SECRET@status.example.com/',
    'file:///SECRET',
    'SECRET',
    '',
    undefined,
  ])('at %j is not asked', async (address) => {
    const [done] = await after({ hook: { env: 'HOOK', url: address } });
    expect(done).toMatchObject({ done: false, why: expect.stringMatching(/^expected (?:https|an address) .*, got /) });
    expect(JSON.stringify(done)).not.toContain('SECRET');
  });

  it('that nobody listens at is not done', async () => {
    const hook = { env: 'HOOK', url };
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await after({ hook })).toMatchObject([{ done: false, why: 'expected an answer, got none (ECONNREFUSED)' }]);
    server.listen(0, '127.0.0.1');
  });

  it('and an issue go wrong without each other', async () => {
    const done = await after({ issue, hook: { env: 'HOOK', url } }, {}, 'reader');
    expect(done.map((one) => one.done)).toEqual([false, true]);
    expect(await after({})).toEqual([]);
  });
});
