import { describe, expect, it } from 'vitest';
import { decode } from './text.ts';

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

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
