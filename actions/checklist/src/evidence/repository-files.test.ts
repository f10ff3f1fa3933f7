import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allowedEnvironment } from '@shipgate/kit/command';
import { gitEnvironmentNames, openGit } from '@shipgate/kit/git';
import { TestRepository } from '@shipgate/kit/testing/repository';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SeenFile } from '../ports.ts';
import { CheckoutFiles, type DatedFile } from './repository-files.ts';

let temporary: string;
let repository: TestRepository;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'shipgate-files-'));
  repository = TestRepository.create(join(temporary, 'repository'));
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

const env = allowedEnvironment(gitEnvironmentNames, process.env);

async function open(folder = repository.folder): Promise<CheckoutFiles> {
  const opened = await openGit(folder, { env });
  if (opened.kind !== 'repository') throw new Error(opened.got);
  return new CheckoutFiles(folder, opened.git, { env });
}

async function seen(path: string, files?: CheckoutFiles): Promise<DatedFile> {
  const read = await (files ?? (await open())).read(path);
  if ('kind' in read) throw new Error(JSON.stringify(read));
  return read;
}

async function state(path: string): Promise<SeenFile['state']> {
  return (await seen(path)).state;
}

describe('a file of the checkout', () => {
  it('has its bytes, their digest, and the time of the last commit that touched it', async () => {
    repository.commit({ 'a.md': 'one' });
    const touched = repository.git('log', '-1', '--format=%cI');
    repository.commit({ 'b.md': 'two' });
    const file = await seen('./a.md');
    expect(file).toMatchObject({ path: 'a.md', state: 'committed', ageIsKnown: true, at: new Date(touched) });
    expect(file.bytes.toString()).toBe('one');
    expect(file.sha256).toBe('7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed');
  });

  it('is committed, changed or made, ignored or not', async () => {
    repository.commit({ 'a.md': 'one', 'b.md': 'two', '.gitignore': 'reports\n' });
    repository.write({ 'b.md': 'other', 'c.md': 'new', 'reports/x.xml': '<x/>' });
    utimesSync(join(repository.folder, 'c.md'), 1000, 1_700_000_000);
    expect([await state('a.md'), await state('b.md'), await state('c.md'), await state('reports/x.xml')]).toEqual([
      'committed',
      'changed',
      'made',
      'made',
    ]);
    expect((await seen('c.md')).at).toEqual(new Date(1_700_000_000_000));
  });

  it('is changed although git was told not to look', async () => {
    repository.commit({ 'a.md': 'one' });
    repository.git('update-index', '--assume-unchanged', 'a.md');
    repository.write({ 'a.md': 'two' });
    expect(await state('a.md')).toBe('changed');
  });

  it('is committed with other line ends, and as a file of Git LFS', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed\nsize 3\n`;
    repository.commit({ 'a.md': 'one\ntwo\n', 'big.bin': pointer });
    repository.git('update-index', '--assume-unchanged', 'a.md', 'big.bin');
    repository.write({ 'a.md': 'one\r\ntwo\r\n', 'big.bin': 'one' });
    expect([await state('a.md'), await state('big.bin')]).toEqual(['committed', 'committed']);
    repository.write({ 'big.bin': 'two' });
    expect(await state('big.bin')).toBe('changed');
  });

  it('is changed when a link of the commit was bent to another file', async () => {
    repository.commit({ 'real.md': 'one', 'other.md': 'two' });
    symlinkSync('real.md', join(repository.folder, 'link.md'));
    repository.commit();
    expect(await state('link.md')).toBe('committed');
    rmSync(join(repository.folder, 'link.md'));
    symlinkSync('other.md', join(repository.folder, 'link.md'));
    expect(await state('link.md')).toBe('changed');
  });

  it('is missing, or refused with the reason', async () => {
    repository.commit({ 'a.md': 'one' });
    writeFileSync(join(temporary, 'secret'), 'x');
    symlinkSync('../secret', join(repository.folder, 'out'));
    symlinkSync('..', join(repository.folder, 'up'));
    symlinkSync('loop', join(repository.folder, 'loop'));
    symlinkSync('.git', join(repository.folder, 'dot'));
    mkdirSync(join(repository.folder, 'folder'));
    const files = await open();
    const read = (path: string) => files.read(path);
    expect(await read('b.md')).toEqual({ kind: 'missing' });
    expect(await read('a.md/b')).toEqual({ kind: 'missing' });
    for (const path of ['out', 'up/secret', 'dot/config'])
      expect(await read(path)).toEqual({ kind: 'refused', why: 'it leads out of the repository' });
    for (const path of ['../secret', join(temporary, 'secret'), '.git/config', '']) {
      expect(await read(path)).toEqual({ kind: 'refused', why: 'it is no path below the top of the repository' });
    }
    expect(await read('folder')).toEqual({ kind: 'refused', why: 'it is a folder' });
    expect(await read('loop')).toEqual({ kind: 'refused', why: 'its links lead nowhere' });
    expect(await read('x'.repeat(300))).toEqual({ kind: 'refused', why: 'its name is too long' });
  });

  it('is read up to 50 MB', async () => {
    repository.commit({ 'a.md': 'one' });
    repository.write({ 'big.bin': '' });
    truncateSync(join(repository.folder, 'big.bin'), 50 * 1024 * 1024);
    expect((await seen('big.bin')).bytes.length).toBe(50 * 1024 * 1024);
    truncateSync(join(repository.folder, 'big.bin'), 50 * 1024 * 1024 + 1);
    expect(await (await open()).read('big.bin')).toEqual({ kind: 'refused', why: 'it is larger than 50\u00a0MB' });
  });

  it('has no state outside of git, and is made where nothing is committed yet', async () => {
    repository.write({ 'a.md': 'one' });
    expect((await seen('a.md', new CheckoutFiles(repository.folder, null))).state).toBeNull();
    expect(await state('a.md')).toBe('made');
  });

  it('may belong to another owner in the workspace of the runner', async () => {
    repository.commit({ 'a.md': 'one' });
    const options = { env: { ...env, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }, workspace: repository.folder };
    const opened = await openGit(repository.folder, options);
    if (opened.kind !== 'repository') throw new Error(opened.got);
    expect((await seen('a.md', new CheckoutFiles(repository.folder, opened.git, options))).state).toBe('committed');
    const strict = new CheckoutFiles(repository.folder, opened.git, { env: options.env, workspace: temporary });
    expect((await seen('a.md', strict)).ageIsKnown).toBe(true);
    const closed = new CheckoutFiles(repository.folder, opened.git, { env: options.env });
    await expect(closed.read('a.md')).rejects.toThrow('git log did not answer');
  });

  it('has an age that a shallow clone hides when its oldest commit seems to have made it', async () => {
    repository.commit({ 'old.md': 'one' });
    repository.commit({ 'middle.md': 'two' });
    repository.commit({ 'new.md': 'three' });
    const clone = repository.clone(join(temporary, 'clone'), { depth: 2 });
    const files = await open(clone.folder);
    expect([(await seen('old.md', files)).ageIsKnown, (await seen('new.md', files)).ageIsKnown]).toEqual([false, true]);
    const whole = await open(repository.clone(join(temporary, 'whole')).folder);
    expect((await seen('old.md', whole)).ageIsKnown).toBe(true);
  });
});

describe('a pattern over the checkout', () => {
  it('finds files of the commit and of this run, and those that were taken away', async () => {
    repository.commit({
      'docs/a.md': '1',
      'docs/b/c.md': '2',
      'docs/d.txt': '3',
      '.gitignore': 'reports\n',
      'gone.md': '4',
    });
    repository.write({ 'docs/new.md': '5', 'reports/x.xml': '6', 'gone.md': null, 'node_modules/p/LICENSE': '7' });
    const files = await open();
    expect(await files.match('docs/*.md')).toEqual(['docs/a.md', 'docs/new.md']);
    expect(await files.match('docs/**/*.md')).toEqual(['docs/a.md', 'docs/b/c.md', 'docs/new.md']);
    expect(await files.match('reports/*.xml')).toEqual(['reports/x.xml']);
    expect(await files.match('*.md')).toEqual(['gone.md']);
    expect(await files.match('**/LICENSE')).toEqual([]);
    expect(await files.match('node_modules/*/LICENSE')).toEqual(['node_modules/p/LICENSE']);
    expect(await files.match('.git/*')).toEqual([]);
  });

  it('below a folder that is not there finds nothing', async () => {
    repository.commit({ 'a.md': 'one' });
    expect(await (await open()).match('absent/**/*.md')).toEqual([]);
  });

  it('without signs is the path itself when it is there', async () => {
    repository.commit({ 'a.md': 'one' });
    const files = await open();
    expect([await files.match('a.md'), await files.match('b.md'), await files.match('../a.md')]).toEqual([
      ['a.md'],
      [],
      [],
    ]);
  });

  it('does not follow links to folders', async () => {
    writeFileSync(join(temporary, 'outside.md'), 'x');
    repository.commit({ 'docs/a.md': 'one' });
    symlinkSync('../..', join(repository.folder, 'docs/up'));
    symlinkSync('a.md', join(repository.folder, 'docs/b.md'));
    symlinkSync('nowhere', join(repository.folder, 'docs/c.md'));
    expect(await (await open()).match('docs/**')).toEqual(['docs/a.md', 'docs/b.md', 'docs/c.md']);
  });
});
