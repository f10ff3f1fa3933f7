import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathFromTop } from './report-path.ts';

const files = ['src/app.txt', 'package.json', 'src/a b.ts', 'odd\\name.txt'];
const origin = { root: '/work/orders', has: (path: string) => files.includes(path) };
const from = (written: string) => pathFromTop(written, origin);

describe('pathFromTop', () => {
  it('reads relative paths, absolute ones below the checkout, URLs of files, and those of Windows', () => {
    expect(
      [
        'src/app.txt',
        './src/app.txt',
        'src/x/../app.txt',
        '/work/orders/src/app.txt',
        '/work/orders/./src//app.txt',
        'file:///work/orders/src/app.txt',
        'file://localhost/work/orders/src/app.txt',
        'file:/work/orders/src/app.txt',
        'src\\app.txt',
        '.\\src\\app.txt',
      ].map(from),
    ).toEqual(Array(10).fill('src/app.txt'));
    expect(from('file:///work/orders/src/a%20b.ts')).toBe('src/a b.ts');
    expect(from('odd\\name.txt')).toBe('odd\\name.txt');
  });

  it('finds the file with which an absolute path of another machine ends', () => {
    expect(from('/home/runner/work/orders/orders/src/app.txt')).toBe('src/app.txt');
    expect(from('D:\\a\\orders\\src\\app.txt')).toBe('src/app.txt');
    expect(from('file:///D:/a/orders/src/app.txt')).toBe('src/app.txt');
    expect(from('/home/runner/src/other.txt')).toBeUndefined();
  });

  it('keeps the path of a file that is gone', () => {
    expect(from('src/removed.txt')).toBe('src/removed.txt');
  });

  it('takes nothing that leads out for a place', () => {
    const outside = [
      '../secret',
      'src/../../x',
      '/work/orders/../x',
      '/etc/passwd',
      '..\\x',
      'https://example.invalid/a',
      '',
      '.',
      '..',
      'a\0b',
    ];
    expect(outside.map(from)).toEqual(outside.map(() => undefined));
  });

  it('never gives a path that leads out', () => {
    const piece = fc.constantFrom('..', '.', '', 'src', 'app.txt', '\\', 'C:', 'file:', '%2e%2e', '~', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('/', '\\'), (pieces, separator) => {
        const path = from(pieces.join(separator)) ?? 'none';
        expect(path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split('/').includes('..')).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});
