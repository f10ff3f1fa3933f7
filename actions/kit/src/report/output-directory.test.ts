import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gateOf, runOf } from '../run.fixture.ts';
import { createFile, openOutputDirectory } from './output-directory.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'output-directory-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Opens it as a run in the folder does. */
const open = (at: string, shown: string, names?: readonly string[]) =>
  openOutputDirectory({ folder: at, shown, checkouts: [folder] }, names);

describe('the output directory', () => {
  it('loses the files of an earlier run, of the names that this run may write, and no others', () => {
    for (const name of ['verdict.json', 'report.json', 'mine.txt']) writeFileSync(join(folder, name), 'old');
    open(folder, 'out', ['report.json']);
    expect(readdirSync(folder).sort()).toEqual(['mine.txt', 'verdict.json']);
    open(folder, 'out');
    expect(readdirSync(folder)).toEqual(['mine.txt']);
  });

  it('is made when it is not there, and says why when it cannot be', () => {
    expect(open(join(folder, 'a', 'b'), 'a/b')).toHaveProperty('write');
    expect(existsSync(join(folder, 'a', 'b'))).toBe(true);
    writeFileSync(join(folder, 'file'), '');
    expect(open(join(folder, 'file'), 'file')).toMatchObject({ got: expect.stringContaining('file (') });
  });
});

describe('a link that a change has put in the way', () => {
  let checkout: string;
  let elsewhere: string;
  beforeEach(() => {
    checkout = join(folder, 'checkout');
    elsewhere = join(folder, 'elsewhere');
    mkdirSync(join(checkout, 'deep'), { recursive: true });
    mkdirSync(join(elsewhere, 'out'), { recursive: true });
    for (const name of ['verdict.json', 'out/verdict.json']) writeFileSync(join(elsewhere, name), 'theirs');
  });
  const opened = (out: string, checkouts = [checkout]) => openOutputDirectory({ folder: out, shown: 'out', checkouts });
  const untouched = () => {
    expect(readdirSync(elsewhere).sort()).toEqual(['out', 'verdict.json']);
    expect(readdirSync(join(elsewhere, 'out'))).toEqual(['verdict.json']);
    for (const name of ['verdict.json', 'out/verdict.json'])
      expect(readFileSync(join(elsewhere, name), 'utf8')).toBe('theirs');
  };

  it.each([
    ['is the folder itself', 'out', 'out', 'out, a link'],
    ['is a part of its path', 'deep/way', 'deep/way/out', 'out, with the link deep/way'],
    ['leads where nothing is yet', 'out', 'out/new', 'out, a link'],
  ])('is refused where it %s, and nothing is removed or written behind it', (_, link, out, got) => {
    symlinkSync(out === 'out/new' ? join(elsewhere, 'new') : elsewhere, join(checkout, link));
    expect(opened(join(checkout, out))).toMatchObject({
      title: 'the output directory leads through a link of the checkout',
      got,
      do: expect.stringContaining('output-directory'),
    });
    untouched();
  });

  it('is refused where it leads to another place in the checkout, such as the folder of git', () => {
    mkdirSync(join(checkout, '.git/hooks'), { recursive: true });
    symlinkSync('.git/hooks', join(checkout, 'out'));
    expect(opened(join(checkout, 'out'))).toHaveProperty('title');
    expect(readdirSync(join(checkout, '.git/hooks'))).toEqual([]);
  });

  it('is refused behind a link of the machine, and where the checkout is told by its subfolder', () => {
    mkdirSync(join(checkout, '.git'));
    symlinkSync(elsewhere, join(checkout, 'out'));
    symlinkSync(checkout, join(folder, 'way'));
    expect(opened(join(folder, 'way/out'))).toMatchObject({ got: 'out, a link' });
    expect(opened(join(checkout, 'out'), [join(checkout, 'deep')])).toMatchObject({ got: 'out, a link' });
    untouched();
  });

  it('is refused when it comes after the folder was opened', () => {
    const files = opened(join(checkout, 'out'));
    renameSync(join(checkout, 'out'), join(checkout, 'gone'));
    symlinkSync(elsewhere, join(checkout, 'out'));
    expect(() => 'write' in files && files.write('verdict.json', 'ours')).toThrow('a link');
    untouched();
  });

  it('is replaced where it has the name of a file, the one of a file in the making too', () => {
    mkdirSync(join(checkout, 'out'));
    for (const name of ['verdict.json', `.summary.md.${process.pid}`, 'summary.md'])
      symlinkSync(join(elsewhere, 'verdict.json'), join(checkout, 'out', name));
    const files = opened(join(checkout, 'out'));
    for (const name of ['verdict.json', 'summary.md']) if ('write' in files) files.write(name, [`our `, name]);
    expect(readFileSync(join(checkout, 'out/verdict.json'), 'utf8')).toBe('our verdict.json');
    expect(readFileSync(join(checkout, 'out/summary.md'), 'utf8')).toBe('our summary.md');
    symlinkSync(join(elsewhere, 'verdict.json'), join(checkout, 'journal'));
    expect(createFile(join(checkout, 'journal'))).toBeGreaterThan(0);
    untouched();
  });

  it('is none of a change where it lies outside of the checkout', () => {
    symlinkSync(join(elsewhere, 'out'), join(folder, 'out'));
    expect(opened(join(folder, 'out'))).toHaveProperty('write');
  });

  it('is a fault of the configuration for any gate, which does not run', async () => {
    symlinkSync(elsewhere, join(checkout, 'out'));
    const env = { GITHUB_WORKSPACE: checkout, RUNNER_TEMP: folder, 'INPUT_OUTPUT-DIRECTORY': 'out' };
    const gate = gateOf(() => Promise.reject(new Error('ran')));
    const { running, written } = await runOf(gate, { github: true, env });
    expect(await running).toBe(2);
    expect(written.stdout).toContain('the output directory leads through a link of the checkout');
    expect(written.outputs.get('outcome')).toBe('unknown');
    expect(written.stdout).not.toContain('ran');
    untouched();
  });
});
