import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from './command.ts';
import { openGit } from './git.ts';
import { pathOutside, searchPath } from './search-path.ts';
import { TestRepository } from './testing/repository.ts';

let temporary: string;
let checkout: string;
beforeEach(() => {
  temporary = realpathSync(mkdtempSync(join(tmpdir(), 'shipgate-path-')));
  checkout = join(temporary, 'checkout');
  mkdirSync(join(checkout, 'bin'), { recursive: true });
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

const parts = (...folders: string[]) => folders.join(delimiter);

describe('searchPath', () => {
  it('has neither relative nor empty parts, and asks about the others with links followed', () => {
    symlinkSync(join(checkout, 'bin'), join(temporary, 'link'));
    const path = parts('', '.', 'bin', '../bin', join(temporary, 'link'), '/usr/bin', '');
    expect(searchPath(path, () => false)).toBe(parts(join(temporary, 'link'), '/usr/bin'));
    expect(searchPath(path, (folder) => folder === join(checkout, 'bin'))).toBe('/usr/bin');
  });
});

describe('pathOutside', () => {
  it('leaves out what lies in the checkout, through links and dots too, and nothing beside it', () => {
    symlinkSync(join(checkout, 'bin'), join(temporary, 'link'));
    symlinkSync(checkout, join(temporary, 'way'));
    const inside = [checkout, join(checkout, 'bin'), `${checkout}/bin/`, `${temporary}/other/../checkout/bin`];
    const around = [join(temporary, 'link'), join(temporary, 'way/bin'), join(checkout, 'not-there-yet')];
    const beside = [`${checkout}-tools/bin`, join(checkout, '..', '..bin'), '/usr/bin'];
    const path = parts(...inside, ...around, ...beside);
    expect(pathOutside(path, [checkout])).toBe(parts(...beside));
    expect(pathOutside(path, [join(temporary, 'way')])).toBe(parts(...beside));
  });

  it('takes the whole repository for the checkout, wherever in it one stands', () => {
    TestRepository.create(checkout).commit({ 'services/orders/file': 'x' });
    expect(pathOutside(parts(join(checkout, 'bin'), '/usr/bin'), [join(checkout, 'services/orders')])).toBe('/usr/bin');
  });

  it('leaves nothing out where the checkout is all of the file system', () => {
    expect(pathOutside(parts('/usr/bin', '.'), ['/'])).toBe('/usr/bin');
  });
});

describe('a git that a change has brought', () => {
  const foreign = '#!/bin/sh\necho owned > "$0.ran"; echo owned\n';

  it.each(['the PATH begins with its folder', 'the PATH begins with a relative one', 'the PATH is empty'])(
    'is not run where %s',
    async (where) => {
      const repository = TestRepository.create(checkout);
      const sha = repository.commit({ file: 'x' });
      for (const place of ['bin/git', 'git']) writeFileSync(join(checkout, place), foreign, { mode: 0o755 });
      const first = { 'the PATH is empty': '', 'the PATH begins with its folder': join(checkout, 'bin') }[where] ?? '.';
      const rest = first === '' ? [] : [process.env['PATH'] ?? ''];
      const env = { PATH: parts(first, ...rest), HOME: temporary };
      const opening = openGit(checkout, { env, workspace: checkout });
      if (first === '') await expect(opening).rejects.toMatchObject({ code: 'command-not-found' });
      else expect(await opening.then((opened) => opened.kind === 'repository' && opened.git.head())).toBe(sha);
      expect(repository.git('status', '--porcelain', '-uall').split('\n').sort()).toEqual(['?? bin/git', '?? git']);
    },
  );

  it('is not run where nothing else is on the PATH', async () => {
    writeFileSync(join(checkout, 'git'), foreign, { mode: 0o755 });
    const opening = openGit(checkout, { env: { PATH: parts(checkout, '.') } });
    await expect(opening).rejects.toMatchObject({
      code: 'command-not-found',
      message: expect.stringContaining('folders of it lie in the checkout, where none is looked for'),
    });
  });
});

it('no command is looked for in the folder that it runs in, because the PATH is empty', async () => {
  writeFileSync(join(checkout, 'tool'), '#!/bin/sh\necho owned\n', { mode: 0o755 });
  const request = { cwd: checkout, env: { PATH: '' }, timeoutMs: 5_000, maxOutputBytes: 100 };
  await expect(runCommand({ ...request, argv: ['tool'] })).rejects.toMatchObject({ code: 'command-not-found' });
  expect(await runCommand({ ...request, argv: [join(checkout, 'tool')] })).toMatchObject({ exitCode: 0 });
});
