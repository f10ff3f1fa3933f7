import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decode, listFolder, readText } from './folder.ts';

let top = '';
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'folder-'));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

const write = (path: string, content: string | Uint8Array = '') => {
  mkdirSync(join(top, path, '..'), { recursive: true });
  writeFileSync(join(top, path), content);
};

describe('a folder', () => {
  it('is listed from the top, sorted, with what lies below it', () => {
    for (const path of ['m/2/up.sql', 'm/10.sql', 'm/1.sql', 'm/node_modules/x.sql', 'other/3.sql']) write(path);
    expect(listFolder(top, join(top, 'm'))).toEqual({ files: ['m/1.sql', 'm/10.sql', 'm/2/up.sql'] });
  });

  it('that is named like a script is among the files: reading it says what it is', () => {
    write('m/1.sql/inside.sql');
    expect(listFolder(top, join(top, 'm'))).toEqual({ files: ['m/1.sql'] });
    expect(readText(top, 'm/1.sql')).toEqual({ why: 'a folder' });
  });

  it('that is none is told apart from a file of that name', () => {
    write('file');
    expect(listFolder(top, join(top, 'none'))).toEqual({ why: 'none' });
    expect(listFolder(top, join(top, 'file'))).toEqual({ why: 'a file' });
  });

  it('with more files than anybody reviews is not cut off in silence', () => {
    for (let index = 0; index <= 20_000; index += 1) writeFileSync(join(top, `${index}.sql`), '');
    expect(listFolder(top, top)).toEqual({ why: 'one with more than 20,000 files' });
  });
});

describe('a text', () => {
  it('that is missing is told apart from a link to nothing', () => {
    symlinkSync('nowhere', join(top, 'link'));
    expect(readText(top, 'none')).toEqual({ why: 'nothing under this name', missing: true });
    expect(readText(top, 'link')).toEqual({ why: 'a link to nothing' });
  });

  it('may lie in a folder whose name begins with two dots', () => {
    write('..m/1.sql', 'x');
    expect(readText(top, '..m/1.sql')).toEqual({ text: 'x' });
  });

  it('loses its byte order mark, or keeps it where the tool does', () => {
    const bytes = new TextEncoder().encode('\ufeffSELECT 1;');
    expect(decode(bytes)).toEqual({ text: 'SELECT 1;' });
    expect(decode(bytes, 'kept')).toEqual({ text: '\ufeffSELECT 1;' });
  });
});
