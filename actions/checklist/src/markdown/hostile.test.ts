import { describe, expect, test } from 'vitest';
import { readChecklist } from './read.ts';

const codes = (text: string) => readChecklist(text, 'a.md').troubles.map((trouble) => trouble.code);
const count = (text: string) => readChecklist(text, 'a.md').items.length;

describe('what is nested deeper than anyone writes is said to be, not left out in silence', () => {
  test.each([
    ['100,000 quotes on a line', `${'> '.repeat(100_000)}- [ ] a`],
    ['100,000 lists on a line', `${'- '.repeat(100_000)}[ ] a`],
    [
      '2,000 items inside of each other',
      Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth * 2)}- [ ] a`).join('\n'),
    ],
    ['footnotes', '[^a]: '.repeat(100_000)],
  ])('%s', (_, text) => expect(codes(text)).toContain('too-large'));

  test('what is nested a hundred times is read', () => {
    const text = Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth * 2)}- [ ] a`).join('\n');
    const { items, troubles } = readChecklist(text, 'a.md');
    expect(items.map((item) => item.depth)).toEqual(Array.from({ length: 100 }, (_, depth) => depth));
    expect(troubles).toEqual([]);
  });
});

// Each takes a second at most; what is quadratic takes minutes.
describe('a long text does not hang', () => {
  const fill = (part: string, size = 1_000_000) => part.repeat(Math.floor(size / Buffer.byteLength(part)));

  test.each([
    ['a million marks', '[ ]'.repeat(1_000_000), 0],
    ['a million marks in an item', `- [ ] ${'[ ]'.repeat(1_000_000)}`, 1],
    ['a word of 5 MB', `- [ ] ${fill('a', 4_990_000)}`, 1],
    ['a number', `- [ ] ${fill('1')}`, 1],
    ['thresholds', `- [ ] ${fill('>80% ')}`, 1],
    ['blanks', `- [ ] a${fill(' ')}b`, 1],
    ['declarations', `- [ ] ${fill('N/A: ')}`, 1],
    ['blanks of a signature', `# Sign-offs\n- [ ] a: ${fill('_ ')}`, 1],
    ['lines of a quote in an item', `- [ ] a\n${fill('  > b\n')}`, 1],
    ['quotes and lists in turn', fill('> a\n- b\n'), 0],
    ['quotes that end with code', fill('>\n     > a\n'), 0],
    ['quotes in quotes', fill('> > a\n>\n'), 0],
    ['definitions', fill('[a]: b\n'), 0],
    ['open brackets', fill('['), 0],
    ['tags', fill('<div>\n'), 0],
    ['headings', fill('# a\n', 500_000), 0],
    ['old Mac line ends', fill('\r'), 0],
  ])('%s', (_, text, items) => expect(count(text)).toBe(items));

  test.each(['[', '[a](', '*a _b ', 'a``', '<!--', '<a b=', '**a', '\\', '&amp;', '~~a', '![', '`'])(
    'marked up with %s',
    (part) => {
      expect(count(`- [ ] ${fill(part, 19_000)}`)).toBe(1);
    },
  );
});

test('too many items are refused, and none is given', () => {
  const { items, troubles } = readChecklist('- [ ] a\n'.repeat(100_001), 'a.md');
  expect(items).toEqual([]);
  expect(troubles.map((trouble) => [trouble.code, trouble.got])).toEqual([
    ['too-large', '100001, so none of them was read'],
  ]);
});

test('100,000 items of one name get names of their own', () => {
  const { items } = readChecklist('- [ ] a\n'.repeat(100_000), 'a.md');
  expect(items[0]?.id).toBe('a');
  expect(items.at(-1)?.id).toBe('a-99999');
});
