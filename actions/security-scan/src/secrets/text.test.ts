import { describe, expect, it } from 'vitest';
import { decode, decodeAs } from './text.ts';

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

const utf32 = (text: string, order: 'LE' | 'BE') =>
  Buffer.concat(
    [...text].map((sign) => {
      const bytes = Buffer.alloc(4);
      bytes[`writeUInt32${order}`](sign.codePointAt(0) ?? 0);
      return bytes;
    }),
  );

describe('bytes of a file', () => {
  it.each([
    ['ASCII', Buffer.from('a\r\nb'), 'a\r\nb'],
    ['UTF-8', Buffer.from('é\u{1f511}'), 'é\u{1f511}'],
    ['UTF-8 with a mark', Buffer.from('\ufeffé'), 'é'],
    ['UTF-8 of ASCII with a mark', Buffer.from('\ufeffa'), 'a'],
    ['UTF-16 with a mark', Buffer.from('\ufeffaé', 'utf16le'), 'aé'],
    ['UTF-16 of the other order', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be('aé')]), 'aé'],
    [
      'UTF-16 of the other order that is cut',
      Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be('aé'), Buffer.from([0])]),
      'aé',
    ],
    ['UTF-16 without a mark', Buffer.from('plain text', 'utf16le'), 'plain text'],
    ['UTF-16 of the other order without a mark', utf16be('plain text'), 'plain text'],
    ['UTF-32 with a mark', utf32('\ufeffaé\u{1f511}', 'LE'), 'aé\u{1f511}'],
    ['UTF-32 of the other order', utf32('\ufeffaé\u{1f511}', 'BE'), 'aé\u{1f511}'],
    ['UTF-32 without a mark', utf32('plain text', 'LE'), 'plain text'],
    ['UTF-32 of the other order without a mark', utf32('мой ключ \u{1f511}', 'BE'), 'мой ключ \u{1f511}'],
    ['UTF-32 that is cut', Buffer.concat([utf32('\ufeffab', 'LE'), Buffer.from([99, 0])]), 'ab'],
    ['UTF-16 whose first sign is NUL', Buffer.from('\ufeff\0ab', 'utf16le'), '\0ab'],
    ['UTF-7 with a mark', Buffer.from('+/v8-a +AOk-+2D3dEQ- 1 +- 1'), 'a é\u{1f511} 1 + 1'],
    ['ASCII with a plus', Buffer.from('1 +AOk- 1'), '1 +AOk- 1'],
    ['Latin-1', Buffer.from([0x61, 0xe9, 0x62]), 'aéb'],
    ['nothing', Buffer.alloc(0), ''],
    [
      'a NUL that would hide the rest',
      Buffer.from('a text of some length and\0 more'),
      'a text of some length and\0 more',
    ],
    ['a NUL far behind', Buffer.from(`${'a'.repeat(9000)}\0`), `${'a'.repeat(9000)}\0`],
  ])('in %s are text', (_, bytes, text) => {
    expect(decode(bytes)).toMatchObject({ text });
  });

  it.each([
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0x49])],
    ['a table of numbers', Buffer.from(Array.from({ length: 400 }, (_, index) => index % 7))],
  ])('of %s are none', (_, bytes) => {
    expect(decode(bytes)).toBe('binary');
  });
});

describe('bytes of a file whose encoding is named', () => {
  it.each([
    ['UTF-16', Buffer.from('\ufeffaé', 'utf16le')],
    ['UTF-16', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be('aé')])],
    ['UTF-16LE', Buffer.from('aé', 'utf16le')],
    ['utf-16le-bom', Buffer.from('\ufeffaé', 'utf16le')],
    ['UTF-16BE', utf16be('aé')],
    ['UTF-32', utf32('\ufeffaé', 'BE')],
    ['UTF-32LE', utf32('aé', 'LE')],
    ['UTF-32BE', utf32('aé', 'BE')],
    ['UTF-7', Buffer.from('a+AOk-')],
    ['ISO-8859-1', Buffer.from([0x61, 0xe9])],
    ['CP1252', Buffer.from([0x61, 0xe9])],
  ])('are text: %s', (encoding, bytes) => {
    expect(decodeAs(bytes, encoding)).toBe('aé');
  });

  it('are text of other letters', () => {
    expect(decodeAs(Buffer.from([0x8c, 0xae]), 'SHIFT-JIS')).toBe('鍵');
    expect(decodeAs(Buffer.from([0xcb, 0xcc]), 'KOI8-R')).toBe('кл');
  });

  it('are none where it is not known', () => {
    expect(decodeAs(Buffer.from('a'), 'IBM037')).toBeUndefined();
    expect(decodeAs(Buffer.from('a'), '')).toBeUndefined();
  });
});
