import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findArtifacts, limits, openFolder, readCapped } from './artifacts.ts';

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(realpathSync(tmpdir()), 'artifacts-'));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function write(path: string, content = '{}'): string {
  const place = join(top, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, content);
  return place;
}

const found = () => findArtifacts(top, 'verdicts/');

describe('finding verdicts', () => {
  it('finds each at any depth, with the SARIF beside it, in the order of their paths', () => {
    for (const path of ['b/verdict.json', 'a/deep/er/verdict.json', 'a/deep/er/results.sarif', 'verdict.json', 'b/x'])
      write(path);
    const { files, troubles } = found();
    expect(troubles).toEqual([]);
    expect(files.map(({ shown, sarif }) => [shown, sarif?.shown])).toEqual([
      ['verdicts/verdict.json', undefined],
      ['verdicts/a/deep/er/verdict.json', 'verdicts/a/deep/er/results.sarif'],
      ['verdicts/b/verdict.json', undefined],
    ]);
  });

  it('tells that there is none, and that there are too many', () => {
    expect(found().troubles).toMatchObject([{ title: 'no verdict was found' }]);
    for (let index = 0; index <= limits.verdicts; index += 1) write(`${index}/verdict.json`);
    expect(found()).toMatchObject({ files: [], troubles: [{ title: 'there is too much below verdicts' }] });
  });

  it('takes several hundred', () => {
    for (let index = 0; index < limits.verdicts; index += 1) write(`${index}/verdict.json`);
    expect(found().files).toHaveLength(limits.verdicts);
  });

  it('follows no link, neither to a file nor to a folder nor out, and tells each', () => {
    write('good/verdict.json');
    mkdirSync(join(top, 'a'));
    symlinkSync('/etc/hostname', join(top, 'a', 'verdict.json'));
    symlinkSync('..', join(top, 'a', 'loop'));
    symlinkSync('/etc', join(top, 'b'));
    const { files, troubles } = found();
    expect(files.map(({ shown }) => shown)).toEqual(['verdicts/good/verdict.json']);
    expect(troubles.map(({ title, got }) => `${title}: ${got}`)).toEqual([
      'verdicts/a/loop is not read: a link',
      'verdicts/a/verdict.json is not read: a link',
      'verdicts/b is not read: a link',
    ]);
  });

  it('takes an artifact of that name for a folder', () => {
    write('verdict.json/verdict.json');
    expect(found().files.map(({ shown }) => shown)).toEqual(['verdicts/verdict.json/verdict.json']);
  });

  it('tells what is no regular file, and does not wait for it', () => {
    execFileSync('mkfifo', [join(top, 'verdict.json')]);
    expect(found().troubles.map(({ got }) => got)).toEqual(['no regular file']);
  });

  it('tells what is too deep', () => {
    write(`${'d/'.repeat(limits.depth + 2)}verdict.json`);
    expect(found().troubles.map(({ got }) => got)).toEqual([`folders more than ${limits.depth} deep`]);
  });
});

describe('opening the folder', () => {
  it('takes one in the workspace, and what its links lead to', () => {
    write('work/verdicts/verdict.json');
    symlinkSync(join(top, 'work', 'verdicts'), join(top, 'work', 'link'));
    expect(openFolder(join(top, 'work', 'link'), 'link', [join(top, 'work')])).toBe(join(top, 'work', 'verdicts'));
  });

  it.each([
    ['a link that leads out', 'work/out', 'a folder outside of the workspace and of RUNNER_TEMP'],
    ['a way up', 'work/../other', 'a folder outside of the workspace and of RUNNER_TEMP'],
    ['nothing', 'work/none', 'nothing there'],
    ['a file', 'work/file', 'a file'],
  ])('refuses %s', (_what, path, got) => {
    write('other/verdict.json');
    write('work/file');
    symlinkSync(join(top, 'other'), join(top, 'work', 'out'));
    expect(openFolder(join(top, path), 'given', [join(top, 'work')])).toMatchObject({ got });
  });
});

describe('reading a file', () => {
  it('reads it whole, and not above the limit', () => {
    const file = { path: write('verdict.json', 'abc'), shown: 'v' };
    expect(readCapped(file, 3).toString()).toBe('abc');
    expect(readCapped(file, 2)).toMatchObject({ expected: 'at most 2 bytes', got: '3 bytes' });
  });

  it('does not follow a link that came in between', () => {
    const path = join(top, 'verdict.json');
    symlinkSync(write('target'), path);
    expect(readCapped({ path, shown: 'v' }, 100)).toMatchObject({ got: 'a link' });
  });

  it.each([
    ['nothing there', 'none'],
    ['no regular file', 'folder'],
  ])('tells that there is %s', (got, name) => {
    write('folder/x');
    expect(readCapped({ path: join(top, name), shown: 'v' }, 100)).toMatchObject({ got });
  });
});
