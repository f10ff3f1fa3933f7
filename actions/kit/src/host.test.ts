import { describe, expect, it } from 'vitest';
import { codeUrl, docsFolder, docsUrl, readHost } from './host.ts';

const sha = 'a'.repeat(40);
const head = 'b'.repeat(40);
const runner = {
  GITHUB_ACTIONS: 'true',
  GITHUB_WORKSPACE: '/workspace',
  RUNNER_TEMP: '/temp',
  GITHUB_REPOSITORY: 'acme/order-service',
  GITHUB_SHA: sha,
  GITHUB_REF: 'refs/pull/7/merge',
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_EVENT_PATH: '/event.json',
  GITHUB_RUN_ID: '123',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_ACTOR: 'someone',
};
const read = (env: Record<string, string>, event = '{}') => readHost({ ...runner, ...env }, '/folder', () => event);

describe('the host', () => {
  it('is GitHub with its facts', () => {
    expect(read({}, JSON.stringify({ pull_request: { head: { sha: head } } }))).toMatchObject({
      kind: 'github',
      workspace: '/workspace',
      temporary: '/temp',
      repository: 'acme/order-service',
      sha,
      commit: head,
      ref: 'refs/pull/7/merge',
      event: { name: 'pull_request', payload: { pull_request: { head: { sha: head } } } },
      run: { id: '123', attempt: 2 },
      serverUrl: 'https://github.com',
      faults: [],
    });
  });

  it('is a terminal elsewhere, with the folder it was started in', () => {
    expect(readHost({}, '/folder')).toMatchObject({ kind: 'terminal', workspace: '/folder', faults: [] });
  });

  it('leaves out facts that are not of their form', () => {
    const bad = {
      GITHUB_SHA: 'HEAD',
      GITHUB_REPOSITORY: 'a b',
      GITHUB_RUN_ID: 'x',
      GITHUB_REF: 'a\nb',
      GITHUB_SERVER_URL: 'javascript:x',
    };
    expect(read(bad, '{"pull_request":{"head":{"sha":"::"}}}')).toMatchObject({
      serverUrl: 'https://github.com',
      faults: [],
    });
    expect(read(bad).sha ?? read(bad).repository ?? read(bad).run ?? read(bad).ref).toBeUndefined();
  });

  it.each([
    ['no JSON', '{', 'text that is no JSON'],
    ['a list', '[]', 'a list'],
    ['null', 'null', 'object'],
  ])('has a fault when the event file holds %s', (_, text, got) => {
    expect(read({}, text).faults).toMatchObject([{ title: 'the event of this run cannot be read', got }]);
  });

  it('has a fault when the event file is gone', () => {
    const host = readHost({ ...runner, GITHUB_EVENT_PATH: '/is/not/there.json' }, '/folder');
    expect(host.faults).toMatchObject([{ got: 'no file that can be read (ENOENT)' }]);
  });
});

describe('links', () => {
  it('lead to the reason at the commit of the action itself', () => {
    const host = read({ GITHUB_ACTION_REPOSITORY: 'OWNER/REPO', GITHUB_ACTION_REF: 'v1' });
    expect(docsUrl(host, 'migrate-gate', 'drift')).toBe(
      'https://github.com/OWNER/REPO/blob/v1/docs/reasons/migrate-gate/drift.md',
    );
    expect(docsFolder(host, 'migrate-gate')).toBe('https://github.com/OWNER/REPO/tree/v1/docs/reasons/migrate-gate');
  });

  it('are paths where the action is not known', () => {
    expect(docsUrl(read({ GITHUB_ACTION_REPOSITORY: '' }), 'migrate-gate', 'drift')).toBe(
      'docs/reasons/migrate-gate/drift.md',
    );
  });

  it('lead to the line at the head commit, of Markdown to its source', () => {
    const host = read({}, JSON.stringify({ pull_request: { head: { sha: head } } }));
    expect(codeUrl(host, { file: 'a b/#1.sql', line: 2 })).toBe(
      `https://github.com/acme/order-service/blob/${head}/a%20b/%231.sql#L2`,
    );
    expect(codeUrl(host, { file: 'README.md', line: 7 })).toBe(
      `https://github.com/acme/order-service/blob/${head}/README.md?plain=1#L7`,
    );
    expect(codeUrl(host, { file: '\ud83d.sql' })).toContain('/%EF%BF%BD.sql');
    expect(codeUrl(readHost({}, '/'), { file: 'a.sql' })).toBeUndefined();
    for (const file of ['../../../evil/repo/blob/main/a.sql', 'a/../b.sql', './a.sql', '/a.sql', 'a//b.sql'])
      expect(codeUrl(host, { file })).toBeUndefined();
  });
});
