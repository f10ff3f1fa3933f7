import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { openGit } from '@shipgate/kit/git';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ground, groundOf } from '../scanners/gitleaks.fixture.ts';
import { secretsScanner } from '../scanners/secrets.ts';
import { tokenOf } from '../secrets/kinds.fixture.ts';
import { checkoutTree } from './checkout-tree.ts';

let ground: Ground;
beforeEach(() => {
  ground = groundOf();
});
afterEach(() => ground.close());

async function tree(isGit: boolean) {
  const opened = isGit ? await openGit(ground.root, { env: { PATH: process.env['PATH'] ?? '' } }) : undefined;
  const git = opened?.kind === 'repository' ? opened.git : null;
  return await checkoutTree({ git, top: ground.root, folder: '', exclude: [] });
}

describe('a file that never ends', () => {
  it.each([['in git', true] as const, ['outside of git', false] as const])('is not read, %s', async (_, isGit) => {
    if (isGit) ground.git('init', '--quiet');
    symlinkSync('/dev/zero', join(ground.root, 'a-link.txt'));
    execFileSync('mkfifo', [join(ground.root, 'b-pipe.txt')]);
    ground.write('c.txt', tokenOf('github-pat'));
    if (isGit) ground.git('add', 'a-link.txt', 'c.txt');
    const files = await tree(isGit);
    expect(files.files).toEqual(['c.txt']);
    const scanned = await secretsScanner('1').scan(files, ground.context());
    expect('found' in scanned ? scanned.found : scanned).toMatchObject({ findings: [{ location: { path: 'c.txt' } }] });
  });

  it('is not read where one took the place of a file after the files were listed', async () => {
    ground.git('init', '--quiet');
    for (const path of ['a.txt', 'b.txt', 'c.txt']) ground.write(path, tokenOf('github-pat'));
    const files = await tree(true);
    for (const path of ['a.txt', 'b.txt']) ground.remove(path);
    symlinkSync('/dev/zero', join(ground.root, 'a.txt'));
    execFileSync('mkfifo', [join(ground.root, 'b.txt')]);
    await expect(files.read('a.txt')).rejects.toMatchObject({ code: 'ELOOP' });
    await expect(files.read('b.txt')).rejects.toThrow('no regular file');
    expect(await secretsScanner('1').scan(files, ground.context())).toMatchObject({
      trouble: { got: 'ELOOP (and 1 more like it)', place: { file: 'a.txt' } },
      found: { findings: [{ location: { path: 'c.txt' } }] },
    });
  });
});
