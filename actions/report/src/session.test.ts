import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sarifOf } from '@shipgate/kit/report/sarif';
import type { Interruption, Runtime } from '@shipgate/kit/runtime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullRequestEvent } from './built-report.fixture.ts';
import type { CheckRuns, Discussion, KeptCheckRun } from './ports.ts';
import type { ReportResult } from './result.ts';
import { runSession } from './session.ts';
import { merge, red, runId } from './testing/verdicts.ts';
import type { ReportPorts } from './ways.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-session-'));
  mkdirSync(join(folder, 'verdicts'));
  writeFileSync(join(folder, 'event.json'), JSON.stringify(pullRequestEvent().payload));
  writeFileSync(join(folder, 'verdicts', 'verdict.json'), JSON.stringify(red()));
  writeFileSync(join(folder, 'verdicts', 'results.sarif'), JSON.stringify(sarifOf(red(), 'https://github.com')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const quiet: Discussion = {
  self: async () => 'bot',
  list: async () => [],
  create: async (_pullRequest, body) => ({ id: 1, login: 'bot', body, url: 'https://github.com/1' }),
  update: async (id, body) => ({ id, login: 'bot', body, url: 'https://github.com/1' }),
  pullRequestsOf: async () => [],
};

const made: KeptCheckRun = { id: 1, url: 'https://github.com/1', externalId: '', summary: '' };
const noCheckRuns: CheckRuns = { find: async () => [], create: async () => made, update: async () => made };

/** Every way goes well, but for what a test changes. */
function session(change: Partial<ReportPorts> = {}) {
  const written = { stdout: '', ended: [] as number[] };
  let tell: (interruption: Interruption) => void = () => {};
  const env = {
    ...{ GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder, RUNNER_TEMP: folder, RUNNER_DEBUG: '1' },
    ...{ GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: join(folder, 'event.json'), GITHUB_SHA: merge },
    ...{ GITHUB_REPOSITORY: 'acme/orders', GITHUB_REF: 'refs/pull/7/merge', GITHUB_RUN_ID: runId },
    ...{ 'INPUT_BACKSTAGE-URL': 'https://backstage.example.com', 'INPUT_GITHUB-TOKEN': 'x' },
  };
  const runtime: Runtime = {
    ...{ arguments: [], env, folder, stderr: { write: () => true } },
    stdout: { write: (text) => (written.stdout += text) },
    clock: { now: () => new Date('2026-11-20T14:00:00Z'), elapsed: () => 0 },
    onInterruption: (listen) => {
      tell = listen;
      return () => {};
    },
    end: async (code) => void written.ended.push(code),
  };
  const runner = { setOutput: async () => {}, appendSummary: async () => {} };
  const running = runSession(
    { name: 'report', version: '0.1.0', description: 'Reports.' },
    { runtime, runner },
    ({ debug }) => ({
      ...{ identity: { token: async () => 'token' }, hasIdentity: true },
      portal: () => ({ post: async () => ({ status: 201, retryAfter: undefined, json: { id: '1' } }) }),
      discussion: () => quiet,
      scanning: () => ({ upload: async () => 'id' }),
      checkRuns: () => noCheckRuns,
      clock: { sleep: async () => {}, random: () => 0 },
      debug,
      ...change,
    }),
  );
  const report = () => JSON.parse(readFileSync(join(folder, 'shipgate/report/report.json'), 'utf8')) as ReportResult;
  return { running, written, report, interrupt: (interruption: Interruption) => tell(interruption) };
}

const ways = ({ deliveries }: ReportResult) => deliveries.map(({ way }) => way);

describe('a session', () => {
  it('tries the four ways and ends with 0', async () => {
    const { running, report } = session();
    expect([await running, ways(report())]).toEqual([0, ['backstage', 'comment', 'sarif', 'check-run']]);
  });

  it.each([
    ['backstage', { portal: () => ({ post: () => Promise.reject(new TypeError('no such thing')) }) }],
    ['comment', { discussion: () => ({ ...quiet, self: () => Promise.reject(new TypeError('no such thing')) }) }],
    ['sarif', { scanning: () => ({ upload: () => Promise.reject(new TypeError('no such thing')) }) }],
    [
      'check-run',
      { checkRuns: () => ({ ...noCheckRuns, find: () => Promise.reject(new TypeError('no such thing')) }) },
    ],
  ] as const)('tries the other ways when %s breaks in a way that nobody expects', async (way, change) => {
    const { running, report, written } = session(change);
    expect(await running).toBe(1);
    expect(ways(report())).toEqual(['backstage', 'comment', 'sarif', 'check-run'].filter((other) => other !== way));
    expect(report().troubles).toMatchObject([{ title: `${way} broke`, got: 'no such thing' }]);
    expect(written.stdout).toContain('debug: TypeError: no such thing');
  });

  it.each(['cancelled', 'crashed', 'stalled'] as const)(
    'that is %s says so, in its file too, and ends',
    async (kind) => {
      const { running, report, written, interrupt } = session({ identity: { token: () => new Promise(() => {}) } });
      await new Promise((resolve) => setImmediate(resolve));
      interrupt(
        kind === 'cancelled' ? { kind, signal: 'SIGTERM' } : kind === 'crashed' ? { kind, error: 'x' } : { kind },
      );
      expect([await running, written.ended]).toEqual([1, [1]]);
      expect(report()).toMatchObject({ outcome: 'incomplete', troubles: [{ title: 'the report was broken off' }] });
    },
  );
});
