import { describe, expect, it } from 'vitest';
import { jsonOf } from './json.ts';
import { linesOf, MAX_REPORT_BYTES, placeOf, textOf } from './text.ts';

describe('textOf', () => {
  it('reads UTF-8 and UTF-16 with a mark, and gives the mark not back', () => {
    expect(textOf(Buffer.from('\ufeffда'), 'x')).toEqual({ text: 'да' });
    expect(textOf(Buffer.from('\ufeffда', 'utf16le'), 'x')).toEqual({ text: 'да' });
    expect(textOf(Buffer.from('\ufeffда', 'utf16le').swap16(), 'x')).toEqual({ text: 'да' });
  });

  it.each([
    ['bytes that are no UTF-8', Buffer.from([0x61, 0xff, 0x62]), 'not UTF-8'],
    ['NUL', Buffer.from('a\0b'), 'NUL'],
    ['nothing', Buffer.alloc(0), 'an empty file'],
    ['blanks', Buffer.from(' \r\n\t'), 'an empty file'],
    ['more than 20 MB', Buffer.alloc(MAX_REPORT_BYTES + 1), 'bytes'],
  ])('refuses %s', (_what, bytes, why) => {
    expect(textOf(bytes, 'a report')).toMatchObject({ refused: expect.stringContaining(why) });
  });
});

describe('jsonOf', () => {
  it('reads over a byte order mark', () => {
    expect(jsonOf(Buffer.from('\ufeff{"a":1}'), 'x')).toEqual({ json: { a: 1 } });
  });

  it('refuses a cut document without a word of it', () => {
    expect(jsonOf(Buffer.from('{"token":"abc'), 'a report')).toEqual({
      refused: 'expected a report, got text that is no complete JSON document',
    });
  });

  it('survives lists in each other', () => {
    expect(Object.keys(jsonOf(Buffer.from('['.repeat(1_000_000)), 'x'))).toContain('refused');
  });
});

describe('linesOf', () => {
  it('knows all ends of lines, and takes colours and blank ends away', () => {
    expect(linesOf('\u001b[96ma\u001b[0m\r\nb\rc\n\n')).toEqual(['a', 'b', 'c']);
  });
});

describe('placeOf', () => {
  it.each([
    ['src/a.ts', 'src/a.ts'],
    ['./src/a.ts', 'src/a.ts'],
    ['src\\a.ts', 'src/a.ts'],
    ['/home/runner/work/orders/orders/src/a.ts', 'src/a.ts'],
    ['file:///home/runner/work/orders/orders/src/a.ts', 'src/a.ts'],
    ['D:\\a\\orders\\orders\\src\\a.ts', 'src/a.ts'],
    ['/__w/orders/orders/src/a.ts', 'src/a.ts'],
    ['/github/workspace/src/a.ts', 'src/a.ts'],
    ['/opt/build/secret/a.ts', '…/a.ts'],
    ['C:\\Users\\me\\a.ts', '…/a.ts'],
  ])('shows %s as %s', (path, shown) => {
    expect(placeOf(path)).toBe(shown);
  });
});
