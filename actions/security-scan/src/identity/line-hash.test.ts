import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rolledHashes } from './line-hash.fixture.ts';
import { lineHasher, lineHashes } from './line-hash.ts';

const greeting = (end: string) => [' hello; \t', 'world!!!', '', '', '  \t\tGreetings', ' End', ''].join(end);
const greetingHashes = [
  'e9496ae3ebfced30:1',
  'fb7c023a8b9ccb3f:1',
  'ce8ba1a563dcdaca:1',
  'e20e36e16fcb0cc8:1',
  'b3edc88f2938467e:1',
  'c8e28b0b4002a3a0:1',
  'c129715d7a2bc9a3:1',
];

/** Values from the tests of github/codeql-action (src/fingerprints.test.ts). */
const published: readonly (readonly [string, string, readonly string[]])[] = [
  ['an empty file', '', ['c129715d7a2bc9a3:1']],
  [
    'a file without a line end at its end',
    ' a\nb\n  \t\tc\n d',
    ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1'],
  ],
  [
    'empty lines',
    greeting('\n').slice(0, -1),
    [
      '8b7cf3e952e7aeb2:1',
      'b1ae1287ec4718d9:1',
      'bff680108adb0fcc:1',
      'c6805c5e1288b612:1',
      'b86d3392aea1be30:1',
      'e6ceba753e1a442:1',
    ],
  ],
  ['LF', greeting('\n'), greetingHashes],
  ['CR', greeting('\r'), greetingHashes],
  ['CRLF', greeting('\r\n'), greetingHashes],
  ['all line ends in one file', ' hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n', greetingHashes],
  [
    'lines that repeat',
    'Lorem ipsum dolor sit amet.\n'.repeat(10),
    [
      ...[1, 2, 3, 4, 5, 6].map((count) => `a7f2ff13bc495cf2:${count}`),
      'a7f2ff1481e87703:1',
      'a9cf91f7bbf1862b:1',
      '55ec222b86bcae53:1',
      'cc97dc7b1d7d8f7b:1',
      'c129715d7a2bc9a3:1',
    ],
  ],
];

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '\n',
      '\r',
      '\r\n',
      '\t',
      ' ',
      '\r \n',
      '\ufeff',
      '\uffff',
      '\0',
      '\u2028',
      'π',
      '𝒳',
      '😀',
    ),
  },
  { weight: 4, arbitrary: fc.string({ maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 90, max: 400 }).map((length) => 'lorem-ipsum;'.repeat(40).slice(0, length)),
  },
);
const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe("GitHub's hash of a line", () => {
  it.each(published)('is the published one for %s', (_what, text, hashes) => {
    expect(lineHashes(text)).toEqual(hashes);
    expect(rolledHashes(text)).toEqual(hashes);
  });

  it('is the same as by the published steps, whatever the text is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(lineHashes(text)).toEqual(rolledHashes(text));
      }),
      { numRuns: 500 },
    );
  });

  it.each([1, 98, 99, 100, 101, 199, 200, 201, 70_000])(
    'is the same for a line of %i signs and what is below',
    (length) => {
      const text = `a\n${'é\tx '.repeat(length).slice(0, length)}\r\nb\n`;
      expect(lineHashes(text)).toEqual(rolledHashes(text));
    },
  );

  it('is there for every line, and does not know spaces, tabs and how lines end', () => {
    const words = fc.array(
      fc.string().map((line) => line.replaceAll(/[\r\n]/g, '')),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(words, (lines) => {
        const hashes = lineHashes(lines.join('\n'));
        expect(hashes).toHaveLength(lines.length);
        expect(lineHashes(lines.map((line) => `\t ${line.replaceAll(' ', '\t\t')} `).join('\r\n'))).toEqual(hashes);
      }),
    );
  });

  it('is given for a line that the text has, and for no other', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const hashes = lineHashes(text);
        const hashOf = lineHasher(text);
        expect(hashes.map((_, index) => hashOf(index + 1))).toEqual(hashes);
        expect([0, -1, 1.5, hashes.length + 1, Number.NaN].map(hashOf)).toEqual(Array(5).fill(undefined));
      }),
    );
  });

  it('is that of a file as GitHub decodes it: UTF-8 in pieces, with the byte order mark, broken bytes replaced', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'line-hash-'));
    const file = join(folder, 'file.txt');
    writeFileSync(
      file,
      Buffer.concat([Buffer.from('\ufeffé 😀\r\nlast'), Buffer.from([0xff, 0xc3, 0x0a, 0xf0, 0x9f])]),
    );
    const pieces: string[] = [];
    for await (const each of createReadStream(file, { encoding: 'utf8', highWaterMark: 3 })) pieces.push(String(each));
    expect(lineHashes(readFileSync(file, 'utf8'))).toEqual(rolledHashes(pieces.join('')));
    rmSync(folder, { recursive: true });
  });
});
