import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitHubStandIn } from './github-stand-in.ts';
import { TestRepository } from './repository.ts';

let temporary: string;
let repository: TestRepository;
let standIn: GitHubStandIn;
beforeEach(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'shipgate-stand-in-'));
  repository = TestRepository.create(join(temporary, 'repository'));
  standIn = await GitHubStandIn.start({ repositories: [{ name: 'acme/orders', folder: repository.folder }] });
});
afterEach(async () => {
  await standIn.stop();
  rmSync(temporary, { recursive: true, force: true });
});

const ask = async (path: string) => {
  const response = await fetch(`${standIn.apiUrl}${path}`);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

describe('the GitHub stand-in', () => {
  it.each([
    '/repos/acme/orders/releases',
    '/nothing',
    '/repos/acme/orders/git/trees/main',
    '/repos/acme/orders/compare/a:b...c:d',
  ])('answers 501 where it does not know GitHub: %s', async (path) => {
    repository.commit({ file: 'x' });
    expect((await ask(path)).status).toBe(501);
    expect(standIn.faults).toHaveLength(1);
  });

  it('answers 501 to a request that the description does not allow', async () => {
    repository.commit({ file: 'x' });
    expect((await ask('/repos/acme/orders/compare/main...main?per_page=many')).status).toBe(501);
  });

  it('compares as git does', async () => {
    const root = repository.commit({ kept: '1\n', gone: '1\n', edited: '1\n' });
    repository.checkout('topic', '-b');
    repository.commit({ edited: '2\n', gone: null });
    const head = repository.commit({ 'new ü': '1\n2\n' });
    repository.checkout('main');
    repository.commit({ main: 'x' });
    const { status, body } = await ask('/repos/acme/orders/compare/main...topic');
    expect([status, standIn.faults]).toEqual([200, []]);
    expect(body).toMatchObject({ status: 'diverged', ahead_by: 2, behind_by: 1, merge_base_commit: { sha: root } });
    expect((body['commits'] as { sha: string }[]).at(-1)?.sha).toBe(head);
    const files = body['files'] as { filename: string; status: string; changes: number }[];
    expect(files.map((file) => [file.filename, file.status, file.changes])).toEqual([
      ['edited', 'modified', 2],
      ['gone', 'removed', 1],
      ['new ü', 'added', 2],
    ]);
  });

  it('knows no other repository, and no common commit of two that have none', async () => {
    repository.commit({ file: 'x' });
    repository.git('checkout', '--quiet', '--orphan', 'other');
    repository.commit({ file: 'y' });
    expect((await ask('/repos/acme/other/compare/main...main')).status).toBe(404);
    expect((await ask('/repos/acme/orders/compare/main...other')).status).toBe(404);
    expect(standIn.faults).toEqual([]);
  });

  it('logs requests without their token', async () => {
    const sha = repository.commit({ file: 'x' });
    const headers = { authorization: 'token hunter2' };
    await fetch(`${standIn.apiUrl}/repos/acme/orders/git/commits/${sha}`, { headers });
    expect(standIn.requests).toEqual([
      {
        method: 'GET',
        url: `/repos/acme/orders/git/commits/${sha}`,
        operation: 'git/get-commit',
        authenticated: true,
        status: 401,
      },
    ]);
    expect(JSON.stringify(standIn.requests)).not.toContain('hunter2');
  });
});
