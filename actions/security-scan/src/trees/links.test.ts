import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openGit } from '@shipgate/kit/git';
import { TestRepository } from '@shipgate/kit/testing/repository';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BaseTree } from './base-tree.ts';
import { checkoutTree } from './checkout-tree.ts';

let folder: string;
let repository: TestRepository;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipgate-links-'));
  repository = TestRepository.create(join(folder, 'checkout'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function link(path: string, target: string): void {
  mkdirSync(dirname(join(repository.folder, path)), { recursive: true });
  symlinkSync(target, join(repository.folder, path));
  repository.git('add', '--force', path);
}

async function git() {
  const opened = await openGit(repository.folder, { env: { PATH: process.env['PATH'] ?? '' } });
  if (opened.kind !== 'repository') throw new Error(opened.got);
  return opened.git;
}

const tree = async (within = '', exclude: readonly string[] = []) =>
  checkoutTree({ git: await git(), top: repository.folder, folder: within, exclude });

describe('links of a checkout', () => {
  it('lead to files of the repository, and are read in their own place', async () => {
    repository.commit({ 'locks/site.json': '{"site": 1}', 'site/package.json': '{}' });
    link('site/package-lock.json', '../locks/site.json');
    link('again.json', 'site/package-lock.json');
    link('locks-too', 'locks');
    const found = await tree();
    expect(found.files).toEqual(['locks/site.json', 'site/package.json']);
    expect([found.links, found.lostLinks]).toEqual([['again.json', 'site/package-lock.json'], ['locks-too']]);
    expect((await found.read('again.json')).toString()).toBe('{"site": 1}');
    const site = await tree('site');
    expect([site.files, site.links]).toEqual([['package.json'], ['package-lock.json']]);
    expect((await site.read('package-lock.json')).toString()).toBe('{"site": 1}');
  });

  it.each([
    ['out of it', '../outside.json'],
    ['to an absolute place outside', '/etc/hostname'],
    ['to nothing', 'none.json'],
    ['to itself', 'package-lock.json'],
    ['to what git ignores', 'ignored.json'],
    ["to git's own folder", '.git/config'],
    ['to a folder', 'src'],
  ])('are lost when they lead %s', async (_, target) => {
    repository.commit({ '.gitignore': 'ignored.json\n', 'src/a.txt': 'a' });
    repository.write({ 'ignored.json': '{}' });
    writeFileSync(join(folder, 'outside.json'), '{}');
    link('package-lock.json', target);
    const found = await tree();
    expect([found.links, found.lostLinks]).toEqual([[], ['package-lock.json']]);
    await expect(found.read('package-lock.json')).rejects.toThrow();
  });

  it('are left out with what the policy leaves out, and when they were deleted', async () => {
    repository.commit({ 'a.json': '{}' });
    link('old/package-lock.json', '../a.json');
    expect(await tree('', ['old/'])).toMatchObject({ links: [], lostLinks: [] });
    rmSync(join(repository.folder, 'old/package-lock.json'));
    expect(await tree()).toMatchObject({ links: [], lostLinks: [] });
  });

  it('are followed outside of git too', async () => {
    const top = join(folder, 'plain');
    mkdirSync(top);
    writeFileSync(join(top, 'a.json'), '{"a": 1}');
    symlinkSync('a.json', join(top, 'package-lock.json'));
    symlinkSync('../outside.json', join(top, 'yarn.lock'));
    const found = await checkoutTree({ git: null, top, folder: '', exclude: [] });
    expect(found).toMatchObject({ files: ['a.json'], links: ['package-lock.json'], lostLinks: ['yarn.lock'] });
    expect((await found.read('package-lock.json')).toString()).toBe('{"a": 1}');
  });

  it('of the base are followed in the base', async () => {
    repository.commit({ 'locks/site.json': 'old' });
    link('package-lock.json', 'locks/site.json');
    link('yarn.lock', '../x');
    const sha = repository.commit({ 'b.txt': 'b' });
    repository.commit({ 'locks/site.json': 'new' });
    const base = new BaseTree({ git: await git(), sha, folder: '', exclude: [], scratch: folder });
    const opened = await base.open();
    if ('trouble' in opened) throw new Error(opened.trouble.got);
    expect(opened.tree).toMatchObject({ links: ['package-lock.json'], lostLinks: ['yarn.lock'] });
    expect((await opened.tree.read('package-lock.json')).toString()).toBe('old');
    await base.close();
  });
});

describe('submodules of a checkout', () => {
  it('are known by their folders, but for those that the policy leaves out', async () => {
    const sha = repository.commit({ 'a.txt': 'a' });
    for (const path of ['vendor/forms', 'site/theme'])
      repository.git('update-index', '--add', '--cacheinfo', `160000,${sha},${path}`);
    expect((await tree()).submodules).toEqual(['site/theme', 'vendor/forms']);
    expect((await tree('site')).submodules).toEqual(['theme']);
    expect((await tree('', ['vendor/'])).submodules).toEqual(['site/theme']);
  });
});
