import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutputDirectory } from './output-directory.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'output-directory-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the output directory', () => {
  it('loses the files of an earlier run, of the names that this run may write, and no others', () => {
    for (const name of ['verdict.json', 'report.json', 'mine.txt']) writeFileSync(join(folder, name), 'old');
    openOutputDirectory(folder, 'out', ['report.json']);
    expect(readdirSync(folder).sort()).toEqual(['mine.txt', 'verdict.json']);
    openOutputDirectory(folder, 'out');
    expect(readdirSync(folder)).toEqual(['mine.txt']);
  });

  it('is made when it is not there, and says why when it cannot be', () => {
    expect(openOutputDirectory(join(folder, 'a', 'b'), 'a/b')).toHaveProperty('write');
    expect(existsSync(join(folder, 'a', 'b'))).toBe(true);
    writeFileSync(join(folder, 'file'), '');
    expect(openOutputDirectory(join(folder, 'file'), 'file')).toMatchObject({ got: expect.stringContaining('file (') });
  });
});
