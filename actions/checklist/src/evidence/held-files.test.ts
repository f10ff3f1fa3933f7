import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { RepositoryFiles } from '../ports.ts';
import { heldFiles } from './held-files.fixture.ts';
import { CheckoutFiles } from './repository-files.ts';

const contents = { LICENSE: 'one', 'docs/a.md': 'two', 'docs/b/c.md': 'three', 'docs/d.txt': '' };
const folder = mkdtempSync(join(tmpdir(), 'shipgate-held-'));
for (const [path, content] of Object.entries(contents)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each<[string, RepositoryFiles]>([
  ['in memory', heldFiles(contents)],
  ['on the disk', new CheckoutFiles(folder, null)],
])('files of a repository %s', (_, files) => {
  it('are read with their digest', async () => {
    expect(await files.read('./docs//a.md')).toMatchObject({
      path: 'docs/a.md',
      bytes: Buffer.from('two'),
      sha256: '3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3',
      at: expect.any(Date),
    });
    expect(await files.read('docs/d.txt')).toMatchObject({ bytes: Buffer.alloc(0) });
  });

  it('are missing, or refused outside of the top', async () => {
    expect(await files.read('docs/x.md')).toEqual({ kind: 'missing' });
    for (const path of ['../x', '/etc/passwd', '.git/config', ''])
      expect(await files.read(path)).toMatchObject({ kind: 'refused' });
  });

  it.each([
    ['docs/*.md', ['docs/a.md']],
    ['docs/**/*.md', ['docs/a.md', 'docs/b/c.md']],
    ['./docs/**', ['docs/a.md', 'docs/b/c.md', 'docs/d.txt']],
    ['**/LICENSE', ['LICENSE']],
    ['LICENSE', ['LICENSE']],
    ['absent', []],
    ['absent/*', []],
    ['../*', []],
  ])('match %s', async (pattern, paths) => {
    expect(await files.match(pattern)).toEqual(paths);
  });
});
