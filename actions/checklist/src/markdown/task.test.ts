import { describe, expect, test } from 'vitest';
import { peerItems } from './peer.fixture.ts';
import { readChecklist } from './read.ts';

/** `line:column depth x` of every item; `-` for an open one. */
const shown = (text: string) =>
  readChecklist(text, 'a.md').items.map(
    ({ line, column, depth, tick }) => `${line}:${column} ${depth} ${tick === 'ticked' ? 'x' : '-'}`,
  );

interface Case {
  readonly name: string;
  readonly text: string;
  readonly items: readonly string[];
}

const of = (name: string, text: string, ...items: string[]): Case => ({ name, text, items });

/** Section 5.3 of the GFM specification, 0.29. */
const GFM = [
  of('example 279: open and ticked', '- [ ] foo\n- [x] bar\n', '1:1 0 -', '2:1 0 x'),
  of(
    'example 280: nested',
    '- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim\n',
    '1:1 0 x',
    '2:3 1 -',
    '3:3 1 x',
    '4:1 0 -',
  ),
];

const MARKS = [
  of('a capital X', '- [X] foo', '1:1 0 x'),
  of('a tab behind the mark', '- [ ]\tfoo', '1:1 0 -'),
  of('a line end behind the mark', '- [x]\n  foo', '1:1 0 x'),
  of('a tab as wide as a blank inside of the mark', '- [\t] foo', '1:1 0 -'),
  of('a wider tab inside of the mark', '-  [\t] foo'),
  of('no blank behind the mark', '- [x]foo'),
  of('nothing behind the mark', '- [ ]'),
  of('only blanks behind the mark', '- [ ]   '),
  of('no blank in the mark', '- [] foo'),
  of('two blanks in the mark', '- [  ] foo'),
  of('another letter in the mark', '- [y] foo'),
  of('a no-break space in the mark', '- [\u00a0] foo'),
  of('a no-break space behind the mark', '- [ ]\u00a0foo'),
  of('an escaped mark', '- \\[ ] foo'),
  of('a mark in emphasis', '- *[ ] foo*'),
  of('a mark as code', '- `[ ] foo`'),
  of('a mark behind a word', '- foo [ ] bar'),
  of('a second mark is text', '- [ ] [x] foo', '1:1 0 -'),
  of('a mark that is a link', '- [x](u) foo'),
  of('a mark that a definition would make a link', '- [x] foo\n\n[x]: /u\n', '1:1 0 x'),
  of('a mark without a list', '[ ] foo'),
  of('a definition', '- [x]: /u\n'),
  of('a definition before the mark', '- [a]: /u\n  [ ] foo\n', '2:1 0 -'),
  of('a definition and a blank line before the mark', '- [a]: /u\n\n  [ ] foo\n'),
];

/** CommonMark 0.31, section 5.2, with marks put in. */
const LIST_ITEMS = [
  of(
    'example 254: blocks of an item',
    '1.  [ ] A paragraph\n    with two lines.\n\n        code\n\n    > quote\n',
    '1:1 0 -',
  ),
  of('example 255: a paragraph that is not indented ends the list', '- [ ] one\n\n two [x] foo\n', '1:1 0 -'),
  of('example 257: five blanks are code', ' -    [ ] one\n\n     two\n', '1:2 0 -'),
  of('example 259: in a quote and an item', '   > > 1.  [ ] one\n>>\n>>     two\n', '1:8 0 -'),
  of('example 261: a marker without a blank', '-[ ] one\n\n2.[ ] two\n'),
  of('example 265: the longest number', '123456789. [ ] ok', '1:1 0 -'),
  of('example 266: too long a number', '1234567890. [ ] no'),
  of('example 268: leading zeros', '003. [x] ok', '1:1 0 x'),
  of('example 269: negative numbers', '-1. [ ] no'),
  of('example 271: code in an item', '  10.  [ ] foo\n\n           [x] bar\n', '1:3 0 -'),
  of('example 273: an item that begins with code', '1.     [ ] indented code\n\n   paragraph\n'),
  of('example 278: marks below empty items', '-\n  [ ] foo\n-\n  ```\n  [ ] bar\n  ```\n-\n      [ ] baz\n', '2:1 0 -'),
  of('example 280: at most one blank line', '-\n\n  [ ] foo\n'),
  of('example 285: an empty item interrupts no paragraph', 'foo\n*\n  [ ] bar\n\nfoo\n1.\n   [ ] baz\n'),
  of('example 286: three blanks before the marker', ' 1.  [ ] A\n', '1:2 0 -'),
  of('example 289: four blanks before the marker are code', '    1.  [ ] A\n'),
  of('example 290: lazy lines', '  1.  [ ] A paragraph\n[x] lazy.\n', '1:3 0 -'),
  of('example 292: lazy lines in quotes', '> 1. > - [ ] Blockquote\n[x] continued here.\n', '1:8 0 -'),
  of('example 294: sublists', '- [ ] a\n  - [x] b\n    - [ ] c\n', '1:1 0 -', '2:3 1 x', '3:5 2 -'),
  of('example 295: one blank more is no sublist', '- [ ] a\n - [ ] b\n  - [ ] c\n', '1:1 0 -', '2:2 0 -', '3:3 0 -'),
  of('example 296: below a wide marker', '10) [ ] a\n    - [x] b\n', '1:1 0 -', '2:5 1 x'),
  of('example 297: too little below a wide marker', '10) [ ] a\n   - [x] b\n', '1:1 0 -', '2:4 0 x'),
  of('example 298: a list as the first block', '- - [ ] foo\n', '1:3 0 -'),
  of('example 299: lists as first blocks', '1. - 2. [ ] foo\n', '1:6 0 -'),
  of('example 300: headings in items', '- # [ ] foo\n- bar\n  ---\n  [ ] baz\n'),
  of('example 301: other markers, other lists', '- [ ] a\n- [ ] b\n+ [x] c\n', '1:1 0 -', '2:1 0 -', '3:1 0 x'),
  of('example 304: only 1 interrupts a paragraph', 'foo\n14. [ ] no\n\nbar\n1. [ ] yes\n', '5:1 0 -'),
];

const PLACES = [
  of('all markers', '* [ ] a\n\n+ [ ] b\n\n1) [ ] c\n', '1:1 0 -', '3:1 0 -', '5:1 0 -'),
  of('an item in a plain item', '- plain\n  - [ ] a\n', '2:3 0 -'),
  of('a plain item between', '- [ ] a\n  - plain\n    - [x] b\n', '1:1 0 -', '3:5 1 x'),
  of('in a quote', '> - [ ] a\n>   - [x] b\n', '1:3 0 -', '2:5 1 x'),
  of('a quote as the first child', '- > [ ] a\n'),
  of('an item in a quote in an item', '- [ ] a\n  > - [x] b\n', '1:1 0 -', '2:5 1 x'),
  of('a second paragraph', '- foo\n\n  [ ] bar\n'),
  of('in a fence', '```\n- [ ] a\n```\n'),
  of('in a fence with tildes that is not closed', '~~~\n- [ ] a\n'),
  of('in indented code', '    - [ ] a\n'),
  of('in a comment', '<!--\n- [ ] a\n\n- [ ] b\n-->\n- [x] c\n', '6:1 0 x'),
  of('in a comment that is not closed', '- [ ] a\n\n<!--\n- [ ] b\n', '1:1 0 -'),
  of('in HTML', '<div>\n- [ ] a\n</div>\n'),
  of('behind a blank line in HTML', '<details>\n\n- [ ] a\n\n</details>\n', '3:1 0 -'),
  of('in a cell of a table', '| a | b |\n|---|---|\n| - [ ] c | d |\n'),
  of('a list behind a table', '| a |\n|---|\n2. [ ] b\n', '3:1 0 -'),
  of('what looks like a table at a list', '- [ ] a | b\n--|--\n', '1:1 0 -'),
  of('in a footnote', 'a[^1]\n\n[^1]: - [ ] b\n\n    - [x] c\n', '3:7 0 -', '5:5 0 x'),
  of('Windows line ends', '- [ ] a\r\n  - [x] b\r\n', '1:1 0 -', '2:3 1 x'),
  of('old Mac line ends', '- [ ] a\r- [x] b', '1:1 0 -', '2:1 0 x'),
  of('a byte order mark', '\u{feff}- [ ] a\n', '1:1 0 -'),
  of('tabs', '-\t[ ] a\n\t- [x] b\n', '1:1 0 -', '2:2 1 x'),
];

describe.each([
  ['GFM 5.3', GFM],
  ['marks', MARKS],
  ['CommonMark 5.2', LIST_ITEMS],
  ['places', PLACES],
] as const)('%s', (_, cases) => {
  test.each(cases)('$name', ({ text, items }) => expect(shown(text)).toEqual(items));

  test('remark-gfm has the same items', () => {
    for (const { text } of cases) {
      const read = readChecklist(text, 'a.md').items.map(({ line, depth, tick }) => ({
        line,
        depth,
        ticked: tick === 'ticked',
      }));
      expect(read, text).toEqual(peerItems(text));
    }
  });
});

// remark gives the line behind the mark for it.
test('a line end inside of the mark is a blank', () => expect(shown('- [\n  ] foo')).toEqual(['1:1 0 -']));
