import fc from 'fast-check';
import { type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { archiveLimits, verdictsInArchive } from './gate-archive.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const zipped = (files: Zippable) => zipSync(files);
const paths = (archive: Uint8Array) => {
  const read = verdictsInArchive(archive);
  return 'files' in read ? read.files.map(({ path }) => path) : read;
};
/** With a number of two or four bytes, little end first, put over every place after a signature. */
function forged(archive: Uint8Array, signature: string, offset: number, value: number): Uint8Array {
  const copy = Buffer.from(archive);
  for (let at = copy.indexOf(signature, 0, 'latin1'); at >= 0; at = copy.indexOf(signature, at + 1, 'latin1'))
    copy.writeUInt32LE(value, at + offset);
  return copy;
}
const directory = 'PK\u0001\u0002';
const end = 'PK\u0005\u0006';

describe('verdictsInArchive', () => {
  it('gives the verdicts, packed and stored, and nothing else', () => {
    const archive = zipped({
      'verdict.json': bytes('{"a":1}'),
      'b/verdict.json': [bytes('{"a":1}'.repeat(500)), { level: 9 }],
      'c/verdict.json': [bytes('{}'), { level: 0 }],
      'report.json': bytes('{}'),
      'verdict.json.bak': bytes('{}'),
      'my-verdict.json': bytes('{}'),
    });
    const read = verdictsInArchive(archive);
    if ('refused' in read) throw new Error(read.refused);
    expect(read.files.map(({ path }) => path)).toEqual(['verdict.json', 'b/verdict.json', 'c/verdict.json']);
    expect(Buffer.from(read.files[1]?.bytes ?? []).toString()).toBe('{"a":1}'.repeat(500));
  });

  it('passes over names that lead out of the archive', () => {
    const names = [
      '../verdict.json',
      'a/../../verdict.json',
      '/verdict.json',
      'a\\..\\verdict.json',
      '..\\verdict.json',
    ];
    expect(paths(zipped(Object.fromEntries(names.map((name) => [name, bytes('{}')]))))).toEqual([]);
  });

  it('is nothing for an archive without files', () => {
    expect(paths(zipped({}))).toEqual([]);
  });

  it('refuses a verdict that says it is large', () => {
    const bomb = zipped({ 'verdict.json': [new Uint8Array(archiveLimits.mostBytes + 1), { level: 9 }] });
    expect(bomb.length).toBeLessThan(100_000);
    expect(paths(bomb)).toEqual({ refused: 'the verdict in the archive is too large' });
  });

  it.each([
    ['less than it has', 10],
    ['more than it has', 3_000],
  ])('refuses a verdict that says that it has %s, and unpacks no more than it says', (_, size) => {
    const archive = zipped({ 'verdict.json': [new Uint8Array(2_000), { level: 9 }] });
    expect(paths(archive)).toEqual(['verdict.json']);
    expect(paths(forged(archive, directory, 24, size))).toEqual({ refused: 'the archive is damaged' });
  });

  it.each([
    ['whose bytes are not those of its sum', 16, 1, 'the archive is damaged'],
    ['that lies behind the end', 42, 1_000_000, 'the archive is damaged'],
    ['that is not where it says', 42, 1, 'the archive is damaged'],
    ['of which only a part is there', 20, 1, 'the archive is damaged'],
    ['that is packed in another way', 10, 9, 'the verdict in the archive is packed in an unusual way'],
  ])('refuses a verdict %s', (_, offset, value, refused) => {
    const archive = zipped({ 'verdict.json': [bytes('{}'.repeat(50)), { level: 9 }] });
    expect(paths(forged(archive, directory, offset, value))).toEqual({ refused });
  });

  it('refuses a directory that is not where it says, and the format for large archives', () => {
    const archive = zipped({ 'verdict.json': bytes('{}') });
    expect(paths(forged(archive, end, 16, 0))).toEqual({ refused: 'the archive is damaged' });
    expect(paths(forged(archive, end, 16, 1_000_000))).toEqual({ refused: 'the archive is damaged' });
    expect(paths(forged(archive, end, 16, 0xffffffff))).toMatchObject({ refused: expect.stringContaining('ZIP64') });
  });

  it('reads an archive with a comment at its end, and none that goes on behind it', () => {
    const archive = zipped({ 'verdict.json': bytes('{}') });
    const noted = Buffer.concat([archive, Buffer.from('note')]);
    expect(paths(noted)).toEqual({ refused: 'what was uploaded is no archive' });
    noted.writeUInt16LE(4, archive.length - 2);
    expect(paths(noted)).toEqual(['verdict.json']);
  });

  it('refuses too many entries, and too many verdicts', () => {
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`${index}/verdict.json`, bytes('{}')]));
    expect(paths(zipped(many))).toEqual({ refused: 'the archive has more than 20 verdicts' });
    const read = verdictsInArchive(zipped({ a: bytes(''), b: bytes(''), c: bytes('') }), {
      ...archiveLimits,
      mostEntries: 2,
    });
    expect(read).toEqual({ refused: 'the archive has more than 2 entries' });
  });

  it('refuses one name twice: readers differ on which of the two counts', () => {
    const archive = Buffer.from(zipped({ 'a/verdict.json': bytes('{}'), 'b/verdict.json': bytes('[]') }));
    const twice = Buffer.from(archive.toString('latin1').replaceAll('b/verdict.json', 'a/verdict.json'), 'latin1');
    expect(paths(twice)).toEqual({ refused: 'the archive has one name twice' });
  });

  it('refuses what is no archive, and survives every damage', () => {
    for (const text of ['', 'PK', '<html>', 'x'.repeat(70_000)])
      expect(verdictsInArchive(bytes(text))).toHaveProperty('refused');
    const archive = zipped({ 'verdict.json': [bytes('{"outcome":"pass"}'.repeat(20)), { level: 9 }] });
    fc.assert(
      fc.property(fc.nat({ max: archive.length - 1 }), fc.nat({ max: 255 }), fc.boolean(), (at, value, cut) => {
        const copy = archive.slice(0, cut ? at : archive.length);
        if (!cut) copy[at] = value;
        const read = verdictsInArchive(copy);
        expect('files' in read || read.refused.length > 0).toBe(true);
      }),
    );
  });
});
