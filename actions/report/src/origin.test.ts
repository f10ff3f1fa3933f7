import type { Host } from '@shipgate/kit/host';
import { readHost } from '@shipgate/kit/host';
import { describe, expect, it } from 'vitest';
import { pullRequestEvent, pushEvent, workflowRunEvent } from './built-report.fixture.ts';
import { readOrigin } from './origin.ts';
import { head, merge } from './testing/verdicts.ts';

type Event = ReturnType<typeof pushEvent>;

function hostOf({ name, sha = '', ref = '', payload }: Event): Host {
  const env = {
    ...{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'acme/orders', GITHUB_EVENT_PATH: 'event', GITHUB_RUN_ID: '4711' },
    ...{ GITHUB_RUN_ATTEMPT: '2', GITHUB_EVENT_NAME: name, GITHUB_SHA: sha, GITHUB_REF: ref },
  };
  return readHost(env, '/workspace', () => JSON.stringify(payload));
}

describe('the origin of what is reported', () => {
  it('is the head of a pull request, while code scanning knows it by the merge', () => {
    expect(readOrigin(hostOf(pullRequestEvent()))).toEqual({
      subject: {
        ...{ repository: 'acme/orders', commit: head, run: { id: '4711', attempt: 2 }, event: 'pull_request' },
        ref: 'refs/pull/7/merge',
      },
      pullRequest: { kind: 'number', number: 7 },
      analysed: { commit: merge, ref: 'refs/pull/7/merge' },
      isFork: false,
      isFinishedRun: false,
    });
  });

  it('is the commit of a push', () => {
    expect(readOrigin(hostOf(pushEvent(head)))).toMatchObject({
      ...{ subject: { commit: head, event: 'push' }, pullRequest: { kind: 'none' }, isFork: false },
      analysed: { commit: head, ref: 'refs/heads/main' },
    });
  });

  it.each([
    ['forker', true],
    ['ACME', false],
  ])('of a pull request from %s is a fork: %s', (owner, isFork) => {
    expect(readOrigin(hostOf(pullRequestEvent(owner, 8)))).toMatchObject({ isFork });
  });

  it('of a pull request whose fork is gone is a fork', () => {
    const event = pullRequestEvent();
    const payload = { pull_request: { number: 7, head: { sha: head, repo: null } } };
    expect(readOrigin(hostOf({ ...event, payload }))).toMatchObject({ isFork: true });
  });

  it('of a workflow_run is the run that it follows', () => {
    expect(readOrigin(hostOf(workflowRunEvent('forker', { run_attempt: 3 })))).toEqual({
      subject: {
        ...{ repository: 'acme/orders', commit: head, run: { id: '4711', attempt: 3 }, event: 'pull_request' },
        ref: undefined,
      },
      pullRequest: { kind: 'of-branch', owner: 'forker', branch: 'topic' },
      ...{ analysed: null, isFork: true, isFinishedRun: true },
    });
  });

  it.each([
    ['pull_request_target', { ...pullRequestEvent(), name: 'pull_request_target' }],
    ['a workflow_run after pull_request_target', workflowRunEvent('acme', { event: 'pull_request_target' })],
    ['a workflow_run without an id', workflowRunEvent('acme', { id: 'x' })],
    ['a workflow_run without a repository', workflowRunEvent('acme', { head_repository: null })],
  ])('is none for %s', (_what, event) => {
    expect(readOrigin(hostOf(event))).toHaveProperty('title');
  });

  it('is none outside of GitHub', () => {
    expect(readOrigin(readHost({ GITHUB_REPOSITORY: 'acme/orders', GITHUB_SHA: head }, '/workspace'))).toHaveProperty(
      'title',
    );
  });
});
